"""Which of two sets of terms is stricter, as the vocabulary says.

What lives here: the comparison that a diff and the checks share. What does not: whether terms say
the same (``same_terms``, which a life needs as well).
"""

from collections.abc import Mapping

from nkj.model import TermDefinition, Terms
from nkj.replay.standing import same_terms


def directions(one: Terms, two: Terms, vocabulary: Mapping[str, TermDefinition]) -> set[int]:
    """Of each term that differs, 1 if the second is stricter, -1 if it is laxer, 0 if nothing says.

    An empty set means that they say the same; ``{1}`` that the second is stricter in all.
    """
    found = set()
    for name in {*one, *two}:
        before, after = one.get(name, ()), two.get(name, ())
        if not same_terms({name: before}, {name: after}):
            definition = vocabulary.get(name)
            found.add(_direction(definition.stricter if definition else None, before, after))
    return found


def _direction(stricter: str | None, one: object, two: object) -> int:
    if isinstance(one, tuple) and isinstance(two, tuple) and stricter in ("fewer", "more"):
        if set(one) < set(two):
            return 1 if stricter == "more" else -1
        if set(two) < set(one):
            return 1 if stricter == "fewer" else -1
        return 0
    if isinstance(one, int) and isinstance(two, int) and stricter is not None and one != two:
        return 1 if (two < one) == (stricter in ("lower", "fewer")) else -1
    return 0
