"""``nkj timeline``: act and answer down the days."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import timeline as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("timeline", cls=Command, help=HELP["timeline"])
def timeline(
    asked: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DAY [DAY]] [MEASURE]...",
            help=HELP["interval-measures"],
            autocompletion=options.offered("DAYS_AND_MEASURES"),
        ),
    ] = None,
    first: options.FromOption = None,
    last: options.ToOption = None,
    measure: options.MeasureOption = None,
    origin: options.OriginOption = "unilateral",
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    chosen = asking.origin_of(origin)
    loaded = asking.load(registry)
    words_asked = asking.asked(loaded, asked, 2, measure)
    one, two = asking.interval(loaded, words_asked, first, last)
    result = query.timeline(loaded, one, two, words_asked.measures, chosen)
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import timeline as view

    asking.draw(view.sheet(result, words(spoken)), kind, spoken)
