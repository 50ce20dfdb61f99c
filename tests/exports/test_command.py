"""``nkj export``: which format is meant, what is kept, what happens when the disk is full."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from nkj import exports, tables
from nkj.cli import app, outfile
from nkj.exports import folders
from tests.conftest import FIXTURE, ROOT

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
ASKED = ("--registry", str(FIXTURE))


@pytest.mark.parametrize("name", [n for n, about in exports.FORMATS.items() if about.endings])
def test_the_ending_of_a_file_says_its_format(name: str) -> None:
    """The longest one that fits, whatever its case."""
    for ending in exports.FORMATS[name].endings:
        assert exports.format_of(f"A{ending.upper()}") == name
    assert exports.format_of("nkj") is exports.format_of("nkj.csv") is None


def test_it_writes_the_file_and_keeps_what_is_there(run: Run, tmp_path: Path) -> None:
    """Without --force the old one stays as it was; the words say how to replace it."""
    out = tmp_path / "a.json"
    assert run("export", "-o", str(out), *ASKED).returncode == 0
    whole = out.read_bytes()
    out.write_text("mine")
    done = run("export", "-o", str(out), *ASKED)
    assert done.returncode == 2
    assert b"--force" in done.stderr
    assert out.read_text() == "mine"
    assert run("export", "-o", str(out), "--force", *ASKED).returncode == 0
    assert out.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_folder_with_something_in_it_is_kept(run: Run, tmp_path: Path) -> None:
    """With --force its other files stay."""
    out = tmp_path / "deep" / "tables"
    assert run("export", "csv", "-o", str(out), *ASKED).returncode == 0
    (out / "mine.txt").write_text("mine")
    assert run("export", "csv", "-o", str(out), *ASKED).returncode == 2
    assert run("export", "csv", "-o", str(out), "--force", *ASKED).returncode == 0
    assert (out / "mine.txt").read_text() == "mine"


def test_standard_output_takes_one_file(run: Run) -> None:
    """A dash; a folder does not fit there."""
    done = run("export", "bibtex", "-o", "-", *ASKED)
    assert done.returncode == 0
    assert done.stdout.startswith(b"@misc{")
    done = run("export", "sqlite", "-o", "-", *ASKED)
    assert done.stdout.startswith(b"SQLite format 3\0")
    assert run("export", "csv", "-o", "-", *ASKED).returncode == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name a format"),
        (["-o", "nkj.doc"], "name a format"),
        (["xls", "-o", "a"], "none of"),
        (["json"], "-o FILE"),
        (["csv"], "-o FOLDER"),
        (["json", "-o", "tests"], "is a folder"),
        (["csv", "-o", "README.md"], "is a file"),
        (["csv", "-o", "README.md", "--force"], "is a file"),
        (["json", "-o", "-", "--by", "day"], "for the format panel alone"),
        (["panel", "-o", "-", "--by", "week"], "none of"),
        (["panel", "-o", "-", "--from", "2014-13"], "calendar"),
        (["panel", "-o", "-", "--measure", "port-bann"], "no measure"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(words: list[str], said: str, run: Run) -> None:
    """Exit code 2, and nothing is written."""
    done = run("export", *words, *ASKED)
    assert done.returncode == 2
    assert said.encode() in done.stderr
    assert done.stdout == b""


def test_a_panel_is_asked_for_days_and_measures(run: Run) -> None:
    """An interval: the first month from its first day, the last one to its last."""
    words = ("--by", "day", "--from", "2014-02", "--to", "2014-02", "-m", "ports")
    done = run("export", "panel", "-o", "-", *words, *ASKED)
    lines = done.stdout.decode("utf-8-sig").splitlines()
    assert lines[1].split(",")[3] == "2014-02-01"
    assert lines[-1].split(",")[3] == "2014-02-28"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Timer(threading.Timer):
    """A second that passes when the test says so."""

    latest: _Timer

    def start(self) -> None:
        type(self).latest = self

    def pass_now(self) -> None:
        self.finished.set()
        self.function()


def _terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """A terminal for what is said, and a clock that stands still."""
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(threading, "Timer", _Timer)
    return stream


def test_who_waits_at_a_terminal_is_told_the_part_and_each_later_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing within the first second; then what is being written, however long it takes."""
    terminal = _terminal(monkeypatch)
    with outfile.telling("en") as tell:
        tell("one")
        tell("two")
        assert terminal.getvalue() == ""
        _Timer.latest.pass_now()
        assert terminal.getvalue() == "nkj: writing two ...\n"
        tell("three")
    assert terminal.getvalue().splitlines()[1:] == ["nkj: writing three ..."]


@pytest.mark.parametrize(
    ("name", "parts"), [("sqlite", [*tables.TABLES, "texts"]), ("csv", [*tables.TABLES])]
)
def test_each_table_is_a_part(
    name: str, parts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long export says which it is at; into a file nothing is said."""
    terminal = _terminal(monkeypatch)
    monkeypatch.setattr(_Timer, "start", lambda timer: timer.finished.set())
    assert app.run(["export", name, "-o", str(tmp_path / "told"), *ASKED]) == 0
    assert terminal.getvalue().splitlines() == [f"nkj: writing {part} ..." for part in parts]
    monkeypatch.setattr(sys, "stderr", file := io.StringIO())
    assert app.run(["export", name, "-o", str(tmp_path / "not"), *ASKED]) == 0
    assert file.getvalue() == ""


def test_an_extra_that_is_missing_is_named(run: Run, tmp_path: Path) -> None:
    """One sentence with what to install."""
    (tmp_path / "xlsxwriter.py").write_text("raise ModuleNotFoundError('no', name='xlsxwriter')")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = run("export", "-o", str(tmp_path / "a.xlsx"), *ASKED, PYTHONPATH=path)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"nkj[excel]" in done.stderr
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files")
@pytest.mark.parametrize("name", ["sqlite", "csv", "parquet", "xlsx"])
def test_a_full_disk_leaves_nothing_behind(name: str, tmp_path: Path) -> None:
    """Exit code 3, no draft, no folder, and the file of before untouched."""
    import resource

    out = tmp_path / "out"
    folder = exports.FORMATS[name].folder
    if not folder:
        out.write_text("before")
    done = subprocess.run(
        [sys.executable, "-m", "nkj", "export", name, "-o", str(out), "--force"],
        cwd=ROOT,
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)),
        timeout=60,
    )
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ([] if folder else ["out"])
    assert folder or out.read_text() == "before"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_device_is_written_to_and_stays_one(run: Run) -> None:
    """It is no file to replace."""
    done = run("export", "atom", "-o", "/dev/full", *ASKED)
    assert done.returncode == 3
    assert not Path("/dev/full").is_file()
    assert run("export", "atom", "-o", "/dev/null", *ASKED).returncode == 0


def test_a_failure_between_two_files_takes_the_first_away(tmp_path: Path) -> None:
    """Nothing is put in its place before all is whole."""

    def failing() -> object:
        yield exports.File("a.csv", b"a")
        raise OSError("full")

    (tmp_path / "there").mkdir()
    for folder in ("there", "new/deep"):
        with pytest.raises(OSError, match="full"):
            folders.write(tmp_path / folder, failing())  # type: ignore[arg-type]
    assert [str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*")] == ["there"]
