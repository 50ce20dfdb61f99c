"""``nkj timeline``: act and answer down the days."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import common
from nkj.cli.language import HELP
from nkj.queries import timeline as query

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("timeline", help=HELP["timeline"])
def timeline(
    first: Annotated[str | None, typer.Argument(metavar="[DAY]", help=HELP["from-day"])] = None,
    last: Annotated[str | None, typer.Argument(metavar="[DAY]", help=HELP["to-day"])] = None,
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
        one = common.resolve_day(loaded, first) if first is not None else None
        two = common.resolve_day(loaded, last) if last is not None else None
        result = query.timeline(loaded, one, two, measure or (), chosen)
        if common.told_as_json(kind, loaded, result):
            return
        from nkj.views import timeline as view

        sheet = view.sheet(result, common.phrases(loaded, spoken), common.verified_notes(loaded, spoken))
        common.draw(sheet, kind, spoken)

    common.run(lang, body)
