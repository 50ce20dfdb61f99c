"""What the blocks of an exchange share: who stands on which side, and the columns of each block.

What lives here: the two sides with their names, the ids of legs inside their exchange. What does
not: any block. The target stands left and the sender right.
"""

from __future__ import annotations

from nkj.model import Outcome, Side
from nkj.queries.exchanges import ExchangeAnswer
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Column, Tone
from nkj.sheets.sheet import Side as Standing

#: The outcomes of a leg, in the order in which they are told.
OUTCOMES: tuple[Outcome, ...] = (
    "performed",
    "partly",
    "reversed",
    "not-performed",
    "not-due",
    "unknown",
)


#: What was kept and what was broken, seen before it is read; none of them may be taken for the mark
#: of doubt.
MARKS: dict[Outcome, str] = {
    "performed": "✓",
    "partly": "~",
    "reversed": "↩",
    "not-performed": "✗",
    "not-due": "-",
    "unknown": "=",
}
TONES: dict[Outcome, Tone] = {
    "performed": "kept",
    "reversed": "broken",
    "not-performed": "broken",
}


def marked(outcome: Outcome, phrases: Phrases) -> str:
    """An outcome as a mark and a word."""
    return f"{MARKS[outcome]} {phrases.words.say(f'outcome.{outcome}')}"


def letters(exchange: ExchangeAnswer, phrases: Phrases) -> tuple[str, ...]:
    """Which letter marks whose undertakings, where each side's ids begin with one of its own."""
    programme = phrases.registry.programme
    first = {
        side: {inner_id(leg.id)[0] for leg in exchange.legs if leg.by == side}
        for side in (programme.target.id, programme.sender.id)
    }
    one, two = first.values()
    if len(one) != 1 or len(two) != 1 or one == two:
        return ()
    names = {"target": phrases.target(), "sender": phrases.sender()}
    say = phrases.words.say
    return (say("exchange.explain-legs", one=min(one), two=min(two), **names),)


def standing(by: str, phrases: Phrases) -> Standing:
    """The side on which what somebody did stands; neither if it was both sides' or a third's."""
    programme = phrases.registry.programme
    if by == programme.target.id:
        return "left"
    return "right" if by == programme.sender.id else ""


def of_legs(exchange: ExchangeAnswer, phrases: Phrases) -> tuple[Side, ...]:
    """Target, sender, and who else undertook anything."""
    programme = phrases.registry.programme
    main = (programme.target.id, programme.sender.id)
    return (*main, *dict.fromkeys(leg.by for leg in exchange.legs if leg.by not in main))


def with_whose(text: str, side: Side, phrases: Phrases) -> str:
    """A text with its side's name before it where its place on the page does not say whose it
    is.
    """
    if not side or standing(side, phrases):
        return text
    return phrases.words.say("term.plain", name=phrases.side(side), value=text)


def titles(phrases: Phrases) -> tuple[str, str, str]:
    """What stands over the left, over the right, and over what is neither's."""
    return phrases.target(), phrases.sender(), phrases.words.say("side.beside")


def exchange_column(phrases: Phrases) -> Column:
    """The exchange's id, in front of each row where rows are written by themselves."""
    return Column("exchange", phrases.words.say("exchange.col.exchange"), "aside")


def side_column(phrases: Phrases) -> Column:
    """Whose row it is, where rows are written by themselves."""
    return Column("by", phrases.words.say("exchange.col.by"), "aside")


def inner_id(leg: str) -> str:
    """A leg's id inside its exchange: ``j2a`` of ``stockholm-2014/j2a``."""
    return leg.rpartition("/")[2]
