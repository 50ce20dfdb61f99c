"""What is made of a registry once and kept with it.

What lives here: ``once``, for any function of a registry alone. What does not: the functions.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from nkj.model import Registry

T = TypeVar("T")


def once(make: Callable[[Registry], T]) -> Callable[[Registry], T]:
    """A function of a registry that answers the second time with what it gave the first time.

    A registry never changes, so the answer cannot either. It is kept in the registry itself and
    goes with it; a registry made by ``msgspec.structs.replace`` starts with nothing kept.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def known(registry: Registry) -> T:
        kept: dict[str, T] = registry.__dict__
        if name not in kept:
            kept[name] = make(registry)
        return kept[name]

    return known
