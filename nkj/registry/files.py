"""Where a registry lies and what bytes it is made of.

What lives here: finding the bundled registry, listing the files of a folder, reading them, and the
hash over them. What does not: understanding them (``nodes`` and after).
"""

import os
import stat
from io import FileIO
from pathlib import Path
from typing import NamedTuple

try:  # hashlib loads OpenSSL for its other functions: 4 MB, a sixth of a whole answer
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

from nkj.model import Registry
from nkj.problems import Problem, RegistryNotFound

#: No registry may be larger, all files together. The bundled one is below 1 MB; 64 MiB is room for
#: 100,000 events.
MAX_BYTES = 64 * 1024 * 1024
DIGEST_SIZE = 32
_CHUNK = 1 << 18


class RegistryFile(NamedTuple):
    """One file: its name relative to the registry, the name to show, and its bytes (one more than
    the limit at most).
    """

    name: str
    shown: str
    data: bytes


class Reading(NamedTuple):
    """What came of reading: the registry, or None where it has errors, and all problems. ``hash``
    names the bytes.
    """

    registry: Registry | None
    problems: tuple[Problem, ...]
    hash: str


def bundled() -> Path:
    """The registry that comes with nkj: in the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    found = inside if inside.is_dir() else package.parent / "data"
    try:
        here = Path.cwd()
    except OSError:  # the folder that we stand in is gone
        return found
    return found.relative_to(here) if found.is_relative_to(here) else found


def read_files(path: str | os.PathLike[str] | None) -> list[RegistryFile]:
    """Read the registry at a path: a file, or every ``*.yaml`` directly in a folder, in name order.

    ``None`` is the bundled registry. Raises ``RegistryNotFound`` for a path that is missing,
    unreadable or holds no YAML.
    """
    found: list[RegistryFile] = []
    left = MAX_BYTES
    for name, place in _places(path):
        found.append(_read(place, name, left))
        left -= len(found[-1].data)
        if left < 0:
            break
    return found


def digest_at(path: str | os.PathLike[str] | None) -> bytes | None:
    """What ``digest_of`` gives for the files at a path, without holding their bytes.

    None where it cannot be had in this way: too much, unreadable, or written to meanwhile. Then
    reading says why. Raises ``RegistryNotFound`` as ``read_files`` does for the path itself.
    """
    digest = new_digest()
    left = MAX_BYTES
    room = bytearray(_CHUNK)
    for name, place in _places(path):
        try:
            described = place.stat()
            left -= described.st_size
            if left < 0 or not stat.S_ISREG(described.st_mode):
                return None
            _feed_head(digest, name, described.st_size)
            with open(place, "rb", buffering=0) as stream:
                if _feed(digest, stream, room) != described.st_size:
                    return None
        except (OSError, ValueError):
            return None
    return digest.digest()


def _feed(digest: blake2b, stream: FileIO, room: bytearray) -> int:
    """Feed a file to a digest, and say how many bytes it had."""
    count = 0
    window = memoryview(room)
    while size := stream.readinto(room):
        digest.update(window[:size])
        count += size
    return count


def sizes_at(path: Path) -> bytes:
    """The name and the size of each YAML file in a folder: what is seen of it without reading."""
    described = ((name, place.stat().st_size) for name, place in _places(path))
    return repr(list(described)).encode()


def _places(path: str | os.PathLike[str] | None) -> list[tuple[str, Path]]:
    """The files of a registry, each with its name in it, in name order."""
    if path == "":  # an unset variable of a shell; Path would read the folder that we stand in
        raise RegistryNotFound("missing", "")
    root = bundled() if path is None else Path(path)
    try:
        if not stat.S_ISDIR(root.stat().st_mode):
            return [(root.name, root)]
        names = sorted(name for name in os.listdir(root) if _is_part(name))
    except FileNotFoundError:
        raise RegistryNotFound("missing", os.fspath(root)) from None
    except (OSError, ValueError):
        raise RegistryNotFound("unreadable", os.fspath(root)) from None
    if not names:
        raise RegistryNotFound("no-yaml", os.fspath(root))
    return [(name, root / name) for name in names]


def _is_part(name: str) -> bool:
    return name.endswith(".yaml") and not name.startswith(".")


def _read(path: Path, name: str, most: int) -> RegistryFile:
    shown = os.fspath(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise RegistryNotFound("no-file", shown)
        with open(path, "rb") as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError):
        raise RegistryNotFound("unreadable", shown) from None
    return RegistryFile(name, shown, data)


def hash_of(files: list[RegistryFile]) -> str:
    """A short name for exactly these contents: every file's name, length and bytes."""
    return digest_of(files).hex()[:16]


def new_digest(start: bytes = b"") -> blake2b:
    """A digest of 32 bytes to be fed."""
    return blake2b(start, digest_size=DIGEST_SIZE)


def digest_of(files: list[RegistryFile]) -> bytes:
    """32 bytes that stand for every file's name, length and bytes."""
    digest = new_digest()
    for file in files:
        _feed_head(digest, file.name, len(file.data))
        digest.update(file.data)
    return digest.digest()


def _feed_head(digest: blake2b, name: str, size: int) -> None:
    """What stands before a file's bytes, so that no two lists of files give the same stream."""
    encoded = name.encode("utf-8", "surrogateescape")
    digest.update(b"%d %d\n" % (len(encoded), size))
    digest.update(encoded)
