"""Each text of the page once: what the data holds is a number, the place of its text in a list.

What lives here: the list, and pairs of texts, one a language. What does not: what is said (``data``
and its neighbours).
"""

from __future__ import annotations

from collections.abc import Iterable


class Strings:
    """Texts in the order in which they were first said."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def at(self, text: str) -> int:
        """The place of a text, which is added if it is new."""
        return self._places.setdefault(text, len(self._places))

    def each(self, texts: Iterable[str]) -> list[int]:
        """The places of several texts."""
        return [self.at(text) for text in texts]

    def all(self) -> list[str]:
        """Every text, in order of its place."""
        return list(self._places)
