"""The measures that an exchange moved, and those that it was about without moving them."""

from __future__ import annotations

from nkj import replay
from nkj.queries.exchanges import ExchangeAnswer
from nkj.sheets.one_exchange import sides
from nkj.sheets.one_exchange.steps import first_place
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, column_cells


def moved(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    """The measures moved, forth and back, down the days."""
    say = phrases.words.say
    columns = (
        sides.exchange_column(phrases),
        Column("day", say("exchange.col.day"), "key"),
        Column("leg", say("exchange.col.leg"), "key"),
        Column("measure", say("exchange.col.measure"), "key"),
        Column("step", say("exchange.col.step"), "key"),
        Column("name", say("exchange.col.name-of")),
        Column("event", say("field.event-id"), "aside"),
    )
    placed: list[tuple[int, Row]] = []
    for leg in exchange.legs:
        for name in (*leg.moves, *leg.moved_back):
            measure, event = phrases.events[name]
            effect = replay.effect(event)
            cells = column_cells(
                columns,
                exchange=exchange.id,
                day=phrases.day(effect, "?"),
                leg=sides.inner_id(leg.id),
                measure=measure.id,
                step=say(f"event.{event.event}"),
                name=phrases.text(measure.name),
                event=event.id,
            )
            placed.append((first_place(effect), Row(cells)))
    rows = tuple(row for _, row in sorted(placed, key=lambda pair: pair[0]))
    return Block(say("exchange.measures"), columns, (("", rows),) if rows else ())


def moved_together(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    """The same in a row a day, undertaking and step, the measures by their short names."""
    say = phrases.words.say
    columns = (
        sides.exchange_column(phrases),
        Column("day", say("exchange.col.day"), "key"),
        Column("leg", say("exchange.col.leg"), "key"),
        Column("step", say("exchange.col.step"), "key"),
        Column("measures", say("timeline.col.moved")),
        Column("event", say("field.event-id"), "aside"),
    )
    together: dict[tuple[int, str, str, str], list[str]] = {}
    for leg in exchange.legs:
        for name in (*leg.moves, *leg.moved_back):
            event = phrases.events[name][1]
            effect = replay.effect(event)
            key = (first_place(effect), phrases.day(effect, "?"), leg.id, event.event)
            together.setdefault(key, []).append(name)
    rows = []
    for (_, day, leg_id, kind), names in sorted(together.items(), key=lambda pair: pair[0][:2]):
        cells = column_cells(
            columns,
            exchange=exchange.id,
            day=day,
            leg=sides.inner_id(leg_id),
            step=say(f"event.{kind}"),
            measures=phrases.shorts(phrases.events[name][0].id for name in names),
            event=", ".join(names),
        )
        rows.append(Row(cells))
    return Block(say("exchange.measures"), columns, (("", tuple(rows)),) if rows else ())


def unmoved(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    """The measures that legs were about and did not move."""
    say = phrases.words.say
    columns = (
        sides.exchange_column(phrases),
        Column("leg", say("exchange.col.leg"), "key"),
        Column("measures", say("exchange.col.measures")),
    )
    rows = []
    for leg in exchange.legs:
        if leg.concerns:
            names = phrases.listed(map(phrases.named, leg.concerns))
            rows.append(Row((exchange.id, sides.inner_id(leg.id), names)))
    return Block(say("exchange.unmoved"), columns, (("", tuple(rows)),) if rows else ())
