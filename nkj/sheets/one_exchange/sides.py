"""What the blocks of an exchange share: who stands on which side, and the columns of each block.

What lives here: the two sides with their names, the ids of legs inside their exchange. What does
not: any block.
"""

from __future__ import annotations

from nkj.model import Outcome, Side
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Column
from nkj.sheets.sheet import Side as Standing

#: North Korea stands left, Japan right.
SIDES: dict[Side, Standing] = {"dprk": "left", "japan": "right"}
#: The outcomes of a leg, in the order in which they are told.
OUTCOMES: tuple[Outcome, ...] = (
    "performed",
    "partly",
    "reversed",
    "not-performed",
    "not-due",
    "unknown",
)


def standing(by: str) -> Standing:
    """The side on which what somebody did stands; neither if it was both sides' or a third's."""
    for side, place in SIDES.items():
        if side == by:
            return place
    return ""


def titles(phrases: Phrases) -> tuple[str, str, str]:
    """What stands over the left, over the right, and over what is neither's."""
    say = phrases.words.say
    return say("side.dprk"), say("side.japan"), say("side.beside")


def exchange_column(phrases: Phrases) -> Column:
    """The exchange's id, in front of each row where rows are written by themselves."""
    return Column("exchange", phrases.words.say("exchange.col.exchange"), "aside")


def side_column(phrases: Phrases) -> Column:
    """Whose row it is, where rows are written by themselves."""
    return Column("by", phrases.words.say("exchange.col.by"), "aside")


def inner_id(leg: str) -> str:
    """A leg's id inside its exchange: ``j2a`` of ``stockholm-2014/j2a``."""
    return leg.rpartition("/")[2]
