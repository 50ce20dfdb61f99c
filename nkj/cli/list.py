"""``nkj list``: every record of a kind."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import records as query
from nkj.queries.headings import LISTS
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("list", cls=Command, help=HELP["list"])
def list_(
    of_kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]",
            help=HELP["list-kind"].format(kinds=", ".join(LISTS)),
            autocompletion=options.offered("KINDS"),
        ),
    ] = None,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    loaded = asking.load(registry)
    result = query.records(loaded, of_kind)
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import records as view

    asking.draw(view.sheet(result, words(spoken)), kind, spoken)
