"""The rows about lists: parties, and which of them stood on which list when.

What lives here: parties and listings as rows. What does not: replaying the lists (``replay``).
"""

from __future__ import annotations

from collections.abc import Iterator

from nkj.model import Registry
from nkj.tables.lives import Row


def parties(registry: Registry) -> Iterator[Row]:
    """Every party."""
    return iter(())


def listings(registry: Registry) -> Iterator[Row]:
    """Every party on every list."""
    return iter(())
