"""``nkj validate``: whether a registry is sound."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj import registry as _registry
from nkj.cli import common
from nkj.wording.help import HELP

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("validate", help=HELP["validate"])
def validate(
    path: Annotated[str | None, typer.Argument(metavar="[PATH]", help=HELP["path"])] = None,
    strict: common.StrictOption = False,
    registry: common.RegistryOption = None,
    lang: common.LangOption = None,
    format: common.FormatOption = "table",
) -> None:
    def body(spoken: str) -> None:
        kind = common.check_choice(format, common.FORMATS)
        reading = _registry.read(path if path is not None else registry)
        errors = sum(problem.severity == "error" for problem in reading.problems)
        warnings = len(reading.problems) - errors
        if kind == "json":
            from nkj.views import json

            common.write(json.problems(reading.registry, reading.hash, reading.problems, spoken))
        else:
            _tell(reading, path or registry, errors, warnings, spoken)
        if errors or (strict and warnings):
            raise typer.Exit(1)

    common.run(lang, body)


def _tell(reading: _registry.Reading, path: str | None, errors: int, warnings: int, spoken: str) -> None:
    from nkj.choices import printable
    from nkj.views import problems as view
    from nkj.wording import words

    say = words(spoken).say
    if reading.problems:
        common.say_error(view.render(reading.problems, spoken) + "\n")
        common.say_error(say("validate.count", errors=errors, warnings=warnings) + "\n")
    if reading.registry is not None and not reading.problems:
        measures = reading.registry.measures
        common.write(
            say(
                "validate.sound",
                path=printable(path or "data"),
                measures=len(measures),
                events=sum(len(measure.events) for measure in measures),
                sources=len(reading.registry.sources),
            )
            + "\n"
        )
