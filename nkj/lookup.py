"""Everything about one id: the record, resolved, with what it moved, answers or bears.

What lives here: finding a record by its id, and the links back to it. What does not: how it looks (``views.show``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from nkj import choices, queries, replay
from nkj.model import Checkpoint, Decision, Event, Law, Measure, Occasion, Registry, Source
from nkj.problems import WrongUsage
from nkj.results import Result

Kind: TypeAlias = Literal["measure", "event", "decision", "occasion", "source", "law", "checkpoint"]
Found: TypeAlias = Measure | Event | Decision | Occasion | Source | Law | Checkpoint


class Moved(Result, frozen=True, kw_only=True):
    """An event that belongs to or rests on the record shown."""

    measure: str
    id: str
    event: str
    effect: str | None
    cited_for: tuple[str, ...] = ()


class Shown(Result, frozen=True, kw_only=True):
    """A record by its id. ``moved`` are the events that it bears, caused or supports; ``decisions`` those that name it."""

    kind: Kind
    id: str
    record: Found
    measure: str | None
    moved: tuple[Moved, ...]
    decisions: tuple[str, ...]
    sources: tuple[str, ...]


def show(registry: Registry, name: str) -> Shown:
    """Everything about one id. Raises ``WrongUsage`` if there is no such id, with the nearest ones."""
    for measure in registry.measures:
        if measure.id == name:
            events = tuple(_moved(measure, event) for event in measure.events)
            return _shown("measure", measure, moved=events, sources=queries.source_ids(*measure.events))
        for event in measure.events:
            if event.id == name:
                return _shown("event", event, measure=measure.id, sources=_cited(event))
    for decision in registry.decisions:
        if decision.id == name:
            moved = _events_where(registry, lambda event: event.decision == name)
            return _shown("decision", decision, moved=moved, sources=_cited(decision))
    for occasion in registry.occasions:
        if occasion.id == name:
            moved = _events_where(registry, lambda event: name in event.occasions)
            decisions = tuple(d.id for d in registry.decisions if name in d.occasions)
            return _shown("occasion", occasion, moved=moved, decisions=decisions, sources=_cited(occasion))
    for source in registry.sources:
        if source.id == name:
            moved = _resting_on(registry, name)
            decisions = tuple(d.id for d in registry.decisions if any(c.source == name for c in d.cite))
            return _shown("source", source, moved=moved, decisions=decisions, sources=(name,))
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
    others = (registry.measures, registry.decisions, registry.occasions, registry.sources, registry.laws)
    return [*events, *(record.id for records in others for record in records), *(c.id for c in registry.checkpoints)]


def _shown(
    kind: Kind,
    record: Found,
    *,
    measure: str | None = None,
    moved: tuple[Moved, ...] = (),
    decisions: tuple[str, ...] = (),
    sources: tuple[str, ...],
) -> Shown:
    return Shown(kind=kind, id=record.id, record=record, measure=measure, moved=moved, decisions=decisions, sources=sources)


def _cited(record: Event | Decision | Occasion | Law | Checkpoint) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.source for citation in record.cite))


def _moved(measure: Measure, event: Event, cited_for: tuple[str, ...] = ()) -> Moved:
    day = replay.effect(event)
    return Moved(measure=measure.id, id=event.id, event=event.event, effect=day.text if day else None, cited_for=cited_for)


def _events_where(registry: Registry, test: Callable[[Event], bool]) -> tuple[Moved, ...]:
    return tuple(_moved(m, event) for m in registry.measures for event in m.events if test(event))


def _resting_on(registry: Registry, source: str) -> tuple[Moved, ...]:
    rows = []
    for measure in registry.measures:
        for event in measure.events:
            fields = tuple(f for c in event.cite if c.source == source for f in c.supports)
            if fields:
                rows.append(_moved(measure, event, tuple(dict.fromkeys(fields))))
    return tuple(rows)
