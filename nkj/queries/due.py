"""What a keeper of the registry should look at: what is past its evidence, and what ends soon."""

from __future__ import annotations

from nkj import days
from nkj.choices import Day, day_of
from nkj.model import Measure, Registry, Text, When
from nkj.queries.result import Answer, Result
from nkj.replay import Life, Replay

#: A prolongation is decided in the weeks before a last day; so many days ahead it is looked for.
SOON = 90


class DueMeasure(Result, frozen=True, kw_only=True):
    """A measure to look at. ``until`` is its last day on record, ``left`` how many days lie before
    it; ``past`` is true if it has passed and no evidence says what came after.
    """

    id: str
    name: Text
    until: When
    left: int
    past: bool


class DueResult(Answer, frozen=True, kw_only=True):
    """What to look at on a day, and for how many days no evidence was seen (null: not said)."""

    on: When
    unseen: int | None
    measures: tuple[DueMeasure, ...]


def due(registry: Registry, on: Day) -> DueResult:
    """What is past its evidence on a day, and what ends within ``SOON`` days, the first first.

    Raises ``WrongUsage`` for a bad day.
    """
    day = day_of(registry, on)
    replay = Replay.of(registry)
    found = (_due(measure, replay.life(measure), day) for measure in registry.measures)
    through = registry.verified_through
    return DueResult(
        registry=registry,
        on=days.exactly(day),
        unseen=None if through is None else max(day - through, 0),
        measures=tuple(sorted((one for one in found if one), key=lambda one: one.left)),
    )


def _due(measure: Measure, life: Life, day: int) -> DueMeasure | None:
    """The measure with its last day, if it is past its evidence or that day is near."""
    span = life.on(day)
    until = span.standing.until if span.state in ("unknown", "uncertain") else span.until
    if until is None or until.last is None:
        return None
    past = span.in_force is None and until.last < day
    left = until.last - day
    if not past and not 0 <= left <= SOON:
        return None
    return DueMeasure(id=measure.id, name=measure.name, until=until, left=left, past=past)
