"""Where a registry lies and what bytes it is made of.

What lives here: finding the bundled registry, listing the files of a folder, reading them, and the
hash over them. What does not: understanding them (``nodes`` and after).
"""

import os
import stat
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
    if path == "":  # an unset variable of a shell; Path would read the folder that we stand in
        raise RegistryNotFound("missing", "")
    root = bundled() if path is None else Path(path)
    try:
        mode = root.stat().st_mode
        if stat.S_ISDIR(mode):
            names = sorted(
                entry
                for entry in os.listdir(root)
                if entry.endswith(".yaml") and not entry.startswith(".")
            )
            if not names:
                raise RegistryNotFound("no-yaml", os.fspath(root))
            return _read_each(root, names)
    except FileNotFoundError:
        raise RegistryNotFound("missing", os.fspath(root)) from None
    except (OSError, ValueError):
        raise RegistryNotFound("unreadable", os.fspath(root)) from None
    return [_read(root, root.name, MAX_BYTES)]


def _read_each(root: Path, names: list[str]) -> list[RegistryFile]:
    """The files of a folder, up to the one in which the limit is passed."""
    found: list[RegistryFile] = []
    left = MAX_BYTES
    for name in names:
        found.append(_read(root / name, name, left))
        left -= len(found[-1].data)
        if left < 0:
            break
    return found


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
        name = file.name.encode("utf-8", "surrogateescape")
        digest.update(b"%d %d\n" % (len(name), len(file.data)))
        digest.update(name)
        digest.update(file.data)
    return digest.digest()
