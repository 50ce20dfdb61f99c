"""The possible worlds of a measure: which day each of its vague dates can be.

What lives here: the days that an event, an end or the end of a suspension can fall on, once it is
taken into account that events come in the order written and that nothing impossible is done; and,
where no world is possible, the event at which it fails and why. What does not: what holds on a day
(``life``).

The rule is the contract's (docs/contract.md, The day rule). A vague date is one unknown day of its
span. A world chooses a day for each; it is possible if the days keep the order of the events, notes
too, and each event finds the measure as it must. Every one of these conditions says that one day
is not after another, so that the earliest and the latest possible day of each date follow from one
pass forwards and one backwards over the events, and every day between them is possible too.
"""

from __future__ import annotations

from math import inf
from typing import Literal, TypeAlias

from nkj.model import Event, When
from nkj.replay.kinds import KINDS, effect

#: Why no world is possible: the code of a problem, and a word that says more.
Code: TypeAlias = Literal[
    "out-of-order",
    "imposed-twice",
    "reimposed-in-force",
    "not-in-force",
    "late-extension",
    "early-end",
    "missing-date",
]
Why: TypeAlias = Literal["", "never", "ended", "lapsed", "suspended", "not-suspended"]


class Dated:
    """A date of a measure's life: ``first`` and ``last`` are its earliest and latest possible day.

    They begin as the days of the span that is written and are narrowed by the rest of the life.
    ``written`` is what the registry says; None for an extension without a day of its own.
    """

    __slots__ = ("first", "last", "written")

    def __init__(self, written: When | None, first: float, last: float) -> None:
        self.written = written
        self.first = first
        self.last = last


class Placed:
    """An event among the others of its measure.

    ``day`` is its day of effect, ``until`` the end that it states, ``suspended_until`` the end of
    the suspension that it begins; None for an open end or where it states none. ``runs_to`` is
    the end that holds when it comes, for an event that must come while the measure runs: it is
    then not after that end. ``starts_after`` is the end that must have passed before a new start,
    or before an event that finds a suspension over. ``suspended_to`` is the end of the suspension
    that a ``resumed`` ends.
    """

    __slots__ = (
        "day",
        "event",
        "runs_to",
        "starts_after",
        "suspended_to",
        "suspended_until",
        "until",
    )

    def __init__(self, event: Event, day: Dated) -> None:
        self.event = event
        self.day = day
        self.until = _end_of(event.until)
        self.suspended_until = _end_of(event.suspended_until)
        self.runs_to: Dated | None = None
        self.starts_after: Dated | None = None
        self.suspended_to: Dated | None = None


class Fault:
    """Why a life is impossible: ``event`` cannot come where it stands, because of ``other``.

    ``end`` is the end that had passed, where ``why`` is ``lapsed`` or ``suspended``.
    """

    __slots__ = ("code", "end", "event", "other", "why")

    def __init__(
        self,
        code: Code,
        event: Event,
        other: Event | None = None,
        why: Why = "",
        end: When | None = None,
    ) -> None:
        self.code = code
        self.event = event
        self.other = other
        self.why = why
        self.end = end


def placed(events: tuple[Event, ...]) -> tuple[list[Placed], list[Fault]]:
    """The events with their possible days, and every fault that makes the life impossible.

    ``events`` are those of one measure, resolved, in the order written. With faults the days say
    little; without any, every day from ``first`` to ``last`` of each date is possible.
    """
    walk = _Forward()
    for event in events:
        walk.take(event)
    _narrow_backwards(walk.placed)
    return walk.placed, walk.faults


def _end_of(written: When | None) -> Dated | None:
    """An end as a date to be placed; None where it is not stated, or open (``until: none``)."""
    if written is None or (written.first is None and written.last is None):
        return None
    return _dated(written)


def _dated(written: When) -> Dated:
    first = -inf if written.first is None else written.first
    last = inf if written.last is None else written.last
    return Dated(written, first, last)


