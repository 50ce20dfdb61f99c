"""The shells are asked what they offer, with the script that nkj prints for them."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import FIXTURE, ROOT

#: What is typed, and what it must become or be offered.
TYPED = [
    ("nkj deadl", "deadlines"),
    ("nkj status port", "port-ban-flagged-ships"),
    ("nkj status test", "test-2010"),
    ("nkj show harbour-a", "harbour-act"),
    ("nkj list fig", "figures"),
    ("nkj --lang ja status -f mark", "markdown"),
    ("nkj status --orig", "--origin"),
    ("nkj help sour", "sources"),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with an ``nkj`` that answers shells as the real one, and else notes its words."""
    program = tmp_path / "nkj"
    program.write_text(
        "#!/bin/sh\n"
        f'if [ -n "$_NKJ_COMPLETE" ]; then exec "{sys.executable}" -m nkj "$@"; fi\n'
        f'echo "$@" > "{tmp_path}/part" && mv "{tmp_path}/part" "{tmp_path}/asked"\n'
    )
    program.chmod(0o755)
    return tmp_path


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NKJ_")}
    return {
        **kept,
        "HOME": str(home),
        "PATH": f"{home}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "NKJ_REGISTRY": str(FIXTURE),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
    }


def _script(shell: str, home: Path) -> Path:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} on this machine")
    done = subprocess.run(
        [sys.executable, "-m", "nkj", "--show-completion", shell],
        env=_environment(home),
        capture_output=True,
        timeout=60,
        check=True,
    )
    path = home / f"script.{shell}"
    path.write_bytes(done.stdout)
    return path


@pytest.mark.parametrize(("typed", "offered"), TYPED)
def test_bash(typed: str, offered: str, home: Path) -> None:
    """The function that the script binds gives the words."""
    script = _script("bash", home)
    asked = (
        f"source {script}; COMP_WORDS=({typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); "
        '_nkj_completion nkj; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", asked], env=_environment(home), capture_output=True, timeout=60
    )
    assert done.stderr == b""
    assert offered in done.stdout.decode().split()


@pytest.mark.parametrize(("typed", "offered"), TYPED)
def test_fish(typed: str, offered: str, home: Path) -> None:
    """``complete -C`` lists the words, each with what it is."""
    script = _script("fish", home)
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source {script}; complete -C '{typed}'"],
        env=_environment(home),
        capture_output=True,
        timeout=60,
    )
    words = [line.split("\t")[0] for line in done.stdout.decode().splitlines()]
    assert offered in words


@pytest.mark.parametrize(("typed", "offered"), [TYPED[0], TYPED[3]])
def test_zsh(typed: str, offered: str, home: Path) -> None:
    """A tab in a running shell makes the word whole."""
    script = _script("zsh", home)
    master, slave = pty.openpty()
    process = subprocess.Popen(
        ["zsh", "-f", "-i"], stdin=slave, stdout=slave, stderr=slave, env=_environment(home)
    )
    os.close(slave)
    try:
        setup = f"autoload -Uz compinit; compinit -u -D; source {script}; touch {home}/ready\n"
        os.write(master, setup.encode())
        _wait_for(home / "ready", master)
        os.write(master, f"{typed}\t\n".encode())
        _wait_for(home / "asked", master)
    finally:
        process.kill()
        process.wait()
        os.close(master)
    assert (home / "asked").read_text().split()[-1] == offered


def _wait_for(path: Path, master: int) -> None:
    """Read what the shell says until a file is there: it would stop with nobody reading."""
    os.set_blocking(master, False)
    end = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < end, f"{path.name} never came"
        try:
            os.read(master, 65536)
        except BlockingIOError:
            time.sleep(0.02)
