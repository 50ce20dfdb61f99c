"""The answers' records, whose shapes are the JSON contract (DESIGN section 5).

What lives here: what a status, a history, a diff and the exchanges are made of. What does not: computing them (``queries``).

Every result holds dates as they are written, texts in both languages, and sources as ids.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from nkj.model import Citation, Counts, Dispute, Party, Side, State, Terms, Text

Change: TypeAlias = Literal[
    "unclear",
    "began",
    "ended",
    "tightened",
    "eased",
    "prolonged",
    "shortened",
    "moved-and-returned",
    "unchanged",
]


#: What an occasion or an exchange does on a day.
Step: TypeAlias = Literal["occurred", "agreed", "performed", "partly", "reversed", "ended"]


class Result(msgspec.Struct, frozen=True):
    """Base of the result records."""


class Next(Result, frozen=True, kw_only=True):
    """What is known to come: the first day of it, the kind of event (or ``lapsed``), and the event that says so."""

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


class EventAnswer(Result, frozen=True, kw_only=True):
    """One event, with what it inherits, and the terms that hold before and after it.

    ``exchanges`` are the legs (``stockholm-2014/j2a``) that it carried out or took back.
    """

    id: str
    event: str
    decision: str | None
    announced: str | None
    decided: str | None
    promulgated: str | None
    in_force: str | None
    occurred: str | None
    until: str | None
    effect: str | None
    terms: Terms | None
    terms_before: Terms
    terms_after: Terms
    state_after: State | None
    added: Counts | None
    removed: Counts | None
    net: Counts | None
    designations: tuple[Party, ...]
    superseded_by: str | None
    occasions: tuple[str, ...]
    inferred: tuple[str, ...]
    confidence: str | None
    disputed: tuple[Dispute, ...]
    note: Text | None
    exchanges: tuple[str, ...]
    sources: tuple[str, ...]


class MeasureHistory(Result, frozen=True, kw_only=True):
    """One measure's whole life. ``exchanges`` are legs that were about it and moved nothing of it."""

    id: str
    family: str
    kind: str
    origin: str
    name: Text
    summary: Text | None
    legal_basis: tuple[str, ...]
    baseline: Terms
    last_confirmed: str | None
    exchanges: tuple[str, ...]
    sources: tuple[str, ...]
    events: tuple[EventAnswer, ...]


class HistoryResult(Result, frozen=True, kw_only=True):
    """The lives of the chosen measures."""

    measures: tuple[MeasureHistory, ...]


class End(Result, frozen=True, kw_only=True):
    """How a measure stands at one end of a comparison."""

    state: State
    in_force: bool | None
    until: str | None
    terms: Terms


class MeasureChange(Result, frozen=True, kw_only=True):
    """What differs for one measure between two days, and the events that took effect in between."""

    id: str
    family: str
    origin: str
    name: Text
    change: Change
    also: tuple[Change, ...]
    before: End
    after: End
    events: tuple[str, ...]
    sources: tuple[str, ...]


class Milestone(Result, frozen=True, kw_only=True):
    """What happened between two days beside the measures: an occasion, or a step of an exchange.

    ``step`` is ``occurred`` of an occasion; ``agreed``, ``performed``, ``partly``, ``reversed`` or ``ended`` of an exchange,
    with the ``legs`` that were carried out, in part or taken back that day, all by one side.
    """

    id: str
    date: str
    step: Step
    by: Side | None
    legs: tuple[str, ...]
    name: Text


class DiffResult(Result, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """What differs between two days. ``swapped`` is true if they were given backwards."""

    first: str
    last: str
    swapped: bool
    changes: tuple[MeasureChange, ...]
    occasions: tuple[Milestone, ...]
    exchanges: tuple[Milestone, ...]


class LegAnswer(Result, frozen=True, kw_only=True):
    """One leg. ``id`` and ``in_return_for`` are written as from outside (``stockholm-2014/j2a``)."""

    id: str
    by: Side
    undertaking: Text
    in_return_for: tuple[str, ...]
    promised: str | None
    due: str | None
    condition: Text | None
    performed: str | None
    reversed: str | None
    outcome: str
    moves: tuple[str, ...]
    moved_back: tuple[str, ...]
    concerns: tuple[str, ...]
    note: Text | None
    inferred: tuple[str, ...]
    disputed: tuple[Dispute, ...]
    cite: tuple[Citation, ...]
    sources: tuple[str, ...]


class TurnAnswer(Result, frozen=True, kw_only=True):
    """What happened between the legs."""

    occurred: str
    by: Literal["dprk", "japan", "both"] | None
    note: Text
    occasions: tuple[str, ...]
    sources: tuple[str, ...]


class ExchangeAnswer(Result, frozen=True, kw_only=True):
    """One exchange, whole."""

    id: str
    kind: str
    name: Text
    agreed: str | None
    announced: str | None
    place: Text | None
    ended: str | None
    outcome: str
    summary: Text | None
    note: Text | None
    inferred: tuple[str, ...]
    disputed: tuple[Dispute, ...]
    legs: tuple[LegAnswer, ...]
    turns: tuple[TurnAnswer, ...]
    sources: tuple[str, ...]


class ExchangesResult(Result, frozen=True, kw_only=True):
    """The chosen exchanges."""

    exchanges: tuple[ExchangeAnswer, ...]


class SourceUse(Result, frozen=True, kw_only=True):
    """A source, and what rests on it: each record's id (a leg's and a turn's as from outside) with the fields it supports."""

    source: str
    kind: str
    rests: dict[str, tuple[str, ...]]


class SourcesResult(Result, frozen=True, kw_only=True):
    """The chosen sources."""

    uses: tuple[SourceUse, ...]


class FamilyEvidence(Result, frozen=True, kw_only=True):
    """How well the state-changing events of a family are known. ``single`` rest on one secondary page alone."""

    family: str
    confirmed: int
    reported: int
    inferred: int
    noted: int
    single: tuple[str, ...]


class EvidenceResult(Result, frozen=True, kw_only=True):
    """How well the whole registry is known, family by family, and how many checkpoints it passed."""

    families: tuple[FamilyEvidence, ...]
    checkpoints: int


class TimelineEntry(Result, frozen=True, kw_only=True):
    """What happened on a day: an occasion, a step of an exchange, or what one decision (or none) did to measures.

    ``id`` is the occasion's, the exchange's or the decision's, else the event's; ``events`` are those that took effect.
    """

    date: str
    kind: Literal["occasion", "exchange", "measures"]
    id: str
    step: Step | None
    by: Side | None
    legs: tuple[str, ...]
    events: tuple[str, ...]
    name: Text
    sources: tuple[str, ...]


class TimelineResult(Result, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """What happened from one day to another, both included."""

    first: str
    last: str
    entries: tuple[TimelineEntry, ...]
