"""What held on each day: the one source of truth behind every answer.

``kinds`` says what an event does, ``worlds`` which days are possible, ``standing`` what an event
changes, ``course`` how long something has been so, ``possible`` what several standings have in
common, ``life`` puts them together for a measure, and ``lives`` keeps those of a registry;
``listings`` says which party stood on which list when, and ``terms`` which of two sets of terms is
stricter.
"""

from nkj.replay.kinds import ENDS, KINDS, STARTS, effect, effect_field
from nkj.replay.life import Life, Span
from nkj.replay.listings import TOTALS, Listing, Listings, names_parties, party_key
from nkj.replay.lives import Replay, Steps
from nkj.replay.standing import Standing, said_by, same_terms
from nkj.replay.terms import directions
from nkj.replay.worlds import Fault, placed

__all__ = [
    "ENDS",
    "KINDS",
    "STARTS",
    "TOTALS",
    "Fault",
    "Life",
    "Listing",
    "Listings",
    "Replay",
    "Span",
    "Standing",
    "Steps",
    "directions",
    "effect",
    "effect_field",
    "names_parties",
    "party_key",
    "placed",
    "said_by",
    "same_terms",
]
