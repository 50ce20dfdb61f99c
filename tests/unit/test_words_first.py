"""Answers as a reader meets them: words first, nothing that reads as false, what is left out
counted.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

import nkj
from nkj.formats import Page, table
from nkj.model import Exchange, Measure, Occasion, Registry, Text
from nkj.registry.places import place_of
from nkj.sheets import brief, exchanges, history, overview, status
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Sheet
from nkj.wording import words
from tests.build import event, measure, registry
from tests.conftest import ROOT

EN, JA = words("en"), words("ja")


@pytest.fixture(scope="module")
def bundled() -> Registry:
    return nkj.load()


def _lines(sheet: Sheet, width: int = 100) -> list[str]:
    return table.render(sheet, Page(width)).splitlines()


def test_a_term_stands_with_its_own_day(bundled: Registry) -> None:
    """The limit of 2010 is not told as one of 2009, when the duty began."""
    sheet = status.sheet(nkj.status(bundled, "2012-03-03", ["payment-reporting"]), EN)
    (line,) = (line for line in _lines(sheet, 200) if "3,000,000" in line)
    assert "above 3,000,000 yen, since 2010-07-06" in line
    assert "2009-05-12" in line


def test_what_is_unknown_is_not_called_not_in_force(bundled: Registry) -> None:
    """Before the first day covered nothing is said to be in force or not."""
    early = "\n".join(_lines(status.sheet(nkj.status(bundled, "2003"), EN, everything=False)))
    assert EN.say("status.none-in-force") not in early
    assert EN.say("status.in-force") not in early.split("\n")
    assert "not known" in early
    late = status.sheet(nkj.status(bundled, "2028"), EN, everything=False)
    assert EN.say("status.open") in [block.heading for block in late.blocks]


def test_what_only_carries_out_the_council_stands_apart(bundled: Registry) -> None:
    """Under a heading of its own, and never under the sender's."""
    sheet = status.sheet(nkj.status(bundled, "2014", origin="all"), EN)
    own = bundled.programme.own.within("en")
    for block in sheet.blocks:
        if own in block.heading:
            ids = {row.cells[-1] for _, rows in block.groups for row in rows}
            assert ids
            assert not ids & {m.id for m in bundled.measures if m.origin == "un"}


def test_what_is_left_out_is_counted_with_its_option(bundled: Registry) -> None:
    """In one line."""
    result = nkj.status(bundled, "2014-07-05")
    sheet = status.sheet(result, EN, everything=False)
    (line,) = (note for note in sheet.notes if "--all" in note)
    ended = sum(r.in_force is False and r.state != "not-yet-imposed" for r in result.measures)
    council = sum(m.origin == "un" for m in bundled.measures)
    assert f"{ended} no longer in force" in line
    assert f"{council} of the UN alone (--origin all)" in line
    told = status.sheet(result, EN, everything=True)
    assert not any("--all" in note for note in told.notes)


def test_a_status_fits_a_screen(bundled: Registry) -> None:
    """At eighty columns a measure takes a line, or two where its terms do, and little else."""
    result = nkj.status(bundled, "2026-02-16")
    lines = _lines(status.sheet(result, EN, everything=False), 80)
    assert len(lines) <= 52


def test_the_overview_counts_what_status_says(bundled: Registry) -> None:
    """On days of every kind; and it names the first deadline."""
    for day in ("2005", "2012-03-03", "2014-07-05", "2026-02-16"):
        result = nkj.overview(bundled, day)
        rows = nkj.status(bundled, day).measures
        assert result.in_force == sum(row.in_force is True for row in rows)
        assert result.not_known == sum(row.in_force is None for row in rows)
    assert result.next is not None
    assert (result.next.date.text, result.next.event) == ("2027-04-13", "lapsed")
    assert result.next.extended == 15
    assert len(_lines(overview.sheet(result, EN))) <= 16


def test_quotable_sentences_have_a_source_each(bundled: Registry) -> None:
    """A sentence a family, with an address."""
    result = nkj.status(bundled, "2026-02-16", ["remittances", "trade"])
    (block,) = brief.sheet(result, EN).blocks
    rows = [row for _, rows in block.groups for row in rows]
    assert len(rows) == 2
    assert all("http" in row.cells[1] for row in rows)


def test_a_history_is_what_moved(bundled: Registry) -> None:
    """Extensions in a row are one; notes are counted, and told when asked for."""
    result = nkj.history(bundled, ["import-ban"])
    short = "\n".join(_lines(history.sheet(result, EN)))
    assert "15 times, the last on 2025-04-08; until 2027-04-13" in short
    noted = sum(e.event == "noted" for e in result.measures[0].events)
    assert f"{noted} notes in between: --notes." in short
    whole = history.sheet(result, EN, notes=True, explain=True)
    rows = [row for _, rows in whole.blocks[0].groups for row in rows]
    assert len(rows) == len(result.measures[0].events)


def test_kept_and_broken_are_seen_and_read(bundled: Registry) -> None:
    """Each outcome has its mark and its word; letters are explained before they are used."""
    text = "\n".join(_lines(exchanges.sheet(nkj.exchanges(bundled, ["stockholm-2014"]), EN, False)))
    for outcome in ("✓ carried out", "↩ taken back", "✗ not carried out"):
        assert outcome in text
    assert text.index("k marks what") < text.index("k1 ")
    assert "--full" in text


def test_a_head_is_said_once() -> None:
    """Names that share what stands before their colon stand together."""
    names = {"a": "ban: ships", "b": "ban: planes", "c": "tax"}
    measures = [
        replace(measure(event("imposed", "2010"), id=name), short=Text({"en": short}))
        for name, short in names.items()
    ]
    phrases = Phrases(registry(*measures), EN)
    assert phrases.shorts(["a", "b", "c"]) == "ban: ships, planes; tax"
    assert phrases.shorts(["a", "b"], {"b": "big"}) == "ban: ships, planes (big)"
    assert phrases.shorts(["a", "b", "c"], most=1) == "ban (2); tax"


@pytest.mark.parametrize(
    ("amount", "en", "ja"),
    [
        (30_000_000, "30,000,000", "3,000万"),
        (100_000, "100,000", "10万"),
        (200_000_000, "200,000,000", "2億"),
        (1_500, "1,500", "1,500"),
        (0, "0", "0"),
    ],
)
def test_amounts_are_written_as_people_do(amount: int, en: str, ja: str) -> None:
    """In each language."""
    assert (EN.amount(amount), JA.amount(amount)) == (en, ja)


def test_everything_has_its_short_words(bundled: Registry) -> None:
    """Measures, exchanges and occasions in both languages, few words each; every term a phrase."""
    named: list[Measure | Exchange | Occasion] = [*bundled.measures, *bundled.exchanges]
    for record in (*named, *bundled.occasions):
        assert record.short is not None, record.id
        assert 0 < len(record.short.within("en")) <= 35, record.id
        assert 0 < len(record.short.within("ja")) <= 17, record.id
    for term in bundled.vocabulary:
        assert term.phrase is not None, term.id
        assert re.search(r"\{(value|count)\}", term.phrase.within("ja")), term.id


def test_a_record_is_found_in_its_file() -> None:
    """Also a leg, below its exchange; the line is that of the id."""
    for name, written in (("import-ban", "id: import-ban"), ("stockholm-2014/j1", "id: j1")):
        found = place_of(ROOT / "data", name)
        assert found is not None
        line = Path(found[0]).read_text("utf-8").splitlines()[found[1] - 1]
        assert line.strip().removeprefix("- ") == written
    assert place_of(ROOT / "data", "nothing-like-it") is None
