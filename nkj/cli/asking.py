"""Words typed to a question: the day, the language, the registry; and an answer to its format.

What lives here: the only place that reads the clock, what is checked before a question is asked,
and the exit codes of wrong usage. What does not: options (``options``), writing (``streams``).

Exit codes: 0 answered, 1 the registry has problems, 2 wrong usage, 3 the output could not be
written, 130 interrupted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn, cast

import typer

from nkj import problems as _problems
from nkj import registry as _registry
from nkj.characters import printable
from nkj.choices import OriginChoice, day_of
from nkj.cli.language import ASKED, of_environment
from nkj.cli.options import ORIGINS
from nkj.cli.streams import draw_table, say_error, write
from nkj.model import Registry
from nkj.wording import LANGUAGES, words

if TYPE_CHECKING:
    from nkj.queries.result import Result
    from nkj.sheets.phrases import Phrases
    from nkj.sheets.sheet import Sheet

JAPAN = dt.timezone(dt.timedelta(hours=9))


def today() -> int:
    """The day in Japan, as an ordinal."""
    return dt.datetime.now(JAPAN).date().toordinal()


def language(given: str | None) -> str:
    """``--lang`` or ``NKJ_LANG``, else ``ja`` in a Japanese locale, else ``en``."""
    if given is not None:
        return check_choice(given, LANGUAGES)
    return of_environment()


def check_choice(given: str, choices: tuple[str, ...]) -> str:
    """The choice, or wrong usage."""
    if given not in choices:
        raise _problems.WrongUsage(
            "usage.choice", text=printable(given), choices=", ".join(choices)
        )
    return given


def resolve_day(registry: Registry, text: str) -> int:
    """A day argument as an ordinal; ``today`` is the day in Japan."""
    return today() if text.strip() == "today" else day_of(registry, text)


def load(path: str | None, lang: str) -> Registry:
    """The registry, or its problems on standard error and exit 1; warnings are for ``validate``."""
    try:
        return _registry.load(path)
    except _problems.RegistryError as error:
        from nkj.sheets import problems as view

        say_error(view.render(error.problems, lang))
        raise typer.Exit(1) from None


def origin_of(given: str) -> OriginChoice:
    """``--origin``, or wrong usage."""
    return cast("OriginChoice", check_choice(given, ORIGINS))


def run(lang: str | None, command: Callable[[str], None]) -> None:
    """Run a command's body in its language; wrong usage becomes one sentence and exit 2."""
    spoken = ASKED
    try:
        spoken = language(lang)
        command(spoken)
    except _problems.WrongUsage as error:
        _fail(error.message(spoken))
    except _problems.RegistryNotFound as error:
        _fail(words(spoken).say(f"path.{error.reason}", path=printable(error.path)))


def _fail(sentence: str) -> NoReturn:
    say_error(f"nkj: {sentence}\n")
    raise typer.Exit(2)


def verified_notes(registry: Registry, lang: str, *shown_days: int) -> tuple[str, ...]:
    """How far the registry was checked, and whether the days asked for lie outside."""
    from nkj import days

    say = words(lang).say
    notes = []
    if registry.verified_through is not None:
        note = say("note.verified", through=days.iso(registry.verified_through))
        after = [day for day in shown_days if day > registry.verified_through]
        notes.append(
            say("join.sentences").join(
                [note, *(say("note.after", day=days.iso(day)) for day in after[:1])]
            )
        )
    for day in shown_days:
        if registry.verified_from is not None and day < registry.verified_from:
            notes.append(
                say("note.before", day=days.iso(day), verified=days.iso(registry.verified_from))
            )
    return tuple(notes)


def phrases(registry: Registry, lang: str) -> Phrases:
    """The registry's values in the answer's language."""
    from nkj.sheets.phrases import Phrases

    return Phrases(registry, words(lang))


def told_as_json(kind: str, registry: Registry, result: Result) -> bool:
    """Write a result as JSON if that is the format asked for; nothing that only tables need is
    imported then.
    """
    if kind != "json":
        return False
    from nkj.formats import json

    write(json.answer(registry, result))
    return True


def draw(sheet: Sheet, kind: str, lang: str) -> None:
    """Write a sheet in a format; a table is as wide as the terminal, else COLUMNS, else 100."""
    from nkj.sheets.sheet import has_doubt

    if has_doubt(sheet):
        sheet = sheet._replace(notes=(*sheet.notes, words(lang).say("note.doubt")))
    if kind == "plain":
        from nkj.formats import plain

        write(plain.render(sheet))
    elif kind == "csv":
        from nkj.formats import csv

        say = words(lang).say
        write(csv.render(sheet, tuple(say(f"csv.{head}") for head in csv.HEADS), say("csv.notes")))
    elif kind == "markdown":
        from nkj.formats import markdown

        write(markdown.render(sheet))
    else:
        draw_table(sheet)
