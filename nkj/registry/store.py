"""The compiled form: a sound registry as msgpack, so that a warm start reads no YAML.

What lives here: its key, its layout, the copy that the wheel carries, and the user's cache. What
does not: deciding whether a registry is sound (``reader``), and making records of a part when it is
asked for (``sections``).

The key is taken over the bytes of the registry's files and of the code that reads them, so another
version's file, or one for other content, is never used. The bytes are decoded as data only and
checked by a checksum; a file that is short, damaged or of another shape counts as absent. Nothing
here may fail: without a cache nkj is only slower.

The layout: the key; a checksum of all that follows; the length of the head; the head, which holds
what is no section and says how long each part is; then of each section its body and its index.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

from nkj.model import Registry
from nkj.problems import RegistryNotFound
from nkj.registry.files import (
    DIGEST_SIZE,
    RegistryFile,
    bundled,
    digest_at,
    digest_of,
    new_digest,
    sizes_at,
)
from nkj.sections import Kept, kept_parts

_PACKAGE = Path(__file__).resolve().parent.parent
#: The compiled form of the bundled registry, made by the build of the wheel.
CARRIED = _PACKAGE / "data" / "registry.compiled"
#: The kind of record in each section of a registry: every field that is a sequence is one.
_KINDS: dict[str, type[Any]] = {
    name: annotation.__args__[0]
    for name, annotation in Registry.__annotations__.items()
    if getattr(annotation, "__origin__", None) is Sequence
}
_NUMBER = 4
_HEAD_AT = DIGEST_SIZE + 2 * _NUMBER
_MOST_KEPT = 8
_DRAFT_SECONDS = 3600


class _Head(msgspec.Struct):
    """What is no section, by its field; and of each section how long its body and its index are."""

    values: dict[str, msgspec.Raw]
    sections: dict[str, tuple[int, int]]


# Keys


def key_of(files: list[RegistryFile]) -> bytes:
    """What a compiled form must have been made from to be used: these files, read by this code."""
    return _key(digest_of(files))


def key_at(path: str | os.PathLike[str] | None) -> bytes | None:
    """What ``key_of`` gives for the files at a path, or None where only reading them can tell."""
    digest = digest_at(path)
    return None if digest is None else _key(digest)


def _key(content: bytes) -> bytes:
    digest = new_digest(content)
    for path in code_files():
        digest.update(path.read_bytes())
    for name in ("programme.yaml", "vocabulary.yaml"):  # they stand in where a registry has none
        digest.update((bundled() / name).read_bytes())
    digest.update(msgspec.__version__.encode())
    return digest.digest()


def code_files() -> list[Path]:
    """The modules that decide what a compiled form holds: all that the reader imports."""
    rooms = (_PACKAGE / "replay", _PACKAGE / "registry")
    code = [*_PACKAGE.glob("*.py"), *(path for room in rooms for path in room.rglob("*.py"))]
    return sorted(path for path in code if path.parent.name != "editing")


def carried_key(data: Path) -> bytes:
    """The key of the wheel's own compiled form: its version, its records, and how long its files
    are.

    The wheel was made whole from one state, so that its YAML need not be read to know that the two
    belong together. A file in an installed registry that was edited into another length is seen.
    """
    from nkj import __version__

    digest = new_digest(__version__.encode())
    digest.update((_PACKAGE / "model.py").read_bytes())
    digest.update(sizes_at(data))
    return digest.digest()


# The layout


def compiled(registry: Registry, key: bytes) -> bytes:
    """A registry as bytes."""
    encode = msgspec.msgpack.Encoder().encode
    values: dict[str, msgspec.Raw] = {}
    lengths: dict[str, tuple[int, int]] = {}
    parts: list[bytes] = []
    for name in Registry.__struct_fields__:
        value = getattr(registry, name)
        if name in _KINDS:
            body, index = kept_parts(value)
            lengths[name] = (len(body), len(index))
            parts += (body, index)
        else:
            values[name] = msgspec.Raw(encode(value))
    head = encode(_Head(values, lengths))
    parts[:0] = (_number(len(head)), head)
    checksum = 0
    for part in parts:
        checksum = crc32(part, checksum)
    return b"".join((key, _number(checksum), *parts))  # once: a large registry is 24 MB long


def decoded(data: bytes, key: bytes) -> Registry | None:
    """The registry in these bytes, or None if they are not whole or made from anything else.

    A section's records are made when the section is first asked for something.
    """
    whole = memoryview(data)
    told, rest = whole[DIGEST_SIZE : DIGEST_SIZE + _NUMBER], whole[DIGEST_SIZE + _NUMBER :]
    if data[:DIGEST_SIZE] != key or told != _number(crc32(rest)):
        return None
    at = _HEAD_AT + int.from_bytes(rest[:_NUMBER], "big")
    try:
        head = msgspec.msgpack.decode(whole[_HEAD_AT:at], type=_Head)
        fields: dict[str, Any] = {
            name: msgspec.msgpack.decode(value, type=Registry.__annotations__[name])
            for name, value in head.values.items()
        }
        for name, (body, index) in head.sections.items():
            middle, end = at + body, at + body + index
            fields[name] = Kept(whole[at:middle], whole[middle:end], _KINDS[name])
            at = end
        return Registry(**fields)
    except (msgspec.DecodeError, RecursionError, KeyError, TypeError):
        return None


def _number(value: int) -> bytes:
    return value.to_bytes(_NUMBER, "big")


# The places


def carried() -> Registry | None:
    """The bundled registry as the wheel carries it, or None: a checkout carries none."""
    try:
        with open(CARRIED, "rb") as stream:
            return decoded(stream.read(), carried_key(CARRIED.parent))
    except (OSError, RegistryNotFound):
        return None


def fetch(key: bytes) -> Registry | None:
    """The compiled registry for a key from the cache, or None."""
    place = _cached(key)
    if place is None:
        return None
    try:
        with open(place, "rb", opener=_without_waiting) as stream:
            # A checksum keeps out damage, not lies: another user's file is not even read.
            described = os.fstat(stream.fileno())
            if not stat.S_ISREG(described.st_mode) or not _is_own(described):
                return None
            if stream.read(DIGEST_SIZE) != key:
                return None
            stream.seek(0)
            return decoded(stream.read(), key)
    except (OSError, ValueError):
        return None


def _without_waiting(path: str, flags: int) -> int:
    """Open a file, and a pipe that somebody put in its place too, without waiting for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _is_own(found: os.stat_result) -> bool:
    """True if nobody but this user may write what these facts describe. Systems without user ids
    are not asked.
    """
    return not hasattr(os, "geteuid") or (
        found.st_uid == os.geteuid() and not found.st_mode & 0o022
    )


