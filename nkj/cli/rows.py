"""``nkj ask --rows``: a table of acts, answered row by row into another file.

What lives here: the columns, the run over the rows, and progress. What does not: the answers
(``queries.acts``), and a file that is whole or not there (``outfile``).
"""

from __future__ import annotations

import contextlib
import csv
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from nkj.characters import printable, printable_path
from nkj.choices import Day
from nkj.cli import outfile
from nkj.cli.ending import ANSWERED, PROBLEMS
from nkj.cli.streams import say_error
from nkj.model import Registry
from nkj.problems import WrongUsage
from nkj.queries.acts import ADDED, CONDUCT, ON, Table
from nkj.wording import words

#: Rows between two looks at the clock.
_STRIDE = 8192
#: Seconds before the first word of progress, and between words where nobody watches.
_PATIENCE, _UNWATCHED = 1.0, 10.0


class Order(NamedTuple):
    """What was asked for: the two files, what serves rows that do not say it, the language."""

    source: str
    target: str
    conduct: str | None
    on: Day | None
    force: bool
    lang: str


def answer_rows(registry: Registry, order: Order) -> int:
    """Answer every row of a file into another; the exit code. Raises ``WrongUsage`` for files that
    cannot be used.
    """
    source = Path(order.source)
    outfile.check(order.target, order.force)
    lang = order.lang
    table = Table(registry, order.conduct, order.on, lambda wrong: wrong.message(lang))
    say = words(lang).say
    with _opened(source) as given:
        ends = _line_end(given)
        rows = csv.reader(given)
        header = _header(rows, order)
        cells = table.answers([name.strip() for name in header])
        run = _Run(given, source.stat().st_size, len(header), cells, say("ask.row.columns"), lang)
        with outfile.streamed(order.target, order.force) as draft:
            writer = csv.writer(draft, lineterminator=ends)
            writer.writerow([*header, *ADDED])
            try:
                writer.writerows(run.answered(rows))
            except csv.Error as error:
                line = rows.line_num
                raise WrongUsage("usage.ask.csv", line=line, why=str(error)) from None
    run.done()
    if run.problems:
        say_error(say("ask.row.problems", count=f"{run.problems:,}", rows=f"{run.count:,}") + "\n")
    return PROBLEMS if run.problems else ANSWERED


@contextlib.contextmanager
def _opened(source: Path) -> Iterator[IO[str]]:
    """The file to read; bytes that are no UTF-8 are written again as they came."""
    try:
        stream = source.open(encoding="utf-8-sig", errors="surrogateescape", newline="")
    except OSError as error:
        why = error.strerror or str(error)
        raise WrongUsage("usage.ask.unread", path=printable_path(str(source)), why=why) from None
    with stream:
        yield stream


def _line_end(given: IO[str]) -> str:
    """How a file ends its lines, of which nothing has been read yet."""
    ahead: bytes = given.buffer.peek(1 << 16)  # type: ignore[attr-defined]  # text over a buffer
    return "\r\n" if ahead.partition(b"\n")[0].endswith(b"\r") else "\n"


def _header(rows: Iterator[list[str]], order: Order) -> list[str]:
    """The first row as it stands, once its names are known to be usable."""
    written = next(rows, [])
    header = [name.strip() for name in written]
    if not header:
        raise WrongUsage("usage.ask.empty", path=printable_path(order.source))
    for name in header:
        if header.count(name) > 1 and name:
            raise WrongUsage("usage.ask.column-twice", text=printable(name))
        if name in ADDED:
            raise WrongUsage("usage.ask.column-there", text=name)
    for name, given in ((ON, order.on), (CONDUCT, order.conduct)):
        if name not in header and given is None:
            raise WrongUsage("usage.ask.no-column", text=name)
    return written


class _Run:
    """One run over the rows: counts, problems, progress."""

    def __init__(
        self,
        given: IO[str],
        size: int,
        columns: int,
        cells: Callable[[list[str]], list[str]],
        ragged: str,
        lang: str,
    ) -> None:
        self.count = 0
        self.problems = 0
        self._given = given
        self._size = size
        self._columns = columns
        self._cells = cells
        self._ragged = ragged
        self._say = words(lang).say
        self._watched = sys.stderr.isatty()
        self._next_word = time.monotonic() + _PATIENCE
        self._told = False

    def answered(self, rows: Iterable[list[str]]) -> Iterator[list[str]]:
        """Each row with what it gains, in order."""
        cells, columns = self._cells, self._columns
        count = 0
        for row in rows:
            count += 1
            if not count % _STRIDE:
                self._tell(count)
            if len(row) != columns:
                yield self._odd(row)
                continue
            gained = cells(row)
            if gained[4]:
                self.problems += 1
            yield row + gained
        self.count = count

    def _odd(self, row: list[str]) -> list[str]:
        """A row with too few cells or too many keeps them all; an empty line stays one."""
        if not row:
            return row
        self.problems += 1
        told = self._ragged.format(found=len(row), wanted=self._columns)
        padded = row[: self._columns] + [""] * (self._columns - len(row))
        return [*padded, "", "", "", "", told, *row[self._columns :]]

    def _tell(self, count: int) -> None:
        """Say how far it is, once it takes longer than a moment."""
        now = time.monotonic()
        if now < self._next_word:
            return
        self._next_word = now + (_PATIENCE if self._watched else _UNWATCHED)
        part = 100 * self._given.buffer.tell() // self._size if self._size else 100  # type: ignore[attr-defined]
        line = self._say("ask.row.progress", rows=f"{count:,}", part=min(part, 100))
        say_error(f"\r{line}" if self._watched else f"{line}\n")
        self._told = True

    def done(self) -> None:
        """End the line of progress."""
        if self._told and self._watched:
            say_error("\n")
