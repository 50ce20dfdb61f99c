"""Days: how they are written, and which day a word stands for.

What lives here: reading a date of the registry into a ``When``, writing an ordinal as a date, and
turning a day argument (``2006``, ``2014-07``, ``2014-07-05``) into one day. What does not: the
clock (only ``cli`` reads it), and ids as days (``choices.day_of``), which need a registry.

Days are counted as proleptic Gregorian ordinals, so that the day after 9999-12-31 is a number like
any other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from nkj.model import When

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
_LAST_ORDINAL = dt.date.max.toordinal()

#: The last day that can be written.
LAST = _LAST_ORDINAL

#: ``until: none``: the end is open.
OPEN_END = When("none", None, None)


class DayError(ValueError):
    """A text that is no date. ``reason`` is ``form``, ``calendar`` or ``order``; ``text`` is what
    was written.
    """

    def __init__(self, reason: str, text: str) -> None:
        self.reason = reason
        self.text = text
        super().__init__(f"{reason}: {text!r}")


def _bounds(text: str) -> tuple[int, int]:
    """The first and last day that ``2006``, ``2006-10`` or ``2006-10-14`` spans."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise DayError("form", text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
        if day is None:
            first = dt.date(year, month, 1)
            after = (
                _LAST_ORDINAL + 1 if (year, month) == (9999, 12) else _next_month(first).toordinal()
            )
            return first.toordinal(), after - 1
        only = dt.date(year, month, day).toordinal()
        return only, only
    except ValueError:
        raise DayError("calendar", text) from None


def _next_month(first: dt.date) -> dt.date:
    return dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)


def parse_when(text: str) -> When:
    """Read a date as the registry writes it.

    Takes ``2016-04-01``, ``2016-04``, ``2016``, a span ``A..B``, ``A..`` or ``..B`` of one unknown
    day, each with an optional final ``?``. Returns a ``When``. Raises ``DayError`` for anything
    else. (EDTF's set without the brackets.)
    """
    doubtful = text.endswith("?")
    body = text[:-1] if doubtful else text
    if ".." not in body:
        first, last = _bounds(body)
        return When(text, first, last, doubtful)
    left, _, right = body.partition("..")
    if not left and not right:
        raise DayError("form", text)
    begin = _bounds(left)[0] if left else None
    end = _bounds(right)[1] if right else None
    if begin is not None and end is not None and begin > end:
        raise DayError("order", text)
    return When(text, begin, end, doubtful)


def parse_until(text: str) -> When:
    """Read an ``until``: a date, or ``none`` for an open end. Raises ``DayError``."""
    return OPEN_END if text == "none" else parse_when(text)


def parse_day(text: str) -> int:
    """The day that ``2006`` (its 31 December), ``2014-07`` (its last day) or ``2014-07-05`` names,
    as an ordinal.

    Raises ``DayError`` for anything else.
    """
    return parse_span(text)[1]


def parse_span(text: str) -> tuple[int, int]:
    """The first and the last day that ``2006``, ``2014-07`` or ``2014-07-05`` spans, as ordinals.

    Raises ``DayError`` for anything else.
    """
    return _bounds(text)


def looks_like_day(text: str) -> bool:
    """True if the text begins like a date, so that a reader meant a day and not an id."""
    return re.match(r"[0-9]", text) is not None


def surely_before(one: When, other: When) -> bool:
    """True if every possible day of ``one`` lies before every possible day of ``other``."""
    return one.last is not None and other.first is not None and one.last < other.first


def exactly(ordinal: int) -> When:
    """One single day, given as an ordinal, as a registry would write it."""
    day = min(max(ordinal, 1), _LAST_ORDINAL)
    return When(iso(day), day, day)


def place(day: When) -> int:
    """Where a day stands among others: at its last possible day; at its first if that is open."""
    return day.last or day.first or 0


def iso(ordinal: int) -> str:
    """An ordinal as ``2014-07-05``. The day after 9999-12-31 is written as that last day."""
    return dt.date.fromordinal(min(max(ordinal, 1), _LAST_ORDINAL)).isoformat()


def exactly_or_none(ordinal: int | None) -> When | None:
    """A single day as it is written; None where there is none."""
    return None if ordinal is None else exactly(ordinal)


def span_of(first: int | None, last: int | None, doubtful: bool = False) -> When:
    """One unknown day between two, in the form in which a registry writes it.

    ``None`` is an open end. The days after 9999-12-31 are written as that last day.
    """
    if first == last and first is not None:
        text = iso(first)
    else:
        begin = "" if first is None else iso(first)
        text = f"{begin}..{'' if last is None else iso(last)}"
    return When(f"{text}?" if doubtful else text, first, last, doubtful)


def firsts(first: int, last: int, months: int) -> Iterator[tuple[int, str]]:
    """The first of each so many months between two days, with its name: a year's where they are
    whole years. Counted from January, and from a year that the number of years divides.
    """
    begin, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    number = begin.year * 12
    while number <= end.year * 12 + 11:
        day = dt.date(number // 12, number % 12 + 1, 1)
        aligned = months < 12 or (number // 12) % (months // 12) == 0
        if aligned and begin <= day <= end:
            yield day.toordinal(), f"{day.year}" if months >= 12 else f"{day:%Y-%m}"
        number += months if months < 12 else 12
