"""Exchanges as a library: choosing, links both ways, and what a comparison of two days tells of
them.
"""

from __future__ import annotations

import pytest

import nkj
from nkj.choices import day_of
from nkj.days import parse_day
from nkj.model import Registry
from tests.build import text_of
from tests.conftest import FIXTURE


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


def test_legs_carry_their_ids_from_outside(fixture: Registry) -> None:
    """A leg's id and those it answers can be asked for as they stand."""
    (harbour,) = nkj.exchanges(fixture, ["harbour-2014"]).exchanges
    legs = {leg.id: leg for leg in harbour.legs}
    assert legs["harbour-2014/j1"].in_return_for == ("harbour-2014/k1",)
    assert nkj.show(fixture, "harbour-2014/j1").kind == "leg"
    assert legs["harbour-2014/j3"].outcome == "not-due"
    assert text_of(legs["harbour-2014/j1"].reversed) == "2016-02-10..2016-02-19"


@pytest.mark.parametrize(
    ("names", "measures", "found"),
    [
        ((), (), ["harbour-2014", "offers-since-2018"]),
        (("*2018",), (), ["offers-since-2018"]),
        ((), ("payment-reporting",), ["harbour-2014"]),
        ((), ("entry",), ["harbour-2014", "offers-since-2018"]),
        ((), ("luxury-ban",), []),
    ],
)
def test_choosing(
    names: tuple[str, ...], measures: tuple[str, ...], found: list[str], fixture: Registry
) -> None:
    """By id, by glob, and by the measures that were moved or meant."""
    assert [exchange.id for exchange in nkj.exchanges(fixture, names, measures).exchanges] == found


def test_a_name_that_matches_nothing_is_wrong_usage(fixture: Registry) -> None:
    """With the nearest id."""
    with pytest.raises(nkj.WrongUsage, match="harbour-2014"):
        nkj.exchanges(fixture, ["harbor-2014"])


def test_from_a_measure_to_its_bargain_and_back(fixture: Registry) -> None:
    """The event names the leg, the measure the legs that were about it, the decision, occasion and
    source theirs.
    """
    (measure,) = nkj.history(fixture, ["entry-ban"]).measures
    assert [event.exchanges for event in measure.events] == [
        (),
        ("harbour-2014/j1",),
        ("harbour-2014/j1",),
    ]
    assert measure.exchanges == ("harbour-2014/j3", "offers-since-2018/j1")
    assert nkj.show(fixture, "package-2014-07-04").exchanges == (
        "harbour-2014/j1",
        "harbour-2014/j2",
    )
    assert nkj.show(fixture, "test-2010").exchanges == ("harbour-2014",)
    assert nkj.show(fixture, "daily-2014").exchanges == (
        "harbour-2014",
        "harbour-2014/k1",
        "harbour-2014/k2",
    )
    assert [moved.id for moved in nkj.show(fixture, "harbour-2014/j1").moved] == [
        "entry-ban-2014",
        "entry-ban-2016",
    ]


def test_a_comparison_names_what_lay_between(fixture: Registry) -> None:
    """After the first day, up to and including the last, in order."""
    result = nkj.diff(fixture, "2014-05-29", "2014-07-04")
    assert [(text_of(m.date), m.step, m.by, m.legs) for m in result.exchanges] == [
        ("2014-07-04", "performed", "dprk", ("harbour-2014/k1",)),
        ("2014-07-04", "performed", "japan", ("harbour-2014/j1", "harbour-2014/j2")),
    ]
    assert nkj.diff(fixture, "2014-05-28", "2014-05-29").exchanges[0].step == "agreed"
    assert [m.id for m in nkj.diff(fixture, "2010-03-19", "2010-03-20").occasions] == ["test-2010"]
    assert nkj.diff(fixture, "2010-03-20", "2010-04-02").occasions == ()


def test_a_comparison_names_what_was_taken_back(fixture: Registry) -> None:
    """By each side on its day, and the end of the exchange after it."""
    told = [
        (text_of(m.date), m.step, m.by, m.legs) for m in nkj.diff(fixture, "2015", "2016").exchanges
    ]
    assert told == [
        ("2016-02-12", "reversed", "dprk", ("harbour-2014/k1",)),
        ("2016-02-12", "ended", None, ()),
        ("2016-02-10..2016-02-19", "reversed", "japan", ("harbour-2014/j1",)),
    ]


def test_a_comparison_of_some_measures_names_what_concerns_them(fixture: Registry) -> None:
    """Other bargains' steps, other legs' too, and occasions they did not answer are left out."""
    result = nkj.diff(fixture, "2010-01-01", "2016-12-31", ["payment-reporting"])
    assert result.occasions == ()
    assert [
        m.id for m in nkj.diff(fixture, "2010-01-01", "2016-12-31", ["entry-ban"]).occasions
    ] == ["test-2010"]
    assert [(m.step, m.legs) for m in result.exchanges] == [
        ("agreed", ()),
        ("performed", ("harbour-2014/j2",)),
        ("ended", ()),
    ]


def test_what_was_done_in_part_is_told_so(bundled: Registry) -> None:
    """A comparison does not make more of a leg than the exchange does."""
    steps = {
        (m.step, m.by, m.legs) for m in nkj.diff(bundled, "2014-07-03", "2014-07-04").exchanges
    }
    assert ("partly", "dprk", ("stockholm-2014/k1", "stockholm-2014/k2")) in steps
    assert ("performed", "dprk", ("stockholm-2014/k3b",)) in steps


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("harbour-2014/j1", "nkj show"),
        ("entry-ban", "--measure"),
        ("ports", "--measure"),
        ("x", "harbour-2014, offers-since-2018"),
    ],
)
def test_a_leg_or_a_measure_is_pointed_to_its_command(
    name: str, says: str, fixture: Registry
) -> None:
    """What is no exchange is answered with what would take it, or with what there is."""
    with pytest.raises(nkj.WrongUsage, match=says):
        nkj.exchanges(fixture, [name])


def test_one_name_may_be_a_string(fixture: Registry) -> None:
    """A library call takes a name by itself for a list of one."""
    assert nkj.exchanges(fixture, "harbour-2014") == nkj.exchanges(fixture, ["harbour-2014"])
    assert nkj.status(fixture, "2014", "ports") == nkj.status(fixture, "2014", ["ports"])
    assert nkj.sources(fixture, "daily-2014") == nkj.sources(fixture, ["daily-2014"])


def test_an_exchange_and_a_leg_can_stand_for_a_day(fixture: Registry) -> None:
    """An exchange for the day it was agreed, a leg for the day it was carried out; without one,
    wrong usage.
    """
    assert day_of(fixture, "harbour-2014") == parse_day("2014-05-29")
    assert day_of(fixture, "before:harbour-2014/j1") == parse_day("2014-07-03")
    for vague in ("offers-since-2018", "harbour-2014/k2"):
        with pytest.raises(nkj.WrongUsage):
            day_of(fixture, vague)
