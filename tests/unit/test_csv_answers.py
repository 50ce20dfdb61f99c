"""CSV of each answer has its records, all of them, with what was asked in front."""

from __future__ import annotations

import csv
import io

import pytest

import nkj
from nkj.formats import csv as csv_format
from nkj.model import Registry
from nkj.queries.result import Answer

Rows = list[dict[str, str]]


def _rows(result: Answer) -> Rows:
    text = csv_format.answer(result).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_question_gives_its_records(bundled: Registry) -> None:
    """As many rows as its JSON has records, whichever lists beside them are empty."""
    parties = nkj.parties(bundled, None, "2017")
    named = nkj.parties(bundled, "office 39", "2014-01-01")
    listed = nkj.parties(bundled, None, "2017", ["port-ban-un-designated"])
    history = nkj.history(bundled, ["ports"])
    exchanges = nkj.exchanges(bundled)
    deadlines = nkj.deadlines(bundled, "2026")
    timeline = nkj.timeline(bundled, "2014", "2016")
    found = nkj.search(bundled, "dandong")
    told: list[tuple[Answer, int]] = [
        (nkj.status(bundled, "2014"), len(nkj.status(bundled, "2014").measures)),
        (parties, len(parties.parties)),
        (named, len(named.parties)),
        (listed, len(listed.parties)),
        (history, sum(len(life.events) for life in history.measures)),
        (exchanges, sum(len(one.legs) for one in exchanges.exchanges)),
        (deadlines, sum(len(one.measures) for one in deadlines.deadlines)),
        (timeline, len(timeline.entries)),
        (found, len(found.hits)),
        (nkj.search(bundled, "nowhere-at-all"), 0),
        (nkj.ask(bundled, None, "2014"), len(bundled.conducts)),
    ]
    for result, count in told:
        assert len(_rows(result)) == count, type(result).__name__
    assert {row["id"] for row in _rows(parties)} == {party.id for party in parties.parties}


@pytest.mark.parametrize("day", ["2003", "2005", "2012-03-03", "2016-03-01"])
def test_a_verdict_is_never_lost(day: str, bundled: Registry) -> None:
    """Each row has the verdict on the act, and beside it what its own rule says."""
    for conduct in bundled.conducts:
        result = nkj.ask(bundled, conduct.id, day)
        rows = _rows(result)
        assert rows, conduct.id
        assert {row["verdict"] for row in rows} == {result.verdict}
        if result.because:
            said = [row["because.verdict"] for row in rows]
            assert said == [one.verdict for one in result.because]
