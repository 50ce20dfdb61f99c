"""Completion in a shell: its script, and the words that may come next.

What lives here: showing the script with the words where to put it, and answering the shell that
runs it. What does not: writing any file. What is the user's is the user's to change.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from nkj.characters import printable
from nkj.cli.language import ASKED
from nkj.problems import WrongUsage
from nkj.wording import words

if TYPE_CHECKING:
    from typer import Typer

#: The variable in which the script of --show-completion tells that a word is to be completed.
COMPLETION = "_NKJ_COMPLETE"

#: The shells that have a script, and the file in which each looks for it.
PLACES = {
    "bash": "~/.local/share/bash-completion/completions/nkj",
    "zsh": "~/.zfunc/_nkj",
    "fish": "~/.config/fish/completions/nkj.fish",
    "powershell": "$PROFILE",
    "pwsh": "$PROFILE",
}


def script(shell: str) -> str:
    """The script for a shell, with the words where to put it; ``""`` means the user's own shell.

    Raises ``WrongUsage`` for a shell that has none.
    """
    shell = shell or _own_shell()
    if shell not in PLACES:
        raise WrongUsage("usage.choice", text=printable(shell), choices=", ".join(PLACES))
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    body = get_completion_script(prog_name="nkj", complete_var=COMPLETION, shell=shell)
    key = "completion.zsh" if shell == "zsh" else "completion.place"
    comment = f"# {words(ASKED).say(key, place=PLACES[shell])}\n"
    # zsh takes a file for a completion only if #compdef is its first line.
    first, line_end, rest = body.partition("\n")
    if first.startswith("#compdef"):
        return f"{first}{line_end}{comment}{rest}\n"
    return f"{comment}{body}\n"


def _own_shell() -> str:
    given = os.environ.get("SHELL", "")
    if given:
        return os.path.basename(given)
    return "powershell" if os.name == "nt" else ""


def complete(commands: Typer) -> int:
    """Answer the shell's question what may come next, from the variables that its script sets.

    Odd or missing variables complete nothing: in the middle of typing there is nobody to tell.
    """
    from typer.completion import completion_init, shell_complete  # type: ignore[attr-defined]
    from typer.main import get_command

    completion_init()
    try:
        return shell_complete(get_command(commands), {}, "nkj", COMPLETION, os.environ[COMPLETION])
    except SystemExit as end:  # fish asks with the exit code
        return end.code if isinstance(end.code, int) else 0
    except (KeyError, ValueError, IndexError, TypeError, AttributeError):
        return 0
