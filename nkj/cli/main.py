"""The process's outer edge: interrupts, a full disk, a closed pipe, and the exit code that each has.

What lives here: ``main``. It imports the rest only inside its guard, so that Ctrl-C during start-up is an interrupt like any
other. What does not: commands and options.
"""

import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the program; the exit codes are DESIGN section 5's."""
    try:
        from nkj.cli.app import app

        code = _run(app)
        if code == 0 and sys.stdout is None:  # started with standard output closed
            code = _unwritten("closed")
    except KeyboardInterrupt:
        code = 130
    _leave(code)


def _run(app: object) -> int:
    assert callable(app)
    try:
        app()
    except SystemExit as end:
        # Help into a closed pipe ends in a wrapper of standard output and code 1; a closed pipe is no error.
        if end.code == 1 and type(sys.stdout).__name__ == "PacifyFlushWrapper":
            return 0
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except OSError as error:
        # Only writing is left to fail here: of help to standard output, or of a usage error to standard error.
        usage = getattr(error.__context__, "exit_code", None)
        return usage if isinstance(usage, int) else _unwritten(error.strerror or "")
    return 0


def _unwritten(why: str) -> int:
    from nkj.cli.common import say_error
    from nkj.wording import words

    say_error(f"nkj: {words('en').say('usage.output', why=why)}\n")
    return 3


def _leave(code: int) -> NoReturn:
    """End with this code even if the interpreter's last flush would fail."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            os._exit(code)
    sys.exit(code)
