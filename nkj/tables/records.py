"""The rows of all other records: sources and what cites them, exchanges, figures, occasions.

What lives here: records as rows. What does not: measures (``lives``), parties (``lists``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nkj import days, index
from nkj.model import Dispute, Indicator, Point, Record, Registry
from nkj.queries.exchanges import leg_answer
from nkj.tables.lives import Row, as_row


def sources(registry: Registry) -> Iterator[Row]:
    """Every source."""
    return map(as_row, registry.sources)


def decisions(registry: Registry) -> Iterator[Row]:
    """Every decision."""
    return map(as_row, registry.decisions)


def exchanges(registry: Registry) -> Iterator[Row]:
    """Every exchange; its legs and turns are tables of their own."""
    return map(as_row, registry.exchanges)


def occasions(registry: Registry) -> Iterator[Row]:
    """Every occasion, with what the Security Council did."""
    for occasion in registry.occasions:
        row = as_row(occasion)
        act = occasion.un
        if act is not None:
            row |= {
                "un_act": act.act,
                "un_number": act.number,
                "un_adopted": act.adopted,
                "un_adopted_local": act.local_day,
            }
        yield row


def legs(registry: Registry) -> Iterator[Row]:
    """Every leg of every exchange, by its id from outside."""
    for exchange in registry.exchanges:
        for number, leg in enumerate(exchange.legs, start=1):
            answer = as_row(leg_answer(exchange, leg))
            yield {**answer, "exchange": exchange.id, "number": number}


def turns(registry: Registry) -> Iterator[Row]:
    """What happened between the legs, numbered in each exchange."""
    for exchange in registry.exchanges:
        for number, turn in enumerate(exchange.turns, start=1):
            yield {**as_row(turn), "exchange": exchange.id, "number": number}


def figures(registry: Registry) -> Iterator[Row]:
    """Every figure. Figures of one indicator with different segments do not count the same."""
    for indicator in registry.indicators:
        parts = {part.id: part.name for part in indicator.parts}
        for number, point in enumerate(indicator.points, start=1):
            yield {
                **as_row(point),
                "indicator": indicator.id,
                "number": number,
                "name": indicator.name,
                "part_name": parts.get(point.part or ""),
                "unit": indicator.unit,
                "basis": indicator.basis,
                "segment": _segment(indicator, point),
                "concerns": indicator.concerns,
            }


def _segment(indicator: Indicator, point: Point) -> int:
    """Which of the stretches between its breaks a figure lies in, from 1."""
    day = days.place(point.period)
    return 1 + sum(days.place(change.occurred) <= day for change in indicator.breaks)


class _Cited(NamedTuple):
    """A record that may cite, as a row names it: what it is, under which id it stands, and its
    number where it has no id of its own (0 if it has).
    """

    kind: str
    id: str
    part: int
    record: Record


def citations(registry: Registry) -> Iterator[Row]:
    """Every field of every record with a source that supports it, or that says otherwise."""
    for cited in _citing(registry):
        says = (*_supporting(cited.record), *_disputing(cited.record))
        for number, row in enumerate(says, start=1):
            yield {
                "kind": cited.kind,
                "record": cited.id,
                "part_number": cited.part,
                "number": number,
                **row,
            }


def _citing(registry: Registry) -> Iterator[_Cited]:
    for entry in index.of(registry).entries.values():
        yield _Cited(entry.kind, entry.id, 0, entry.record)
    for exchange in registry.exchanges:
        for number, turn in enumerate(exchange.turns, start=1):
            yield _Cited("turn", exchange.id, number, turn)
    for indicator in registry.indicators:
        for number, point in enumerate(indicator.points, start=1):
            yield _Cited("figure", indicator.id, number, point)
        for number, change in enumerate(indicator.breaks, start=1):
            yield _Cited("break", indicator.id, number, change)


def _supporting(record: Record) -> Iterator[Row]:
    for citation in getattr(record, "cite", ()):
        for field in citation.supports:
            yield {"source": citation.source, "stance": "supports", "field": field}


def _disputing(record: Record) -> Iterator[Row]:
    disputes: tuple[Dispute, ...] = getattr(record, "disputed", ())
    for dispute in disputes:
        yield {**as_row(dispute), "stance": "disputes"}
