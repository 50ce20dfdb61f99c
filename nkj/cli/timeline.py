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
    first: Annotated[str | None, typer.Argument(metavar="[DAY]", help=HELP["from-day"])] = None,
    last: Annotated[str | None, typer.Argument(metavar="[DAY]", help=HELP["to-day"])] = None,
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
    one = asking.dated(loaded, first) if first is not None else None
    two = asking.dated(loaded, last) if last is not None else None
    result = query.timeline(loaded, one, two, measure or (), chosen)
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import timeline as view

    asking.draw(view.sheet(result, words(spoken)), kind, spoken)
