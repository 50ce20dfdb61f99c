"""``nkj parties``: who was listed, and whether a party was frozen on a day."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.model import PARTY_TYPES, PartyType
from nkj.queries import parties as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("parties", cls=Command, help=HELP["parties"])
def parties(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]", help=HELP["name"], autocompletion=options.offered("PARTIES")
        ),
    ] = None,
    on: Annotated[str, typer.Option("--on", metavar="DAY", help=HELP["on"])] = "today",
    of_list: Annotated[
        list[str] | None, typer.Option("--list", metavar="MEASURE", help=HELP["of-list"])
    ] = None,
    of_type: Annotated[str | None, typer.Option("--type", help=HELP["type"])] = None,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    wanted = None if of_type is None else cast(PartyType, asking.check_choice(of_type, PARTY_TYPES))
    loaded = asking.load(registry)
    day = asking.dated(loaded, on)
    # The words of a name need no quotes.
    asked = " ".join(name) if name else None
    result = query.parties(loaded, asked, day, of_list or (), wanted)
    if asking.written_as_data(kind, result):
        return
    from nkj.sheets import parties as view

    asking.draw(view.sheet(result, words(spoken)), kind, spoken)
