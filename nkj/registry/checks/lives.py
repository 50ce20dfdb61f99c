"""The life of one measure: whether its events can follow each other.

What lives here: order, beginnings, ends and terms that ran out, walked event by event. What does
not: an event by itself and the rest of a registry (``checks``), and what held when (``replay``).
"""

from __future__ import annotations

from collections.abc import Callable

from nkj import days, replay
from nkj.model import Event, Measure, When
from nkj.problems import Location, Related

Tell = Callable[..., None]
Where = Callable[[object], Location]


class LifeCheck:
    """Walks the events of one measure and tells where they cannot follow each other."""

    def __init__(self, tell: Tell, where: Where, written: Measure, resolved: Measure) -> None:
        self.tell = tell
        self.where = where
        self.pairs = list(zip(written.events, resolved.events, strict=True))
        self.in_force = False
        self.ever = False
        self.until: When | None = None
        self.until_set_by: Event | None = None
        self.started: Event | None = None
        self.ended: Event | None = None
        self.latest: tuple[int, Event] | None = None

    def run(self) -> None:
        for own, whole in self.pairs:
            day = replay.effect(whole)
            self._order(own, whole, day)
            if whole.event == "noted":
                continue
            if whole.event in replay.STARTS:
                self._start(own, whole, day)
            else:
                self._change(own, whole, day)

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
        related = (Related(self.where(other), "earlier"),) if other is not None else ()
        self.tell(self.where(own), code, related=related, **args)
