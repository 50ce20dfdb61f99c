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
    "validate",
    "format",
    "schema",
)


#: What ``nkj`` alone asks.
ALONE = "overview"

#: The options that stand for themselves, without a command.
_OWN_OPTIONS = ("-h", "--help", "--version", "--show-completion")


class _LazyGroup(TyperGroup):
    """A group that imports a command's module only when that command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in (*COMMANDS, ALONE):
            return None
        module = importlib.import_module(f"nkj.cli.{cmd_name}")
        return typer.main.get_command(module.app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = args[0] in (*COMMANDS, ALONE)
        if not known and not ctx.resilient_parsing:  # completing takes what it gets
            raise mistyped.unknown_command(args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not ctx.resilient_parsing and _asks_no_command(args):
            args = [ALONE, *args]
        if args[-1:] == ["--show-completion"]:  # Typer knows no value that may be left out
            args = [*args, ""]
        return super().parse_args(ctx, args)


def _asks_no_command(args: list[str]) -> bool:
    """True of ``nkj`` alone, and of options that every question takes (``nkj --lang ja``)."""
    if not args:
        return True
    first = args[0].partition("=")[0]
    return first.startswith("-") and first not in _OWN_OPTIONS and not set(args) & set(COMMANDS)


app = typer.Typer(
    cls=_LazyGroup,
    help=HELP["nkj"],
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
        wrong = mistyped.as_wrong_usage(error, words)
        if wrong is None:
            raise
        raise wrong from None
    return code if isinstance(code, int) else 0


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
