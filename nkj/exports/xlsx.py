"""An Excel workbook: one sheet a table, with filters and a frozen heading; no cell is a formula.

What lives here: the workbook. What does not: the tables. Days before March 1900, which Excel counts
wrongly or not at all, stand as text.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import xlsxwriter

from nkj.exports import File, Job, evidence_until, moment
from nkj.exports.cells import plain
from nkj.tables import Table, Value, tables
from nkj.wording import words

_FIRST_DAY = dt.date(1900, 3, 1)
#: Text that looks like a formula or an address stays text.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDEST, _NARROWEST = 50, 9
#: What Excel takes in one cell, in units of UTF-16: letters beyond the first plane count twice.
_LONGEST = 32_767


def files(job: Job) -> Iterator[File]:
    """One file: a sheet that says what this is, then a sheet a table."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, dict(_OPTIONS))
    title = job.registry.programme.title.within(job.lang)
    book.set_properties({"title": title, "created": moment(job.registry).replace(tzinfo=None)})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    front = book.add_worksheet("nkj")
    found = []
    for table in tables(job.registry):
        job.tell(table.name)
        _sheet(book, table, job.lang, day)
        found.append((table.name, table.title(job.lang), len(table)))
    _front(front, job, title, found)
    book.close()
    yield File("", out.getvalue())


def _front(front: Any, job: Job, title: str, found: list[tuple[str, str, int]]) -> None:
    """What the workbook is, how far its evidence reaches, under which licence, and its sheets."""
    say = words(job.lang).say
    registry = job.registry
    lines = [
        title,
        say("export.version", version=registry.version, hash=registry.hash),
        say("note.verified", through=evidence_until(registry)) if evidence_until(registry) else "",
        say("export.licence"),
        say("export.empty-means"),
    ]
    for row, line in enumerate(filter(None, lines)):
        front.write_string(row, 0, line)
    for row, (name, told, count) in enumerate(found, start=len(lines) + 1):
        front.write_string(row, 0, name)
        front.write_string(row, 1, told)
        front.write_number(row, 2, count)
    front.set_column(0, 0, 14)
    front.set_column(1, 1, _WIDEST)


def _sheet(book: Any, table: Table, lang: str, day: Any) -> None:
    sheet = book.add_worksheet(table.name)
    titles = [column.title(lang) for column in table.columns]
    for at, (heading, *values) in enumerate(zip(titles, *table.tuples, strict=True)):
        sheet.set_column(at, at, _width(heading, values))
    for number, row in enumerate(table.tuples, start=1):
        for at, value in enumerate(row):
            _cell(sheet, number, at, value, day)
    last = max(len(table), 1)
    headings = [{"header": heading} for heading in titles]
    sheet.add_table(0, 0, last, len(titles) - 1, {"columns": headings, "name": f"t_{table.name}"})
    sheet.freeze_panes(1, 1)


def _width(heading: str, values: list[Value]) -> int:
    longest = max((len(plain(value)) for value in values), default=0)
    return min(max(longest + 2, min(len(heading) + 3, 20), _NARROWEST), _WIDEST)


def _cell(sheet: Any, row: int, at: int, value: Value, day: Any) -> None:
    if value is None or value == ():
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, at, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, at, value)
    elif isinstance(value, dt.date) and value >= _FIRST_DAY:
        moment_of = dt.datetime(value.year, value.month, value.day)
        sheet.write_datetime(row, at, moment_of, day)
    else:
        sheet.write_string(row, at, _fitting(plain(value)))


def _fitting(text: str) -> str:
    """The text, cut with a mark where Excel would call the whole workbook damaged."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST:
        return text
    return units[: 2 * (_LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
