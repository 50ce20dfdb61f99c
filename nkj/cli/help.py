"""``nkj help``: the help of the program or of one command."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, mistyped, options, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def _commands(ctx: typer.Context, incomplete: str) -> list[str]:
    group = ctx.find_root().command
    names: list[str] = group.list_commands(ctx)  # type: ignore[attr-defined]  # the root is a group
    return [name for name in names if name.startswith(incomplete.casefold())]


@app.command("help", cls=Command, help=HELP["help"])
def help(
    ctx: typer.Context,
    command: Annotated[
        str | None,
        typer.Argument(metavar="[COMMAND]", help=HELP["command"], autocompletion=_commands),
    ] = None,
    man: Annotated[bool, typer.Option("--man", help=HELP["man"])] = False,
    lang: options.LangOption = None,
) -> None:
    asking.language(lang)  # a language that there is not is wrong usage here too
    program = ctx.find_root()
    if man:
        from nkj.cli import manual

        streams.write(manual.page(program))
        return
    if command is None:
        streams.write(program.get_help() + "\n")
        return
    group = program.command
    name = command.casefold()
    found = group.get_command(program, name)  # type: ignore[attr-defined]  # the root is a group
    if found is None:
        raise mistyped.unknown_command(command, group.list_commands(program))  # type: ignore[attr-defined]
    with found.make_context(name, [], parent=program, resilient_parsing=True) as asked:
        streams.write(found.get_help(asked) + "\n")
