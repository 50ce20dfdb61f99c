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

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from nkj.formats import Page
from nkj.formats.folding import fold, narrowest
from nkj.formats.linking import linked
from nkj.sheets.sheet import Block, Row, Sheet, faced, label, labelled

_GAP = 2
_NARROWEST_TEXT = 18
_DETAIL_WIDTH = 56
#: A tail is a column only where it leaves the texts this much.
_BESIDE_TAIL = 28
#: From this width on, rows that are worth a line each leave out the tails that find no column.
_COMMON_WIDTH = 72
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

#: One colour a meaning: what was kept, what was broken, what is doubted.
_STYLES = {"strong": "bold", "dim": "dim", "warn": "magenta", "kept": "green", "broken": "red"}


def render(sheet: Sheet, page: Page) -> str:
    """The sheet as wide as the page; with terminal styles only if the page has colour."""
    paper = _Paper(max(page.width, 20))
    paper.say(sheet.title, style="bold")
    for block in sheet.blocks:
        if not sheet.tight:
            paper.blank()
        _block(paper, block)
    if sheet.notes and not sheet.tight:
        paper.blank()
    for note in sheet.notes:
        paper.say(note, style="dim")
    return paper.text(page.colour, sheet.address_of if page.links else None)


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
        for line in _styled(text, min(width, most) if most else width, style, front, whole=True):
            self.line(_Span(" " * indent), *line)

    def say_behind(self, text: str, *, indent: int, after: bool) -> None:
        """A dim text behind the last line, if ``after`` and there is room; else on its own."""
        used = sum(cell_len(span.text) for span in self.lines[-1]) if self.lines else 0
        if after and used + _GAP + cell_len(text) <= self.width:
            self.lines[-1] = (*self.lines[-1], _Span(" " * _GAP + text, "dim"))
        else:
            self.say(text, indent=indent, style="dim")

    def text(self, colour: bool, address_of: Callable[[str], str] | None = None) -> str:
        """The lines, with terminal styles if they are wanted, and with links to what
        ``address_of`` knows.
        """
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
            text = span.text
            if span.style:
                text = styles[span.style].render(text, color_system=ColorSystem.STANDARD)
            return linked(text, address_of) if address_of else text

        return "".join("".join(map(styled, line)).rstrip() + "\n" for line in self.lines)


def _styled(
    text: str, width: int, style: str = "", front: str = "", whole: bool = False
) -> list[Line]:
    """The lines of a text in a style, the label in front of them dim. ``whole`` leaves an address
    unbroken that is wider by itself: a terminal wraps it so that it can still be followed.
    """
    if not front:
        return [(_Span(line, style),) for line in fold(text, width, whole)]
    lead = label(front)
    first, *rest = fold(lead + text, width, whole)
    cut = min(len(lead), len(first))
    return [
        (_Span(first[:cut], "dim"), _Span(first[cut:], style)),
        *((_Span(line, style),) for line in rest),
    ]


def _block(paper: _Paper, block: Block) -> None:
    if block.chapter:
        paper.line(_Span("━" * paper.width, "dim"))
    if block.heading and not _heads_a_column(block):
        paper.say(block.heading, style="bold underline" if block.columns else "bold")
    for line in block.intro:
        paper.say(line, indent=2, most=_PROSE)
    rows = list(chain.from_iterable(rows for _, rows in block.groups))
    if not rows:
        return
    if block.intro:
        paper.blank()
    if block.chart:
        from nkj.formats import bars  # most answers have none

        for pieces in bars.lines(block.chart, paper.width):
            paper.line(*(_Span(*piece) for piece in pieces))
        return
    if block.sides:
        _two_sided(paper, block, block.sides)
        return
    shown = [i for i, column in enumerate(block.columns) if column.role in ("key", "text")]
    least = sum(width + _GAP for width in _least(block, shown, rows))
    if least <= paper.width:
        _table(paper, block, shown, rows)
    else:
        _cards(paper, block, shown)


def _heads_a_column(block: Block) -> bool:
    """True if the heading stands for the first column's title."""
    return block.one_line and bool(block.groups) and block.columns[0].role == "text"


def _least(block: Block, shown: list[int], rows: list[Row]) -> list[int]:
    """The width that each column needs at least."""
    least = _needed(block, shown, [_cells_of(row, shown) for row in rows])
    for at, i in enumerate(shown):
        if block.columns[i].role == "text":
            longest = max(narrowest(row.cells[i]) for row in rows)
            least[at] = max(min(least[at], _NARROWEST_TEXT), longest)
    return least


def _needed(block: Block, shown: list[int], lines: list[list[str]]) -> list[int]:
    """The width that each column needs so that no cell of it is folded.

    A key wider than its column's others runs on into the next where that is empty in its row: one
    unknown day of a span is twice as long as a day, and seldom has an end beside it.
    """
    need = [cell_len(block.columns[i].title) for i in shown]
    if _heads_a_column(block):
        need[0] = cell_len(block.heading)
    running: list[tuple[int, int]] = []
    for cells in lines:
        for at, cell in enumerate(cells):
            size = cell_len(cell)
            if at + 1 < len(cells) and cell and not cells[at + 1] and _both_keys(block, shown, at):
                running.append((at, size))
            else:
                need[at] = max(need[at], size)
    for at, size in running:
        need[at] = max(need[at], size - _GAP - need[at + 1])
    return need


