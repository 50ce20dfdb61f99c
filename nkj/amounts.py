"""Amounts as people type them.

What lives here: reading ``5,000,000``, ``500万`` or ``5 million`` into a whole number. What does
not: in what currency it is, which is the fact's own (``model.Fact``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from unicodedata import category, normalize

#: What a word behind a figure stands for.
_WORDS = {
    **{"k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6},
    **{"bn": 10**9, "billion": 10**9, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12},
}
_PART = re.compile(r"([0-9][0-9,_]*(?:\.[0-9]+)?)\s*([a-z千万億兆]*)")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9][0-9_]*(?:\.[0-9]+)?")
_LONGEST = 40


def parse_amount(text: str, units: Iterable[str] = ()) -> int | None:
    """The whole number that an amount says, or None for what is none.

    Takes figures with or without commas between thousands, wide ones too, with a word or a
    character behind them (``5 million``, ``1億5000万``), and a sign of money or the
    unit's own name (``units``), which say nothing new. A part of a unit is none: ``0.5`` is
    refused, ``0.5 million`` is taken.
    """
    if len(text) > _LONGEST:
        return None
    plain = _bare(normalize("NFKC", text).casefold(), units)
    total = Fraction(0)
    rest = plain
    last = None
    while rest:
        part = _PART.match(rest)
        if part is None or not _GROUPED.fullmatch(part[1]):
            return None
        factor = _WORDS.get(part[2], 1 if not part[2] else None)
        # Each part is smaller than the one before: 5000万1億 is a slip.
        if factor is None or (last is not None and factor >= last):
            return None
        total += Fraction(part[1].replace(",", "").replace("_", "")) * factor
        last, rest = factor, rest[part.end() :].lstrip()
    if not plain or total.denominator != 1:
        return None
    return int(total)


def _bare(text: str, units: Iterable[str]) -> str:
    """The figures without what only says that they are money."""
    plain = "".join(letter for letter in text if category(letter) != "Sc").strip()
    for unit in units:
        if unit:
            plain = plain.removesuffix(unit.casefold()).strip()
    return plain
