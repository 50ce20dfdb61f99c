"""The walk of possible worlds, against each world written out and against answers by hand.

What lives here: ``written_out``, which lives every world of a small life day by day with no thought
of speed, and ``EXAMPLES``, a table of lives and answers that any answering function can be held to.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import given

from tests.property.lives import lives, random_life
from tests.property.worlds import (
    NEVER,
    Answer,
    Doc,
    Span,
    Worlds,
    day_of,
    effect_of,
    iso,
    same_day,
    span_of,
)

# Every world written out


class Chosen(NamedTuple):
    """An event in a world: when it took effect, and the ends that it states (None: states none)."""

    event: Doc
    day: int
    until: float | None
    suspended_until: float | None


class Held(NamedTuple):
    """What one world says at the end of a day."""

    state: str
    terms: Doc
    imposed: bool

    @property
    def in_force(self) -> bool:
        return self.state in ("in-force", "eased")


def _days(span: Span, walk: Worlds) -> range:
    return range(int(max(span.low, walk.low)), int(min(span.high, walk.high)) + 1)


def _choices(event: Doc, walk: Worlds) -> list[list[Any]]:
    """The days to choose from: of the effect, of the end, of the suspension's end."""
    written = effect_of(event)
    until, suspended_until = event.get("until"), event.get("suspended_until")
    if until == "none":
        until = None
    return [
        [*_days(span_of(written), walk)] if written else [None],
        [*_days(span_of(until), walk)] if until else [None],
        [*_days(span_of(suspended_until), walk)] if suspended_until else [None],
    ]


def worlds_of(life: Doc, walk: Worlds) -> Iterator[list[Chosen]]:
    """Every world that is possible."""
    axes = [axis for event in life["events"] for axis in _choices(event, walk)]
    for days in itertools.product(*axes):
        world = _possible(life["events"], list(days), life["baseline"])
        if world is not None:
            yield world


def _possible(events: list[Doc], days: list[Any], baseline: Doc) -> list[Chosen] | None:
    """The world of these days, or None if it cannot be."""
    world: list[Chosen] = []
    for number, event in enumerate(events):
        day, until, suspended_until = days[3 * number : 3 * number + 3]
        if day is None:
            day = _last_day(world)
            if day is None:
                return None
        if world and day < world[-1].day:
            return None
        if any(end is not None and end < day for end in (until, suspended_until)):
            return None
        if not _may(event["event"], _held(world, day, baseline)):
            return None
        world.append(Chosen(event, day, until, suspended_until))
    return world


def _may(kind: str, held: Held) -> bool:
    """Whether this may happen to what is held: the list of the design."""
    if kind == "noted":
        return True
    if kind == "imposed":
        return not held.imposed
    if kind == "reimposed":
        return held.imposed and not held.in_force
    if kind == "resumed":
        return held.state == "suspended"
    if kind in ("extended", "lifted", "superseded") and held.state == "suspended":
        return True
    return held.in_force


def _last_day(world: list[Chosen]) -> int | None:
    """The last day of the present term."""
    until: float | None = None
    for chosen in world:
        kind = chosen.event["event"]
        anew = kind in ("imposed", "reimposed", "lifted", "superseded")
        if anew or (kind != "noted" and "until" in chosen.event):
            until = chosen.until
    return None if until is None else int(until)


