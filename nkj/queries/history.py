"""The whole lives of measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from nkj import replay
from nkj.choices import OriginChoice, choose
from nkj.coverage import verified_through
from nkj.model import Counts, Dispute, Event, Measure, Registry, Section, State, Terms, Text, When
from nkj.queries.bundled import on_bundled
from nkj.queries.links import (
    NamedIn,
    checked_days,
    last_confirmed,
    legs_about,
    legs_by_event,
    named_in,
    source_ids,
)
from nkj.queries.result import Answer, Result
from nkj.replay import Replay
from nkj.replay.listings import totals_on


class EventAnswer(Result, frozen=True, kw_only=True):
    """One event, with what it inherits, and the terms that hold before and after it, the totals of
    its list among them.

    ``exchanges`` are the legs (``stockholm-2014/j2a``) that it carried out or took back.
    """

    id: str
    event: str
    decision: str | None
    announced: When | None
    decided: When | None
    promulgated: When | None
    un_listed: When | None
    in_force: When | None
    occurred: When | None
    until: When | None
    suspended_until: When | None
    effect: When | None
    terms: Terms | None
    terms_before: Terms
    terms_after: Terms
    state_after: State | None
    added: Counts | None
    removed: Counts | None
    net: Counts | None
    designations: tuple[NamedIn, ...]
    delisted: tuple[NamedIn, ...]
    superseded_by: str | None
    occasions: tuple[str, ...]
    inferred: tuple[str, ...]
    confidence: str | None
    disputed: tuple[Dispute, ...]
    note: Text | None
    exchanges: tuple[str, ...]
    sources: tuple[str, ...]


class MeasureHistory(Result, frozen=True, kw_only=True):
    """One measure's whole life. ``exchanges`` are legs about it that moved nothing of it."""

    id: str
    family: str
    kind: str
    origin: str
    name: Text
    summary: Text | None
    legal_basis: tuple[str, ...]
    baseline: Terms
    last_confirmed: When | None
    verified_through: When | None
    exchanges: tuple[str, ...]
    sources: tuple[str, ...]
    events: tuple[EventAnswer, ...]


class HistoryResult(Answer, frozen=True, kw_only=True):
    """The lives of the chosen measures."""

    measures: tuple[MeasureHistory, ...]

    def bearing(self) -> tuple[Iterable[str], Iterable[Section]]:
        return (life.id for life in self.measures), ()


@on_bundled
def history(
    registry: Registry, measures: Sequence[str] = (), origin: OriginChoice = "unilateral"
) -> HistoryResult:
    """The whole lives of the chosen measures, chosen as in ``status``.

    Returns ``measures``, each with ``events`` in the order in which they took effect: their days as
    ``When``, the terms before and after, and their ``sources`` as ids. Raises ``WrongUsage`` for a
    bad name.

    >>> nkj.history("entry-ban-nationals").measures[0].events[0].event
    'imposed'
    """
    moved_by = legs_by_event(registry)
    checked = checked_days(registry)
    chosen = choose(registry, measures, origin)
    return HistoryResult(
        registry=registry,
        measures=tuple(_history(registry, measure, moved_by, checked) for measure in chosen),
    )


def _history(
    registry: Registry,
    measure: Measure,
    moved_by: Mapping[str, tuple[str, ...]],
    checked: Mapping[str, Sequence[When]],
) -> MeasureHistory:
    return MeasureHistory(
        id=measure.id,
        family=measure.family,
        kind=measure.kind,
        origin=measure.origin,
        name=measure.name,
        summary=measure.summary,
        legal_basis=measure.legal_basis,
        baseline=measure.baseline,
        last_confirmed=last_confirmed(measure, checked),
        verified_through=verified_through(registry, measure),
        exchanges=legs_about(registry, measure),
        sources=source_ids(*measure.events),
        events=event_answers(registry, measure, moved_by),
    )


def event_answers(
    registry: Registry, measure: Measure, moved_by: Mapping[str, tuple[str, ...]]
) -> tuple[EventAnswer, ...]:
    """Every event of a measure with the terms before and after it; ``moved_by`` is
    ``links.legs_by_event``.
    """
    life = Replay.of(registry).life(measure)
    answers = []
    done = 0
    for event in measure.events:
        before = life.standings[done]
        if done < len(life.events) and event is life.events[done]:
            done += 1
        after = life.standings[done]
        answers.append(
            _event_answer(
                registry,
                event,
                moved_by.get(event.id, ()),
                {**_totals(registry, measure, event, -1), **before.applying(measure.baseline)},
                {**_totals(registry, measure, event, 0), **after.applying(measure.baseline)},
                after.state if after is not before else None,
            )
        )
    return tuple(answers)


def _totals(registry: Registry, measure: Measure, event: Event, later: int) -> Terms:
    """The totals of a measure's list so many days after an event, if it is of a single day."""
    day = replay.effect(event)
    if day is None or not day.exact or day.first is None:
        return {}
    return totals_on(registry, measure, day.first + later)


def _event_answer(
    registry: Registry,
    event: Event,
    exchanges: tuple[str, ...],
    before: Terms,
    after: Terms,
    state: State | None,
) -> EventAnswer:
    return EventAnswer(
        id=event.id,
        event=event.event,
        decision=event.decision,
        announced=event.announced,
        decided=event.decided,
        promulgated=event.promulgated,
        un_listed=event.un_listed,
        in_force=event.in_force,
        occurred=event.occurred,
        until=event.until,
        suspended_until=event.suspended_until,
        effect=replay.effect(event),
        terms=event.terms,
        terms_before=before,
        terms_after=after,
        state_after=state,
        added=event.added,
        removed=event.removed,
        net=event.net,
        designations=named_in(registry, event.designations),
        delisted=named_in(registry, event.delisted),
        superseded_by=event.superseded_by,
        occasions=event.occasions,
        inferred=event.inferred,
        confidence=event.confidence,
        disputed=event.disputed,
        note=event.note,
        exchanges=exchanges,
        sources=source_ids(event),
    )
