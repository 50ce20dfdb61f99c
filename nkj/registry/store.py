"""The compiled form: a sound registry as msgpack, so that a warm start reads no YAML.

What lives here: its key, the copy that the wheel carries, and the user's cache. What does not:
deciding whether a registry is sound (``reader``).

The key is taken over the bytes of the registry's files and of the code that reads them, so another
version's file, or one for other content, is never used. The bytes are decoded as data only and
checked by a digest; a file that is short, damaged or of another shape counts as absent. Nothing
here may fail: without a cache nkj is only slower.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from nkj.model import Registry
from nkj.registry.files import DIGEST_SIZE, RegistryFile, bundled, digest_of, new_digest

_PACKAGE = Path(__file__).resolve().parent.parent
#: The compiled form of the bundled registry, made by the build of the wheel.
CARRIED = _PACKAGE / "data" / "registry.compiled"
_SIZE = DIGEST_SIZE
_MOST_KEPT = 8
_DRAFT_SECONDS = 3600


def key_of(files: list[RegistryFile]) -> bytes:
    """What a compiled form must have been made from to be used: these files, read by this code."""
    digest = new_digest(digest_of(files))
    rooms = (_PACKAGE / "replay", _PACKAGE / "registry")
    code = [*_PACKAGE.glob("*.py"), *(path for room in rooms for path in room.rglob("*.py"))]
    for path in sorted(code):
        digest.update(path.read_bytes())
    for name in ("programme.yaml", "vocabulary.yaml"):  # they stand in where a registry has none
        digest.update((bundled() / name).read_bytes())
    digest.update(msgspec.__version__.encode())
    return digest.digest()


def compiled(registry: Registry, key: bytes) -> bytes:
    """A registry as bytes: key, digest of the rest, the rest."""
    body = msgspec.msgpack.encode(registry)
    return key + _told(key, body) + body


def _told(key: bytes, body: bytes | memoryview) -> bytes:
    """The digest that shows damage."""
    digest = new_digest(key)
    digest.update(body)
    return digest.digest()


def decoded(data: bytes, key: bytes) -> Registry | None:
    """The registry in these bytes, or None if they are not whole or made from anything else."""
    head, told, body = (
        data[:_SIZE],
        data[_SIZE : 2 * _SIZE],
        memoryview(data)[2 * _SIZE :],
    )  # a large body is not copied
    if head != key or told != _told(key, body):
        return None
    try:
        return msgspec.msgpack.decode(body, type=Registry)
    except (msgspec.DecodeError, RecursionError):
        return None


def fetch(key: bytes) -> Registry | None:
    """The compiled registry for a key, from the wheel or the cache, or None."""
    for place in _places(key):
        try:
            with open(place, "rb", opener=_without_waiting) as stream:
                if not _trusted(os.fstat(stream.fileno()), place) or stream.read(_SIZE) != key:
                    continue
                stream.seek(0)
                found = decoded(stream.read(), key)
        except (OSError, ValueError):
            continue
        if found is not None:
            return found
    return None


def _without_waiting(path: str, flags: int) -> int:
    """Open a file, and a pipe that somebody put in its place too, without waiting for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _trusted(found: os.stat_result, place: Path) -> bool:
    """True for a regular file that only its owner may write, who must be this user: the digest
    keeps out damage, not lies.

    The wheel's own file is as good as the code beside it.
    """
    return place == CARRIED or (stat.S_ISREG(found.st_mode) and _is_own(found))


def _is_own(found: os.stat_result) -> bool:
    """True if nobody but this user may write what these facts describe. Systems without user ids
    are not asked.
    """
    return not hasattr(os, "geteuid") or (
        found.st_uid == os.geteuid() and not found.st_mode & 0o022
    )


def _places(key: bytes) -> Iterator[Path]:
    """Where a compiled form may be: the wheel's is found without asking where the cache lies."""
    yield CARRIED
    cached = _cached(key)
    if cached is not None:
        yield cached


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
    try:
        return Path(_cache_dir()) / f"{key.hex()[:32]}.compiled"
    except (OSError, RuntimeError, ValueError):
        return None


def _cache_dir() -> str:
    """Where platformdirs would put the cache. On Linux its two lines stand here: importing it takes
    3% of a whole answer.
    """
    if sys.platform == "linux":
        given = os.environ.get("XDG_CACHE_HOME", "").strip()
        return os.path.join(
            given if os.path.isabs(given) else os.path.expanduser("~/.cache"), "nkj"
        )
    import platformdirs

    return platformdirs.user_cache_dir("nkj", appauthor=False)


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
