"""``nkj history``: the lives of measures."""

from __future__ import annotations

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import history as query

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("history", cls=Command, help=HELP["history"])
def history(
    measure: options.MeasureOption = None,
    origin: options.OriginOption = "unilateral",
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.check_choice(format, options.FORMATS)
    chosen = asking.origin_of(origin)
    loaded = asking.load(registry)
    result = query.history(loaded, measure or (), chosen)
    if asking.told_as_json(kind, loaded, result):
        return
    from nkj.sheets import history as view

    sheet = view.sheet(
        result, asking.phrases(loaded, spoken), asking.verified_notes(loaded, spoken)
    )
    asking.draw(sheet, kind, spoken)
