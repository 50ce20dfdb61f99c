"""An answer longer than the screen, shown by a pager.

What lives here: when a pager is asked, which one, and that nothing is lost if it cannot be had.
What does not: writing without one (``streams``).
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import sys

from nkj.cli.streams import write

#: What less is told where the user has not said: end at once if all fits, keep colours, and leave
#: the answer on the screen.
_LESS = {"LESS": "FRX", "LESSCHARSET": "utf-8"}


def show(text: str) -> None:
    """Write an answer: to a pager if standard output is a terminal that it does not fit, else as it
    is. A pager that is missing or ends early is no error.
    """
    command = _pager() if _is_too_long(text) else []
    if not command or not _paged(command, text):
        write(text)


def _is_too_long(text: str) -> bool:
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return False
    return text.count("\n") >= shutil.get_terminal_size((100, 24)).lines


def _pager() -> list[str]:
    """The words of the user's pager; none if it was set to nothing or to ``cat``."""
    given = os.environ.get("NKJ_PAGER")
    if given is None:
        given = os.environ.get("PAGER")
    try:
        command = shlex.split("less" if given is None else given)
    except ValueError:  # a quotation that is not closed
        return []
    return [] if command == ["cat"] else command


def _paged(command: list[str], text: str) -> bool:
    """Let the pager show the text. False if it could not be started."""
    import signal
    import subprocess

    environment = {**_LESS, **os.environ}
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except (OSError, ValueError):
        return False
    # Ctrl-C is the pager's while it has the screen; it would be left in disorder without it.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with contextlib.suppress(OSError):  # the reader has seen enough
            process.communicate(text.encode("utf-8", "backslashreplace"))
        process.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    return True
