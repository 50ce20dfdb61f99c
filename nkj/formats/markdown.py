"""Any sheet as Markdown that renders on a forge (GitHub's dialect): headings, tables, and a list of
notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from nkj.formats import CHART_WIDTH, Page, bars
from nkj.formats.linking import ids_in, nowhere
from nkj.sheets.sheet import Block, Row, Sheet, faced, label, labelled

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$])")
_LIST = re.compile(r"^(\s*)([-+]|[0-9]+[.)])(?=\s)")
_ADDRESS = re.compile(r"https?://[^\s|<>\[\]`*\\]+")


def render(sheet: Sheet, page: Page) -> str:
    """The sheet as Markdown; on a page with ``id_links``, each id that the sheet has an address of
    leads there, but for those in headings.
    """
    return _Drawing(sheet, page.id_links).whole()


class _Drawing:
    """A sheet being drawn."""

    def __init__(self, sheet: Sheet, id_links: bool) -> None:
        self._sheet = sheet
        self._address_of = (sheet.address_of if id_links else None) or nowhere

    def whole(self) -> str:
        parts = [f"# {_escaped(self._sheet.title)}"]
        level = "##"
        for block in self._sheet.blocks:
            if block.heading:
                parts.append(f"{'##' if block.chapter else level} {_escaped(block.heading)}")
            level = "###" if block.chapter else level
            parts += map(self._paragraph, block.intro)
            if block.chart:
                parts.append(_fenced(bars.text(block.chart, CHART_WIDTH)))
                continue
            if block.sides:
                parts.append(self._two_sided(block, block.sides))
                continue
            for name, rows in block.groups:
                if name:
                    parts.append(f"{level}# {_escaped(name)}")
                parts.append(self._table(block, rows))
        if self._sheet.notes:
            parts.append("\n".join(f"- {self._paragraph(note)}" for note in self._sheet.notes))
        return "\n\n".join(part for part in parts if part) + "\n"

    def _table(self, block: Block, rows: tuple[Row, ...]) -> str:
        """Key, text and tail columns as columns; details, labelled, under the row's last text."""
        shown = [
            i for i, column in enumerate(block.columns) if column.role in ("key", "text", "tail")
        ]
        last = max(at for at, i in enumerate(shown) if block.columns[i].role != "tail")
        lines = [
            _line(self._text(block.columns[i].title) for i in shown),
            _line("---" for _ in shown),
        ]
        for row in rows:
            cells = [self._text(row.cells[i]) for i in shown]
            details = [
                f"{self._text(label(title))}{self._text(cell)}"
                for title, cell in labelled(block.columns, row)
            ]
            cells[last] = "<br>".join(part for part in (cells[last], *details) if part)
            lines.append(_line(cells))
        return "\n".join(lines)

    def _two_sided(self, block: Block, sides: tuple[str, str, str]) -> str:
        """Left and right rows beside each other, the group's name in front, and a column for what
        is neither if there is any.
        """
        front = [""] if any(name for name, _ in block.groups) else []
        neither = any(not row.side for _, rows in block.groups for row in rows)
        heads = [*front, *map(self._text, sides if neither else sides[:2])]
        lines = [_line(heads), _line("---" for _ in heads)]
        for name, rows in block.groups:
            for number, runs in enumerate(faced(rows)):
                cells = ["<br><br>".join(self._cell(block, row) for row in run) for run in runs]
                line = cells if neither else cells[:2]
                if front:
                    line.insert(0, self._text(name) if number == 0 else "")
                lines.append(_line(line))
        return "\n".join(lines)

    def _cell(self, block: Block, row: Row) -> str:
        keys = [
            cell
            for column, cell in zip(block.columns, row.cells, strict=True)
            if column.role == "key" and cell
        ]
        texts = [
            cell
            for column, cell in zip(block.columns, row.cells, strict=True)
            if column.role == "text" and cell
        ]
        lines = [f"**{self._text(' · '.join(keys))}**"] if keys else []
        lines += map(self._text, texts)
        lines += (
            f"{self._text(label(title))}{self._text(cell)}"
            for title, cell in labelled(block.columns, row)
        )
        return "<br>".join(lines)

    def _paragraph(self, text: str) -> str:
        return _LIST.sub(r"\1\\\2", self._text(text))

    def _text(self, text: str) -> str:
        """Text that shows as it stands; addresses are left to be links."""
        parts: list[str] = []
        at = 0
        for address in _ADDRESS.finditer(text):
            parts += (self._ids(text[at : address.start()]), address.group())
            at = address.end()
        parts.append(self._ids(text[at:]))
        return "<br>".join("".join(parts).splitlines())

    def _ids(self, text: str) -> str:
        """A text without addresses, its ids as links where they lead anywhere."""
        return "".join(
            f"[{_escaped(piece)}]({address})" if address else _escaped(piece)
            for piece, address in ids_in(text, self._address_of)
        )


def _fenced(text: str) -> str:
    """Text as it stands, behind a fence that does not occur in it."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _escaped(text: str) -> str:
    """A text with nothing in it that Markdown would take for markup."""
    return _SPECIAL.sub(r"\\\1", text)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
