"""What held on a day, found by walking all possible worlds of a measure (docs/contract.md).

What lives here: ``Worlds``, which answers for a life given as plain values (a ``baseline`` and
``events`` as YAML would hold them), and its own small reader of days as written. It shares no code
with ``nkj`` and follows the sentences of the design one by one, so that the two can disagree.
What does not: drawing lives (``lives``), and any speed beyond what thousands of lives a run need.

A world chooses a day for each vague effect and each vague end (``until``, ``suspended_until``).
Worlds that agree on all that still matters are walked once. Open spans reach ``PAD`` days beyond
everything that the life mentions: beyond its first and last day all days are alike, save for order.

``# Reading:`` marks a place where the design leaves a choice; the most literal one is taken.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

Doc = dict[str, Any]

EVER, NEVER = float("-inf"), float("inf")

# Days as written


class Span(NamedTuple):
    """A day as written: the first and the last day that it may be."""

    low: float
    high: float
    doubtful: bool
    text: str

    @property
    def exact(self) -> bool:
        """Whether it is one single day."""
        return self.low == self.high


def day_of(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


def iso(day: float) -> str:
    return dt.date.fromordinal(int(day)).isoformat()


def span_of(written: object) -> Span:
    """Read ``2016-04-01``, ``2016-04``, ``2016``, ``A..B``, ``A..``, ``..B``, also with ``?``."""
    text = str(written)
    bare = text.removesuffix("?")
    left, dots, right = bare.partition("..")
    if not dots:
        left = right = bare
    low = _bounds(left)[0] if left else EVER
    high = _bounds(right)[1] if right else NEVER
    return Span(low, high, text != bare, text)


def _bounds(text: str) -> tuple[float, float]:
    """The first and last day of a day, a month or a year."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        day = dt.date(*parts).toordinal()
        return day, day
    first_month, last_month = (1, 12) if len(parts) == 1 else (parts[1], parts[1])
    length = calendar.monthrange(parts[0], last_month)[1]
    first = dt.date(parts[0], first_month, 1)
    last = dt.date(parts[0], last_month, length)
    return first.toordinal(), last.toordinal()


def same_day(one: str | None, other: str | None) -> bool:
    """Whether two days as written mean the same days with the same doubt, however written."""
    if one is None or other is None:
        return one is other
    return span_of(one)[:3] == span_of(other)[:3]


# The events, as far as they can move anything

#: Reading: section 3 says of an extension "from its decision on", of all else that the day of
#: effect is `in_force`, else `promulgated`, `decided`, `announced`: so `decided` comes first here.
_EXTENSION_DAY = ("decided", "promulgated", "announced")
_EFFECT_DAY = ("in_force", "promulgated", "decided", "announced")
#: The events that the state `eased` is judged by.
_MOVERS = ("imposed", "tightened", "eased", "reimposed")
_BEGINS = ("imposed", "reimposed")
_ENDS = ("lifted", "superseded")

_LEGAL_ON = {
    # Reading: a suspended measure is "not in force", and `reimposed` is impossible only "while in
    # force or before imposed": so one may be reimposed while suspended, and starts from nothing.
    "imposed": ("never",),
    "reimposed": ("suspended", "lapsed", "lifted", "superseded"),
    "tightened": ("on",),
    "eased": ("on",),
    "suspended": ("on",),
    "extended": ("on", "suspended"),
    "lifted": ("on", "suspended"),
    "superseded": ("on", "suspended"),
    "resumed": ("suspended",),
}


class Standing(NamedTuple):
    """What is on the books after so many events; the same in every world."""

    phase: str = "never"  # never, on, lifted or superseded
    terms: Doc = {}
    eased: bool = False
    until: Span | None = None
    until_from: int = -1
    suspended: bool = False
    suspended_until: Span | None = None
    suspended_from: int = -1


class Step(NamedTuple):
    """One event: when it may be, and what it states."""

    kind: str
    day: Span | None  # None: the last day of the term that it moves
    sets_until: bool
    until: Span | None
    sets_suspension: bool
    suspended_until: Span | None


