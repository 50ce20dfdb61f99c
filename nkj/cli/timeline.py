"""``nkj timeline``: act and answer down the days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import bars as bars_query
from nkj.queries import timeline as query
from nkj.queries.bars import BarsResult
from nkj.queries.timeline import TimelineResult
from nkj.wording import Words, words

if TYPE_CHECKING:
    from nkj.sheets.sheet import Sheet

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
    bars: Annotated[bool, typer.Option("--bars", help=HELP["bars"])] = False,
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    chosen = asking.origin_of(origin)
    loaded = asking.load(registry)
    words_asked = asking.asked(loaded, asked, 2, measure)
    one, two = asking.interval(loaded, words_asked, first, last)
    ask = bars_query.bars if bars else query.timeline
    result = ask(loaded, one, two, words_asked.measures, chosen)
    if asking.written_as_data(kind, result):
        return
    sheet = _sheet(result, words(spoken))
    asking.draw(sheet, kind, spoken)


def _sheet(result: TimelineResult | BarsResult, spoken: Words) -> Sheet:
    if isinstance(result, BarsResult):
        from nkj.sheets import bars as bars_view

        return bars_view.sheet(result, spoken)
    from nkj.sheets import timeline as view

    return view.sheet(result, spoken)
