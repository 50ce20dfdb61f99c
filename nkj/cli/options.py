"""The options that several commands share, each written once.

What lives here: the annotated types of Typer's parameters, and the choices that they offer. What
does not: reading them (``asking``).
"""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli.language import HELP
from nkj.formats import FORMATS

ORIGINS = ("unilateral", "un", "all")

RegistryOption = Annotated[
    str | None,
    typer.Option("--registry", metavar="PATH", envvar="NKJ_REGISTRY", help=HELP["registry"]),
]
LangOption = Annotated[
    str | None, typer.Option("--lang", metavar="LANG", envvar="NKJ_LANG", help=HELP["lang"])
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help=HELP["output"].format(formats=", ".join(FORMATS))
    ),
]
MeasureOption = Annotated[
    list[str] | None, typer.Option("--measure", "-m", metavar="MEASURE", help=HELP["measure"])
]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DAY", help=HELP["from-day"])]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DAY", help=HELP["to-day"])]
OriginOption = Annotated[str, typer.Option("--origin", metavar="ORIGIN", help=HELP["origin"])]
StrictOption = Annotated[bool, typer.Option("--strict", help=HELP["strict"])]
OutputOption = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help=HELP["output-file"])
]
ForceOption = Annotated[bool, typer.Option("--force", help=HELP["force"])]
