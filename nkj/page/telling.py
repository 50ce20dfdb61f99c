"""Who says the page's texts: all languages at once, each text and each source a single time.

What lives here: what every part of the data shares. What does not: what it is that is said
(``answers``, ``parties``, ``acts``, ``data``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from nkj.model import Registry, Text
from nkj.page.strings import Place, Strings
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column
from nkj.wording import LANGUAGES, words

#: The cells that name sources by their ids: the script shows what each source is.
_SOURCES = "sources"


class Telling:
    """The languages of the page, and what was said in them."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.said = [Phrases(registry, words(lang)) for lang in LANGUAGES]
        self.strings = Strings()
        #: The sources named so far, each with its place among them.
        self.sources: dict[str, int] = {}
        #: The rows of columns that tables have, each with its place among them.
        self.shapes: dict[tuple[tuple[str, Place, str], ...], int] = {}

    def at(self, *told: str) -> Place:
        """The place of a text: the same in all languages, or one for each."""
        return self.strings.at(*told)

    def say(self, tell: Callable[[Phrases], str]) -> Place:
        """The place of what is told in each language."""
        return self.at(*map(tell, self.said))

    def label(self, key: str) -> Place:
        """The place of a label."""
        return self.say(lambda phrases: phrases.words.say(key))

    def text(self, text: Text | None) -> Place:
        """The place of a text of the registry; of an empty one where there is none."""
        return self.say(lambda phrases: phrases.text(text))

    def cited(self, names: Iterable[str]) -> list[int]:
        """The places of some sources."""
        return [self.sources.setdefault(name, len(self.sources)) for name in names]

    def block(self, told: Sequence[Block], leave_out: tuple[str, ...] = ()) -> list[Any]:
        """A block of a sheet, given in each language: heading, introduction, columns, groups of
        rows, sides.
        """
        block = told[0]
        kept = [
            at
            for at, column in enumerate(block.columns)
            if column.key == _SOURCES or (column.role != "aside" and column.key not in leave_out)
        ]
        return [
            self.at(*(one.heading for one in told)),
            self._each(one.intro for one in told),
            self._shape([[one.columns[at] for at in kept] for one in told]),
            self._groups(told, kept),
            self._each(one.sides or () for one in told),
        ]

    def _each(self, told: Iterable[Sequence[str]]) -> list[Place]:
        return [self.at(*same) for same in zip(*told, strict=True)]

    def _shape(self, told: Sequence[Sequence[Column]]) -> int:
        """The place of a row of columns among all that there are."""
        shape = tuple(
            (same[0].key, self.at(*(column.title for column in same)), same[0].role)
            for same in zip(*told, strict=True)
        )
        return self.shapes.setdefault(shape, len(self.shapes))

    def _groups(self, told: Sequence[Block], kept: Sequence[int]) -> list[Any]:
        found = []
        for same in zip(*(one.groups for one in told), strict=True):
            rows = [
                [
                    alike[0].side,
                    *(self._cell(told[0], at, [row.cells[at] for row in alike]) for at in kept),
                ]
                for alike in zip(*(rows for _, rows in same), strict=True)
            ]
            found.append([self.at(*(name for name, _ in same)), rows])
        return found

    def _cell(self, block: Block, at: int, told: Sequence[str]) -> Any:
        """A cell: the place of its text, or of each source that it names."""
        if block.columns[at].key != _SOURCES:
            return self.at(*told)
        return self.cited(name for name in told[0].split(", ") if name)
