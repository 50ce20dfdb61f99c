"""``nkj timeline --bars``: characters, places, what a place shows, and the lines around them."""

from __future__ import annotations

import csv
import io
from functools import partial
from unicodedata import east_asian_width

import pytest
from rich.cells import cell_len

import nkj
from nkj import days, formats, pictures
from nkj.formats import Page, bars
from nkj.model import Registry, When
from nkj.problems import WrongUsage
from nkj.queries.bars import BarsResult
from nkj.sheets import bars as view
from nkj.sheets.sheet import Block, Chart, Column, Lane, Lanes, Row, Run, Sheet
from nkj.wording import words
from tests.build import event, measure, registry
from tests.conftest import FIXTURE, ROOT


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


def _chart(result: BarsResult, lang: str = "en") -> Chart:
    chart = view.sheet(result, words(lang)).blocks[0].chart
    assert chart is not None
    return chart


def _drawn(asked: Registry, first: str, last: str, room: int) -> str:
    """The bar of the only measure."""
    chart = _chart(nkj.bars(asked, first, last))
    (group,) = chart.groups
    scale = bars.Scale.of(chart, room)
    marks = bars.marks_of(group.lanes[0], scale.places)
    return scale.drawn([bars.MARKS[mark] for mark in marks], "|")


# Characters


def test_every_character_is_one_column_wide() -> None:
    """Japanese terminals draw those of width "ambiguous" two columns wide."""
    for one in bars.MARKS.values():
        assert len(one) == 1
        assert east_asian_width(one) in ("N", "Na", "H")


def test_no_two_marks_look_alike() -> None:
    """Without any colour each is told from every other, and from a number."""
    told = [*bars.MARKS.values(), *"23456789"]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_key_explains_what_was_drawn_and_nothing_else(lang: str, bundled: Registry) -> None:
    """Each mark that stands in a lane, with the very character."""
    chart = _chart(nkj.bars(bundled, "2013", "2015", "ports"), lang)
    body, _, key = bars.text(chart, 100).rpartition("\n\n")
    told = {mark: f"{bars.MARKS.get(mark, '2-9')} {meaning}" for mark, meaning in chart.key}
    there = {mark for mark, item in told.items() if item in key.replace("\n", "   ")}
    assert there == {
        *("in-force", "prolonged", "eased", "eased-prolonged", "changed"),
        *("bargain", "occasion"),
    }
    assert all(bars.MARKS[mark] in body for mark in there)


# What a place shows


LIFE = measure(
    event("imposed", "2010-01-11"),
    event("lifted", "2010-02-01"),
    event("reimposed", "2010-02-04"),
    event("eased", "2010-03-02", until="2010-04-20"),
    event("extended", "2010-04-10", until="2010-05-10"),
    event("lifted", "2010-05-01"),
)


@pytest.mark.parametrize(
    ("first", "last", "room", "bar"),
    [
        # a day a place: every day as it was; the last day is a mark of its own
        ("2010-01-09", "2010-02-06", 40, "  [===================]...[=="),
        # ten days a place: from the 11th to the 20th it held on all, and begins with the first
        ("2010-01-01", "2010-01-30", 3, " [="),
        # lifted and put back within one place: never drawn as if it had held on
        ("2010-01-21", "2010-02-09", 2, "=*"),
        ("2010-01-01", "2010-03-01", 2, "[*"),
        # its whole life within one place
        ("2010-01-01", "2010-02-02", 1, "*"),
        # eased within a place
        ("2010-02-22", "2010-03-13", 2, "*-"),
        ("2010-03-02", "2010-03-21", 2, "--"),
        # prolonged: 21 April is the day on which it would have lapsed
        ("2010-04-19", "2010-04-23", 5, "--+--"),
        # ended on the last day of a place, so that the next has none of it
        ("2010-04-21", "2010-05-10", 2, "] "),
        ("2010-04-26", "2010-05-05", 1, "]"),
    ],
)
def test_a_place_shows_what_held_on_all_of_its_days(
    first: str, last: str, room: int, bar: str
) -> None:
    """Or that something changed: the rule of the key."""
    assert _drawn(registry(LIFE), first, last, room) == bar


def test_beyond_the_days_asked_for_nothing_is_said() -> None:
    """A row that is cut off has no beginning and no end at the cut, whatever lies behind it."""
    assert _drawn(registry(LIFE), "2010-01-11", "2010-01-15", 9) == "====="
    assert _drawn(registry(LIFE), "2010-03-02", "2010-03-05", 9) == "----"
    assert _drawn(registry(LIFE), "2010-04-28", "2010-04-30", 9) == "---"


