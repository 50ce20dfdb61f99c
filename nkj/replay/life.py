"""The life of one measure: what held on each day, as a row of spans.

What lives here: on which days each standing is possible, and what all possible worlds together say
of a day. What does not: which days an event can have (``worlds``), what an event changes
(``standing``), how long something has been so (``course``), any choosing and comparing
(``queries``).

The rule (docs/contract.md, The day rule): "on D" means after everything that took effect on D. A
span is [first day, first day after). Where the possible worlds give different states, the day is
``uncertain``; where only terms or end differ, the earlier ones show, marked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from nkj.model import Event, Measure, State, Terms, When
from nkj.replay.course import Rule, Run, Turn, always, hull, then, turn_after
from nkj.replay.kinds import KINDS
from nkj.replay.possible import Possible, Sweep
from nkj.replay.standing import Standing, after, never, said_by
from nkj.replay.worlds import Dated, Placed, placed

#: The terms of a measure that was never imposed: its first imposition begins their life anew.
_BEFORE = "before"


class Span(NamedTuple):
    """Days on which one thing holds: from ``first`` (None: since ever) to the next span's first.

    ``state`` and ``in_force`` as the contract has them; ``terms`` are those that apply, ``until``
    and ``suspended_until`` the ends to come, all of the earliest possible standing, which is
    ``standing``. ``since`` is the first day of the run of ``in_force``, ``terms_since`` that of
    the terms, as the contract has them. ``doubtful`` is true where terms or end differ between the
    possible worlds, ``terms_doubtful`` where terms do. ``began`` is the event from which ``since``
    comes.
    """

    first: int | None
    state: State
    in_force: bool | None
    terms: Terms
    until: When | None
    suspended_until: When | None
    since: When | None
    terms_since: When | None
    doubtful: bool
    terms_doubtful: bool
    began: Event | None
    standing: Standing


class Life:
    """A measure's whole life, replayed once, to be asked for any day.

    ``events`` are those that change what holds, in order; ``standings`` what holds after 0, 1, 2,
    ... of them; ``spans`` cover every day. The measure must have a possible world
    (``worlds.placed`` tells why one has none).
    """

    def __init__(
        self, measure: Measure, verified_from: int | None, verified_through: int | None
    ) -> None:
        self.measure = measure
        everything, _ = placed(measure.events)
        moving = [one for one in everything if KINDS[one.event.event].deed != "note"]
        self.events = tuple(one.event for one in moving)
        self._firsts = [one.day.first for one in moving]
        self._lasts = [one.day.last for one in moving]
        steps = list(_steps(measure, moving))
        self.standings = [step.standing for step in steps]
        self._verified_from = verified_from
        self._verified_through = verified_through
        self.spans = self._spans(_pieces(steps, measure.baseline, verified_through))
        self._starts = [-inf if span.first is None else span.first for span in self.spans]
        self.edges = self._edges()

    def on(self, day: int) -> Span:
        """What holds on a day, given as an ordinal."""
        return self.spans[bisect_right(self._starts, day) - 1]

    def between(self, first: int, last: int) -> tuple[Event, ...]:
        """The events that may have taken effect after ``first`` and by ``last``, in order."""
        begin = bisect_right(self._lasts, first)
        end = bisect_right(self._firsts, last)
        return self.events[begin:end]

    def known_ahead(self, day: int) -> Iterator[tuple[Event, int]]:
        """Events that take effect after a day and were announced, decided or promulgated by it.

        Each with its first possible day.
        """
        for index in range(bisect_right(self._firsts, day), len(self.events)):
            event = self.events[index]
            if any(word.last is not None and word.last <= day for word in _words_of(event)):
                yield event, int(self._firsts[index])

    def _edges(self) -> list[int]:
        """Every day on which an answer about this measure may change, in order."""
        found = {span.first for span in self.spans if span.first is not None}
        for event, first, last in zip(self.events, self._firsts, self._lasts, strict=True):
            ends = [event.until, event.suspended_until]
            found.update(end.last + 1 for end in ends if end is not None and end.last is not None)
            found.update(word.last for word in _words_of(event) if word.last is not None)
            found.update(int(day) for day in (first, last) if day not in (-inf, inf))
        return sorted(found)

    def _spans(self, pieces: list[Possible]) -> list[Span]:
        """What all possible standings together say, between any two days on which one changes."""
        known = {self._verified_from}
        if self._verified_through is not None:
            known.add(self._verified_through + 1)
        spans: list[Span] = []
        for first, sweep in Sweep.over(pieces, (day for day in known if day is not None)):
            span = self._judge(first, sweep)
            if not spans or span[1:] != spans[-1][1:]:
                spans.append(span)
        return spans

    def _judge(self, day: int | None, sweep: Sweep) -> Span:
        """What holds from one day on."""
        earliest, latest = sweep.earliest(), sweep.latest()
        standing: Standing = earliest.standing
        if self._verified_from is not None and (day is None or day < self._verified_from):
            return self._unknown(day, self.standings[0])
        in_force = earliest.in_force if sweep.agree_on_force() else None
        same = sweep.agree_on_terms()
        terms_run = hull(earliest.terms_run, latest.terms_run) if same else earliest.terms_run
        force_run = hull(earliest.force_run, latest.force_run)
        silent = in_force is None or (in_force is False and not earliest.terms)
        state = earliest.state if sweep.agree_on_state() else "uncertain"
        return Span(
            first=day,
            state=state,
            in_force=in_force,
            terms=earliest.terms,
            until=earliest.until if in_force else None,
            suspended_until=earliest.suspended_until if state == "suspended" else None,
            since=None if in_force is None else force_run.since(),
            terms_since=None if silent else terms_run.since(),
            doubtful=not sweep.agree_on_state() or not same or not sweep.agree_on_ends(),
            terms_doubtful=not same,
            began=None if in_force is None else force_run.event,
            standing=standing,
        )

    def _unknown(self, day: int | None, standing: Standing) -> Span:
        baseline = self.measure.baseline
        return Span(
            first=day,
            state="unknown",
            in_force=None,
            terms=baseline,
            until=None,
            suspended_until=None,
            since=None,
            terms_since=None,
            doubtful=False,
            terms_doubtful=False,
            began=None,
            standing=standing,
        )


def _words_of(event: Event) -> Iterator[When]:
    """The days on which it was said that the event would come."""
    for word in (event.announced, event.decided, event.promulgated):
        if word is not None:
            yield word


class _Step(NamedTuple):
    """A standing with the days on which it can hold and the runs that lead to it.

    ``first`` and ``last`` are the days between its event and the next; ``until`` and
    ``suspended_until`` its ends with their possible days. ``next_deed`` is what the next event
    does: what must find the measure running keeps the end from passing before it.
    """

    standing: Standing
    first: float
    last: float
    until: Dated | None
    suspended_until: Dated | None
    force_run: Run
    terms_run: Run
    lapses: bool
    outlasts_suspension: bool


class _Course(NamedTuple):
    """The two runs that lead up to now: whether the measure is in force, and the terms."""

    force: Run
    terms: Run

    def then(self, in_force: bool, terms: Terms, turn: Turn, *, lasted: bool = False) -> _Course:
        return _Course(
            then(self.force, in_force, turn, lasted=lasted),
            then(self.terms, self._value_of(in_force, terms), turn, lasted=lasted),
        )

    @staticmethod
    def _value_of(in_force: bool, terms: Terms) -> object:
        """What a run of terms is told apart by; terms that say nothing run with the measure."""
        said = said_by(terms)
        return Rule(in_force, said) if said else in_force


def _steps(measure: Measure, moving: list[Placed]) -> Iterator[_Step]:
    """What holds after 0, 1, 2, ... events, each with its days and its runs."""
    baseline = measure.baseline
    standing = never(baseline)
    course = _Course(always(False), always(_BEFORE))
    until: Dated | None = None
    suspended_until: Dated | None = None
    first = -inf
    resumed = _resumed(moving)
    for number in range(len(moving) + 1):
        following = moving[number] if number < len(moving) else None
        deed = KINDS[following.event.event].deed if following is not None else None
        yield _Step(
            standing,
            first,
            inf if following is None else following.day.last - 1,
            until,
            suspended_until,
            course.force,
            course.terms,
            lapses=deed in (None, "start"),
            outlasts_suspension=not resumed[number],
        )
        if following is None:
            return
        day = following.day
        course = _until_its_day(course, standing, until, suspended_until, following, baseline)
        now = after(standing, following.event, baseline)
        turn = Turn(day.first, day.last, day.written, following.event)
        course = course.then(now.in_force, now.terms if now.in_force else baseline, turn)
        if now.setter is not standing.setter:
            until = following.until
        if now.suspended_by is not standing.suspended_by:
            suspended_until = following.suspended_until
        standing, first = now, following.day.first


def _resumed(moving: list[Placed]) -> list[bool]:
    """After 0, 1, 2, ... events, whether a suspension that holds then is ended by a ``resumed``."""
    found = [False] * (len(moving) + 1)
    for number in reversed(range(len(moving))):
        deed = KINDS[moving[number].event.event].deed
        found[number] = found[number + 1] if deed == "extend" else deed == "resume"
    return found


def _until_its_day(
    course: _Course,
    standing: Standing,
    until: Dated | None,
    suspended_until: Dated | None,
    following: Placed,
    baseline: Terms,
) -> _Course:
    """The runs up to the next event: the suspension that is over, the end that has passed."""
    deed, last = KINDS[following.event.event].deed, following.day.last
    over = standing.state == "suspended" and deed not in ("extend", "resume")
    if over and suspended_until is not None and suspended_until.first < last:
        turn = turn_after(suspended_until, standing.suspended_by)
        course = course.then(True, standing.terms, turn, lasted=True)
    if deed == "start" and standing.runs and until is not None and until.first < last:
        lasted = standing.in_force
        course = course.then(False, baseline, turn_after(until, standing.setter), lasted=lasted)
    return course


def _pieces(steps: list[_Step], baseline: Terms, through: int | None) -> list[Possible]:
    """Every possible standing with its days, and what it becomes once an end has passed."""
    pieces: list[Possible] = []
    for step in steps:
        found = _of_step(step, baseline, through)
        pieces.extend(piece for piece in found if piece.first <= piece.last)
    return pieces


def _of_step(step: _Step, baseline: Terms, through: int | None) -> Iterator[Possible]:
    """One standing: while it holds, while it is suspended and after, and when its end passed."""
    standing, until = step.standing, step.until
    course = _Course(step.force_run, step.terms_run)
    last = step.last if until is None else min(step.last, until.last)
    if standing.state == "suspended":
        over = step.suspended_until
        suspended_last = last if over is None else min(last, over.last)
        yield _piece(step, "suspended", baseline, course, step.first, suspended_last)
        if over is not None and step.outlasts_suspension:
            if until is not None and step.lapses:
                # Up to the first day on which the suspension can be over, no end ends a force.
                early = step._replace(last=min(step.last, over.first))
                yield from _lapsed(early, baseline, course, until, through)
                step = step._replace(first=max(step.first, over.first + 1))
            turn = turn_after(over, standing.suspended_by)
            course = course.then(True, standing.terms, turn, lasted=True)
            begin = max(step.first, over.first + 1)
            yield _piece(step, standing.weight, standing.terms, course, begin, last)
    elif standing.runs:
        yield _piece(step, standing.state, standing.terms, course, step.first, last)
    else:
        yield _piece(step, standing.state, baseline, course, step.first, step.last)
    if until is not None and step.lapses:
        yield from _lapsed(step, baseline, course, until, through)


def _lapsed(
    step: _Step, baseline: Terms, course: _Course, until: Dated, through: int | None
) -> Iterator[Possible]:
    """A standing whose end has passed; not known after the evidence for an end after it too.

    Then the measure may have been prolonged since (docs/contract.md, ``unknown``).
    """
    standing = step.standing
    turn = turn_after(until, standing.setter)
    course = course.then(False, baseline, turn, lasted=standing.in_force)
    begin = max(step.first, until.first + 1)
    edge = inf if through is None or until.last < through else through
    yield _piece(step, "lapsed", baseline, course, begin, min(step.last, edge))
    if edge == inf:
        return
    after_evidence = max(begin, edge + 1)
    if until.first < edge:
        yield _piece(step, "lapsed", baseline, course, after_evidence, step.last)
    yield _piece(step, "unknown", baseline, course, after_evidence, step.last)


def _piece(
    step: _Step, state: State, terms: Terms, course: _Course, first: float, last: float
) -> Possible:
    standing = step.standing
    in_force: bool | None = state in ("in-force", "eased")
    if state == "unknown":
        in_force = None
    return Possible(
        first=first,
        last=last,
        state=state,
        in_force=in_force,
        terms=terms,
        said=said_by(terms),
        until=standing.until if in_force else None,
        suspended_until=standing.suspended_until if state == "suspended" else None,
        standing=standing,
        force_run=course.force,
        terms_run=course.terms,
    )
