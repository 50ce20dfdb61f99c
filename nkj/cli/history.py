"""``nkj history``: the lives of measures."""

from __future__ import annotations

import typer

from nkj.cli import common
from nkj.cli.language import HELP
from nkj.queries import history as query

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("history", help=HELP["history"])
def history(
    measure: common.MeasureOption = None,
    origin: common.OriginOption = "unilateral",
    registry: common.RegistryOption = None,
    lang: common.LangOption = None,
    format: common.FormatOption = "table",
) -> None:
    def body(spoken: str) -> None:
        kind = common.check_choice(format, common.FORMATS)
        chosen = common.origin_of(origin)
        loaded = common.load(registry, spoken)
        result = query.history(loaded, measure or (), chosen)
        if common.told_as_json(kind, loaded, result):
            return
        from nkj.views import history as view

        sheet = view.sheet(result, common.phrases(loaded, spoken), common.verified_notes(loaded, spoken))
        common.draw(sheet, kind, spoken)

    common.run(lang, body)
