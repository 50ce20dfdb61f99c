"""``nkj export``: the registry in the formats of other tools.

What lives here: which format is meant, what may be written where, and telling how far it is. What
does not: the formats and the writing itself (``exports``).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, cast

import typer

from nkj import exports
from nkj.choices import Day
from nkj.cli import asking, options, outfile, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.model import Registry
from nkj.problems import WrongUsage
from nkj.tables.panel import PERIODS, Period

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("export", cls=Command, help=HELP["export"])
def export(
    format: Annotated[
        str | None,
        typer.Argument(
            metavar="[FORMAT]", help=HELP["to"].format(formats=", ".join(exports.FORMATS))
        ),
    ] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", help=HELP["into"])] = None,
    force: Annotated[bool, typer.Option("--force", help=HELP["force"])] = False,
    by: Annotated[str | None, typer.Option("--by", help=HELP["by"])] = None,
    first: Annotated[str | None, typer.Option("--from", help=HELP["from"])] = None,
    last: Annotated[str | None, typer.Option("--to", help=HELP["until"])] = None,
    measure: options.MeasureOption = None,
    origin: Annotated[str | None, typer.Option("--origin", help=HELP["panel-origin"])] = None,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
) -> None:
    spoken = asking.language(lang)
    name = _format(format, output)
    asked = {"--by": by, "--from": first, "--to": last, "--measure": measure, "--origin": origin}
    given = [option for option, value in asked.items() if value]
    if given and name != "panel":
        raise WrongUsage("usage.panel-only", option=given[0])
    _check_place(name, output, force)
    loaded = asking.load(registry)
    span = exports.Span(
        by=cast("Period", asking.check_choice(by or "month", PERIODS)),
        first=_day(loaded, first),
        last=_day(loaded, last),
        measures=tuple(measure or ()),
        origin=asking.origin_of(origin or "all"),
    )
    job = exports.Job(loaded, spoken, span, outfile.teller(spoken))
    _write(name, job, output or "-", force)


def _format(given: str | None, output: str | None) -> str:
    """The format named, else the one that the file's ending means, or wrong usage."""
    known = ", ".join(exports.FORMATS)
    if given is not None:
        return asking.check_choice(given, tuple(exports.FORMATS))
    found = exports.format_of(Path(output).name) if output else None
    if found is None:
        raise WrongUsage("usage.no-format", choices=known)
    return found


def _check_place(name: str, output: str | None, force: bool) -> None:
    """Refuse what would replace something, or put a folder where only a file can be."""
    folder = exports.FORMATS[name].folder
    if output is None or (folder and output == outfile.STANDARD_OUTPUT):
        raise WrongUsage("usage.needs-folder" if folder else "usage.needs-file", text=name)
    check = outfile.check_folder if folder else outfile.check
    check(output, force)


def _day(registry: Registry, given: str | None) -> Day | None:
    return None if given is None else asking.dated(registry, given)


def _write(name: str, job: exports.Job, output: str, force: bool) -> None:
    """Make every file, then write them: what takes long comes before anything is on the disk."""
    made = list(exports.files(name, job))
    if not exports.FORMATS[name].folder:
        outfile.write(output, made[0].data, force)
        return
    from nkj.exports import folders

    with outfile.told_of_folder(output), streams.uninterrupted():
        folders.write(Path(output), made)
