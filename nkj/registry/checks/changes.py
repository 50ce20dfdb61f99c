"""Changes: that an event changes what it says it changes.

All of these are warnings: the days can be worked out, but a reader is told something that is not
so, or told nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nkj import replay
from nkj.days import surely_before
from nkj.model import Counts, Event, When
from nkj.problems import Problem, problem
from nkj.registry.checks.book import Book
from nkj.replay import Standing


class _Step(NamedTuple):
    """An event, resolved, and what stood before and after it."""

    event: Event
    before: Standing
    after: Standing


def _steps(book: Book) -> Iterator[_Step]:
    """Every event that changes what holds, of every measure whose life can be followed."""
    for written, resolved in book.pairs:
        if book.has_sound_life(written):
            life = book.life(resolved)
            yield from map(_Step, life.events, life.standings, life.standings[1:])


def odd_extensions(book: Book) -> Iterator[Problem]:
    """Extensions that leave the end where it is, move it back, or close an open one."""
    for step in _steps(book):
        before, after = step.before.until, step.after.until
        why = _odd_end(before, after) if step.event.event == "extended" else ""
        if why:
            yield problem(
                book.where(book.written(step.event), "until"),
                "odd-extension",
                id=step.event.id,
                why=why,
                before=before.text if before else "",
                until=after.text if after else "",
            )


def _odd_end(before: When | None, after: When | None) -> str:
    if before == after:
        return "same-end" if before else "still-open"
    if before is None:
        return "closes"
    if after is not None and surely_before(after, before):
        return "shortens"
    return ""


def idle(book: Book) -> Iterator[Problem]:
    """What is called tightened or eased, and leaves terms and lists as they were."""
    for step in _steps(book):
        event = step.event
        same = replay.same_terms(step.before.terms, step.after.terms)
        if event.event in ("tightened", "eased") and same and not _moves_a_list(event):
            where = book.where(book.written(event))
            yield problem(where, "no-change", id=event.id, event=event.event)


def opposite(book: Book) -> Iterator[Problem]:
    """What is called tightened, though by the vocabulary all that differs is laxer; or eased, and
    stricter.
    """
    against = {"tightened": {-1}, "eased": {1}}
    for step in _steps(book):
        event = step.event
        if event.event not in against or _moves_a_list(event):
            continue
        found = replay.directions(step.before.terms, step.after.terms, book.walk.terms)
        if found == against[event.event]:
            where = book.where(book.written(event), "terms")
            way = _way(found)
            yield problem(where, "opposite-direction", id=event.id, event=event.event, why=way)


def _way(found: set[int]) -> str:
    return "laxer" if found == {-1} else "stricter"


def _moves_a_list(event: Event) -> bool:
    counts = (event.added, event.removed, event.net)
    named = event.designations or event.delisted
    return bool(named) or any(_count(number) for number in counts)


def _count(counts: Counts | None) -> int:
    return counts.entities + counts.individuals + counts.vessels if counts else 0


def superseded_by_itself(book: Book) -> Iterator[Problem]:
    """A measure that gives way to itself."""
    for measure in book.sections.measures:
        for event in measure.events:
            if event.superseded_by == measure.id:
                where = book.where(event, "superseded_by")
                yield problem(where, "superseded-by-itself", id=event.id, measure=measure.id)
