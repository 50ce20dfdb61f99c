"""``nkj mcp``: an assistant's tools, asked by the protocol's own client over standard input and
output, without a network.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from nkj.mcp import MOST_CHARACTERS, TOOLS
from tests.conftest import FIXTURE, ROOT

Given = TypeVar("Given")

#: Imported by the child before anything else: no address is ever reached.
_NO_NETWORK = """
import socket
def refused(*given, **more):
    raise OSError("no network here")
socket.socket.connect = refused
socket.create_connection = refused
socket.getaddrinfo = refused
"""


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., Any]:
    """Ask a server in a process of its own: a function of the client, and the server's options."""
    (tmp_path / "sitecustomize.py").write_text(_NO_NETWORK)

    def asked(question: Callable[[Any], Awaitable[Given]], *options: str) -> Given:
        from mcp import Client, StdioServerParameters
        from mcp.client.stdio import stdio_client

        path = os.pathsep.join([str(tmp_path), str(ROOT)])
        server = StdioServerParameters(
            command=sys.executable,
            args=["-m", "nkj", "mcp", *options],
            env={**os.environ, "PYTHONPATH": path},
            cwd=str(ROOT),
        )

        async def run() -> Given:
            async with Client(stdio_client(server)) as client:
                return await question(client)

        return asyncio.run(asyncio.wait_for(run(), 60))

    return asked


def _text(result: Any) -> str:
    (block,) = result.content
    return str(block.text)


def test_it_says_what_it_is_before_it_is_asked(ask: Callable[..., Any]) -> None:
    """Instructions, and a tool for each question, named as the command."""

    async def look(client: Any) -> tuple[str, dict[str, Any]]:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        return str(client.instructions), tools

    instructions, tools = ask(look)
    assert tuple(tools) == TOOLS
    for words in ("2026-02-16", "?", "uncertain", "Cite", "not legal advice"):
        assert words in instructions
    for tool in tools.values():
        assert tool.description
    assert set(tools["status"].input_schema["properties"]) >= {"on", "measures"}
    assert tools["diff"].input_schema["required"] == ["first", "last"]


def test_each_tool_answers_in_the_words_of_its_command(ask: Callable[..., Any], run: Any) -> None:
    """Markdown, the same as on the command line."""
    asked = [
        ("status", {"on": "2014-07-05"}, ["--on", "2014-07-05"]),
        ("history", {"measures": ["ports"]}, ["-m", "ports"]),
        ("diff", {"first": "2010", "last": "2016"}, ["2010", "2016"]),
        ("timeline", {"first": "2010", "last": "2012"}, ["2010-01-01", "2012"]),
        ("exchanges", {"ids": ["harbour-2014"]}, ["harbour-2014"]),
        ("exchanges", {}, []),
        ("parties", {"on": "2014"}, ["--on", "2014"]),
        ("ask", {"on": "2014"}, ["--on", "2014"]),
        ("deadlines", {"on": "2014-07-05"}, ["--on", "2014-07-05"]),
        ("search", {"word": "harbour"}, ["harbour"]),
        ("show", {"id": "entry-ban-2016"}, ["entry-ban-2016"]),
        ("sources", {"kind": "primary"}, ["--kind", "primary"]),
    ]

    async def all_of(client: Any) -> list[str]:
        return [_text(await client.call_tool(name, given)) for name, given, _ in asked]

    options = ("--registry", str(FIXTURE))
    for told, (name, _, words) in zip(ask(all_of, *options), asked, strict=True):
        done = run(name, *words, *options, "--format", "markdown")
        # Where on the disk a record is written is for the command line alone.
        lines = done.stdout.decode().splitlines(keepends=True)
        assert told == "".join(line for line in lines if not line.startswith("- Written in "))
    assert {name for name, _, _ in asked} == set(TOOLS)


def test_a_long_answer_is_cut_with_the_words_how_to_ask_for_less(ask: Callable[..., Any]) -> None:
    """At a line's end, below the cap; a short one is whole."""

    async def long(client: Any) -> tuple[str, str]:
        whole = await client.call_tool("history", {"notes": True})
        japanese = await client.call_tool("sources", {})
        return _text(whole), _text(japanese)

    told, sources = ask(long, "--lang", "ja")
    for text in (told, sources):
        assert len(text) <= MOST_CHARACTERS
        assert "ここで切った" in text.splitlines()[-1]


def test_a_slip_is_told_in_a_sentence(ask: Callable[..., Any]) -> None:
    """As an error of the tool, with the nearest name; the server goes on."""

    async def slip(client: Any) -> tuple[Any, Any]:
        wrong = await client.call_tool("status", {"measures": ["port-bann"]})
        right = await client.call_tool("status", {})
        return wrong, right

    wrong, right = ask(slip)
    assert wrong.is_error
    assert "port-bann" in _text(wrong)
    assert not right.is_error
    assert "North Korea" in _text(right)
