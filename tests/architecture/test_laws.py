"""The laws of the house."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "nkj"
#: Each room knows only the rooms before it; ``wording`` knows none and may be known by all.
ROOMS = (
    "wording",
    "model",
    "characters",
    "sections",
    "once",
    "days",
    "coverage",
    "amounts",
    "eras",
    "problems",
    "index",
    "bibliography",
    "names",
    "replay",
    "rules",
    "registry",
    "choices",
    "queries",
    "tables",
    "sheets",
    "formats",
    "exports",
    "receipts",
    "pictures",
    "mcp",
    "page",
    "site",
    "notebook",
    "cli",
)


def _modules() -> list[Path]:
    return sorted(
        p
        for p in PACKAGE.rglob("*.py")
        if p.parent != PACKAGE or p.stem not in ("__init__", "__main__")
    )


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_data_flows_one_way(path: Path) -> None:
    """No room imports a room after it."""
    own = ROOMS.index(_room(path))
    for name in _imports(path):
        parts = name.split(".")
        if parts[0] == "nkj" and len(parts) > 1 and parts[1] in ROOMS:
            assert ROOMS.index(parts[1]) <= own, f"{path.name} imports {name}"


PURE = (
    *("model", "characters", "sections", "once", "days", "coverage", "amounts", "index"),
    *("replay", "rules", "choices", "queries", "tables", "receipts"),
)


@pytest.mark.parametrize(
    "path", [p for p in _modules() if _room(p) in PURE], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_pure_rooms_import_no_yaml_rich_or_typer(path: Path) -> None:
    """The pure rooms can be used without any of them."""
    for name in _imports(path):
        assert name.split(".")[0] not in ("yaml", "rich", "typer", "os", "pathlib", "time")


@pytest.mark.parametrize(
    "path", [p for p in _modules() if _room(p) != "cli"], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_only_cli_reads_the_clock(path: Path) -> None:
    """No library call asks what day it is."""
    text = path.read_text(encoding="utf-8")
    assert ".today(" not in text
    assert ".now(" not in text
    assert re.search(r"import time\b", text) is None


@pytest.mark.parametrize(
    "path",
    [
        p
        for p in _modules()
        if _room(p) not in ("cli", "registry", "exports", "page", "pictures", "site")
    ],
    ids=lambda p: str(p.relative_to(PACKAGE)),
)
def test_only_registry_exports_pages_and_cli_touch_files(path: Path) -> None:
    """No other room opens anything; a page reads its style and script, a picture its font."""
    calls = [
        n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)
    ]
    names = {
        c.func.id if isinstance(c.func, ast.Name) else getattr(c.func, "attr", "") for c in calls
    }
    assert not names & {"open", "read_text", "read_bytes", "write_text", "write_bytes"}


def test_every_module_says_what_lives_in_it() -> None:
    """A docstring stands on top of each."""
    for path in _modules():
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_nothing_is_imported_that_the_answer_does_not_need(tmp_path: Path) -> None:
    """No Rich for JSON, no YAML on a warm start, neither for help, and pydantic never."""
    code = (
        "import os, sys; sys.argv = ['nkj', *{words}]; os._exit = sys.exit\n"
        "try:\n  from nkj.cli.main import main; main()\n"
        "except SystemExit: pass\n"
        "print(sorted(set(sys.modules) & {{'rich', 'yaml', 'pydantic', 'click'}}), file=sys.stderr)"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    ask = ["status", "--format", "json"]
    for words, loaded in (
        (ask, "['yaml']"),
        (ask, "[]"),
        (["status"], "['rich']"),
        (["--help"], "[]"),
    ):
        command = [sys.executable, "-c", code.format(words=words)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment)
        assert done.stderr.strip() == loaded, words


def test_near_spellings_are_looked_for_only_where_no_name_fits(tmp_path: Path) -> None:
    """rapidfuzz is imported for a misspelt name and for nothing else."""
    code = (
        "import sys, nkj; from nkj.queries.parties import parties\n"
        "registry = nkj.load()\n"
        "parties(registry, 'office 39', '2014'); parties(registry, None, '2014')\n"
        "print('rapidfuzz' in sys.modules)\n"
        "parties(registry, 'ofice 39', '2014'); print('rapidfuzz' in sys.modules)"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment)
    assert done.stdout.split() == ["False", "True"], done.stderr


@pytest.mark.parametrize(
    "path", [p for p in _modules() if _room(p) == "formats"], ids=lambda p: p.stem
)
def test_a_format_knows_the_sheet_alone(path: Path) -> None:
    """Only JSON and CSV render the result itself: table, page and assistant say the same."""
    above = {"choices", "days", "index", "model", "queries", "registry", "replay"}
    rooms = {name.split(".")[1] for name in _imports(path) if name.startswith("nkj.")}
    assert path.stem in ("json", "csv", "__init__") or not rooms & above


@pytest.mark.parametrize(
    "path", [p for p in _modules() if _room(p) == "sheets"], ids=lambda p: str(p.name)
)
def test_a_sheet_is_drawn_from_its_result_alone(path: Path) -> None:
    """Whoever makes a sheet gives the answer and the words, and nothing else that it could say;
    names are found in the registry that the answer brings.
    """
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.FunctionDef) or node.name not in ("sheet", "glance"):
            continue
        kinds = [ast.unparse(arg.annotation) for arg in node.args.args if arg.annotation]
        assert not {"Registry", "Phrases", "tuple[str, ...]"} & set(kinds), path
        assert "Words" in kinds, path
