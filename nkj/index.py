"""Every record of a registry by its id, and who cites or names it.

What lives here: which kinds of record there are, where they stand, which of their fields are their
own day, and which name other records. What does not: what an event's day of effect is (``replay``),
and any answer.

An index is made once for a registry and kept with it; each part of it is made when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from nkj import model
from nkj.model import (
    Break,
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
    Point,
    Registry,
    Rule,
    Sections,
    Source,
    TermDefinition,
    Turn,
)

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
Identified: TypeAlias = (
    Measure
    | Event
    | Decision
    | Occasion
    | Exchange
    | Leg
    | Indicator
    | Party
    | Source
    | Law
    | Checkpoint
)
Citing: TypeAlias = (
    Event
    | Decision
    | Occasion
    | Party
    | Law
    | Checkpoint
    | Exchange
    | Leg
    | Turn
    | Point
    | Break
    | Rule
)


class About(NamedTuple):
    """What is known of one kind of record: its class; the section that lists it, or nothing if it
    stands inside another record; and the fields that are its own day, the first that is there. An
    event's day depends on what it is: ``replay.effect``.
    """

    record: type[Identified]
    section: str
    days: tuple[str, ...] = ()


#: Every kind of record that has an id. What a registry file may hold is ``model.Sections``.
KINDS: dict[Kind, About] = {
    "measure": About(Measure, "measures"),
    "event": About(Event, ""),
    "decision": About(Decision, "decisions", ("decided", "announced")),
    "occasion": About(Occasion, "occasions", ("occurred",)),
    "party": About(Party, "parties"),
    "law": About(Law, "laws"),
    "checkpoint": About(Checkpoint, "checkpoints", ("on",)),
    "exchange": About(Exchange, "exchanges", ("agreed",)),
    "leg": About(Leg, "", ("performed",)),
    "indicator": About(Indicator, "indicators"),
    "source": About(Source, "sources"),
}

#: The fields of a record that name others, by id. Sources are named in ``cite``.
NAMING: dict[type[model.Record], tuple[str, ...]] = {
    Measure: ("legal_basis", "totals_with"),
    Event: ("decision", "superseded_by", "occasions", "designations", "delisted"),
    Decision: ("occasions",),
    Leg: ("moves", "moved_back", "concerns"),
    Turn: ("occasions",),
    Indicator: ("concerns",),
    model.Expectation: ("measure",),
}


class Entry(NamedTuple):
    """A record with an id.

    ``id`` is the one by which it is known from outside (a leg's is ``stockholm-2014/j2``);
    ``owner`` is the measure of an event and the exchange of a leg.
    """

    kind: Kind
    id: str
    record: Identified
    owner: str = ""


class Citer(NamedTuple):
    """A record that cites sources: by what name it is told, and under whose id it stands (its own,
    or that of the exchange or indicator that it is a part of).
    """

    name: str
    under: str
    record: Citing


class Naming(NamedTuple):
    """That a record names another, and in which field. ``by`` is the id it stands under."""

    by: str
    field: str


class Index:
    """The records of one book: a registry, or its sections while they are being checked."""

    def __init__(self, book: Registry | Sections) -> None:
        # Only the parts are kept: an index that held its registry would keep it alive for ever.
        self._measures = book.measures
        self._exchanges = book.exchanges
        self._indicators = book.indicators
        self._checkpoints = book.checkpoints
        self._vocabulary = book.vocabulary
        self._listed: dict[Kind, tuple[Identified, ...]] = {
            kind: getattr(book, about.section) for kind, about in KINDS.items() if about.section
        }

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every record by its id."""
        found: dict[str, Entry] = {}
        for entry in self._entries():
            found.setdefault(entry.id, entry)
        return found

    def _entries(self) -> Iterator[Entry]:
        for kind, records in self._listed.items():
            yield from (Entry(kind, record.id, record) for record in records)
        for measure in self._measures:
            yield from (Entry("event", event.id, event, measure.id) for event in measure.events)
        for exchange in self._exchanges:
            for leg in exchange.legs:
                yield Entry("leg", leg_id(exchange.id, leg.id), leg, exchange.id)

    def get(self, name: str) -> Entry | None:
        """The record of an id, or None."""
        return self.entries.get(name)

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Every measure by its id."""
        return {measure.id: measure for measure in self._measures}

    @cached_property
    def events(self) -> dict[str, tuple[Measure, Event]]:
        """Every event by its id, with its measure."""
        return {
            event.id: (measure, event) for measure in self._measures for event in measure.events
        }

    @cached_property
    def legs(self) -> dict[str, tuple[Exchange, Leg]]:
        """Every leg by its id from outside, with its exchange."""
        return {
            leg_id(exchange.id, leg.id): (exchange, leg)
            for exchange in self._exchanges
            for leg in exchange.legs
        }

    @cached_property
    def terms(self) -> dict[str, TermDefinition]:
        """The vocabulary by name."""
        return {definition.id: definition for definition in self._vocabulary}

    @cached_property
    def citers(self) -> tuple[Citer, ...]:
        """Every record that may cite a source."""
        return tuple(self._citers())

    def _citers(self) -> Iterator[Citer]:
        for entry in self._entries():
            if not isinstance(entry.record, (Measure, Indicator, Source, Leg)):
                yield Citer(entry.id, entry.id, entry.record)
        for measure in self._measures:
            for rule in measure.rules:
                yield Citer(f"{measure.id} {rule.conduct}", measure.id, rule)
        for exchange in self._exchanges:
            for leg in exchange.legs:
                name = leg_id(exchange.id, leg.id)
                yield Citer(name, name, leg)
            for turn in exchange.turns:
                yield Citer(f"{exchange.id} {turn.occurred.text}", exchange.id, turn)
        for indicator in self._indicators:
            for point in indicator.points:
                yield Citer(f"{indicator.id} {point.period.text}", indicator.id, point)
            for change in indicator.breaks:
                yield Citer(f"{indicator.id} {change.occurred.text}", indicator.id, change)

    @cached_property
    def cited_by(self) -> dict[str, tuple[Citer, ...]]:
        """Of each source, the records that cite it, each once."""
        found: dict[str, list[Citer]] = {}
        for citer in self.citers:
            for source in dict.fromkeys(citation.source for citation in citer.record.cite):
                found.setdefault(source, []).append(citer)
        return {source: tuple(citers) for source, citers in found.items()}

    @cached_property
    def named_by(self) -> dict[str, tuple[Naming, ...]]:
        """Of each id, the records that name it outside ``cite``, each field once."""
        found: dict[str, dict[Naming, None]] = {}
        for under, record in self._naming():
            for field in NAMING[type(record)]:
                value = getattr(record, field)
                for name in (value,) if isinstance(value, str) else value or ():
                    if isinstance(name, str):  # a party may be written in place of its id
                        found.setdefault(name, {})[Naming(under, field)] = None
        return {name: tuple(namings) for name, namings in found.items()}

    def _naming(self) -> Iterator[tuple[str, model.Record]]:
        for entry in self._entries():
            if type(entry.record) in NAMING:
                yield entry.id, entry.record
        for exchange in self._exchanges:
            yield from ((exchange.id, turn) for turn in exchange.turns)
        for checkpoint in self._checkpoints:
            yield from ((checkpoint.id, expected) for expected in checkpoint.expect)


def leg_id(exchange: str, leg: str) -> str:
    """A leg's id as it is written from outside: ``stockholm-2014/j2a``."""
    return f"{exchange}/{leg}"


def of(registry: Registry) -> Index:
    """The index of a registry, made once and kept as long as the registry is."""
    kept: dict[str, object] = registry.__dict__
    made = kept.get("index")
    if not isinstance(made, Index):
        made = kept["index"] = Index(registry)
    return made
