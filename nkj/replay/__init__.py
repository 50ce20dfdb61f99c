"""What held on each day: ``life`` replays a measure's events, ``listings`` who stood on its list
when.
"""

from nkj.replay.life import (
    ENDS,
    STARTS,
    Life,
    Reach,
    Span,
    Standing,
    applying,
    effect,
    effect_field,
    same_terms,
)
from nkj.replay.listings import TOTALS, Listing, Listings, names_parties, party_key

__all__ = [
    "ENDS",
    "STARTS",
    "TOTALS",
    "Life",
    "Listing",
    "Listings",
    "Reach",
    "Span",
    "Standing",
    "applying",
    "effect",
    "effect_field",
    "names_parties",
    "party_key",
    "same_terms",
]
