"""Words typed to a day and a choice of measures.

What lives here: what a day argument and a measure pattern mean in a registry. What does not: the
clock (``cli``) and any answer.
"""

from __future__ import annotations

import datetime as dt
import fnmatch
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from nkj import days, index, replay
from nkj.characters import printable
from nkj.model import Event, Measure, Registry, When
from nkj.once import once
from nkj.problems import WrongUsage
from nkj.sections import pick

if TYPE_CHECKING:
    from nkj.names import Named

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

    Takes ``2006`` and ``2014-07`` (their last day), ``2014-07-05`` and the other forms of ``eras``
    (``2014/7/5``, ``20140705``, ``2014年7月5日``, ``平成26年7月5日``), the id or name of a record
    with a single day, ``before:ID`` or ``ID^`` (the day before it), an ordinal, or a
    ``datetime.date``. Raises ``WrongUsage`` for anything else, ``today`` included: a library call
    is given a day.
    """
    return _span_of(registry, given)[1]


def interval_of(registry: Registry, first: Day | None, last: Day | None) -> Interval:
    """The days that two arguments bound, each as ``day_of`` takes it.

    In an interval a year or a month is all of it: the first argument means its first day, the last
    its last, and the first alone is the whole of it. An end is left open by ``2014..`` and
    ``..2016``, given alone. Raises ``WrongUsage`` for what is no day.
    """
    if last is None and isinstance(first, str) and ".." in first:
        return _written_interval(registry, first)
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


def _written_interval(registry: Registry, text: str) -> Interval:
    """``A..B`` as two arguments; ``A..`` and ``..B`` leave an end open."""
    begin, _, end = (part.strip() for part in text.partition(".."))
    if begin and end:
        return interval_of(registry, begin, end)
    if begin:
        return Interval(_span_of(registry, begin)[0], None, False)
    return interval_of(registry, None, end or text)


def _span_of(registry: Registry, given: Day) -> tuple[int, int]:
    """The first and the last day of what an argument stands for; only a year or a month has two."""
    if isinstance(given, int):
        return given, given
    if isinstance(given, dt.date):
        return given.toordinal(), given.toordinal()
    word = given.strip()
    if is_today(word):
        raise WrongUsage("usage.day.today")
    typed = _typed_span(word)
    if typed is not None:
        return typed
    if word.startswith("before:"):
        day = _day_before(registry, word.removeprefix("before:"))
    elif word.endswith("^"):
        day = _day_before(registry, word.removesuffix("^"))
    else:
        day = _day_of_id(registry, word)
    return day, day


def is_today(word: str) -> bool:
    """True if a word asks for the day of the clock, in either language."""
    return word.strip().casefold() in ("today", "今日", "本日")


def _may_be_in_era(word: str) -> bool:
    """``H26.7.5``; no id has a dot."""
    return word[:1].isalpha() and word[1:2].isdigit() and "-" not in word


def _typed_span(word: str) -> tuple[int, int] | None:
    """The days of a word that begins like a day, None for any other word. Raises ``WrongUsage`` for
    what begins so and is none.
    """
    if not (days.looks_like_day(word) or not word.isascii() or _may_be_in_era(word)):
        return None
    try:
        return days.parse_span(word)  # the registry's own form, without what knows the others
    except days.DayError:
        pass
    from nkj import eras

    if not eras.is_typed_day(word):
        return None
    text = printable(word)
    try:
        return eras.span_of(word)
    except eras.EraError as error:
        raise WrongUsage("usage.day.era", text=text, near=error.right) from None
    except days.DayError as error:
        if error.reason == "calendar":
            raise WrongUsage("usage.day.calendar", text=text) from None
        near = eras.mended(word)
        if near:
            raise WrongUsage("usage.day.near", text=text, near=near) from None
        raise WrongUsage("usage.day", text=text) from None


def _day_before(registry: Registry, name: str) -> int:
    day = _day_of_id(registry, name)
    if day <= 1:
        raise WrongUsage("usage.before-first", text=name)
    return day - 1


def _day_of_id(registry: Registry, name: str) -> int:
    """The single day of an occasion, decision, event, exchange (agreed), leg (performed) or
    checkpoint, by its id or its name.
    """
    known = index.of(registry)
    entry = known.get(name) or known.get(name.casefold()) or _entry_called(registry, name)
    if entry is not None:
        day = _own_day(entry)
        if day is None or not day.exact or day.first is None:
            raise WrongUsage("usage.id-day", id=entry.id)
        return day.first
    entries = index.of(registry).entries
    near = nearest(name, (entry.id for entry in entries.values() if entry.kind != "leg"))
    if near and "-" in name:
        raise WrongUsage("usage.unknown-id.near", text=printable(name), near=listed(near))
    raise WrongUsage("usage.day", text=printable(name))


def _entry_called(registry: Registry, name: str) -> index.Entry | None:
    """The record with a day of its own that has this name; None if there is none."""
    found = one_called(registry, name, DATED_KINDS)
    return index.of(registry).get(found.id) if found is not None else None


def _own_day(entry: index.Entry) -> When | None:
    if isinstance(entry.record, Event):
        return replay.effect(entry.record)
    days_of = (getattr(entry.record, field) for field in index.KINDS[entry.kind].days)
    return next((day for day in days_of if day is not None), None)


def listed(names: Iterable[str]) -> str:
    """Names in quotation marks, in a row."""
    return ", ".join(f"'{name}'" for name in names)


#: The kinds of record that have a name and can stand for a day.
DATED_KINDS = ("occasion", "exchange", "decision")
#: What a measure argument may name.
MEASURE_KINDS = ("family", "measure")

#: So many of the things that a word could mean are named.
_MOST_MEANT = 8


def one_called(registry: Registry, word: str, kinds: Iterable[str]) -> Named | None:
    """What a name or a part of it means among some kinds of record (``names.called``); None if
    nothing has it. Raises ``WrongUsage`` with what it could be if that is several.
    """
    from nkj import names

    found = names.called(registry, word, kinds)
    if len(found) < 2:
        return found[0] if found else None
    known = listed(named.id for named in found[:_MOST_MEANT])
    key = "usage.ambiguous.more" if len(found) > _MOST_MEANT else "usage.ambiguous"
    more = str(len(found) - _MOST_MEANT)
    raise WrongUsage(key, text=printable(word), near=known, count=more)


def entry_of(registry: Registry, name: str) -> index.Entry:
    """The record with an id or a name. Raises ``WrongUsage`` with the nearest ids if there is none,
    and with all that it could be if there are several.
    """
    known = index.of(registry)
    entry = known.get(name)
    if entry is not None:
        return entry
    named = one_called(registry, name, index.KINDS)
    if named is not None:
        return known.entries[named.id]
    near = nearest(name.casefold(), known.entries) or near_names(registry, name, index.KINDS)
    key = "usage.unknown-id.near" if near else "usage.unknown-id"
    raise WrongUsage(key, text=printable(name), near=listed(near))


class Sorted(NamedTuple):
    """Words typed one after the other: those that are days, and those that name measures."""

    days: tuple[str, ...]
    measures: tuple[str, ...]


def sort_words(registry: Registry, words: Iterable[str]) -> Sorted:
    """Which of the words are days (``day_of``) and which name measures (``choose``).

    A word is what it is by its id; a name that both could have is told as ambiguous. Raises
    ``WrongUsage`` for a word that is neither.
    """
    found = Sorted((), ())
    for word in words:
        if _is_day(registry, word):
            found = found._replace(days=(*found.days, word))
        else:
            found = found._replace(measures=(*found.measures, word))
    return found


def _is_day(registry: Registry, word: str) -> bool:
    """True for a day, False for a name of measures."""
    text = word.strip()
    if text in registry.programme.family_order or pick(registry.measures, {text}):
        return False
    if is_today(text) or text.startswith("before:") or text.endswith("^") or ".." in text:
        return True
    if _typed_span(text) is not None:
        return True
    if _matched(registry, text.casefold()) or text.casefold() in registry.programme.family_order:
        return False
    if index.of(registry).get(text) or index.of(registry).get(text.casefold()):
        return True  # a record that has no day is told so when it is read as one
    named = one_called(registry, text, (*MEASURE_KINDS, *DATED_KINDS))
    if named is not None:
        return named.kind not in MEASURE_KINDS
    known = [*registry.programme.family_order, *(m.id for m in registry.measures)]
    known += (e.id for e in index.of(registry).entries.values() if e.kind in DATED_KINDS)
    near = nearest(text.casefold(), known)
    key = "usage.no-word.near" if near else "usage.no-word"
    raise WrongUsage(key, text=printable(word), near=listed(near))


def choose(
    registry: Registry, patterns: Sequence[str] = (), origin: OriginChoice = "unilateral"
) -> tuple[Measure, ...]:
    """The measures that the patterns name, in order of family and then of the registry.

    A pattern is a family, a measure's id, a glob over ids, or a name in any language, in any case;
    one by itself may be given as a string. Naming one measure overrides ``origin``. No pattern
    means all. Raises ``WrongUsage`` for a pattern that matches nothing, or does not tell which.
    """
    patterns = (patterns,) if isinstance(patterns, str) else patterns
    if origin not in ("unilateral", "un", "all"):
        raise WrongUsage("usage.choice", text=printable(origin), choices="unilateral, un, all")
    if not patterns:
        return _of_origin(registry)[origin]
    exactly = _by_their_ids(registry, patterns)
    if exactly:
        return exactly
    chosen: set[str] = set()
    for pattern in patterns:
        chosen |= _chosen_by(registry, pattern, origin)
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


def _chosen_by(registry: Registry, typed: str, origin: OriginChoice) -> set[str]:
    """The ids of the measures that one pattern names."""
    pattern = typed
    matched = _matched(registry, typed)
    if not matched and typed not in registry.programme.family_order:
        pattern = _meant(registry, typed)
        matched = _matched(registry, pattern)
    within = {m.id for m in matched if m.id == pattern or origin in ("all", m.origin)}
    if matched and not within:
        raise WrongUsage("usage.other-origin", text=printable(typed))
    return within


def _matched(registry: Registry, pattern: str) -> list[Measure]:
    """The measures of a family, with an id, or that a glob over ids takes."""
    return [
        m for m in registry.measures if m.family == pattern or fnmatch.fnmatchcase(m.id, pattern)
    ]


def _meant(registry: Registry, typed: str) -> str:
    """The family, id or glob that was meant by a word that is none as it stands."""
    lower = typed.strip().casefold()
    if _matched(registry, lower):
        return lower
    named = one_called(registry, typed, MEASURE_KINDS)
    if named is not None:
        return named.id
    ids = [*registry.programme.family_order, *(m.id for m in registry.measures)]
    near = nearest(lower, ids, 0.5) or near_names(registry, typed, MEASURE_KINDS)
    key = "usage.no-measure.near" if near else "usage.no-measure"
    raise WrongUsage(key, text=printable(typed), near=listed(near))


def near_names(registry: Registry, word: str, kinds: Iterable[str]) -> list[str]:
    """The names nearest to a word among those of some kinds of record."""
    from nkj import names

    known = {
        names.plain(name): name for named in names.known(registry, kinds) for name in named.names
    }
    return [known[name] for name in nearest(names.plain(word), known)]


def nearest(word: str, choices: Iterable[str], cutoff: float = 0.6) -> list[str]:
    """The three ids nearest to a word. difflib is imported only for a question that went wrong."""
    import difflib

    return difflib.get_close_matches(word[:80], list(choices), n=3, cutoff=cutoff)
