"""The options that several commands share, each written once.

What lives here: the annotated types of Typer's parameters, and the choices that they offer. What
does not: reading them (``asking``).
"""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import offering
from nkj.cli.language import HELP
from nkj.formats import FORMATS
from nkj.wording import LANGUAGES

ORIGINS = ("unilateral", "un", "all")

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
        autocompletion=offering.choices(LANGUAGES),
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=HELP["output"].format(formats=", ".join(FORMATS)),
        autocompletion=offering.choices(FORMATS),
    ),
]
MeasureOption = Annotated[
    list[str] | None,
    typer.Option(
        "--measure", "-m", metavar="MEASURE", help=HELP["measure"], autocompletion=offering.MEASURES
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DAY", help=HELP["from-day"], autocompletion=offering.DAYS),
]
ToOption = Annotated[
    str | None,
    typer.Option("--to", metavar="DAY", help=HELP["to-day"], autocompletion=offering.DAYS),
]
OriginOption = Annotated[
    str,
    typer.Option(
        "--origin", metavar="ORIGIN", help=HELP["origin"], autocompletion=offering.choices(ORIGINS)
    ),
]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help=HELP["on"], autocompletion=offering.DAYS),
]
WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DAY] [MEASURE]...",
        help=HELP["day-measures"],
        autocompletion=offering.DAYS_AND_MEASURES,
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help=HELP["strict"])]
OutputOption = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help=HELP["output-file"])
]
ForceOption = Annotated[bool, typer.Option("--force", help=HELP["force"])]
