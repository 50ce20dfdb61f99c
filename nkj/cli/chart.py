"""``nkj chart``: a picture of the registry, as SVG, PNG, PDF or HTML."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.characters import printable, printable_path
from nkj.cli import asking, options, outfile, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.problems import WrongUsage
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)

#: What the end of a file's name asks for; standard output gets the first.
FORMS = ("svg", "png", "pdf", "html")


@app.command("chart", cls=Command, help=HELP["chart"])
def chart(
    name: Annotated[str, typer.Argument(metavar="NAME", help=HELP["chart-name"])],
    output: options.OutputOption,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help=HELP["from-day"])
    ] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help=HELP["to-day"])] = None,
    measure: options.MeasureOption = None,
    origin: options.OriginOption = "unilateral",
    exchange: Annotated[
        str | None, typer.Option("--exchange", metavar="ID", help=HELP["one-exchange"])
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help=HELP["title"])] = None,
    subtitle: Annotated[str | None, typer.Option("--subtitle", help=HELP["subtitle"])] = None,
    width: Annotated[int, typer.Option("--width", min=860, max=4000, help=HELP["width"])] = 1260,
    data: Annotated[
        str | None, typer.Option("--data", metavar="FILE.csv", help=HELP["data-file"])
    ] = None,
    force: options.ForceOption = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
) -> None:
    spoken = asking.language(lang)
    from nkj import pictures

    asking.check_choice(name, pictures.PICTURES)
    form = form_of(output)
    for path in (output, data):
        if path is not None:
            outfile.check(path, force)
    loaded = asking.load(registry)
    begin, end = asking.interval(loaded, asking.NOTHING, first, last)
    asked = pictures.Asked(
        first=begin,
        last=end,
        measures=measure or (),
        origin=asking.origin_of(origin),
        lang=spoken,
        title=title,
        subtitle=subtitle,
        width=width,
        exchange=exchange,
    )
    with outfile.told_if_slow(words(spoken).say("picture.working")):
        picture = pictures.draw(loaded, name, asked)
        written = pictures.written(picture, form)
    outfile.write(output, written, force)
    if data is not None:
        outfile.write(data, pictures.as_csv(picture), force)
    if output != outfile.STANDARD_OUTPUT:
        told = words(spoken).say(
            "page.done", path=printable_path(output), bytes=f"{len(written):,}"
        )
        streams.say_error(f"{told}\n")


def form_of(output: str) -> str:
    """What the end of the file's name asks for."""
    if output == outfile.STANDARD_OUTPUT:
        return FORMS[0]
    form = output.rpartition(".")[2].lower()
    if form not in FORMS:
        endings = ", ".join(f".{known}" for known in FORMS)
        raise WrongUsage("usage.ending", text=printable(output), choices=endings)
    return form