def _held(world: list[Chosen], day: int, baseline: Doc) -> Held:
    """What holds after everything in this world that took effect up to this day."""
    terms: Doc = {}
    state, until, imposed = "not-yet-imposed", NEVER, False
    before_suspension, suspended_until = "", NEVER
    for event, taken, end, suspension in world:
        kind = event["event"]
        if taken > day or kind == "noted":
            continue
        if state == "suspended" and suspended_until < taken:
            state = before_suspension
        if kind in ("imposed", "reimposed"):
            state, terms, until, imposed = "in-force", {}, NEVER, True
        elif kind in ("lifted", "superseded"):
            state, terms, until = kind, {}, NEVER
        elif kind == "suspended":
            before_suspension, state = state, "suspended"
            suspended_until = NEVER if suspension is None else suspension
        elif kind == "resumed":
            state = before_suspension
        elif kind in ("tightened", "eased"):
            state = "in-force" if kind == "tightened" else "eased"
        terms = event.get("terms", terms)
        if "until" in event and kind not in ("lifted", "superseded"):
            until = NEVER if end is None else end
    if state == "suspended" and day > suspended_until:
        state = before_suspension
    if state in ("in-force", "eased", "suspended") and day > until:
        state = "lapsed"
    return Held(state, (terms if state in ("in-force", "eased") else {}) or baseline, imposed)


def _runs(held: dict[int, Held], day: int) -> tuple[int | None, int | None]:
    """The first day of the run of `in_force` and of that of the terms, at the end of a day."""
    now, first = held[day], min(held)

    def run(same: Callable[[Held], bool]) -> list[int]:
        back = itertools.takewhile(lambda d: same(held[d]), range(day, first - 1, -1))
        return list(back)

    force = run(lambda one: one.in_force == now.in_force)
    ever = any(held[d].in_force for d in range(first, day + 1))
    since = force[-1] if ever else None
    if not now.imposed or (not now.terms and not now.in_force):
        return since, None
    alike = run(
        lambda one: one.terms == now.terms and one.imposed and (one.in_force or bool(now.terms))
    )
    stated = [d for d in alike if held[d].in_force]
    return since, min(stated or alike)


def written_out(life: Doc, walk: Worlds, worlds: list[list[Chosen]]) -> dict[int, set[Any]]:
    """For each day: state, terms, how many events, and both first days, over all worlds."""
    found: dict[int, set[Any]] = {day: set() for day in range(walk.first, walk.last + 1)}
    for world in worlds:
        held = {d: _held(world, d, life["baseline"]) for d in range(walk.low - 1, walk.last + 1)}
        for day, said in found.items():
            count = sum(c.day <= day and c.event["event"] != "noted" for c in world)
            one = held[day]
            said.add((one.state, repr(one.terms), count, *_runs(held, day)))
    return found


def _walked(walk: Worlds) -> dict[int, set[Any]]:
    found: dict[int, set[Any]] = {day: set() for day in range(walk.first, walk.last + 1)}
    for one in walk.seen():
        seen = one.seen
        days = (seen.since and seen.since.day, seen.terms_since and seen.terms_since.day)
        said = (seen.state, repr(walk._terms_of(seen)), seen.happened, *days)
        for day in range(one.first, one.last + 1):
            found[day].add(said)
    return found


def agree(life: Doc, most: int) -> bool:
    """Hold the walk against the worlds written out; False if there are too many of those."""
    walk = Worlds(life)
    number = 1
    for event in life["events"]:
        for axis in _choices(event, walk):
            number *= len(axis)
    if number * (walk.last - walk.first) > most:
        return False
    worlds = list(worlds_of(life, walk))
    assert walk.possible == bool(worlds), life
    if worlds:
        expected, walked = written_out(life, walk, worlds), _walked(walk)
        for day, said in expected.items():
            assert walked[day] == said, (iso(day), life)
    return True


@given(lives(vague=20))
def test_the_walk_finds_what_each_world_says(life: Doc) -> None:
    """States, terms and first days on each day, over all worlds, and whether there is any."""
    agree(life, 20_000)


def test_many_small_lives_are_walked_as_written_out() -> None:
    """The same on lives from fixed seeds, of which enough are small enough."""
    assert sum(agree(random_life(seed, vague=25), 10_000) for seed in range(150)) > 60


# Answers worked out by hand


class Example(NamedTuple):
    """A life, and what is to be answered on some days: only the keys named; None: refused."""

    proves: str
    events: list[Doc]
    days: dict[str, Doc] | None
    baseline: Doc = {}
    coverage: Doc = {}


