"""Exchanges as sheets: all at a glance, a row each, or each whole (``one_exchange``)."""

from __future__ import annotations

from nkj.model import Side
from nkj.queries.exchanges import ExchangeAnswer, ExchangesResult
from nkj.sheets.notes import coverage, finished
from nkj.sheets.one_exchange import in_short, whole
from nkj.sheets.one_exchange.sides import MARKS, OUTCOMES, of_legs
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words


def glance(result: ExchangesResult, words: Words) -> Sheet:
    """The sheet that compares exchanges, a row each."""
    phrases = Phrases(result.registry, words)
    say = words.say
    programme = result.registry.programme
    columns: tuple[Column, ...] = (
        Column("name", say("exchange.col.exchange")),
        Column("agreed", say("exchange.col.agreed"), "key"),
        Column("target", phrases.target()),
        Column("sender", phrases.sender()),
        Column("others", say("side.beside"), "detail"),
        Column("end", say("exchange.col.end")),
        Column("moved", say("exchange.col.moved"), "detail"),
        Column("summary", say("exchange.col.summary"), "aside"),
        Column("exchange", say("field.id"), "tail"),
    )
    if not any(_other_scores(exchange, phrases) for exchange in result.exchanges):
        columns = tuple(column for column in columns if column.key != "others")
    rows = []
    for exchange in result.exchanges:
        cells = {
            "exchange": exchange.id,
            "agreed": phrases.day(exchange.agreed),
            "end": _end(exchange, phrases),
            "target": _score(exchange, programme.target.id, phrases),
            "sender": _score(exchange, programme.sender.id, phrases),
            "others": _other_scores(exchange, phrases),
            "moved": _moved_measures(exchange, phrases),
            "summary": phrases.text(exchange.summary),
        }
        full = column_cells(columns, name=phrases.text(exchange.name), **cells)
        brief = column_cells(columns, name=phrases.short_title(exchange.id), **cells)
        rows.append(Row(full, brief=brief))
    block = Block("", columns, (("", tuple(rows)),)) if rows else _nothing(result, phrases)
    notes = coverage(result, phrases)
    more = say("exchange.explain")
    return finished(say("exchange.title"), [block], notes, phrases, more=more)


def _nothing(result: ExchangesResult, phrases: Phrases) -> Block:
    """That no exchange was found: because there is none at all, or none of those asked for."""
    recorded = bool(result.registry.exchanges)
    key = "exchange.none" if recorded else "exchange.none-recorded"
    return Block("", intro=(phrases.words.say(key),))


def _end(exchange: ExchangeAnswer, phrases: Phrases) -> str:
    say = phrases.words.say
    outcome = say(f"outcome.{exchange.outcome}")
    if exchange.ended is None:
        return say("exchange.open", outcome=outcome)
    return say("exchange.end", day=phrases.day(exchange.ended), outcome=outcome)


def _score(exchange: ExchangeAnswer, side: Side, phrases: Phrases) -> str:
    """How many of a side's undertakings came to what."""
    say = phrases.words.say
    own = [leg.outcome for leg in exchange.legs if leg.by == side]
    if not own:
        return say("exchange.no-legs")
    counts = say("join.values").join(
        say(
            "exchange.count",
            mark=MARKS[outcome],
            count=own.count(outcome),
            outcome=say(f"outcome.short.{outcome}"),
        )
        for outcome in OUTCOMES
        if outcome in own
    )
    return say("exchange.score", count=len(own), counts=counts)


def _other_scores(exchange: ExchangeAnswer, phrases: Phrases) -> str:
    """The same for third parties and for what both sides undertook together."""
    others = of_legs(exchange, phrases)[2:]
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
    return phrases.shorts(dict.fromkeys(moved))


def sheet(result: ExchangesResult, words: Words, full: bool = True) -> Sheet:
    """The sheet of exchanges one by one: ``full``, or only what came of them, what is disputed and
    what they moved.
    """
    phrases = Phrases(result.registry, words)
    say = words.say
    notes = coverage(result, phrases)
    if not result.exchanges:
        return finished(say("exchange.title"), [_nothing(result, phrases)], notes, phrases)
    alone = len(result.exchanges) == 1
    shown = whole if full else in_short
    blocks = [
        block
        for exchange in result.exchanges
        for block in shown(exchange, phrases, headed=not alone)
    ]
    title, shown_id = say("exchange.title"), "ID"
    if alone:
        only = result.exchanges[0]
        title = say("exchange.title-one", id=only.id, name=phrases.text(only.name))
        shown_id = only.id
    more = say("exchange.explain-one", id=shown_id)
    if not full:
        notes = (*notes, say("exchange.left-out"))
    return finished(title, blocks, notes, phrases, more=more)
