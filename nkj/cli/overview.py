"""``nkj`` alone: how things stand today, in a few lines."""

from __future__ import annotations

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import overview as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("overview", cls=Command, help=HELP["nkj"])
def overview(
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    loaded = asking.load(registry)
    result = query.overview(loaded, asking.dated(loaded, "today"))
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import overview as view

    asking.draw(view.sheet(result, words(spoken)), kind, spoken)
