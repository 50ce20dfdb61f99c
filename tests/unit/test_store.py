"""The compiled form: the same registry, used only for the same bytes, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

import nkj
from nkj.registry import files, store
from tests.build import text_of
from tests.conftest import ROOT

SOUND = ROOT / "tests" / "problems" / "sound.yaml"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "nkj"


def _kept(cache: Path) -> Path:
    (one,) = cache.glob("*.compiled")
    return one


def test_what_was_kept_is_the_same_registry(cache: Path) -> None:
    """Text and compiled form give equal registries, for the fixture and the bundled one."""
    for path in (SOUND, ROOT / "data"):
        fresh = nkj.read(path).registry
        assert nkj.load(path) == fresh
        assert nkj.load(path) == fresh
    assert len(list(cache.glob("*.compiled"))) == 2


def test_a_warm_start_does_not_read_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time, the reader is not asked."""
    first = nkj.load(SOUND)
    monkeypatch.setattr("nkj.registry.reader.read_all", None)
    assert nkj.load(SOUND) == first


def test_other_content_is_never_answered_for(tmp_path: Path) -> None:
    """One changed byte, and the compiled form is not used."""
    book = tmp_path / "book.yaml"
    text = SOUND.read_text(encoding="utf-8")
    book.write_text(text, encoding="utf-8")
    nkj.load(book)
    book.write_text(text.replace("2012-05-01", "2012-05-02"), encoding="utf-8")
    assert text_of(nkj.status(nkj.load(book), "2012").measures[0].since) == "2012-05-03"


def test_every_damage_is_seen(cache: Path) -> None:
    """Cut anywhere or with any byte changed, the file counts as absent."""
    fresh = nkj.load(SOUND)
    kept = _kept(cache)
    whole = kept.read_bytes()
    key = store.key_of(files.read_files(SOUND))
    for at in range(0, len(whole), 7):
        assert store.decoded(whole[:at], key) is None
        assert store.decoded(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], key) is None
    kept.write_bytes(b"")
    assert nkj.load(SOUND) == fresh
    assert _kept(cache).read_bytes() == whole


def test_an_unsound_registry_is_not_kept(cache: Path) -> None:
    """Problems are told each time."""
    for _ in range(2):
        with pytest.raises(nkj.RegistryError):
            nkj.load(ROOT / "tests" / "problems" / "bad-date" / "bad.yaml")
    assert not cache.exists()


def test_no_place_for_a_cache_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that cannot be written leaves the answer as it is, and nothing half-written."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert nkj.load(SOUND).measures

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    assert nkj.load(SOUND).measures
    assert not list((tmp_path / "nkj").iterdir())


@pytest.mark.parametrize("given", ["", " ", "/tmp/somewhere", "relative"])
def test_the_cache_lies_where_platformdirs_says(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The short way on Linux gives the same folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", given)
    found = store._cache_dir()
    if given == "relative":  # which counts for nothing; older platformdirs take it
        monkeypatch.delenv("XDG_CACHE_HOME")
    assert found == platformdirs.user_cache_dir("nkj", appauthor=False)
