"""How long something has been so: the runs of days on which one thing holds.

What lives here: the row of runs that leads up to now, for whether a measure is in force and for
the terms that apply, and from which possible days on the latest run goes. What does not: which
events and ends turn one run into the next (``life``).

A run of no day at all does not count (docs/contract.md, ``since``): what is lifted and put back on
one day goes on. Where the days are vague a run may have lasted no day in one possible world and
some days in another; its successor then goes on from either.
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from nkj import days
from nkj.model import Event, When
from nkj.replay.worlds import Dated

#: How many runs are looked back over that may all have lasted no day. It takes so many changes of
#: terms with overlapping vague days to reach it that only a hostile file does.
_MOST_LOOKED_BACK = 50


class Turn(NamedTuple):
    """What ends one run and begins the next.

    Its possible days, the date as it is written, and the event that it comes from.
    """

    first: float
    last: float
    written: When | None
    event: Event | None


def turn_after(end: Dated, setter: Event | None) -> Turn:
    """The day after an end that an event set: a term has run out, or a suspension is over."""
    first, last = end.first + 1, end.last + 1
    doubtful = end.written is not None and end.written.doubtful
    written = days.span_of(_finite(first), _finite(last), doubtful)
    return Turn(first, last, written, setter)


class Rule(NamedTuple):
    """What terms say, and whether a measure in force states them or only the general rule."""

    own: bool
    said: object


class Run(NamedTuple):
    """Days in a row on which one thing (``value``) holds.

    ``first`` and ``last`` are its earliest and latest possible first day; ``written`` is the date
    that decides it, None if several do, ``event`` the (latest) event that it comes from. ``ever``
    is true if it has no first day on record. ``before`` is the run before it.
    """

    value: object
    first: float
    last: float
    written: When | None
    event: Event | None
    before: Run | None
    ever: bool = False
    doubtful: bool = False

    def since(self) -> When | None:
        """The first day as a date; None if there is none on record."""
        if self.ever:
            return None
        if self.written is not None:
            return self.written
        return days.span_of(_finite(self.first), _finite(self.last), self.doubtful)


def always(value: object) -> Run:
    """A run that goes on since before all records."""
    return Run(value, -inf, -inf, None, None, None, ever=True)


def then(run: Run, value: object, turn: Turn, *, lasted: bool = False) -> Run:
    """The run after a turn to ``value``; the same run if nothing turned.

    ``lasted`` if the run before surely lasted a day: an end is never before the day of the event
    that states it, so that what an end ends has lasted.
    """
    while not _goes_on(run.value, value):
        if lasted or run.before is None or not _surely_empty(run, turn):
            break
        run = run.before
    else:
        return run
    doubtful = turn.written is not None and turn.written.doubtful
    fresh = Run(value, turn.first, turn.last, turn.written, turn.event, run, doubtful=doubtful)
    return fresh if lasted else _joined(fresh, run, turn)


def _goes_on(old: object, new: object) -> bool:
    """True if the same thing still holds.

    A term of the measure's own that is also the general rule goes on when the measure ends; the
    general rule that applied without the measure is not yet the measure's own.
    """
    if isinstance(old, Rule) and isinstance(new, Rule):
        return old.said == new.said and (old.own or not new.own)
    return old == new


def _surely_empty(run: Run, turn: Turn) -> bool:
    return not run.ever and turn.last <= run.first


def _joined(fresh: Run, run: Run, turn: Turn) -> Run:
    """The fresh run, together with the older ones of the same value that it may continue."""
    joined = fresh
    older: Run | None = run
    for _ in range(_MOST_LOOKED_BACK):
        if older is None or older.ever or turn.first > older.last:
            break
        older = older.before
        if older is not None and _goes_on(older.value, fresh.value):
            joined = hull(older, joined)
    return joined


def hull(one: Run, other: Run) -> Run:
    """Two runs of which either may be the present one: from the earliest day to the latest."""
    if one is other or (one.written is not None and one.written == other.written):
        return other
    if one.ever or other.ever:
        # A world without a first day on record has none to name.
        return other if one.ever else one
    first, last = min(one.first, other.first), max(one.last, other.last)
    doubtful = one.doubtful or other.doubtful
    return Run(other.value, first, last, None, other.event, other.before, doubtful=doubtful)


def _finite(day: float) -> int | None:
    return None if day in (-inf, inf) else int(day)
