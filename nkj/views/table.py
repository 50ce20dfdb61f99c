"""Any sheet as tables for a terminal.

What lives here: widths, folding, tones, and the cards that stand in for a table where the columns do not fit. What does
not: what the sheet says. Key cells (ids, days, marks) are never cut and never broken, at any width and into a pipe.
"""

from __future__ import annotations

import io
from itertools import chain, zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from nkj.views.folding import fold, narrowest
from nkj.views.sheet import Block, Column, Row, Sheet, faced, labelled
from nkj.views.sheet import label as put_label

_GAP = 2
_NARROWEST_TEXT = 18
_DETAIL_WIDTH = 56
#: Prose is no wider than this, however wide the terminal.
_PROSE = 120
_DIVIDER = " │ "
_NARROWEST_SIDE = 36
_LEAST_SIDE = 22


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
    _print(console, sheet.title, style="bold")
    for block in sheet.blocks:
        console.print()
        _block(console, block)
    if sheet.notes:
        console.print()
    for note in sheet.notes:
        _print(console, note, style="dim")
    text = out.getvalue()
    lines = text.splitlines() if colour else [line.rstrip() for line in text.splitlines()]
    kept = [line for line, after in zip(lines, [*lines[1:], ""], strict=True) if line.strip() or after.strip()]
    return "\n".join(kept) + "\n"


def _block(console: Console, block: Block) -> None:
    if block.chapter:
        console.print(Text("━" * console.width, style="dim"))
    if block.heading:
        _print(console, block.heading, style="bold underline" if block.columns else "bold")
    for line in block.intro:
        for piece in fold(line, min(console.width - 2, _PROSE)):
            console.print(Text(f"  {piece}"), overflow="ignore", no_wrap=True)
    rows = list(chain.from_iterable(rows for _, rows in block.groups))
    if not rows:
        return
    if block.intro:
        console.print()
    if block.sides:
        _two_sided(console, block, block.sides)
        return
    shown = [i for i, column in enumerate(block.columns) if column.role in ("key", "text")]
    least = sum(_least(block.columns[i], i, rows) + _GAP for i in shown)
    if least <= console.width:
        _table(console, block, shown)
    else:
        _cards(console, block, shown)


def _least(column: Column, index: int, rows: list[Row]) -> int:
    widest = max(cell_len(column.title), *(cell_len(row.cells[index]) for row in rows))
    if column.role == "key":
        return widest
    return max(min(widest, _NARROWEST_TEXT), *(narrowest(row.cells[index]) for row in rows))


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
            _print(console, name, style="bold")
        lines = [[Text(row.cells[i], style=_style(row)) for i in shown] for row in members]
        if not detailed:
            _lines(console, lines, widths)
            continue
        for row, line in zip(members, lines, strict=True):
            _lines(console, [line], widths)
            _details(console, block, row, indent)


def _details(console: Console, block: Block, row: Row, indent: int) -> None:
    details = list(labelled(block.columns, row))
    for title, cell in details:
        _print(console, cell, indent=indent, label=title)
    if details:
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
        table.add_row(*(Text("\n".join(fold(cell.plain, width)), cell.style) for cell, width in zip(line, widths, strict=True)))
    console.print(table)


