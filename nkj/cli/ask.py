"""``nkj ask``: what the terms of a day say of an act."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.characters import printable
from nkj.cli import asking, options
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.model import Registry
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
    on: Annotated[str | None, typer.Option("--on", help=HELP["on"])] = None,
    explain: Annotated[bool, typer.Option("--explain", help=HELP["ask-explain"])] = False,
    rows: Annotated[
        str | None, typer.Option("--rows", metavar="FILE.csv", help=HELP["ask-rows"])
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help=HELP["output-file"])
    ] = None,
    of: Annotated[
        str | None, typer.Option("--conduct", metavar="CONDUCT", help=HELP["ask-of"])
    ] = None,
    force: options.ForceOption = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> int:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    loaded = asking.load(registry)
    named = _one_of(conduct, of)
    if rows is not None:
        return _many(loaded, rows, output, named, facts, on, force, spoken)
    if output is not None:
        raise WrongUsage("usage.ask.output-alone")
    day = asking.dated(loaded, on or "today")
    result = query.ask(loaded, named, day, _facts(facts or ()))
    if asking.written_as_data(kind, result):
        return 0
    from nkj.sheets import ask as view

    asking.draw(view.sheet(result, words(spoken), explain), kind, spoken)
    return 0


def _one_of(conduct: str | None, of: str | None) -> str | None:
    """The conduct, wherever it was named."""
    if conduct is not None and of is not None and conduct != of:
        raise WrongUsage("usage.ask.two-conducts", one=printable(conduct), other=printable(of))
    return conduct if conduct is not None else of


def _many(
    loaded: Registry,
    rows: str,
    output: str | None,
    conduct: str | None,
    facts: list[str] | None,
    on: str | None,
    force: bool,
    lang: str,
) -> int:
    """A table of acts: each row brings its own facts."""
    if facts:
        raise WrongUsage("usage.ask.rows-facts", text=printable(facts[0]))
    if output is None:
        raise WrongUsage("usage.ask.needs-output")
    from nkj.cli.rows import Order, answer_rows

    day = asking.dated(loaded, on) if on is not None else None
    return answer_rows(loaded, Order(rows, output, conduct, day, force, lang))


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
