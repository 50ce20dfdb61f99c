"""The options that several commands share, each written once.

What lives here: the annotated types of Typer's parameters, and the choices that they offer. What
does not: reading them (``asking``).
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from nkj.cli.completion import COMPLETION
from nkj.cli.language import HELP
from nkj.formats import FORMATS
from nkj.wording import LANGUAGES

if TYPE_CHECKING:
    from nkj.cli.offering import Offering

ORIGINS = ("unilateral", "un", "all")


def offered(name: str) -> Offering | None:
    """What a shell is offered for a parameter (a name of ``offering``), if it is a shell that asks:
    Typer reads the signature of each such function, and no answer needs that.
    """
    if COMPLETION not in os.environ:
        return None
    from nkj.cli import offering

    found: Offering = getattr(offering, name)
    return found


def offered_of(words: Iterable[str]) -> Offering | None:
    """The same for one of some fixed words."""
    if COMPLETION not in os.environ:
        return None
    from nkj.cli import offering

    return offering.choices(words)


RegistryOption = Annotated[
    str | None,
    typer.Option("--registry", metavar="PATH", envvar="NKJ_REGISTRY", help=HELP["registry"]),
]
LangOption = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="LANG",
        envvar="NKJ_LANG",
        help=HELP["lang"],
        autocompletion=offered_of(LANGUAGES),
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=HELP["output"].format(formats=", ".join(FORMATS)),
        autocompletion=offered_of(FORMATS),
    ),
]
MeasureOption = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        "-m",
        metavar="MEASURE",
        help=HELP["measure"],
        autocompletion=offered("MEASURES"),
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DAY", help=HELP["from-day"], autocompletion=offered("DAYS")),
]
ToOption = Annotated[
    str | None,
    typer.Option("--to", metavar="DAY", help=HELP["to-day"], autocompletion=offered("DAYS")),
]
OriginOption = Annotated[
    str,
    typer.Option(
        "--origin", metavar="ORIGIN", help=HELP["origin"], autocompletion=offered_of(ORIGINS)
    ),
]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help=HELP["on"], autocompletion=offered("DAYS")),
]
WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DAY] [MEASURE]...",
        help=HELP["day-measures"],
        autocompletion=offered("DAYS_AND_MEASURES"),
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help=HELP["strict"])]
OutputOption = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help=HELP["output-file"])
]
ForceOption = Annotated[bool, typer.Option("--force", help=HELP["force"])]
