"""``nkj show``: everything about one id."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import show as query

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("show", cls=Command, help=HELP["show"])
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help=HELP["id"])],
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.check_choice(format, options.FORMATS)
    loaded = asking.load(registry)
    result = query.show(loaded, id)
    if kind == "json":
        from nkj.formats import json

        streams.write(json.shown(loaded, result))
        return
    from nkj.sheets import show as view

    sheet = view.sheet(
        result, asking.phrases(loaded, spoken), asking.verified_notes(loaded, spoken)
    )
    asking.draw(sheet, kind, spoken)
