"""What must hold of any sheet in a format: nothing cut, nothing run, nothing taken for markup."""

from __future__ import annotations

import csv
import io
import re
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import nkj
from nkj import formats
from nkj.formats import Page, html, markdown, plain, table
from nkj.formats import csv as csv_view
from nkj.formats.folding import fold
from nkj.model import Registry
from nkj.queries.result import Answer
from nkj.sheets import bars, brief, exchanges, history, overview, show, status, timeline
from nkj.sheets.sheet import Block, Column, Row, Sheet
from nkj.wording import words
from tests.conftest import FIXTURE
from tests.golden.test_golden import SHAPES

WIDTHS = (20, 40, 60, 79, 80, 100, 137, 200, 400)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40)


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


def _sheets(registry: Registry, lang: str) -> list[Sheet]:
    spoken = words(lang)
    return [
        status.sheet(nkj.status(registry, "2016-02-15", origin="all"), spoken, explain=True),
        history.sheet(nkj.history(registry), spoken, notes=True, explain=True),
        exchanges.glance(nkj.exchanges(registry), spoken),
        exchanges.sheet(nkj.exchanges(registry, ["harbour-2014"]), spoken),
        exchanges.sheet(nkj.exchanges(registry, ["harbour-2014"]), spoken, full=False),
        history.sheet(nkj.history(registry), spoken),
        status.sheet(nkj.status(registry, "2016-02-15"), spoken, everything=False),
        brief.sheet(nkj.status(registry, "2016-02-15"), spoken),
        overview.sheet(nkj.overview(registry, "2016-02-15"), spoken),
        timeline.sheet(nkj.timeline(registry), spoken),
        bars.sheet(nkj.bars(registry), spoken),
        show.sheet(nkj.show(registry, "test-2010"), spoken),
    ]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_table_cuts_no_id_and_no_day(width: int, lang: str, fixture: Registry) -> None:
    """Every key cell stands whole in the table, at any width that can hold it."""
    for sheet in _sheets(fixture, lang):
        drawn = table.render(sheet, Page(width))
        for block in sheet.blocks:
            if block.chart:
                continue  # drawn in place of these rows
            for index, column in enumerate(block.columns):
                if column.role == "key":
                    words_of_keys = [
                        word
                        for _, rows in block.groups
                        for row in rows
                        for word in row.cells[index].split()
                    ]
                    ids = [
                        word for word in words_of_keys if word.isascii() and len(word) <= width - 3
                    ]
                    assert [word for word in ids if word not in drawn] == []


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_table_is_no_wider_than_asked(width: int, lang: str, fixture: Registry) -> None:
    """No line is wider than the terminal, counted in cells; an address alone on its line is whole,
    so that it can be followed.
    """
    for sheet in _sheets(fixture, lang):
        for line in table.render(sheet, Page(width)).splitlines():
            assert cell_len(line) <= width or line.strip().startswith("https://example.org")


def test_an_address_is_whole_and_a_link() -> None:
    """At any width; in a terminal it and the id of its source can be followed."""
    address = "https://example.org/a/very/long/address/that/fits/no/terminal/資料.html"
    told = Sheet(
        "T",
        (
            Block(
                "", (Column("c", "C"), Column("s", "S", "detail")), (("", (Row(("x", address)),)),)
            ),
        ),
        ("From gazette-2010, not other-2010.",),
        address_of=lambda name: "https://example.org/g" if name == "gazette-2010" else "",
    )
    assert address in table.render(told, Page(30))
    linked = table.render(told, Page(60, colour=True, links=True))
    assert "\x1b]8;;https://example.org/a/very/long/address/that/fits/no/terminal/" in linked
    assert "\x1b]8;;https://example.org/g\x1b\\gazette-2010\x1b]8;;\x1b\\" in linked
    assert "\\other-2010" not in linked
    assert "\x1b]8" not in table.render(told, Page(60, colour=True))


def test_without_colour_there_is_no_escape(fixture: Registry) -> None:
    """No colour means no control sequence at all; with colour, the words are the same."""
    escape = re.compile(r"\x1b\[[0-9;]*m")
    for sheet in _sheets(fixture, "en"):
        bare, coloured = (
            table.render(sheet, Page()),
            table.render(sheet, Page(colour=True)),
        )
        assert "\x1b" not in bare
        assert [
            line.rstrip() for line in escape.sub("", coloured).splitlines()
        ] == bare.splitlines()


def test_markup_in_a_text_is_text(fixture: Registry) -> None:
    """Rich's markup is printed as it stands."""
    assert "[red]on officials[/red]" in table.render(_sheets(fixture, "en")[1], Page(colour=True))


def _sheet(*cells: str) -> Sheet:
    columns = tuple(Column(f"c{n}", f"C{n}") for n in range(len(cells)))
    return Sheet("T", (Block("H", columns, (("", (Row(cells),)),)),))


