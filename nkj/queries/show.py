"""Everything about one id: the record, resolved, with what it moved, answers or bears.

What lives here: finding a record by its id, and the links back to it. What does not: how it looks
(``sheets.show``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from msgspec import structs

from nkj import choices, index, replay
from nkj.index import Entry, Kind
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
    Party,
    Registry,
    Source,
    When,
)
from nkj.queries import links
from nkj.queries.bundled import on_bundled
from nkj.queries.exchanges import ExchangeAnswer, LegAnswer, answer, leg_answer
from nkj.queries.history import EventAnswer, event_answers
from nkj.queries.links import NamedIn
from nkj.queries.parties import ListingAnswer, listing_answer
from nkj.queries.result import Answer, Result
from nkj.replay import Listings

Shownable: TypeAlias = (
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
    effect: When | None
    cited_for: tuple[str, ...] = ()


class Shown(Answer, frozen=True, kw_only=True):
    """A record by its id.

    ``moved`` are the events that it bears, caused or supports; ``decisions`` those that name it;
    ``exchanges`` the legs that moved it, were about it or rest on it, and the exchanges whose turns
    name it. ``measure`` is an event's measure, ``life`` the whole of a measure's events,
    ``indicators`` the series that concern a measure or rest on a source. ``parties`` and
    ``delisted`` are those that an event names, ``listings`` those of a party.
    """

    kind: Kind
    id: str
    record: Shownable
    moved: tuple[Moved, ...]
    decisions: tuple[str, ...]
    exchanges: tuple[str, ...]
    indicators: tuple[str, ...]
    measure: str | None
    parties: tuple[NamedIn, ...]
    delisted: tuple[NamedIn, ...]
    listings: tuple[ListingAnswer, ...]
    life: tuple[EventAnswer, ...]
    sources: tuple[str, ...]

    def rows(self) -> tuple[object, ...]:
        """The record alone."""
        return (self.said()["record"],)

    def said(self) -> dict[str, object]:
        """As JSON has it: the record with its sources and, of a measure, its events as answered, of
        an event, its parties by name.
        """
        said = super().said()
        record = {**structs.asdict(self.record), "sources": said.pop("sources")}
        life, parties, delisted = said.pop("life"), said.pop("parties"), said.pop("delisted")
        if life:
            record["events"] = life
        if self.kind == "event":
            record.update(designations=parties, delisted=delisted)
        return {**said, "record": record}


@on_bundled
def show(registry: Registry, name: str) -> Shown:
    """Everything about one record, by its id or its name.

    Returns its ``kind``, the ``record`` with what it takes over from its decision, and what it
    moved, answers or bears. Raises ``WrongUsage`` with the nearest ids if there is none, and with
    all that it could be if there are several.

    >>> nkj.show("First nuclear test").id
    'nuclear-test-2006'
    """
    entry = choices.entry_of(registry, name)
    return _ANSWERS[entry.kind](registry, entry.record, entry)


def ids(registry: Registry) -> list[str]:
    """Every id that can be shown."""
    return list(index.of(registry).entries)


# One function for each kind of record: what it is tied to.


def _measure(registry: Registry, measure: Measure, _: Entry) -> Shown:
    legs = _legs_moving(registry, (event.id for event in measure.events))
    series = tuple(
        indicator.id for indicator in registry.indicators if measure.id in indicator.concerns
    )
    return _shown(
        registry,
        "measure",
        measure,
        life=event_answers(registry, measure, links.legs_by_event(registry)),
        moved=tuple(_moved(measure, event) for event in measure.events),
        exchanges=(*legs, *links.legs_about(registry, measure)),
        indicators=series,
        sources=links.source_ids(*measure.events),
    )


def _event(registry: Registry, event: Event, entry: Entry) -> Shown:
    return _shown(
        registry,
        "event",
        event,
        measure=entry.owner,
        exchanges=_legs_moving(registry, (event.id,)),
        parties=links.named_in(registry, event.designations),
        delisted=links.named_in(registry, event.delisted),
        sources=_cited(event),
    )


def _decision(registry: Registry, decision: Decision, _: Entry) -> Shown:
    moved = _events_where(registry, lambda event: event.decision == decision.id)
    return _shown(
        registry,
        "decision",
        decision,
        moved=moved,
        exchanges=_legs_moving(registry, (event.id for event in moved)),
        sources=_cited(decision),
    )


def _occasion(registry: Registry, occasion: Occasion, entry: Entry) -> Shown:
    named_by = _kinds_of(registry, (n.by for n in index.of(registry).named_by.get(entry.id, ())))
    return _shown(
        registry,
        "occasion",
        occasion,
        moved=_events_where(registry, lambda event: entry.id in event.occasions),
        decisions=named_by["decision"],
        exchanges=named_by["exchange"],
        sources=_cited(occasion),
    )


def _leg(registry: Registry, leg: Leg, entry: Entry) -> Shown:
    exchange, _ = index.of(registry).legs[entry.id]
    record = leg_answer(exchange, leg)
    return _shown(
        registry,
        "leg",
        record,
        moved=_moved_by(registry, leg),
        exchanges=(exchange.id,),
        sources=record.sources,
    )


def _exchange(registry: Registry, exchange: Exchange, _: Entry) -> Shown:
    record = answer(exchange)
    moved = _moved_by(registry, *exchange.legs)
    return _shown(registry, "exchange", record, moved=moved, sources=record.sources)


def _indicator(registry: Registry, series: Indicator, _: Entry) -> Shown:
    sources = _cited(*series.points, *series.breaks)
    return _shown(registry, "indicator", series, sources=sources)


def _party(registry: Registry, party: Party, entry: Entry) -> Shown:
    naming = {naming.by for naming in index.of(registry).named_by.get(entry.id, ())}
    return _shown(
        registry,
        "party",
        party,
        moved=_events_where(registry, lambda event: event.id in naming),
        listings=tuple(map(listing_answer, Listings.of(registry).all_of(party.id))),
        sources=_cited(party),
    )


def _source(registry: Registry, source: Source, entry: Entry) -> Shown:
    # A turn and a figure stand under their exchange and indicator; wholes come before legs.
    cited_by = _kinds_of(registry, (c.under for c in index.of(registry).cited_by.get(entry.id, ())))
    return _shown(
        registry,
        "source",
        source,
        moved=_resting_on(registry, source.id),
        decisions=cited_by["decision"],
        exchanges=(*cited_by["exchange"], *cited_by["leg"]),
        indicators=cited_by["indicator"],
        sources=(source.id,),
    )


def _kinds_of(registry: Registry, names: Iterable[str]) -> dict[Kind, tuple[str, ...]]:
    """The ids, each once, under the kind of record that each is of."""
    entries = index.of(registry).entries
    kinds = {name: entries[name].kind for name in names}
    return {kind: tuple(n for n in kinds if kinds[n] == kind) for kind in index.KINDS}


def _law(registry: Registry, law: Law, _: Entry) -> Shown:
    return _shown(registry, "law", law, sources=_cited(law))


def _checkpoint(registry: Registry, checkpoint: Checkpoint, _: Entry) -> Shown:
    return _shown(registry, "checkpoint", checkpoint, sources=_cited(checkpoint))


_ANSWERS: dict[Kind, Callable[[Registry, Any, Entry], Shown]] = {
    "measure": _measure,
    "event": _event,
    "decision": _decision,
    "occasion": _occasion,
    "exchange": _exchange,
    "leg": _leg,
    "indicator": _indicator,
    "party": _party,
    "source": _source,
    "law": _law,
    "checkpoint": _checkpoint,
}


def _shown(
    registry: Registry,
    kind: Kind,
    record: Shownable,
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
    """The answer about a record; what is not given it is not tied to."""
    return Shown(
        registry=registry,
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
    return Moved(
        measure=measure.id,
        id=event.id,
        event=event.event,
        effect=replay.effect(event),
        cited_for=cited_for,
    )


def _events_where(registry: Registry, test: Callable[[Event], bool]) -> tuple[Moved, ...]:
    """The events that pass a test, in the order of the registry."""
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