def test_an_unknown_day_is_drawn_as_one() -> None:
    """Within one place it begins there, on whatever day; else the doubt shows."""
    vague = registry(measure(event("imposed", "2010-02-10..2010-02-19")))
    assert _drawn(vague, "2010-02-08", "2010-02-21", 20) == "  ?????????==>"
    assert _drawn(vague, "2010-02-06", "2010-03-07", 2) == "[>"
    assert _drawn(vague, "2010-02-01", "2010-03-02", 3) == "??>"


def test_where_the_evidence_ends_a_line_stands() -> None:
    """Places before it have no day after it; what has no end goes on, what has one is not known
    behind it.
    """
    known = partial(registry, verified_from="2010-01-05", verified_through="2010-01-14")
    open_end = known(measure(event("imposed", "2010-01-08")))
    assert _drawn(open_end, "2010-01-01", "2010-01-20", 30) == "::::   [======|~~~~~>"
    assert _drawn(open_end, "2010-01-01", "2010-01-20", 5) == ":[=|>"
    ends = known(measure(event("imposed", "2010-01-08", until="2010-01-17")))
    assert _drawn(ends, "2010-01-12", "2010-01-20", 30) == "===|~~~:::"
    assert _drawn(ends, "2010-01-12", "2010-01-20", 3) == "=|:"


def test_a_suspension_has_a_mark() -> None:
    """It is neither in force nor gone."""
    held = measure(
        event("imposed", "2010-01-03"),
        event("suspended", "2010-01-05"),
        event("resumed", "2010-01-07"),
    )
    assert _drawn(registry(held), "2010-01-02", "2010-01-08", 30) == " [=__=>"


def test_many_occasions_in_one_place_are_counted() -> None:
    """One is a mark, several are their number, more than nine have a mark again."""
    day = days.parse_day("2010-01-05")
    runs = [*[Run("occasion", day, day + 1)] * 3, *[Run("occasion", day + 2, day + 3)] * 12]
    lane = Lane("count", "N", "N", (*runs, Run("occasion", day + 4, day + 5)))
    places = [bars.Place(day + at, day + at) for at in range(6)]
    assert bars.marks_of(lane, places) == ["3", "", "many", "", "occasion", ""]


# The scale


@pytest.mark.parametrize("room", [5, 16, 43, 144])
def test_every_day_stands_in_one_place(room: int, bundled: Registry) -> None:
    """The places follow each other without a gap, none has more days than the key says, and they
    have room; the line stands behind the last day with evidence.
    """
    for first, last in ((None, None), ("2013", "2016"), ("2016-02", None), ("2016-02-10", None)):
        result = nkj.bars(bundled, first, last)
        chart = _chart(result)
        scale = bars.Scale.of(chart, room)
        assert scale.width <= room
        assert scale.places[0].first == days.place(result.first)
        assert scale.places[-1].last == days.place(result.last)
        for one, two in zip(scale.places, scale.places[1:], strict=False):
            assert two.first == one.last + 1
        assert max(last - first + 1 for first, last in scale.places) <= scale.days
        if scale.edge is not None:
            assert scale.places[scale.edge - 1].last == days.place(result.on)


# The lines


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("width", [20, 33, 60, 80, 100, 137, 200])
def test_lines_fit_and_cut_nothing(width: int, lang: str, bundled: Registry) -> None:
    """No line is wider than asked; every name stands there, whole or in its short form, and every
    day.
    """
    chart = _chart(nkj.bars(bundled, origin="all"), lang)
    told = bars.text(chart, width)
    assert max(map(cell_len, told.splitlines())) <= width
    squeezed = "".join(told.split())
    for group in chart.groups:
        for lane in group.lanes:
            for part in (lane.aside, *lane.short.split()):
                assert "".join(part.split())[:8] in squeezed
    assert told.count("2027-04-13") == sum(
        "2027-04-13" in lane.aside for group in chart.groups for lane in group.lanes
    )


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_bar_begins_in_the_same_column(lang: str, bundled: Registry) -> None:
    """Names in characters that are two columns wide move nothing."""
    chart = _chart(nkj.bars(bundled), lang)
    lines = [line for line in bars.text(chart, 100).splitlines() if "|~" in line]
    assert len(lines) > 10
    assert len({cell_len(line.partition("|~")[0]) for line in lines}) == 1


def test_what_is_no_text_is_shown_as_an_escape() -> None:
    """A name from outside cannot move the cursor or hide a row."""
    name = "evil\x1b[2J\u202ename"
    lane = Lane("states", name, name, (Run("in-force", 1, None),), aside=name)
    chart = Chart(
        *(1, 30, None, (), "0001-01-01"),
        groups=(Lanes(name, (lane,)),),
        aside=name,
        key=(("in-force", name),),
        scale=str,
        drawn=name,
        described=name,
    )
    sheet = _sheet_of(chart)
    for kind in ("table", "markdown", "html"):
        told = formats.drawn(sheet, kind, Page(100))
        assert "\x1b" not in told
        assert "\u202e" not in told
        assert "evil\\x1b[2J" in told


