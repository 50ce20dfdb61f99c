"""Dates as they are written, and the day that an argument names."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkj import days
from nkj.days import DayError, parse_day, parse_until, parse_when


def _ordinal(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("text", "first", "last", "doubtful"),
    [
        ("2016-04-01", "2016-04-01", "2016-04-01", False),
        ("2016-04", "2016-04-01", "2016-04-30", False),
        ("2016-12", "2016-12-01", "2016-12-31", False),
        ("2016-02", "2016-02-01", "2016-02-29", False),
        ("2016", "2016-01-01", "2016-12-31", False),
        ("2016-02-10..2016-02-19", "2016-02-10", "2016-02-19", False),
        ("2016-02-10?", "2016-02-10", "2016-02-10", True),
        ("2010..2011-04", "2010-01-01", "2011-04-30", False),
        ("9999-12", "9999-12-01", "9999-12-31", False),
    ],
)
def test_forms(text: str, first: str, last: str, doubtful: bool) -> None:
    """Every form of the contract spans exactly its possible days."""
    when = parse_when(text)
    assert (when.first, when.last, when.doubtful, when.text) == (
        _ordinal(first),
        _ordinal(last),
        doubtful,
        text,
    )


def test_open_spans() -> None:
    """A span may be open at one end."""
    assert parse_when("..2011-04-13").first is None
    assert parse_when("2010-08-21..").last is None
    assert parse_until("none") == days.OPEN_END


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2010-02-30", "calendar"),
        ("0000", "calendar"),
        ("2010-13", "calendar"),
        ("2011..2010", "order"),
        *(
            (bad, "form")
            for bad in (
                "",
                "?",
                "..",
                "10-2-3",
                "2010-1",
                "２０１０",
                "2010-01-01Z",
                "none",
                "2010 ",
                "2010..2011..2012",
            )
        ),
    ],
)
def test_refused(text: str, reason: str) -> None:
    """What is no date is told apart: form, calendar, order."""
    with pytest.raises(DayError) as caught:
        parse_when(text)
    assert caught.value.reason == reason


@given(st.text())
def test_no_text_crashes(text: str) -> None:
    """Any text is a date or a ``DayError``."""
    with contextlib.suppress(DayError):
        parse_when(text)


@given(st.dates())
def test_a_day_is_itself(day: dt.date) -> None:
    """A written day is that day, as date and as argument, and is written back the same."""
    assert parse_day(day.isoformat()) == day.toordinal() == parse_when(day.isoformat()).first
    assert days.iso(day.toordinal()) == day.isoformat()


def test_arguments_mean_their_last_day() -> None:
    """``2006`` and ``2014-07`` mean their last day."""
    assert days.iso(parse_day("2006")) == "2006-12-31"
    assert days.iso(parse_day("2014-07")) == "2014-07-31"


def test_a_span_of_one_day_is_that_day() -> None:
    """From a day to itself runs forwards."""
    assert days.parse_when("2016-02-10..2016-02-10").exact


def test_an_open_end_is_written_none() -> None:
    """As the registry writes it, so that an answer can."""
    assert days.parse_until("none").text == "none"


def test_the_error_says_what_was_written() -> None:
    """A library's caller sees the reason and the text."""
    with pytest.raises(days.DayError, match=r"^calendar: '2016-02-30'$"):
        days.parse_when("2016-02-30")


def test_no_day_before_the_first_is_written() -> None:
    """The calendar's first and last days bound what is written."""
    assert (days.iso(0), days.iso(1), days.iso(10**9)) == ("0001-01-01", "0001-01-01", "9999-12-31")
