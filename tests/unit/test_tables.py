"""The tables: keys that tell rows apart, pointers that point, days as written and as possible."""

from __future__ import annotations

import datetime as dt

import pytest

import nkj
from nkj import days, tables
from nkj.model import Registry
from nkj.problems import WrongUsage
from nkj.wording import LANGUAGES
from tests.build import event, measure, registry
from tests.conftest import FIXTURE


@pytest.fixture(scope="module", params=["bundled", "fixture"])
def asked(request: pytest.FixtureRequest) -> Registry:
    """A registry with most kinds of record, and one with the odd ones."""
    return nkj.load(None if request.param == "bundled" else FIXTURE)


def _spans(*events: object, **coverage: str) -> list[dict[str, tables.Value]]:
    return list(tables.table(registry(measure(*events), **coverage), "spans"))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", tables.TABLES)
def test_keys_and_pointers_hold(asked: Registry, name: str) -> None:
    """Each row has a key of its own, and what points to another table finds a row there."""
    table = tables.table(asked, name)
    keys = [tuple(row[column] for column in table.key) for row in table]
    assert len(set(keys)) == len(keys)
    assert not any(None in key for key in keys)
    for pointer in table.foreign_keys:
        there = tables.table(asked, pointer.table)
        known = {tuple(row[column] for column in pointer.points_to) for row in there}
        held = {tuple(row[column] for column in pointer.columns) for row in table}
        assert {key for key in held if None not in key} <= known


TYPES = {
    "text": str,
    "object": str,
    "list": tuple,
    "day": dt.date,
    "boolean": bool,
    "integer": int,
    "number": float,
}


@pytest.mark.parametrize("name", tables.TABLES)
def test_every_value_is_of_its_column_s_type(asked: Registry, name: str) -> None:
    """A table is typed: no cell needs guessing."""
    table = tables.table(asked, name)
    for column, *values in zip(table.columns, *table.tuples, strict=True):
        assert {type(value) for value in values} - {type(None)} <= {TYPES[column.type]}, column


@pytest.mark.parametrize("name", tables.TABLES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_has_a_title(bundled: Registry, name: str, lang: str) -> None:
    """Each table and column, in both languages, and no two columns the same."""
    table = tables.table(bundled, name)
    titles = [column.title(lang) for column in table.columns]
    assert table.title(lang)
    assert len(set(titles)) == len(titles)


def test_every_record_is_in_its_table(asked: Registry) -> None:
    """Nothing is left out on the way."""
    counts = {name: len(tables.table(asked, name)) for name in tables.TABLES}
    assert counts["measures"] == len(asked.measures)
    assert counts["events"] == sum(len(one.events) for one in asked.measures)
    assert counts["legs"] == sum(len(one.legs) for one in asked.exchanges)
    assert counts["turns"] == sum(len(one.turns) for one in asked.exchanges)
    assert counts["figures"] == sum(len(one.points) for one in asked.indicators)
    assert counts["sources"] == len(asked.sources)
    assert {row["source"] for row in tables.table(asked, "citations")} <= {
        source.id for source in asked.sources
    }


def test_spans_say_what_status_says(bundled: Registry) -> None:
    """On the first and the last day of each span, for every measure."""
    rows = tables.table(bundled, "spans")
    for row in rows:
        for day in (row["first_day"], row["last_day"]):
            assert isinstance(day, dt.date)
            (told,) = nkj.status(bundled, day, [str(row["measure"])]).measures
            since = told.since.text if told.since else None
            assert (told.state, told.in_force, since) == (
                row["state"],
                row["in_force"],
                row["since"],
            )


def test_both_ends_of_a_span_are_included_and_none_is_empty() -> None:
    """``until`` is the last day in force, and what has no end ends on the last day there is."""
    before, held, after = _spans(event("imposed", "2006-10-14", until="2007-04-13"))
    assert before["first_day"] == dt.date.min
    assert (held["first_day"], held["last_day"]) == (dt.date(2006, 10, 14), dt.date(2007, 4, 13))
    assert (after["state"], after["in_force"]) == ("lapsed", False)
    assert after["last_day"] == dt.date.max


def test_what_is_not_known_is_neither_in_force_nor_not() -> None:
    """A vague first day, and the days that no evidence reaches."""
    found = _spans(
        event("imposed", "2010-04", until="2012-03-31"),
        verified_from="2010-01-01",
        verified_through="2011-12-31",
    )
    told = [(row["state"], row["in_force"]) for row in found]
    assert told[0] == ("unknown", None)
    assert ("uncertain", None) in told
    assert told[-1] == ("unknown", None)
    held = next(row for row in found if row["in_force"])
    assert (held["since"], held["since_earliest"], held["since_latest"]) == (
        "2010-04",
        dt.date(2010, 4, 1),
        dt.date(2010, 4, 30),
    )


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "doubtful"),
    [
        ("2016-02", dt.date(2016, 2, 1), dt.date(2016, 2, 29), False),
        ("2016-02-19?", dt.date(2016, 2, 19), dt.date(2016, 2, 19), True),
        ("2016-02-10..", dt.date(2016, 2, 10), None, False),
    ],
)
def test_a_day_stands_as_written_and_as_it_can_be(
    written: str, earliest: dt.date, latest: dt.date | None, doubtful: bool
) -> None:
    """Four columns, and an open side is empty."""
    one = registry(measure(event("imposed", written)))
    (row,) = tables.table(one, "events")
    assert row["in_force"] == row["effect"] == written
    assert (row["effect_earliest"], row["effect_latest"]) == (earliest, latest)
    assert row["effect_doubtful"] is doubtful
    assert row["until"] is row["until_earliest"] is row["until_doubtful"] is None