def _both_keys(block: Block, shown: list[int], at: int) -> bool:
    return all(block.columns[i].role == "key" for i in shown[at : at + 2])


def _cells_of(row: Row, shown: list[int]) -> list[str]:
    return [row.cells[i] for i in shown]


def _table(paper: _Paper, block: Block, shown: list[int], rows: list[Row]) -> None:
    """Rows under common columns; details below each row, at full width from the last text on, so
    that no id is broken.
    """
    tail = next((i for i, column in enumerate(block.columns) if column.role == "tail"), None)
    beside = tail is not None and _has_room(paper.width, block, shown, rows, tail)
    room = paper.width
    if tail is not None and beside:
        room -= _GAP + _tail_width(block, rows, tail)
    lines = _lines(room, block, shown, rows)
    widths = _widths(room, block, shown, lines)
    head = block.columns[tail].title if tail is not None and beside else ""
    titles = [block.columns[i].title for i in shown]
    keys = {at for at, i in enumerate(shown) if block.columns[i].role == "key"}
    if _heads_a_column(block):
        _cells(paper, [block.heading, *titles[1:]], widths, keys, "bold underline", head)
    elif not block.one_line:
        _cells(paper, titles, widths, keys, "dim", head)
    indent = sum(width + _GAP for width in widths[:-1])
    if paper.width - indent < _DETAIL_WIDTH:
        indent = 4
    told = iter(lines)
    for name, members in block.groups:
        if name:
            paper.say(name, style="bold")
        for row in members:
            last = row.cells[tail] if tail is not None else ""
            _cells(paper, next(told), widths, keys, _style(row), last if beside else "")
            details = list(labelled(block.columns, row))
            for title, cell in details:
                paper.say(cell, indent=indent, front=title)
            if last and not beside and not (block.one_line and paper.width >= _COMMON_WIDTH):
                paper.say_behind(last, indent=4, after=bool(details))
            if details:
                paper.blank()


def _tail_width(block: Block, rows: list[Row], tail: int) -> int:
    return max(cell_len(block.columns[tail].title), *(cell_len(row.cells[tail]) for row in rows))


def _has_room(width: int, block: Block, shown: list[int], rows: list[Row], tail: int) -> bool:
    """True if the texts have room enough with the tail beside them."""
    need = _needed(block, shown, [[(row.brief or row.cells)[i] for i in shown] for row in rows])
    keys = [need[at] for at, i in enumerate(shown) if block.columns[i].role == "key"]
    texts = [need[at] for at, i in enumerate(shown) if block.columns[i].role != "key"]
    left = width - _tail_width(block, rows, tail) - sum(keys) - _GAP * len(shown)
    return left >= min(sum(texts), _BESIDE_TAIL * len(texts))


def _lines(room: int, block: Block, shown: list[int], rows: list[Row]) -> list[list[str]]:
    """The cells of each row: in fewer words where its own take more than a line."""
    full = [_cells_of(row, shown) for row in rows]
    widths = _widths(room, block, shown, full)
    return [
        [row.brief[i] for i in shown]
        if row.brief and any(cell_len(c) > w for c, w in zip(cells, widths, strict=True))
        else cells
        for row, cells in zip(rows, full, strict=True)
    ]


def _widths(room: int, block: Block, shown: list[int], lines: list[list[str]]) -> list[int]:
    """The width of each column: keys as wide as they are, texts sharing what is left, as wide as
    they need at most.
    """
    need = _needed(block, shown, lines)
    texts = [at for at, i in enumerate(shown) if block.columns[i].role != "key"]
    keys = sum(size for at, size in enumerate(need) if at not in texts)
    left = room - _GAP * (len(shown) - 1) - keys
    for done, at in enumerate(sorted(texts, key=lambda at: need[at])):
        need[at] = min(need[at], left // (len(texts) - done))
        left -= need[at]
    return need


def _cells(
    paper: _Paper,
    cells: Sequence[str],
    widths: list[int],
    keys: set[int],
    style: str,
    tail: str = "",
) -> None:
    """One row of cells, each text folded to its column; the tail, dim, behind the first line."""
    columns = []
    for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        # A key that runs on into the next column is the only cell wider than its own.
        last = at == len(widths) - 1 and not tail
        columns.append([cell] if at in keys else fold(cell, width, whole_addresses=last))
    for number, parts in enumerate(zip_longest(*columns, fillvalue="")):
        line, place = "", 0
        for part, width in zip(parts, widths, strict=True):
            if part:
                line += " " * (place - cell_len(line)) + part
            place += width + _GAP
        if tail and number == 0:
            space = " " * (place - cell_len(line))
            paper.line(_Span(line, style), _Span(space + tail, "dim"))
        else:
            paper.line(_Span(line, style))


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
    lines = _styled(keys, width, f"bold {_style(row)}".strip()) if keys else []
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
                elif row.cells[index] and column.role == "tail":
                    paper.say(row.cells[index], indent=3, style="dim")


def _style(row: Row) -> str:
    return _STYLES.get(row.tone, "")
