"""The sheet: what an answer says, before any format.

What lives here: titles, blocks of rows, notes, and which side of a two-sided block a row stands on.
What does not: widths, colours, markup (one module a format), or what to say (``status`` and its
neighbours).
"""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple
from unicodedata import east_asian_width

Role = Literal["key", "text", "detail", "aside", "tail"]
Tone = Literal["", "strong", "dim", "warn", "kept", "broken"]
Side = Literal["", "left", "right"]


class Column(NamedTuple):
    """A column.

    ``key`` cells (ids, days, marks) are never cut or broken; ``text`` folds; ``detail`` stands,
    labelled, under the row's last text where a format has no room for a column; ``aside`` is told
    only by formats that write each row by itself, because in the others the row's place or another
    block says it. ``tail`` is the id of what a row is about, last and dim: a column where there is
    room, else below the row.
    """

    key: str
    title: str
    role: Role = "text"


class Row(NamedTuple):
    """One cell a column. ``tone`` underlines what the words say already; it never carries meaning
    alone. ``brief`` are the same cells in fewer words, for a table in which a row's own words take
    more than a line.
    """

    cells: tuple[str, ...]
    tone: Tone = ""
    side: Side = ""
    brief: tuple[str, ...] = ()


class Run(NamedTuple):
    """Days that bear one mark: from ``first`` to the day before ``after``, or for good."""

    mark: str
    first: int
    after: int | None


class Lane(NamedTuple):
    """A row of days: its name, the same in fewer words, and what the marks do not say.

    ``kind`` says how a format with fewer places than days sums them up (``formats.bars``).
    ``notches`` are single days within the runs; ``is_open`` is true where the last goes on.
    """

    kind: Literal["states", "ran", "count"]
    name: str
    short: str
    runs: tuple[Run, ...]
    notches: tuple[int, ...] = ()
    is_open: bool = False
    aside: str = ""
    tone: Tone = ""


class Lanes(NamedTuple):
    """Lanes under a heading. ``colour`` tells those of one kind from others; None is none."""

    heading: str
    lanes: tuple[Lane, ...]
    colour: int | None = None


class Chart(NamedTuple):
    """Lanes over the days from ``first`` to ``last``, both included.

    ``known`` is the last of these days with evidence, None where there is evidence of all.
    ``axes`` are days with their names, finer ones before coarser ones, ``begin`` the first day's.
    ``aside`` stands over what the marks do not say. ``key`` says what each mark means, in the order
    of telling, and ``scale`` how many days one place stands for. For those who cannot see it,
    ``drawn`` says that here is a chart, and ``described`` heads the same in rows.
    """

    first: int
    last: int
    known: int | None
    axes: tuple[tuple[tuple[int, str], ...], ...]
    begin: str
    groups: tuple[Lanes, ...]
    aside: str
    key: tuple[tuple[str, str], ...]
    scale: Callable[[int], str]
    drawn: str
    described: str


class Block(NamedTuple):
    """A heading, an introduction, and rows, perhaps under sub-headings (a row group's name).

    With ``sides``, the names of the left, the right and of what is neither, the block is two-sided:
    a format that can shows the rows of a group that stand left beside those that stand right. A
    ``chapter`` is the heading over the blocks after it. ``one_line`` keeps a
    table low: the heading stands among the columns' titles, and a page of common width leaves the
    tails out rather than give them a second line. A format that draws shows ``chart`` in place of
    the rows, which say the same.
    """

    heading: str
    columns: tuple[Column, ...] = ()
    groups: tuple[tuple[str, tuple[Row, ...]], ...] = ()
    intro: tuple[str, ...] = ()
    sides: tuple[str, str, str] | None = None
    chapter: bool = False
    one_line: bool = False
    chart: Chart | None = None


class Sheet(NamedTuple):
    """A whole answer. ``tight`` is one that stands without blank lines. ``address_of`` gives the
    address of a source's id, or nothing, to a format that makes links of ids.
    """

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    address_of: Callable[[str], str] | None = None
    tight: bool = False


def column_cells(columns: tuple[Column, ...], **cells: str) -> tuple[str, ...]:
    """Cells in the order of the columns, empty where not given."""
    return tuple(cells.get(column.key, "") for column in columns)


def faced(
    rows: tuple[Row, ...],
) -> Iterator[tuple[tuple[Row, ...], tuple[Row, ...], tuple[Row, ...]]]:
    """The rows of a two-sided group in runs, in their order: those left, those right, or a run of
    neither side.
    """
    for beside, run in groupby(rows, key=lambda row: row.side != ""):
        members = tuple(run)
        if beside:
            yield (
                tuple(r for r in members if r.side == "left"),
                tuple(r for r in members if r.side == "right"),
                (),
            )
        else:
            yield (), (), members


def labelled(columns: tuple[Column, ...], row: Row) -> Iterator[tuple[str, str]]:
    """The details of a row that have something to say, each with its label."""
    for column, cell in zip(columns, row.cells, strict=True):
        if column.role == "detail" and cell:
            yield column.title, cell


def label(title: str) -> str:
    """A label as it stands before its value: with a colon, a wide one behind a wide character."""
    return f"{title}：" if east_asian_width(title[-1:] or " ") in "WF" else f"{title}: "
