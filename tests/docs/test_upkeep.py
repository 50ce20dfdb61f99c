"""docs/upkeep.md: what it says of habits is what the registry has on record."""

from __future__ import annotations

import datetime as dt
import re

from nkj.model import Event, Registry, When
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "upkeep.md").read_text(encoding="utf-8")


def _ordinal(day: When | None) -> int:
    assert day is not None
    assert day.exact
    assert day.first is not None
    return day.first


def _extensions(registry: Registry) -> list[tuple[When, Event]]:
    """Every prolongation on record, with the end that it moved."""
    found = []
    for measure in registry.measures:
        until = None
        for event in measure.events:
            if event.event == "extended" and until is not None:
                found.append((until, event))
            until = event.until or until
    return found


def test_the_cabinet_decides_on_two_days_of_the_week(bundled: Registry) -> None:
    """As the page says, so far without an exception."""
    acts = [one for one in bundled.decisions if one.instrument == "cabinet-decision"]
    names = {f"{dt.date.fromordinal(_ordinal(one.decided)):%A}" for one in acts}
    assert names == {"Tuesday", "Friday"}
    assert "on a Tuesday or a Friday" in PAGE


def test_prolongations_come_in_the_last_days(bundled: Registry) -> None:
    """Between the days that the page gives, and are promulgated within those that it gives."""
    found = _extensions(bundled)
    left = [_ordinal(until) - _ordinal(event.decided) for until, event in found]
    (told,) = re.findall(r"(\d+) to (\d+) days before the last day", PAGE)
    assert (min(left), max(left)) == tuple(map(int, told))
    dated = [event for _, event in found if event.promulgated is not None]
    after = [_ordinal(event.promulgated) - _ordinal(event.decided) for event in dated]
    assert after
    (most,) = re.findall(r"promulgated up to (\w+) days after", PAGE)
    assert {"five": 5}[most] == max(after)


def test_the_coming_last_day_is_the_one_that_the_page_names(bundled: Registry) -> None:
    """13 April of odd years, since the prolongation of 2013."""
    ends = {until for _, event in _extensions(bundled) if (until := _ordinal(event.until))}
    later = [day for day in map(dt.date.fromordinal, ends) if day.year > 2013]
    assert {(day.month, day.day, day.year % 2) for day in later} == {(4, 13, 1)}
    assert "13 April of odd years" in PAGE
