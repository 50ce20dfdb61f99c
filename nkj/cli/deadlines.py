"""``nkj deadlines``: what ends, and how often it was prolonged."""

from __future__ import annotations

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import deadlines as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("deadlines", cls=Command, help=HELP["deadlines"])
def deadlines(
    asked: options.WordsArgument = None,
    on: options.OnOption = None,
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
    words_asked = asking.asked(loaded, asked, 1, measure)
    day = asking.one_day(loaded, words_asked, on)
    result = query.deadlines(loaded, day, words_asked.measures, chosen)
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import deadlines as view

    asking.draw(view.sheet(result, words(spoken)), kind, spoken)
