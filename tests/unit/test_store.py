"""The compiled form: the same registry, used only for the same bytes, and never in the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec
import pytest

import nkj
from nkj.formats import json
from nkj.model import Registry
from nkj.registry import files, store
from nkj.sections import Kept, pick
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


def test_what_is_not_asked_for_is_not_made() -> None:
    """One measure's status makes that measure, the sources it names, and how it was checked."""
    name = nkj.load(SOUND).measures[0].id
    registry = nkj.load(SOUND)
    assert nkj.status(registry, "2012-06", [name]).measures[0].id == name
    assert json.answer(nkj.status(registry, "2012-06", [name]))
    made = {name for name, section in _sections(registry).items() if section.is_made}
    assert made == {"checkpoints", "coverage_by"}


def _sections(registry: Registry) -> dict[str, Kept[Any]]:
    fields = {name: getattr(registry, name) for name in registry.__struct_fields__}
    return {name: value for name, value in fields.items() if isinstance(value, Kept)}


def test_a_section_behaves_as_the_tuple_of_its_records() -> None:
    """Compared, counted, indexed, cut, searched, shown."""
    nkj.load(SOUND)
    fresh, kept = nkj.read(SOUND).registry, nkj.load(SOUND)
    assert fresh is not None
    for name, section in _sections(kept).items():
        records = tuple(getattr(fresh, name))
        assert section == records
        assert records == section
        assert len(section) == len(records)
        assert section[:1] == records[:1]
        assert repr(section) == repr(records)
        assert all(record in section for record in records)
        assert section == _sections(nkj.load(SOUND))[name]
    assert kept.measures[0] == fresh.measures[0]
    assert kept.measures != list(fresh.measures)


def test_records_are_picked_by_id_in_their_order(bundled: Registry) -> None:
    """From a tuple and from the compiled form, before and after its records are made."""
    fresh = nkj.read(ROOT / "data").registry
    assert fresh is not None
    ids = [fresh.sources[at].id for at in (30, 2, 7)]
    expected = [fresh.sources[at] for at in (2, 7, 30)]
    nkj.load(ROOT / "data")
    kept = nkj.load(ROOT / "data").sources
    assert pick(fresh.sources, ids) == pick(kept, ids) == expected
    assert len(kept) == len(fresh.sources)
    assert pick(kept, [*ids, "no-such"]) == expected


def test_the_key_is_the_same_with_and_without_the_bytes(tmp_path: Path) -> None:
    """Taken as the files are read, or over what was read: a folder, a file, an odd name."""
    shutil.copy(SOUND, tmp_path / "b.yaml")
    shutil.copy(SOUND, os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yaml"))
    (tmp_path / "empty.yaml").touch()
    for path in (SOUND, ROOT / "data", tmp_path):
        assert store.key_at(path) == store.key_of(files.read_files(path))


def test_what_cannot_be_taken_as_it_is_read_has_no_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too much, or no file: reading tells what is wrong."""
    os.mkfifo(tmp_path / "pipe.yaml")
    assert store.key_at(tmp_path) is None
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    assert store.key_at(SOUND) is None


def test_the_key_covers_all_the_code_that_reads() -> None:
    """Every module that is there once a registry was read; but words decide nothing."""
    code = (
        "import sys, nkj.registry.reader as r, nkj.registry.files as f\n"
        "assert r.read_all(f.read_files('data')).registry\n"
        "print(*(m.__file__ for n, m in sys.modules.items() if n.split('.')[0] == 'nkj'))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    loaded = {Path(name) for name in done.stdout.split()}
    assert len(loaded) > 10
    words = {path for path in loaded if path.parent.name == "wording"}
    assert loaded - words <= set(store.code_files())


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A registry as a wheel carries it: the files, and their compiled form beside them."""
    data = tmp_path / "data"
    data.mkdir()
    shutil.copy(SOUND, data / "sanctions.yaml")
    registry = nkj.read(data).registry
    assert registry is not None
    (data / "registry.compiled").write_bytes(store.compiled(registry, store.carried_key(data)))
    monkeypatch.setattr(store, "CARRIED", data / "registry.compiled")
    monkeypatch.setattr(files, "bundled", lambda: data)
    return data


def test_the_wheel_s_own_form_is_believed_without_reading_the_text(
    wheel: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bundled registry comes from it; a path is never answered from it; nothing is cached."""
    monkeypatch.setattr(files, "digest_at", None)
    monkeypatch.setattr(files, "_read", None)
    assert nkj.load().measures
    assert not cache.exists()


def test_a_wheel_s_form_that_does_not_belong_is_not_used(
    wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of other lengths, another version of nkj, damage: the text is read."""
    text = wheel / "sanctions.yaml"
    assert store.carried() is not None
    monkeypatch.setattr(nkj, "__version__", "0.0.0")
    assert store.carried() is None
    monkeypatch.undo()
    monkeypatch.setattr(store, "CARRIED", wheel / "registry.compiled")
    assert store.carried() is not None
    text.write_text(text.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert store.carried() is None
    text.unlink()
    assert store.carried() is None


@pytest.mark.parametrize(
    "head",
    [
        b"\xff",
        msgspec.msgpack.encode({"values": {}, "sections": {}}),
        msgspec.msgpack.encode({"values": {"no-such": 1}, "sections": {}}),
        msgspec.msgpack.encode({"values": {"version": 1}, "sections": {}}),
    ],
    ids=["no msgpack", "too little", "another field", "another type"],
)
def test_another_shape_is_not_used(head: bytes) -> None:
    """Whole and under the right key, and yet not what this code writes."""
    key = bytes(files.DIGEST_SIZE)
    rest = len(head).to_bytes(4, "big") + head
    assert store.decoded(key + crc32(rest).to_bytes(4, "big") + rest, key) is None
