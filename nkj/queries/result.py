"""The base of every answer.

What lives here: what all answers have in common. What does not: any question.

A day in an answer is a ``When``: the string written, in ``.text``, the days that it can be, and
whether it is doubted.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from nkj import days, index
from nkj.coverage import reach_of
from nkj.model import Registry, Section, When


class Result(msgspec.Struct, frozen=True):
    """Base of the records that answers are made of."""


class Answer(Result, frozen=True, kw_only=True):
    """Base of a whole answer to a question.

    ``registry`` is the one that was asked. An answer names records by their ids, and who shows it
    finds their names there. It is no part of what is said: two answers that say the same are equal,
    and neither ``repr`` nor JSON repeats the registry.
    """

    registry: Registry

    @property
    def verified_through(self) -> When | None:
        """The newest day for which evidence was seen of all that the answer shows.

        That is the earliest of the days that bear on it (``bearing``).
        """
        measures, sections = self.bearing()
        entries = index.of(self.registry).measures
        shown = [entries[name] for name in measures]
        through = reach_of(self.registry).earliest(shown, sections)
        return None if through is None else days.exactly(through)

    def bearing(self) -> tuple[Iterable[str], Iterable[Section]]:
        """The measures and sections that the answer shows; nothing where it speaks of the whole."""
        return (), ()

    def said(self) -> dict[str, object]:
        """Every field but the registry, by its key in JSON."""
        fields = zip(self.__struct_encode_fields__, self.__struct_fields__, strict=True)
        return {key: getattr(self, name) for key, name in fields if name != "registry"}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answer) or type(self) is not type(other):
            return NotImplemented
        return self.said() == other.said()

    def __repr__(self) -> str:
        told = ", ".join(f"{key}={value!r}" for key, value in self.said().items())
        return f"{type(self).__name__}({told})"
