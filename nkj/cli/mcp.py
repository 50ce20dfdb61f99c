"""``nkj mcp``: the questions as an assistant's tools, over standard input and output."""

from __future__ import annotations

import gc

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.problems import WrongUsage

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("mcp", cls=Command, help=HELP["mcp"])
def mcp(registry: options.RegistryOption = None, lang: options.LangOption = None) -> None:
    spoken = asking.language(lang)
    loaded = asking.load(registry)
    try:
        from nkj import mcp as door
    except ModuleNotFoundError as error:
        if str(error.name).startswith("nkj"):
            raise
        raise WrongUsage("usage.extra-missing", text="nkj mcp", extra="mcp") from None
    gc.enable()  # a server lives long, unlike one answer
    door.server(loaded, spoken, lambda: asking.today(loaded.programme.time_zone)).run("stdio")
