"""The panel: every measure on every day, or in every month.

What lives here: cutting the spans of the measures into periods of equal length. What does not: the
spans (``lives``).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias, get_args

from nkj import days
from nkj.model import Measure, Registry
from nkj.tables.lives import Row, Stretch, as_json, stretches

Period: TypeAlias = Literal["day", "month"]
PERIODS: tuple[Period, ...] = get_args(Period)


def panel(
    registry: Registry, measures: Sequence[Measure], by: Period, first: int, last: int
) -> Iterator[Row]:
    """Every measure in every period from one day to another, both included.

    A month's state and terms are those of its last day here (the day rule). How many of its days
    the measure was in force, was not, and on how many that is not known, is counted over all.
    """
    periods = list(_periods(by, first, last))
    for measure in measures:
        found = list(stretches(registry, measure))
        starts = [stretch.first for stretch in found]
        for name, begin, end in periods:
            held = found[bisect_right(starts, begin) - 1 : bisect_right(starts, end)]
            yield {
                "measure": measure.id,
                "family": measure.family,
                "origin": measure.origin,
                "period": name,
                "first_day": dt.date.fromordinal(begin),
                "last_day": dt.date.fromordinal(end),
                **_of_the_last_day(held[-1]),
                "days_in_force": _days_of(held, True, begin, end),
                "days_not_in_force": _days_of(held, False, begin, end),
                "days_not_known": _days_of(held, None, begin, end),
            }


def _of_the_last_day(stretch: Stretch) -> Row:
    span = stretch.span
    return {
        "state": span.state,
        "in_force": span.in_force,
        "doubtful": span.doubtful,
        "terms": as_json(stretch.terms),
    }


def _days_of(held: Sequence[Stretch], in_force: bool | None, first: int, last: int) -> int:
    """On how many days of a period a measure was in force, was not, or it is not known."""
    return sum(
        min(stretch.last, last) - max(stretch.first, first) + 1
        for stretch in held
        if stretch.span.in_force is in_force
    )


def _periods(by: Period, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Each day, or the days of each month, that lie between two days."""
    if by == "day":
        yield from ((days.iso(day), day, day) for day in range(first, last + 1))
        return
    begin = first
    while begin <= last:
        month = days.iso(begin)[:7]
        end = min(days.parse_day(month), last)
        yield month, begin, end
        begin = end + 1
