"""The README is true: its blocks are what the program prints, its commands are those that CI runs."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable

from tests.conftest import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ (nkj [^\n]+)\n(.*?)```\n", re.DOTALL)


def test_blocks_are_what_the_program_prints(update: bool, run: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    """Each console block shows a command and exactly its output."""
    text = README.read_text(encoding="utf-8")

    def fresh(match: re.Match[str]) -> str:
        done = run(*shlex.split(match.group(1))[1:])
        assert done.returncode == 0, match.group(1)
        return f"```console\n$ {match.group(1)}\n{done.stdout.decode()}```\n"

    now = BLOCK.sub(fresh, text)
    if update:
        README.write_text(now, encoding="utf-8")
    assert len(BLOCK.findall(text)) >= 5
    assert README.read_text(encoding="utf-8") == now


def test_the_python_example_runs() -> None:
    """The library lines of the README run as they stand."""
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})


def test_every_command_is_in_the_readme() -> None:
    """No command is left unmentioned."""
    from nkj.cli.app import COMMANDS

    text = README.read_text(encoding="utf-8")
    assert all(f"nkj {command}" in text for command in COMMANDS)


def test_ci_runs_the_readme_test_command() -> None:
    """There is exactly one line that installs for development, and CI takes it from here."""
    text = README.read_text(encoding="utf-8")
    assert len(re.findall(r"^python3 .*\[dev\].*pytest$", text, re.MULTILINE)) == 1
    assert r"pip install .*\[dev\]" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
