"""Mistyped words: what Typer refuses, in nkj's own sentences and in the reader's language.

What lives here: commands, options and arguments that are unknown, missing or too many, with the
nearest names. What does not: days, ids and choices (``choices``, ``asking``).

Typer's own sentences are English only, and repeat a word of any length. Of its errors it publishes
only the base, so they are told apart by the name of their class and by what they carry.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand

from nkj.characters import printable
from nkj.choices import nearest
from nkj.days import looks_like_day
from nkj.problems import WrongUsage

#: What ``nkj`` alone asks: a command without a name that could be typed.
ALONE = "overview"


class Command(TyperCommand):
    """A command that says in nkj's words which words are too many for it, and that every error
    about its words knows as the command at hand.
    """

    #: Typer would refuse them itself, in its own words.
    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            left = super().parse_args(ctx, args)
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise
        if left and not ctx.resilient_parsing:  # completing takes what it gets
            text = printable(" ".join(left))
            raise WrongUsage("usage.extra", text=text, help=_help_of(ctx))
        return left


def unknown_command(name: str, commands: Iterable[str]) -> WrongUsage:
    """What to say of a command that there is not: of a day, which command takes it."""
    if looks_like_day(name):
        return WrongUsage("usage.no-command.day", text=printable(name))
    return _unknown("usage.no-command", name, commands, "nkj --help")


def as_wrong_usage(error: Any, words: list[str]) -> WrongUsage | None:
    """Typer's refusal of the words typed as nkj's, or None for any other error."""
    kind = type(error).__name__
    help_words = _help_of(getattr(error, "ctx", None))
    if kind == "NoSuchOption":
        return _unknown("usage.no-option", error.option_name, _options_of(error), help_words)
    if kind == "BadOptionUsage":
        option = error.option_name
        key = "usage.needs-value" if _is_last(option, words) else "usage.no-value"
        return WrongUsage(key, text=printable(option), help=help_words)
    if kind == "MissingParameter":
        name = error.param.human_readable_name
        return WrongUsage("usage.missing", text=name, help=help_words)
    if getattr(error, "exit_code", None) == 2 and hasattr(error, "format_message"):
        text = printable(error.format_message())
        return WrongUsage("usage.refused", text=text, help=help_words)
    return None


def _unknown(key: str, name: str, known: Iterable[str], help_words: str) -> WrongUsage:
    near = nearest(name.casefold(), known)
    if not near:
        return WrongUsage(key, text=printable(name), help=help_words)
    listed = ", ".join(f"'{one}'" for one in near)
    return WrongUsage(f"{key}.near", text=printable(name), near=listed, help=help_words)


def _options_of(error: Any) -> list[str]:
    """Every spelling of every option of the command that was asked."""
    params = error.ctx.command.get_params(error.ctx)
    return [spelling for param in params for spelling in param.opts]


def _is_last(option: str, words: list[str]) -> bool:
    """True if the words end with this option, so that its value is what is missing.

    Otherwise it was given one (``--explain=5``) and takes none: Typer's error does not say which.
    """
    return bool(words) and words[-1].endswith(option.lstrip("-")) and "=" not in words[-1]


def _help_of(ctx: Any) -> str:
    """The words that ask for the help of the command at hand."""
    if ctx is None or ctx.info_name == ALONE:  # what ``nkj`` alone asks has no name to type
        return "nkj --help"
    return f"{ctx.command_path} --help"
