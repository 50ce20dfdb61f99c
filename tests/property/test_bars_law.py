"""Each character of ``nkj timeline --bars`` is what ``nkj.status`` says of the days it stands for.

The law is written apart from the rule that draws: it asks for every day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import nkj
from nkj import days
from nkj.formats import bars
from nkj.model import Registry
from nkj.queries.pieces import prolonged
from nkj.queries.status import change_days_of
from nkj.replay import placed
from nkj.sheets import bars as view
from nkj.wording import words
from tests.build import registry
from tests.property.lives import START, lives, random_coverage
from tests.property.test_replay_worlds import measure_of
from tests.property.worlds import Doc

OFF = ("not-yet-imposed", "lifted", "lapsed", "superseded")
ON = ("in-force", "eased")

#: What each character claims of the states on its days, in order, neighbours that are alike once.
CLAIMS: dict[str, Callable[[list[str]], bool]] = {
    "in-force": lambda held: held == ["in-force"],
    "prolonged": lambda held: held == ["in-force"],
    "eased": lambda held: held == ["eased"],
    "eased-prolonged": lambda held: held == ["eased"],
    "suspended": lambda held: held == ["suspended"],
    "uncertain": lambda held: "uncertain" in held,
    "unknown": lambda held: "unknown" in held,
    "later": lambda held: any(state in ON for state in held),
    "open": lambda held: len(held) == 1 and held[0] in ON,
    "": lambda held: held == ["off"],
    "gap": lambda held: held == ["off"],
    "begun": lambda held: held[-1] in (*ON, "suspended"),
    "ended": lambda held: held[0] in (*ON, "suspended"),
    "changed": lambda held: True,
}


def _held(asked: Registry, name: str, some: list[int]) -> list[str]:
    """The states on these days, all that is off as one, each once as long as it lasts."""
    found: list[str] = []
    for day in some:
        state = nkj.status(asked, day, name).measures[0].state
        told = "off" if state in OFF else state
        if found[-1:] != [told]:
            found.append(told)
    return found


def _lanes(
    asked: Registry, first: int, last: int
) -> Iterator[tuple[str, list[bars.Place], list[str]]]:
    """Each measure with its places and their marks, at three widths."""
    result = nkj.bars(asked, first, last, origin="all")
    block = view.sheet(result, words("en")).blocks[0]
    if block.chart is None:
        return
    names = [row.id for row in result.measures]
    drawn = [lane for group in block.chart.groups for lane in group.lanes if lane.kind == "states"]
    for room in (7, 40, 111):
        places = bars.Scale.of(block.chart, room).places
        for name, lane in zip(names, drawn, strict=True):
            yield name, list(places), bars.marks_of(lane, places)


def _check(asked: Registry, first: int, last: int) -> None:
    for name, places, marks in _lanes(asked, first, last):
        measure = next(one for one in asked.measures if one.id == name)
        edges = change_days_of(asked, measure)
        notches = prolonged(measure)
        for place, mark in zip(places, marks, strict=True):
            within = {day for day in edges if place.first <= day <= place.last}
            # A status changes on no other day, so these tell of all the days between.
            some = sorted({place.first, *within, place.last})
            held = _held(asked, name, some)
            around = _held(asked, name, sorted({max(place.first - 1, 1), *some, place.last + 1}))
            assert CLAIMS[mark](held), (name, days.iso(place.first), mark, held)
            if mark == "changed":
                assert len(around) > 1
            if mark == "begun":
                assert around[0] == "off" or held[0] == "off"
                assert set(held[1:-1]) <= {"uncertain"}
            if mark == "ended":
                assert around[-1] == "off" or held[-1] == "off"
                assert set(held[1:-1]) <= {"uncertain"}
            if mark in ("prolonged", "eased-prolonged"):
                assert any(place.first <= day <= place.last for day in notches)
            # Nothing is drawn as sure that is not, and no beginning and no end is passed over.
            if len(held) > 1:
                assert mark in ("begun", "ended", "changed", "uncertain", "unknown", "later")


@pytest.mark.parametrize(
    ("first", "last"),
    [("2004", "2027-08"), ("2001", "2009"), ("2013-05-17", "2016-12-31"), ("2016-02", "2016-03")],
)
def test_each_character_is_what_status_says(first: str, last: str, bundled: Registry) -> None:
    """Of every measure of the bundled registry, at three widths."""
    _check(bundled, days.parse_span(first)[0], days.parse_span(last)[1])


@given(lives(), st.integers(0, 10_000), st.integers(0, 60), st.integers(1, 90))
def test_random_lives_too(life: Doc, seed: int, begin: int, length: int) -> None:
    """With vague days, suspensions, coverage that begins and ends anywhere."""
    measure = measure_of(life)
    assume(not placed(measure.events)[1])
    coverage = random_coverage(seed)
    asked = registry(
        measure,
        verified_from=coverage.get("verified_from"),
        verified_through=coverage.get("verified_through"),
    )
    _check(asked, START + begin - 20, START + begin - 20 + length)
