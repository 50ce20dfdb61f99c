"""Whatever happens to files, streams and the process: the right exit code, one sentence, never a
traceback.
"""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.safety.conftest import IGNORED, MINDED, as_nobody, ended_at

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
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


#: Python writes in one of two ways, and many containers choose the second.
BUFFERING = pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])


@BUFFERING
@pytest.mark.parametrize(("words", "streams", "code"), STREAMS, ids=lambda value: str(value))
def test_streams(words: str, streams: str, code: int, unbuffered: str) -> None:
    """Closed, full, or read by nobody: with and without a cache, since files may take a closed
    stream's number.
    """
    script = f"set -o pipefail; {NKJ} {words} {streams}"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    assert (done.stderr != b"") == (code != 0 and "2>" not in streams)


#: Answers and help of more than one length, and what is said of wrong words.
PRINTED = [["history", "--format", "json"], ["status", "--lang", "ja"], ["--help"], ["--bogus"]]


@BUFFERING
@pytest.mark.parametrize("words", PRINTED, ids=" ".join)
@pytest.mark.parametrize("kept", [0, 1, 30, 1000])
def test_a_limit_on_the_size_of_files(
    words: list[str], kept: int, unbuffered: str, tmp_path: Path
) -> None:
    """An answer of which a part fits is told to be cut; what nobody can be told of keeps its
    code.
    """
    out = tmp_path / "out"
    with open(out, "wb") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "nkj", *words],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=stream,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (kept, kept)),
            timeout=60,
        )
    whole = words == ["--bogus"]  # of which nothing stands on standard output
    assert done.returncode == (2 if whole else 3)
    assert (
        b"could not be written" in done.stderr or "書き込めない".encode() in done.stderr
    ) != whole
    assert out.stat().st_size == (0 if whole else kept)


@pytest.mark.skipif(sys.platform != "linux", reason="sets how much a pipe holds")
@BUFFERING
@pytest.mark.parametrize("words", PRINTED[:3], ids=" ".join)
def test_a_pipe_that_does_not_wait(words: list[str], unbuffered: str) -> None:
    """A non-blocking pipe that is full is waited for: nothing is lost, and nothing told."""
    command = [sys.executable, "-m", "nkj", *words]
    # Named, since what a library puts into the environment behind Python's back would else differ.
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    whole = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, timeout=60
    ).stdout
    reader, writer = os.pipe()
    room = fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    os.set_blocking(writer, False)
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=writer,
        stderr=subprocess.PIPE,
    )
    os.close(writer)
    while len(whole) > room and _held(reader) < room:  # until it finds the pipe full
        assert process.poll() is None
        time.sleep(0.01)
    pieces = list(iter(lambda: os.read(reader, 1000), b""))
    os.close(reader)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, b"")
    assert b"".join(pieces) == whole


def _held(pipe: int) -> int:
    """How many bytes wait in a pipe."""
    answer = fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4)
    return int.from_bytes(answer, sys.byteorder)


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
    """No width is too odd, and nothing brings colour to a terminal that takes none."""
    for words in (["status"], ["exchanges", "stockholm-2014", "--lang", "ja"], ["--help"]):
        done = run(*words, COLUMNS=columns, TERM="dumb", FORCE_COLOR="1", CLICOLOR_FORCE="1")
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"\x1b" not in done.stdout


def test_colour_is_forced_and_refused(run: Run) -> None:
    """``FORCE_COLOR`` brings it into a pipe, but no links; ``NO_COLOR`` is stronger."""
    words = ("status", "--explain")
    forced = run(*words, FORCE_COLOR="1", TERM="xterm").stdout
    assert b"\x1b[" in forced
    assert b"\x1b]8" not in forced
    assert b"\x1b" not in run(*words, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm").stdout
    assert b"\x1b" not in run(*words, FORCE_COLOR="0", TERM="xterm").stdout


def _interrupted(words: list[str], at: int, setting: str = MINDED) -> tuple[int, bytes, bytes]:
    """Run, and send SIGINT at a call: exit code and what was printed."""
    done = ended_at(words, at, signal.SIGINT, setting)
    return done.returncode, done.stdout, done.stderr


def _interrupt_often(words: list[str], times: int) -> None:
    """At so many calls, spread over all that there are."""
    _interrupted(words, 0)  # fills the cache, so that each run below does the same
    code, whole, calls = _interrupted(words, 0)
    assert code == 0
    for number in range(times):
        at = 2 + number * (int(calls) - 2) // times  # the first is main's own, before its guard
        code, out, told = _interrupted(words, at)
        assert (code, told) == (130, b""), at
        assert whole.startswith(out), at


def test_an_interrupt_at_any_moment() -> None:
    """130, and never a word of Python's."""
    _interrupt_often(["status"], 12)


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
    _interrupt_often(words, 100)


def test_an_ignored_interrupt_stays_ignored() -> None:
    """Started in the background by a shell, the program goes on."""
    _interrupted(["status"], 0)  # fills the cache
    _, whole, calls = _interrupted(["status"], 0)
    for at in (int(calls) // 20, int(calls) // 2):
        assert _interrupted(["status"], at, IGNORED) == (0, whole, b"")
