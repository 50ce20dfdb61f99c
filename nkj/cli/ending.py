"""How the program ends: each outcome, its one sentence on standard error, and its exit code.

What lives here: the only place that knows exit codes (docs/contract.md). What does not: the
sentences (``wording``; those about mistyped words: ``mistyped``).
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from nkj.characters import printable, printable_path
from nkj.cli.language import ASKED
from nkj.cli.streams import Unwritten, say_error
from nkj.problems import RegistryError, RegistryNotFound, WrongUsage
from nkj.wording import words

ANSWERED = 0
PROBLEMS = 1
WRONG_USAGE = 2
#: The machine failed: output that could not be written, no memory, a system call that was refused.
FAILED = 3
INTERRUPTED = 130


def ended(answer: Callable[[], int]) -> int:
    """Run the program and return its exit code; whatever goes wrong becomes one sentence.

    ``answer`` returns a command's own exit code. Only Python's developer mode (``python -X dev``)
    shows where a fault of nkj itself comes from.
    """
    try:
        return answer()
    except WrongUsage as error:
        return _told(error.message(ASKED), WRONG_USAGE)
    except RegistryNotFound as error:
        sentence = words(ASKED).say(f"path.{error.reason}", path=printable_path(error.path))
        return _told(sentence, WRONG_USAGE)
    except RegistryError as error:
        return _told_problems(error)
    except Unwritten as error:
        return _told(words(ASKED).say("usage.output", why=error.why), FAILED)
    except MemoryError:
        return _told(words(ASKED).say("usage.memory"), FAILED)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        return _told_fault(error)


def _told(sentence: str, code: int) -> int:
    say_error(f"nkj: {sentence}\n")
    return code


def _told_problems(error: RegistryError) -> int:
    """All problems of the registry that was asked; its warnings are for ``nkj validate``."""
    from nkj.sheets import problems as view

    say_error(view.render(error.problems, ASKED))
    return PROBLEMS


def _told_fault(error: Exception) -> int:
    """What the system refused, or a fault of nkj itself with the line that a report must name."""
    say = words(ASKED).say
    if isinstance(error, OSError):
        name = printable_path(str(error.filename)) if error.filename is not None else ""
        why = error.strerror or type(error).__name__
        return _told(say("usage.system", why=f"{name}: {why}" if name else why), FAILED)
    if isinstance(error, ImportError):  # also what comes of too little memory for a library
        return _told(say("usage.not-loaded", why=printable(str(error))), FAILED)
    import traceback

    place = traceback.extract_tb(error.__traceback__)[-1]
    line = f"{place.filename.rpartition('/')[2]}:{place.lineno}"
    return _told(say("usage.fault", what=f"{type(error).__name__}, {line}"), FAILED)
