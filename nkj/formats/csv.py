"""Any sheet as CSV that a spreadsheet opens without executing anything.

What lives here: one table for the whole answer (RFC 4180, UTF-8 with the mark that spreadsheets
look for). Its first columns are the answer, the section and the group that a row stands in, and the
text of what is no row; then every column of every block. A cell that a spreadsheet would take for a
formula is preceded by an apostrophe (the advice of OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
from unicodedata import normalize

from nkj.formats import Page
from nkj.sheets.sheet import Sheet
from nkj.wording import words

_HEADS = ("csv.answer", "csv.section", "csv.group", "csv.text")
MARK = "\ufeff"
#: What begins a formula; wide, small and raised forms count too, which spreadsheets may take for
#: these.
_FORMULA = ("=", "+", "-", "−", "@")


def render(sheet: Sheet, page: Page) -> str:
    """The sheet as CSV; the closing notes are a section of their own."""
    say = words(page.lang).say
    heads = [say(key) for key in _HEADS]
    columns: dict[str, str] = {}
    for block in sheet.blocks:
        columns.update(
            {column.key: column.title for column in block.columns if column.key not in columns}
        )
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")

    def write(*cells: str) -> None:
        writer.writerow([*map(harmless, cells), *[""] * (len(heads) + len(columns) - len(cells))])

    write(*heads, *_distinct(columns))
    for block in sheet.blocks:
        for line in block.intro:
            write(sheet.title, block.heading, "", line)
        for name, rows in block.groups:
            for row in rows:
                cells = dict(zip((column.key for column in block.columns), row.cells, strict=True))
                write(
                    sheet.title, block.heading, name, "", *(cells.get(key, "") for key in columns)
                )
    for note in sheet.notes:
        write(sheet.title, say("csv.notes"), "", note)
    return MARK + out.getvalue()


def _distinct(columns: dict[str, str]) -> list[str]:
    """The titles of the columns, each once: where two are alike, with the key behind it."""
    titles = list(columns.values())
    return [
        title if titles.count(title) == 1 else f"{title} ({key})" for key, title in columns.items()
    ]


def harmless(cell: str) -> str:
    """The cell, with an apostrophe in front if a spreadsheet would run it."""
    first = normalize("NFKC", cell.lstrip()[:1])
    return f"'{cell}" if first.startswith(_FORMULA) or cell.startswith(("\t", "\r", "\n")) else cell
