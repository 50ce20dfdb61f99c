"""Exchanges as sheets: all at a glance, a row each, or each whole (``one_exchange``)."""

from __future__ import annotations

from nkj.model import Side
from nkj.queries.exchanges import ExchangeAnswer, ExchangesResult
from nkj.sheets.one_exchange import OUTCOMES, whole
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells


def glance(result: ExchangesResult, phrases: Phrases, notes: tuple[str, ...]) -> Sheet:
    """The sheet that compares exchanges, a row each."""
    say = phrases.words.say
    columns = (
        Column("exchange", say("exchange.col.exchange"), "key"),
        Column("agreed", say("exchange.col.agreed"), "key"),
        Column("dprk", say("side.dprk")),
        Column("japan", say("side.japan")),
        Column("end", say("exchange.col.end")),
        Column("name", say("exchange.col.name"), "detail"),
        Column("moved", say("exchange.col.moved"), "detail"),
        Column("summary", say("exchange.col.summary"), "aside"),
    )
    rows = tuple(
        Row(
            column_cells(
                columns,
                exchange=exchange.id,
                agreed=exchange.agreed or "",
                end=_end(exchange, phrases),
                dprk=_score(exchange, "dprk", phrases),
                japan=_score(exchange, "japan", phrases),
                name=f"{phrases.text(exchange.name)} · {say(f'exchange.kind.{exchange.kind}')}",
                moved=_moved_measures(exchange, phrases),
                summary=phrases.text(exchange.summary),
            )
        )
        for exchange in result.exchanges
    )
    blocks = (
        (Block("", columns, (("", rows),)),)
        if rows
        else (Block("", intro=(say("exchange.none"),)),)
    )
    return Sheet(say("exchange.title"), blocks, (*notes, say("exchange.explain")))


def _end(exchange: ExchangeAnswer, phrases: Phrases) -> str:
    say = phrases.words.say
    outcome = say(f"outcome.{exchange.outcome}")
    return (
        say("exchange.end", day=exchange.ended, outcome=outcome)
        if exchange.ended
        else say("exchange.open", outcome=outcome)
    )


def _score(exchange: ExchangeAnswer, side: Side, phrases: Phrases) -> str:
    """How many of a side's undertakings came to what."""
    say = phrases.words.say
    own = [leg.outcome for leg in exchange.legs if leg.by == side]
    if not own:
        return say("exchange.no-legs")
    counts = say("join.values").join(
        say("exchange.count", count=own.count(outcome), outcome=say(f"outcome.short.{outcome}"))
        for outcome in OUTCOMES
        if outcome in own
    )
    return say("exchange.score", count=len(own), counts=counts)


def _moved_measures(exchange: ExchangeAnswer, phrases: Phrases) -> str:
    moved = [
        phrases.events[name][0].id
        for leg in exchange.legs
        for name in (*leg.moves, *leg.moved_back)
    ]
    return ", ".join(dict.fromkeys(moved)) or phrases.words.say("exchange.moved-nothing")


def sheet(result: ExchangesResult, phrases: Phrases, notes: tuple[str, ...]) -> Sheet:
    """The sheet of exchanges shown whole."""
    say = phrases.words.say
    blocks: list[Block] = []
    one = result.exchanges[0] if len(result.exchanges) == 1 else None
    for exchange in result.exchanges:
        blocks.extend(whole(exchange, phrases, headed=one is None))
    title = (
        say("exchange.title-one", id=one.id, name=phrases.text(one.name))
        if one
        else say("exchange.title")
    )
    if not blocks:
        return Sheet(title, (Block("", intro=(say("exchange.none"),)),), notes)
    legs = say("exchange.explain-legs")
    return Sheet(
        title,
        tuple(blocks),
        (legs, *notes, say("exchange.explain-one", id=one.id if one else "ID")),
    )
