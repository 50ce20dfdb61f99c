"""Words typed to a question: the day, the language, the registry; and an answer to its format.

What lives here: the only place that reads the clock, and what is checked before a question is
asked. What does not: options (``options``), writing (``streams``), exit codes (``ending``).
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, cast

from nkj import days, formats
from nkj import problems as _problems
from nkj import registry as _registry
from nkj.characters import printable
from nkj.choices import Day, OriginChoice, is_today, nearest, sort_words
from nkj.cli.language import of_environment
from nkj.cli.options import ORIGINS
from nkj.cli.streams import page, write
from nkj.model import Registry
from nkj.wording import LANGUAGES

if TYPE_CHECKING:
    from nkj.queries.result import Answer
    from nkj.sheets.sheet import Sheet

#: What is often typed for a format.
_SHORT_FORMATS = {"md": "markdown", "htm": "html", "txt": "plain", "text": "plain"}


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
    """The choice, in any case, or wrong usage with the nearest one."""
    typed = given.strip().casefold()
    if typed in choices:
        return typed
    near = nearest(typed, choices)
    known = ", ".join(choices)
    if near:
        text = printable(given)
        raise _problems.WrongUsage("usage.choice.near", text=text, choices=known, near=near[0])
    raise _problems.WrongUsage("usage.choice", text=printable(given), choices=known)


def dated(registry: Registry, text: str) -> Day:
    """A day as it was typed, for a question to read; ``today`` as the day in the programme's time
    zone.
    """
    return today(registry.programme.time_zone) if is_today(text) else text


class Asked(NamedTuple):
    """What the words of a question said: the days, as a question takes them, and the measures."""

    days: tuple[Day, ...]
    measures: tuple[str, ...]


#: What a question is told that takes no words but options.
NOTHING = Asked((), ())


def asked(
    registry: Registry, words: list[str] | None, most: int, by_option: list[str] | None
) -> Asked:
    """The words behind a command, sorted into days and measures.

    ``most`` is the number of days that the command takes, ``by_option`` the measures that were
    given with ``--measure``. Raises ``WrongUsage`` for more days, and for a word that is neither.
    """
    found = sort_words(registry, words or ())
    if found.days and not most:
        raise _problems.WrongUsage("usage.no-day", text=printable(found.days[0]))
    if len(found.days) > most:
        text = printable(" ".join(found.days))
        raise _problems.WrongUsage("usage.more-days", text=text, count=len(found.days), most=most)
    typed = tuple(dated(registry, word) for word in found.days)
    return Asked(typed, (*found.measures, *(by_option or ())))


def one_day(registry: Registry, words: Asked, on: str | None) -> Day:
    """The day of a question: given as a word or with ``--on``, else today."""
    if words.days and on is not None:
        raise _problems.WrongUsage("usage.two-ways", text=printable(on), option="DAY")
    return words.days[0] if words.days else dated(registry, on if on is not None else "today")


def interval(
    registry: Registry, words: Asked, first: str | None, last: str | None
) -> tuple[Day | None, Day | None]:
    """The two ends of an interval as a question takes them: given as words, or with ``--from`` and
    ``--to``, of which the one that is left out leaves that end open.
    """
    ends = [None if end is None else _as_text(dated(registry, end)) for end in (first, last)]
    if not any(ends):
        one, two, *_ = (*words.days, None, None)
        return one, two
    if words.days:
        given = printable(" ".join(str(end) for end in (first, last) if end is not None))
        raise _problems.WrongUsage("usage.two-ways", text=given, option="DAY")
    return "..".join(end or "" for end in ends), None


def _as_text(day: Day) -> str:
    """A day that may be today's ordinal, in the words for it."""
    return days.iso(day) if isinstance(day, int) else str(day)


def load(path: str | None) -> Registry:
    """The registry at a path; None is the bundled one. Its warnings are for ``nkj validate``."""
    return _registry.load(path)


def origin_of(given: str) -> OriginChoice:
    """``--origin``, or wrong usage."""
    return cast("OriginChoice", check_choice(given, ORIGINS))


def format_of(given: str) -> str:
    """``--format``, or wrong usage."""
    return check_choice(_SHORT_FORMATS.get(given.casefold(), given), formats.FORMATS)


def written_as_data(kind: str, result: Answer) -> bool:
    """Write a result as JSON or CSV if that is the format asked for; nothing that only sheets need
    is imported then.
    """
    if kind not in formats.DATA:
        return False
    write(formats.data(result, kind))
    return True


def draw(sheet: Sheet, kind: str, lang: str) -> None:
    """Write a sheet in a format."""
    text = formats.drawn(sheet, kind, page(lang))
    if kind in ("table", "plain") and sys.stdout.isatty():
        from nkj.cli import paging

        paging.show(text)
    else:
        write(text)
