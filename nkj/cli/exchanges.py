"""``nkj exchanges``: who promised what for what, and who kept it."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import exchanges as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("exchanges", cls=Command, help=HELP["exchanges"])
def exchanges(
    id: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]...", help=HELP["exchange"], autocompletion=options.offered("EXCHANGES")
        ),
    ] = None,
    measure: options.MeasureOption = None,
    full: Annotated[bool, typer.Option("--full", help=HELP["full"])] = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    loaded = asking.load(registry)
    result = query.exchanges(loaded, id or (), measure or ())
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import exchanges as view

    if id or full:
        sheet = view.sheet(result, words(spoken), full)
    else:
        sheet = view.glance(result, words(spoken))
    asking.draw(sheet, kind, spoken)