def effect_of(event: Doc) -> str | None:
    """The day of effect as written, or None for an extension (or note) that has none of its own."""
    fields: tuple[str, ...] = _EFFECT_DAY
    if event["event"] == "extended":
        fields = _EXTENSION_DAY
    if event["event"] == "noted":
        fields = ("occurred", *_EFFECT_DAY)
    return next((str(event[field]) for field in fields if field in event), None)


def _step(event: Doc) -> Step:
    kind = event["event"]
    written = effect_of(event)
    if written is None and kind != "extended":
        raise ValueError(f"{kind} without any day")
    until, suspended_until = event.get("until"), event.get("suspended_until")
    return Step(
        kind=kind,
        day=span_of(written) if written is not None else None,
        sets_until=kind in (*_BEGINS, *_ENDS) or (kind != "noted" and "until" in event),
        until=span_of(until) if until not in (None, "none") else None,
        sets_suspension=kind in ("suspended", "resumed", *_BEGINS, *_ENDS),
        suspended_until=span_of(suspended_until) if suspended_until is not None else None,
    )


def _after(before: Standing, number: int, event: Doc, step: Step) -> Standing:
    """What is on the books once this event has happened."""
    kind = step.kind
    if kind == "noted":
        return before
    if kind in _ENDS:
        return Standing(phase=kind)
    if kind in _BEGINS:
        before = Standing(phase="on")
    now = before._replace(terms=event.get("terms", before.terms))
    if kind in _MOVERS:
        now = now._replace(eased=kind == "eased")
    if step.sets_until:
        now = now._replace(until=step.until, until_from=number)
    if step.sets_suspension:
        now = now._replace(
            suspended=kind == "suspended",
            suspended_until=step.suspended_until,
            suspended_from=number,
        )
    return now


# What a world says of a day


class Mark(NamedTuple):
    """A first day in one world, and what decides it: an event's day, or the day after an end."""

    day: int
    by: str  # event, until, suspended_until
    number: int  # of the event, or of the event that states the end


class Run(NamedTuple):
    """What has gone on up to the end of a day."""

    in_force: bool = False
    since: Mark | None = None
    terms: Any = None  # a key of the terms that apply, None while nothing is on record
    terms_since: Mark | None = None
    stated: bool = False  # these terms have been in force in this run, not the baseline of a gap


class Core(NamedTuple):
    """The days chosen that still matter: of the last event, and of the present ends."""

    day: int
    until: float = NEVER
    suspended_until: float = EVER


class Today(NamedTuple):
    """What moved `in_force` and the terms last on the day of the last event."""

    force: tuple[str, int] | None = None
    terms: tuple[str, int] | None = None


class Seen(NamedTuple):
    """What a world says at the end of a day."""

    happened: int  # events, without notes
    phase: int  # 0, or 1 past any suspension, or 2 past the end
    state: str
    in_force: bool | None
    since: Mark | None
    terms_since: Mark | None


class Answer(NamedTuple):
    """What is to be answered for a day; ``differing_terms``: the earlier terms show, marked."""

    state: str
    in_force: bool | None
    terms: Doc
    until: str | None
    since: str | None
    terms_since: str | None
    suspended_until: str | None = None
    differing_terms: bool = False


class Stretch(NamedTuple):
    """Days on which some world says one thing."""

    first: int
    last: int
    seen: Seen


#: The last event, what had gone on before its day, and what moved on its day.
Past = tuple[Core, Run, Today]
#: A day on which something turned, the state and the runs at its end, and the end that passed.
Turn = tuple[int, str, Run, tuple[str, int] | None]


