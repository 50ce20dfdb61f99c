"""``nkj history``: the lives of measures."""

from __future__ import annotations

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.queries import history as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("history", help=HELP["history"])
def history(
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
        result = query.history(loaded, measure or (), chosen)
        if asking.told_as_json(kind, result):
            return
        from nkj.sheets import history as view

        asking.draw(view.sheet(result, words(spoken)), kind, spoken)

    asking.run(lang, body)
