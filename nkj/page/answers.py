"""Every answer that the page can give, worked out for every day on which one changes.

What lives here: how each measure stands between two such days, and what differs between any two of
them. What does not: any choosing of a day, which the page's script does by two binary searches, and
markup (``frame``).

Both are worked out by the questions themselves (``queries.status``, ``queries.diff``) and told by
their sheets, so that page and command line cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from nkj import days
from nkj.model import Measure, Registry
from nkj.page.strings import Place
from nkj.page.telling import Telling
from nkj.queries.diff import MeasureChange, change_of
from nkj.queries.status import MeasureStatus, change_days_of, status
from nkj.sheets.diff import end_in_words, events_in_parts
from nkj.sheets.phrases import Phrases
from nkj.sheets.status import applying

#: No pair of different days lies within one stretch of a single day.
NO_PAIR = -1


class Row(NamedTuple):
    """How a measure stands, in one language."""

    state: str
    in_force: bool | None
    since: str
    until: str
    holds: str
    coming: str


class Stretch(NamedTuple):
    """Days on which no answer about a measure changes: the first of them and the last."""

    first: int
    last: int


def stretches(registry: Registry, measure: Measure) -> list[Stretch]:
    """All days, cut where an answer about the measure changes.

    The first begins with the day before the first change: it stands for all days before.
    """
    edges = change_days_of(registry, measure)
    firsts = [edges[0] - 2, *edges] if edges else [1]
    lasts = [*(edge - 1 for edge in edges), days.LAST]
    return [Stretch(first, last) for first, last in zip(firsts, lasts, strict=True)]


def row(answer: MeasureStatus, phrases: Phrases) -> Row:
    """A measure on a day in words."""
    holds = applying(answer, phrases)
    if answer.doubtful and answer.in_force is not None:
        holds = phrases.changing(holds).strip()
    return Row(
        state=answer.state,
        in_force=answer.in_force,
        since=phrases.day(answer.since),
        until=phrases.day(answer.until),
        holds=holds,
        coming=_coming(answer, phrases),
    )


def _coming(answer: MeasureStatus, phrases: Phrases) -> str:
    """What is known to come; a lapse is told by the column of the end."""
    following = answer.next
    if following is None or following.event == "lapsed":
        return ""
    step = phrases.words.say(f"event.{following.event}")
    return phrases.words.say("page.coming", day=phrases.day(following.date), event=step)


def on_all_days(measure: Measure, telling: Telling) -> dict[str, Any]:
    """One measure for the script: the days on which its answer changes, and all its answers.

    ``steps`` has how it stands before the first of ``starts``, from the first on, ...; ``pairs``
    what differs between step 0 and 0, 0 and 1, ..., 1 and 1, ...: a place in ``changes``.
    """
    registry = telling.registry
    found = stretches(registry, measure)
    steps, ends = [], []
    for stretch in found:
        (answer,) = status(registry, stretch.first, [measure.id], "all").measures
        rows = [row(answer, phrases) for phrases in telling.said]
        cells = zip(*((r.state, r.since, r.until, r.holds, r.coming) for r in rows), strict=True)
        steps.append([telling.at(*told) for told in cells])
        before = change_of(registry, measure, stretch.first, stretch.first).before
        ends.append(telling.at(*(end_in_words(before, phrases) for phrases in telling.said)))
    changes: dict[tuple[Any, ...], int] = {}
    pairs = []
    for change_between in _between_all(registry, measure, found):
        if change_between is None:
            pairs.append(NO_PAIR)
            continue
        told = _change(change_between, telling)
        pairs.append(changes.setdefault(told, len(changes)))
    return {
        "starts": [stretch.first for stretch in found[1:]],
        "steps": steps,
        "ends": ends,
        "changes": list(changes),
        "pairs": pairs,
    }


def _between_all(
    registry: Registry, measure: Measure, found: Sequence[Stretch]
) -> Iterator[MeasureChange | None]:
    """What differs between a day of each stretch and a later day of it and of each later one."""
    for number, begin in enumerate(found):
        for end in found[number:]:
            if end is not begin:
                yield change_of(registry, measure, begin.first, end.first)
            elif begin.first < begin.last:
                yield change_of(registry, measure, begin.first, begin.first + 1)
            else:
                yield None


def _change(change: MeasureChange, telling: Telling) -> tuple[Place | tuple[Place, ...], ...]:
    """The kind of change, what else changed, and the events of it."""

    def also(phrases: Phrases) -> str:
        say = phrases.words.say
        kinds = say("join.values").join(say(f"diff.{kind}").lower() for kind in change.also)
        return say("diff.also", also=kinds) if kinds else ""

    parts = zip(*(events_in_parts(change.events, p) for p in telling.said), strict=True)
    events = tuple(telling.at(*told) for told in parts)
    return telling.at(change.change), telling.say(also), events