def test_a_list_has_a_row_a_value(bundled: Registry) -> None:
    """And an amount is a number with its unit."""
    rows = list(tables.table(bundled, "terms"))
    day = dt.date(2014, 7, 3)
    (limit,) = [row for row in rows if row["measure"] == "payment-reporting" and _holds(row, day)]
    assert (limit["value_number"], limit["value"], limit["unit_en"]) == (3000000, "3000000", "yen")
    grounds = [
        row["value"]
        for row in rows
        if row["term"] == "directions" and row["measure"] == "brokering-ban" and _holds(row, day)
    ]
    assert len(grounds) == len(set(grounds))


def _holds(row: dict[str, tables.Value], day: dt.date) -> bool:
    first, last = row["first_day"], row["last_day"]
    assert isinstance(first, dt.date)
    assert isinstance(last, dt.date)
    return first <= day <= last


def test_a_dispute_does_not_pass_for_support(bundled: Registry) -> None:
    """A source that says otherwise is told apart from those that support a field."""
    stances = {row["stance"] for row in tables.table(bundled, "citations")}
    assert stances == {"supports", "disputes"}


def test_a_panel_counts_every_day_once(bundled: Registry) -> None:
    """A month is its last day, and its days are in force, not, or not known."""
    panel = tables.panel(bundled, "month", "2014-06", "2014-07", ["payment-reporting"])
    assert [row["period"] for row in panel] == ["2014-06", "2014-07"]
    row = panel[1]
    counted = ("days_in_force", "days_not_in_force", "days_not_known")
    assert [row[name] for name in counted] == [3, 28, 0]  # back to the general rule on the 4th
    (told,) = nkj.status(bundled, "2014-07", ["payment-reporting"]).measures
    assert row["state"] == told.state


def test_a_panel_by_day_is_status_on_each_day(bundled: Registry) -> None:
    """Within a month in which measures end."""
    panel = tables.panel(bundled, "day", "2014-07-01", "2014-07-09", origin="unilateral")
    for row in panel:
        day = row["last_day"]
        assert isinstance(day, dt.date)
        (told,) = nkj.status(bundled, day, [str(row["measure"])]).measures
        assert (row["state"], row["in_force"]) == (told.state, told.in_force)


def test_a_panel_reaches_as_far_as_the_evidence(bundled: Registry) -> None:
    """Where no day is asked for."""
    panel = tables.panel(bundled, measures=["import-ban"])
    assert bundled.verified_through is not None
    assert panel[0]["first_day"] == dt.date(2004, 1, 1)
    assert panel[-1]["last_day"] == dt.date.fromordinal(bundled.verified_through)


def test_a_registry_hands_out_its_tables(bundled: Registry) -> None:
    """As the library does; a name that there is not is told with those that there are."""
    assert list(bundled.table("spans")) == list(nkj.table(bundled, "spans"))
    with pytest.raises(WrongUsage, match="spans"):
        bundled.table("span")
    with pytest.raises(WrongUsage, match="month"):
        tables.panel(bundled, by="week")  # type: ignore[arg-type]


def test_a_table_is_a_sequence_of_rows(bundled: Registry) -> None:
    """Which is what pandas and polars take."""
    table = tables.table(bundled, "legs")
    assert table[0] == next(iter(table)) == table[:1][0]
    assert list(table[0]) == [column.name for column in table.columns]
    assert "legs" in repr(table)


def test_the_days_of_the_calendar_s_ends() -> None:
    """A life at the ends of the calendar still lies in it."""
    found = _spans(event("imposed", "0001-01-01"), event("lifted", "9999-12-31"))
    assert [row["first_day"] for row in found] == [dt.date.min, dt.date.max]
    assert dt.date.max.toordinal() == days.LAST
