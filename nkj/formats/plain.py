"""Any sheet as plain lines, for grep and for screen readers: one row a line, every value behind its
label, nothing drawn.
"""

from __future__ import annotations

from nkj.formats import Page
from nkj.sheets.sheet import Block, Row, Sheet, label


def render(sheet: Sheet, page: Page) -> str:
    """The sheet as lines of text of any length."""
    lines = [_one_line(sheet.title)]
    for block in sheet.blocks:
        lines.append("")
        if block.heading:
            lines.append(_one_line(block.heading))
        lines += map(_one_line, block.intro)
        for name, rows in block.groups:
            if name and not block.sides:
                lines.append(_one_line(name))
            lines += (_row(block, row) for row in rows)
    lines.append("")
    lines += map(_one_line, sheet.notes)
    return "\n".join(lines).strip("\n") + "\n"


def _row(block: Block, row: Row) -> str:
    labelled = [
        f"{label(column.title)}{cell}"
        for column, cell in zip(block.columns, row.cells, strict=True)
        if cell
    ]
    between = "；" if label(block.columns[0].title).endswith("：") else "; "
    return _one_line(between.join(labelled))


def _one_line(text: str) -> str:
    return " ".join(text.split())