def _two_sided(console: Console, block: Block, sides: tuple[str, str, str]) -> None:
    """Left and right rows beside each other; the group's name (a day) in front of them, or above where that is too narrow."""
    label = max(cell_len(name) for name, _ in block.groups)
    front = label + _GAP if label else 0
    if (console.width - front - len(_DIVIDER)) // 2 < _NARROWEST_SIDE:
        front = 0
    left = (console.width - front - len(_DIVIDER)) // 2
    if left < _LEAST_SIDE:
        _stacked(console, block, sides)
        return
    right = console.width - front - len(_DIVIDER) - left
    space = " " * front
    rule = f"{'─' * left}─┼─{'─' * right}"
    heads = Text.assemble(space, (sides[0], "bold"), " " * (left - cell_len(sides[0])), _DIVIDER, (sides[1], "bold"))
    console.print(heads, overflow="ignore", no_wrap=True)
    console.print(Text(space + rule, style="dim"))
    for at, (name, rows) in enumerate(block.groups):
        if at and not label:
            console.print(Text(space + rule, style="dim"))
        if name and not front:
            dashes = "─" * (console.width - cell_len(name) - 1)
            console.print(Text.assemble((name, "bold"), " ", (dashes, "dim")), overflow="ignore", no_wrap=True)
        pending = name if front else ""
        for number, (one, two, neither) in enumerate(faced(rows)):
            if neither:
                lines = [[line] for row in neither for line in _cell(block, row, console.width - front)]
            else:
                cells = _joined(block, one, left), _joined(block, two, right)
                lines = [[_filled(a, left), Text(_DIVIDER, "dim"), b] for a, b in zip_longest(*cells, fillvalue=Text())]
            if number and not label:
                console.print()
            for line in lines:
                console.print(Text.assemble((pending.ljust(front), "bold"), *line), overflow="ignore", no_wrap=True)
                pending = ""


def _joined(block: Block, rows: tuple[Row, ...], width: int) -> list[Text]:
    """Several rows as the lines of one cell; where they have details, with a line between them."""
    lines: list[Text] = []
    for row in rows:
        if lines and any(column.role == "detail" for column in block.columns):
            lines.append(Text())
        lines += _cell(block, row, width)
    return lines


def _stacked(console: Console, block: Block, sides: tuple[str, str, str]) -> None:
    """The sides below each other, each row under its side's name: for a terminal too narrow for two columns."""
    for name, rows in block.groups:
        if name:
            _print(console, name, style="bold")
        for row in rows:
            _print(console, {"left": sides[0], "right": sides[1]}.get(row.side, sides[2]), indent=1, style="dim")
            for line in _cell(block, row, console.width - 3):
                console.print(Text.assemble("   ", line), overflow="ignore", no_wrap=True)


def _filled(text: Text, width: int) -> Text:
    """The text with spaces behind it up to a width; wide characters take two places."""
    return Text.assemble(text, " " * (width - cell_len(text.plain)))


def _cell(block: Block, row: Row, width: int) -> list[Text]:
    """A row as the lines of one cell: its keys, its texts, and its details, each from a line of its own."""
    pairs = list(zip(block.columns, row.cells, strict=True))
    keys = " · ".join(cell for column, cell in pairs if column.role == "key" and cell)
    lines = _styled(keys, width, "bold") if keys else []
    for column, cell in pairs:
        if column.role == "text" and cell:
            lines += _styled(cell, width)
    for title, cell in labelled(block.columns, row):
        lines += _styled(cell, width, label=title)
    return lines


def _print(console: Console, text: str, *, indent: int = 0, style: str = "", label: str = "") -> None:
    """Print a text folded to the console's width, with a label in front if there is one."""
    for line in _styled(text, console.width - indent, style, label):
        console.print(Text.assemble(" " * indent, line), overflow="ignore", no_wrap=True)


def _styled(text: str, width: int, style: str = "", label: str = "") -> list[Text]:
    """The lines of a text in a style, the label in front of them dim."""
    if not label:
        return [Text(line, style) for line in fold(text, width)]
    front = put_label(label)
    first, *rest = fold(front + text, width)
    lead = min(len(front), len(first))
    return [Text.assemble((first[:lead], "dim"), (first[lead:], style)), *(Text(line, style) for line in rest)]


def _cards(console: Console, block: Block, shown: list[int]) -> None:
    for name, rows in block.groups:
        if name:
            console.print(Text(name, style="bold"))
        for row in rows:
            head, *rest = shown
            _print(console, row.cells[head], indent=1, style="bold")
            others = [i for i in range(len(row.cells)) if i in rest or block.columns[i].role == "detail"]
            for index in others:
                if row.cells[index]:
                    _print(console, row.cells[index], indent=3, label=block.columns[index].title)


def _style(row: Row) -> str:
    return {"strong": "bold", "dim": "dim", "warn": "yellow"}.get(row.tone, "")
