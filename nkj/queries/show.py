"""Everything about one id: the record, resolved, with what it moved, answers or bears.

What lives here: finding a record by its id, and the links back to it. What does not: how it looks
(``views.show``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias

from nkj import choices
from nkj.model import (
    Checkpoint,
    Decision,
    Event,
    Indicator,
    Law,
    Leg,
    Measure,
    Occasion,
    Party,
    Registry,
    Source,
)
from nkj.problems import WrongUsage
from nkj.queries import links
from nkj.queries.exchanges import ExchangeAnswer, LegAnswer, answer, leg_answer
from nkj.queries.history import EventAnswer, event_answers
from nkj.queries.links import NamedIn
from nkj.queries.parties import ListingAnswer, listing_answer
from nkj.queries.result import Result
from nkj.replay import Listings

Kind: TypeAlias = Literal[
    "measure",
    "event",
    "decision",
    "occasion",
    "exchange",
    "leg",
    "indicator",
    "party",
    "source",
    "law",
    "checkpoint",
]
Found: TypeAlias = (
    Measure
    | Event
    | Decision
    | Occasion
    | ExchangeAnswer
    | LegAnswer
    | Indicator
    | Party
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
    ``indicators`` the series that concern a measure or rest on a source. ``parties`` and
    ``delisted`` are whom an event names, ``listings`` the lists on which a party stood.
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
    parties: tuple[NamedIn, ...]
    delisted: tuple[NamedIn, ...]
    listings: tuple[ListingAnswer, ...]
    sources: tuple[str, ...]


def show(registry: Registry, name: str) -> Shown:
    """Everything about one id. Raises ``WrongUsage`` with the nearest ids if there is none."""
    for measure in registry.measures:
        if measure.id == name:
            return _measure(registry, measure)
        for event in measure.events:
            if event.id == name:
                legs = links.legs_by_event(registry).get(name, ())
                return _shown(
                    "event",
                    event,
                    measure=measure.id,
                    exchanges=legs,
                    parties=links.named_in(registry, event.designations),
                    delisted=links.named_in(registry, event.delisted),
                    sources=_cited(event),
                )
    for decision in registry.decisions:
        if decision.id == name:
            moved = _events_where(registry, lambda event: event.decision == name)
            legs = _legs_moving(registry, (event.id for event in moved))
            return _shown(
                "decision", decision, moved=moved, exchanges=legs, sources=_cited(decision)
            )
    for occasion in registry.occasions:
        if occasion.id == name:
            moved = _events_where(registry, lambda event: name in event.occasions)
            decisions = tuple(d.id for d in registry.decisions if name in d.occasions)
            told = tuple(
                e.id for e in registry.exchanges if any(name in turn.occasions for turn in e.turns)
            )
            sources = _cited(occasion)
            return _shown(
                "occasion",
                occasion,
                moved=moved,
                decisions=decisions,
                exchanges=told,
                sources=sources,
            )
    for tie in links.legs(registry):
        if tie.id == name:
            moved = _moved_by(registry, tie.leg)
            leg = leg_answer(tie.exchange, tie.leg)
            return _shown(
                "leg", leg, moved=moved, exchanges=(tie.exchange.id,), sources=leg.sources
            )
    for exchange in registry.exchanges:
        if exchange.id == name:
            moved = _moved_by(registry, *exchange.legs)
            whole = answer(exchange)
            return _shown("exchange", whole, moved=moved, sources=whole.sources)
    for indicator in registry.indicators:
        if indicator.id == name:
            return _shown(
                "indicator", indicator, sources=_cited(*indicator.points, *indicator.breaks)
            )
    for party in registry.parties:
        if party.id == name:
            return _party(registry, party)
    for source in registry.sources:
        if source.id == name:
            return _source(registry, source)
    for law in registry.laws:
        if law.id == name:
            return _shown("law", law, sources=_cited(law))
    for checkpoint in registry.checkpoints:
        if checkpoint.id == name:
            return _shown("checkpoint", checkpoint, sources=_cited(checkpoint))
    near = choices.nearest(name, ids(registry))
    key = "usage.unknown-id.near" if near else "usage.unknown-id"
    listed = ", ".join(f"'{choice}'" for choice in near)
    raise WrongUsage(key, text=choices.printable(name), near=listed)


def ids(registry: Registry) -> list[str]:
    """Every id that can be shown."""
    events = (event.id for measure in registry.measures for event in measure.events)
    legs = (tie.id for tie in links.legs(registry))
    rest = (registry.sources, registry.laws, registry.checkpoints)
    groups = (
        registry.measures,
        registry.decisions,
        registry.occasions,
        registry.exchanges,
        registry.indicators,
        registry.parties,
    )
    return [*events, *legs, *(record.id for records in (*groups, *rest) for record in records)]


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
    parties: tuple[NamedIn, ...] = (),
    delisted: tuple[NamedIn, ...] = (),
    listings: tuple[ListingAnswer, ...] = (),
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
        parties=parties,
        delisted=delisted,
        listings=listings,
        sources=sources,
    )


def _measure(registry: Registry, measure: Measure) -> Shown:
    moved = tuple(_moved(measure, event) for event in measure.events)
    legs = _legs_moving(registry, (event.id for event in measure.events))
    legs += links.legs_about(registry, measure)
    life = event_answers(registry, measure, links.legs_by_event(registry))
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


def _party(registry: Registry, party: Party) -> Shown:
    named = _events_where(
        registry, lambda event: party.id in event.designations or party.id in event.delisted
    )
    listings = tuple(map(listing_answer, Listings.of(registry).all_of(party.id)))
    return _shown("party", party, moved=named, listings=listings, sources=_cited(party))


def _source(registry: Registry, source: Source) -> Shown:
    cites = {source.id}
    decisions = tuple(d.id for d in registry.decisions if cites & set(_cited(d)))
    legs = [tie.id for tie in links.legs(registry) if cites & set(_cited(tie.leg))]
    wholes = [e.id for e in registry.exchanges if cites & set(_cited(e, *e.turns))]
    series = tuple(i.id for i in registry.indicators if cites & set(_cited(*i.points, *i.breaks)))
    return _shown(
        "source",
        source,
        moved=_resting_on(registry, source.id),
        decisions=decisions,
        exchanges=(*wholes, *legs),
        indicators=series,
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
