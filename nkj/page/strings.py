"""Each text of the page once: what the data holds is a number, the place of its text in a list.

What lives here: the list, in which a text stands once for all languages or once for each, and the
order in which it is written. What does not: what is said (``data`` and its neighbours).
"""

from __future__ import annotations

from typing import Any


class Place(int):
    """Where a text stands, until ``Strings.settled`` gives it the number that is written."""


class Once:
    """Parts of the data, each a single time."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, list[Any]]] = {}

    def at(self, part: list[Any]) -> int:
        """The place of a part, which is added if it is new."""
        return self._found.setdefault(repr(part), (len(self._found), part))[0]

    def all(self) -> list[list[Any]]:
        """Every part, in order of its place."""
        return [part for _, part in self._found.values()]


class Strings:
    """Texts as they were first said, and how often each is pointed to."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], Place] = {}
        self._uses: list[int] = []

    def at(self, *told: str) -> Place:
        """The place of a text, which is added if it is new: one for every language, or one for
        each of them in their order.
        """
        text = told[:1] if len(set(told)) == 1 else told
        place = self._places.setdefault(text, Place(len(self._places)))
        if place == len(self._uses):
            self._uses.append(0)
        self._uses[place] += 1
        return place

    def settled(self, body: Any) -> tuple[Any, list[tuple[str, ...]]]:
        """The data with the numbers that are written, and every text in order of these. What is
        said most comes first: its number is the shortest.
        """
        order = sorted(range(len(self._uses)), key=lambda place: -self._uses[place])
        numbers = {place: number for number, place in enumerate(order)}
        texts = list(self._places)
        return _renumbered(body, numbers), [texts[place] for place in order]


def _renumbered(part: Any, numbers: dict[int, int]) -> Any:
    if isinstance(part, Place):
        return numbers[part]
    if isinstance(part, dict):
        return {key: _renumbered(value, numbers) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_renumbered(one, numbers) for one in part]
    return part
