"""The rows about measures: measures, events, spans and terms.

What lives here: the lives of the measures as rows, all from the replay, so that no table can say
other than an answer. What does not: how a value becomes columns (``table``), and
periods (``panel``).

A span's days are both included; a measure's first span begins on 0001-01-01 and its last one ends
on 9999-12-31, so that every day of every measure lies in exactly one row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import msgspec

from nkj import days, index
from nkj.model import Counts, Event, Measure, Registry, Terms, TermValue, Text
from nkj.queries.history import event_answers
from nkj.queries.links import checked_days, last_confirmed, legs_by_event
from nkj.replay import Life, Replay, Span
from nkj.replay.listings import days_of_totals, totals_on
from nkj.wording import LANGUAGES, words

#: A row by its fields, before it is laid out in columns.
Row: TypeAlias = dict[str, object]


class Stretch(NamedTuple):
    """Days on which all that is said of a measure stays the same, both ends included."""

    first: int
    last: int
    span: Span
    terms: Terms


def stretches(registry: Registry, measure: Measure) -> Iterator[Stretch]:
    """All days, from the first that can be written to the last, in stretches."""
    life = Replay.of(registry).life(measure)
    begun: Stretch | None = None
    for first, last in _pieces(_edges(registry, life)):
        span = life.on(first)
        here = Stretch(first, last, span, {**totals_on(registry, measure, first), **span.terms})
        if begun is not None and (begun.span[1:], begun.terms) == (span[1:], here.terms):
            begun = begun._replace(last=last)
            continue
        if begun is not None:
            yield begun
        begun = here
    if begun is not None:
        yield begun


def _edges(registry: Registry, life: Life) -> list[int]:
    """Every day on which something may change, the totals of a list too."""
    firsts = {span.first for span in life.spans if span.first is not None}
    return sorted({*firsts, *days_of_totals(registry, life.measure)})


def _pieces(edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """All days that can be written, cut at these days."""
    cuts = [1, *(edge for edge in edges if 1 < edge <= days.LAST), days.LAST + 1]
    return ((first, following - 1) for first, following in pairwise(cuts))


def measures(registry: Registry) -> Iterator[Row]:
    """Every measure."""
    families = {family.id: family.name for family in registry.programme.families}
    checked = checked_days(registry)
    for measure in registry.measures:
        yield {
            "id": measure.id,
            "family": measure.family,
            "family_name": families.get(measure.family),
            "kind": measure.kind,
            "origin": measure.origin,
            "name": measure.name,
            "summary": measure.summary,
            "legal_basis": measure.legal_basis,
            "baseline": as_json(measure.baseline),
            "last_confirmed": last_confirmed(measure, checked),
        }


def events(registry: Registry) -> Iterator[Row]:
    """Every event in the order of its measure, with what it inherits from its decision."""
    moved_by = legs_by_event(registry)
    for measure in registry.measures:
        answers = event_answers(registry, measure, moved_by)
        pairs = zip(measure.events, answers, strict=True)
        for number, (event, answer) in enumerate(pairs, start=1):
            yield {
                **as_row(event),
                "measure": measure.id,
                "number": number,
                "effect": answer.effect,
                "terms": None if event.terms is None else as_json(event.terms),
                "terms_after": as_json(answer.terms_after),
                "state_after": answer.state_after,
                "legs": answer.exchanges,
                **_counts("added", event.added),
                **_counts("removed", event.removed),
                **_counts("net", event.net),
            }


def _counts(name: str, counts: Counts | None) -> Row:
    kinds = ("entities", "individuals", "vessels")
    return {f"{name}_{kind}": getattr(counts, kind, None) for kind in kinds}


def spans(registry: Registry) -> Iterator[Row]:
    """What held of every measure, from which day to which."""
    for measure in registry.measures:
        for stretch in stretches(registry, measure):
            yield {**_days_of(measure, stretch), **_standing(stretch)}


def _days_of(measure: Measure, stretch: Stretch) -> Row:
    span = stretch.span
    return {
        "measure": measure.id,
        "first_day": dt.date.fromordinal(stretch.first),
        "last_day": dt.date.fromordinal(stretch.last),
        "in_force": span.in_force,
        "doubtful": span.doubtful,
    }


def _standing(stretch: Stretch) -> Row:
    span = stretch.span
    return {
        "state": span.state,
        "since": span.since,
        "terms_since": span.terms_since,
        "until": span.until,
        "suspended_until": span.suspended_until,
        "terms": as_json(stretch.terms),
        "began": _id_of(span.began),
        "decided_by": _id_of(span.standing.latest),
    }


def _id_of(event: Event | None) -> str | None:
    return None if event is None else event.id


def terms(registry: Registry) -> Iterator[Row]:
    """Every value of every term that applied, from which day to which: a list has a row a value."""
    for measure in registry.measures:
        for stretch in stretches(registry, measure):
            for name, value in stretch.terms.items():
                for number, one in enumerate(_each(value), start=1):
                    yield {
                        **_days_of(measure, stretch),
                        "term": name,
                        "number": number,
                        **_value_of(registry, name, one),
                    }


def _each(value: TermValue) -> tuple[int | bool | str, ...]:
    return value if isinstance(value, tuple) else (value,)


def _value_of(registry: Registry, name: str, value: int | bool | str) -> Row:
    """A value as text, as a number if it is one, and what it is called."""
    definition = index.of(registry).terms.get(name)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    row: Row = {
        "value": str(value).lower() if isinstance(value, bool) else str(value),
        "value_number": value if is_number else None,
    }
    if definition is not None:
        names = {label.id: label.name for label in definition.values}
        row |= {
            "term_name": definition.name,
            "value_name": names.get(str(value)),
            "unit": _YEN if definition.type == "jpy" else definition.unit,
            "stricter": definition.stricter,
        }
    return row


#: ``type: jpy`` is short for money in yen and brings no words of its own.
_YEN = Text({lang: words(lang).say("unit.jpy") for lang in LANGUAGES})


def as_json(terms: Terms) -> str:
    """Terms as one JSON object, as an answer writes them."""
    return msgspec.json.encode(terms).decode()


def as_row(record: msgspec.Struct) -> Row:
    """A record's own fields."""
    return {name: getattr(record, name) for name in record.__struct_fields__}
