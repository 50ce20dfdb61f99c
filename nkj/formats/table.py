"""Any sheet as tables for a terminal.

What lives here: widths, tones, the two columns of a two-sided block, and the cards that stand in
for a table where the columns do not fit. What does not: what the sheet says, and where a line may
break (``folding``). Key cells (ids, days, marks) are never cut and never broken, at any width and
into a pipe.

Lines are put together here and not by Rich's tables: drawing status with them took as long again as
all the rest of the program (docs/performance.md). Rich still knows how wide a character is and how
a style is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from nkj.formats import Page
from nkj.formats.folding import fold, narrowest
from nkj.sheets.sheet import Block, Column, Row, Sheet, faced, label, labelled

_GAP = 2
_NARROWEST_TEXT = 18
_DETAIL_WIDTH = 56
#: Prose is no wider than this, however wide the terminal.
_PROSE = 120
_DIVIDER = " │ "
_NARROWEST_SIDE = 36
_LEAST_SIDE = 22


class _Span(NamedTuple):
    """A piece of a line in one style: words of Rich's style language, or nothing."""

    text: str
    style: str = ""


Line = Sequence[_Span]


def render(sheet: Sheet, page: Page) -> str:
    """The sheet as wide as the page; with terminal styles only if the page has colour."""
    paper = _Paper(max(page.width, 20))
    paper.say(sheet.title, style="bold")
    for block in sheet.blocks:
        paper.blank()
        _block(paper, block)
    if sheet.notes:
        paper.blank()
    for note in sheet.notes:
        paper.say(note, style="dim")
    return paper.text(page.colour)


class _Paper:
    """The lines drawn so far."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Line] = []

    def line(self, *spans: _Span) -> None:
        self.lines.append(spans)

    def blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def say(
        self, text: str, *, indent: int = 0, style: str = "", front: str = "", most: int = 0
    ) -> None:
        """A text folded to the page, with a label in front if there is one; ``most`` limits the
        width further.
        """
        width = self.width - indent
        for line in _styled(text, min(width, most) if most else width, style, front):
            self.line(_Span(" " * indent), *line)

    def text(self, colour: bool) -> str:
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        if not colour:
            return "".join(
                "".join(span.text for span in line).rstrip() + "\n" for line in self.lines
            )
        from rich.color import ColorSystem
        from rich.style import Style

        styles = {
            style: Style.parse(style)
            for style in {span.style for line in self.lines for span in line if span.style}
        }

        def styled(span: _Span) -> str:
            if not span.style:
                return span.text
            return styles[span.style].render(span.text, color_system=ColorSystem.STANDARD)

        return "".join("".join(map(styled, line)).rstrip() + "\n" for line in self.lines)


def _styled(text: str, width: int, style: str = "", front: str = "") -> list[Line]:
    """The lines of a text in a style, the label in front of them dim."""
    if not front:
        return [(_Span(line, style),) for line in fold(text, width)]
    lead = label(front)
    first, *rest = fold(lead + text, width)
    cut = min(len(lead), len(first))
    return [
        (_Span(first[:cut], "dim"), _Span(first[cut:], style)),
        *((_Span(line, style),) for line in rest),
    ]


def _block(paper: _Paper, block: Block) -> None:
    if block.chapter:
        paper.line(_Span("━" * paper.width, "dim"))
    if block.heading:
        paper.say(block.heading, style="bold underline" if block.columns else "bold")
    for line in block.intro:
        paper.say(line, indent=2, most=_PROSE)
    rows = list(chain.from_iterable(rows for _, rows in block.groups))
    if not rows:
        return
    if block.intro:
        paper.blank()
    if block.sides:
        _two_sided(paper, block, block.sides)
        return
    shown = [i for i, column in enumerate(block.columns) if column.role in ("key", "text")]
    least = sum(_least(block.columns[i], i, rows) + _GAP for i in shown)
    if least <= paper.width:
        _table(paper, block, shown, rows)
    else:
        _cards(paper, block, shown)


def _least(column: Column, index: int, rows: list[Row]) -> int:
    widest = max(cell_len(column.title), *(cell_len(row.cells[index]) for row in rows))
    if column.role == "key":
        return widest
    return max(min(widest, _NARROWEST_TEXT), *(narrowest(row.cells[index]) for row in rows))


def _table(paper: _Paper, block: Block, shown: list[int], rows: list[Row]) -> None:
    """Rows under common columns; details below each row, at full width from the last text on, so
    that no id is broken.
    """
    widths = _widths(paper.width, block, shown, rows)
    _cells(paper, [block.columns[i].title for i in shown], widths, "dim")
    indent = sum(width + _GAP for width in widths[:-1])
    if paper.width - indent < _DETAIL_WIDTH:
        indent = 4
    for name, members in block.groups:
        if name:
            paper.say(name, style="bold")
        for row in members:
            _cells(paper, [row.cells[i] for i in shown], widths, _style(row))
            details = list(labelled(block.columns, row))
            for title, cell in details:
                paper.say(cell, indent=indent, front=title)
            if details:
                paper.blank()


def _widths(width: int, block: Block, shown: list[int], rows: list[Row]) -> list[int]:
    """The width of each column: keys as wide as they are, texts sharing what is left, as wide as
    they need at most.
    """
    need = [
        max(cell_len(block.columns[i].title), *(cell_len(row.cells[i]) for row in rows))
        for i in shown
    ]
    texts = [at for at, i in enumerate(shown) if block.columns[i].role != "key"]
    left = (
        width
        - _GAP * (len(shown) - 1)
        - sum(need[at] for at in range(len(shown)) if at not in texts)
    )
    for done, at in enumerate(sorted(texts, key=lambda at: need[at])):
        need[at] = min(need[at], left // (len(texts) - done))
        left -= need[at]
    return need


def _cells(paper: _Paper, cells: Iterable[str], widths: list[int], style: str) -> None:
    """One row of cells, each folded to its column."""
    columns = [fold(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=""):
        padded = (
            part + " " * (width - cell_len(part) + _GAP)
            for part, width in zip(parts, widths, strict=True)
        )
        paper.line(_Span("".join(padded).rstrip(), style))


class _Halves(NamedTuple):
    """The widths of a two-sided block: of the name in front (0 where it stands above), and of the
    left and the right side.
    """

    front: int
    left: int
    right: int

    @classmethod
    def of(cls, width: int, widest_name: int) -> _Halves:
        front = widest_name + _GAP if widest_name else 0
        if (width - front - len(_DIVIDER)) // 2 < _NARROWEST_SIDE:
            front = 0
        left = (width - front - len(_DIVIDER)) // 2
        return cls(front, left, width - front - len(_DIVIDER) - left)

    def rule(self) -> tuple[_Span, _Span]:
        """A line across both sides."""
        line = f"{'─' * self.left}─┼─{'─' * self.right}"
        return _Span(" " * self.front), _Span(line, "dim")

    def beside(self, left: Line, right: Line) -> Line:
        """A line of the left side and one of the right."""
        return (*_filled(left, self.left), _Span(_DIVIDER, "dim"), *right)


def _two_sided(paper: _Paper, block: Block, sides: tuple[str, str, str]) -> None:
    """Left and right rows beside each other; the group's name (a day) in front of them, or above
    where that is too narrow.
    """
    widest = max(cell_len(name) for name, _ in block.groups)
    halves = _Halves.of(paper.width, widest)
    if halves.left < _LEAST_SIDE:
        _stacked(paper, block, sides)
        return
    heads = halves.beside([_Span(sides[0], "bold")], [_Span(sides[1], "bold")])
    paper.line(_Span(" " * halves.front), *heads)
    paper.line(*halves.rule())
    for at, (name, rows) in enumerate(block.groups):
        if at and not widest:
            paper.line(*halves.rule())
        if name and not halves.front:
            line = "─" * (paper.width - cell_len(name) - 1)
            paper.line(_Span(name, "bold"), _Span(f" {line}", "dim"))
        in_front = name if halves.front else ""
        for line_of_both in _lines_of_both(block, rows, halves, paper.width):
            padding = " " * (halves.front - cell_len(in_front))
            paper.line(_Span(in_front + padding, "bold"), *line_of_both)
            in_front = ""


def _lines_of_both(
    block: Block, rows: tuple[Row, ...], halves: _Halves, width: int
) -> Iterator[Line]:
    """The lines of a group: those of each side beside each other, what is neither's across both."""
    for left, right, neither in faced(rows):
        for row in neither:
            yield from _cell(block, row, width - halves.front)
        if not neither:
            pairs = zip_longest(
                _joined(block, left, halves.left), _joined(block, right, halves.right), fillvalue=()
            )
            yield from (halves.beside(*pair) for pair in pairs)


