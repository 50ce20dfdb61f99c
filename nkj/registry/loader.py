"""The two library calls that open a registry.

What lives here: ``load`` (from the compiled form where there is one) and ``read`` (always from the
text, with every problem). What does not: how either is done. The reader is imported only when there
is text to read.
"""

from __future__ import annotations

import os

from nkj.model import Registry
from nkj.problems import RegistryError
from nkj.registry import store
from nkj.registry.files import Reading, read_files


def load(path: str | os.PathLike[str] | None = None) -> Registry:
    """Load a registry: a file, a folder, or (None) the bundled one.

    Raises ``RegistryError`` with all problems if there are errors, ``RegistryNotFound`` if there is
    nothing to read.
    """
    known = store.carried() if path is None else None
    if known is not None:
        return known
    key_before = store.key_at(path)
    known = store.fetch(key_before) if key_before else None
    if known is not None:
        return known
    files = read_files(path)
    key = store.key_of(files)
    from nkj.registry.reader import read_all

    reading = read_all(files)
    if reading.registry is None:
        raise RegistryError(reading.problems)
    store.keep(reading.registry, key)
    return reading.registry


def read(path: str | os.PathLike[str] | None = None) -> Reading:
    """Read a registry and return it with all its problems; warnings come with a registry, errors
    without.

    Raises ``RegistryNotFound`` if there is nothing to read at the path.
    """
    from nkj.registry.reader import read_all

    return read_all(read_files(path))
