"""``nkj page``: one HTML file that answers any day, any two days, each life, each bargain."""

from __future__ import annotations

import typer

from nkj.characters import printable_path
from nkj.cli import asking, options, outfile, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("page", cls=Command, help=HELP["page"])
def page(
    output: options.OutputOption,
    force: options.ForceOption = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
) -> None:
    spoken = asking.language(lang)
    say = words(spoken).say
    outfile.check(output, force)
    loaded = asking.load(registry)
    from nkj.page import page as made

    with outfile.told_if_slow(say("page.working")):
        data = made(loaded, spoken).encode("utf-8")
    outfile.write(output, data, force)
    if output != outfile.STANDARD_OUTPUT:
        told = say("page.done", path=printable_path(output), bytes=f"{len(data):,}")
        streams.say_error(f"{told}\n")
