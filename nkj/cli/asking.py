"""Words typed to a question: the day, the language, the registry; and an answer to its format.

What lives here: the only place that reads the clock, and what is checked before a question is
asked. What does not: options (``options``), writing (``streams``), exit codes (``ending``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from nkj import formats
from nkj import problems as _problems
from nkj import registry as _registry
from nkj.characters import printable
from nkj.choices import Day, OriginChoice
from nkj.cli.language import of_environment
from nkj.cli.options import ORIGINS
from nkj.cli.streams import page, write
from nkj.model import Registry
from nkj.wording import LANGUAGES

if TYPE_CHECKING:
    from nkj.queries.result import Answer
    from nkj.sheets.sheet import Sheet


#: The day that is taken for today, where a question of another day is asked again.
_pretended: list[int] = []


@contextmanager
def as_if_on(day: int) -> Iterator[None]:
    """Let ``today`` be this day."""
    _pretended.append(day)
    try:
        yield
    finally:
        _pretended.pop()


def today(time_zone: str) -> int:
    """The day in a time zone, as an ordinal."""
    if _pretended:
        return _pretended[-1]
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


def dated(registry: Registry, text: str) -> Day:
    """A day as it was typed, for a question to read; ``today`` as the day in the programme's time
    zone.
    """
    return today(registry.programme.time_zone) if text.strip() == "today" else text


def load(path: str | None) -> Registry:
    """The registry at a path; None is the bundled one. Its warnings are for ``nkj validate``."""
    return _registry.load(path)


def origin_of(given: str) -> OriginChoice:
    """``--origin``, or wrong usage."""
    return cast("OriginChoice", check_choice(given, ORIGINS))


def format_of(given: str) -> str:
    """``--format``, or wrong usage."""
    return check_choice(given, formats.FORMATS)


def written_as_json(kind: str, result: Answer) -> bool:
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