def _sheet_of(chart: Chart) -> Sheet:
    """A sheet with this chart in place of one row."""
    block = Block("", (Column("name", "Name"),), (("", (Row(("row",)),)),), chart=chart)
    return Sheet("T", (block,))


def test_a_name_cannot_end_the_block_of_code() -> None:
    """The fence is longer than any in it."""
    lane = Lane("states", "```` x", "```` x", (Run("in-force", 1, None),))
    chart = Chart(1, 30, None, (), "0001-01-01", (Lanes("", (lane,)),), "", (), str, "", "")
    told = formats.drawn(_sheet_of(chart), "markdown", Page())
    assert "\n`````text\n" in told
    assert told.rstrip().endswith("`````")


def test_html_says_the_same_in_rows(fixture: Registry) -> None:
    """For a screen reader, to which characters in a row are noise."""
    told = nkj.html(nkj.bars(fixture))
    assert '<pre role="img"' in told
    assert "<details>" in told
    assert "port-ban-flagged-ships" in told


# The answer


def test_the_data_is_what_the_picture_draws(bundled: Registry) -> None:
    """The same rows in the same order, so that bars and picture cannot disagree."""
    for first, last in ((None, None), ("2013", "2016")):
        picture = nkj.chart(bundled, "timeline", first=first, last=last)
        drawn = csv.DictReader(io.StringIO(pictures.as_csv(picture).decode("utf-8-sig")))
        said = nkj.bars(bundled, first, last).bars
        assert [
            (row["row"], row["id"], row["state"], row["first_day"], row["last_day"])
            for row in drawn
        ] == [(one.row, one.id, one.state, one.first_day.text, _text(one.last_day)) for one in said]


def _text(day: When | None) -> str:
    return "" if day is None else day.text


def test_an_open_end_is_that_of_the_whole() -> None:
    """One that would lie beyond the other end is that day; days given backwards are put in order,
    and that is said.
    """
    asked = registry(LIFE, verified_from="2010-01-05", verified_through="2011-01-05")
    whole = nkj.bars(asked)
    assert (whole.first.text, whole.on.text) == ("2010-01-01", "2011-01-05")
    assert nkj.bars(asked, "2010-03-01..").last == whole.last
    assert nkj.bars(asked, "..2010-03-01").first == whole.first
    early = nkj.bars(asked, "..2001")
    assert (early.first.text, early.last.text) == ("2001-12-31", "2001-12-31")
    turned = nkj.bars(asked, "2011", "2010")
    assert turned.swapped
    assert (turned.first.text, turned.last.text) == ("2010-01-01", "2011-12-31")
    assert words("en").say("note.swapped") in view.sheet(turned, words("en")).notes


def test_what_shows_nothing_is_counted(bundled: Registry) -> None:
    """The measures left out stand in the answer, and their number in a note."""
    result = nkj.bars(bundled, "2005", measures="trade")
    assert result.nothing == ("import-ban", "export-ban", "brokering-ban")
    assert not result.measures
    notes = view.sheet(result, words("en")).notes
    assert any(note.startswith("3 measures have nothing") for note in notes)


def test_evidence_that_reaches_further_is_drawn_further(bundled: Registry) -> None:
    """Of a measure with a later day of its own; the line stands where it ends for the rest."""
    pieces = [one for one in nkj.bars(bundled).bars if one.id == "asset-freeze-own"]
    assert [one.last_day and one.last_day.text for one in pieces] == ["2026-10-09", None]
    assert nkj.bars(bundled, measures="asset-freeze-own").on.text == "2026-10-09"


def test_a_bad_day_or_name_is_wrong_usage(bundled: Registry) -> None:
    """As for every question."""
    for first, chosen in (("2014-13", ()), (None, ("nobody",))):
        with pytest.raises(WrongUsage):
            nkj.bars(bundled, first, measures=chosen)


def test_registries_with_little_in_them() -> None:
    """One event, or none that shows: a sheet all the same, in each format."""
    for asked in (
        registry(measure(event("imposed", "2010"))),
        registry(measure(event("imposed", "9999-12-31"))),
        registry(measure(event("imposed", "0001-01-01"))),
        registry(),
        nkj.load(ROOT / "tests" / "foreign"),
    ):
        sheet = view.sheet(nkj.bars(asked), words("ja"))
        for kind in ("table", "plain", "markdown", "html"):
            assert formats.drawn(sheet, kind, Page(60))
