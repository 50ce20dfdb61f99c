"""Days as other formats write them, never more precisely than the registry does.

What lives here: a day as a prefix of year, month and day, and as EDTF. What does not: days as a
registry writes them (``nkj.days``).
"""

from __future__ import annotations

import datetime as dt

from nkj.model import When


def as_parts(day: When | None) -> list[int]:
    """Year, month and day as far as all possible days agree; nothing if not even in the year."""
    if day is None or day.first is None or day.last is None:
        return []
    first, last = dt.date.fromordinal(day.first), dt.date.fromordinal(day.last)
    parts = []
    for one, other in ((first.year, last.year), (first.month, last.month), (first.day, last.day)):
        if one != other:
            break
        parts.append(one)
    return parts


def as_prefix(day: When | None) -> str | None:
    """``2016``, ``2016-02`` or ``2016-02-19``, as far as all possible days agree, or None."""
    parts = as_parts(day)
    if not parts:
        return None
    year, *rest = parts
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def as_edtf(day: When | None) -> str:
    """A day for biblatex: as written where it is one period, else the two days that bound it."""
    if day is None:
        return ""
    bare = day.text.removesuffix("?")
    doubt = "?" if day.doubtful else ""
    return f"{bare.replace('..', '/')}{'' if '..' in bare else doubt}"
