"""Days as people type them, and years of Japanese eras."""

from __future__ import annotations

import pytest

from nkj import days
from nkj.choices import Interval, day_of, interval_of
from tests.unit.test_choices import BOOK


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2014/07/05", "2014-07-05", "2014-07-05"),
        ("2014/7/5", "2014-07-05", "2014-07-05"),
        ("2014.7.5", "2014-07-05", "2014-07-05"),
        ("20140705", "2014-07-05", "2014-07-05"),
        ("2014年7月5日", "2014-07-05", "2014-07-05"),
        ("２０１４年０７月０５日", "2014-07-05", "2014-07-05"),
        ("２０１４／７／５", "2014-07-05", "2014-07-05"),
        ("平成26年7月5日", "2014-07-05", "2014-07-05"),
        ("平成２６年７月５日", "2014-07-05", "2014-07-05"),
        (" 平成 26 年 7 月 5 日 ", "2014-07-05", "2014-07-05"),
        ("H26.7.5", "2014-07-05", "2014-07-05"),
        ("r6/4/1", "2024-04-01", "2024-04-01"),
        ("2014/7", "2014-07-01", "2014-07-31"),
        ("2014年7月", "2014-07-01", "2014-07-31"),
        ("２０１４", "2014-01-01", "2014-12-31"),
        ("2014年", "2014-01-01", "2014-12-31"),
        ("平成26年", "2014-01-01", "2014-12-31"),
        ("昭和64年", "1989-01-01", "1989-01-07"),
        ("平成元年", "1989-01-08", "1989-12-31"),
        ("平成31年", "2019-01-01", "2019-04-30"),
        ("平成31年4月30日", "2019-04-30", "2019-04-30"),
        ("令和元年", "2019-05-01", "2019-12-31"),
        ("令和1年5月1日", "2019-05-01", "2019-05-01"),
        ("昭和元年", "1926-12-25", "1926-12-31"),
        ("令和99年", "2117-01-01", "2117-12-31"),
    ],
)
def test_typed_days(typed: str, first: str, last: str) -> None:
    """A day argument is the last of them, an interval all; an era's year ends with the era."""
    bounds = days.parse_day(first), days.parse_day(last)
    assert interval_of(BOOK, typed, None) == Interval(*bounds, False)
    assert day_of(BOOK, typed) == bounds[1]


def test_intervals_as_one_word() -> None:
    """``A..B`` bounds one, and either end may be left open."""
    first, last = days.parse_day("2014-01-01"), days.parse_day("2016-12-31")
    assert interval_of(BOOK, "2014..2016", None) == Interval(first, last, False)
    assert interval_of(BOOK, "2016..2014", None) == Interval(first, last, True)
    assert interval_of(BOOK, "2014..", None) == Interval(first, None, False)
    assert interval_of(BOOK, "..平成28年", None) == Interval(None, last, False)


def test_the_registry_s_own_form_stays_strict() -> None:
    """What a reader may type is not what a file may hold."""
    for typed in ("2014/07/05", "20140705", "2014年7月5日", "平成26年7月5日", "２０１４"):
        with pytest.raises(days.DayError):
            days.parse_when(typed)
