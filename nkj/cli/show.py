"""``nkj show``: everything about one id."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import show as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("show", cls=Command, help=HELP["show"])
def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help=HELP["id"], autocompletion=options.offered("IDS"))
    ],
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    loaded = asking.load(registry)
    result = query.show(loaded, id)
    if asking.written_as_data(kind, result):
        return
    from nkj.registry.places import place_of
    from nkj.sheets import show as view

    asking.draw(view.sheet(result, words(spoken), place_of(registry, result.id)), kind, spoken)
