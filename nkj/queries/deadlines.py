"""What ends when, how often it was prolonged, and by which last decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nkj import days, replay
from nkj.choices import Day, OriginChoice, choose, day_of
from nkj.model import Event, Measure, Registry, Text, When
from nkj.queries.bundled import on_bundled
from nkj.queries.links import source_ids
from nkj.queries.result import Answer, Result
from nkj.replay import Life, Replay


class Ending(Result, frozen=True, kw_only=True):
    """A measure that has a last day.

    ``since`` is the first day of the run that ends, ``extended`` how often it was prolonged in it,
    ``first`` the day on which that was decided first (null if never), ``last_decided`` the day of
    the act that set the present end, ``decision`` and ``set_by`` that act and its event;
    ``prolonged`` are the days of all of them.
    """

    id: str
    family: str
    name: Text
    since: When | None
    extended: int
    first: When | None
    last_decided: When | None
    decision: str | None
    set_by: str
    prolonged: tuple[When, ...]
    sources: tuple[str, ...]


class Deadline(Result, frozen=True, kw_only=True):
    """The last day of some measures: after it they lapse, or those suspended take effect again."""

    date: When
    event: Literal["lapsed", "resumed"]
    measures: tuple[Ending, ...]


class DeadlinesResult(Answer, frozen=True, kw_only=True):
    """What is to end, as it was known on a day, the next first. ``open`` counts the measures in
    force that no day ends, ``unknown`` those of which it is not known whether they are in force.
    """

    on: When
    deadlines: tuple[Deadline, ...]
    open: int
    unknown: int


@on_bundled
def deadlines(
    registry: Registry,
    on: Day,
    measures: Sequence[str] = (),
    origin: OriginChoice = "unilateral",
) -> DeadlinesResult:
    """The last days that stand on a day (``choices.day_of``), each with the measures that it ends.

    A day is the last one on which the measure holds, as its act states it. Raises ``WrongUsage``
    for a bad day or name.

    >>> nkj.deadlines("2010-01-01", "import-ban").deadlines[0].date.text
    '2010-04-13'
    """
    day = day_of(registry, on)
    found: dict[tuple[When, Literal["lapsed", "resumed"]], list[Ending]] = {}
    without_end = not_known = 0
    for measure in choose(registry, measures, origin):
        life = Replay.of(registry).life(measure)
        span = life.on(day)
        standing = span.standing
        if span.until is not None and standing.setter is not None:
            ending = _ending(measure, life, day, standing.setter)
            found.setdefault((span.until, "lapsed"), []).append(ending)
        if span.suspended_until is not None and standing.suspended_by is not None:
            ending = _ending(measure, life, day, standing.suspended_by)
            found.setdefault((span.suspended_until, "resumed"), []).append(ending)
        without_end += bool(span.in_force) and span.until is None
        not_known += span.in_force is None
    ordered = sorted(found.items(), key=lambda one: days.place(one[0][0]))
    return DeadlinesResult(
        registry=registry,
        on=days.exactly(day),
        deadlines=tuple(
            Deadline(date=date, event=event, measures=tuple(ending))
            for (date, event), ending in ordered
        ),
        open=without_end,
        unknown=not_known,
    )


def _ending(measure: Measure, life: Life, day: int, setter: Event) -> Ending:
    span = life.on(day)
    run = _run(life.events[: life.standings.index(span.standing)])
    extensions = [event for event in run if event.event == "extended"]
    prolonged = tuple(found for event in extensions if (found := _decided(event)) is not None)
    return Ending(
        id=measure.id,
        family=measure.family,
        name=measure.name,
        since=span.since,
        extended=len(extensions),
        first=prolonged[0] if prolonged else None,
        last_decided=_decided(setter),
        decision=setter.decision,
        set_by=setter.id,
        prolonged=prolonged,
        sources=source_ids(setter),
    )


def _run(events: Sequence[Event]) -> Sequence[Event]:
    """The events since the measure was last imposed."""
    starts = [at for at, event in enumerate(events) if event.event in replay.STARTS]
    return events[starts[-1] :] if starts else events


def _decided(event: Event) -> When | None:
    return event.decided or event.announced or event.promulgated or replay.effect(event)
