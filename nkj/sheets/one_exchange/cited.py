"""On whose word an exchange is told: what is disputed, and the sources of each part."""

from __future__ import annotations

from nkj.model import Dispute, Text, When
from nkj.queries.exchanges import ExchangeAnswer, LegAnswer
from nkj.sheets.one_exchange import sides
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, column_cells

_NOTHING = "–"


def disputes(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    """What is disputed: as it is recorded here, and as somebody else has it."""
    say = phrases.words.say
    columns = (
        sides.exchange_column(phrases),
        Column("disputed", say("exchange.col.disputed"), "key"),
        Column("here", say("exchange.col.here")),
        Column("other", say("exchange.col.other")),
        Column("sources", say("field.sources"), "detail"),
    )
    parts: list[tuple[ExchangeAnswer | LegAnswer, str]] = [(exchange, say("exchange.whole"))]
    parts += ((leg, sides.inner_id(leg.id)) for leg in exchange.legs)
    rows = []
    for record, label in parts:
        for dispute in record.disputed:
            field = phrases.field(dispute.field)
            cells = column_cells(
                columns,
                exchange=exchange.id,
                disputed=say("exchange.dispute", id=label, field=field),
                here=_as_recorded(record, dispute, phrases),
                other=phrases.reading(dispute),
                sources=dispute.source,
            )
            rows.append(Row(cells))
    return Block(say("exchange.disputed"), columns, (("", tuple(rows)),) if rows else ())


def _as_recorded(record: ExchangeAnswer | LegAnswer, dispute: Dispute, phrases: Phrases) -> str:
    """What this registry records for the field in dispute."""
    value = getattr(record, dispute.field, None)
    if isinstance(value, Text):
        return phrases.text(value)
    if isinstance(value, When):
        return phrases.day(value)
    if isinstance(value, tuple):
        return ", ".join(map(sides.inner_id, value)) or _NOTHING
    if dispute.field == "outcome":
        return phrases.words.say(f"outcome.{value}")
    if dispute.field == "kind":
        return phrases.words.say(f"exchange.kind.{value}")
    return value or _NOTHING


def sources(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    """The sources of each leg and turn, and of the exchange what none of these rests on."""
    say = phrases.words.say
    columns = (
        sides.exchange_column(phrases),
        Column("part", say("exchange.col.part"), "key"),
        Column("sources", say("field.sources")),
    )
    parts = [(sides.inner_id(leg.id), leg.sources) for leg in exchange.legs]
    for turn in exchange.turns:
        parts.append((say("exchange.turn", day=phrases.day(turn.occurred)), turn.sources))
    spoken = {source for _, names in parts for source in names}
    rest = tuple(source for source in exchange.sources if source not in spoken)
    rows = tuple(
        Row(column_cells(columns, exchange=exchange.id, part=part, sources=", ".join(names)))
        for part, names in ((say("exchange.whole"), rest), *parts)
        if names
    )
    return Block(say("exchange.sources"), columns, (("", rows),) if rows else ())
