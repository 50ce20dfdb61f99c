"""``nkj ask``: what the terms of a day say of an act."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.characters import printable
from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.problems import WrongUsage
from nkj.queries import ask as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("ask", cls=Command, help=HELP["ask"])
def ask(
    conduct: Annotated[str | None, typer.Argument(help=HELP["ask-conduct"])] = None,
    facts: Annotated[
        list[str] | None, typer.Argument(metavar="[FACT=VALUE]...", help=HELP["ask-facts"])
    ] = None,
    on: Annotated[str, typer.Option("--on", help=HELP["on"])] = "today",
    explain: Annotated[bool, typer.Option("--explain", help=HELP["explain"])] = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    loaded = asking.load(registry)
    day = asking.dated(loaded, on)
    result = query.ask(loaded, conduct, day, _facts(facts or ()))
    if asking.written_as_json(kind, result):
        return
    from nkj.sheets import ask as view

    asking.draw(view.sheet(result, words(spoken), explain), kind, spoken)


def _facts(typed: list[str] | tuple[()]) -> dict[str, object]:
    """``yen=5000000`` as a fact and its value; one given twice is a slip."""
    found: dict[str, object] = {}
    for word in typed:
        name, sign, value = word.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise WrongUsage("usage.ask.no-value", text=printable(word))
        if name.strip() in found:
            raise WrongUsage("usage.ask.twice", fact=printable(name.strip()))
        found[name.strip()] = value.strip()
    return found
