"""Events in, what held on each day out: the one source of truth behind every answer.

What lives here: the day of effect of an event, the possible days of an uncertain one, and the life
of a measure as a row of spans in each of which one state holds. What does not: reading, choosing
and comparing.

The rule (docs/contract.md): "on D" means after everything that took effect on D. A span is [first
day, first day after). Events apply in the order in which they are written. Where an event's day is
known only as a range, every number of events that may have happened by D is a possibility; where
the possibilities give different states, the day is ``uncertain``; where only terms or end differ,
the earlier ones show, marked.
"""

from bisect import bisect_right
from typing import NamedTuple

from nkj import days
from nkj.model import Event, Measure, State, Terms, When

#: Events after which a measure is in force.
STARTS = frozenset({"imposed", "reimposed"})
#: Events after which it is not.
ENDS = frozenset({"lifted", "superseded"})
#: Events of which, beside a start, the latest says whether a measure in force is ``eased``.
_WEIGHS = frozenset({"tightened", "eased"})

_FIELDS_OF_EFFECT = ("in_force", "promulgated", "decided", "announced")


def effect_field(event: Event) -> str | None:
    """The field that holds the event's day of effect, or None if it has no day.

    ``in_force``, else ``promulgated``, ``decided``, ``announced``. An ``extended`` has no
    ``in_force``: its ``until`` moves with the decision. A ``noted`` happened when it ``occurred``.
    """
    if event.event == "noted":
        order: tuple[str, ...] = ("occurred", *_FIELDS_OF_EFFECT)
    elif event.event == "extended":
        order = ("decided", "promulgated", "announced")
    else:
        order = _FIELDS_OF_EFFECT
    return next((field for field in order if getattr(event, field) is not None), None)


def effect(event: Event) -> When | None:
    """The event's day of effect as it is written, or None if it has no day."""
    field = effect_field(event)
    return None if field is None else getattr(event, field)


def same_terms(one: Terms, other: Terms) -> bool:
    """True if two sets of terms say the same. A list with nothing in it says as much as no list."""
    return _said(one) == _said(other)


def _said(terms: Terms) -> dict[str, object]:
    return {
        name: sorted(value) if isinstance(value, tuple) else value
        for name, value in terms.items()
        if value != ()
    }


class Standing(NamedTuple):
    """What holds after some number of a measure's events, until an end by lapse.

    ``began`` is the event that started the present run in or out of force, ``shaped`` the one that
    gave the present terms, ``latest`` the last one of all; each None before the first. ``ran`` is
    what began the run in force that the latest event ended, should the measure start again on that
    very day.
    """

    state: State
    terms: Terms
    until: When | None
    began: Event | None
    shaped: Event | None
    latest: Event | None
    ran: Event | None = None

    @property
    def in_force(self) -> bool:
        return self.state in ("in-force", "eased")


class Reach(NamedTuple):
    """The first and last possible day of an event's effect; None where it is open."""

    first: int | None
    last: int | None


class Span(NamedTuple):
    """Days on which one thing holds: from ``first`` (None: since ever) to the next span's first.

    ``state`` and ``in_force`` as the contract has them. ``standing`` is the earliest possible one.
    ``lapsed_on`` is the first day without the measure if it lapsed. ``doubtful`` is true where the
    terms or the end differ between the possibilities, or rest on a doubtful day.
    """

    first: int | None
    state: State
    in_force: bool | None
    standing: Standing
    lapsed_on: int | None
    doubtful: bool


