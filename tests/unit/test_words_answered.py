"""Searching, listing, deadlines and citations: what the library answers."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from typing import get_args

import pytest
from msgspec.structs import replace

import nkj
from nkj import days, index
from nkj.formats import json as as_json
from nkj.model import Registry, Text
from nkj.queries.headings import LISTS
from tests.build import event, measure, registry
from tests.conftest import FIXTURE

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


# search


@pytest.mark.parametrize(
    ("word", "kind", "record", "field"),
    [
        ("dandong", "party", "bank-of-dandong", "name"),
        ("DANDONG", "party", "bank-of-dandong", "name"),
        ("ｄａｎｄｏｎｇ", "party", "bank-of-dandong", "name"),
        ("送金", "family", "remittances", "name"),
        ("凍結", "measure", "asset-freeze-own", "name"),
        ("payment-ban", "measure", "payment-ban", "id"),
        ("Fourth nuclear test", "occasion", "nuclear-test-2016", "name"),
        ("nuclear fourth", "occasion", "nuclear-test-2016", "name"),
        ("下限額引下げ", "source", "mof-2010-06-16", "title"),
        ("customs statistics", "indicator", "trade-volume", "basis"),
        ("REPORT above", "term", "report_above_jpy", "name"),
    ],
)
def test_a_word_is_found(word: str, kind: str, record: str, field: str, bundled: Registry) -> None:
    """In names, ids, titles and notes, of parties, sources, figures and terms, in any case."""
    found = {(hit.kind, hit.id, hit.field) for hit in nkj.search(bundled, word).hits}
    assert (kind, record, field) in found


def test_names_come_first(bundled: Registry) -> None:
    """What is called so stands before what only speaks of it."""
    fields = [hit.field for hit in nkj.search(bundled, "charter flights").hits]
    named = [field in ("id", "name", "title", "undertaking") for field in fields]
    assert named == sorted(named, reverse=True)
    assert len(set(named)) == 2


def test_every_part_must_stand_in_one_text(fixture: Registry) -> None:
    """Not one in a name and another in a note, nor one in each language."""
    assert nkj.search(fixture, "harbour talks").hits
    assert not nkj.search(fixture, "harbour zebra").hits
    assert not nkj.search(fixture, "harbour 港湾").hits


def test_a_search_within_days_and_kinds(fixture: Registry) -> None:
    """A record without a day lies in no interval; a vague one wherever it can be."""
    whole = {hit.id for hit in nkj.search(fixture, "harbour").hits}
    assert {"harbour-act", "harbour-2014", "package-2014-07-04"} <= whole
    some = {hit.id for hit in nkj.search(fixture, "harbour", "2014-07").hits}
    assert "package-2014-07-04" in some
    assert not {"harbour-act", "harbour-2014"} & some
    assert {hit.kind for hit in nkj.search(fixture, "harbour", kind="laws").hits} == {"law"}
    vague = nkj.search(fixture, "entry-ban-2016", "2016-02-12", "2016-02-12")
    assert "entry-ban-2016" in {hit.id for hit in vague.hits}
    assert not nkj.search(fixture, "entry-ban-2016", "2016-02-20", "2016-03").hits


def test_a_word_that_is_nowhere_gets_its_nearest(fixture: Registry) -> None:
    """An empty answer, and what is like it."""
    answer = nkj.search(fixture, "harbuor")
    assert (answer.hits, answer.near) == ((), ("harbour",))
    assert nkj.search(fixture, "qqqqqqqqqqq").near == ()
    for empty in ("", " - ", "・"):
        with pytest.raises(nkj.WrongUsage):
            nkj.search(fixture, empty)


def test_every_name_finds_its_record(bundled: Registry) -> None:
    """Whatever has a name is found by it, among the records of its kind."""
    for kind in ("measures", "occasions", "exchanges", "figures", "laws", "decisions"):
        for line in nkj.records(bundled, kind).records:
            for name in line.name.words.values():
                hits = nkj.search(bundled, name, kind=kind).hits
                assert line.id in {hit.id for hit in hits}, name


# list


def test_every_record_is_listed_once(bundled: Registry) -> None:
    """All of ``index`` and the vocabulary, each under its kind."""
    listed = [one.id for one in nkj.records(bundled).records]
    entries = index.of(bundled).entries
    words = [term.id for term in bundled.vocabulary]
    words += [conduct.id for conduct in bundled.conducts]
    assert sorted(listed) == sorted([*entries, *words])
    parts = [nkj.records(bundled, kind).records for kind in LISTS]
    assert [one.id for part in parts for one in part] == listed
    assert set(LISTS.values()) == {*get_args(index.Kind), "term", "conduct"}


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("figures", "indicator"), ("Parties", "party"), ("measure", "measure"), ("TERMS", "term")],
)
def test_kinds_in_any_form(typed: str, kind: str, fixture: Registry) -> None:
    """In the plural and the singular, in any case."""
    assert {one.kind for one in nkj.records(fixture, typed).records} == {kind}


def test_a_kind_that_there_is_not(fixture: Registry) -> None:
    """It gets its nearest."""
    with pytest.raises(nkj.WrongUsage, match="Did you mean 'occasions'"):
        nkj.records(fixture, "ocasions")
    with pytest.raises(nkj.WrongUsage, match="'zzz' is none of: measures, "):
        nkj.records(fixture, "zzz")


def test_events_are_listed_down_the_days(bundled: Registry) -> None:
    """Each by its measure and what it did to it."""
    events = nkj.records(bundled, "events").records
    places = [days.place(one.date) for one in events if one.date is not None]
    assert places == sorted(places)
    names = {one.id: one.name for one in events}
    assert names["import-ban-2025-04-08"].within("en") == "Ban on imports: extended"
    assert names["import-ban-2025-04-08"].within("ja").endswith("：延長")


# deadlines


def test_what_ends_in_april_2027(bundled: Registry) -> None:
    """Seven measures, prolonged up to fifteen times, last by the Cabinet on 2025-04-08."""
    answer = nkj.deadlines(bundled, "2026-11-27")
    (only,) = answer.deadlines
    assert (only.date.text, only.event, len(only.measures)) == ("2027-04-13", "lapsed", 7)
    imports = next(row for row in only.measures if row.id == "import-ban")
    assert imports.extended == 15
    assert imports.first is not None
    assert imports.last_decided is not None
    assert (imports.first.text, imports.last_decided.text) == ("2007-04-10", "2025-04-08")
    assert len(imports.prolonged) == 15


def test_deadlines_agree_with_status(bundled: Registry) -> None:
    """On any day the same measures have the same last day, and the rest is counted."""
    for day in ("2003", "2006-08-01", "2010", "2014-07-04", "2016-02-15", "2026", "2028"):
        answer = nkj.deadlines(bundled, day, origin="all")
        rows = nkj.status(bundled, day, origin="all").measures
        ends = {row.id: row.until for row in rows if row.until is not None}
        assert {m.id: one.date for one in answer.deadlines for m in one.measures} == ends
        assert answer.open == sum(row.in_force is True and row.until is None for row in rows)
        assert answer.unknown == sum(row.in_force is None for row in rows)


def test_a_run_begins_anew() -> None:
    """How often a measure was prolonged in an earlier life does not count; what is to come is not
    known yet.
    """
    book = registry(
        measure(
            event("imposed", "2010-01-01", until="2010-06-30"),
            event("extended", "2010-06-01", until="2010-12-31"),
            event("reimposed", "2012-01-01", until="2012-06-30"),
            event("extended", "2012-06-01", until="2012-12-31"),
            event("extended", "2012-12-01", until="2013-06-30"),
            id="trade-a",
            family="trade",
        )
    )

    def row(day: str) -> tuple[str, int, str | None, str | None]:
        ((only,),) = (one.measures for one in nkj.deadlines(book, day).deadlines)
        (date,) = (one.date.text for one in nkj.deadlines(book, day).deadlines)
        first = only.first.text if only.first else None
        last = only.last_decided.text if only.last_decided else None
        return date, only.extended, first, last

    assert row("2010-05-31") == ("2010-06-30", 0, None, "2010-01-01")
    assert row("2010-06-01") == ("2010-12-31", 1, "2010-06-01", "2010-06-01")
    assert row("2012-03") == ("2012-06-30", 0, None, "2012-01-01")
    assert row("2012-12-31") == ("2013-06-30", 2, "2012-06-01", "2012-12-01")
    assert nkj.deadlines(book, "2011").deadlines == ()


def test_a_suspension_ends_too() -> None:
    """Its last day is told beside that of the measure."""
    book = registry(
        measure(
            event("imposed", "2010-01-01", until="2012-12-31"),
            event("suspended", "2011-01-01", suspended_until=days.parse_when("2011-06-30")),
            id="trade-a",
            family="trade",
        )
    )
    told = [(one.date.text, one.event) for one in nkj.deadlines(book, "2011-02").deadlines]
    assert ("2011-06-30", "resumed") in told


# cite


def test_a_measure_is_cited_as_it_stood(bundled: Registry) -> None:
    """With the source that gives the day, version, hash and day."""
    answer = nkj.cite(bundled, "payment-reporting", "2012-03-03")
    told = answer.text.within("en")
    assert told.startswith("Reporting of payments to North Korea: in force since 2009-05-12.")
    assert f"nkj registry {bundled.version} ({bundled.hash}" in told
    assert "as of 2012-03-03" in told
    assert "evidence through 2026-02-16" in told
    later = nkj.cite(bundled, "payment-reporting", "2015").text
    assert "not in force since 2014-07-04 (lifted)" in later.within("en")
    assert "2014-07-04から実施されていない（解除）" in later.within("ja")


def test_the_source_gives_the_day(bundled: Registry) -> None:
    """Wherever any source cited gives the day of the sentence, the one named does."""
    events = index.of(bundled).events
    for name, (_, record) in events.items():
        field = next((f for f in ("in_force", "decided", "announced") if getattr(record, f)), "")
        giving = {c.source for c in record.cite if field in c.supports}
        if record.event not in ("noted", "extended") and field == "in_force" and giving:
            assert nkj.cite(bundled, name, "2026").source in giving


def test_what_was_taken_back_is_never_only_carried_out(bundled: Registry) -> None:
    """Each step of an undertaking has its own day."""
    told = nkj.cite(bundled, "stockholm-2014/j2a", "2026").text.within("en")
    assert "(carried out 2014-07-04, taken back 2016-02-10)" in told


def test_every_record_can_be_cited(bundled: Registry) -> None:
    """In both languages, with no sign left unfilled, and as a bibliography has it."""
    for name in index.of(bundled).entries:
        answer = nkj.cite(bundled, name, "2026-11-27")
        for told in answer.text.words.values():
            assert "{" not in told.replace(str(bundled.hash), "")
        assert bool(answer.bibtex) == (answer.csl is not None) == (answer.source is not None)


def test_bibtex_is_read_by_its_reader(bundled: Registry) -> None:
    """Every source that stands behind a measure or event."""
    reader = pytest.importorskip("bibtexparser")
    names = [*index.of(bundled).measures, *index.of(bundled).events]
    answers = [nkj.cite(bundled, name, "2026") for name in names]
    text = "\n".join(answer.bibtex for answer in answers)
    read = reader.loads(text) if hasattr(reader, "loads") else reader.parse_string(text)
    assert len(read.entries) == sum(answer.source is not None for answer in answers)


def test_signs_of_bibtex_are_escaped(fixture: Registry) -> None:
    """A title's own braces, percent and dollar signs stay letters."""
    (first, *rest) = fixture.sources
    odd = replace(first, title=r"50% of {A} & B_C #1 $x ~^\ ", url="https://x.org/a{b}")
    changed = replace(fixture, sources=(odd, *rest))
    told = nkj.cite(changed, odd.id, "2020").bibtex
    title = next(line for line in told.splitlines() if line.startswith("  title"))
    assert r"50\% of \{A\} \& B\_C \#1 \$x" in title
    assert "https://x.org/a%7Bb%7D" in told
    bare = told.replace(r"\{", "").replace(r"\}", "")
    assert bare.count("{") == bare.count("}")


