"""``nkj diff``: what differs between two days."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import common
from nkj.cli.language import HELP
from nkj.queries import diff as query

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("diff", help=HELP["diff"])
def diff(
    first: Annotated[str, typer.Argument(metavar="DAY", help=HELP["day"])],
    last: Annotated[str, typer.Argument(metavar="DAY", help=HELP["day"])],
    measure: common.MeasureOption = None,
    origin: common.OriginOption = "unilateral",
    all: Annotated[bool, typer.Option("--all", help=HELP["all"])] = False,
    registry: common.RegistryOption = None,
    lang: common.LangOption = None,
    format: common.FormatOption = "table",
) -> None:
    def body(spoken: str) -> None:
        kind = common.check_choice(format, common.FORMATS)
        chosen = common.origin_of(origin)
        loaded = common.load(registry, spoken)
        one, two = common.resolve_day(loaded, first), common.resolve_day(loaded, last)
        result = query.diff(loaded, one, two, measure or (), chosen, unchanged=all)
        if common.told_as_json(kind, loaded, result):
            return
        from nkj.views import diff as view

        notes = common.verified_notes(loaded, spoken, *sorted((one, two)))
        sheet = view.sheet(result, common.phrases(loaded, spoken), notes)
        common.draw(sheet, kind, spoken)

    common.run(lang, body)
