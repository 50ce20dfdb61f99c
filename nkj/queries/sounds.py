"""Korean names in Latin letters: which spellings stand for one name.

What lives here: a key that spellings of one name share, whichever romanisation they follow (Kim
Tong Chol, Kim Dong-cheul, KIM Dong Chul). What does not: the search by names (``parties``).

The key is coarse on purpose. North and South write different letters for one sound, newspapers
write yet others, and a name that is missed does more harm than one that is shown too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Family names whose spellings no rule joins.
_FAMILIES = {"lee": "ri", "yi": "ri", "rhee": "ri", "park": "pak", "choi": "choe"}
#: In this order: what is written with several letters goes before its parts.
_RULES = (
    ("ng", "N"),
    ("yeo", "yo"),
    ("eo|eu|oo|ou", "o"),
    ("ee|(?<=h)ui", "i"),
    ("oe|ae", "e"),
    ("u", "o"),
    ("(?<=[aeio])h$", ""),
    ("ck", "k"),
    ("ch|j", "c"),
    ("sh", "s"),
    ("(?<=[kpt])h", ""),
    ("g", "k"),
    ("d", "t"),
    ("b", "p"),
    ("l", "r"),
    (r"(.)\1", r"\1"),
    ("^r(?=[iy])", ""),
)
_COMPILED = tuple((re.compile(pattern), by) for pattern, by in _RULES)


def key(words: Iterable[str]) -> str:
    """What all spellings of a name share, from its words in small letters; order does not count."""
    return "".join(sorted(filter(None, map(_folded, words))))


def _folded(word: str) -> str:
    word = _FAMILIES.get(word, word)
    for pattern, by in _COMPILED:
        word = pattern.sub(by, word)
    return word
