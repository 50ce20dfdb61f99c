"""The registry as tidy typed tables: for machines what the sheet is for people.

What lives here: ``Table``, and making one. What does not: what the rows say (``lives``,
``records``, ``lists``, ``panel``), which columns there are (``layout``), and any file
(``exports``).

Everything that holds on a day comes from the replay that answers questions too, so that a table
cannot disagree with an answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias, overload

from nkj import days
from nkj.characters import printable
from nkj.choices import Day, OriginChoice, choose, interval_of
from nkj.model import Registry, Text, When
from nkj.problems import WrongUsage
from nkj.replay import Replay
from nkj.tables import lists, lives, records
from nkj.tables.layout import (
    LAYOUTS,
    PANEL,
    Column,
    ForeignKey,
    Layout,
    columns_of,
    foreign_keys_of,
)
from nkj.tables.lives import Row
from nkj.tables.panel import PERIODS, Period
from nkj.tables.panel import panel as panel_rows
from nkj.wording import table_titles

#: What a cell holds; None is what is not there, or not known.
Value: TypeAlias = str | int | float | bool | dt.date | tuple[str, ...] | None

_MAKERS: dict[str, Callable[[Registry], Iterable[Row]]] = {
    "measures": lives.measures,
    "events": lives.events,
    "spans": lives.spans,
    "terms": lives.terms,
    "citations": records.citations,
    "sources": records.sources,
    "parties": lists.parties,
    "listings": lists.listings,
    "exchanges": records.exchanges,
    "legs": records.legs,
    "turns": records.turns,
    "figures": records.figures,
    "occasions": records.occasions,
    "decisions": records.decisions,
}
#: The names of all tables, in order.
TABLES = tuple(_MAKERS)


class Table(Sequence[dict[str, Value]]):
    """One table: a sequence of rows, each a dict by column, which pandas and polars take as it is.

    ``columns`` say what each value is, ``key`` which columns tell rows apart, ``foreign_keys``
    which point into other tables; ``tuples`` are the bare rows.
    """

    def __init__(self, layout: Layout, languages: Sequence[str], rows: Iterable[Row]) -> None:
        self.name = layout.name
        self.columns = columns_of(layout, languages)
        self.key = layout.key
        self.foreign_keys: tuple[ForeignKey, ...] = foreign_keys_of(layout)
        self.tuples = tuple(
            tuple(_value(row.get(column.field), column) for column in self.columns) for row in rows
        )
        self._names = tuple(column.name for column in self.columns)

    def title(self, lang: str) -> str:
        """What to call it in a language."""
        return table_titles(lang)[f"table.{self.name}"]

    def __len__(self) -> int:
        return len(self.tuples)

    @overload
    def __getitem__(self, at: int) -> dict[str, Value]: ...
    @overload
    def __getitem__(self, at: slice) -> list[dict[str, Value]]: ...
    def __getitem__(self, at: int | slice) -> dict[str, Value] | list[dict[str, Value]]:
        if isinstance(at, slice):
            return [self._row(values) for values in self.tuples[at]]
        return self._row(self.tuples[at])

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return map(self._row, self.tuples)

    def _row(self, values: tuple[Value, ...]) -> dict[str, Value]:
        return dict(zip(self._names, values, strict=True))

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self)} rows, {', '.join(self._names)}>"


def table(registry: Registry, name: str) -> Table:
    """One of ``TABLES``. Raises ``WrongUsage`` for a name that there is not."""
    if name not in _MAKERS:
        raise WrongUsage("usage.choice", text=printable(name), choices=", ".join(TABLES))
    return Table(LAYOUTS[name], registry.programme.languages, _MAKERS[name](registry))


def tables(registry: Registry) -> Iterator[Table]:
    """Every table, in order, each made when its turn comes."""
    return (table(registry, name) for name in TABLES)


def panel(
    registry: Registry,
    by: Period = "month",
    first: Day | None = None,
    last: Day | None = None,
    measures: Sequence[str] = (),
    origin: OriginChoice = "all",
) -> Table:
    """Every chosen measure in every month or on every day from one day to another.

    Without days, from ``verified_from`` to ``verified_through``, or as far as anything is known to
    change where a registry does not say. Raises ``WrongUsage`` for a bad day, name or period.
    """
    if by not in PERIODS:
        raise WrongUsage("usage.choice", text=printable(by), choices=", ".join(PERIODS))
    asked = interval_of(registry, first, last)
    begin, end = _whole(registry)
    begin = begin if asked.first is None else asked.first
    end = end if asked.last is None else asked.last
    rows = panel_rows(registry, choose(registry, measures, origin), by, begin, end)
    return Table(PANEL, registry.programme.languages, rows)


def _whole(registry: Registry) -> tuple[int, int]:
    """The first and the last day that a panel shows where none was asked for."""
    changes = [day for day in Replay.of(registry).change_days() if 1 <= day <= days.LAST]
    first = registry.verified_from or min(changes, default=1)
    last = registry.verified_through or max(changes, default=first)
    return first, max(first, last)


def _value(value: object, column: Column) -> Value:
    """The value of a field as one column has it."""
    if isinstance(value, When):
        return _part_of_day(value, column)
    if isinstance(value, Text):
        return value.words.get(column.part)
    if column.type == "list":
        items: Iterable[object] = value if isinstance(value, tuple) else ()
        return tuple(item.text if isinstance(item, When) else str(item) for item in items)
    if column.type == "number" and isinstance(value, int):
        return float(value)  # one type all down a column
    return value  # type: ignore[return-value]  # plain already


def _part_of_day(day: When, column: Column) -> Value:
    if column.part == "earliest":
        return None if day.first is None else dt.date.fromordinal(day.first)
    if column.part == "latest":
        return None if day.last is None else dt.date.fromordinal(day.last)
    return day.doubtful if column.part == "doubtful" else day.text
