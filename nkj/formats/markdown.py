"""Any sheet as Markdown that renders on a forge (GitHub's dialect): headings, tables, and a list of
notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from nkj.formats import CHART_WIDTH, Page, bars
from nkj.sheets.sheet import Block, Row, Sheet, faced, label, labelled

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$])")
_LIST = re.compile(r"^(\s*)([-+]|[0-9]+[.)])(?=\s)")
_ADDRESS = re.compile(r"https?://[^\s|<>\[\]`*\\]+")


def render(sheet: Sheet, page: Page) -> str:
    """The sheet as Markdown."""
    parts = [f"# {_text(sheet.title)}"]
    level = "##"
    for block in sheet.blocks:
        if block.heading:
            parts.append(f"{'##' if block.chapter else level} {_text(block.heading)}")
        level = "###" if block.chapter else level
        parts += map(_paragraph, block.intro)
        if block.chart:
            parts.append(_fenced(bars.text(block.chart, CHART_WIDTH)))
            continue
        if block.sides:
            parts.append(_two_sided(block, block.sides))
            continue
        for name, rows in block.groups:
            if name:
                parts.append(f"{level}# {_text(name)}")
            parts.append(_table(block, rows))
    if sheet.notes:
        parts.append("\n".join(f"- {_paragraph(note)}" for note in sheet.notes))
    return "\n\n".join(part for part in parts if part) + "\n"


def _fenced(text: str) -> str:
    """Text as it stands, behind a fence that does not occur in it."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _table(block: Block, rows: tuple[Row, ...]) -> str:
    """Key, text and tail columns as columns; details, labelled, under the row's last text."""
    shown = [i for i, column in enumerate(block.columns) if column.role in ("key", "text", "tail")]
    last = max(at for at, i in enumerate(shown) if block.columns[i].role != "tail")
    lines = [_line(_text(block.columns[i].title) for i in shown), _line("---" for _ in shown)]
    for row in rows:
        cells = [_text(row.cells[i]) for i in shown]
        details = [
            f"{_text(label(title))}{_text(cell)}" for title, cell in labelled(block.columns, row)
        ]
        cells[last] = "<br>".join(part for part in (cells[last], *details) if part)
        lines.append(_line(cells))
    return "\n".join(lines)


def _two_sided(block: Block, sides: tuple[str, str, str]) -> str:
    """Left and right rows beside each other, the group's name in front, and a column for what is
    neither if there is any.
    """
    front = [""] if any(name for name, _ in block.groups) else []
    neither = any(not row.side for _, rows in block.groups for row in rows)
    heads = [*front, *map(_text, sides if neither else sides[:2])]
    lines = [_line(heads), _line("---" for _ in heads)]
    for name, rows in block.groups:
        for number, runs in enumerate(faced(rows)):
            cells = ["<br><br>".join(_cell(block, row) for row in run) for run in runs]
            line = cells if neither else cells[:2]
            if front:
                line.insert(0, _text(name) if number == 0 else "")
            lines.append(_line(line))
    return "\n".join(lines)


def _cell(block: Block, row: Row) -> str:
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
    lines = [f"**{_text(' · '.join(keys))}**"] if keys else []
    lines += map(_text, texts)
    lines += (f"{_text(label(title))}{_text(cell)}" for title, cell in labelled(block.columns, row))
    return "<br>".join(lines)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _paragraph(text: str) -> str:
    return _LIST.sub(r"\1\\\2", _text(text))


def _text(text: str) -> str:
    """Text that shows as it stands: what Markdown would take for markup is escaped; addresses are
    left to be links.
    """
    parts: list[str] = []
    at = 0
    for address in _ADDRESS.finditer(text):
        parts += (_SPECIAL.sub(r"\\\1", text[at : address.start()]), address.group())
        at = address.end()
    parts.append(_SPECIAL.sub(r"\\\1", text[at:]))
    return "<br>".join("".join(parts).splitlines())
