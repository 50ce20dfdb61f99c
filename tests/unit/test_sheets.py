"""What a sheet says beside its rows: what its marks mean, numbers of things, what is missing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import nkj
from nkj.days import parse_when
from nkj.model import Counts, Occasion, Registry, Source, Text
from nkj.queries.evidence import evidence
from nkj.queries.show import ids
from nkj.sheets import diff, exchanges, history, show, sources, status, timeline
from nkj.sheets import evidence as evidence_sheet
from nkj.sheets.sheet import Sheet
from nkj.wording import words
from tests.build import event, measure, registry
from tests.conftest import FIXTURE

EN = words("en")
DOUBT = EN.say("note.doubt")
CHANGING = EN.say("note.terms-doubtful")


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


def _cells(sheet: Sheet) -> str:
    return "\n".join(
        cell
        for block in sheet.blocks
        for _, rows in block.groups
        for row in rows
        for cell in row.cells
    )


@pytest.mark.parametrize(
    ("day", "explained"),
    [
        ("2010-03-10?", True),
        ("2010-03-10..2010-03-20", True),
        ("2010-03-10", False),
        ("2010", False),
    ],
)
def test_a_mark_is_explained_where_it_is_shown(day: str, explained: bool) -> None:
    """A doubted day and one unknown day of a span are marks; a month or a year says itself."""
    book = registry(measure(event("imposed", day, id="imposed")))
    for sheet in (
        status.sheet(nkj.status(book, "2012"), EN),
        history.sheet(nkj.history(book), EN),
        diff.sheet(nkj.diff(book, "2009", "2012"), EN),
        timeline.sheet(nkj.timeline(book), EN),
        show.sheet(nkj.show(book, "imposed"), EN),
    ):
        assert day in _cells(sheet)
        assert (DOUBT in sheet.notes) == explained, sheet.title


def test_what_only_looks_like_a_mark_is_not_explained() -> None:
    """An address with a question mark, a title with dots: nothing there is doubted."""
    odd = Source(
        id="s",
        kind="primary",
        publisher="P",
        title="Why 2016? From 2010-01-01..2012",
        url="https://example.org/8?pid=1",
    )
    book = replace(registry(measure()), sources=(odd,))
    for sheet in (sources.sheet(nkj.sources(book), EN), show.sheet(nkj.show(book, "s"), EN)):
        assert "8?pid=1" in _cells(sheet)
        assert DOUBT not in sheet.notes
    doubted = replace(odd, published=parse_when("2010-05?"))
    told = show.sheet(nkj.show(replace(book, sources=(doubted,)), "s"), EN)
    assert DOUBT in told.notes


def test_a_comparison_marks_what_changed_about_its_days() -> None:
    """As a status does, and explains the mark."""
    subject = measure(
        event("imposed", "2010-01-01", terms={}),
        event("eased", "2012-03-10..2012-03-20", until="2020"),
    )
    book = registry(subject)
    about = diff.sheet(nkj.diff(book, "2011", "2012-03-15", unchanged=True), EN)
    assert "≈" in _cells(about)
    assert CHANGING in about.notes
    after = diff.sheet(nkj.diff(book, "2011", "2013"), EN)
    assert "≈" not in _cells(after)
    assert CHANGING not in after.notes


def test_a_title_says_own_only_of_own_measures(fixture: Registry) -> None:
    """Also where a measure that carries out the Security Council was asked for by its id."""
    programme = fixture.programme
    names = {"title": programme.title.within("en"), "target": programme.target.name.within("en")}
    own = EN.say("status.title.unilateral", day="2014-12-31", **names)
    every = EN.say("status.title", day="2014-12-31", **names)
    assert status.sheet(nkj.status(fixture, "2014"), EN).title == own
    assert status.sheet(nkj.status(fixture, "2014", origin="all"), EN).title == every
    assert status.sheet(nkj.status(fixture, "2014", ["luxury-ban"]), EN).title == every


@pytest.mark.parametrize(
    ("counts", "en", "ja"),
    [
        (Counts(individuals=1), "1 individual", "1個人"),
        (Counts(individuals=2), "2 individuals", "2個人"),
        (Counts(entities=1, vessels=1), "1 entity, 1 vessel", "1団体、1隻"),
        (Counts(), "none", "なし"),
    ],
)
def test_one_thing_is_one(counts: Counts, en: str, ja: str) -> None:
    """Each language counts as it does."""
    book = registry(measure(event("imposed", "2010-01-01", id="e", added=counts)))
    for lang, expected in (("en", en), ("ja", ja)):
        shown = _cells(show.sheet(nkj.show(book, "e"), words(lang))).splitlines()
        assert expected in shown


def test_a_registry_without_exchanges_says_so(fixture: Registry) -> None:
    """It is not told about measures that it did not ask for."""
    bare = registry(measure(event("imposed", "2010-01-01")))
    none_at_all = EN.say("exchange.none-recorded")
    for make in (exchanges.glance, exchanges.sheet):
        assert make(nkj.exchanges(bare), EN).blocks[0].intro == (none_at_all,)
        asked = nkj.exchanges(fixture, measures=["asset-freeze"])
        assert make(asked, EN).blocks[0].intro == (EN.say("exchange.none"),)


def test_days_given_backwards_are_told(fixture: Registry) -> None:
    """By a timeline as by a comparison."""
    swapped = EN.say("note.swapped")
    assert swapped in timeline.sheet(nkj.timeline(fixture, "2016", "2014"), EN).notes
    assert swapped not in timeline.sheet(nkj.timeline(fixture, "2014", "2016"), EN).notes
    assert swapped in diff.sheet(nkj.diff(fixture, "2016", "2014"), EN).notes


def test_an_empty_timeline_names_no_days() -> None:
    """The year 9999 is no part of an answer."""
    sheet = timeline.sheet(nkj.timeline(registry(measure())), EN)
    assert not any(character.isdigit() for character in sheet.title)


def test_answers_are_what_they_say(fixture: Registry) -> None:
    """Equal if they say the same, whichever copy of the registry was asked; the registry does not
    flood their print; its version, hash and reach are there.
    """
    one, two = nkj.status(fixture, "2014"), nkj.status(replace(fixture), "2014")
    assert one == two
    assert one != nkj.status(fixture, "2015")
    assert one != nkj.history(fixture)
    assert "Registry(" not in repr(one)
    assert "entry-ban" in repr(one)
    assert one.registry.hash == fixture.hash
    assert one.verified_through is not None
    assert one.verified_through.last == fixture.verified_through


def test_an_occasion_with_one_day_known_stands_there() -> None:
    """After its first day or before its last, like an event."""
    later = Occasion(
        id="o", kind="other", occurred=parse_when("2012-05-02.."), name=Text({"en": "O"})
    )
    book = replace(registry(measure()), occasions=(later,))
    assert [o.id for o in nkj.diff(book, "2011", "2012").occasions] == ["o"]
    assert nkj.diff(book, "2012", "2013").occasions == ()


def test_every_answer_makes_its_sheet_in_both_languages(fixture: Registry) -> None:
    """From the answer alone."""
    for lang in ("en", "ja"):
        spoken = words(lang)
        assert evidence_sheet.sheet(evidence(fixture), spoken).blocks
        for name in ids(fixture):
            assert show.sheet(nkj.show(fixture, name), spoken).blocks
