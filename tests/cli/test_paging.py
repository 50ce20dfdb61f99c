"""An answer longer than the screen goes to a pager; any other as it is."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.conftest import FIXTURE, ROOT

#: A pager that keeps what it was given and shows none of it.
KEEPER = "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())"


def _on_a_terminal(rows: int, *words: str, **environment: str) -> tuple[int, bytes]:
    """The exit code, and what a terminal with so many rows was shown."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("NKJ_") and name not in ("PAGER", "LINES", "COLUMNS", "LESS")
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "nkj", *words, "--registry", str(FIXTURE)],
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=slave,
        cwd=ROOT,
        env={**kept, "TERM": "xterm", "NO_COLOR": "1", **environment},
    )
    os.close(slave)
    shown = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(master)
    return process.wait(timeout=60), shown.replace(b"\r\n", b"\n")


def _keeper(tmp_path: Path) -> tuple[str, Path]:
    script, kept = tmp_path / "keeper.py", tmp_path / "kept"
    script.write_text(KEEPER)
    return f"{sys.executable} {script} {kept}", kept


def _plainly(*words: str) -> bytes:
    command = [sys.executable, "-m", "nkj", *words, "--registry", str(FIXTURE)]
    environment = {**os.environ, "COLUMNS": "80"}
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, timeout=60, env=environment
    ).stdout


@pytest.mark.parametrize("variable", ["NKJ_PAGER", "PAGER"])
def test_a_long_answer_goes_to_the_pager(variable: str, tmp_path: Path) -> None:
    """All of it, and nothing past it."""
    pager, kept = _keeper(tmp_path)
    code, shown = _on_a_terminal(10, "history", **{variable: pager})
    assert (code, shown) == (0, b"")
    assert kept.read_bytes() == _plainly("history")


def test_nkj_pager_comes_first(tmp_path: Path) -> None:
    """Empty, it means none, whatever PAGER says."""
    pager, kept = _keeper(tmp_path)
    code, shown = _on_a_terminal(10, "history", NKJ_PAGER="", PAGER=pager)
    assert (code, shown) == (0, _plainly("history"))
    assert not kept.exists()


def test_a_short_answer_stays(tmp_path: Path) -> None:
    """What fits the screen is shown as it is; so is JSON, and all on a dumb terminal."""
    pager, kept = _keeper(tmp_path)
    assert _on_a_terminal(500, "history", PAGER=pager) == (0, _plainly("history"))
    code, shown = _on_a_terminal(10, "history", "--format", "json", PAGER=pager)
    assert code == 0
    assert shown.startswith(b"{")
    assert _on_a_terminal(10, "history", PAGER=pager, TERM="dumb") == (0, _plainly("history"))
    assert not kept.exists()


@pytest.mark.parametrize(
    "pager", ["no-such-pager -x", "'never closed", "/", "cat"], ids=["missing", "odd", "/", "cat"]
)
def test_a_pager_that_cannot_be_had(pager: str) -> None:
    """The answer is shown without it."""
    assert _on_a_terminal(10, "history", PAGER=pager) == (0, _plainly("history"))


def test_a_pager_that_ends_early() -> None:
    """Its reader has seen enough: no error, and no second copy."""
    assert _on_a_terminal(10, "history", PAGER="true") == (0, b"")


def test_no_pager_in_a_pipe(tmp_path: Path) -> None:
    """Whatever the variables say."""
    pager, kept = _keeper(tmp_path)
    command = [sys.executable, "-m", "nkj", "history", "--registry", str(FIXTURE)]
    environment = {**os.environ, "NKJ_PAGER": pager, "LINES": "3", "COLUMNS": "80"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, env=environment)
    assert done.stdout == _plainly("history")
    assert not kept.exists()
