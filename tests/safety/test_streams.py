"""Whatever happens to files, streams and the process: the right exit code, one sentence, never a
traceback.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.safety.conftest import as_nobody

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
#: The program, saying when it begins.
BEGIN = "import os; os.write(2, b'!'); from nkj.cli.main import main; main()"
NKJ = f"{sys.executable} -m nkj"
BAD = "tests/problems/bad-date/bad.yaml"
SOUND = ROOT / "tests" / "problems" / "sound.yaml"


@pytest.mark.parametrize("command", ["validate", "format", "status --registry"])
def test_what_is_no_registry(command: str, run: Run, tmp_path: Path) -> None:
    """Pipes, devices, sockets, links to nowhere or in a circle, folders without YAML, names that
    cannot be: 2 and a sentence.
    """
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "nowhere.yaml").symlink_to("nothing")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "folder" / "x.yaml").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    odd = [
        "pipe.yaml",
        "nowhere.yaml",
        "loop.yaml",
        "folder",
        "empty",
        "missing",
        "/dev/zero",
        "/dev/tty",
        "/proc/self/mem",
        "x" * 5000,
        "",
    ]
    for name in odd if command == "validate" else odd[:5]:
        _refused(run(*command.split(), name, cwd=tmp_path))
    if command == "validate":
        with socket.socket(socket.AF_UNIX) as one:
            here = os.getcwd()
            os.chdir(tmp_path)  # a socket's whole path may not be long
            try:
                one.bind("socket.yaml")
            finally:
                os.chdir(here)
            _refused(run("validate", "socket.yaml", cwd=tmp_path))


def _refused(done: subprocess.CompletedProcess[bytes]) -> None:
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"nkj: ")
    assert done.stderr.count(b"\n") == 1
    assert len(done.stderr) < 300


def test_what_may_not_be_read(run: Run, nobody_s_folder: Path) -> None:
    """A file or a folder without the right to read it."""
    book = nobody_s_folder / "book.yaml"
    shutil.copy(SOUND, book)
    book.chmod(0)
    _refused(run("validate", str(book), prepare=as_nobody))
    _refused(run("validate", str(nobody_s_folder), prepare=as_nobody))
    nobody_s_folder.chmod(0o300)
    _refused(run("validate", str(nobody_s_folder), prepare=as_nobody))


STREAMS = [
    ("status", ">&-", 3),
    ("status", "<&- >&- 2>&-", 3),
    ("status --format json", "> /dev/full", 3),
    ("status", "2>&-", 0),
    ("status", "<&-", 0),
    ("status", "> /dev/full 2> /dev/full", 3),
    ("--help", ">&-", 3),
    ("validate nowhere", "2>&-", 2),
    ("bogus", "2> /dev/full", 2),
    (f"validate {BAD}", ">&- 2>&-", 1),
    (f"validate {BAD} --format csv", "> /dev/full", 3),
    ("status | true", "", 0),
    ("history | head -n 1", "", 0),
]


@pytest.mark.parametrize(("words", "streams", "code"), STREAMS, ids=lambda value: str(value))
def test_streams(words: str, streams: str, code: int) -> None:
    """Closed, full, or read by nobody: with and without a cache, since files may take a closed
    stream's number.
    """
    script = f"set -o pipefail; {NKJ} {words} {streams}"
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, timeout=60)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    assert (done.stderr != b"") == (code != 0 and "2>" not in streams)


VARIABLES: list[dict[str, str]] = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "ascii:strict"},
    {"PYTHONIOENCODING": "utf-16"},
    {"LANG": "ja_JP.eucJP"},
]


@pytest.mark.parametrize(
    "variables",
    [*VARIABLES[:2], *(pytest.param(v, marks=pytest.mark.slow) for v in VARIABLES[2:])],
    ids=str,
)
def test_locales(variables: dict[str, str]) -> None:
    """UTF-8 whatever the locale, in help, answers and refusals."""
    environment = {**os.environ, **variables}
    for words, code in (
        (["show", "--help", "--lang", "ja"], 0),
        (["show", "travel-request", "--lang", "ja"], 0),
        (["--言葉"], 2),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "nkj", *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            timeout=60,
        )
        told = (done.stdout + done.stderr).decode("utf-8")
        assert done.returncode == code
        assert "Traceback" not in told
        assert code or "制裁" in told or "措置" in told


@pytest.mark.parametrize(
    "columns", ["", "-5", "0", "abc", "1e3", "４０", "9999999999", "20", "60", "400"]
)
def test_terminals(columns: str, run: Run) -> None:
    """No width is too odd, and no variable brings colour into a pipe or a file."""
    for words in (["status"], ["exchanges", "stockholm-2014", "--lang", "ja"], ["--help"]):
        done = run(*words, COLUMNS=columns, TERM="dumb", FORCE_COLOR="1", CLICOLOR_FORCE="1")
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"\x1b" not in done.stdout


def _interrupted(words: list[str], wait: float) -> tuple[int, bytes, bytes]:
    """Run, and send SIGINT so many seconds after nkj began: what comes before that is Python's."""
    process = subprocess.Popen(
        [sys.executable, "-c", BEGIN, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        restore_signals=True,
    )
    assert process.stderr is not None
    assert process.stderr.read(1) == b"!"
    time.sleep(wait)
    process.send_signal(signal.SIGINT)
    out, told = process.communicate(timeout=60)
    return process.returncode, out, told


def _interrupt_often(words: list[str], times: int, seed: int) -> None:
    whole = subprocess.run(
        [sys.executable, "-c", BEGIN, *words], cwd=ROOT, capture_output=True, timeout=60
    ).stdout
    delays = random.Random(seed)
    for _ in range(times):
        wait = delays.uniform(0.01, 0.4)
        code, out, told = _interrupted(words, wait)
        assert told == b"", wait
        assert (code == 130 and whole.startswith(out)) or (code, out) == (0, whole), wait


def test_an_interrupt_at_any_moment() -> None:
    """130, or a whole answer and 0; never a word of Python's."""
    _interrupt_often(["status"], 10, 1)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["status", "--format", "json"],
        ["validate"],
        ["--help"],
        ["history", "--lang", "ja"],
    ],
)
def test_many_interrupts(words: list[str]) -> None:
    """The same, a hundred times for each."""
    _interrupt_often(words, 100, 2)


def test_an_ignored_interrupt_stays_ignored() -> None:
    """Started in the background by a shell, the program goes on."""
    script = f"trap '' INT; {NKJ} status & sleep 0.05; kill -INT $!; wait $!"
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout
