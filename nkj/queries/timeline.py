"""Act and answer down the days: occasions, what moved in answer, and the steps of the exchanges, in
one order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nkj import days, replay
from nkj.choices import OriginChoice, choose, day_of
from nkj.model import Event, Measure, Registry, Side, Text, When
from nkj.queries import milestones
from nkj.queries.links import source_ids
from nkj.queries.milestones import Milestone, Step
from nkj.queries.result import Answer, Result


class TimelineEntry(Result, frozen=True, kw_only=True):
    """What happened on a day: an occasion, a step of an exchange, or what one decision (or none)
    did to measures.

    ``id`` is the occasion's, the exchange's or the decision's, else the event's; ``events`` are
    those that took effect.
    """

    date: When
    kind: Literal["occasion", "exchange", "measures"]
    id: str
    step: Step | None
    by: Side | None
    legs: tuple[str, ...]
    events: tuple[str, ...]
    name: Text
    sources: tuple[str, ...]


class TimelineResult(Answer, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """What happened from one day to another, both included."""

    first: When
    last: When
    entries: tuple[TimelineEntry, ...]


def timeline(
    registry: Registry,
    first: str | int | None = None,
    last: str | int | None = None,
    measures: Sequence[str] = (),
    origin: OriginChoice = "unilateral",
) -> TimelineResult:
    """What happened from one day to another, both included; left out, from the first to the last
    day on record.

    Each end is a day argument or an ordinal; given backwards they are put in order. With
    ``measures``, only what concerns them. Raises ``WrongUsage`` for a bad day or name.
    """
    one = first if isinstance(first, int) else 1 if first is None else day_of(registry, first)
    two = last if isinstance(last, int) else days.LAST if last is None else day_of(registry, last)
    one, two = min(one, two), max(one, two)
    chosen = choose(registry, measures, origin)
    about = chosen if measures else None
    entries = [
        _milestone(registry, told) for told in milestones.occasions(registry, one - 1, two, about)
    ]
    entries += [
        _milestone(registry, told) for told in milestones.exchanges(registry, one - 1, two, about)
    ]
    entries += _moves(registry, chosen, one, two)
    entries.sort(key=_place)
    shown = [entry.date for entry in entries]
    return TimelineResult(
        registry=registry,
        first=days.exactly(one) if first is not None or not shown else shown[0],
        last=days.exactly(two) if last is not None or not shown else shown[-1],
        entries=tuple(entries),
    )


_RANKS = {"occasion": 0, "measures": 1, "exchange": 2}


def _place(entry: TimelineEntry) -> tuple[int, int]:
    """By the last day that it can be; on one day the occasion first, then what moved, then the
    exchange.
    """
    return days.place(entry.date), _RANKS[entry.kind]


def _milestone(registry: Registry, told: Milestone) -> TimelineEntry:
    cited = next((o.cite for o in registry.occasions if o.id == told.id), ())
    return TimelineEntry(
        date=told.date,
        kind="occasion" if told.step == "occurred" else "exchange",
        id=told.id,
        step=told.step,
        by=told.by,
        legs=told.legs,
        events=(),
        name=told.name,
        sources=tuple(dict.fromkeys(citation.source for citation in cited)),
    )


def _moves(
    registry: Registry, chosen: Sequence[Measure], one: int, two: int
) -> list[TimelineEntry]:
    """The events that took effect, those of one decision on one day together."""
    together: dict[tuple[When, str], list[tuple[Measure, Event]]] = {}
    for measure in chosen:
        for event in measure.events:
            day = replay.effect(event)
            if (
                event.event != "noted"
                and day is not None
                and day.last is not None
                and one <= day.last <= two
            ):
                together.setdefault((day, event.decision or event.id), []).append((measure, event))
    names = {decision.id: decision.name for decision in registry.decisions}
    return [
        TimelineEntry(
            date=date,
            kind="measures",
            id=name,
            step=None,
            by=registry.programme.sender.id,
            legs=(),
            events=tuple(event.id for _, event in moved),
            name=names.get(name, moved[0][0].name),
            sources=source_ids(*(event for _, event in moved)),
        )
        for (date, name), moved in together.items()
    ]
