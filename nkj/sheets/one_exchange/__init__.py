"""One exchange as blocks: what came of it, undertakings beside what they answer, the days,
measures, disputes, sources.

What lives here: the order of the blocks, the head and the results; the others have a file each.
What does not: the comparison of all exchanges (``exchanges``).
"""

from __future__ import annotations

from nkj.queries.exchanges import ExchangeAnswer, LegAnswer
from nkj.sheets.one_exchange import cited, measures, sides, steps, undertakings
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, column_cells


def in_short(exchange: ExchangeAnswer, phrases: Phrases, headed: bool = False) -> list[Block]:
    """One exchange in short: what it was and how it ended, what came of each side's undertakings,
    what is disputed, and the measures moved.
    """
    blocks = (
        _head(exchange, phrases, headed),
        _results(exchange, phrases),
        cited.disputes(exchange, phrases),
        measures.moved_together(exchange, phrases),
    )
    return [block for block in blocks if block.groups or block.intro]


def whole(exchange: ExchangeAnswer, phrases: Phrases, headed: bool = False) -> list[Block]:
    """One exchange: what it was and how it ended, what came of each side's undertakings, these
    beside what they answer, the days, the measures moved, the disputes, the sources.

    ``headed`` puts its name over it, for an answer that shows several.
    """
    blocks = (
        _head(exchange, phrases, headed),
        _results(exchange, phrases),
        *undertakings.blocks(exchange, phrases),
        steps.block(exchange, phrases),
        measures.moved(exchange, phrases),
        measures.unmoved(exchange, phrases),
        cited.disputes(exchange, phrases),
        cited.sources(exchange, phrases),
    )
    return [block for block in blocks if block.groups or block.intro]


def _head(exchange: ExchangeAnswer, phrases: Phrases, headed: bool) -> Block:
    say = phrases.words.say
    agreed, ended = say("exchange.not-agreed"), say("exchange.still-open")
    if exchange.agreed:
        agreed = say("exchange.agreed", day=phrases.day(exchange.agreed))
    if exchange.ended:
        ended = say("exchange.ended", day=phrases.day(exchange.ended))
    facts = (
        say(f"exchange.kind.{exchange.kind}"),
        agreed,
        phrases.text(exchange.place),
        ended,
        say("exchange.outcome", outcome=say(f"outcome.{exchange.outcome}")),
    )
    intro = [" · ".join(fact for fact in facts if fact)]
    intro += [phrases.text(text) for text in (exchange.summary, exchange.note) if text]
    if not any((*leg.moves, *leg.moved_back) for leg in exchange.legs):
        intro.append(say("exchange.no-measure"))
    heading = phrases.beside(phrases.text(exchange.name), exchange.id) if headed else ""
    return Block(heading, intro=tuple(intro), chapter=headed)


def _results(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    """What came of the undertakings of each side, outcome by outcome."""
    say = phrases.words.say
    columns = (
        sides.exchange_column(phrases),
        sides.side_column(phrases),
        Column("outcome", say("exchange.col.outcome"), "key"),
        Column("undertakings", say("exchange.col.undertakings")),
    )
    rows = []
    for side in sides.of_legs(exchange, phrases):
        for outcome in sides.OUTCOMES:
            undertaken = "\n".join(
                _undertaken(leg, phrases)
                for leg in exchange.legs
                if leg.by == side and leg.outcome == outcome
            )
            if undertaken:
                cells = column_cells(
                    columns,
                    exchange=exchange.id,
                    by=phrases.side(side),
                    outcome=sides.marked(outcome, phrases),
                    undertakings=sides.with_whose(undertaken, side, phrases),
                )
                standing = sides.standing(side, phrases)
                rows.append(Row(cells, sides.TONES.get(outcome, ""), standing))
    intro = sides.letters(exchange, phrases)
    groups = (("", tuple(rows)),)
    return Block(say("exchange.results"), columns, groups, intro, sides.titles(phrases))


def _undertaken(leg: LegAnswer, phrases: Phrases) -> str:
    """An undertaking with its letter, and the days from which and to which it was kept."""
    days = [phrases.day(day) for day in (leg.performed, leg.reversed) if day]
    text = f"{sides.inner_id(leg.id)} {phrases.text(leg.undertaking)}"
    if not days:
        return text
    return phrases.beside(text, " → ".join(days))
