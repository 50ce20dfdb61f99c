"""``nkj show``: everything about one id."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import common
from nkj.cli.language import HELP
from nkj.queries import show as query

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("show", help=HELP["show"])
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help=HELP["id"])],
    registry: common.RegistryOption = None,
    lang: common.LangOption = None,
    format: common.FormatOption = "table",
) -> None:
    def body(spoken: str) -> None:
        kind = common.check_choice(format, common.FORMATS)
        loaded = common.load(registry, spoken)
        result = query.show(loaded, id)
        if kind == "json":
            from nkj.views import json

            common.write(json.shown(loaded, result))
            return
        from nkj.views import show as view

        sheet = view.sheet(result, common.phrases(loaded, spoken), common.verified_notes(loaded, spoken))
        common.draw(sheet, kind, spoken)

    common.run(lang, body)
