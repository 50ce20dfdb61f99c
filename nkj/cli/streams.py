"""Standard output and standard error: whole answers, or ``Unwritten`` that says why not.

What lives here: the streams that everything printed goes through (answers, help, sentences), the
width of a table, and a moment in which Ctrl-C waits. What does not: what is written, and the exit
codes (``ending``).

Python's own streams lose words without an error: unbuffered (``python -u``) they write once and
forget what did not fit, and a pipe that is set to non-blocking takes part of an answer. So each
write is repeated here until everything is out.
"""

from __future__ import annotations

import contextlib
import io
import os
import select
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from nkj.formats import Page

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

#: No table is wider, whatever ``COLUMNS`` says.
_WIDEST = 1000


class Unwritten(Exception):
    """Standard output did not take the answer. ``why`` is the system's word for the reason."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class _WholeWriter(io.RawIOBase):
    """Bytes to a stream of the system: all of them, or ``Unwritten``.

    A reader who has left (``nkj history | head``) is no error: what is still to come goes nowhere.
    ``stream`` is Python's own, None where the program was started with it closed.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream  # it would close the system's stream if nobody kept it
        buffer = getattr(stream, "buffer", None)
        self._raw = getattr(buffer, "raw", buffer)  # with python -u the buffer is the raw one
        self._reader_left = False

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._raw is not None and bool(self._raw.isatty())

    def fileno(self) -> int:
        if self._raw is None:
            raise OSError("closed")
        return int(self._raw.fileno())

    def write(self, data: ReadableBuffer) -> int:
        left = memoryview(data)
        size = len(left)
        while len(left) and not self._reader_left:
            left = left[self._write_some(left) :]
        return size

    def _write_some(self, data: memoryview) -> int:
        """Write as much as the system takes now, at least one byte; the number of bytes."""
        if self._raw is None:
            raise Unwritten("closed")
        try:
            written = self._raw.write(data)
            while not written:  # non-blocking and full
                select.select([], [self._raw], [])
                written = self._raw.write(data)
        except BrokenPipeError:
            self._reader_left = True
            return len(data)
        except (OSError, ValueError) as error:
            raise Unwritten(getattr(error, "strerror", None) or "closed") from None
        return int(written)


def speak_whole() -> None:
    """Let everything that is printed from here on be written whole, in UTF-8 whatever the locale.

    Line ends stay as they are, and what is no text (half a character in a file's name) becomes an
    escape, so that no answer fails for its letters.
    """
    sys.stdout = _whole(sys.stdout)
    sys.stderr = _whole(sys.stderr)


def _whole(stream: TextIO | None) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        _WholeWriter(stream),  # type: ignore[arg-type]  # takes a raw stream too, as Python's own -u gives it
        encoding="utf-8",
        errors="backslashreplace",
        newline="\n",
        write_through=True,
    )


def write(text: str) -> None:
    """Write to standard output. Raises ``Unwritten`` if it does not take all of it."""
    sys.stdout.write(text)
    sys.stdout.flush()


def say_error(text: str) -> None:
    """Write to standard error; if even that fails there is nobody to tell."""
    with contextlib.suppress(Unwritten):
        sys.stderr.write(text)
        sys.stderr.flush()


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait for a moment's work that would leave something behind."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def page(lang: str) -> Page:
    """What answers are drawn on: as wide as the terminal, else as ``COLUMNS`` says, else 100."""
    terminal = sys.stdout.isatty()
    width = _terminal_columns() if terminal else _columns()
    wanted = os.environ.get("FORCE_COLOR", "0") not in ("", "0")
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    colour = (terminal or wanted) and not plain
    # The console of Linux shows the sequence of a link as letters.
    links = colour and terminal and os.environ.get("TERM") != "linux"
    return Page(width, colour, lang, links)


def _terminal_columns() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, _WIDEST)


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    if not (given.isascii() and given.isdigit() and len(given) < 6):
        return 100
    return max(20, min(int(given), _WIDEST))
