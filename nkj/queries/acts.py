"""Many acts at once: the same answers as ``ask``, as fast as they can be looked up.

What lives here: ``ask_rows`` for rows of any kind, and ``Table`` for rows of cells under a header,
which ``nkj ask --rows`` streams. What does not: reading and writing files (``cli.rows``), and how a
verdict comes about (``rules``).

A row is put into a class: the stretch of days on which no rule changes, on which side of every
bound its amounts lie, and its other cells as they stand. Each class is judged once. What is kept is
bounded, so that a table may be as long as it likes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from nkj import rules
from nkj.choices import Day, day_of
from nkj.model import Registry
from nkj.problems import WrongUsage
from nkj.queries.ask import event_of
from nkj.queries.bundled import on_bundled
from nkj.queries.result import Result
from nkj.queries.rulebook import Read, Rulebook

#: The columns that an answer adds to a table, in order.
ADDED = ("verdict", "measures", "events", "missing", "problem")
ON, CONDUCT = "on", "conduct"
#: So many days, and so many classes, are kept before all are let go and found again.
_MOST_DAYS, _MOST_CLASSES = 20_000, 100_000

#: Says in the reader's language what is wrong.
Tell: TypeAlias = Callable[[WrongUsage], str]


class Act(Result, frozen=True):
    """The answer to one row: the verdict (empty if the row has a problem), the measures that it
    rests on and the events that decide how these stand, the facts that are missing, and what is
    wrong with the row.
    """

    verdict: str = ""
    measures: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    problem: str = ""

    def cells(self) -> list[str]:
        """What it adds to a row, in the order of ``ADDED``."""
        listed = (" ".join(part) for part in (self.measures, self.events, self.missing))
        return [self.verdict, *listed, self.problem]


@on_bundled
def ask_rows(
    registry: Registry,
    rows: Iterable[Mapping[str, object]],
    conduct: str | None = None,
    on: Day | None = None,
) -> Iterator[Act]:
    """The answers to many acts, one a row, in their order and as they are asked for.

    A row maps ``on``, ``conduct`` and facts to values; ``conduct`` and ``on`` serve the rows that
    have none. Empty values count as not given, other keys are passed over, and a row that cannot be
    answered says so in its ``problem``. Raises ``WrongUsage`` for an unknown ``conduct`` or ``on``.

    >>> rows = [{"on": "2012-03-03", "yen": 500_000}, {"on": "2015", "yen": 500_000}]
    >>> [answer.verdict for answer in nkj.ask_rows(rows, "carry-cash")]
    ['must-declare', 'allowed']
    """
    table = Table(registry, conduct, on, WrongUsage.message)
    return (
        table.act({key: value for key, value in row.items() if value not in (None, "")})
        for row in rows
    )


class Table:
    """Answers rows, keeping what one row has in common with others."""

    def __init__(self, registry: Registry, conduct: str | None, on: Day | None, tell: Tell) -> None:
        self._registry = registry
        self._conduct = conduct
        self._on = on
        self._tell = tell
        self._classes: dict[str, _Classes] = {}
        if conduct is not None:
            self._of(conduct)
        if on is not None:
            day_of(registry, on)

    def act(self, row: Mapping[str, object]) -> Act:
        """The answer to one row, given as a mapping without empty values."""
        try:
            classes = self._of(str(row.get(CONDUCT, self._conduct or "")))
            facts = tuple(row.get(name, "") for name in classes.book.facts)
            return classes.act(row.get(ON, self._on), facts)
        except WrongUsage as wrong:
            return Act(problem=self._tell(wrong))

    def answers(self, header: Sequence[str]) -> Callable[[list[str]], list[str]]:
        """For rows of cells under a header: the function that gives the cells that a row gains."""
        places = {name: place for place, name in enumerate(header)}
        at_conduct, at_on = places.get(CONDUCT), places.get(ON)
        by_conduct: dict[str, Callable[[list[str]], list[str]]] = {}

        def cells(row: list[str]) -> list[str]:
            name = row[at_conduct] if at_conduct is not None else ""
            answer = by_conduct.get(name)
            if answer is None:
                try:
                    classes = self._of(name or self._conduct or "")
                except WrongUsage as wrong:
                    return Act(problem=self._tell(wrong)).cells()
                answer = by_conduct[name] = classes.reader(places, at_on, self._on, self._tell)
            return answer(row)

        return cells

    def _of(self, conduct: str) -> _Classes:
        if conduct not in self._classes:
            if not conduct:
                raise WrongUsage("usage.ask.row.conduct")
            self._classes[conduct] = _Classes(Rulebook.of(self._registry, conduct))
        return self._classes[conduct]


class _Classes:
    """The classes of acts of one conduct, each judged once."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._edges = book.edges
        self._measured = {
            name: sorted(book.bounds_of(name))
            for name, fact in book.facts.items()
            if fact.type in ("money", "day")
        }

    def act(self, on: object, facts: Sequence[object]) -> Act:
        """The answer to an act; ``facts`` in the order of the conduct's, empty if not given."""
        day = self._day(on)
        given = dict(zip(self.book.facts, facts, strict=True))
        return self._judged(day, {name: value for name, value in given.items() if value != ""})

    def reader(
        self, places: Mapping[str, int], at_on: int | None, on: Day | None, tell: Tell
    ) -> Callable[[list[str]], list[str]]:
        """The function from a row of cells to what it gains. Every step counts: it runs a million
        times.
        """
        measured = [
            (places[name], edges, self.book.facts[name].type == "money", name)
            for name, edges in self._measured.items()
            if name in places
        ]
        others = [name for name in self.book.facts if name in places and name not in self._measured]
        at_others = [places[name] for name in others]
        day_classes: dict[object, int] = {}
        known: dict[object, list[str]] = {}

        def stretch_of(text: str) -> int:
            if len(day_classes) > _MOST_DAYS:
                day_classes.clear()
            day = self._day(text or on)
            stretch = day_classes[text] = bisect_right(self._edges, day)
            return stretch

        def judged(row: list[str]) -> list[str]:
            names = [*others, *(name for *_, name in measured)]
            given = {name: row[places[name]] for name in names if row[places[name]]}
            text = row[at_on] if at_on is not None else ""
            return self._judged(self._day(text or on), given).cells()

        def cells(row: list[str]) -> list[str]:
            try:
                text = row[at_on] if at_on is not None else ""
                stretch = day_classes.get(text)
                key: list[object] = [stretch_of(text) if stretch is None else stretch]
                for place, edges, is_money, name in measured:
                    cell = row[place]
                    if not cell:
                        key.append(None)
                    elif is_money and cell.isdecimal() and cell.isascii():
                        key.append(bisect_right(edges, int(cell)))
                    else:
                        key.append(bisect_right(edges, self._number(name, cell)))
                key += [row[place] for place in at_others]
                whole = tuple(key)
                found = known.get(whole)
                if found is None:
                    if len(known) > _MOST_CLASSES:
                        known.clear()
                    found = known[whole] = judged(row)
            except WrongUsage as wrong:
                return Act(problem=tell(wrong)).cells()
            return found

        return cells

    def _day(self, on: object) -> int:
        if on is None or on == "":
            raise WrongUsage("usage.ask.row.on")
        return day_of(self.book.registry, on)  # type: ignore[arg-type]  # refuses what is no day

    def _number(self, name: str, cell: str) -> int:
        given = self.book.read(name, cell, 1).given
        assert isinstance(given, int)
        return given

    def _judged(self, day: int, given: Mapping[str, object]) -> Act:
        book = self.book
        read: dict[str, Read] = {name: book.read(name, value, day) for name, value in given.items()}
        known = {name: one.given for name, one in read.items() if one.given is not None}
        if not book.covers(day):
            return Act(verdict="unknown")
        now = book.on(day)
        verdict = book.verdict(day, known)
        carrying = rules.carrying(now.rules, known, book.asked)
        pairs = zip(now.rules, now.rests, strict=True)
        rests = [(one, rest) for one, rest in pairs if one in carrying]
        rests.sort(key=lambda pair: -rules.strictness(pair[0].rule.verdict))
        events = (event_of(book, one, *rest, read, day) for one, rest in rests)
        return Act(
            verdict=verdict,
            measures=tuple(dict.fromkeys(one.measure for one, _ in rests)),
            events=tuple(dict.fromkeys(event.id for event in events if event is not None)),
            missing=tuple(book.missing(day, known)),
        )
