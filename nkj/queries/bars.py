"""Every measure as a bar: what stands in each row of a timeline, drawn or written.

What lives here: which measures, occasions and bargains have a row, in which order, between which
days. What does not: what held (``pieces``), any drawing (``pictures``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from nkj import days
from nkj.coverage import reach_of
from nkj.model import Exchange, Measure, NamedId, Occasion, Registry
from nkj.queries.pieces import Piece, pieces
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
