"""Lives: whether there is a possible world for the events of a measure.

What lives here: the faults that the replay finds, each told at its place. What does not: what is
possible (``replay.worlds``), and an event by itself (``events``).
"""

from __future__ import annotations

from collections.abc import Iterator

from nkj import replay
from nkj.model import Event
from nkj.problems import Problem, Related, problem
from nkj.registry.checks.book import Book


def impossible(book: Book) -> Iterator[Problem]:
    """The first event of each measure that cannot follow those before it: what comes after an
    impossible one is not to be judged.
    """
    for written, resolved in book.pairs:
        if not book.has_sound_life(written):
            continue
        _, faults = replay.placed(resolved.events)
        if faults:
            book.spoil(written)
            pairs = zip(written.events, resolved.events, strict=True)
            yield _told(book, faults[0], {id(whole): own for own, whole in pairs})


def _told(book: Book, fault: replay.Fault, written: dict[int, Event]) -> Problem:
    """A fault as a problem; ``written`` are the events as they stand, by the resolved ones."""
    own, day = written[id(fault.event)], replay.effect(fault.event)
    start = "" if day is None else day.text
    end = "" if fault.end is None else fault.end.text
    if fault.code == "early-end":
        field = "until" if own.until is not None else "suspended_until"
        return problem(book.where(own, field), fault.code, until=end, start=start)
    related: tuple[Related, ...] = ()
    if fault.other is not None:
        related = (Related(book.where(written[id(fault.other)]), "earlier"),)
    return problem(
        book.where(own),
        fault.code,
        related=related,
        id=own.id,
        event=own.event,
        day=start,
        why=fault.why,
        until=end,
    )
