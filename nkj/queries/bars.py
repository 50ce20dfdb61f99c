"""Every measure as a bar: what stands in each row of a timeline, drawn or written.

What lives here: which measures, occasions and bargains have a row, in which order, between which
days (``laid_out``, from which the picture is drawn too), and the same as an answer (``bars``). What
does not: what held (``pieces``), any drawing (``pictures``, ``formats.bars``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from nkj import days
from nkj.choices import Day, OriginChoice, choose, interval_of
from nkj.coverage import reach_of
from nkj.model import Exchange, Measure, NamedId, Occasion, Registry, Section, State, Text, When
from nkj.queries.bundled import on_bundled
from nkj.queries.pieces import Piece, pieces, prolonged
from nkj.queries.result import Answer, Result
from nkj.queries.status import MeasureStatus, status
from nkj.replay import Replay

#: A kind of occasion with fewer marks shares one row with the other rare ones.
OWN_ROW = 3
#: Room after the last change, so that its bar does not end at the edge.
_AFTER = 120


class Shown(NamedTuple):
    """A measure that shows between the two days, and how it stands on the last day known."""

    measure: Measure
    pieces: tuple[Piece, ...]
    standing: MeasureStatus


class Family(NamedTuple):
    """A family with its measures, by the first day on which each shows; its place among all."""

    family: NamedId
    place: int
    members: tuple[Shown, ...]


class Line(NamedTuple):
    """The occasions of one kind; without a kind, those of the rare ones."""

    kind: NamedId | None
    occasions: tuple[Occasion, ...]


class Bargain(NamedTuple):
    """A bargain and the days on which it ran; what has not ended runs to the last day known."""

    exchange: Exchange
    first: int
    last: int


class Laid(NamedTuple):
    """The rows between two days, both included. ``known`` is the last of them with evidence."""

    first: int
    last: int
    known: int
    bargains: tuple[Bargain, ...]
    lines: tuple[Line, ...]
    families: tuple[Family, ...]


def whole(registry: Registry) -> tuple[int, int]:
    """From the year in which the evidence begins to a little after the last change."""
    changes = Replay.of(registry).change_days() or [1, 1]
    first = registry.verified_from or changes[0]
    first = days.parse_span(days.iso(first)[:4])[0]
    return first, max(changes[-1], registry.verified_through or 1) + _AFTER


def laid_out(registry: Registry, measures: Sequence[Measure], first: int, last: int) -> Laid:
    """The rows of these measures, with the bargains and occasions of these days."""
    through = reach_of(registry).earliest(measures, ())
    known = last if through is None else min(through, last)
    return Laid(
        first=first,
        last=last,
        known=known,
        bargains=tuple(_bargains(registry, first, last, known)),
        lines=tuple(_lines(registry, first, last)),
        families=tuple(_families(registry, measures, first, last, known)),
    )


def _bargains(registry: Registry, first: int, last: int, known: int) -> list[Bargain]:
    found = []
    for exchange in registry.exchanges:
        if exchange.kind != "bargain" or not exchange.agreed or not exchange.agreed.first:
            continue
        end = known if exchange.ended is None else days.place(exchange.ended)
        if exchange.agreed.first <= last and end >= first:
            found.append(Bargain(exchange, days.place(exchange.agreed), end))
    return sorted(found, key=lambda bargain: bargain.first)


def _lines(registry: Registry, first: int, last: int) -> Iterator[Line]:
    """The kinds of occasion with marks enough for a row, then one row for the others."""
    within = [
        occasion
        for occasion in registry.occasions
        if occasion.occurred.first is not None and first <= occasion.occurred.first <= last
    ]
    within.sort(key=lambda occasion: days.place(occasion.occurred))
    rare: list[Occasion] = []
    for kind in registry.programme.occasion_kinds:
        same = tuple(occasion for occasion in within if occasion.kind == kind.id)
        if len(same) >= OWN_ROW:
            yield Line(kind, same)
        else:
            rare += same
    if rare:
        yield Line(None, tuple(rare))


def _families(
    registry: Registry, measures: Sequence[Measure], first: int, last: int, known: int
) -> Iterator[Family]:
    ids = [measure.id for measure in measures]
    standings = {row.id: row for row in status(registry, known, ids, "all").measures if ids}
    for place, family in enumerate(registry.programme.families):
        members = []
        for measure in measures:
            found = tuple(_within(pieces(registry, measure), first, last))
            if measure.family == family.id and found:
                members.append(Shown(measure, found, standings[measure.id]))
        members.sort(key=lambda shown: shown.pieces[0].first)
        if members:
            yield Family(family, place, tuple(members))


def _within(found: Iterable[Piece], first: int, last: int) -> Iterator[Piece]:
    for piece in found:
        if piece.first <= last and (piece.after is None or piece.after > first):
            yield piece


class Bar(Result, frozen=True, kw_only=True):
    """One thing drawn: a bargain, an occasion, or the days on which a measure is in one state.

    ``state`` is a measure's state, a bargain's outcome, an occasion's kind. ``last_day`` is None
    where nothing later is on record. ``after_evidence`` marks days for which no evidence was seen,
    ``prolonged`` are those on which the measure would have lapsed, had it not been prolonged.
    """

    row: Literal["bargain", "occasion", "measure"]
    id: str
    family: str | None
    name: Text
    state: str
    first_day: When
    last_day: When | None
    after_evidence: bool
    prolonged: tuple[When, ...]


class BarStanding(Result, frozen=True, kw_only=True):
    """How a measure with a row stands on the answer's day ``on``; ``doubtful`` as in ``Span``."""

    id: str
    family: str
    origin: str
    state: State
    in_force: bool | None
    until: When | None
    doubtful: bool


