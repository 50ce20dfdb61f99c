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

from nkj import formats
from nkj import problems as _problems
from nkj import registry as _registry
from nkj.characters import printable
from nkj.choices import OriginChoice, day_of
from nkj.cli.language import ASKED, of_environment
from nkj.cli.options import ORIGINS
from nkj.cli.streams import page, say_error, write
from nkj.model import Registry
from nkj.wording import LANGUAGES, words

if TYPE_CHECKING:
    from nkj.queries.result import Answer
    from nkj.sheets.sheet import Sheet


def today(time_zone: str) -> int:
    """The day in a time zone, as an ordinal."""
    from zoneinfo import ZoneInfo

    return dt.datetime.now(ZoneInfo(time_zone)).date().toordinal()


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
    """A day argument as an ordinal; ``today`` is the day in the programme's time zone."""
    if text.strip() == "today":
        return today(registry.programme.time_zone)
    return day_of(registry, text)


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


def format_of(given: str) -> str:
    """``--format``, or wrong usage."""
    return check_choice(given, formats.FORMATS)


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


def told_as_json(kind: str, result: Answer) -> bool:
    """Write a result as JSON if that is the format asked for; nothing that only sheets need is
    imported then.
    """
    if kind != "json":
        return False
    from nkj.formats import json

    write(json.answer(result))
    return True


def draw(sheet: Sheet, kind: str, lang: str) -> None:
    """Write a sheet in a format."""
    write(formats.drawn(sheet, kind, page(lang)))
