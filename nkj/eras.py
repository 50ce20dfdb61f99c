"""Days as people type them, beside the registry's own form.

What lives here: ``2014/7/5``, ``20140705``, ``2014年7月5日`` and years of Japanese eras
(``平成26年7月5日``, ``H26.7.5``), each also in full-width letters, turned into the registry's form.
What does not: that form itself (``days``), and words that need a registry (``choices``).

The eras are a table of three rows and no dependency: it grows once in a reign. What came before
them is left out, since no measure is that old and the oldest era dates follow another calendar.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import NamedTuple

from nkj import days


class Era(NamedTuple):
    """A Japanese era: its name, the letter that forms use for it, and its first day."""

    name: str
    letter: str
    first: int


#: The last day of an era is the day before the next one's first.
ERAS = (
    Era("昭和", "S", dt.date(1926, 12, 25).toordinal()),
    Era("平成", "H", dt.date(1989, 1, 8).toordinal()),
    Era("令和", "R", dt.date(2019, 5, 1).toordinal()),
)

_SLASHED = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?")
_RUN_TOGETHER = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_JAPANESE = re.compile(r"([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?")
_NAMES = "|".join(era.name for era in ERAS)
_LETTERS = "".join(era.letter for era in ERAS)
_IN_ERA = (
    re.compile(rf"({_NAMES})([0-9]{{1,2}}|元)年(?:([0-9]{{1,2}})月(?:([0-9]{{1,2}})日)?)?"),
    re.compile(rf"({_NAMES}|[{_LETTERS}])([0-9]{{1,2}}|元)[./]([0-9]{{1,2}})[./]([0-9]{{1,2}})"),
)


class EraError(ValueError):
    """A day that an era does not have. ``right`` is the year by which it goes, if there is one."""

    def __init__(self, right: str) -> None:
        self.right = right
        super().__init__(right)


def normal(text: str) -> str:
    """A text with its full-width letters, digits and signs as the usual ones, and no spaces around
    it.
    """
    return unicodedata.normalize("NFKC", text).strip()


def is_typed_day(text: str) -> bool:
    """True if a text begins as a day does: with a digit, or with an era and a year."""
    word = normal(text)
    return days.looks_like_day(word) or _era_match(word) is not None


def span_of(text: str) -> tuple[int, int]:
    """The first and the last day of what was typed, as ordinals; only a year or a month has two.

    Raises ``days.DayError`` for what is no day, and ``EraError`` for one that its era does not
    have.
    """
    word = "".join(normal(text).split())
    match = _era_match(word)
    if match is not None:
        return _in_era(match, word)
    for form in (_SLASHED, _RUN_TOGETHER, _JAPANESE):
        found = form.fullmatch(word)
        if found is not None:
            return days.parse_span(_registry_form(*found.groups()))
    return days.parse_span(word)


def mended(text: str) -> str:
    """The day that was perhaps meant by one that is written as none: 2014-7-5 as 2014-07-05.
    Nothing if that is no day either.
    """
    parts = re.split(r"[-/.]", normal(text))
    if len(parts) not in (2, 3) or not all(part.isdigit() and part.isascii() for part in parts):
        return ""
    written = _registry_form(*(*parts, None)[:3])  # type: ignore[arg-type]  # two or three
    try:
        days.parse_span(written)
    except days.DayError:
        return ""
    return written


def _era_match(word: str) -> re.Match[str] | None:
    squeezed = "".join(word.split())
    upper = squeezed[:1].upper() + squeezed[1:]
    return next((found for form in _IN_ERA if (found := form.fullmatch(upper))), None)


def _in_era(match: re.Match[str], word: str) -> tuple[int, int]:
    """The days of an era's year, month or day: those of them that the era has."""
    name, year, month, day = match.groups()
    at = next(at for at, era in enumerate(ERAS) if name in (era.name, era.letter))
    number = 1 if year == "元" else int(year)
    if number == 0:
        raise days.DayError("calendar", word)
    begin = ERAS[at].first
    end = ERAS[at + 1].first - 1 if at + 1 < len(ERAS) else days.LAST
    western = dt.date.fromordinal(begin).year + number - 1
    first, last = days.parse_span(_registry_form(f"{western:04}", month, day))
    if last < begin or first > end:
        raise EraError(_era_year(first))
    return max(first, begin), min(last, end)


def _era_year(day: int) -> str:
    """The era and year of a day, as they are written."""
    era = next((era for era in reversed(ERAS) if era.first <= day), None)
    year = dt.date.fromordinal(day).year
    if era is None:
        return f"{year}年"
    number = year - dt.date.fromordinal(era.first).year + 1
    return f"{era.name}{'元' if number == 1 else number}年"


def _registry_form(year: str, month: str | None, day: str | None) -> str:
    """A day as a registry writes it: two digits for month and day."""
    parts = (year, *(f"{int(part):02}" for part in (month, day) if part))
    return "-".join(parts)
