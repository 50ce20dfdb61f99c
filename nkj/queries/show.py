"""Everything about one id: the record, resolved, with what it moved, answers or bears.

What lives here: finding a record by its id, and the links back to it. What does not: how it looks
(``views.show``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from nkj import choices, index
from nkj.characters import printable
from nkj.index import Kind
from nkj.model import (
    Checkpoint,
    Decision,
    Event,
    Exchange,
    Indicator,
    Law,
    Leg,
    Measure,
    Occasion,
    Registry,
    Source,
)
from nkj.problems import WrongUsage
from nkj.queries import links
from nkj.queries.exchanges import ExchangeAnswer, LegAnswer, answer, leg_answer
from nkj.queries.history import EventAnswer, event_answers
from nkj.queries.result import Result

Found: TypeAlias = (
    Measure
    | Event
    | Decision
    | Occasion
    | ExchangeAnswer
    | LegAnswer
    | Indicator
    | Source
    | Law
    | Checkpoint
)


class Moved(Result, frozen=True, kw_only=True):
    """An event that belongs to or rests on the record shown."""

    measure: str
    id: str
    event: str
    effect: str | None
    cited_for: tuple[str, ...] = ()


class Shown(Result, frozen=True, kw_only=True):
    """A record by its id.

    ``moved`` are the events that it bears, caused or supports; ``decisions`` those that name it;
    ``exchanges`` the legs that moved it, were about it or rest on it, and the exchanges whose turns
    name it. ``measure`` is an event's measure, ``life`` the whole of a measure's events,
    ``indicators`` the series that concern a measure or rest on a source.
    """

    kind: Kind
    id: str
    record: Found
    measure: str | None
    life: tuple[EventAnswer, ...]
    moved: tuple[Moved, ...]
    decisions: tuple[str, ...]
    exchanges: tuple[str, ...]
    indicators: tuple[str, ...]
    sources: tuple[str, ...]


def show(registry: Registry, name: str) -> Shown:
    """Everything about one id. Raises ``WrongUsage`` with the nearest ids if there is none."""
    entry = index.of(registry).get(name)
    if entry is None:
        near = choices.nearest(name, ids(registry))
        key = "usage.unknown-id.near" if near else "usage.unknown-id"
        listed = ", ".join(f"'{choice}'" for choice in near)
        raise WrongUsage(key, text=printable(name), near=listed)
    record = entry.record
    if isinstance(record, Measure):
        return _measure(registry, record)
    if isinstance(record, Event):
        legs = links.legs_by_event(registry).get(name, ())
        sources = _cited(record)
        return _shown("event", record, measure=entry.owner, exchanges=legs, sources=sources)
    if isinstance(record, Decision):
        moved = _events_where(registry, lambda event: event.decision == name)
        legs = _legs_moving(registry, (event.id for event in moved))
        return _shown("decision", record, moved=moved, exchanges=legs, sources=_cited(record))
    if isinstance(record, Occasion):
        return _occasion(registry, record)
    if isinstance(record, Leg):
        exchange, _ = index.of(registry).legs[name]
        leg = leg_answer(exchange, record)
        moved = _moved_by(registry, record)
        return _shown("leg", leg, moved=moved, exchanges=(exchange.id,), sources=leg.sources)
    if isinstance(record, Exchange):
        whole = answer(record)
        return _shown(
            "exchange", whole, moved=_moved_by(registry, *record.legs), sources=whole.sources
        )
    if isinstance(record, Indicator):
        return _shown("indicator", record, sources=_cited(*record.points, *record.breaks))
    if isinstance(record, Source):
        return _source(registry, record)
    return _shown(entry.kind, record, sources=_cited(record))


def ids(registry: Registry) -> list[str]:
    """Every id that can be shown."""
    return list(index.of(registry).entries)


def _occasion(registry: Registry, occasion: Occasion) -> Shown:
    moved = _events_where(registry, lambda event: occasion.id in event.occasions)
    named_by = dict.fromkeys(
        naming.by for naming in index.of(registry).named_by.get(occasion.id, ())
    )
    entries = [index.of(registry).entries[name] for name in named_by]
    return _shown(
        "occasion",
        occasion,
        moved=moved,
        decisions=tuple(entry.id for entry in entries if entry.kind == "decision"),
        exchanges=tuple(entry.id for entry in entries if entry.kind == "exchange"),
        sources=_cited(occasion),
    )


def _shown(
    kind: Kind,
    record: Found,
    *,
    measure: str | None = None,
    life: tuple[EventAnswer, ...] = (),
    moved: tuple[Moved, ...] = (),
    decisions: tuple[str, ...] = (),
    exchanges: tuple[str, ...] = (),
    indicators: tuple[str, ...] = (),
    sources: tuple[str, ...],
) -> Shown:
    return Shown(
        kind=kind,
        id=record.id,
        record=record,
        measure=measure,
        life=life,
        moved=moved,
        decisions=decisions,
        exchanges=exchanges,
        indicators=indicators,
        sources=sources,
    )


def _measure(registry: Registry, measure: Measure) -> Shown:
    moved = tuple(_moved(measure, event) for event in measure.events)
    legs = _legs_moving(registry, (event.id for event in measure.events))
    legs += links.legs_about(registry, measure)
    life = event_answers(measure, links.legs_by_event(registry))
    series = tuple(
        indicator.id for indicator in registry.indicators if measure.id in indicator.concerns
    )
    sources = links.source_ids(*measure.events)
    return _shown(
        "measure",
        measure,
        life=life,
        moved=moved,
        exchanges=legs,
        indicators=series,
        sources=sources,
    )


def _source(registry: Registry, source: Source) -> Shown:
    entries = index.of(registry).entries
    citers = index.of(registry).cited_by.get(source.id, ())
    # A turn and a figure stand under their exchange and indicator; wholes come before legs.
    kinds = {citer.under: entries[citer.under].kind for citer in citers}
    under = {kind: tuple(name for name in kinds if kinds[name] == kind) for kind in index.KINDS}
    return _shown(
        "source",
        source,
        moved=_resting_on(registry, source.id),
        decisions=under["decision"],
        exchanges=(*under["exchange"], *under["leg"]),
        indicators=under["indicator"],
        sources=(source.id,),
    )


def _cited(*records: object) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            citation.source for record in records for citation in getattr(record, "cite", ())
        )
    )


def _legs_moving(registry: Registry, events: Iterable[str]) -> tuple[str, ...]:
    moved_by = links.legs_by_event(registry)
    return tuple(dict.fromkeys(leg for event in events for leg in moved_by.get(event, ())))


def _moved(measure: Measure, event: Event, cited_for: tuple[str, ...] = ()) -> Moved:
    effect = links.effect_text(event)
    return Moved(
        measure=measure.id, id=event.id, event=event.event, effect=effect, cited_for=cited_for
    )


def _events_where(registry: Registry, test: Callable[[Event], bool]) -> tuple[Moved, ...]:
    return tuple(_moved(m, event) for m in registry.measures for event in m.events if test(event))


def _moved_by(registry: Registry, *legs: Leg) -> tuple[Moved, ...]:
    named = {event for leg in legs for event in (*leg.moves, *leg.moved_back)}
    return _events_where(registry, lambda event: event.id in named)


def _resting_on(registry: Registry, source: str) -> tuple[Moved, ...]:
    rows = []
    for measure in registry.measures:
        for event in measure.events:
            fields = tuple(f for c in event.cite if c.source == source for f in c.supports)
            if fields:
                rows.append(_moved(measure, event, tuple(dict.fromkeys(fields))))
    return tuple(rows)
