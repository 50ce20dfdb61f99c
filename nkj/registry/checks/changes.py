"""Changes: that an event changes what it says it changes.

All of these are warnings: the days can be worked out, but a reader is told something that is not
so, or told nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nkj import replay
from nkj.days import surely_before
from nkj.model import Counts, Event, Measure, Terms, When
from nkj.problems import Problem, problem
from nkj.registry.checks.book import Book


class _Step(NamedTuple):
    """An event as it is written, and what stood before and after it."""

    own: Event
    whole: Event
    terms_before: Terms
    terms: Terms
    until_before: When | None
    until: When | None


def _steps(book: Book) -> Iterator[_Step]:
    """Every event that changes what holds, of every measure whose life can be followed."""
    for written, resolved in book.pairs:
        if book.has_sound_life(written):
            yield from _steps_of(written, resolved, book)


def _steps_of(written: Measure, resolved: Measure, book: Book) -> Iterator[_Step]:
    pairs = zip(written.events, resolved.events, strict=True)
    as_written = {id(whole): own for own, whole in pairs}
    life = book.life(resolved)
    for whole, before, after in zip(life.events, life.standings, life.standings[1:], strict=False):
        own = as_written[id(whole)]
        yield _Step(own, whole, before.terms, after.terms, before.until, after.until)


def odd_extensions(book: Book) -> Iterator[Problem]:
    """Extensions that leave the end where it is, move it back, or close an open one."""
    for step in _steps(book):
        if step.whole.event != "extended":
            continue
        why = _odd_end(step.until_before, step.until)
        if why:
            yield problem(
                book.where(step.own, "until"),
                "odd-extension",
                id=step.own.id,
                why=why,
                before=step.until_before.text if step.until_before else "",
                until=step.until.text if step.until else "",
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
        same = replay.same_terms(step.terms_before, step.terms)
        if step.whole.event in ("tightened", "eased") and same and not _moves_a_list(step.whole):
            where = book.where(step.own)
            yield problem(where, "no-change", id=step.own.id, event=step.whole.event)


def opposite(book: Book) -> Iterator[Problem]:
    """What is called tightened, though by the vocabulary all that differs is laxer; or eased, and
    stricter.
    """
    against = {"tightened": {-1}, "eased": {1}}
    for step in _steps(book):
        if step.whole.event not in against or _moves_a_list(step.whole):
            continue
        found = replay.directions(step.terms_before, step.terms, book.index.terms)
        if found == against[step.whole.event]:
            where = book.where(step.own, "terms")
            yield problem(
                where, "opposite-direction", id=step.own.id, event=step.whole.event, why=_way(found)
            )


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
