"""``nkj history``: the lives of measures."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import history as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("history", cls=Command, help=HELP["history"])
def history(
    asked: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MEASURE]...",
            help=HELP["measures"],
            autocompletion=options.offered("MEASURES"),
        ),
    ] = None,
    measure: options.MeasureOption = None,
    origin: options.OriginOption = "unilateral",
    notes: Annotated[bool, typer.Option("--notes", help=HELP["notes"])] = False,
    explain: Annotated[bool, typer.Option("--explain", help=HELP["explain"])] = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    chosen = asking.origin_of(origin)
    loaded = asking.load(registry)
    words_asked = asking.asked(loaded, asked, 0, measure)
    result = query.history(loaded, words_asked.measures, chosen)
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import history as view

    asking.draw(view.sheet(result, words(spoken), notes, explain), kind, spoken)
