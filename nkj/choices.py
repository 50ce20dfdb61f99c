"""Words typed to a day and a choice of measures.

What lives here: what a day argument and a measure pattern mean in a registry. What does not: the
clock (``cli``) and any answer.
"""

from __future__ import annotations

import datetime as dt
import fnmatch
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from nkj import days, index, replay
from nkj.characters import printable
from nkj.model import Event, Measure, Registry, When
from nkj.once import once
from nkj.problems import WrongUsage
from nkj.sections import pick

OriginChoice: TypeAlias = Literal["unilateral", "un", "all"]
#: What a question takes for a day: words, an ordinal, or Python's own date.
Day: TypeAlias = str | int | dt.date


class Interval(NamedTuple):
    """The days from ``first`` to ``last``, both included; None where that end was left open.
    ``swapped`` is true if the ends were given backwards.
    """

    first: int | None
    last: int | None
    swapped: bool


def day_of(registry: Registry, given: Day) -> int:
    """The day, as an ordinal, that an argument stands for.

    Takes ``2006`` and ``2014-07`` (their last day), ``2014-07-05``, an id with a single day,
    ``before:ID`` or ``ID^`` (the day before it), an ordinal, or a ``datetime.date``. Raises
    ``WrongUsage`` for anything else, ``today`` included: a library call is given a day.
    """
    return _span_of(registry, given)[1]


def interval_of(registry: Registry, first: Day | None, last: Day | None) -> Interval:
    """The days that two arguments bound, each as ``day_of`` takes it.

    In an interval a year or a month is all of it: the first argument means its first day, the last
    its last, and the first alone is the whole of it. Raises ``WrongUsage`` for what is no day.
    """
    begin = _span_of(registry, first) if first is not None else None
    if last is None:
        return Interval(begin[0], begin[1], False) if begin else Interval(None, None, False)
    end = _span_of(registry, last)
    if begin is None:
        return Interval(None, end[1], False)
    swapped = begin[0] > end[1]
    if swapped:
        begin, end = end, begin
    return Interval(begin[0], end[1], swapped)


def _span_of(registry: Registry, given: Day) -> tuple[int, int]:
    """The first and the last day of what an argument stands for; only a year or a month has two."""
    if isinstance(given, int):
        return given, given
    if isinstance(given, dt.date):
        return given.toordinal(), given.toordinal()
    word = given.strip()
    if word == "today":
        raise WrongUsage("usage.day.today")
    if days.looks_like_day(word):
        try:
            return days.parse_span(word)
        except days.DayError as error:
            key = "usage.day.calendar" if error.reason == "calendar" else "usage.day"
            raise WrongUsage(key, text=printable(given)) from None
    if word.startswith("before:"):
        day = _day_before(registry, word.removeprefix("before:"))
    elif word.endswith("^"):
        day = _day_before(registry, word.removesuffix("^"))
    else:
        day = _day_of_id(registry, word)
    return day, day


def _day_before(registry: Registry, name: str) -> int:
    day = _day_of_id(registry, name)
    if day <= 1:
        raise WrongUsage("usage.before-first", text=name)
    return day - 1


def _day_of_id(registry: Registry, name: str) -> int:
    """The single day of an occasion, decision, event, exchange (agreed), leg (performed) or
    checkpoint.
    """
    entries = index.of(registry).entries
    if name in entries:
        day = _own_day(entries[name])
        if day is None or not day.exact or day.first is None:
            raise WrongUsage("usage.id-day", id=name)
        return day.first
    near = nearest(name, (entry.id for entry in entries.values() if entry.kind != "leg"))
    if near and "-" in name:
        raise WrongUsage("usage.unknown-id.near", text=printable(name), near=_listed(near))
    raise WrongUsage("usage.day", text=printable(name))


def _own_day(entry: index.Entry) -> When | None:
    if isinstance(entry.record, Event):
        return replay.effect(entry.record)
    days_of = (getattr(entry.record, field) for field in index.KINDS[entry.kind].days)
    return next((day for day in days_of if day is not None), None)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def choose(
    registry: Registry, patterns: Sequence[str] = (), origin: OriginChoice = "unilateral"
) -> tuple[Measure, ...]:
    """The measures that the patterns name, in order of family and then of the registry.

    A pattern is a family, a measure's id, or a glob over ids; one by itself may be given as a
    string. Naming an id overrides ``origin``. No pattern means all. Raises ``WrongUsage`` for a
    pattern that matches nothing.
    """
    patterns = (patterns,) if isinstance(patterns, str) else patterns
    if origin not in ("unilateral", "un", "all"):
        raise WrongUsage("usage.choice", text=printable(origin), choices="unilateral, un, all")
    if not patterns:
        return _of_origin(registry)[origin]
    families = registry.programme.family_order
    exactly = _by_their_ids(registry, patterns)
    if exactly:
        return exactly
    chosen: set[str] = set()
    for pattern in patterns:
        named = {m.id for m in registry.measures if m.id == pattern}
        matched = [
            m
            for m in registry.measures
            if m.family == pattern or fnmatch.fnmatchcase(m.id, pattern)
        ]
        if not matched and pattern not in families:
            ids = [*families, *(m.id for m in registry.measures)]
            near = nearest(pattern, ids, 0.5)
            key = "usage.no-measure.near" if near else "usage.no-measure"
            raise WrongUsage(key, text=printable(pattern), near=_listed(near))
        within = named | {m.id for m in matched if origin in ("all", m.origin)}
        if matched and not within:
            raise WrongUsage("usage.other-origin", text=printable(pattern))
        chosen |= within
    return _by_family(registry, (m for m in registry.measures if m.id in chosen))


@once
def _of_origin(registry: Registry) -> dict[OriginChoice, tuple[Measure, ...]]:
    """All measures for each choice of origin: what is asked without a pattern."""
    measures = _by_family(registry, registry.measures)
    return {
        "unilateral": tuple(m for m in measures if m.origin == "unilateral"),
        "un": tuple(m for m in measures if m.origin == "un"),
        "all": measures,
    }


def _by_their_ids(registry: Registry, patterns: Sequence[str]) -> tuple[Measure, ...]:
    """The measures, if every pattern is the id of one; of a large registry no other is decoded."""
    wanted = set(patterns)
    if not wanted or wanted & set(registry.programme.family_order):
        return ()
    found = pick(registry.measures, wanted)
    return _by_family(registry, found) if len(found) == len(wanted) else ()


def _by_family(registry: Registry, measures: Iterable[Measure]) -> tuple[Measure, ...]:
    families = registry.programme.family_order
    return tuple(sorted(measures, key=lambda measure: families[measure.family]))


def nearest(word: str, choices: Iterable[str], cutoff: float = 0.6) -> list[str]:
    """The three ids nearest to a word. difflib is imported only for a question that went wrong."""
    import difflib

    return difflib.get_close_matches(word[:80], list(choices), n=3, cutoff=cutoff)
