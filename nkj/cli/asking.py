"""Words typed to a question: the day, the language, the registry; and an answer to its format.

What lives here: the only place that reads the clock, and what is checked before a question is
asked. What does not: options (``options``), writing (``streams``), exit codes (``ending``).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from nkj import problems as _problems
from nkj import registry as _registry
from nkj.choices import OriginChoice, day_of, printable
from nkj.cli.language import of_environment
from nkj.cli.options import ORIGINS
from nkj.cli.streams import draw_table, write
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


def load(path: str | None) -> Registry:
    """The registry at a path; None is the bundled one. Its warnings are for ``nkj validate``."""
    return _registry.load(path)


def origin_of(given: str) -> OriginChoice:
    """``--origin``, or wrong usage."""
    return cast("OriginChoice", check_choice(given, ORIGINS))


def verified_notes(registry: Registry, lang: str, *shown_days: int) -> tuple[str, ...]:
    """How far the registry was checked, and whether the days asked for lie outside."""
    from nkj import days

    say = words(lang).say
    notes = []
    if registry.verified_through is not None:
        note = say("note.verified", through=days.iso(registry.verified_through))
        after = [day for day in shown_days if day > registry.verified_through]
        if after:
            note = say("join.sentences").join((note, say("note.after", day=days.iso(after[0]))))
        notes.append(note)
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
