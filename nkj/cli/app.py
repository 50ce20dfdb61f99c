"""The group of commands: finding one and loading only its module.

What lives here: their names, --version and --show-completion. What does not: any command (their
own files), what they share (``asking``, ``options``, ``streams``), and how the program ends
(``main``, ``ending``).
"""

from __future__ import annotations

import importlib
import os
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from nkj.cli import completion, mistyped
from nkj.cli.language import HELP

#: The commands, in the order in which --help lists them.
COMMANDS = (
    "status",
    "history",
    "diff",
    "timeline",
    "exchanges",
    "parties",
    "show",
    "sources",
    "chart",
    "page",
    "validate",
    "format",
    "schema",
)


class _LazyGroup(TyperGroup):
    """A group that imports a command's module only when that command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"nkj.cli.{cmd_name}")
        return typer.main.get_command(module.app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in COMMANDS and not ctx.resilient_parsing:  # completing takes what it gets
            raise mistyped.unknown_command(args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args[-1:] == ["--show-completion"]:  # Typer knows no value that may be left out
            args = [*args, ""]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_LazyGroup,
    help=HELP["nkj"],
    no_args_is_help=True,
    # Typer's own --install-completion rewrites the user's shell files in place.
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run(words: list[str]) -> int:
    """Answer the words typed, or a shell that asks how to complete them.

    Returns the exit code that the command chose. Raises what the library raises, ``WrongUsage`` for
    words that no command takes, and ``streams.Unwritten``.
    """
    if completion.COMPLETION in os.environ:
        return completion.complete(app)
    try:
        code = app(words, prog_name="nkj", standalone_mode=False)
    except SystemExit as end:  # some of Typer's own endings
        code = end.code
    except Exception as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            return _help_instead(error)
        wrong = mistyped.as_wrong_usage(error, words)
        if wrong is None:
            raise
        raise wrong from None
    return code if isinstance(code, int) else 0


def _help_instead(error: Exception) -> int:
    """``nkj`` alone: its help on standard error, as wrong usage."""
    from nkj.cli.streams import say_error

    say_error(f"{error}\n")
    return 2


def _version(asked: bool) -> None:
    if asked:
        from nkj import __version__

        typer.echo(f"nkj {__version__}")
        raise typer.Exit


def _show_completion(shell: str | None) -> None:
    if shell is not None:
        from nkj.cli import streams

        streams.write(completion.script(shell))
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=HELP["version"])
    ] = False,
    show_completion: Annotated[
        str | None,
        typer.Option(
            "--show-completion",
            metavar="[SHELL]",
            callback=_show_completion,
            is_eager=True,
            help=HELP["show-completion"],
        ),
    ] = None,
) -> None:
    """Only what asks no registry lives here."""
