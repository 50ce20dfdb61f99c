"""The group of commands: finding one and loading only its module.

What lives here: their names and --version. What does not: any command (their own files), what they
share (``common``), and the process's outer edge (``main``).
"""

from __future__ import annotations

import importlib
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

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


class _LazyGroup(TyperGroup):
    """A group that imports a command's module only when that command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"nkj.cli.{cmd_name}")
        return typer.main.get_command(module.app)


app = typer.Typer(
    cls=_LazyGroup,
    help=HELP["nkj"],
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from nkj import __version__

        typer.echo(f"nkj {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=HELP["version"])
    ] = False,
) -> None:
    """Only --version lives here."""
