"""Values of tables as text, and tables as CSV.

What lives here: how a cell is written where a format has only text. What does not: which tables
and columns there are (``tables``).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable

import msgspec

from nkj.formats.csv import BETWEEN, MARK, harmless
from nkj.tables import Table, Value


def plain(value: Value) -> str:
    """A value as a cell: bare numbers, ``true`` and ``false``, nothing for what is not there."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def typed(value: Value) -> str:
    """A value as a Table Schema has it: as ``plain``, and a list as a JSON array."""
    if isinstance(value, tuple):
        return msgspec.json.encode(value).decode()
    return plain(value)


def safe(value: Value) -> str:
    """A value as a cell that no spreadsheet runs as a formula. Numbers are left alone."""
    cell = plain(value)
    return harmless(cell) if isinstance(value, (str, tuple)) else cell


def as_csv(table: Table, cell: Callable[[Value], str]) -> str:
    """A table as CSV (RFC 4180), its first line the names of the columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([*map(cell, row)] for row in table.tuples)
    return out.getvalue()


def for_spreadsheets(table: Table) -> bytes:
    """A table as CSV that a spreadsheet opens in the right letters and without running anything."""
    return (MARK + as_csv(table, safe)).encode()
