"""Decisions handed on to their events.

What lives here: the one rule by which an event inherits its decision's dates, occasions, citations
and doubts, and the ceiling of confidence that the sources cited allow. What does not: telling
problems (``checks``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

from nkj.model import Citation, Confidence, Decision, Dispute, Event, Measure, Source
from nkj.replay import KINDS

T = TypeVar("T")

RANKS: dict[str, int] = {"inferred": 0, "reported": 1, "confirmed": 2}


def ceiling(citations: Iterable[Citation], sources: Mapping[str, Source]) -> Confidence:
    """The most that these citations allow.

    ``confirmed``: a primary source, a verbatim reproduction of one, or two independent sources (two
    publishers). ``reported``: one secondary source. ``inferred``: none.
    """
    cited = [sources[c.source] for c in citations if c.source in sources]
    if any(source.kind in ("primary", "reproduction") for source in cited):
        return "confirmed"
    publishers = {source.publisher for source in cited}
    if len(publishers) > 1:
        return "confirmed"
    return "reported" if publishers else "inferred"


def resolved_event(event: Event, decision: Decision | None, sources: Mapping[str, Source]) -> Event:
    """The event with what it inherits, and with its confidence worked out where it states none."""
    changes: dict[str, object] = {}
    if decision is not None:
        taken = [
            field
            for field in KINDS[event.event].inherits
            if getattr(event, field) is None and getattr(decision, field) is not None
        ]
        changes = {field: getattr(decision, field) for field in taken}
        changes["occasions"] = _joined(event.occasions, decision.occasions)
        changes["cite"] = _joined(event.cite, decision.cite)
        changes["inferred"] = _joined(event.inferred, (f for f in decision.inferred if f in taken))
        changes["disputed"] = _joined(
            event.disputed, (d for d in decision.disputed if d.field in taken), _reading
        )
        if event.confidence is None and decision.confidence is not None:
            changes["confidence"] = decision.confidence
    merged = msgspec.structs.replace(event, **changes)
    if merged.confidence is None:
        merged = msgspec.structs.replace(merged, confidence=ceiling(merged.cite, sources))
    return merged


def resolved_decision(decision: Decision, sources: Mapping[str, Source]) -> Decision:
    """The decision with its confidence worked out where it states none."""
    if decision.confidence is not None:
        return decision
    return msgspec.structs.replace(decision, confidence=ceiling(decision.cite, sources))


def resolved_measure(
    measure: Measure, decisions: Mapping[str, Decision], sources: Mapping[str, Source]
) -> Measure:
    """The measure with all its events resolved."""
    events = (
        resolved_event(event, decisions.get(event.decision) if event.decision else None, sources)
        for event in measure.events
    )
    return msgspec.structs.replace(measure, events=tuple(events))


def _itself(value: object) -> object:
    return value


def _reading(dispute: Dispute) -> object:
    return dispute.field, dispute.says, dispute.source


def _joined(
    own: tuple[T, ...], inherited: Iterable[T], key: Callable[[T], object] = _itself
) -> tuple[T, ...]:
    """Both, each once; ``key`` says what makes two the same."""
    if not own:
        return tuple(inherited)  # the decision's own tuple, shared by all its events
    known = {key(value) for value in own}
    return own + tuple(value for value in inherited if key(value) not in known)