def _stacked(paper: _Paper, block: Block, sides: tuple[str, str, str]) -> None:
    """The sides below each other, each row under its side's name: for a terminal too narrow for two
    columns.
    """
    for name, rows in block.groups:
        if name:
            paper.say(name, style="bold")
        for row in rows:
            paper.say(
                {"left": sides[0], "right": sides[1]}.get(row.side, sides[2]), indent=1, style="dim"
            )
            for line in _cell(block, row, paper.width - 3):
                paper.line(_Span("   "), *line)


def _joined(block: Block, rows: tuple[Row, ...], width: int) -> list[Line]:
    """Several rows as the lines of one cell; where they have details, with a line between them."""
    lines: list[Line] = []
    for row in rows:
        if lines and any(column.role == "detail" for column in block.columns):
            lines.append(())
        lines += _cell(block, row, width)
    return lines


def _cell(block: Block, row: Row, width: int) -> list[Line]:
    """A row as the lines of one cell: its keys, its texts, and its details, each from a line of its
    own.
    """
    pairs = list(zip(block.columns, row.cells, strict=True))
    keys = " · ".join(cell for column, cell in pairs if column.role == "key" and cell)
    lines = _styled(keys, width, "bold") if keys else []
    for column, cell in pairs:
        if column.role == "text" and cell:
            lines += _styled(cell, width)
    for title, cell in labelled(block.columns, row):
        lines += _styled(cell, width, front=title)
    return lines


def _filled(line: Line, width: int) -> Line:
    """The line with spaces behind it up to a width; wide characters take two places."""
    return (*line, _Span(" " * (width - sum(cell_len(span.text) for span in line))))


def _cards(paper: _Paper, block: Block, shown: list[int]) -> None:
    head, *rest = shown
    for name, rows in block.groups:
        if name:
            paper.say(name, style="bold")
        for row in rows:
            paper.say(row.cells[head], indent=1, style="bold")
            for index, column in enumerate(block.columns):
                if row.cells[index] and (index in rest or column.role == "detail"):
                    paper.say(row.cells[index], indent=3, front=column.title)


def _style(row: Row) -> str:
    return {"strong": "bold", "dim": "dim", "warn": "yellow"}.get(row.tone, "")
