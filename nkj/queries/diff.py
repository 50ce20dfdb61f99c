"""What differs between two days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from nkj import days, replay
from nkj.choices import OriginChoice, choose, day_of
from nkj.model import Counts, Event, Measure, Registry, State, Terms, Text, When
from nkj.queries import milestones
from nkj.queries.links import source_ids
from nkj.queries.milestones import Milestone
from nkj.queries.result import Answer, Result
from nkj.replay import Replay, Span

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


class End(Result, frozen=True, kw_only=True):
    """How a measure stands at one end of a comparison."""

    state: State
    in_force: bool | None
    until: When | None
    terms: Terms


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


def diff(
    registry: Registry,
    first: str | int,
    last: str | int,
    measures: Sequence[str] = (),
    origin: OriginChoice = "unilateral",
    unchanged: bool = False,
) -> DiffResult:
    """What differs between two days, each a day argument or an ordinal; put in order if they come
    backwards.

    ``unchanged`` lists the measures for which nothing differs too. Raises ``WrongUsage`` for a bad
    day or name.
    """
    one = first if isinstance(first, int) else day_of(registry, first)
    two = last if isinstance(last, int) else day_of(registry, last)
    swapped = one > two
    if swapped:
        one, two = two, one
    chosen = choose(registry, measures, origin)
    changes = (_change(registry, measure, one, two) for measure in chosen)
    about = chosen if measures else None
    return DiffResult(
        registry=registry,
        first=days.exactly(one),
        last=days.exactly(two),
        swapped=swapped,
        changes=tuple(change for change in changes if unchanged or change.change != "unchanged"),
        occasions=milestones.occasions(registry, one, two, about),
        exchanges=milestones.exchanges(registry, one, two, about),
    )


def _change(registry: Registry, measure: Measure, one: int, two: int) -> MeasureChange:
    life = Replay.of(registry).life(measure)
    before, after = life.on(one), life.on(two)
    between = life.between(one, two)
    kinds: list[Change] = (
        _kinds_of_change(registry, measure, before, after, between) if one < two else ["unchanged"]
    )
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


def _end(span: Span) -> End:
    return End(
        state=span.state,
        in_force=span.in_force,
        until=span.until,
        terms=span.terms,
    )


def _kinds_of_change(
    registry: Registry, measure: Measure, before: Span, after: Span, between: Sequence[Event]
) -> list[Change]:
    """Every kind of change that holds, the first of DESIGN's order first."""
    if before.in_force is None or after.in_force is None:
        return ["unclear"]
    kinds: list[Change] = []
    if before.in_force != after.in_force:
        kinds.append("began" if after.in_force else "ended")
    elif before.in_force:
        direction = _direction(registry, before.terms, after.terms, between)
        if direction is not None:
            kinds.append(direction)
        longer = _longer(before.until, after.until)
        if longer is not None:
            kinds.append("prolonged" if longer else "shortened")
    if not kinds:
        kinds.append("moved-and-returned" if between else "unchanged")
    return kinds


def _longer(one: When | None, two: When | None) -> bool | None:
    """True if the end moved later, False if earlier, None if it did not move."""
    if one == two:
        return None
    ends = [float("inf") if when is None or when.last is None else when.last for when in (one, two)]
    return None if ends[0] == ends[1] else ends[1] > ends[0]


def _direction(
    registry: Registry, one: Terms, two: Terms, between: Sequence[Event]
) -> Literal["tightened", "eased"] | None:
    """Which way the terms moved: by the vocabulary if all terms that differ agree, else by the
    latest such event.
    """
    added = sum(_net(event) for event in between)
    if replay.same_terms(one, two) and not added:
        return None
    votes: set[int] = {1 if added > 0 else -1} if added else set()
    stricter = {definition.id: definition.stricter for definition in registry.vocabulary}
    for name in {*one, *two}:
        if replay.same_terms({name: one.get(name, ())}, {name: two.get(name, ())}):
            continue
        votes.add(_vote(stricter.get(name), one.get(name, ()), two.get(name, ())))
    if votes == {1}:
        return "tightened"
    if votes == {-1}:
        return "eased"
    for event in reversed(between):
        if event.event == "tightened":
            return "tightened"
        if event.event == "eased":
            return "eased"
    return "tightened"


def _net(event: Event) -> int:
    def total(counts: Counts | None) -> int:
        return counts.entities + counts.individuals + counts.vessels if counts else 0

    return total(event.added) - total(event.removed)


def _vote(stricter: str | None, one: object, two: object) -> int:
    """1 if the second value is stricter, -1 if it is laxer, 0 if nothing says."""
    if isinstance(one, tuple) and isinstance(two, tuple) and stricter in ("fewer", "more"):
        if set(one) < set(two):
            return 1 if stricter == "more" else -1
        if set(two) < set(one):
            return 1 if stricter == "fewer" else -1
        return 0
    if isinstance(one, int) and isinstance(two, int) and stricter is not None and one != two:
        return 1 if (two < one) == (stricter in ("lower", "fewer")) else -1
    return 0