class BarsResult(Answer, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """Every bar between two days, both included, in the order in which they are drawn.

    ``on`` is the last of these days for which evidence was seen, ``nothing`` the ids of measures
    asked for of which nothing shows in them; ``swapped`` is true if the days were given backwards.
    """

    first: When
    last: When
    on: When
    swapped: bool
    bars: tuple[Bar, ...]
    measures: tuple[BarStanding, ...]
    nothing: tuple[str, ...]

    def bearing(self) -> tuple[Iterable[str], Iterable[Section]]:
        return (row.id for row in self.measures), ()


@on_bundled
def bars(
    registry: Registry,
    first: Day | None = None,
    last: Day | None = None,
    measures: Sequence[str] = (),
    origin: OriginChoice = "unilateral",
) -> BarsResult:
    """Every measure as a bar from one day to another, both included (``choices.interval_of`` says
    what two arguments bound); without any, from the year in which the evidence begins to a little
    after the last change.

    ``measures`` and ``origin`` as in ``status``. Returns ``bars``: bargains, occasions by kind, and
    the states of each measure; ``measures``: how each of them stands on the day ``on``. Raises
    ``WrongUsage`` for a bad day or name.

    >>> nkj.bars(measures="payment-ban").measures[0].state
    'in-force'
    """
    asked = interval_of(registry, first, last)
    chosen = choose(registry, measures, origin)
    laid = laid_out(registry, chosen, *_ends(registry, asked.first, asked.last))
    shown = [member for family in laid.families for member in family.members]
    there = {member.measure.id for member in shown}
    return BarsResult(
        registry=registry,
        first=days.exactly(laid.first),
        last=days.exactly(laid.last),
        on=days.exactly(laid.known),
        swapped=asked.swapped,
        bars=tuple(_rows(laid)),
        measures=tuple(_standing(member.standing) for member in shown),
        nothing=tuple(measure.id for measure in chosen if measure.id not in there),
    )


def _ends(registry: Registry, first: int | None, last: int | None) -> tuple[int, int]:
    """The two days; an end that was left open is that of the whole, or the other where it would
    come to lie beyond it.
    """
    begin, end = whole(registry)
    if first is None:
        first = begin if last is None else min(begin, last)
    if last is None:
        last = max(end, first)
    return first, min(last, days.LAST)


def _rows(laid: Laid) -> Iterator[Bar]:
    for exchange, first, last in laid.bargains:
        yield Bar(
            row="bargain",
            id=exchange.id,
            family=None,
            name=exchange.name,
            state=exchange.outcome,
            first_day=days.exactly(first),
            last_day=days.exactly(last) if exchange.ended else None,
            after_evidence=False,
            prolonged=(),
        )
    for line in laid.lines:
        for occasion in line.occasions:
            yield Bar(
                row="occasion",
                id=occasion.id,
                family=None,
                name=occasion.name,
                state=occasion.kind,
                first_day=occasion.occurred,
                last_day=occasion.occurred,
                after_evidence=False,
                prolonged=(),
            )
    for family in laid.families:
        for member in family.members:
            yield from _rows_of(member)


def _rows_of(member: Shown) -> Iterator[Bar]:
    measure = member.measure
    notches = prolonged(measure)
    for piece in member.pieces:
        after = days.LAST + 1 if piece.after is None else piece.after
        yield Bar(
            row="measure",
            id=measure.id,
            family=measure.family,
            name=measure.name,
            state=piece.state,
            first_day=days.exactly(piece.first),
            last_day=None if piece.after is None else days.exactly(piece.after - 1),
            after_evidence=piece.is_later,
            prolonged=tuple(days.exactly(day) for day in notches if piece.first <= day < after),
        )


def _standing(row: MeasureStatus) -> BarStanding:
    return BarStanding(
        id=row.id,
        family=row.family,
        origin=row.origin,
        state=row.state,
        in_force=row.in_force,
        until=row.until,
        doubtful=row.doubtful,
    )
