"""Act and answer down the days: occasions, what moved in answer, and the steps of the exchanges, in
one order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nkj import days, replay
from nkj.choices import Day, OriginChoice, choose, interval_of
from nkj.model import Citation, Event, Measure, Registry, Side, Text, When
from nkj.once import once
from nkj.queries import milestones
from nkj.queries.bundled import on_bundled
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
    """What happened from one day to another, both included; None where nothing is on record and no
    day was given. ``swapped`` is true if the days were given backwards.
    """

    first: When | None
    last: When | None
    swapped: bool
    entries: tuple[TimelineEntry, ...]


@on_bundled
def timeline(
    registry: Registry,
    first: Day | None = None,
    last: Day | None = None,
    measures: Sequence[str] = (),
    origin: OriginChoice = "unilateral",
) -> TimelineResult:
    """What happened from one day to another, both included (``choices.interval_of`` says what two
    arguments bound); without any, from the first to the last day on record.

    With ``measures``, chosen as in ``status``, only what concerns them. Returns ``entries`` by day:
    occasions, steps of exchanges, and what moved, with its ``events``. Raises ``WrongUsage`` for a
    bad day or name.

    >>> nkj.timeline("2016-01-06").entries[0].id
    'nuclear-test-2016'
    """
    asked = interval_of(registry, first, last)
    first_day = 1 if asked.first is None else asked.first
    last_day = days.LAST if asked.last is None else asked.last
    chosen = choose(registry, measures, origin)
    about = chosen if measures else None
    entries = [
        _milestone(registry, milestone)
        for milestone in milestones.occasions(registry, first_day - 1, last_day, about)
    ]
    entries += [
        _milestone(registry, milestone)
        for milestone in milestones.exchanges(registry, first_day - 1, last_day, about)
    ]
    entries += _moves(registry, chosen, first_day, last_day)
    entries.sort(key=_place)
    return TimelineResult(
        registry=registry,
        first=_end(asked.first, entries[:1]),
        last=_end(asked.last, entries[-1:]),
        swapped=asked.swapped,
        entries=tuple(entries),
    )


def _end(asked: int | None, outermost: Sequence[TimelineEntry]) -> When | None:
    """One end of what is shown: the day asked for, else that of the entry there, if any."""
    if asked is not None:
        return days.exactly(asked)
    return outermost[0].date if outermost else None


_RANKS = {"occasion": 0, "measures": 1, "exchange": 2}


def _place(entry: TimelineEntry) -> tuple[int, int]:
    """By the last day that it can be (the first where that is open); on one day the occasion first,
    then what moved, then the exchange.
    """
    return days.place(entry.date), _RANKS[entry.kind]


def _milestone(registry: Registry, milestone: Milestone) -> TimelineEntry:
    cited = _cites_of_occasions(registry).get(milestone.id, ())
    return TimelineEntry(
        date=milestone.date,
        kind="occasion" if milestone.step == "occurred" else "exchange",
        id=milestone.id,
        step=milestone.step,
        by=milestone.by,
        legs=milestone.legs,
        events=(),
        name=milestone.name,
        sources=tuple(dict.fromkeys(citation.source for citation in cited)),
    )


@once
def _cites_of_occasions(registry: Registry) -> dict[str, tuple[Citation, ...]]:
    return {occasion.id: occasion.cite for occasion in registry.occasions}


def _moves(
    registry: Registry, chosen: Sequence[Measure], first_day: int, last_day: int
) -> list[TimelineEntry]:
    """The events that took effect, those of one decision on one day together."""
    together: dict[tuple[When, str], list[tuple[Measure, Event]]] = {}
    for measure in chosen:
        for event in measure.events:
            day = replay.effect(event)
            if event.event == "noted" or day is None:
                continue
            if first_day <= days.place(day) <= last_day:
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
