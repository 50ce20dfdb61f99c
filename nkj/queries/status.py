"""How measures stand on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nkj import days
from nkj.choices import Day, OriginChoice, choose, day_of
from nkj.coverage import verified_through
from nkj.model import Measure, Registry, Section, State, Terms, Text, When
from nkj.once import once
from nkj.queries.bundled import on_bundled
from nkj.queries.links import checked_days, last_confirmed, source_ids
from nkj.queries.result import Answer, Result
from nkj.replay import Life, Replay, Span, Steps, effect
from nkj.replay.listings import days_of_totals, totals_on


class Next(Result, frozen=True, kw_only=True):
    """What is known to come: the first day of it, the kind of event (or ``lapsed``), and the event
    that says so.
    """

    date: When
    event: str
    id: str


class MeasureStatus(Result, frozen=True, kw_only=True):
    """How one measure stands on a day. Keys as in docs/contract.md."""

    id: str
    family: str
    kind: str
    origin: str
    state: State
    in_force: bool | None
    since: When | None
    terms_since: When | None
    until: When | None
    suspended_until: When | None
    terms: Terms
    next: Next | None
    confidence: str | None
    last_confirmed: When | None
    verified_through: When | None
    name: Text
    decided_by: str | None
    doubtful: bool
    sources: tuple[str, ...]


class StatusResult(Answer, frozen=True, kw_only=True):
    """Every chosen measure on one day."""

    on: When
    measures: tuple[MeasureStatus, ...]

    def bearing(self) -> tuple[Iterable[str], Iterable[Section]]:
        return (row.id for row in self.measures), ()


@on_bundled
def status(
    registry: Registry,
    on: Day,
    measures: Sequence[str] = (),
    origin: OriginChoice = "unilateral",
) -> StatusResult:
    """How the chosen measures stand on a day (``choices.day_of`` says what may stand for one).

    ``measures``: families, ids, globs or names, one of them as a string; none means all.
    ``origin``: ``unilateral``, ``un`` or ``all``; naming one measure overrides it.

    Returns ``on`` and ``measures``, one row for each whatever its state: ``state``, ``in_force``
    (True, False, None where not known), ``since`` and ``until`` (last day) as ``When``, ``terms``
    by name (money as whole units of the term's currency, lists as tuples), ``sources`` as ids.
    Raises ``WrongUsage`` for a bad day or name.

    >>> nkj.status(on="2014-07-05", measures="payment-reporting").measures[0].state
    'lifted'
    """
    day = day_of(registry, on)
    chosen = choose(registry, measures, origin)
    rows = tuple(steps.on(day) for steps in _steps(registry, chosen))
    return StatusResult(registry=registry, on=days.exactly(day), measures=rows)


def _steps(registry: Registry, chosen: Sequence[Measure]) -> list[Steps[MeasureStatus]]:
    """Of each measure, how it stands as a function of the day, worked out as it is asked for.

    Only the chosen ones, since of a large registry the others may not have been read yet.
    """
    known = _known_steps(registry)
    found = []
    for measure in chosen:
        steps = known.get(measure.id)
        if steps is None:
            steps = _steps_of(measure, registry)
            known[measure.id] = steps
        found.append(steps)
    return found


@once
def _known_steps(registry: Registry) -> dict[str, Steps[MeasureStatus]]:
    return {}


def change_days_of(registry: Registry, measure: Measure) -> list[int]:
    """Every day on which the status of a measure may change, in order."""
    life = Replay.of(registry).life(measure)
    return sorted({*life.edges, *days_of_totals(registry, measure)})


def _steps_of(measure: Measure, registry: Registry) -> Steps[MeasureStatus]:
    return Steps(
        lambda: change_days_of(registry, measure), lambda day: _status(measure, registry, day)
    )


def _status(measure: Measure, registry: Registry, day: int) -> MeasureStatus:
    life = Replay.of(registry).life(measure)
    span = life.on(day)
    latest = span.standing.latest
    return MeasureStatus(
        id=measure.id,
        family=measure.family,
        kind=measure.kind,
        origin=measure.origin,
        state=span.state,
        in_force=span.in_force,
        since=span.since,
        terms_since=span.terms_since,
        until=span.until,
        suspended_until=span.suspended_until,
        terms={**totals_on(registry, measure, day), **span.terms},
        next=_next(life, span, day),
        confidence=latest.confidence if latest else None,
        last_confirmed=last_confirmed(measure, checked_days(registry)),
        verified_through=verified_through(registry, measure),
        name=measure.name,
        decided_by=latest.id if latest else None,
        doubtful=span.doubtful,
        sources=source_ids(span.began, latest) if latest else (),
    )


def _next(life: Life, span: Span, day: int) -> Next | None:
    """The first thing that is known, on this day, to come."""
    coming: list[tuple[int, Next]] = []
    for event, first in life.known_ahead(day):
        day_of_effect = effect(event)
        assert day_of_effect is not None  # it was announced, decided or promulgated
        coming.append((first, Next(date=day_of_effect, event=event.event, id=event.id)))
    standing = span.standing
    ends = (
        ("lapsed", span.until, standing.setter),
        ("resumed", span.suspended_until, standing.suspended_by),
    )
    for name, end, setter in ends:
        if end is None or end.last is None or end.last < day or setter is None:
            continue
        begin = None if end.first is None else end.first + 1
        following = days.span_of(begin, end.last + 1, end.doubtful)
        coming.append((end.last + 1, Next(date=following, event=name, id=setter.id)))
    return min(coming, key=lambda pair: pair[0])[1] if coming else None
