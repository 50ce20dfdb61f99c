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
    programme = phrases.registry.programme
    columns: tuple[Column, ...] = (
        Column("exchange", say("exchange.col.exchange"), "key"),
        Column("agreed", say("exchange.col.agreed"), "key"),
        Column("target", phrases.target()),
        Column("sender", phrases.sender()),
        Column("others", say("side.beside"), "detail"),
        Column("end", say("exchange.col.end")),
        Column("name", say("exchange.col.name"), "detail"),
        Column("moved", say("exchange.col.moved"), "detail"),
        Column("summary", say("exchange.col.summary"), "aside"),
    )
    if not any(_other_scores(exchange, phrases) for exchange in result.exchanges):
        columns = tuple(column for column in columns if column.key != "others")
    rows = tuple(
        Row(
            column_cells(
                columns,
                exchange=exchange.id,
                agreed=exchange.agreed or "",
                end=_end(exchange, phrases),
                target=_score(exchange, programme.target.id, phrases),
                sender=_score(exchange, programme.sender.id, phrases),
                others=_other_scores(exchange, phrases),
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


def _other_scores(exchange: ExchangeAnswer, phrases: Phrases) -> str:
    """The same for third parties and what both sides undertook together."""
    main = {phrases.registry.programme.target.id, phrases.registry.programme.sender.id}
    others = dict.fromkeys(leg.by for leg in exchange.legs if leg.by not in main)
    return phrases.listed(
        phrases.words.say(
            "term.plain", name=phrases.side(side), value=_score(exchange, side, phrases)
        )
        for side in others
    )


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
    more = say("exchange.explain-one", id=one.id if one else "ID")
    return Sheet(title, tuple(blocks), (*_leg_letters(result, phrases), *notes, more))


def _leg_letters(result: ExchangesResult, phrases: Phrases) -> tuple[str, ...]:
    """Which letter marks whose legs, where each side's ids begin with one of its own."""
    programme = phrases.registry.programme
    letters = {
        side: {
            leg.id.rpartition("/")[2][0]
            for exchange in result.exchanges
            for leg in exchange.legs
            if leg.by == side
        }
        for side in (programme.target.id, programme.sender.id)
    }
    one, two = letters.values()
    if len(one) != 1 or len(two) != 1 or one == two:
        return ()
    say = phrases.words.say
    names = {"target": phrases.target(), "sender": phrases.sender()}
    return (say("exchange.explain-legs", one=min(one), two=min(two), **names),)