class Life:
    """A measure's whole life, replayed once, to be asked for any day.

    ``events`` are those that change what holds, in order; ``reaches`` their possible days;
    ``spans`` cover every day.
    """

    def __init__(
        self, measure: Measure, verified_from: int | None, verified_through: int | None
    ) -> None:
        self.measure = measure
        self.events = tuple(
            e
            for e in measure.events
            if e.event != "noted" and (effect_field(e) or e.event == "extended")
        )
        self.standings = _standings(measure, self.events)
        self.reaches = _reaches(self.events, self.standings)
        self._verified_from = verified_from
        self._verified_through = verified_through
        self._firsts = [_low(r.first) for r in self.reaches]
        self._lasts = [_high(r.last) for r in self.reaches]
        self.spans = self._spans()
        self._starts = [_low(span.first) for span in self.spans]

    def on(self, day: int) -> Span:
        """What holds on a day, given as an ordinal."""
        return self.spans[bisect_right(self._starts, day) - 1]

    def between(self, first: int, last: int) -> tuple[Event, ...]:
        """The events that may have taken effect after ``first`` and by ``last``, in order."""
        return tuple(
            event
            for event, low, high in zip(self.events, self._firsts, self._lasts, strict=True)
            if high > first and low <= last
        )

    def known_ahead(self, day: int) -> list[tuple[Event, int]]:
        """Events that take effect after a day and were announced, decided or promulgated by it,
        each with its first day.
        """
        ahead = []
        for index in range(bisect_right(self._firsts, day), len(self.events)):
            event = self.events[index]
            words = (event.announced, event.decided, event.promulgated)
            if any(
                word is not None and word.last is not None and word.last <= day for word in words
            ):
                ahead.append((event, int(self._firsts[index])))
        return ahead

    def _spans(self) -> list[Span]:
        edges: set[int] = set()
        for reach in self.reaches:
            edges.update(edge for edge in reach if edge is not None)
        for standing in self.standings:
            if standing.until is not None:
                edges.update(
                    edge + 1
                    for edge in (standing.until.first, standing.until.last)
                    if edge is not None
                )
        if self._verified_from is not None:
            edges.add(self._verified_from)
        if self._verified_through is not None:
            edges.add(self._verified_through + 1)
        spans: list[Span] = []
        for first in (None, *sorted(edges)):
            span = self._judge(first)
            if not spans or span[1:] != spans[-1][1:]:
                spans.append(span)
        return spans

    def _judge(self, day: int | None) -> Span:
        """What holds on one day, from every possibility. ``None`` is the day before all others."""
        at = _low(day)
        surely = bisect_right(self._lasts, at)
        perhaps = bisect_right(self._firsts, at)
        possible: list[tuple[State, Standing, int | None]] = []
        for count in range(surely, perhaps + 1):
            extended = count < len(self.events) and self.events[count].event == "extended"
            possible.extend(_with_lapse(self.standings[count], day, extended))
        states = {state for state, _, _ in possible}
        forces = {state in ("in-force", "eased") for state, _, _ in possible}
        state, standing, lapsed_on = possible[0]
        if self._verified_from is not None and (day is None or day < self._verified_from):
            return Span(day, "unknown", None, self.standings[0], None, False)
        if any(self._past_evidence(one, other, at) for one, other, _ in possible):
            return Span(day, "unknown", None, standing, None, False)
        differ = any(
            not same_terms(other.terms, standing.terms) or other.until != standing.until
            for _, other, _ in possible
        )
        if len(states) > 1:
            return Span(
                day, "uncertain", forces.pop() if len(forces) == 1 else None, standing, None, True
            )
        return Span(day, state, forces.pop(), standing, lapsed_on, differ)

    def _past_evidence(self, state: State, standing: Standing, at: float) -> bool:
        """True after ``verified_through`` for a measure whose end also lies after it: it may have
        been prolonged.
        """
        through = self._verified_through
        if through is None or at <= through or state != "lapsed" or standing.until is None:
            return False
        return standing.until.last is not None and standing.until.last >= through


def _low(day: int | None) -> float:
    return float("-inf") if day is None else day


def _high(day: int | None) -> float:
    return float("inf") if day is None else day


def _standings(measure: Measure, events: tuple[Event, ...]) -> list[Standing]:
    """What holds after 0, 1, 2, ... events."""
    now = Standing("not-yet-imposed", measure.baseline, None, None, None, None)
    standings = [now]
    for event in events:
        now = _after(now, event, measure.baseline)
        standings.append(now)
    return standings


