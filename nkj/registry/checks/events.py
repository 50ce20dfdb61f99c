"""Events and decisions by themselves: the days and keys that they need, and days in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nkj import replay
from nkj.days import surely_before
from nkj.model import Event
from nkj.problems import Problem, problem
from nkj.registry.checks.book import Book


def _events(book: Book) -> Iterator[tuple[Event, Event]]:
    """Every sound event as it is written, and with what it inherits."""
    return ((own, whole) for own, whole in book.events() if book.is_sound(own))


def dates_and_keys(book: Book) -> Iterator[Problem]:
    """Events without the day or key that they need, or with one that means nothing in them."""
    for own, whole in _events(book):
        for found in (
            *_missing(own, whole, book),
            *_misplaced(own, book),
            *_early(own, whole, book),
        ):
            book.spoil(own)
            yield found


def _missing(own: Event, whole: Event, book: Book) -> Iterator[Problem]:
    if replay.effect(whole) is None and not _extends_at_the_end(whole):
        yield problem(book.where(own), "missing-date", id=own.id, event=own.event)
    for field in replay.KINDS[whole.event].needs:
        if getattr(whole, field) is None:
            yield problem(book.where(own), "missing-key", key=field)


def _extends_at_the_end(event: Event) -> bool:
    """An extension without a day of its own counts from the last day of the term it moves."""
    return event.event == "extended" and event.until is not None


def _misplaced(own: Event, book: Book) -> Iterator[Problem]:
    for field in replay.KINDS[own.event].refuses:
        if getattr(own, field) is not None:
            yield problem(book.where(own, field), "misplaced-key", key=field, event=own.event)


def _early(own: Event, whole: Event, book: Book) -> Iterator[Problem]:
    start = replay.effect(whole)
    if whole.until is not None and start is not None and surely_before(whole.until, start):
        where = book.where(own, "until")
        yield problem(where, "early-end", until=whole.until.text, start=start.text)


#: What comes before what: an act is announced and decided before it is in force, and decided before
#: it stands in the gazette.
_IN_ORDER = (
    ("decided", "in_force"),
    ("promulgated", "in_force"),
    ("announced", "in_force"),
    ("decided", "promulgated"),
)
_ENDS_AFTER = (("decided", "until"), ("in_force", "until"))


def days_in_order(book: Book) -> Iterator[Problem]:
    """Days that lie before the day of what comes before them. What an event inherits whole is told
    at its decision.
    """
    for own, whole in _events(book):
        of_its_own = tuple(pair for pair in _IN_ORDER if _states_any(own, pair))
        yield from backwards(whole, of_its_own, book, told_at=own)
    for decision in book.sections.decisions:
        if book.is_sound(decision):
            yield from backwards(decision, (*_IN_ORDER, *_ENDS_AFTER), book)
    for law in book.sections.laws:
        yield from backwards(law, (("passed", "promulgated"), ("promulgated", "in_force")), book)


def _states_any(own: Event, pair: tuple[str, str]) -> bool:
    return any(getattr(own, field) is not None for field in pair)


def backwards(
    record: Any, pairs: tuple[tuple[str, str], ...], book: Book, *, told_at: Any = None
) -> Iterator[Problem]:
    """Of each pair of fields, the later one if its day surely lies before the earlier one's.

    ``told_at`` is the record as it is written, if ``record`` is not.
    """
    for earlier, later in pairs:
        one, two = getattr(record, earlier), getattr(record, later)
        if one is not None and two is not None and surely_before(two, one):
            where = book.where(told_at or record, later)
            yield problem(
                where, "dates-disagree", earlier=earlier, one=one.text, later=later, two=two.text
            )
