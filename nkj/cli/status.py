"""``nkj status``: what is in force on a day."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import common
from nkj.cli.language import HELP
from nkj.queries import status as query

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("status", help=HELP["status"])
def status(
    on: Annotated[str, typer.Option("--on", help=HELP["on"])] = "today",
    measure: common.MeasureOption = None,
    origin: common.OriginOption = "unilateral",
    explain: Annotated[bool, typer.Option("--explain", help=HELP["explain"])] = False,
    registry: common.RegistryOption = None,
    lang: common.LangOption = None,
    format: common.FormatOption = "table",
) -> None:
    def body(spoken: str) -> None:
        kind = common.check_choice(format, common.FORMATS)
        chosen = common.origin_of(origin)
        loaded = common.load(registry, spoken)
        day = common.resolve_day(loaded, on)
        result = query.status(loaded, day, measure or (), chosen)
        if common.told_as_json(kind, loaded, result):
            return
        from nkj.views import status as view

        notes = common.verified_notes(loaded, spoken, day)
        sheet = view.sheet(result, common.phrases(loaded, spoken), notes, chosen == "unilateral", explain)
        common.draw(sheet, kind, spoken)

    common.run(lang, body)
