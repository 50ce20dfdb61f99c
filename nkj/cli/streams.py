"""Standard output and standard error: whole answers, or the exit code that says why not.

What lives here: writing, the width of a table, and a moment in which Ctrl-C waits. What does not:
what is written.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator

import typer

from nkj.formats import Page
from nkj.wording import words

_WIDEST = 1000


def _is_terminal() -> bool:
    try:
        return sys.stdout.isatty()
    except (AttributeError, ValueError):
        return False


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    return (
        max(20, min(int(given), _WIDEST))
        if given.isascii() and given.isdigit() and len(given) < 6
        else 100
    )


def write(text: str) -> None:
    """Write to standard output, in UTF-8 whatever the locale. A closed pipe ends quietly; anything
    else is exit 3.
    """
    try:
        out = getattr(sys.stdout, "buffer", None)
        if out is None:
            sys.stdout.write(text)
        else:
            out.write(text.encode("utf-8", "surrogateescape"))
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        raise typer.Exit(0) from None
    except (OSError, ValueError, AttributeError) as error:
        _let_go_of_stdout()
        why = getattr(error, "strerror", None) or "closed"
        say_error(f"nkj: {words('en').say('usage.output', why=why)}\n")
        raise typer.Exit(3) from None


def _let_go_of_stdout() -> None:
    """Point standard output at nothing, so that the interpreter's last flush cannot fail again."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.close(nothing)
    except OSError:
        pass


def say_error(text: str) -> None:
    """Write to standard error; if even that fails there is nobody to tell."""
    try:
        out = getattr(sys.stderr, "buffer", None)
        if out is None:
            sys.stderr.write(text)
        else:
            sys.stderr.flush()
            out.write(text.encode("utf-8", "surrogateescape"))
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait for a moment's work that would leave something behind."""
    import signal

    before = (
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        if hasattr(signal, "pthread_sigmask")
        else None
    )
    try:
        yield
    finally:
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def page(lang: str) -> Page:
    """What answers are drawn on: as wide as the terminal, else COLUMNS, else 100."""
    terminal = _is_terminal()
    width = min(shutil.get_terminal_size((100, 24)).columns, _WIDEST) if terminal else _columns()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Page(width, colour, lang)
