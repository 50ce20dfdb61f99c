"""Any sheet as one HTML page: whole in itself, without a script, with no request to anywhere.

What lives here: ``fragment``, the sheet as headings, tables and notes, and the page around it. What
does not: pictures, and pages that answer by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from nkj.formats import CHART_WIDTH, Page, bars
from nkj.formats.linking import ids_in, nowhere
from nkj.sheets.sheet import Block, Chart, Row, Sheet, faced, labelled

_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+")
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 0 0 1.5rem; width: 100%; }
th, td { border-bottom: 1px solid; padding: .3rem .8rem .3rem 0; text-align: left; }
th, td { vertical-align: top; overflow-wrap: anywhere; }
.key, .tail { overflow-wrap: normal; white-space: nowrap; }
.tail { font-size: .85rem; }
.strong { font-weight: bold; }
.noted { font-style: italic; }
dl { display: grid; gap: 0 .6rem; grid-template-columns: max-content 1fr; margin: .3rem 0; }
dd { margin: 0; }
footer { font-size: .9rem; }
@media (max-width: 40rem) { table { display: block; overflow-x: auto; } }
""".strip()
_CHART_STYLE = "pre { line-height: 1.3; overflow-x: auto; }"
_TONES = {
    "strong": "strong",
    "dim": "noted",
    "warn": "strong",
    "kept": "",
    "broken": "",
}


def render(sheet: Sheet, page: Page) -> str:
    """The sheet as a page of its own."""
    style = _STYLE
    if any(block.chart for block in sheet.blocks):
        style = f"{style}\n{_CHART_STYLE}"
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{escape(page.lang)}">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(sheet.title)}</title>\n"
        f"<style>\n{style}\n</style>\n"
        "</head>\n"
        f"<body>\n<main>\n{fragment(sheet)}</main>\n</body>\n</html>\n"
    )


def fragment(sheet: Sheet, id_links: bool = False, under_title: str = "") -> str:
    """The sheet as HTML that may stand in any page: headings from ``h1``, tables, notes. With
    ``id_links``, each id that the sheet has an address of leads there, but for those in headings;
    ``under_title`` is HTML.
    """
    return _Drawing(sheet, id_links).whole(under_title)


