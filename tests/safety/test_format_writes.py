"""``nkj format`` never half-writes: a file is the old one or the new one, whatever happens."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nkj.cli.app import app
from nkj.registry.editing import form
from tests.conftest import ROOT
from tests.safety.conftest import NOBODY, as_nobody, ended_at

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
SOUND = (ROOT / "tests" / "problems" / "sound.yaml").read_text(encoding="utf-8")
ODD = SOUND + "\n\n\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.yaml"
    path.write_text(ODD, encoding="utf-8")
    return path


def test_a_link_stays_a_link(book: Path, run: Run) -> None:
    """The file behind it is written, with the rights that it had."""
    book.chmod(0o640)
    folder = book.parent / "links"
    folder.mkdir()
    (folder / "link.yaml").symlink_to("../book.yaml")
    assert run("format", str(folder)).returncode == 0
    assert (folder / "link.yaml").is_symlink()
    assert book.read_text(encoding="utf-8") != ODD
    assert stat.S_IMODE(book.stat().st_mode) == 0o640
    assert sorted(path.name for path in book.parent.iterdir()) == ["book.yaml", "links"]


def test_a_full_disk_changes_nothing(book: Path, run: Run) -> None:
    """3, a sentence that names the file, the file as it was, and no draft."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (256, 256))  # noqa: E731
    done = run("format", "book.yaml", cwd=book.parent, prepare=limit)
    assert done.returncode == 3
    assert done.stderr.startswith(b"nkj: book.yaml: ")
    assert done.stderr.count(b"\n") == 1
    assert book.read_text(encoding="utf-8") == ODD
    assert list(book.parent.iterdir()) == [book]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written(what: str, run: Run, nobody_s_folder: Path) -> None:
    """A file or folder marked as read-only is left alone: 3 and a sentence."""
    book = nobody_s_folder / "book.yaml"
    book.write_text(ODD, encoding="utf-8")
    if os.geteuid() == 0:
        os.chown(book, NOBODY, NOBODY)
    (book if what == "file" else nobody_s_folder).chmod(0o500)
    done = run("format", str(book), prepare=as_nobody)
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1
    assert book.read_text(encoding="utf-8") == ODD
    assert list(nobody_s_folder.iterdir()) == [book]


def test_a_draft_of_another_is_left_alone(book: Path) -> None:
    """A file, or a link to one, that stands where the draft would: not written, not removed."""
    draft = book.with_name(f".book.yaml.{os.getpid()}")
    target = book.with_name("target")
    target.write_text("mine")
    draft.symlink_to(target)
    with pytest.raises(FileExistsError):
        form.rewrite(book, "new", ODD.encode("utf-8"))
    assert (draft.is_symlink(), target.read_text(), book.read_text(encoding="utf-8")) == (
        True,
        "mine",
        ODD,
    )


def test_an_edit_saved_meanwhile_is_kept(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is on the disk by then is not what was formed: it stays, and no draft is left."""
    edited = ODD + "# an edit\n"
    sync = os.fsync

    def save_meanwhile(descriptor: int) -> None:
        sync(descriptor)
        book.write_text(edited, encoding="utf-8")

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    with pytest.raises(form.Edited):
        form.rewrite(book, "new", ODD.encode("utf-8"))
    assert book.read_text(encoding="utf-8") == edited
    assert list(book.parent.iterdir()) == [book]


def test_the_command_says_that_a_file_was_edited(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """3, as for any output that was not written, and the file is named."""

    def edited_meanwhile(*_: object) -> None:
        raise form.Edited

    monkeypatch.setattr(form, "rewrite", edited_meanwhile)
    done = CliRunner().invoke(app, ["format", str(book)])
    assert done.exit_code == 3
    assert "meanwhile" in done.stderr
    assert book.name in done.stderr


def test_the_draft_of_a_private_file_is_private(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before a word is in it, the draft has the rights of the file, whatever the umask allows."""
    seen: list[tuple[int, int]] = []
    open_ = os.open

    def watched(path: str, flags: int, mode: int = 0o777, **more: object) -> int:
        descriptor = open_(path, flags, mode)
        if ".book.yaml." in os.fspath(path):
            found = os.fstat(descriptor)
            seen.append((stat.S_IMODE(found.st_mode), found.st_size))
        return descriptor

    monkeypatch.setattr(os, "open", watched)
    book.chmod(0o600)
    before = os.umask(0)
    try:
        form.rewrite(book, "new", ODD.encode("utf-8"))
    finally:
        os.umask(before)
    assert seen == [(0o600, 0)]
    assert stat.S_IMODE(book.stat().st_mode) == 0o600


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_ended_at_any_moment(sign: signal.Signals, book: Path, run: Run) -> None:
    """Each file is the old or the new one; an interrupt leaves no draft, and a killed process's
    draft is never read.
    """
    run("format", str(book))
    new = book.read_text(encoding="utf-8")
    books = [book.with_name(f"b{n}.yaml") for n in range(20)]
    for one in books:
        one.write_text(ODD, encoding="utf-8")
    calls = int(ended_at(["format", "."], 0, cwd=book.parent).stderr)
    for part in (3, 5, 7, 8, 9):  # tenths: the first two are spent on loading
        for one in books:
            one.write_text(ODD, encoding="utf-8")
        done = ended_at(["format", "."], calls * part // 10, sign, cwd=book.parent)
        assert done.returncode == (130 if sign == signal.SIGINT else -9)
        assert {one.read_text(encoding="utf-8") for one in books} <= {ODD, new}
        drafts = [path.name for path in book.parent.iterdir() if path.suffix != ".yaml"]
        assert sign == signal.SIGKILL or drafts == []
        assert all(name.startswith(".") for name in drafts)
