"""The timeline: what happened between two days, in one order, and only what was asked for."""

from __future__ import annotations

import pytest

import nkj
from nkj.model import Registry
from tests.conftest import FIXTURE


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


def test_act_and_answer_in_order(fixture: Registry) -> None:
    """The test, then what was done in answer on one day together, then the steps of the bargain."""
    entries = nkj.timeline(fixture, "2010-03-20", "2014-07-04").entries
    told = [(entry.date, entry.kind, entry.id) for entry in entries]
    assert told == [
        ("2010-03-20", "occasion", "test-2010"),
        ("2010-04-02", "measures", "package-2010-04-01"),
        ("2010-07-06?", "measures", "payment-reporting-2010"),
        ("2012-04-03", "measures", "port-ban-flagged-ships-2012"),
        ("2014-05-29", "exchange", "harbour-2014"),
        ("2014-07-04", "measures", "package-2014-07-04"),
        ("2014-07-04", "exchange", "harbour-2014"),
        ("2014-07-04", "exchange", "harbour-2014"),
    ]
    assert entries[1].events == ("entry-ban-2010", "port-ban-flagged-ships-2010")


def test_both_ends_are_in_it(fixture: Registry) -> None:
    """A day from itself to itself holds what happened on it, whichever end comes first."""
    assert [entry.id for entry in nkj.timeline(fixture, "2010-03-20", "2010-03-20").entries] == ["test-2010"]
    assert nkj.timeline(fixture, "2014", "2010-01-01") == nkj.timeline(fixture, "2010-01-01", "2014")


def test_the_whole_record_and_a_part_of_it(fixture: Registry) -> None:
    """Without days, from the first to the last on record; with a measure, only what concerns it."""
    whole = nkj.timeline(fixture)
    assert (whole.first, whole.last) == (whole.entries[0].date, whole.entries[-1].date)
    part = nkj.timeline(fixture, measures=["payment-reporting"])
    assert {entry.id for entry in part.entries} == {"payment-reporting-2010", "package-2014-07-04", "harbour-2014"}
    assert nkj.timeline(fixture, "2003", "2004").entries == ()
    assert "luxury-ban-2010" in {entry.id for entry in nkj.timeline(fixture, origin="all").entries}
