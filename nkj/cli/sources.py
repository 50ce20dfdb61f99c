"""``nkj sources``: which sources there are, and what rests on each."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from nkj.cli import common
from nkj.cli.language import HELP
from nkj.model import SOURCE_KINDS, SourceKind
from nkj.queries import sources as query

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("sources", help=HELP["sources"])
def sources(
    id: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help=HELP["source"])] = None,
    measure: common.MeasureOption = None,
    of_kind: Annotated[str | None, typer.Option("--kind", help=HELP["kind"])] = None,
    registry: common.RegistryOption = None,
    lang: common.LangOption = None,
    format: common.FormatOption = "table",
) -> None:
    def body(spoken: str) -> None:
        kind = common.check_choice(format, common.FORMATS)
        wanted = None if of_kind is None else cast(SourceKind, common.check_choice(of_kind, SOURCE_KINDS))
        loaded = common.load(registry, spoken)
        result = query.sources(loaded, id or (), measure or (), wanted)
        if common.told_as_json(kind, loaded, result):
            return
        from nkj.views import sources as view

        notes = common.verified_notes(loaded, spoken)
        common.draw(view.sheet(result, common.phrases(loaded, spoken), notes), kind, spoken)

    common.run(lang, body)
