"""Any sheet as tables for a terminal.

What lives here: widths, folding, tones, and the cards that stand in for a table where the columns do not fit. What does
not: what the sheet says. Key cells (ids, days, marks) are never cut and never broken, at any width and into a pipe.
"""

from __future__ import annotations

import io
from itertools import chain

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nkj.views.sheet import Block, Column, Row, Sheet

_GAP = 2
_NARROWEST_TEXT = 22
_DETAIL_WIDTH = 56


def render(sheet: Sheet, width: int, colour: bool) -> str:
    """The sheet drawn ``width`` columns wide; with terminal styles only if ``colour``."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width, 20),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(Text(sheet.title, style="bold"))
    for block in sheet.blocks:
        console.print()
        _block(console, block)
    if sheet.notes:
        console.print()
    for note in sheet.notes:
        console.print(Text(note, style="dim"))
    text = out.getvalue()
    lines = text.splitlines() if colour else [line.rstrip() for line in text.splitlines()]
    kept = [line for line, after in zip(lines, [*lines[1:], ""], strict=True) if line.strip() or after.strip()]
    return "\n".join(kept) + "\n"


def _block(console: Console, block: Block) -> None:
    if block.heading:
        console.print(Text(block.heading, style="bold underline" if block.columns else "bold"))
    for line in block.intro:
        console.print(Padding(Text(line), (0, 0, 0, 2)))
    rows = list(chain.from_iterable(rows for _, rows in block.groups))
    if not rows:
        return
    if block.intro:
        console.print()
    shown = [i for i, column in enumerate(block.columns) if column.role != "detail"]
    least = sum(_least(block.columns[i], i, rows) + _GAP for i in shown)
    if least <= console.width:
        _table(console, block, shown)
    else:
        _cards(console, block, shown)


def _least(column: Column, index: int, rows: list[Row]) -> int:
    widest = max(cell_len(column.title), *(cell_len(row.cells[index]) for row in rows))
    return widest if column.role == "key" else min(widest, _NARROWEST_TEXT)


def _table(console: Console, block: Block, shown: list[int]) -> None:
    """Rows under common columns; details below each row, at full width from the last text on, so that no id is broken."""
    rows = list(chain.from_iterable(rows for _, rows in block.groups))
    widths = _widths(console, block, shown, rows)
    _lines(console, [[Text(block.columns[i].title, style="dim") for i in shown]], widths)
    indent = sum(width + _GAP for width in widths[:-1])
    if console.width - indent < _DETAIL_WIDTH:
        indent = 4
    detailed = any(column.role == "detail" for column in block.columns)
    for name, members in block.groups:
        if name:
            console.print(Text(name, style="bold"))
        lines = [[Text(row.cells[i], style=_style(row)) for i in shown] for row in members]
        if not detailed:
            _lines(console, lines, widths)
            continue
        for row, line in zip(members, lines, strict=True):
            _lines(console, [line], widths)
            _details(console, block, row, indent)


def _details(console: Console, block: Block, row: Row, indent: int) -> None:
    told = False
    for column, cell in zip(block.columns, row.cells, strict=True):
        if column.role == "detail" and cell:
            line = Text.assemble((f"{column.title}: ", "dim"), cell, overflow="fold")
            console.print(Padding(line, (0, 0, 0, indent)))
            told = True
    if told:
        console.print()


def _widths(console: Console, block: Block, shown: list[int], rows: list[Row]) -> list[int]:
    """The width of each column: keys as wide as they are, texts sharing what is left, as wide as they need at most."""
    need = [max(cell_len(block.columns[i].title), *(cell_len(row.cells[i]) for row in rows)) for i in shown]
    texts = [at for at, i in enumerate(shown) if block.columns[i].role != "key"]
    left = console.width - _GAP * (len(shown) - 1) - sum(need[at] for at in range(len(shown)) if at not in texts)
    for done, at in enumerate(sorted(texts, key=lambda at: need[at])):
        need[at] = min(need[at], left // (len(texts) - done))
        left -= need[at]
    return need


def _lines(console: Console, lines: list[list[Text]], widths: list[int]) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_header=False, show_edge=False)
    for width in widths:
        table.add_column(width=width, overflow="fold")
    for line in lines:
        table.add_row(*line)
    console.print(table)


def _cards(console: Console, block: Block, shown: list[int]) -> None:
    for name, rows in block.groups:
        if name:
            console.print(Text(name, style="bold"))
        for row in rows:
            head, *rest = shown
            console.print(Padding(Text(row.cells[head], style="bold", overflow="fold"), (0, 0, 0, 1)))
            others = [i for i in range(len(row.cells)) if i in rest or block.columns[i].role == "detail"]
            for index in others:
                if row.cells[index]:
                    line = Text.assemble((f"{block.columns[index].title}: ", "dim"), row.cells[index], overflow="fold")
                    console.print(Padding(line, (0, 0, 0, 3)))


def _style(row: Row) -> str:
    return {"strong": "bold", "dim": "dim", "warn": "yellow"}.get(row.tone, "")
