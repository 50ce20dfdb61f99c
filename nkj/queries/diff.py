"""What differs between two days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import Literal, TypeAlias

from nkj import days, index, replay
from nkj.choices import Day, OriginChoice, choose, day_of
from nkj.model import Counts, Event, Measure, Registry, Section, State, Terms, Text, When
from nkj.queries import milestones
from nkj.queries.bundled import on_bundled
from nkj.queries.links import source_ids
from nkj.queries.milestones import Milestone
from nkj.queries.result import Answer, Result
from nkj.replay import Life, Replay, Span

Change: TypeAlias = Literal[
    "unclear",
    "began",
    "ended",
    "tightened",
    "eased",
    "prolonged",
    "shortened",
    "moved-and-returned",
    "unchanged",
]

Direction: TypeAlias = Literal["tightened", "eased"]


class End(Result, frozen=True, kw_only=True):
    """How a measure stands at one end of a comparison.

    ``doubtful`` is true where terms or end changed about that day: the earlier ones stand here, and
    the comparison counts them.
    """

    state: State
    in_force: bool | None
    until: When | None
    terms: Terms
    doubtful: bool


class MeasureChange(Result, frozen=True, kw_only=True):
    """What differs for one measure between two days, and the events that took effect in between."""

    id: str
    family: str
    origin: str
    name: Text
    change: Change
    also: tuple[Change, ...]
    before: End
    after: End
    events: tuple[str, ...]
    sources: tuple[str, ...]


class DiffResult(Answer, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """What differs between two days. ``swapped`` is true if they were given backwards."""

    first: When
    last: When
    swapped: bool
    changes: tuple[MeasureChange, ...]
    occasions: tuple[Milestone, ...]
    exchanges: tuple[Milestone, ...]

    def bearing(self) -> tuple[Iterable[str], Iterable[Section]]:
        return (change.id for change in self.changes), ()


@on_bundled
def diff(
    registry: Registry,
    first: Day,
    last: Day,
    measures: Sequence[str] = (),
    origin: OriginChoice = "unilateral",
    unchanged: bool = False,
) -> DiffResult:
    """What differs between two days (``choices.day_of`` says what may stand for one); put in order
    if they come backwards.

    Measures are chosen as in ``status``; ``unchanged`` lists those for which nothing differs too.

    Returns ``changes``, each with ``change`` (``began``, ``ended``, ...), the state ``before`` and
    ``after``, and the ids of the ``events`` in between. Raises ``WrongUsage`` for a bad day or
    name.

    >>> [row.change for row in nkj.diff("2006", "2014", "import-payment-ban").changes]
    ['prolonged']
    """
    given = day_of(registry, first), day_of(registry, last)
    first_day, last_day = min(given), max(given)
    chosen = choose(registry, measures, origin)
    changes = (change_of(registry, measure, first_day, last_day) for measure in chosen)
    about = chosen if measures else None
    return DiffResult(
        registry=registry,
        first=days.exactly(first_day),
        last=days.exactly(last_day),
        swapped=given != (first_day, last_day),
        changes=tuple(change for change in changes if unchanged or change.change != "unchanged"),
        occasions=milestones.occasions(registry, first_day, last_day, about),
        exchanges=milestones.exchanges(registry, first_day, last_day, about),
    )


def change_of(registry: Registry, measure: Measure, first_day: int, last_day: int) -> MeasureChange:
    """What differs for one measure between two days, given in order as ordinals."""
    life = Replay.of(registry).life(measure)
    before, after = life.on(first_day), life.on(last_day)
    between = _between(life, first_day, last_day)
    kinds: list[Change] = ["unchanged"]  # a day never differs from itself, known or not
    if first_day < last_day:
        kinds = _kinds_of_change(registry, before, after, between)
    return MeasureChange(
        id=measure.id,
        family=measure.family,
        origin=measure.origin,
        name=measure.name,
        change=kinds[0],
        also=tuple(kinds[1:]),
        before=_end(before),
        after=_end(after),
        events=tuple(event.id for event in between),
        sources=source_ids(*between),
    )


def _between(life: Life, first_day: int, last_day: int) -> tuple[Event, ...]:
    """The events between two days that made the difference, or may have.

    A vague event that perhaps came only after the later day is one of them where that day is
    unclear for it; else that day's answer shows what held without it, and leaves it out here too.
    """
    possible = life.between(first_day, last_day)
    after = life.on(last_day)
    if after.in_force is None:
        return possible
    counted = {event.id for event in life.events[: life.standings.index(after.standing)]}
    return tuple(event for event in possible if event.id in counted)


def _end(span: Span) -> End:
    return End(
        state=span.state,
        in_force=span.in_force,
        until=span.until,
        terms=span.terms,
        doubtful=span.doubtful,
    )


def _kinds_of_change(
    registry: Registry, before: Span, after: Span, between: Sequence[Event]
) -> list[Change]:
    """Every kind of change that holds, in the order of docs/contract.md."""
    if before.in_force is None or after.in_force is None:
        return ["unclear"]
    kinds: list[Change] = []
    if before.in_force != after.in_force:
        kinds.append("began" if after.in_force else "ended")
    elif before.in_force:
        direction = _direction(registry, before.terms, after.terms, between)
        if direction is not None:
            kinds.append(direction)
        longer = _is_longer(before.until, after.until)
        if longer is not None:
            kinds.append("prolonged" if longer else "shortened")
    if not kinds:
        kinds.append("moved-and-returned" if between else "unchanged")
    return kinds


def _is_longer(before: When | None, after: When | None) -> bool | None:
    """True if the end moved later, False if earlier, None if it did not move."""
    end_before, end_after = _last_possible(before), _last_possible(after)
    return None if end_before == end_after else end_after > end_before


def _last_possible(end: When | None) -> float:
    """The last day that an end can be; an open end is later than all."""
    return inf if end is None or end.last is None else end.last


def _direction(
    registry: Registry, before: Terms, after: Terms, between: Sequence[Event]
) -> Direction | None:
    """Which way the terms moved: by the vocabulary if all terms that differ agree, else by the
    latest such event.
    """
    added = sum(_net(event) for event in between)
    if replay.same_terms(before, after) and not added:
        return None
    votes = replay.directions(before, after, index.of(registry).terms)
    if added:
        votes.add(1 if added > 0 else -1)
    if votes == {1}:
        return "tightened"
    if votes == {-1}:
        return "eased"
    for event in reversed(between):
        if event.event == "tightened" or event.event == "eased":
            return event.event
    return "tightened"


def _net(event: Event) -> int:
    def total(counts: Counts | None) -> int:
        return counts.entities + counts.individuals + counts.vessels if counts else 0

    return total(event.added) - total(event.removed)
