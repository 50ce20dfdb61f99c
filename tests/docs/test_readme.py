"""The README and the tour are true: their blocks are what the program prints, the commands those
that CI runs.

A block may show a part of an answer, cut as its reader would: ``nkj status | head -8``. The hash of
the registry is left out of the comparison, so that not each new fact rewrites every page.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

README = ROOT / "README.md"
README_JA = ROOT / "README.ja.md"
TOUR = ROOT / "docs" / "tour.md"
BLOCK = re.compile(r"```console\n\$ (nkj [^\n]+)\n(.*?)```\n", re.DOTALL)
HASH = re.compile(r"(?<=[(（])[0-9a-f]{8}(?=[)）])")
BOTH = pytest.mark.parametrize("readme", [README, README_JA], ids=lambda path: path.name)
PAGES = pytest.mark.parametrize("page", [README, README_JA, TOUR], ids=lambda path: path.name)


def _cut(lines: list[str], part: str) -> list[str]:
    """What ``head -8`` or ``tail -8`` leaves of some lines."""
    (name, count) = re.fullmatch(r"(head|tail) -(\d+)", part.strip()).groups()  # type: ignore[union-attr]
    return lines[: int(count)] if name == "head" else lines[-int(count) :]


@PAGES
def test_blocks_are_what_the_program_prints(
    page: Path, update: bool, run: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    """Each console block shows a command and exactly its output, or the part that it names."""
    text = page.read_text(encoding="utf-8")

    def fresh(match: re.Match[str]) -> str:
        command, *parts = match.group(1).split(" | ")
        done = run(*shlex.split(command)[1:])
        assert done.returncode == 0, match.group(1)
        lines = done.stdout.decode().splitlines(keepends=True)
        for part in parts:
            lines = _cut(lines, part)
        return f"```console\n$ {match.group(1)}\n{''.join(lines)}```\n"

    now = BLOCK.sub(fresh, text)
    if update:
        page.write_text(now, encoding="utf-8")
        text = now
    assert HASH.sub("-", text) == HASH.sub("-", now)


def test_the_languages_are_equals() -> None:
    """The same sections, commands and links in both, in the same order."""
    texts = [path.read_text(encoding="utf-8") for path in (README, README_JA)]
    commands = [
        [command.replace(" --lang ja", "") for command, _ in BLOCK.findall(text)] for text in texts
    ]
    assert commands[0] == commands[1]
    assert len(commands[0]) >= 5
    bare = [BLOCK.sub("", text) for text in texts]
    for shape in (r"^(#+) ", r"^```(\w+)", r"^(- )", r"\]\(([^)]+)\)(?!.*README)"):
        found = [
            [hit for hit in re.findall(shape, text, re.MULTILINE) if "README" not in hit]
            for text in bare
        ]
        assert found[0] == found[1]


@BOTH
def test_the_python_example_runs(readme: Path) -> None:
    """The library lines run as they stand."""
    (code,) = re.findall(r"```python\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, readme.name, "exec"), {})


@BOTH
def test_every_command_is_in_the_readme(readme: Path) -> None:
    """No command is left unmentioned."""
    from nkj.cli.app import COMMANDS

    text = readme.read_text(encoding="utf-8")
    assert all(f"nkj {command}" in text for command in COMMANDS)


def test_ci_runs_the_readme_test_command() -> None:
    """There is exactly one line that installs for development, and CI takes it from here."""
    text = README.read_text(encoding="utf-8")
    assert len(re.findall(r"^python3 .*\[dev\].*pytest$", text, re.MULTILINE)) == 1
    assert r"pip install .*\[dev\]" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