def keep(registry: Registry, key: bytes) -> None:
    """Write the compiled form to the cache: whole or not at all, and without a word if that cannot
    be done.
    """
    place = _cached(key)
    if place is None:
        return
    folder = place.parent
    with contextlib.suppress(OSError, ValueError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if (
            _is_own(folder.stat()) and os.lstat(folder).st_uid == folder.stat().st_uid
        ):  # not a link that another user made
            _write(place, compiled(registry, key))
            _tidy(folder)


def _write(place: Path, data: bytes) -> None:
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    stream = open(draft, "xb", opener=_for_the_owner)  # noqa: SIM115 (a draft that another made is left alone)
    try:
        with stream:
            stream.write(data)
        os.replace(draft, place)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _cached(key: bytes) -> Path | None:
    # Imported here, since an installed nkj that is asked of its own registry needs no cache: it is
    # 6% of a whole answer.
    import platformdirs

    try:
        folder = Path(platformdirs.user_cache_dir("nkj", appauthor=False))
    except (OSError, RuntimeError, ValueError):
        return None
    # Before 4.12 platformdirs takes a relative XDG_CACHE_HOME, which is to count for nothing.
    return folder / f"{key.hex()[:32]}.compiled" if folder.is_absolute() else None


def _tidy(folder: Path) -> None:
    """Keep the newest few, so that the cache does not grow with every edit, and no draft that a
    killed process left.
    """
    kept = sorted(folder.glob("*.compiled"), key=_age)
    drafts = (draft for draft in folder.glob(".*.compiled.*") if _age(draft) > _DRAFT_SECONDS)
    for old in (*kept[_MOST_KEPT:], *drafts):
        old.unlink(missing_ok=True)


def _age(path: Path) -> float:
    """Seconds since a file was written, by the clock of its own disk's newest write."""
    return path.parent.stat().st_mtime - path.lstat().st_mtime