#: Answers for a life, its coverage and a day; None if the life is refused.
Answering = Callable[[Doc, Doc, int], Doc | None]


def on(kind: str, day: str | None = None, **fields: Any) -> Doc:
    """An event: its day of effect in the field that this kind usually has."""
    field = {"extended": "decided", "noted": "occurred"}.get(kind, "in_force")
    return {"event": kind, **({field: day} if day else {}), **fields}


NOTHING = {"state": "not-yet-imposed", "in_force": False, "since": None, "terms_since": None}
UNCLEAR = {
    "state": "uncertain",
    "in_force": None,
    "since": None,
    "terms_since": None,
    "until": None,
}
TEN, FIVE, THIRTY = {"limit": 10}, {"limit": 5}, {"limit": 30}

EXAMPLES: dict[str, Example] = {
    # Spans and states
    "first-day": Example(
        "a measure is in force at the end of the day on which it takes effect",
        [on("imposed", "2010-05-10")],
        {"2010-05-09": NOTHING, "2010-05-10": {"state": "in-force", "since": "2010-05-10"}},
    ),
    "last-day": Example(
        "`until` is the last day, and the lapse begins on the day after",
        [on("imposed", "2006-10-14", until="2007-04-13")],
        {
            "2007-04-13": {"state": "in-force", "until": "2007-04-13"},
            "2007-04-14": {
                "state": "lapsed",
                "in_force": False,
                "until": None,
                "since": "2007-04-14",
            },
        },
    ),
    "first-day-without": Example(
        "for `lifted`, `in_force` is the first day without the measure",
        [on("imposed", "2010-01-01"), on("lifted", "2010-05-10")],
        {
            "2010-05-09": {"state": "in-force"},
            "2010-05-10": {"state": "lifted", "in_force": False, "since": "2010-05-10"},
        },
    ),
    "superseded": Example(
        "a superseded measure is not in force and does not lapse later",
        [on("imposed", "2010-01-01", until="2010-06-30"), on("superseded", "2010-05-10")],
        {"2010-07-05": {"state": "superseded", "in_force": False, "since": "2010-05-10"}},
    ),
    "eased-lasts": Example(
        "extensions and notes do not end `eased`, a tightening does",
        [
            on("imposed", "2010-01-01", until="2010-01-31"),
            on("eased", "2010-01-05", terms=TEN),
            on("extended", "2010-01-10", until="2010-03-31"),
            on("noted", "2010-01-12"),
            on("tightened", "2010-01-20", terms=FIVE),
        ],
        {
            "2010-01-15": {"state": "eased", "in_force": True, "since": "2010-01-01", "terms": TEN},
            "2010-01-20": {"state": "in-force", "since": "2010-01-01", "terms_since": "2010-01-20"},
        },
    ),
    "day-of-effect": Example(
        "the day of effect is `in_force`, else `promulgated`, `decided`, `announced`",
        [
            on(
                "imposed",
                None,
                announced="2010-01-01",
                decided="2010-01-05",
                promulgated="2010-01-09",
            ),
            on("lifted", None, announced="2010-02-01", decided="2010-02-05"),
        ],
        {
            "2010-01-08": NOTHING,
            "2010-01-09": {"state": "in-force", "since": "2010-01-09"},
            "2010-02-04": {"state": "in-force"},
            "2010-02-05": {"state": "lifted"},
        },
    ),
    "doubtful": Example(
        "a doubtful day is used as written and stays marked, in what follows from it too",
        [on("imposed", "2016-02-10?", until="2016-03-31?")],
        {
            "2016-02-10": {"state": "in-force", "since": "2016-02-10?", "until": "2016-03-31?"},
            "2016-04-01": {"state": "lapsed", "since": "2016-04-01?"},
        },
    ),
    # Extensions and ends
    "undated-extension": Example(
        "an extension without a day counts from the last day of the term that it moves",
        [on("imposed", "2010-01-01", until="2010-01-20"), on("extended", until="2010-02-20")],
        {
            "2010-01-19": {"until": "2010-01-20"},
            "2010-01-20": {"until": "2010-02-20", "since": "2010-01-01"},
            "2010-01-21": {"state": "in-force", "until": "2010-02-20", "since": "2010-01-01"},
        },
    ),
    "extended-on-the-last-day": Example(
        "the last day of a term is early enough to prolong it",
        [
            on("imposed", "2010-01-01", until="2010-01-20"),
            on("extended", "2010-01-20", until="2010-02-20"),
        ],
        {"2010-01-21": {"state": "in-force", "until": "2010-02-20"}},
    ),
    "extended-too-late": Example(
        "a lapsed measure cannot be extended",
        [
            on("imposed", "2010-01-01", until="2010-01-20"),
            on("extended", "2010-01-21", until="2010-02-20"),
        ],
        None,
    ),
    "extended-in-the-month": Example(
        "an extension known to the month came by the end of its term; before, the old end shows",
        [
            on("imposed", "2009-12-01", until="2010-01-20"),
            on("extended", "2010-01", until="2010-02-20"),
        ],
        {
            "2010-01-19": {"state": "in-force", "in_force": True, "until": "2010-01-20"},
            "2010-01-20": {"state": "in-force", "until": "2010-02-20"},
            "2010-01-25": {"state": "in-force", "since": "2009-12-01"},
        },
    ),
    "extended-so-not-yet-ended": Example(
        "a term known to the month had not ended before the day on which it was prolonged",
        [
            on("imposed", "2010-01-01", until="2010-03"),
            on("extended", "2010-03-20", until="2010-06-30"),
        ],
        {
            "2010-03-10": {"state": "in-force", "until": "2010-03"},
            "2010-03-25": {"state": "in-force", "until": "2010-06-30"},
        },
    ),
    "until-none": Example(
        "`until: none` opens the end",
        [
            on("imposed", "2010-01-01", until="2010-01-20"),
            on("tightened", "2010-01-10", until="none"),
        ],
        {"2010-01-10": {"until": None, "state": "in-force"}, "2010-01-21": {"state": "in-force"}},
    ),
    "absent-keeps": Example(
        "absent terms and an absent end keep the old ones; from nothing only at an imposition",
        [
            on("imposed", "2010-01-01", until="2010-01-20", terms=TEN),
            on("tightened", "2010-01-10"),
            on("reimposed", "2010-03-01"),
        ],
        {
            "2010-01-10": {"terms": TEN, "terms_since": "2010-01-01", "until": "2010-01-20"},
            "2010-03-01": {"terms": {}, "until": None, "since": "2010-03-01"},
        },
    ),
    # Vague days
    "vague-beginning": Example(
        "within the month it is uncertain, at its end not; `since` is as written",
        [on("imposed", "2010-01")],
        {
            "2009-12-31": NOTHING,
            "2010-01-01": UNCLEAR,
            "2010-01-30": UNCLEAR,
            "2010-01-31": {"state": "in-force", "in_force": True, "since": "2010-01"},
        },
    ),
    "vague-end": Example(
        "a lapse after an end known to the month is as vague (the design's own example)",
        [on("imposed", "2010-02-01", until="2010-04")],
        {
            "2010-04-01": {"state": "in-force", "until": "2010-04"},
            "2010-04-02": UNCLEAR,
            "2010-04-30": UNCLEAR,
            "2010-05-01": {"state": "lapsed", "since": "2010-04-02..2010-05-01"},
        },
    ),
    "end-after-effect": Example(
        "an end is not before the effect that states it: in force on the first day",
        [on("imposed", "2010-10-14", until="2010")],
        {
            "2010-10-14": {"state": "in-force", "in_force": True, "until": "2010"},
            "2010-10-15": UNCLEAR,
            "2011-01-01": {"state": "lapsed", "since": "2010-10-15..2011-01-01"},
        },
    ),
    "end-clips-effect": Example(
        "an effect known to the month is not after its exact end",
        [on("imposed", None, decided="2010-01", until="2010-01-23")],
        {
            "2010-01-22": UNCLEAR,
            "2010-01-23": {"state": "in-force", "in_force": True, "since": "2010-01"},
            "2010-01-24": {"state": "lapsed", "since": "2010-01-24"},
        },
    ),
    "end-clips-lifting": Example(
        "a lifting known to the month came while the measure was in force",
        [on("imposed", "2009-12-01", until="2010-01-20"), on("lifted", "2010-01")],
        {
            "2010-01-19": UNCLEAR,
            "2010-01-20": {"state": "lifted", "in_force": False, "since": "2010-01"},
            "2010-01-25": {"state": "lifted", "in_force": False, "since": "2010-01"},
        },
    ),
    "end-clips-terms": Example(
        "terms of a world that cannot be do not show on the last day",
        [
            on("imposed", "2009-12-01", until="2010-01-20", terms=TEN),
            on("tightened", "2010-01", terms=FIVE),
        ],
        {
            "2010-01-19": {"state": "in-force", "terms": TEN, "terms_since": "2009-12-01"},
            "2010-01-20": {"state": "in-force", "terms": FIVE, "terms_since": "2010-01"},
        },
    ),
    "reimposed-after-vague-end": Example(
        "a measure may be put back within the month in which it lapsed, at once or after a gap",
        [on("imposed", "2010-01-01", until="2010-03"), on("reimposed", "2010-03-15")],
        {
            "2010-03-01": {"state": "in-force"},
            "2010-03-14": UNCLEAR,
            "2010-03-15": {"state": "in-force", "since": "2010-01-01..2010-03-15"},
        },
    ),
    "note-after": Example(
        "a note keeps its place: what stands before it has happened by then",
        [on("imposed", "2010-01"), on("noted", "2010-01-20")],
        {"2010-01-19": UNCLEAR, "2010-01-20": {"state": "in-force", "since": "2010-01"}},
    ),
    "note-before": Example(
        "a note may precede the imposition, which then is not before it",
        [on("noted", "2010-01-20"), on("imposed", "2010-01")],
        {"2010-01-19": NOTHING, "2010-01-20": UNCLEAR, "2010-01-31": {"state": "in-force"}},
    ),
    "own-days": Example(
        "two events of one month have a day each: both on one day, or a gap between",
        [on("imposed", "2009-12-01"), on("lifted", "2010-01"), on("reimposed", "2010-01")],
        {
            "2010-01-01": UNCLEAR,
            "2010-01-30": UNCLEAR,
            "2010-01-31": {"state": "in-force", "since": "2009-12-01..2010-01-31"},
        },
    ),
    "eased-in-the-month": Example(
        "states differ, so uncertain, but in force in every world",
        [on("imposed", "2010-01-01"), on("eased", "2010-03")],
        {
            "2010-03-10": {"state": "uncertain", "in_force": True, "since": "2010-01-01"},
            "2010-03-31": {"state": "eased", "in_force": True},
        },
    ),
    "tightened-in-the-month": Example(
        "where only terms differ the earlier ones show",
        [on("imposed", "2010-01-01", terms=TEN), on("tightened", "2010-03", terms=FIVE)],
        {
            "2010-03-10": {"state": "in-force", "terms": TEN, "terms_since": "2010-01-01"},
            "2010-03-31": {"state": "in-force", "terms": FIVE, "terms_since": "2010-03"},
        },
    ),
    "open-before": Example(
        "a lifting by a day at the latest, in any case after the imposition",
        [on("imposed", "2010-01-01"), on("lifted", "..2010-04-13")],
        {
            "2009-12-31": NOTHING,
            "2010-01-01": UNCLEAR,
            "2010-04-12": UNCLEAR,
            "2010-04-13": {"state": "lifted", "since": "..2010-04-13"},
        },
    ),
    "open-after": Example(
        "an imposition from a day at the earliest is uncertain for ever",
        [on("imposed", "2010-08-21..")],
        {"2010-08-20": NOTHING, "2010-08-21": UNCLEAR, "2020-01-01": UNCLEAR},
    ),
    "span-in-a-row": Example(
        "written order narrows spans that overlap",
        [on("imposed", "2010-02-10..2010-02-19"), on("lifted", "2010-02-01..2010-02-12")],
        {
            "2010-02-09": NOTHING,
            "2010-02-10": UNCLEAR,
            "2010-02-12": {"state": "lifted", "in_force": False},
        },
    ),
    # Runs
    "lifted-and-put-back": Example(
        "lifted and put back on one day moves nothing",
        [
            on("imposed", "2010-01-01", terms=TEN),
            on("lifted", "2010-03-01"),
            on("reimposed", "2010-03-01", terms=TEN),
        ],
        {"2010-03-05": {"state": "in-force", "since": "2010-01-01", "terms_since": "2010-01-01"}},
    ),
    "put-back-the-day-after": Example(
        "put back on the day after the last day leaves no gap",
        [on("imposed", "2010-01-01", until="2010-01-31"), on("reimposed", "2010-02-01")],
        {"2010-02-05": {"state": "in-force", "since": "2010-01-01"}},
    ),
    "never-at-the-end-of-a-day": Example(
        "imposed and lifted on one day: no first day of its absence is on record",
        [on("imposed", "2010-01-05"), on("lifted", "2010-01-05")],
        {"2010-01-05": {"state": "lifted", "since": None}, "2010-02-01": {"since": None}},
    ),
    "terms-taken-away": Example(
        "terms taken away move `terms_since`",
        [on("imposed", "2010-01-01", terms=TEN), on("eased", "2010-03-01", terms={})],
        {"2010-03-05": {"terms": {}, "since": "2010-01-01", "terms_since": "2010-03-01"}},
    ),
    "terms-taken-away-to-baseline": Example(
        "a measure in force without terms of its own stands under its baseline",
        [on("imposed", "2010-01-01", terms=TEN), on("eased", "2010-03-01", terms={})],
        {"2010-03-05": {"terms": THIRTY, "terms_since": "2010-03-01"}},
        baseline=THIRTY,
    ),
    "baseline-over-a-gap": Example(
        "the terms that the baseline continues over a gap have their own day",
        [
            on("imposed", "2010-01-01", until="2010-01-31", terms=THIRTY),
            on("reimposed", "2010-03-01", terms=THIRTY),
        ],
        {"2010-03-05": {"since": "2010-03-01", "terms_since": "2010-01-01"}},
        baseline=THIRTY,
    ),
    "baseline-before-the-terms": Example(
        "a gap under the baseline does not antedate the terms that repeat it",
        [
            on("imposed", "2010-01-01", until="2010-01-31", terms=TEN),
            on("reimposed", "2010-03-01", terms=THIRTY),
        ],
        {
            "2010-02-10": {"in_force": False, "terms": THIRTY, "terms_since": "2010-02-01"},
            "2010-03-05": {"terms": THIRTY, "terms_since": "2010-03-01"},
        },
        baseline=THIRTY,
    ),
    "no-terms-after-a-gap": Example(
        "a run of no terms is one of days in force",
        [on("imposed", "2010-01-01", until="2010-01-31"), on("reimposed", "2010-03-01")],
        {
            "2010-01-05": {"terms": {}, "terms_since": "2010-01-01"},
            "2010-02-10": {"terms": {}, "terms_since": None},
            "2010-03-05": {"terms": {}, "terms_since": "2010-03-01"},
        },
    ),
    # Suspension
    "suspended": Example(
        "suspended: not in force, under the baseline, up to and with `suspended_until`",
        [
            on("imposed", "2010-01-01", until="2010-12-31", terms=TEN),
            on("suspended", "2010-05-10", suspended_until="2010-05-20"),
        ],
        {
            "2010-05-20": {
                "state": "suspended",
                "in_force": False,
                "until": None,
                "terms": THIRTY,
                "since": "2010-05-10",
                "terms_since": "2010-05-10",
            },
            "2010-05-21": {
                "state": "in-force",
                "in_force": True,
                "until": "2010-12-31",
                "terms": TEN,
                "since": "2010-05-21",
                "terms_since": "2010-05-21",
            },
        },
        baseline=THIRTY,
    ),
    "suspended-eased": Example(
        "after a suspension the state is what it was",
        [
            on("imposed", "2010-01-01"),
            on("eased", "2010-02-01"),
            on("suspended", "2010-05-10"),
            on("resumed", "2010-06-10"),
        ],
        {
            "2010-06-09": {"state": "suspended"},
            "2010-06-10": {"state": "eased", "since": "2010-06-10"},
        },
    ),
    "suspended-lapses": Example(
        "a suspended measure lapses as ever; it was out of force before",
        [on("imposed", "2010-01-01", until="2010-05-31"), on("suspended", "2010-05-10")],
        {
            "2010-05-31": {"state": "suspended"},
            "2010-06-01": {"state": "lapsed", "in_force": False, "since": "2010-05-10"},
        },
    ),
    "suspended-extended-lifted": Example(
        "a suspended measure may be extended and lifted",
        [
            on("imposed", "2010-01-01", until="2010-05-31"),
            on("suspended", "2010-05-10"),
            on("extended", "2010-05-20", until="2010-08-31"),
            on("lifted", "2010-07-01"),
        ],
        {
            "2010-06-01": {"state": "suspended"},
            "2010-07-01": {"state": "lifted", "since": "2010-05-10"},
        },
    ),
    "suspended-tightened": Example(
        "a suspended measure cannot be tightened",
        [on("imposed", "2010-01-01"), on("suspended", "2010-05-10"), on("tightened", "2010-05-20")],
        None,
    ),
    "resumed-too-late": Example(
        "what is past its `suspended_until` cannot be resumed",
        [
            on("imposed", "2010-01-01"),
            on("suspended", "2010-05-10", suspended_until="2010-05-20"),
            on("resumed", "2010-05-21"),
        ],
        None,
    ),
    "vague-suspension": Example(
        "an end of a suspension known to the month is one unknown day from its effect on",
        [on("imposed", "2010-01-01"), on("suspended", "2010-05-10", suspended_until="2010-05")],
        {
            "2010-05-10": {"state": "suspended", "since": "2010-05-10"},
            "2010-05-11": UNCLEAR,
            "2010-06-01": {"state": "in-force", "since": "2010-05-11..2010-06-01"},
        },
    ),
    # What cannot be
    "imposed-twice": Example(
        "imposed twice", [on("imposed", "2010-01-01"), on("imposed", "2010-02-01")], None
    ),
    "imposed-after-a-lapse": Example(
        "imposed after a lapse",
        [on("imposed", "2010-01-01", until="2010-01-20"), on("imposed", "2010-02-01")],
        None,
    ),
    "reimposed-first": Example("reimposed before imposed", [on("reimposed", "2010-01-01")], None),
    "reimposed-in-force": Example(
        "reimposed on the last day of a term, while in force",
        [on("imposed", "2010-01-01", until="2010-01-20"), on("reimposed", "2010-01-20")],
        None,
    ),
    "lifted-after-the-lapse": Example(
        "lifted on the day after the last day, while not in force",
        [on("imposed", "2010-01-01", until="2010-01-20"), on("lifted", "2010-01-21")],
        None,
    ),
    "out-of-order": Example(
        "exact days out of order, a note's too",
        [on("noted", "2010-01-02"), on("imposed", "2010-01-01")],
        None,
    ),
    "end-before-effect": Example(
        "an end before the effect that states it",
        [on("imposed", "2010-05-10", until="2010-05-09")],
        None,
    ),
    "only-together-impossible": Example(
        "the vague end allows each of two later events, but not both",
        [
            on("imposed", "2010-01-01", until="2010-01-10..2010-01-20"),
            on("tightened", "2010-01-15"),
            on("reimposed", "2010-01-15"),
        ],
        None,
    ),
    # How far the evidence reaches
    "before-verified-from": Example(
        "unknown before `verified_from`",
        [on("imposed", "2010-01-01")],
        {
            "2010-01-31": {"state": "unknown", "in_force": None, "since": None},
            "2010-02-01": {"state": "in-force", "since": "2010-01-01"},
        },
        coverage={"verified_from": "2010-02-01"},
    ),
    "past-an-unseen-end": Example(
        "unknown past an end not before `verified_through`, for it may have been prolonged unseen",
        [on("imposed", "2010-01-01", until="2010-06-30")],
        {
            "2010-06-30": {"state": "in-force"},
            "2010-07-01": {"state": "unknown", "in_force": None, "since": None, "until": None},
        },
        coverage={"verified_through": "2010-06-30"},
    ),
    "past-a-seen-end": Example(
        "a lapse before `verified_through` stays known",
        [on("imposed", "2010-01-01", until="2010-06-29")],
        {"2011-01-01": {"state": "lapsed", "in_force": False, "since": "2010-06-30"}},
        coverage={"verified_through": "2010-06-30"},
    ),
    "open-after-the-evidence": Example(
        "a measure without an end keeps its state after `verified_through`",
        [on("imposed", "2010-01-01")],
        {"2015-01-01": {"state": "in-force", "in_force": True}},
        coverage={"verified_through": "2010-06-30"},
    ),
    "end-around-the-evidence": Example(
        "worlds that lapsed seen and unseen disagree",
        [on("imposed", "2010-01-01", until="2010-06-20..2010-07-10")],
        {
            "2010-06-20": {"state": "in-force"},
            "2010-06-25": UNCLEAR,
            "2010-08-01": UNCLEAR,
        },
        coverage={"verified_through": "2010-06-30"},
    ),
}


