"""``nkj mcp``: an assistant's tools, asked by the protocol's own client over standard input and
output, without a network.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from nkj.mcp import MOST_CHARACTERS, TOOLS, Tools
from nkj.model import Registry
from nkj.wording import help_texts
from nkj.wording import words as wording
from tests.conftest import FIXTURE, ROOT, apart

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

        return apart(asyncio.wait_for(run(), 60))

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


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_each_tool_says_what_it_takes(ask: Callable[..., Any], lang: str) -> None:
    """Every parameter by its name, and nothing that it does not take."""

    async def look(client: Any) -> dict[str, tuple[str, set[str]]]:
        tools = (await client.list_tools()).tools
        return {t.name: (str(t.description), set(t.input_schema["properties"])) for t in tools}

    for name, (told, taken) in ask(look, "--lang", lang).items():
        takes = told.removeprefix(help_texts(lang)[name].partition("\n")[0])
        listed = re.findall(r"(?<![A-Za-z])([a-z]+(?:(?:, |、)[a-z]+)*)(?::|：)", takes)
        named = {word for words in listed for word in re.split(", |、", words)}
        assert named == taken, name


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
        ("list", {}, []),
        ("list", {"kind": "events"}, ["events"]),
        ("cite", {"id": "port-ban-listed", "on": "2014"}, ["port-ban-listed", "--on", "2014"]),
        ("status", {"on": "2014", "all": True}, ["2014", "--all"]),
        ("history", {"notes": True, "explain": True}, ["--notes", "--explain"]),
        ("diff", {"first": "2010", "last": "2011", "all": True}, ["2010", "2011", "--all"]),
        ("parties", {"on": "2014", "type": "entity"}, ["--on", "2014", "--type", "entity"]),
        (
            "search",
            {"word": "harbour", "first": "2014", "last": "2016"},
            ["harbour", "--from", "2014", "--to", "2016"],
        ),
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
    """Below the cap and near it, and with the foot that says how far the evidence reaches."""
    long = [
        ("history", {"notes": True}),
        ("sources", {}),
        ("list", {"kind": "events"}),
        ("show", {"id": "stockholm-2014"}),
        ("exchanges", {"full": True}),
    ]

    async def all_of(client: Any) -> list[str]:
        return [_text(await client.call_tool(name, given)) for name, given in long]

    for text, (name, _) in zip(ask(all_of, "--lang", "ja"), long, strict=True):
        assert MOST_CHARACTERS * 0.8 < len(text) <= MOST_CHARACTERS, name
        assert "ここで切った" in text.splitlines()[-2]
        assert "資料は" in text.splitlines()[-1]


def test_what_the_words_propose_is_short_enough(bundled: Registry) -> None:
    """The life of one measure, one bargain, one party, one conduct come whole."""
    through = bundled.verified_through
    assert through is not None
    for lang in ("en", "ja"):
        tools = Tools(bundled, lang, lambda: through)
        told = [tools.history([one.id], "all") for one in bundled.measures]
        told += [tools.exchanges([one.id]) for one in bundled.exchanges]
        told += [tools.ask(one.id) for one in bundled.conducts]
        told += [tools.parties(one.name) for one in bundled.parties[::20]]
        cut = wording(lang).say("mcp.less.history").partition("。")[0].partition(". ")[0]
        assert not [text for text in told if cut in text]


def test_a_fact_may_be_a_number(ask: Callable[..., Any]) -> None:
    """As an assistant writes an amount."""

    async def amount(client: Any) -> tuple[Any, Any]:
        facts = {"payer": "resident", "purpose": "other"}
        asked = {"conduct": "remit", "on": "2012-03-03"}
        number = {**asked, "facts": {**facts, "yen": 5_000_000}}
        typed = {**asked, "facts": {**facts, "yen": "5,000,000"}}
        return await client.call_tool("ask", number), await client.call_tool("ask", typed)

    number, typed = ask(amount)
    assert not number.is_error
    assert _text(number) == _text(typed)


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
