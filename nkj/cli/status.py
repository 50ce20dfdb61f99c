"""``nkj status``: what is in force on a day."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import status as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("status", cls=Command, help=HELP["status"])
def status(
    asked: options.WordsArgument = None,
    on: options.OnOption = None,
    measure: options.MeasureOption = None,
    origin: options.OriginOption = "unilateral",
    all: Annotated[bool, typer.Option("--all", help=HELP["status-all"])] = False,
    brief: Annotated[bool, typer.Option("--brief", help=HELP["brief"])] = False,
    explain: Annotated[bool, typer.Option("--explain", help=HELP["explain"])] = False,
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
    result = query.status(loaded, day, words_asked.measures, chosen)
    if asking.written_as_data(kind, result):
        return
    if brief:
        from nkj.sheets import brief as quotable

        asking.draw(
            quotable.sheet(result, words(spoken), all or bool(words_asked.measures)), kind, spoken
        )
        return
    from nkj.sheets import status as view

    # What was asked for by name is told, whatever became of it.
    everything = all or bool(words_asked.measures)
    asking.draw(view.sheet(result, words(spoken), explain, everything), kind, spoken)
