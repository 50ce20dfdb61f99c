"""Which language to speak: read from the words typed, the environment, and the locale.

What lives here: the choice, and the help texts in it, which Typer needs before any option is
parsed. What does not: any wording (``wording``).
"""

from __future__ import annotations

import os
import sys

from nkj.wording import LANGUAGES, help_texts


def of_environment() -> str:
    """``ja`` in a Japanese locale, else ``en``."""
    locale = (
        os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    )
    return "ja" if locale.lower().startswith("ja") else "en"


def _asked(words: list[str]) -> str:
    """The language of ``--lang`` or ``NKJ_LANG``, if it is one, else that of the locale."""
    given = os.environ.get("NKJ_LANG")
    for at, word in enumerate(words):
        if word == "--lang":
            given = "".join(words[at + 1 : at + 2])
        elif word.startswith("--lang="):
            given = word.removeprefix("--lang=")
    spoken = given.strip().casefold() if given else ""
    return spoken if spoken in LANGUAGES else of_environment()


#: The language asked for, as far as it can be known before the words typed are parsed, and the help
#: texts in it.
ASKED = _asked(sys.argv[1:])
HELP = help_texts(ASKED)