def held_to(answer: Answering, example: Example) -> None:
    """Hold an answering function against what was worked out by hand."""
    life = {"baseline": example.baseline, "events": example.events}
    if example.days is None:
        assert answer(life, example.coverage, day_of("2010-01-01")) is None, example.proves
        return
    for day, expected in example.days.items():
        found = answer(life, example.coverage, day_of(day))
        assert found is not None, (day, example.proves)
        for key, value in expected.items():
            same = found[key] == value
            if key in ("since", "terms_since"):
                same = same_day(found[key], value)
            assert same, (day, key, found[key], value, example.proves)


def walked_answer(life: Doc, coverage: Doc, day: int) -> Doc | None:
    """The answer of the walk of worlds."""
    walk = Worlds(life, coverage.get("verified_from"), coverage.get("verified_through"))
    answer: Answer | None = walk.on(day)
    return answer and answer._asdict()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_walk_gives_what_was_worked_out_by_hand(name: str) -> None:
    """Each example of the table says itself what it proves."""
    held_to(walked_answer, EXAMPLES[name])


def test_the_lives_drawn_reach_every_state_and_about_a_quarter_is_impossible() -> None:
    """What the laws draw from these lives is not all of one kind."""
    walks = [Worlds(random_life(seed), verified_through="2010-02-20") for seed in range(400)]
    impossible = [walk for walk in walks if not walk.possible]
    answers = [answer for walk in walks for _, _, answer in walk.stretches]
    assert 60 < len(impossible) < 140
    assert {answer.state for answer in answers} == {
        *("not-yet-imposed", "in-force", "eased", "suspended", "lifted", "lapsed"),
        *("superseded", "uncertain", "unknown"),
    }
    assert any(answer.differing_terms and answer.state != "uncertain" for answer in answers)
    assert any(answer.state == "uncertain" and answer.in_force for answer in answers)
    assert any(re.fullmatch(r"\S+\.\.\S+", answer.since or "") for answer in answers)