def _after(before: Standing, event: Event, baseline: Terms) -> Standing:
    """Apply one event. The rule for terms and ``until`` is in docs/contract.md, "Events"."""
    if event.event in ENDS:
        state: State = "lifted" if event.event == "lifted" else "superseded"
        shaped = before.shaped if same_terms(baseline, before.terms) else event
        began = event if before.in_force else before.began
        return Standing(
            state, baseline, None, began, shaped, event, before.began if before.in_force else None
        )
    if event.event in STARTS:
        terms = event.terms or baseline
        until = None if event.until == days.OPEN_END else event.until
        goes_on = _goes_on(before, event)
        ran_out = before.in_force and goes_on is None  # and the baseline applied since
        kept = before.shaped if same_terms(terms, before.terms) and not ran_out else None
        return Standing("in-force", terms, until, goes_on or event, kept or event, event)
    terms = before.terms if event.terms is None else event.terms or baseline
    until = before.until
    if event.until is not None:
        until = None if event.until == days.OPEN_END else event.until
    state = before.state
    if event.event in _WEIGHS:
        state = "eased" if event.event == "eased" else "in-force"
    shaped = before.shaped if same_terms(terms, before.terms) else event
    return Standing(state, terms, until, before.began, shaped, event)


def _goes_on(before: Standing, start: Event) -> Event | None:
    """What began the run that ``start`` carries on, if it starts on the very day on which that run
    would have ended.
    """
    day = effect(start)
    if day is None or not day.exact or day.first is None or before.latest is None:
        return None
    if before.in_force:
        end = before.until
        return (
            before.began
            if end is None or (end.last is not None and day.first <= end.last + 1)
            else None
        )
    ended = effect(before.latest)
    return before.ran if ended is not None and ended.exact and ended.first == day.first else None


def _reaches(events: tuple[Event, ...], standings: list[Standing]) -> list[Reach]:
    """The possible days of each event, clipped by its neighbours, since events stand in order of
    effect.

    An extension comes at the latest on the last day of the term that it moves; without a day of its
    own, on that day.
    """
    days_of = [effect(event) for event in events]
    firsts = [_low(day.first if day else None) for day in days_of]
    lasts = [_high(day.last if day else None) for day in days_of]
    for index, event in enumerate(events):
        old_end = standings[index].until
        if event.event == "extended" and old_end is not None:
            lasts[index] = min(lasts[index], _high(old_end.last))
            if days_of[index] is None:
                firsts[index] = _low(old_end.first)
    for index in range(1, len(events)):
        firsts[index] = max(firsts[index], firsts[index - 1])
    for index in range(len(events) - 2, -1, -1):
        lasts[index] = min(lasts[index], lasts[index + 1])
    return [
        Reach(
            None if first == float("-inf") else int(first),
            None if last == float("inf") else int(max(first, last)),
        )
        for first, last in zip(firsts, lasts, strict=True)
    ]


def _with_lapse(
    standing: Standing, day: int | None, extended: bool
) -> list[tuple[State, Standing, int | None]]:
    """The states that a standing may have on a day, given that its ``until`` may have passed.

    If it is yet to be ``extended``, it has not passed: no extension comes after the end that it
    moves.
    """
    end = standing.until
    if end is None or day is None:
        return [(standing.state, standing, None)]
    if end.last is not None and day > end.last:
        return [("lapsed", standing, end.last + 1)]
    if end.first is None or day > end.first:
        if end.exact or extended:
            return [(standing.state, standing, None)]
        return [(standing.state, standing, None), ("lapsed", standing, None)]
    return [(standing.state, standing, None)]


def applying(span: Span, measure: Measure) -> Terms:
    """The terms that apply in a span: the measure's own while it is in force, else its baseline."""
    return (
        measure.baseline
        if span.in_force is False or span.state == "unknown"
        else span.standing.terms
    )
