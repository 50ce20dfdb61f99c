"""Completion in a shell: shown, never installed, and never a traceback while somebody types."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_the_script_says_where_to_put_it(shell: str, run: Run) -> None:
    """As a comment of its own, so that it can be saved as it is printed."""
    done = run("--show-completion", shell)
    assert (done.returncode, done.stderr) == (0, b"")
    script = done.stdout.decode()
    comments = [line for line in script.splitlines() if line.startswith("# ")]
    assert len(comments) == 1
    assert "Put this into" in comments[0]
    assert "_NKJ_COMPLETE" in script
    assert script.startswith("#compdef nkj\n" if shell == "zsh" else "# ")


def test_the_user_s_own_shell(run: Run) -> None:
    """Left out, it is the one that SHELL names; one without a script is wrong usage."""
    assert run("--show-completion", SHELL="/usr/bin/fish").stdout.startswith(b"# Put this into ~/")
    for shell in ("/bin/tcsh", "\x1b[2J"):
        done = run("--show-completion", SHELL=shell)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"bash, zsh, fish" in done.stderr
        assert b"\x1b" not in done.stderr


def test_nothing_is_installed(run: Run, tmp_path: Path) -> None:
    """What is the user's stays as it is."""
    settings = tmp_path / ".bashrc"
    settings.write_bytes(b"export A=1 # \xff\n")
    for words in (["--install-completion"], ["--show-completion", "bash"]):
        run(*words, HOME=str(tmp_path), SHELL="/bin/bash")
    assert settings.read_bytes() == b"export A=1 # \xff\n"
    assert list(tmp_path.iterdir()) == [settings]


@pytest.mark.parametrize(
    ("typed", "position", "offered"),
    [
        ("nkj st", "1", b"status\n"),
        ("nkj 'st", "1", b"status\n"),
        ('nkj "st', "1", b"status\n"),
        ("nkj status --ori", "2", b"--origin\n"),
        ("nkj status '--ori", "2", b"--origin\n"),
    ],
)
def test_words_are_completed(typed: str, position: str, offered: bytes, run: Run) -> None:
    """Also within a quotation that is not closed yet."""
    variables = {"_NKJ_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": position}
    done = run(**variables)
    assert (done.returncode, done.stdout, done.stderr) == (0, offered, b"")


@pytest.mark.parametrize(
    "variables",
    [
        {"COMP_WORDS": "nkj '", "COMP_CWORD": "1"},
        {"COMP_WORDS": "nkj \\", "COMP_CWORD": "1"},
        {"COMP_WORDS": "nkj show x y z 'a b", "COMP_CWORD": "6"},
        {"COMP_WORDS": "nkj diff 2006 --on=", "COMP_CWORD": "3"},
        {"COMP_WORDS": "nkj stauts --", "COMP_CWORD": "2"},
        {"COMP_WORDS": "nkj", "COMP_CWORD": "x"},
        {"COMP_WORDS": "", "COMP_CWORD": "99"},
        {"COMP_WORDS": "nkj"},
        {},
    ],
    ids=str,
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "pwsh"])
def test_odd_words_complete_nothing(shell: str, variables: dict[str, str], run: Run) -> None:
    """While somebody types there is nobody to tell."""
    typed = variables.get("COMP_WORDS", "")
    asked = {"_NKJ_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": typed, **variables}
    done = run(**asked)
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_script_of_another_program(run: Run) -> None:
    """An unknown shell or question is refused without a traceback."""
    for asked in ("complete_tcsh", "nonsense", "x_bash", "_"):
        done = run(_NKJ_COMPLETE=asked)
        assert done.returncode == 1
        assert done.stderr.count(b"\n") == 1
