"""``nkj diff``: what differs between two days."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.problems import WrongUsage
from nkj.queries import diff as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("diff", cls=Command, help=HELP["diff"])
def diff(
    asked: Annotated[
        list[str],
        typer.Argument(
            metavar="DAY DAY [MEASURE]...",
            help=HELP["day"],
            autocompletion=options.offered("DAYS_AND_MEASURES"),
        ),
    ],
    measure: options.MeasureOption = None,
    origin: options.OriginOption = "unilateral",
    all: Annotated[bool, typer.Option("--all", help=HELP["all"])] = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    chosen = asking.origin_of(origin)
    loaded = asking.load(registry)
    words_asked = asking.asked(loaded, asked, 2, measure)
    if len(words_asked.days) < 2:
        raise WrongUsage("usage.missing", text="DAY", help="nkj diff --help")
    one, two = words_asked.days
    result = query.diff(loaded, one, two, words_asked.measures, chosen, unchanged=all)
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import diff as view

    asking.draw(view.sheet(result, words(spoken)), kind, spoken)
