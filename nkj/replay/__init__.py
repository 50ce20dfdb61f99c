"""What held on each day: ``kinds`` says what an event does, ``life`` replays a measure's events."""

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
from nkj.replay.terms import directions

__all__ = [
    "ENDS",
    "STARTS",
    "Life",
    "Reach",
    "Span",
    "Standing",
    "applying",
    "directions",
    "effect",
    "effect_field",
    "same_terms",
]
