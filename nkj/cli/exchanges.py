"""``nkj exchanges``: who promised what for what, and who kept it."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import common
from nkj.cli.language import HELP
from nkj.queries import exchanges as query

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("exchanges", help=HELP["exchanges"])
def exchanges(
    id: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help=HELP["exchange"])] = None,
    measure: common.MeasureOption = None,
    registry: common.RegistryOption = None,
    lang: common.LangOption = None,
    format: common.FormatOption = "table",
) -> None:
    def body(spoken: str) -> None:
        kind = common.check_choice(format, common.FORMATS)
        loaded = common.load(registry, spoken)
        result = query.exchanges(loaded, id or (), measure or ())
        if common.told_as_json(kind, loaded, result):
            return
        from nkj.views import exchanges as view

        make = view.sheet if id else view.glance
        notes = common.verified_notes(loaded, spoken)
        common.draw(make(result, common.phrases(loaded, spoken), notes), kind, spoken)

    common.run(lang, body)
