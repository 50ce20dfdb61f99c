"""How well the registry is known: confirmed, reported or inferred, and what rests on one secondary
page.
"""

from __future__ import annotations

from collections import Counter

from nkj.model import Event, Registry
from nkj.queries.result import Answer, Result


class FamilyEvidence(Result, frozen=True, kw_only=True):
    """How well the state-changing events of a family are known. ``single`` rest on one secondary
    page alone.
    """

    family: str
    confirmed: int
    reported: int
    inferred: int
    noted: int
    single: tuple[str, ...]


class EvidenceResult(Answer, frozen=True, kw_only=True):
    """How well the registry is known, family by family, and how many checkpoints it passed."""

    families: tuple[FamilyEvidence, ...]
    checkpoints: int


def evidence(registry: Registry) -> EvidenceResult:
    """The share of the state-changing events that is confirmed, reported or inferred, for each
    family that has any.
    """
    kinds = {source.id: source.kind for source in registry.sources}

    def single(event: Event) -> bool:
        cited = {citation.source for citation in event.cite}
        return len(cited) == 1 and all(kinds[source] == "secondary" for source in cited)

    families = []
    for family in registry.programme.family_order:
        events = [
            event
            for measure in registry.measures
            if measure.family == family
            for event in measure.events
        ]
        moving = [event for event in events if event.event != "noted"]
        known = Counter(event.confidence for event in moving)
        if events:
            families.append(
                FamilyEvidence(
                    family=family,
                    confirmed=known["confirmed"],
                    reported=known["reported"],
                    inferred=known["inferred"],
                    noted=len(events) - len(moving),
                    single=tuple(event.id for event in moving if single(event)),
                )
            )
    return EvidenceResult(
        registry=registry, families=tuple(families), checkpoints=len(registry.checkpoints)
    )
