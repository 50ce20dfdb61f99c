"""``nkj status``: what is in force on a day."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from nkj import choices
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
        chosen = cast(choices.OriginChoice, common.check_choice(origin, common.ORIGINS))
        loaded = common.load(registry, spoken)
        day = common.resolve_day(loaded, on)
        result = query.status(loaded, day, measure or (), chosen)
        if kind == "json":
            from nkj.views import json

            common.write(json.answer(loaded, result))
            return
        from nkj.views import status as view

        notes = common.verified_notes(loaded, spoken, day)
        sheet = view.sheet(result, common.phrases(loaded, spoken), notes, chosen == "unilateral", explain)
        common.draw(sheet, kind, spoken)

    common.run(lang, body)