@given(TEXTS)
def test_csv_gives_back_every_text_and_runs_none(one: str) -> None:
    """What is read back is what was written, but for an apostrophe before what a spreadsheet would
    run.
    """
    cell = csv_view.harmless(one)
    out = io.StringIO(newline="")
    csv.writer(out).writerow([cell, "end"])
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [cell, "end"]
    assert cell in (one, "'" + one)
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


def test_csv_disarms_a_formula(fixture: Registry) -> None:
    """A title that is a formula is preceded by an apostrophe; a day and an id are not."""
    assert csv_view.harmless('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert csv_view.harmless(" @SUM(1)") == "' @SUM(1)"
    assert csv_view.harmless("2016-02-10..2016-02-19") == "2016-02-10..2016-02-19"


def _csv_of(result: Answer) -> list[dict[str, str]]:
    """The rows of an answer as a program reads them; each has all cells and no more."""
    text = csv_view.answer(result)
    assert text.startswith("\ufeff")
    header, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert len(set(header)) == len(header)
    assert all(len(row) == len(header) for row in rows)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_csv_is_one_row_a_record(fixture: Registry) -> None:
    """The names of JSON, whatever is asked, and as many rows as records."""
    status_of = nkj.status(fixture, "2016-02-15", origin="all")
    rows = _csv_of(status_of)
    assert [row["id"] for row in rows] == [one.id for one in status_of.measures]
    assert {row["on"] for row in rows} == {"2016-02-15"}
    lives = nkj.history(fixture).measures
    rows = _csv_of(nkj.history(fixture))
    told = [(life.id, event.id) for life in lives for event in life.events]
    assert [(row["measure"], row["id"]) for row in rows] == told
    changes = nkj.diff(fixture, "2010", "2016").changes
    rows = _csv_of(nkj.diff(fixture, "2010", "2016"))
    assert [row["change"] for row in rows] == [change.change for change in changes]
    bargains = nkj.exchanges(fixture).exchanges
    rows = _csv_of(nkj.exchanges(fixture))
    assert [row["id"] for row in rows] == [leg.id for one in bargains for leg in one.legs]
    (row,) = _csv_of(nkj.show(fixture, "harbour-2014"))
    assert row["kind"] == "exchange"
    uses = nkj.sources(fixture).uses
    rows = _csv_of(nkj.sources(fixture))
    rests = [(use.source, name) for use in uses for name in use.rests or [""]]
    assert [(row["source"], row["record"]) for row in rows] == rests


def test_csv_has_bare_numbers_and_says_what_is_not_known(fixture: Registry) -> None:
    """An amount without its unit; true, false, or nothing."""
    rows = {row["id"]: row for row in _csv_of(nkj.status(fixture, "2016-02-15", origin="all"))}
    states = {row["in_force"] for row in rows.values()}
    assert states == {"true", "false", ""}
    assert {row["state"] for row in rows.values() if row["in_force"] == ""} == {"uncertain"}
    numbers = [row["terms.report_above_jpy"] for row in rows.values()]
    assert any(number.isdigit() for number in numbers)


@pytest.mark.parametrize("bad", ["\r", "\x1b[2K", "\u202e", "\u2028", "\x9b"])
def test_csv_lets_no_terminal_obey(bad: str) -> None:
    """The escape is shown, as in every other format."""
    assert bad not in csv_view.cell(f"a{bad}b") + csv_view.cell([f"a{bad}b"])
    assert bad not in csv_view.cell([{"a": f"a{bad}b"}])


def test_csv_of_an_empty_answer_has_its_header(fixture: Registry) -> None:
    """And no row."""
    found = nkj.parties(fixture, "nobody", "2016")
    (line,) = csv_view.answer(found).splitlines()
    assert line.startswith("\ufeffon,name,")
    assert _csv_of(found) == []


@given(TEXTS, TEXTS)
def test_markdown_keeps_a_row_a_row(one: str, two: str) -> None:
    """Whatever a text holds, a table's line has its cells and no more."""
    lines = markdown.render(_sheet(one, two), Page()).splitlines()
    (line,) = lines[6:7]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 3
    assert not re.search(r"(?<!\\)(?:\\\\)*<(?!br>)", line)


def test_markdown_links_addresses_and_escapes_the_rest() -> None:
    """An address stays an address; emphasis, tags and links in a text do not come to life."""
    line = markdown.render(
        _sheet("see https://example.org/a_b?c=1&d=2 *now* <b>x</b> [y](z)", ""), Page()
    ).splitlines()[6]
    assert "https://example.org/a_b?c=1&d=2 " in line
    assert r"\*now\* \<b\>x\</b\> \[y\](z)" in line


def test_plain_is_one_row_a_line(fixture: Registry) -> None:
    """Each event of a history stands on one line with all that belongs to it."""
    lines = plain.render(_sheets(fixture, "en")[1], Page()).splitlines()
    (line,) = (line for line in lines if "id: entry-ban-2016" in line)
    assert "2016-02-10..2016-02-19" in line
    assert "sources: evening-2016" in line


@given(TEXTS, TEXTS)
def test_html_shows_a_text_and_runs_none(one: str, two: str) -> None:
    """What a browser reads is what was written, and no element comes out of a text."""
    reader = _Reader()
    reader.feed(html.fragment(_sheet(one, two)))
    reader.close()
    shown = "".join(reader.cells[2:]).split()
    assert shown == f"{one}{two}".split()
    assert reader.elements <= {
        "h1",
        "section",
        "h2",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
    }


class _Reader(HTMLParser):
    """The text of each cell, and every element there is."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.elements: set[str] = set()
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.add(tag)
        if tag in ("td", "th"):
            self.inside = True
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data


def test_a_page_asks_nobody_for_anything(fixture: Registry) -> None:
    """No script, no request: only links that a reader may follow."""
    for sheet in _sheets(fixture, "ja"):
        page = formats.drawn(sheet, "html", Page(lang="ja"))
        assert page.startswith('<!DOCTYPE html>\n<html lang="ja">')
        assert "default-src 'none'" in page
        assert not re.search(
            r"<(script|img|link|iframe|object)|\bon[a-z]+=|javascript:|@import", page
        )
        assert not re.search(r'(?:src|href)="(?!https?://)', page)
        # Every id, day and text of the sheet is there; an address is a link with its own words.
        words_of_page = re.sub(r"</?a\b[^>]*>", "", page)
        for block in sheet.blocks:
            for _, rows in block.groups:
                for row in rows:
                    shown = zip(block.columns, row.cells, strict=True)
                    cells = [cell for column, cell in shown if column.role != "aside"]
                    lines = [line for cell in cells for line in cell.split("\n")]
                    assert [line for line in lines if escape(line) not in words_of_page] == []


def test_every_format_is_named_once_and_drawn(fixture: Registry) -> None:
    """A name without a module, and a module that draws without a name, is a format half made."""
    folder = Path(formats.__file__).parent
    drawing = {
        path.stem for path in folder.glob("*.py") if "\ndef render(" in path.read_text("utf-8")
    }
    assert drawing | set(formats.DATA) == set(formats.FORMATS)
    assert not drawing & set(formats.DATA)
    assert {form for form, _ in SHAPES} == set(formats.FORMATS)
    for kind in sorted(drawing):
        assert "entry-ban" in formats.drawn(_sheets(fixture, "en")[0], kind, Page())


@pytest.mark.parametrize("kind", [kind for kind in formats.FORMATS if kind not in formats.DATA])
@pytest.mark.parametrize("bad", ["\r", "\x1b[2K", "\u202e", "\u2028", "\x9b"])
def test_no_format_lets_a_terminal_obey(kind: str, bad: str) -> None:
    """Whatever a registry holds, and wherever it stands: the escape is shown, all else is left."""
    text = f"lifted{bad}in force　葛\U000e0100城"
    row = Row((text, text))
    columns = (Column("a", "A", "key"), Column("b", "B", "detail"))
    block = Block(text, columns, ((text, (row,)),), (text,))
    drawn = formats.drawn(Sheet(text, (block,), (text,)), kind, Page(200))
    assert bad not in drawn
    # Markdown escapes the backslash of the escape once more.
    assert bad.encode("unicode_escape").decode()[:2] in drawn
    assert "葛\U000e0100城" in drawn


@given(
    st.text("漢字かな、。（）「」ーっabc entry-ban 2016-02-10 ", max_size=60), st.integers(4, 30)
)
def test_folding_loses_nothing_and_fits(text: str, width: int) -> None:
    """Only spaces go at a line's end; no line is wider; none begins with a mark that closes."""
    lines = fold(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.parametrize("width", range(8, 40))
def test_japanese_lines_begin_and_end_as_they_should(width: int) -> None:
    """No line begins with a closing mark or ends with an opening one."""
    text = "調査が始まらず、通報はなかった。「よど号」関係者（4人）については、結論が出なかった。"
    lines = fold(text, width)
    assert not any(line[0] in "、。」）" for line in lines)
    assert not any(line[-1] in "「（" for line in lines)


def test_a_word_is_broken_only_where_nothing_else_helps() -> None:
    """Words and ids go to the next line whole; one that is wider than any line is broken."""
    assert fold("a civil-servant-travel-suspension b", 33) == [
        "a civil-servant-travel-suspension",
        "b",
    ]
    assert fold("ab civil-servant b", 13) == ["ab", "civil-servant", "b"]
    assert fold("abcdefgh", 3) == ["abc", "def", "gh"]
