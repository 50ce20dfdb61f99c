"""The base of every answer.

What lives here: what all answers have in common. What does not: any question.

A day in an answer is a ``When``: the string written, in ``.text``, the days that it can be, and
whether it is doubted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from nkj import days, index
from nkj.coverage import reach_of
from nkj.model import Registry, Section, When
from nkj.queries.plain import PlainWriter


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

    def rows(self) -> tuple[object, ...]:
        """What the answer lists: its first list, or itself where it is of one thing."""
        lists = (value for value in self.said().values() if isinstance(value, tuple))
        return next(lists, ())

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as JSON has them, each a dict: for ``pandas.DataFrame`` and its like.

        Dates are the strings written, texts dicts by language, what is not there is ``None``.
        """
        writer = PlainWriter(self.registry.programme.languages)
        return [writer.plain(row) for row in self.rows()]

    def __repr__(self) -> str:
        """One line: what is not a list as it stands, of a list how many, and the first of them."""
        told = (f"{key}={_brief(value)}" for key, value in self.said().items() if value is not None)
        return f"<{type(self).__name__} {', '.join(told)}>"

    def _repr_html_(self) -> str:
        """The sheet, for a notebook."""
        import nkj  # the library's front; an answer itself knows no sheet

        return nkj.html(self)


#: So many of a list's ids, and so many letters of a text, stand in a ``repr``.
_FEW, _SHORT = 3, 60


def _brief(value: object) -> str:
    if isinstance(value, When):
        return value.text
    if isinstance(value, tuple):
        ids = [str(one) for row in value[:_FEW] if (one := _id_of(row))]
        more = ", ..." if ids and len(value) > _FEW else ""
        return f"{len(value)} ({', '.join(ids)}{more})" if ids else str(len(value))
    text = repr(value)
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 3]}..."


def _id_of(row: object) -> object:
    """What tells a row from others: its id, else its day."""
    for field in ("id", "source", "family", "date"):
        value = getattr(row, field, None)
        if value is not None:
            return value.text if isinstance(value, When) else value
    return row if isinstance(row, str) else None
