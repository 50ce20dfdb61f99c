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
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_edge=False, header_style="dim")
    for index in shown:
        column = block.columns[index]
        key = column.role == "key"
        table.add_column(Text(column.title), no_wrap=key, overflow="fold", min_width=None if key else _NARROWEST_TEXT // 2)
    details = any(column.role == "detail" for column in block.columns)
    for name, rows in block.groups:
        if name:
            table.add_row(Text(name, style="bold"))
        for row in rows:
            cells = [Text(row.cells[i], style=_style(row)) for i in shown]
            if details:
                cells[-1] = _with_details(cells[-1], block, row)
            table.add_row(*cells)
    console.print(table)


def _with_details(text: Text, block: Block, row: Row) -> Text:
    lines = [text] if text.plain else []
    for column, cell in zip(block.columns, row.cells, strict=True):
        if column.role == "detail" and cell:
            lines.append(Text.assemble((f"{column.title}: ", "dim"), cell))
    return Text("\n").join([*lines, Text("")]) if lines else text


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