class _Forward:
    """The pass forwards: no day lies before what must come before it.

    What is kept beside the days is what the events so far leave behind: whether the measure runs
    (is on the books), since which event, to which end, and whether it is suspended.
    """

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self.faults: list[Fault] = []
        self.latest: Placed | None = None
        self.started: Event | None = None
        self.ended: Event | None = None
        self.runs = False
        self.until: Dated | None = None
        self.until_set_by: Event | None = None
        self.suspended_by: Placed | None = None

    def take(self, event: Event) -> None:
        """Place the next event after those before it."""
        day = self._day_of(event)
        if day is None:
            self.faults.append(Fault("missing-date", event))
            self._leave_behind(Placed(event, Dated(None, -inf, inf)))
            return
        now = Placed(event, day)
        if self._in_order(now):
            self._as_its_kind_asks(now)
            self._before_its_end(now)
        self._leave_behind(now)
        self.placed.append(now)
        self.latest = now

    def _day_of(self, event: Event) -> Dated | None:
        written = effect(event)
        if written is not None:
            return _dated(written)
        if KINDS[event.event].deed == "extend" and self.until is not None:
            # It counts from the last day of the term that it moves: the two are one day.
            return Dated(None, self.until.first, self.until.last)
        return None

    def _in_order(self, now: Placed) -> bool:
        if self.latest is None or self.latest.day.first <= now.day.first:
            return True
        if self.latest.day.first > now.day.last:
            self.faults.append(Fault("out-of-order", now.event, self.latest.event))
            # Go on from the later of the two days, so that one fault is told once.
            now.day.first = now.day.last = self.latest.day.first
            return False
        now.day.first = self.latest.day.first
        return True

    def _as_its_kind_asks(self, now: Placed) -> None:
        deed = KINDS[now.event.event].deed
        if deed == "start":
            self._start(now)
        elif deed != "note" and self._on_the_books(now):
            self._with_its_suspension(now)
            self._before_the_lapse(now)

    def _leave_behind(self, now: Placed) -> None:
        """What holds for the events after this one."""
        deed = KINDS[now.event.event].deed
        if deed == "start":
            self.runs, self.started = True, now.event
        if deed == "end":
            self.runs, self.ended = False, now.event
        if deed in ("start", "end") or (deed != "note" and now.event.until is not None):
            self.until, self.until_set_by = now.until, now.event
        if deed == "suspend":
            self.suspended_by = now
        elif deed not in ("extend", "note"):
            self.suspended_by = None

    def _start(self, now: Placed) -> None:
        event = now.event
        if event.event == "imposed" and self.started is not None:
            self._tell("imposed-twice", event, self.started)
        elif event.event == "reimposed" and self.started is None:
            self._tell("not-in-force", event, None, "never")
        elif self.runs:
            self._after_the_lapse(now)

    def _after_the_lapse(self, now: Placed) -> None:
        """A measure that is in force can start anew only once its end has passed.

        While it is suspended it is not in force, so that it can; a suspension without an end of
        its own, or one whose end lies late enough, asks nothing more.
        """
        if self.suspended_by is not None:
            over = self.suspended_by.suspended_until
            if over is None or over.last >= now.day.first:
                return
        if self.until is None or self.until.first + 1 > now.day.last:
            self._tell("reimposed-in-force", now.event, self.started)
            return
        now.starts_after = self.until
        now.day.first = max(now.day.first, self.until.first + 1)

    def _on_the_books(self, now: Placed) -> bool:
        """True if the measure was begun and not ended before this event."""
        if not self.runs:
            why: Why = "never" if self.started is None else "ended"
            self._tell("not-in-force", now.event, self.ended, why)
        return self.runs

    def _before_the_lapse(self, now: Placed) -> None:
        """The end that holds has not passed when the event comes."""
        if self.until is None:
            return
        if now.day.first > self.until.last:
            code: Code = "late-extension" if now.event.event == "extended" else "not-in-force"
            self._tell(code, now.event, self.until_set_by, "lapsed", self.until.written)
            return
        now.runs_to = self.until
        self.until.first = max(self.until.first, now.day.first)

    def _with_its_suspension(self, now: Placed) -> None:
        """What a suspension lets happen: it may be extended and ended, resumed once, or be over."""
        deed = KINDS[now.event.event].deed
        before = self.suspended_by
        if deed == "resume":
            self._resume(now, before)
        elif deed in ("change", "suspend") and before is not None:
            self._after_the_suspension(now, before)

    def _resume(self, now: Placed, before: Placed | None) -> None:
        if before is None:
            self._tell("not-in-force", now.event, self.started, "not-suspended")
            return
        end = before.suspended_until
        if end is None:
            return
        if now.day.first > end.last:
            self._tell("not-in-force", now.event, before.event, "not-suspended")
            return
        now.suspended_to = end
        end.first = max(end.first, now.day.first)

    def _after_the_suspension(self, now: Placed, before: Placed) -> None:
        """Terms change only while the measure has effect: the suspension must be over."""
        end = before.suspended_until
        if end is None or end.first + 1 > now.day.last:
            written = None if end is None else end.written
            self._tell("not-in-force", now.event, before.event, "suspended", written)
            return
        now.starts_after = end
        now.day.first = max(now.day.first, end.first + 1)

    def _before_its_end(self, now: Placed) -> None:
        """No end lies before the effect of the event that states it."""
        for end in (now.until, now.suspended_until):
            if end is None:
                continue
            if now.day.first > end.last:
                self._tell("early-end", now.event, None, end=end.written)
            end.first = max(end.first, now.day.first)

    def _tell(
        self,
        code: Code,
        event: Event,
        other: Event | None,
        why: Why = "",
        end: When | None = None,
    ) -> None:
        self.faults.append(Fault(code, event, other, why, end))


def _narrow_backwards(events: list[Placed]) -> None:
    """The pass backwards: no day lies after what must come after it."""
    following = inf
    for now in reversed(events):
        ends = (now.until, now.suspended_until, now.runs_to, now.suspended_to)
        now.day.last = min(following, now.day.last, *(end.last for end in ends if end is not None))
        if now.starts_after is not None:
            now.starts_after.last = min(now.starts_after.last, now.day.last - 1)
        if now.day.written is None and now.runs_to is not None:
            now.runs_to.last = min(now.runs_to.last, now.day.last)
        following = now.day.last
