"""The sheet: what an answer says, before any format.

What lives here: titles, blocks of rows, notes. What does not: widths, colours, markup (``table``), or what to say (``status`` and
its neighbours).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Role = Literal["key", "text", "detail"]
Tone = Literal["", "strong", "dim", "warn"]


class Column(NamedTuple):
    """A column. ``key`` cells (ids, days, marks) are never cut or broken; ``text`` folds; ``detail`` stands, labelled, under
    the row's last text where a format has no room for a column."""

    key: str
    title: str
    role: Role = "text"


class Row(NamedTuple):
    """One cell a column. ``tone`` underlines what the words say already; it never carries meaning alone."""

    cells: tuple[str, ...]
    tone: Tone = ""


class Block(NamedTuple):
    """A heading, an introduction, and rows, perhaps under sub-headings (a row group's name)."""

    heading: str
    columns: tuple[Column, ...] = ()
    groups: tuple[tuple[str, tuple[Row, ...]], ...] = ()
    intro: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """A whole answer."""

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


def column_cells(columns: tuple[Column, ...], **cells: str) -> tuple[str, ...]:
    """Cells in the order of the columns, empty where not given."""
    return tuple(cells.get(column.key, "") for column in columns)
