"""How things stand on a day in a few lines: what is in force in each family, what comes next."""

from __future__ import annotations

from nkj import replay
from nkj.choices import Day
from nkj.model import Measure, Registry, Text, When
from nkj.queries.bundled import on_bundled
from nkj.queries.result import Answer, Result
from nkj.queries.status import MeasureStatus, status


class FamilyOverview(Result, frozen=True, kw_only=True):
    """One family: its measures in force, and how many it is not known of."""

    id: str
    name: Text
    measures: tuple[MeasureStatus, ...]
    not_known: int


class Deadline(Result, frozen=True, kw_only=True):
    """The first day on which something is known to come: what comes (``lapsed``: the day is the
    last one, and passes unless prolonged), for which measures, and how often at most one of them
    was prolonged before.
    """

    date: When
    event: str
    measures: tuple[str, ...]
    extended: int


class OverviewResult(Answer, frozen=True, kw_only=True):
    """The sender's own measures on a day."""

    on: When
    in_force: int
    not_known: int
    families: tuple[FamilyOverview, ...]
    next: Deadline | None


@on_bundled
def overview(registry: Registry, on: Day) -> OverviewResult:
    """How the sender's own measures stand on a day, a family at a time, and what comes next.

    In: the registry (or none for the bundled one) and a day as ``status`` takes it. Out: an
    ``OverviewResult``. Raises ``WrongUsage`` for a bad day.

    >>> nkj.overview("2014-07-05").in_force
    7
    """
    result = status(registry, on)
    families = tuple(
        FamilyOverview(
            id=family.id,
            name=family.name,
            measures=tuple(r for r in result.measures if r.family == family.id and r.in_force),
            not_known=sum(r.family == family.id and r.in_force is None for r in result.measures),
        )
        for family in registry.programme.families
        if any(row.family == family.id for row in result.measures)
    )
    return OverviewResult(
        registry=registry,
        on=result.on,
        in_force=sum(len(family.measures) for family in families),
        not_known=sum(family.not_known for family in families),
        families=families,
        next=_next(registry, result.measures, result.on),
    )


def _next(registry: Registry, rows: tuple[MeasureStatus, ...], on: When) -> Deadline | None:
    coming = [(row.next, row) for row in rows if row.next is not None]
    if not coming:
        return None
    first, _ = min(coming, key=lambda pair: pair[0].date.text)
    same = [row for step, row in coming if step.date == first.date and step.event == first.event]
    until = same[0].until
    by_id = {measure.id: measure for measure in registry.measures}
    return Deadline(
        date=until if first.event == "lapsed" and until is not None else first.date,
        event=first.event,
        measures=tuple(row.id for row in same),
        extended=max(_extensions(by_id[row.id], on) for row in same),
    )


def _extensions(measure: Measure, on: When) -> int:
    """How often a measure was prolonged by a day."""
    done = 0
    for event in measure.events:
        day = replay.effect(event)
        if event.event == "extended" and day is not None and day.last is not None:
            done += on.last is not None and day.last <= on.last
    return done
