"""``nkj sources``: which sources there are, and what rests on each."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.model import SOURCE_KINDS, SourceKind
from nkj.queries import sources as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("sources", cls=Command, help=HELP["sources"])
def sources(
    id: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]...", help=HELP["source"], autocompletion=options.offered("SOURCES")
        ),
    ] = None,
    measure: options.MeasureOption = None,
    of_kind: Annotated[
        str | None,
        typer.Option("--kind", help=HELP["kind"], autocompletion=options.offered_of(SOURCE_KINDS)),
    ] = None,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    wanted = (
        None if of_kind is None else cast(SourceKind, asking.check_choice(of_kind, SOURCE_KINDS))
    )
    loaded = asking.load(registry)
    result = query.sources(loaded, id or (), measure or (), wanted)
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import sources as view

    asking.draw(view.sheet(result, words(spoken)), kind, spoken)