class _Drawing:
    """A sheet being drawn."""

    def __init__(self, sheet: Sheet, id_links: bool) -> None:
        self._sheet = sheet
        self._address_of = (sheet.address_of if id_links else None) or nowhere

    def whole(self, under_title: str) -> str:
        sheet = self._sheet
        parts = [_element("h1", escape(sheet.title))]
        if under_title:
            parts.append(under_title)
        level = 2
        for block in sheet.blocks:
            parts.append(self._block(block, 2 if block.chapter else level))
            level = 3 if block.chapter else level
        if sheet.notes:
            notes = "\n".join(_element("li", self._text(note)) for note in sheet.notes)
            parts.append(f"<footer>\n<ul>\n{notes}\n</ul>\n</footer>")
        return "\n".join(parts) + "\n"

    def _block(self, block: Block, level: int) -> str:
        parts = [_element(f"h{level}", escape(block.heading))] if block.heading else []
        parts += [_element("p", self._text(line)) for line in block.intro]
        tables: list[str] = []
        if block.sides:
            tables.append(self._two_sided(block, block.sides))
        else:
            for name, rows in block.groups:
                if name:
                    tables.append(_element(f"h{level + 1}", escape(name)))
                tables.append(self._table(block, rows))
        if block.chart:
            parts.append(_chart(block.chart))
            summary = _element("summary", escape(block.chart.described))
            tables = [_element("details", "\n".join((summary, *tables)))]
        parts += tables
        return "<section>\n" + "\n".join(parts) + "\n</section>"

    def _table(self, block: Block, rows: tuple[Row, ...]) -> str:
        """Key, text and tail columns as columns; details, labelled, under the row's last text."""
        roles = [column.role for column in block.columns]
        shown = [at for at, role in enumerate(roles) if role in ("key", "text", "tail")]
        last = max(at for at in shown if roles[at] != "tail")
        heads = [
            _element("th", self._text(block.columns[at].title), ' scope="col"') for at in shown
        ]
        lines = [_line(heads)]
        for row in rows:
            cells = []
            for at in shown:
                content = self._text(row.cells[at])
                if at == last:
                    content += self._details(block, row)
                marks = "" if roles[at] == "text" else f" {roles[at]}"
                cells.append(_element("td", content, _classes(_TONES.get(row.tone, "") + marks)))
            lines.append(_line(cells))
        return _whole_table(lines)

    def _two_sided(self, block: Block, sides: tuple[str, str, str]) -> str:
        """Left and right rows beside each other, the group's name in front; a column for what is
        neither if there is any.
        """
        front = any(name for name, _ in block.groups)
        neither = any(not row.side for _, rows in block.groups for row in rows)
        titles = sides if neither else sides[:2]
        heads = [_element("th", self._text(title), ' scope="col"') for title in titles]
        if front:
            heads.insert(0, _element("td", ""))  # what names no column is no heading
        lines = [_line(heads)]
        for name, rows in block.groups:
            for number, runs in enumerate(faced(rows)):
                cells = ["".join(self._side_cell(block, row) for row in run) for run in runs]
                line = [_element("td", cell) for cell in (cells if neither else cells[:2])]
                if front:
                    shown = self._text(name) if number == 0 else ""
                    head = _element("th", shown, ' scope="row" class="key"')
                    line.insert(0, head if shown else _element("td", ""))
                lines.append(_line(line))
        return _whole_table(lines)

    def _side_cell(self, block: Block, row: Row) -> str:
        """A row inside a cell: its keys, its texts, its details."""
        pairs = list(zip(block.columns, row.cells, strict=True))
        keys = " · ".join(cell for column, cell in pairs if column.role == "key" and cell)
        texts = [cell for column, cell in pairs if column.role == "text" and cell]
        lines = [_element("strong", self._text(keys))] if keys else []
        lines += map(self._text, texts)
        return _element("div", "<br>".join(lines) + self._details(block, row))

    def _details(self, block: Block, row: Row) -> str:
        pairs = "".join(
            _element("dt", self._text(title)) + _element("dd", self._text(cell))
            for title, cell in labelled(block.columns, row)
        )
        return _element("dl", pairs) if pairs else ""

    def _text(self, text: str) -> str:
        """A text that shows as it stands; its addresses are links, its line ends are line ends."""
        parts: list[str] = []
        at = 0
        for found in _ADDRESS.finditer(text):
            address = escape(found.group())
            parts.append(self._ids(text[at : found.start()]))
            parts.append(f'<a href="{address}" rel="noreferrer">{address}</a>')
            at = found.end()
        parts.append(self._ids(text[at:]))
        return "".join(parts).replace("\n", "<br>")

    def _ids(self, text: str) -> str:
        """A text without addresses, its ids as links where they lead anywhere."""
        return "".join(
            f'<a href="{escape(address)}">{escape(piece)}</a>' if address else escape(piece)
            for piece, address in ids_in(text, self._address_of)
        )


def _chart(chart: Chart) -> str:
    """The chart in characters; a screen reader is told where it is said in rows."""
    label = f' role="img" aria-label="{escape(chart.drawn)}" tabindex="0"'
    return _element("pre", escape(bars.text(chart, CHART_WIDTH)), label)


def _whole_table(lines: list[str]) -> str:
    head, *body = lines
    rows = "\n".join(body)
    return f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _line(cells: Iterable[str]) -> str:
    return _element("tr", "".join(cells))


def _element(name: str, content: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{content}</{name}>"


def _classes(names: str) -> str:
    return f' class="{names.strip()}"' if names.strip() else ""
