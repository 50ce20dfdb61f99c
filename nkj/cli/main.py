"""The process's outer edge: its first and its last moment.

What lives here: ``main``. It imports the rest only inside its guard, so that Ctrl-C while that is
loading is an interrupt like any other. What does not: how each outcome ends (``ending``), writing
(``streams``), and commands (``app``).
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Answer the words typed and end the process with the exit code of docs/contract.md."""
    try:
        gc.disable()  # one short answer leaves too little garbage to be worth looking for
        _end_at_once_on_interrupt()
        code = _answered()
    except KeyboardInterrupt:
        code = 130
    except Exception as error:  # too early for ``ending``, or too little memory to tell it there
        if sys.flags.dev_mode:
            raise
        code = 3
        _tell(f"nkj: cannot start: {type(error).__name__}: {error}")
    # Everything is written by now. Python's own ending would take the whole registry apart first,
    # and an interrupt in it would still be told with a traceback.
    os._exit(code)


def _end_at_once_on_interrupt() -> None:
    """Let Ctrl-C end the process by itself.

    Python would raise an exception wherever it is at the moment, and where that is a callback
    (a destructor, a hook of the import) it prints or swallows it. Where a parent process had
    interrupts ignored, as a shell has for what runs in the background, they stay ignored.
    """
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))


def _tell(sentence: str) -> None:
    with suppress(OSError):
        os.write(2, sentence.encode("ascii", "backslashreplace") + b"\n")


def _answered() -> int:
    from nkj.cli.streams import speak_whole

    speak_whole()
    from nkj.cli.ending import ended

    return ended(_run)


def _run() -> int:
    from nkj.cli.app import run

    return run(sys.argv[1:])
