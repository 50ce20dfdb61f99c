"""The timeline: what happened between two days, in one order, and only what was asked for."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

import nkj
from nkj.days import parse_day
from nkj.model import Registry
from tests.build import event, measure, registry, text_of
from tests.conftest import FIXTURE


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


def test_act_and_answer_in_order(fixture: Registry) -> None:
    """The test, then what was done in answer on one day together, then the steps of the bargain."""
    entries = nkj.timeline(fixture, "2010-03-20", "2014-07-04").entries
    told = [(text_of(entry.date), entry.kind, entry.id) for entry in entries]
    assert told == [
        ("2010-03-20", "occasion", "test-2010"),
        ("2010-04-01", "measures", "asset-freeze-own-2010"),
        ("2010-04-02", "measures", "package-2010-04-01"),
        ("2010-07-06?", "measures", "payment-reporting-2010"),
        ("2012-03-05", "measures", "asset-freeze-own-2012"),
        ("2012-04-03", "measures", "port-ban-flagged-ships-2012"),
        ("2014-05-29", "exchange", "harbour-2014"),
        ("2014-07-04", "measures", "package-2014-07-04"),
        ("2014-07-04", "exchange", "harbour-2014"),
        ("2014-07-04", "exchange", "harbour-2014"),
    ]
    assert entries[2].events == ("entry-ban-2010", "port-ban-flagged-ships-2010")


def test_both_ends_are_in_it(fixture: Registry) -> None:
    """A day from itself to itself holds what happened on it, whichever end comes first."""
    assert [entry.id for entry in nkj.timeline(fixture, "2010-03-20", "2010-03-20").entries] == [
        "test-2010"
    ]
    backwards = nkj.timeline(fixture, "2014", "2010-01-01")
    assert backwards.swapped
    assert backwards == replace(nkj.timeline(fixture, "2010-01-01", "2014"), swapped=True)


def test_the_whole_record_and_a_part_of_it(fixture: Registry) -> None:
    """Without days, from the first to the last on record; with a measure, only what concerns it."""
    whole = nkj.timeline(fixture)
    assert (whole.first, whole.last) == (whole.entries[0].date, whole.entries[-1].date)
    part = nkj.timeline(fixture, measures=["payment-reporting"])
    assert {entry.id for entry in part.entries} == {
        "payment-reporting-2010",
        "package-2014-07-04",
        "harbour-2014",
    }
    assert nkj.timeline(fixture, "2003", "2004").entries == ()
    assert "luxury-ban-2010" in {entry.id for entry in nkj.timeline(fixture, origin="all").entries}


def test_an_exchange_s_step_is_in_it_on_its_day_alone(fixture: Registry) -> None:
    """Neither the day before nor the day after."""
    found = [
        [entry.step for entry in nkj.timeline(fixture, day, day).entries]
        for day in ("2014-05-28", "2014-05-29", "2014-05-30")
    ]
    assert found == [[], ["agreed"], []]


def test_what_moved_is_in_it_from_its_day_to_its_day(fixture: Registry) -> None:
    """The first and the last day count; so does a day given as a number."""
    ends = [
        ("2012-04-02", "2012-04-03"),
        ("2012-04-03", "2012-04-04"),
        ("2012-04-04", "2012-04-05"),
    ]
    assert [[e.id for e in nkj.timeline(fixture, *days).entries] for days in ends] == [
        ["port-ban-flagged-ships-2012"]
    ] * 2 + [[]]
    assert (
        nkj.timeline(fixture, parse_day("2012-04-03"), parse_day("2012-04-03")).entries[0].id
        == "port-ban-flagged-ships-2012"
    )


def test_it_says_from_when_to_when(fixture: Registry) -> None:
    """A year or a month is all of it, alone or as an end; a first day left out is that of the
    record.
    """
    spans = {
        ("2010", "2014"): ("2010-01-01", "2014-12-31"),
        ("2014-07", "2014"): ("2014-07-01", "2014-12-31"),
        ("2010", None): ("2010-01-01", "2010-12-31"),
        ("2014-07", None): ("2014-07-01", "2014-07-31"),
        ("2014-07-04", None): ("2014-07-04", "2014-07-04"),
        ("test-2010", "harbour-2014/j1"): ("2010-03-20", "2014-07-04"),
        ("before:test-2010", None): ("2010-03-19", "2010-03-19"),
        ("2014", "2010"): ("2010-01-01", "2014-12-31"),
        (None, "2014"): ("2010-03-20", "2014-12-31"),
        ("2003", "2004"): ("2003-01-01", "2004-12-31"),
    }
    for span, ends in spans.items():
        shown = nkj.timeline(fixture, *span)
        assert (text_of(shown.first), text_of(shown.last)) == ends, span
        assert shown.swapped == (span == ("2014", "2010"))


def test_nothing_on_record_has_no_days() -> None:
    """Rather than all days there are."""
    empty = nkj.timeline(registry(measure()))
    assert (empty.first, empty.last, empty.entries) == (None, None, ())


@pytest.mark.parametrize(
    ("day", "stands"), [("2012-05-02..", "2012-05-02"), ("..2012-05-02", "2012-05-02")]
)
def test_a_day_with_one_end_stands_there(day: str, stands: str) -> None:
    """What is known to have come later than a day, or earlier, is in the timeline at that day."""
    book = registry(measure(event("imposed", day)))
    assert [text_of(entry.date) for entry in nkj.timeline(book).entries] == [day]
    assert len(nkj.timeline(book, stands).entries) == 1
    assert nkj.timeline(book, "2013").entries == ()


def test_days_may_be_python_s_own(fixture: Registry) -> None:
    """A ``datetime.date`` is that day, whatever asks."""
    first, last = dt.date(2010, 3, 20), dt.date(2014, 7, 4)
    named = "2010-03-20", "2014-07-04"
    assert nkj.timeline(fixture, first, last) == nkj.timeline(fixture, *named)
    assert nkj.diff(fixture, first, last) == nkj.diff(fixture, *named)
    assert nkj.status(fixture, last) == nkj.status(fixture, named[1])


def test_each_entry_has_whose_it_was_and_on_whose_word(fixture: Registry) -> None:
    """An occasion its own sources, what moved those of its events; an exchange's stand with the
    exchange.
    """
    entries = nkj.timeline(fixture, "2010-03-20", "2014-05-29").entries
    assert (entries[0].by, entries[0].sources) == (None, ("gazette-2010",))
    assert (entries[1].by, entries[1].sources) == ("japan", ("gazette-2010",))
    assert (entries[-1].kind, entries[-1].sources) == ("exchange", ())
