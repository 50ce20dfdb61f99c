"""Lives: whether the events of a measure can follow each other.

What lives here: order, beginnings, ends and terms that ran out, walked event by event. What does
not: an event by itself (``events``), and what held when (``replay``).
"""

from __future__ import annotations

from collections.abc import Iterator

from nkj import days, replay
from nkj.model import Event, Measure, When
from nkj.problems import Problem, Related, problem
from nkj.registry.checks.book import Book


def impossible(book: Book) -> Iterator[Problem]:
    """The first event of each measure that cannot follow those before it: what comes after an
    impossible one is not to be judged.
    """
    for written, resolved in book.pairs:
        if not book.has_sound_life(written):
            continue
        found = _LifeCheck(book, written, resolved).run()
        if found:
            book.spoil(written)
            yield found[0]


class _LifeCheck:
    """Walks the events of one measure and finds where they cannot follow each other."""

    def __init__(self, book: Book, written: Measure, resolved: Measure) -> None:
        self.book = book
        self.found: list[Problem] = []
        self.pairs = list(zip(written.events, resolved.events, strict=True))
        self.in_force = False
        self.ever = False
        self.until: When | None = None
        self.until_set_by: Event | None = None
        self.started: Event | None = None
        self.ended: Event | None = None
        self.latest: tuple[int, Event] | None = None

    def run(self) -> list[Problem]:
        """What is wrong, in the order of the events."""
        for own, whole in self.pairs:
            day = replay.effect(whole)
            self._order(own, whole, day)
            if whole.event == "noted":
                continue
            if whole.event in replay.STARTS:
                self._start(own, whole, day)
            else:
                self._change(own, whole, day)
        return self.found

    def _order(self, own: Event, whole: Event, day: When | None) -> None:
        if day is None:
            return
        if self.latest is not None and day.last is not None and day.last < self.latest[0]:
            self._tell(own, "out-of-order", self.latest[1], id=own.id, day=day.text)
        if day.first is not None and (self.latest is None or day.first > self.latest[0]):
            self.latest = day.first, own

    def _start(self, own: Event, whole: Event, day: When | None) -> None:
        runs = self.in_force and not self._lapsed(day)
        if whole.event == "imposed" and self.ever:
            self._tell(own, "imposed-twice", self.started, id=own.id)
        elif whole.event == "reimposed" and runs:
            self._tell(own, "reimposed-in-force", self.started, id=own.id)
        elif whole.event == "reimposed" and not self.ever:
            self._tell(own, "not-in-force", None, id=own.id, event=whole.event, why="never")
        self.in_force = self.ever = True
        self.started = own
        self.until, self.until_set_by = (None if whole.until == days.OPEN_END else whole.until), own

    def _change(self, own: Event, whole: Event, day: When | None) -> None:
        if not self.in_force:
            why = "ended" if self.ever else "never"
            self._tell(own, "not-in-force", self.ended, id=own.id, event=whole.event, why=why)
        elif self._lapsed(day):
            assert self.until is not None
            code = "late-extension" if whole.event == "extended" else "not-in-force"
            self._tell(
                own,
                code,
                self.until_set_by,
                id=own.id,
                event=whole.event,
                why="lapsed",
                until=self.until.text,
            )
        elif whole.event == "extended" and day is None and self.until is None:
            self._tell(own, "missing-date", None, id=own.id, event=whole.event)
        if whole.event in replay.ENDS:
            self.in_force, self.until, self.ended = False, None, own
        elif whole.until is not None:
            self.until, self.until_set_by = (
                (None if whole.until == days.OPEN_END else whole.until),
                own,
            )

    def _lapsed(self, day: When | None) -> bool:
        """True if the term surely ran out before this day."""
        end = self.until
        return (
            end is not None
            and end.last is not None
            and day is not None
            and day.first is not None
            and day.first > end.last
        )

    def _tell(self, own: Event, code: str, other: Event | None, **args: object) -> None:
        where = self.book.where
        related = (Related(where(other), "earlier"),) if other is not None else ()
        self.found.append(problem(where(own), code, related=related, **args))
