"""The process's outer edge: interrupts, streams, a full disk, a closed pipe, and the exit code that
each has.

What lives here: ``main``. It imports the rest only inside its guard, so that Ctrl-C during start-up
is an interrupt like any other. What does not: commands and options.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the program; the exit codes are DESIGN section 5's."""
    try:
        gc.disable()  # one short answer leaves no garbage in cycles worth the search for it
        _mind_interrupts()
        _speak_utf8()
        from nkj.cli.app import app

        code = _run(app)
        if code == 0 and sys.stdout is None:  # started with standard output closed
            code = _unwritten("closed")
    except KeyboardInterrupt:
        code = 130
    _leave(code)


def _mind_interrupts() -> None:
    """End on Ctrl-C at once: an exception could come where Python swallows it or prints it, as it
    does in a callback.
    """
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))


def _speak_utf8() -> None:
    """Help and usage errors in UTF-8 whatever the locale, as answers are."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(app: object) -> int:
    assert callable(app)
    try:
        code = app(standalone_mode=False)
    except SystemExit as end:
        # Help into a closed pipe ends in a wrapper of standard output and code 1; a closed pipe is
        # no error.
        if end.code == 1 and type(sys.stdout).__name__ == "PacifyFlushWrapper":
            return 0
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except OSError as error:  # only writing help to standard output is left to fail here
        return _unwritten(error.strerror or "")
    except Exception as error:
        usage = getattr(error, "exit_code", None)
        if not isinstance(usage, int):
            raise
        _tell_usage(error)
        return usage
    return code if isinstance(code, int) else 0


def _tell_usage(error: Exception) -> None:
    """What is wrong with the words typed, in Typer's sentence, with nothing in it that a terminal
    would obey.
    """
    import io

    from nkj.characters import visible
    from nkj.cli.streams import say_error

    told = io.StringIO()
    getattr(error, "show")(file=told)  # noqa: B009
    say_error("\n".join(visible(line) for line in told.getvalue().split("\n")))


def _unwritten(why: str) -> int:
    from nkj.cli.streams import say_error
    from nkj.wording import words

    say_error(f"nkj: {words('en').say('usage.output', why=why)}\n")
    return 3


def _leave(code: int) -> NoReturn:
    """End with this code once everything is written, even if a last flush would fail, and whatever
    is still pressed.
    """
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            break
    os._exit(code)  # nothing is left to do, and taking the whole registry apart takes time
