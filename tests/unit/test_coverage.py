"""How far the evidence reaches: the earliest of what bears on an answer."""

from __future__ import annotations

import msgspec
import pytest

import nkj
from nkj import days
from nkj.coverage import reach_of
from nkj.model import CoverageScope, Registry
from tests.build import event, measure, registry, text_of

PORTS = measure(event("imposed", "2010-01-01", until="2012-12-31"), id="ports-ban")
TRADE = measure(event("imposed", "2010-01-01", until="2012-12-31"), id="trade-ban", family="trade")


LATER = days.parse_when("2014")


@pytest.fixture
def book() -> Registry:
    plain = registry(PORTS, TRADE, verified_from="2005-01-01", verified_through="2011-06-30")
    scopes = (
        CoverageScope(measure="trade-ban", through=LATER),
        CoverageScope(section="exchanges", through=LATER),
    )
    return msgspec.structs.replace(plain, coverage_by=scopes)


def test_a_measure_is_known_as_far_as_its_own_evidence(book: Registry) -> None:
    """Past the end, one lapsed and the other may have been prolonged."""
    rows = {row.id: row for row in nkj.status(book, "2013-01-01").measures}
    assert (rows["trade-ban"].state, text_of(rows["trade-ban"].verified_through)) == (
        "lapsed",
        "2014-12-31",
    )
    assert (rows["ports-ban"].state, text_of(rows["ports-ban"].verified_through)) == (
        "unknown",
        "2011-06-30",
    )


def test_an_answer_is_known_as_far_as_all_that_it_shows(book: Registry) -> None:
    """The earliest day counts; what speaks of nothing in particular has the registry's."""
    through = {
        "both": nkj.status(book, "2013").verified_through,
        "one": nkj.status(book, "2013", ["trade-ban"]).verified_through,
        "exchanges": nkj.exchanges(book).verified_through,
        "sources": nkj.sources(book).verified_through,
    }
    assert {name: text_of(day) for name, day in through.items()} == {
        "both": "2011-06-30",
        "one": "2014-12-31",
        "exchanges": "2014-12-31",
        "sources": "2011-06-30",
    }


def test_a_family_counts_where_its_measure_says_nothing() -> None:
    """The measure's own day comes before its family's."""
    scopes = (
        CoverageScope(family="ports", through=LATER),
        CoverageScope(measure="trade-ban", through=days.parse_when("2013")),
        CoverageScope(family="trade", through=LATER),
    )
    plain = registry(PORTS, TRADE, verified_through="2011-06-30")
    reach = reach_of(msgspec.structs.replace(plain, coverage_by=scopes))
    assert reach.of_measure(PORTS) == days.parse_day("2014")
    assert reach.of_measure(TRADE) == days.parse_day("2013")
    assert reach.of_section("parties") == days.parse_day("2011-06-30")