def _joined(days: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that touch, as one."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(days):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _key(terms: Doc) -> tuple[Any, ...]:
    """Terms as something that can be compared; a list is a set of words."""
    return tuple(
        sorted((key, tuple(sorted(v)) if isinstance(v, list) else v) for key, v in terms.items())
    )


class Worlds:
    """All possible worlds of one measure.

    ``life``: ``{"baseline": terms, "events": [event, ...]}``; ``verified_from`` and
    ``verified_through``: days as written, or None. ``possible`` says whether there is any world;
    ``on(day)`` answers for a day (an ordinal), ``stretches`` for all days from ``first`` to
    ``last``; before and after them nothing changes.
    """

    def __init__(
        self,
        life: Doc,
        verified_from: str | None = None,
        verified_through: str | None = None,
    ) -> None:
        self.baseline: Doc = life.get("baseline") or {}
        events = life["events"]
        # A note without any day stands nowhere in the order.
        events = [e for e in events if e["event"] != "noted" or effect_of(e) is not None]
        self.steps = [_step(event) for event in events]
        self.standings = [Standing()]
        for number, (event, step) in enumerate(zip(events, self.steps, strict=True)):
            self.standings.append(_after(self.standings[-1], number, event, step))
        self.happened = [0]  # notes change nothing and do not count
        for step in self.steps:
            self.happened.append(self.happened[-1] + (step.kind != "noted"))
        #: The terms that apply after so many events, not in force and in force, as keys to compare.
        self._keys = [
            tuple(_key(self.terms_at(count, in_force)) for in_force in (False, True))
            for count in range(len(self.standings))
        ]
        self.verified_from = span_of(verified_from).low if verified_from else EVER
        self.verified_through = span_of(verified_through).high if verified_through else NEVER
        self._set_horizon()
        self._latest: dict[tuple[int, Core], int | None] = {}
        self.start = Core(self.low - 1)
        self.possible = self._can_go_on(0, self.start)
        self._stretches: list[tuple[int, int, Answer]] | None = None

    def _set_horizon(self) -> None:
        """The days mentioned, the days answered for, and the days that a world may choose."""
        spans = [s for step in self.steps for s in (step.day, step.until, step.suspended_until)]
        edges = [edge for span in spans if span for edge in span[:2]]
        edges += [self.verified_from, self.verified_through]
        finite = [int(edge) for edge in edges if edge not in (EVER, NEVER)] or [
            day_of("2010-01-01")
        ]
        self.first_mentioned, self.last_mentioned = min(finite), max(finite)
        self.first, self.last = self.first_mentioned - 3, self.last_mentioned + 4
        is_open = any(edge in (EVER, NEVER) for span in spans if span for edge in span[:2])
        pad = 2 * len(self.steps) + 4 if is_open else 1
        self.low, self.high = self.first - pad, self.last + pad

    # One world, one day

    def state(self, count: int, core: Core, day: int) -> str:
        """`never`, `on`, `suspended`, `lapsed`, `lifted` or `superseded` after so many events."""
        standing = self.standings[count]
        if standing.phase != "on":
            return standing.phase
        if day > core.until:
            return "lapsed"
        if standing.suspended and day <= core.suspended_until:
            return "suspended"
        return "on"

    def terms_at(self, count: int, in_force: bool | None) -> Doc:
        """The terms that apply.

        Reading: "the measure's terms in force, else its baseline": a measure in force whose own
        terms are empty (stated or not) has none, and its baseline applies.
        """
        return (self.standings[count].terms if in_force else {}) or self.baseline

    def _terms_key(self, count: int, state: str) -> Any:
        """What a run of terms is judged by; None where nothing is on record."""
        if state == "never":
            return None
        in_force = state == "on"
        return self._keys[count][in_force] or (() if in_force else None)

    def _choices(self, number: int, core: Core) -> Iterator[tuple[int, Core]]:
        """The days on which the next event may be, the latest first, and the ends it may have."""
        step = self.steps[number]
        for day in self._days(step, core):
            state = self.state(number, core, day)
            if step.kind == "noted":
                yield day, core._replace(day=day)
            elif state in _LEGAL_ON[step.kind]:
                yield from ((day, chosen) for chosen in self._ends(step, core, day))

    def _days(self, step: Step, core: Core) -> Iterable[int]:
        """In the order written: not before the event before it."""
        if step.day is None:
            # An extension without a day of its own counts from the last day of its old term. Where
            # the term is open there is no such day, and no world.
            on_last_day = core.until != NEVER and core.day <= core.until
            return (int(core.until),) if on_last_day else ()
        first = int(max(step.day.low, core.day, self.low))
        last = int(min(step.day.high, self.high))
        return range(last, first - 1, -1)

    def _ends(self, step: Step, core: Core, day: int) -> Iterator[Core]:
        """The ends that this event may bring: none before its own effect."""
        untils: Iterable[float] = (core.until,)
        if step.sets_until:
            untils = self._from(step.until, day) if step.until else (NEVER,)
        suspensions: Iterable[float] = (core.suspended_until,)
        if step.sets_suspension:
            suspensions = (NEVER,) if step.kind == "suspended" else (EVER,)
            if step.suspended_until and step.kind == "suspended":
                suspensions = self._from(step.suspended_until, day)
        elif core.suspended_until < day:
            suspensions = (EVER,)
        for until in untils:
            for suspended_until in suspensions:
                yield Core(day, until, suspended_until)

    def _from(self, end: Span, day: int) -> range:
        return range(int(max(end.low, day)), int(min(end.high, self.high)) + 1)

    def _latest_next(self, number: int, core: Core) -> int | None:
        """The latest day of the next event with which all the rest can happen; None if none."""
        key = (number, core)
        if key not in self._latest:
            self._latest[key] = next(
                (
                    day
                    for day, then in self._choices(number, core)
                    if self._can_go_on(number + 1, then)
                ),
                None,
            )
        return self._latest[key]

    def _can_go_on(self, number: int, core: Core) -> bool:
        return number == len(self.steps) or self._latest_next(number, core) is not None

    # What has gone on

    def _moved(
        self, count: int, state: str, count_then: int, then: str, by: tuple[str, int], today: Today
    ) -> Today:
        """What moved `in_force` and the terms last, after one more thing has happened."""
        if (state == "on") != (then == "on"):
            today = today._replace(force=by)
        if self._terms_key(count, state) != self._terms_key(count_then, then):
            today = today._replace(terms=by)
        return today

    def _settle(self, run: Run, count: int, state: str, day: int, today: Today) -> Run:
        """The runs at the end of a day: only what holds at the end of a day counts."""
        in_force = state == "on"
        since = run.since
        if in_force != run.in_force and today.force:
            since = Mark(day, *today.force)
        terms, terms_since, stated = self._terms_key(count, state), run.terms_since, run.stated
        if terms is None:
            terms_since, stated = None, False
        elif terms != run.terms and today.terms:
            mover = today.terms
            if in_force and today.force and today.force[1] > mover[1]:
                # Reading: what a gap of no day left as the general rule is stated by the start.
                mover = today.force
            terms_since, stated = Mark(day, *mover), in_force
        elif in_force and not stated:
            # Reading: the run cannot reach before the event that first stated these terms, so a
            # gap in which they applied as the baseline does not count for a measure in force.
            stating = today.terms or today.force
            assert stating
            terms_since, stated = Mark(day, *stating), True
        return Run(in_force, since, terms, terms_since, stated)

    def _turns(self, count: int, core: Core) -> list[tuple[int, tuple[str, int]]]:
        """The days after the ends that are still to come, in order; on one day the lapse counts."""
        standing = self.standings[count]
        if standing.phase != "on":
            return []
        turns = {}
        if standing.suspended and core.day <= core.suspended_until < NEVER:
            turns[int(core.suspended_until) + 1] = ("suspended_until", standing.suspended_from)
        if core.day <= core.until < NEVER:
            turns[int(core.until) + 1] = ("until", standing.until_from)
        return sorted(turns.items())

    def _history(self, count: int, past: Past) -> list[Turn]:
        """From the last event on: each day on which something turned, and what had gone on then."""
        core, run, today = past
        state = self.state(count, core, core.day)
        run = self._settle(run, count, state, core.day, today)
        history: list[Turn] = [(core.day, state, run, None)]
        for day, by in self._turns(count, core):
            then = self.state(count, core, day)
            moved = self._moved(count, state, count, then, by, Today())
            run, state = self._settle(run, count, then, day, moved), then
            history.append((day, state, run, by))
        return history

    def _next(self, number: int, past: Past, history: list[Turn], then: Core) -> tuple[Run, Today]:
        """What has gone on before the day of the next event, and what moved on that day."""
        core, run, today = past
        if then.day > core.day:
            today, before = Today(), ""
            for day, state, settled, by in history:
                if day < then.day:
                    run, before = settled, state
                elif day == then.day and by:
                    # An end passed the day before: it moves first, then the event.
                    today = self._moved(number, before, number, state, by, today)
        before = self.state(number, core, then.day)
        after = self.state(number + 1, then, then.day)
        return run, self._moved(number, before, number + 1, after, ("event", number), today)

    # All worlds

    def seen(self) -> list[Stretch]:
        """What the possible worlds say, and from which day to which."""
        found: dict[Seen, set[tuple[int, int]]] = {}
        frontier: set[Past] = {(self.start, Run(), Today())} if self.possible else set()
        for number in range(len(self.steps) + 1):
            following: set[Past] = set()
            for past in frontier:
                history = self._history(number, past)
                for first, last, seen in self._said(number, past[0], history):
                    found.setdefault(seen, set()).add((first, last))
                if number < len(self.steps):
                    following.update(self._followers(number, past, history))
            frontier = following
        return [
            Stretch(first, last, seen)
            for seen, days in found.items()
            for first, last in _joined(days)
        ]

    def _followers(self, number: int, past: Past, history: list[Turn]) -> Iterator[Past]:
        on_day: dict[int, tuple[Run, Today]] = {}
        for day, then in self._choices(number, past[0]):
            if self._can_go_on(number + 1, then):
                # What was before does not depend on the ends that the event brings.
                if day not in on_day:
                    on_day[day] = self._next(number, past, history, then)
                yield (then, *on_day[day])

    def _said(self, count: int, core: Core, history: list[Turn]) -> Iterator[tuple[int, int, Seen]]:
        """What these worlds say from the last event on until the next must have happened."""
        last = self.last
        if count < len(self.steps):
            latest = self._latest_next(count, core)
            assert latest is not None
            last = min(last, latest - 1)
        ends = [turned[0] - 1 for turned in history[1:]] + [last]
        for (day, state, settled, _), end in zip(history, ends, strict=True):
            first = max(day, self.first)
            if min(end, last) >= first:
                named, in_force = self._named(count, core, state)
                phase = {"on": 1, "lapsed": 2}.get(state, 0)
                seen = Seen(
                    self.happened[count], phase, named, in_force, settled.since, settled.terms_since
                )
                yield first, min(end, last), seen

    def _named(self, count: int, core: Core, state: str) -> tuple[str, bool | None]:
        """The state by its name in the contract, and whether it is in force."""
        if state == "never":
            return "not-yet-imposed", False
        if state == "on":
            return ("eased" if self.standings[count].eased else "in-force"), True
        if state == "lapsed" and core.until >= self.verified_through:
            # Reading: judged in each world, so worlds that lapsed before and after it disagree.
            return "unknown", None
        return state, False

    @property
    def stretches(self) -> list[tuple[int, int, Answer]]:
        """First day, last day and answer, without a gap; empty if there is no possible world."""
        if self._stretches is None:
            self._stretches = self._answers() if self.possible else []
        return self._stretches

    def _answers(self) -> list[tuple[int, int, Answer]]:
        seen = self.seen()
        turns = {self.first} | {one.first for one in seen} | {one.last + 1 for one in seen}
        if self.first <= self.verified_from <= self.last:
            turns.add(int(self.verified_from))
        firsts = sorted(turn for turn in turns if turn <= self.last)
        lasts = [turn - 1 for turn in firsts[1:]] + [self.last]
        waiting = sorted(seen, key=lambda one: one.first, reverse=True)
        now: list[Stretch] = []
        answers: list[tuple[int, int, Answer]] = []
        for first, last in zip(firsts, lasts, strict=True):
            now = [one for one in now if one.last >= first]
            while waiting and waiting[-1].first <= first:
                now.append(waiting.pop())
            answer = self._answer(first, [one.seen for one in now])
            if answers and answers[-1][2] == answer:
                answers[-1] = (answers[-1][0], last, answer)
            else:
                answers.append((first, last, answer))
        return answers

    def on(self, day: int) -> Answer | None:
        """The answer for a day; None if there is no possible world."""
        day = min(max(day, self.first), self.last)
        return next((a for first, last, a in self.stretches if first <= day <= last), None)

    def _answer(self, day: int, seen: list[Seen]) -> Answer:
        """What all worlds give, else `uncertain`."""
        if day < self.verified_from:
            # Reading: an unknown day shows the baseline, as a day not in force does.
            return Answer("unknown", None, self.baseline, None, None, None)
        # Reading: the earlier terms are those of the world in which the least has happened: the
        # fewest events, then the fewest ends passed. They show whatever else differs; the end too.
        earliest = min(seen, key=lambda one: (one.happened, one.phase))
        states = {one.state for one in seen}
        forces = {one.in_force for one in seen}
        state = earliest.state if len(states) == 1 else "uncertain"
        in_force = earliest.in_force if len(forces) == 1 else None
        kinds_of_terms = {(one.happened, bool(one.in_force)) for one in seen}
        keys = {self._keys[self.happened.index(n)][in_force] for n, in_force in kinds_of_terms}
        differing = len(keys) > 1
        standing = self._standing(earliest)
        return Answer(
            state=state,
            in_force=in_force,
            terms=self._terms_of(earliest),
            until=standing.until.text if in_force and standing.until else None,
            # Reading: where the worlds disagree on `in_force` no run of it can be named.
            since=self._form(one.since for one in seen) if in_force is not None else None,
            terms_since=self._terms_since(seen, earliest, differing)
            if in_force is not None
            else None,
            suspended_until=self._suspension(state, standing),
            differing_terms=differing,
        )

    def _terms_since(self, seen: list[Seen], earliest: Seen, differing: bool) -> str | None:
        # Reading: where terms differ and the earlier show, only the worlds they come from count.
        told = [one for one in seen if not differing or one.happened == earliest.happened]
        return self._form(one.terms_since for one in told)

    def _standing(self, seen: Seen) -> Standing:
        return self.standings[self.happened.index(seen.happened)]

    def _terms_of(self, seen: Seen) -> Doc:
        return self.terms_at(self.happened.index(seen.happened), seen.in_force)

    def _suspension(self, state: str, standing: Standing) -> str | None:
        if state != "suspended" or standing.suspended_until is None:
            return None
        return standing.suspended_until.text

    # Days to write

    def _form(self, marks: Iterable[Mark | None]) -> str | None:
        """The span of possible first days, as written where one event's day decides it.

        Reading: worlds without a first day on record add none; it is null only if all have none.
        Reading: as written also where the other days leave only a part of its span.
        Reading: a day that follows from a doubtful one is doubtful.
        """
        found = {mark for mark in marks if mark}
        if not found:
            return None
        spans = [self._decider(mark) for mark in found]
        if len({(mark.by, mark.number) for mark in found}) == 1 and spans[0][0] == "event":
            return spans[0][1].text
        doubt = "?" if any(span.doubtful for _, span in spans) else ""
        low, high = min(mark.day for mark in found), max(mark.day for mark in found)
        if low == high:
            return iso(low) + doubt
        first = iso(low) if low >= self.first_mentioned else ""
        last = iso(high) if high <= self.last_mentioned + 1 else ""
        return f"{first}..{last}{doubt}" if first or last else None

    def _decider(self, mark: Mark) -> tuple[str, Span]:
        if mark.by == "event":
            day = self.steps[mark.number].day
            moved = self.standings[mark.number].until
            span = day or moved
        else:
            step = self.steps[mark.number]
            span = step.until if mark.by == "until" else step.suspended_until
        assert span
        return mark.by, span
