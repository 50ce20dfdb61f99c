"""``nkj search``: where a word stands."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.queries import search as query
from nkj.queries.headings import LISTS
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("search", cls=Command, help=HELP["search"])
def search(
    word: Annotated[list[str], typer.Argument(metavar="WORD...", help=HELP["word"])],
    first: options.FromOption = None,
    last: options.ToOption = None,
    of_kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=HELP["search-kind"].format(kinds=", ".join(LISTS)),
            autocompletion=options.offered("KINDS"),
        ),
    ] = None,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    loaded = asking.load(registry)
    one, two = asking.interval(loaded, asking.NOTHING, first, last)
    # The words of a phrase need no quotes.
    result = query.search(loaded, " ".join(word), one, two, of_kind)
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import search as view

    asking.draw(view.sheet(result, words(spoken)), kind, spoken)
