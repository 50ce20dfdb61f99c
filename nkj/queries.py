"""Questions and answers: status, history, diff.

What lives here: computing the answers. What does not: what held when (``replay``), which day and measures were meant
(``choices``), the shapes of the answers (``results``), the record of one id (``lookup``), how it looks (``views``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nkj import days, replay
from nkj.choices import OriginChoice, choose, day_of
from nkj.model import Counts, Event, Measure, Registry, State, Terms, When
from nkj.replay import Life, Span
from nkj.results import (
    Change,
    DiffResult,
    End,
    EventAnswer,
    HistoryResult,
    MeasureChange,
    MeasureHistory,
    MeasureStatus,
    Next,
    StatusResult,
)

# Status


def status(registry: Registry, on: str | int, measures: Sequence[str] = (), origin: OriginChoice = "unilateral") -> StatusResult:
    """How the chosen measures stand on a day: a day argument, or an ordinal.

    Raises ``WrongUsage`` for a bad day or name.
    """
    day = on if isinstance(on, int) else day_of(registry, on)
    rows = tuple(_status(registry, measure, day) for measure in choose(registry, measures, origin))
    return StatusResult(on=days.iso(day), measures=rows)


def _status(registry: Registry, measure: Measure, day: int) -> MeasureStatus:
    life = Life(measure, registry.verified_from, registry.verified_through)
    span = life.on(day)
    now = span.standing
    latest = now.latest
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
        terms=replay.applying(span, measure),
        next=_next(life, span, day),
        confidence=latest.confidence if latest else None,
        last_confirmed=last_confirmed(registry, measure),
        name=measure.name,
        decided_by=latest.id if latest else None,
        doubtful=span.doubtful,
        sources=source_ids(now.began, latest) if latest else (),
    )


def _effect_text(event: Event | None) -> str | None:
    day = replay.effect(event) if event else None
    return day.text if day else None


def _since(span: Span) -> str | None:
    """The first day of the present run in or out of force, as it is written."""
    if span.in_force is None or span.standing.began is None:
        return None
    if span.lapsed_on is not None:
        return days.iso(span.lapsed_on)
    return _effect_text(span.standing.began)


def _terms_since(span: Span, measure: Measure) -> str | None:
    if span.in_force is None or not replay.applying(span, measure):
        return _since(span) if span.in_force else None
    if span.lapsed_on is not None:
        return days.iso(span.lapsed_on)
    return _effect_text(span.standing.shaped)


def _next(life: Life, span: Span, day: int) -> Next | None:
    """The first thing that is known, on this day, to come."""
    coming: list[tuple[int, Next]] = []
    for event, first in life.known_ahead(day):
        coming.append((first, Next(date=_effect_text(event) or "", event=event.event, id=event.id)))
    end = span.standing.until
    if span.in_force and end is not None and end.last is not None and end.last >= day:
        setter = next((e for e in reversed(life.events) if e.until == end), span.standing.latest)
        text = days.iso(end.last + 1) if end.exact else end.text
        coming.append((end.last + 1, Next(date=text, event="lapsed", id=setter.id if setter else "")))
    return min(coming, key=lambda pair: pair[0])[1] if coming else None


def source_ids(*events: Event | None) -> tuple[str, ...]:
    """The sources of some events, each once, in order."""
    ids = (citation.source for event in events if event for citation in event.cite)
    return tuple(dict.fromkeys(ids))


def last_confirmed(registry: Registry, measure: Measure) -> str | None:
    """The day of the latest cited event or checkpoint of a measure, as it is written."""
    dated = [day for event in measure.events if event.cite and (day := replay.effect(event)) is not None]
    dated += [c.on for c in registry.checkpoints if any(e.measure == measure.id for e in c.expect)]
    latest = max(dated, key=lambda day: day.last or day.first or 0, default=None)
    return latest.text if latest else None


# History


def history(registry: Registry, measures: Sequence[str] = (), origin: OriginChoice = "unilateral") -> HistoryResult:
    """The whole lives of the chosen measures. Raises ``WrongUsage`` for a bad name."""
    return HistoryResult(measures=tuple(_history(registry, m) for m in choose(registry, measures, origin)))


def _history(registry: Registry, measure: Measure) -> MeasureHistory:
    return MeasureHistory(
        id=measure.id,
        family=measure.family,
        kind=measure.kind,
        origin=measure.origin,
        name=measure.name,
        summary=measure.summary,
        legal_basis=measure.legal_basis,
        baseline=measure.baseline,
        last_confirmed=last_confirmed(registry, measure),
        events=event_answers(measure),
    )


def event_answers(measure: Measure) -> tuple[EventAnswer, ...]:
    """Every event of a measure with the terms before and after it."""
    life = Life(measure, None, None)
    answers = []
    done = 0
    for event in measure.events:
        before = life.standings[done]
        if done < len(life.events) and event is life.events[done]:
            done += 1
        after = life.standings[done]
        answers.append(_event_answer(event, before.terms, after.terms, after.state if after is not before else None))
    return tuple(answers)


def _event_answer(event: Event, before: Terms, after: Terms, state: State | None) -> EventAnswer:
    def written(field: str) -> str | None:
        day: When | None = getattr(event, field)
        return day.text if day else None

    return EventAnswer(
        id=event.id,
        event=event.event,
        decision=event.decision,
        announced=written("announced"),
        decided=written("decided"),
        promulgated=written("promulgated"),
        in_force=written("in_force"),
        occurred=written("occurred"),
        until=written("until"),
        effect=_effect_text(event),
        terms=event.terms,
        terms_before=before,
        terms_after=after,
        state_after=state,
        added=event.added,
        removed=event.removed,
        net=event.net,
        designations=event.designations,
        superseded_by=event.superseded_by,
        occasions=event.occasions,
        inferred=event.inferred,
        confidence=event.confidence,
        disputed=event.disputed,
        note=event.note,
        sources=source_ids(event),
    )


# Diff


def diff(
    registry: Registry,
    first: str | int,
    last: str | int,
    measures: Sequence[str] = (),
    origin: OriginChoice = "unilateral",
    unchanged: bool = False,
) -> DiffResult:
    """What differs between two days, each a day argument or an ordinal; put in order if they come backwards.

    ``unchanged`` lists the measures for which nothing differs too. Raises ``WrongUsage`` for a bad day or name.
    """
    one = first if isinstance(first, int) else day_of(registry, first)
    two = last if isinstance(last, int) else day_of(registry, last)
    swapped = one > two
    if swapped:
        one, two = two, one
    changes = (_change(registry, measure, one, two) for measure in choose(registry, measures, origin))
    return DiffResult(
        first=days.iso(one),
        last=days.iso(two),
        swapped=swapped,
        changes=tuple(change for change in changes if unchanged or change.change != "unchanged"),
    )


def _change(registry: Registry, measure: Measure, one: int, two: int) -> MeasureChange:
    life = Life(measure, registry.verified_from, registry.verified_through)
    before, after = life.on(one), life.on(two)
    between = life.between(one, two)
    kinds = _kinds_of_change(registry, measure, before, after, between)
    return MeasureChange(
        id=measure.id,
        family=measure.family,
        origin=measure.origin,
        name=measure.name,
        change=kinds[0],
        also=tuple(kinds[1:]),
        before=_end(before, measure),
        after=_end(after, measure),
        events=tuple(event.id for event in between),
        sources=source_ids(*between),
    )


def _end(span: Span, measure: Measure) -> End:
    until = span.standing.until
    return End(
        state=span.state,
        in_force=span.in_force,
        until=until.text if span.in_force and until else None,
        terms=replay.applying(span, measure),
    )


def _kinds_of_change(registry: Registry, measure: Measure, before: Span, after: Span, between: Sequence[Event]) -> list[Change]:
    """Every kind of change that holds, the first of DESIGN's order first."""
    if before.in_force is None or after.in_force is None:
        return ["unclear"]
    kinds: list[Change] = []
    if before.in_force != after.in_force:
        kinds.append("began" if after.in_force else "ended")
    elif before.in_force:
        direction = _direction(registry, before.standing.terms, after.standing.terms, between)
        if direction is not None:
            kinds.append(direction)
        longer = _longer(before.standing.until, after.standing.until)
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


def _direction(registry: Registry, one: Terms, two: Terms, between: Sequence[Event]) -> Literal["tightened", "eased"] | None:
    """Which way the terms moved: by the vocabulary if all terms that differ agree, else by the latest such event."""
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
