"""The walk of possible worlds: against each world written out, and against answers worked out by hand.

What lives here: ``written_out``, which lives every world of a small life day by day with no thought
of speed, and ``EXAMPLES``, a table of lives and answers that any answering function can be held to.
"""

from __future__ import annotations

import itertools
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
        if chosen.event["event"] in ("imposed", "reimposed", "lifted", "superseded"):
            until = chosen.until
        elif chosen.event["event"] != "noted" and "until" in chosen.event:
            until = chosen.until
    return None if until is None else int(until)


def _held(world: list[Chosen], day: int, baseline: Doc) -> Held:
    """What holds after everything in this world that took effect up to this day."""
    state, terms, until, imposed = "not-yet-imposed", {}, NEVER, False
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
        said = (seen.state, repr(walk._terms_of(seen)), seen.count, *days)
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