def test_the_command_writes_what_was_asked_for(run: Run) -> None:
    """One line; BibTeX; CSL-JSON; never two of them."""
    environment = {"NKJ_REGISTRY": str(FIXTURE)}
    line = run("cite", "entry-ban", "--on", "2012", **environment).stdout.decode()
    assert line.count("\n") == 1
    assert line.startswith("Entry ban [red]on officials[/red]: in force since 2010-04-02.")
    bib = run("cite", "entry-ban", "--on", "2012", "--bibtex", **environment).stdout.decode()
    assert bib.startswith("@misc{nkj:entry-ban,\n  author = {{")
    (item,) = json.loads(run("cite", "entry-ban", "--csl", **environment).stdout)
    assert item["id"] == "nkj:entry-ban"
    assert item["accessed"] if "URL" in item else item["type"] == "document"
    assert run("cite", "entry-ban", "--csl", "--bibtex", **environment).returncode == 2
    assert run("cite", "entri-ban", **environment).returncode == 2


def test_a_record_without_a_source_has_no_bibliography(fixture: Registry) -> None:
    """It is said so; the sentence stands all the same."""
    (first, *rest) = fixture.decisions
    changed = replace(fixture, decisions=(replace(first, cite=()), *rest))
    answer = nkj.cite(changed, first.id, "2020")
    assert (answer.source, answer.bibtex, answer.csl) == (None, "", None)
    assert "Source" not in answer.text.within("en")
    assert json.loads(as_json.answer(answer))["csl"] is None


def test_a_registry_in_one_language_is_cited_in_that(fixture: Registry) -> None:
    """The frame is nkj's, the names are the registry's, and nothing is missing."""
    programme = replace(fixture.programme, languages=("en",))
    answer = nkj.cite(replace(fixture, programme=programme), "entry-ban", "2012")
    assert isinstance(answer.text, Text)
    assert set(json.loads(as_json.answer(answer))["text"]) == {"en"}
