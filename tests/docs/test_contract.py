"""docs/contract.md says what is so: keys, exit codes, variables, states, names."""

from __future__ import annotations

import ast
import json
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest

import nkj
from nkj import model
from nkj.cli import ending
from nkj.formats import FORMATS
from tests.conftest import ROOT

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
CONTRACT = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")


def _section(title: str) -> str:
    """What stands under a heading, up to the next one."""
    (text,) = re.findall(rf"^#+ {title}\n(.*?)(?=^#|\Z)", CONTRACT, re.M | re.S)
    return str(text)


def _first_cells(title: str) -> set[str]:
    """The words in backticks in the first column of a section's table."""
    rows = re.findall(r"^\| (.*?) \|", _section(title), re.M)
    return {word for row in rows for word in re.findall(r"`([^`]+)`", row)}


def _shapes() -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each answer's command and the keys listed for it, by the name of the object they stand in."""
    (block,) = re.findall(r"```\n(.*?)```", _section("JSON"), re.S)
    for part in block.strip().split("\n\n"):
        lines = [line.rpartition(":") for line in part.splitlines()]
        shape = {name.strip(): keys.split() for name, _, keys in lines}
        yield lines[0][0], shape


SHAPES = dict(_shapes())


def _objects(value: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object within a value, with the key that it stands under."""
    if isinstance(value, dict):
        yield name, value
        for key, inner in value.items():
            yield from _objects(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, name)


@pytest.mark.parametrize("command", [name for name in SHAPES if name.startswith("nkj ")])
def test_every_key_is_there(command: str, run: Run) -> None:
    """Each object of each answer has all keys that are listed for it."""
    done = run(*shlex.split(command)[1:], "--format", "json")
    answer = json.loads(done.stdout)
    everywhere = SHAPES["every answer"]
    for listed, names in ((everywhere, "every answer"), (SHAPES[command], command)):
        assert set(listed[names]) <= set(answer)
    met = set()
    for name, found in _objects(answer):
        keys = SHAPES[command].get(name, everywhere.get(name))
        if keys is not None:
            met.add(name)
            assert set(keys) <= set(found), name
    assert set(SHAPES[command]) - {command} <= met


def test_exit_codes() -> None:
    """The table has those that the program knows."""
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", _section("Exit codes"), re.M)}
    names = ("ANSWERED", "PROBLEMS", "WRONG_USAGE", "FAILED", "INTERRUPTED")
    assert told == {getattr(ending, name) for name in names}


def test_every_variable_that_is_read_is_named() -> None:
    """No setting is a secret."""
    read = {"NKJ_REGISTRY", "NKJ_LANG"}  # Typer reads these
    for path in (ROOT / "nkj").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "os.environ.get":
                read.add(ast.literal_eval(node.args[0]))
    named = set(re.findall(r"`(\w+)(?:=\w+)?`", _section("Environment")))
    assert read <= named


def test_states_and_events() -> None:
    """The tables have each that there is, and no other."""
    assert _first_cells("States") == set(get_args(model.State))
    assert _first_cells("Events") == set(get_args(model.EventKind))


def test_formats_and_public_names() -> None:
    """What can be asked for and imported is named."""
    assert set(FORMATS) <= set(re.findall(r"[a-z]+", _section("Formats")))
    assert set(nkj.__all__) <= set(re.findall(r"`(\w+)`", _section("The library")))


def test_every_test_that_the_security_page_names_is_there() -> None:
    """A promise without its test is none."""
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:tests/unit/)?(test_\w+)(?:\.py)?`", page))
    files = list((ROOT / "tests").rglob("*.py"))
    there = {path.stem for path in files}
    for path in files:
        there |= set(re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.M))
    assert named
    assert named - there == set()
