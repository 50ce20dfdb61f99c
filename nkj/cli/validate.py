"""``nkj validate``: whether a registry is sound."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj import registry as _registry
from nkj.characters import printable_path
from nkj.cli import asking, ending, options, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.model import Registry
from nkj.problems import WrongUsage
from nkj.queries.evidence import EvidenceResult
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)

#: Formats in which problems are told as paragraphs on standard error, and what is sound in one line
#: on standard output. In the others the whole answer is one sheet: a file holds one table.
_READ_BY_EYE = ("table", "plain")


@app.command("validate", cls=Command, help=HELP["validate"])
def validate(
    path: Annotated[str | None, typer.Argument(metavar="[PATH]", help=HELP["path"])] = None,
    strict: options.StrictOption = False,
    evidence: Annotated[bool, typer.Option("--evidence", help=HELP["evidence"])] = False,
    due: Annotated[bool, typer.Option("--due", help=HELP["due"])] = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    if due and evidence:
        raise WrongUsage("usage.two-ways", text="--due", option="--evidence")
    reading = _registry.read(path if path is not None else registry)
    if due and reading.registry is not None:
        if _tell_due(reading.registry, kind, spoken, soon=strict):
            raise typer.Exit(ending.PROBLEMS)
        return
    errors = sum(problem.severity == "error" for problem in reading.problems)
    warnings = len(reading.problems) - errors
    known = _evidence(reading.registry) if evidence and reading.registry is not None else None
    if kind == "json":
        from nkj.formats import json

        streams.write(
            json.problems(reading.registry, reading.hash, reading.problems, spoken, known)
        )
    elif kind == "csv":
        _write_csv(reading, known, errors, warnings, spoken)
    elif kind in _READ_BY_EYE:
        _tell(reading, path or registry, errors, warnings, spoken)
        if known is not None:
            from nkj.sheets import evidence as evidence_view

            asking.draw(evidence_view.sheet(known, words(spoken)), kind, spoken)
    else:
        from nkj.sheets import problems as view

        title = _sound(reading, path or registry, spoken) or _count(errors, warnings, spoken)
        asking.draw(view.sheet(reading.problems, title, words(spoken), known), kind, spoken)
    if errors or (strict and warnings):
        raise typer.Exit(ending.PROBLEMS)


def _tell(
    reading: _registry.Reading, path: str | None, errors: int, warnings: int, spoken: str
) -> None:
    from nkj.sheets import problems as view

    if reading.problems:
        streams.say_error(
            f"{view.render(reading.problems, spoken)}\n{_count(errors, warnings, spoken)}\n"
        )
    sound = _sound(reading, path, spoken)
    if sound:
        streams.write(f"{sound}\n")


def _write_csv(
    reading: _registry.Reading,
    known: EvidenceResult | None,
    errors: int,
    warnings: int,
    spoken: str,
) -> None:
    """One table: the problems, or how well the registry is known; then its warnings are told."""
    from nkj.formats import csv, json

    if known is None:
        streams.write(csv.problems(json.problem_rows(reading.problems, spoken)))
        return
    streams.write(csv.answer(known))
    if reading.problems:
        from nkj.sheets import problems as view

        rendered = view.render(reading.problems, spoken)
        streams.say_error(f"{rendered}\n{_count(errors, warnings, spoken)}\n")


def _tell_due(registry: Registry, kind: str, spoken: str, soon: bool) -> bool:
    """What to look at today; a registry with errors has only its problems. True if something is
    past its last day and its evidence, or, if that is asked for, comes to it soon.
    """
    from nkj.queries import due as query

    result = query.due(registry, asking.today(registry.programme.time_zone))
    if not asking.written_as_data(kind, result):
        from nkj.sheets import due as view

        asking.draw(view.sheet(result, words(spoken)), kind, spoken)
    return any(one.past or soon for one in result.measures)


def _evidence(registry: Registry) -> EvidenceResult:
    from nkj.queries.evidence import evidence

    return evidence(registry)


def _count(errors: int, warnings: int, spoken: str) -> str:
    return words(spoken).say("validate.count", errors=errors, warnings=warnings)


def _sound(reading: _registry.Reading, path: str | None, spoken: str) -> str:
    """What a sound registry holds; nothing for one that is not."""
    if reading.registry is None or reading.problems:
        return ""
    held = {
        "measures": len(reading.registry.measures),
        "events": sum(len(measure.events) for measure in reading.registry.measures),
        "exchanges": len(reading.registry.exchanges),
        "sources": len(reading.registry.sources),
    }
    counts = {kind: words(spoken).counted(f"counts.{kind}", n) for kind, n in held.items()}
    return words(spoken).say("validate.sound", path=printable_path(path or "data"), **counts)
