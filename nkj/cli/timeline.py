"""``nkj timeline``: act and answer down the days."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.queries import timeline as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("timeline", help=HELP["timeline"])
def timeline(
    first: Annotated[str | None, typer.Argument(metavar="[DAY]", help=HELP["from-day"])] = None,
    last: Annotated[str | None, typer.Argument(metavar="[DAY]", help=HELP["to-day"])] = None,
    measure: options.MeasureOption = None,
    origin: options.OriginOption = "unilateral",
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    def body(spoken: str) -> None:
        kind = asking.format_of(format)
        chosen = asking.origin_of(origin)
        loaded = asking.load(registry, spoken)
        one = asking.resolve_day(loaded, first) if first is not None else None
        two = asking.resolve_day(loaded, last) if last is not None else None
        result = query.timeline(loaded, one, two, measure or (), chosen)
        if asking.told_as_json(kind, result):
            return
        from nkj.sheets import timeline as view

        asking.draw(view.sheet(result, words(spoken)), kind, spoken)

    asking.run(lang, body)
