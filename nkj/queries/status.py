"""How measures stand on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nkj import days, replay
from nkj.choices import OriginChoice, choose, day_of
from nkj.model import Measure, Registry, State, Terms, Text, When
from nkj.queries.links import checked_days, effect_text, last_confirmed, source_ids
from nkj.queries.result import Result
from nkj.replay import Life, Listings, Span


class Next(Result, frozen=True, kw_only=True):
    """What is known to come: the first day of it, the kind of event (or ``lapsed``), and the event
    that says so.
    """

    date: str
    event: str
    id: str


class MeasureStatus(Result, frozen=True, kw_only=True):
    """How one measure stands on a day. Keys as in DESIGN section 5."""

    id: str
    family: str
    kind: str
    origin: str
    state: State
    in_force: bool | None
    since: str | None
    terms_since: str | None
    until: str | None
    terms: Terms
    next: Next | None
    confidence: str | None
    last_confirmed: str | None
    name: Text
    decided_by: str | None
    doubtful: bool
    sources: tuple[str, ...]


class StatusResult(Result, frozen=True, kw_only=True):
    """Every chosen measure on one day."""

    on: str
    measures: tuple[MeasureStatus, ...]


def status(
    registry: Registry,
    on: str | int,
    measures: Sequence[str] = (),
    origin: OriginChoice = "unilateral",
) -> StatusResult:
    """How the chosen measures stand on a day: a day argument, or an ordinal.

    Raises ``WrongUsage`` for a bad day or name.
    """
    day = on if isinstance(on, int) else day_of(registry, on)
    checked = checked_days(registry)
    chosen = choose(registry, measures, origin)
    counted = any(measure.totals_with for measure in chosen)
    listings = Listings.of(registry) if counted else None
    rows = tuple(_status(registry, measure, day, checked, listings) for measure in chosen)
    return StatusResult(on=days.iso(day), measures=rows)


def _status(
    registry: Registry,
    measure: Measure,
    day: int,
    checked: Mapping[str, Sequence[When]],
    listings: Listings | None,
) -> MeasureStatus:
    life = Life(measure, registry.verified_from, registry.verified_through)
    span = life.on(day)
    now = span.standing
    latest = now.latest
    totals = listings.totals(measure, day) if listings else {}
    return MeasureStatus(
        id=measure.id,
        family=measure.family,
        kind=measure.kind,
        origin=measure.origin,
        state=span.state,
        in_force=span.in_force,
        since=_since(span),
        terms_since=_terms_since(span, measure),
        until=now.until.text if span.in_force and now.until else None,
        terms={**totals, **replay.applying(span, measure)},
        next=_next(life, span, day),
        confidence=latest.confidence if latest else None,
        last_confirmed=last_confirmed(measure, checked),
        name=measure.name,
        decided_by=latest.id if latest else None,
        doubtful=span.doubtful,
        sources=source_ids(now.began, latest) if latest else (),
    )


def _since(span: Span) -> str | None:
    """The first day of the present run in or out of force, as it is written."""
    if span.in_force is None or span.standing.began is None:
        return None
    if span.lapsed_on is not None:
        return days.iso(span.lapsed_on)
    return effect_text(span.standing.began)


def _terms_since(span: Span, measure: Measure) -> str | None:
    if span.in_force is None or not replay.applying(span, measure):
        return _since(span) if span.in_force else None
    if span.lapsed_on is not None and not replay.same_terms(span.standing.terms, measure.baseline):
        return days.iso(span.lapsed_on)
    return effect_text(span.standing.shaped)


def _next(life: Life, span: Span, day: int) -> Next | None:
    """The first thing that is known, on this day, to come."""
    coming: list[tuple[int, Next]] = []
    for event, first in life.known_ahead(day):
        coming.append((first, Next(date=effect_text(event) or "", event=event.event, id=event.id)))
    end = span.standing.until
    if span.in_force and end is not None and end.last is not None and end.last >= day:
        so_far = life.events[: life.standings.index(span.standing)]
        setter = next(event for event in reversed(so_far) if event.until == end)
        text = days.iso(end.last + 1) if end.exact else end.text
        coming.append((end.last + 1, Next(date=text, event="lapsed", id=setter.id)))
    return min(coming, key=lambda pair: pair[0])[1] if coming else None
