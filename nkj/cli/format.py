"""``nkj format``: put the files of a registry into the one form, or say which are not in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nkj.characters import printable_path
from nkj.cli import asking, ending, options, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.registry import files
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("format", cls=Command, help=HELP["format"])
def format(
    path: Annotated[str, typer.Argument(metavar="PATH", help=HELP["path-to-format"])],
    check: Annotated[bool, typer.Option("--check", help=HELP["check"])] = False,
    lang: options.LangOption = None,
) -> None:
    spoken = asking.language(lang)
    from nkj.registry.editing.form import Edited, Unformable, formed, rewrite

    say = words(spoken).say
    told: list[str] = []
    refused, odd = False, 0
    for file in files.read_files(path):
        name = printable_path(file.shown)
        try:
            text = formed(file)
        except Unformable as error:
            refused = True
            streams.say_error(f"{say(f'format.{error.reason}', path=name)}\n")
            continue
        if text.encode("utf-8") == file.data:
            continue
        odd += 1
        if not check:
            try:
                with streams.uninterrupted():
                    rewrite(Path(file.shown), text, file.data)
            except (OSError, Edited) as error:
                streams.write("".join(f"{line}\n" for line in told))
                streams.say_error(f"nkj: {_unwritten(name, error, spoken)}\n")
                raise typer.Exit(ending.FAILED) from None
        told.append(say("format.odd" if check else "format.done", path=name))
    streams.write(
        "".join(f"{line}\n" for line in told or [say("format.none")] if not refused or told)
    )
    if refused or (check and odd):
        raise typer.Exit(ending.PROBLEMS)


def _unwritten(name: str, error: Exception, spoken: str) -> str:
    """Why a file was not written."""
    say = words(spoken).say
    if isinstance(error, OSError):
        return f"{name}: {say('usage.output', why=error.strerror or '')}"
    return say("format.edited", path=name)
