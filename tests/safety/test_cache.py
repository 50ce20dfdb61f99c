"""A cache is shared: with other versions, other processes, and perhaps other people. It never
answers for anything else.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import nkj
from nkj.registry import files, store
from tests.build import text_of
from tests.conftest import ROOT
from tests.safety.conftest import forked

SOUND = ROOT / "tests" / "problems" / "sound.yaml"
STATUS = [sys.executable, "-m", "nkj", "status", "--on", "2012-06", "--registry", str(SOUND)]
AS_ROOT = os.geteuid() == 0


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "nkj"


def _kept(cache: Path) -> Path:
    (one,) = cache.glob("*.compiled")
    return one


def _ask(prepare: Callable[[], None] | None = None, **variables: str | None) -> bytes:
    """The answer of the program, which must be whole and without a word on standard error."""
    done = forked(*STATUS[3:], cwd=ROOT, prepare=prepare, **variables)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout
    return done.stdout


def test_odd_homes(tmp_path: Path) -> None:
    """No HOME, a cache home that is a file, relative, a loop of links, too long, or not writable:
    the same answer.
    """
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "loops").mkdir()
    (tmp_path / "loops" / "nkj").symlink_to(tmp_path / "loops" / "nkj")
    expected = _ask()
    homes = [
        str(tmp_path / "file"),
        "relative",
        str(tmp_path / "loop"),
        str(tmp_path / "loops"),
        "/" + "x" * 5000,
        "/proc",
        "/dev/null",
    ]
    for home in homes:
        assert _ask(XDG_CACHE_HOME=home, HOME=str(tmp_path / "home")) == expected
    nothing_written = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))  # noqa: E731
    assert _ask(nothing_written, XDG_CACHE_HOME=None, HOME=None) == expected
    assert not (ROOT / "relative").exists()


def test_a_full_disk_leaves_nothing(cache: Path) -> None:
    """Where the compiled form does not fit, the answer is whole and no piece of it stays."""
    _ask(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600)))
    assert list(cache.iterdir()) == []


def test_content_alone_counts(tmp_path: Path, cache: Path) -> None:
    """The same size and time, and even the same file renamed within a folder, is other content."""
    book = tmp_path / "book.yaml"
    text = SOUND.read_text(encoding="utf-8")
    book.write_text(text, encoding="utf-8")
    then = book.stat()
    nkj.load(book)
    book.write_text(text.replace("2012-05-01", "2012-05-02"), encoding="utf-8")
    os.utime(book, ns=(then.st_atime_ns, then.st_mtime_ns))
    assert book.stat().st_size == then.st_size
    assert text_of(nkj.status(nkj.load(book), "2012").measures[0].since) == "2012-05-03"
    one, two = files.RegistryFile("a", "a", b"1"), files.RegistryFile("b", "b", b"2")
    swapped = [one._replace(data=b"2"), two._replace(data=b"1")]
    assert store.key_of([one, two]) != store.key_of(swapped)


@pytest.mark.parametrize("name", ["programme.yaml", "vocabulary.yaml"])
def test_what_stands_in_counts(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A registry without a programme or vocabulary is read with nkj's own: another one is other
    content.
    """
    found = files.read_files(SOUND)
    before = store.key_of(found)
    for each in ("programme.yaml", "vocabulary.yaml"):
        shutil.copy(ROOT / "data" / each, tmp_path)
    monkeypatch.setattr(store, "bundled", lambda: tmp_path)
    assert store.key_of(found) == before
    with open(tmp_path / name, "a") as stream:
        stream.write("# more\n")
    assert store.key_of(found) != before


def _forge(cache: Path) -> Path:
    """A cached answer with a right key and digest, and a lie in it."""
    true = nkj.load(SOUND)
    (measure, *others) = true.measures
    import msgspec

    lie = msgspec.structs.replace(
        true, measures=(msgspec.structs.replace(measure, id="forged"), *others)
    )
    key = store.key_of(files.read_files(SOUND))
    kept = _kept(cache)
    kept.write_bytes(store.compiled(lie, key))
    return kept


def test_a_file_that_others_may_write_is_not_believed(cache: Path) -> None:
    """A digest keeps out damage, not lies:
    only a file that this user alone may write is trusted."""
    kept = _forge(cache)
    assert (
        nkj.load(SOUND).measures[0].id == "forged"
    )  # whoever can write as this user can answer as well
    for mode in (0o620, 0o602, 0o666):
        os.chmod(kept, mode)
        assert nkj.load(SOUND).measures[0].id != "forged"
        _forge(cache)


@pytest.mark.skipif(not AS_ROOT, reason="only root can give a file away")
def test_a_file_of_another_user_is_not_believed(cache: Path) -> None:
    """Nor is anything written into a folder of another user."""
    kept = _forge(cache)
    os.chown(kept, 65534, 65534)
    os.chown(cache, 65534, 65534)
    assert nkj.load(SOUND).measures[0].id != "forged"
    assert list(cache.iterdir()) == [kept]


@pytest.mark.parametrize("plant", ["fifo", "folder", "link", "dangling", "huge"])
def test_what_was_planted_is_stepped_over(plant: str, cache: Path, tmp_path: Path) -> None:
    """In place of the cached file: a pipe, a folder, links, a sparse terabyte. No waiting, no
    following, no reading.
    """
    expected = _ask()
    kept = _kept(cache)
    whole = kept.read_bytes()
    kept.unlink()
    target = tmp_path / "target"
    if plant == "fifo":
        os.mkfifo(kept)
    elif plant == "folder":
        kept.mkdir()
    elif plant == "huge":
        with open(kept, "wb") as stream:
            stream.truncate(10**12)
    else:
        if plant == "link":
            target.write_bytes(b"mine")
        kept.symlink_to(target)
    assert _ask() == expected
    if plant == "link":
        assert target.read_bytes() == b"mine"
    assert not (plant == "dangling" and target.exists())
    assert plant == "folder" or (kept.read_bytes() == whole and not kept.is_symlink())


def test_a_folder_open_to_all_is_not_written(cache: Path) -> None:
    """Who may write in the folder could plant drafts and answers there."""
    cache.mkdir(parents=True)
    cache.chmod(0o777)
    _ask()
    assert list(cache.iterdir()) == []


def test_drafts_of_killed_writers_go(cache: Path) -> None:
    """A draft is never read, and one that is an hour old is removed by the next that writes."""
    cache.mkdir(parents=True, mode=0o700)
    old, new = cache / ".a.compiled.1", cache / ".b.compiled.2"
    for draft in (old, new):
        draft.write_bytes(b"half")
    os.utime(old, (1, 1))
    _ask()
    assert (old.exists(), new.exists()) == (False, True)


def test_many_at_once(cache: Path) -> None:
    """Processes that start together all answer, and leave one whole file."""
    running = [
        subprocess.Popen(STATUS, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    answers = {process.communicate(timeout=60) for process in running}
    assert len(answers) == 1
    assert [path.name for path in cache.iterdir()] == [_kept(cache).name]
    assert _kept(cache).stat().st_mode & 0o777 == 0o600


def test_another_version_s_bytes(cache: Path) -> None:
    """Bytes under the right name whose key is another's are not used, and are replaced."""
    nkj.load(SOUND)
    kept = _kept(cache)
    whole = kept.read_bytes()
    kept.write_bytes(bytes(32) + whole[32:])
    assert nkj.load(SOUND).measures
    assert kept.read_bytes() == whole
