"""Laws of replay over random lives, against a naive replay that walks day by day."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import nkj
from nkj import days
from nkj.model import Event, Measure, Terms
from nkj.replay import Life
from tests.build import event, measure, registry

START = days.parse_day("2010-01-01")


@st.composite
def lives(draw: st.DrawFn) -> Measure:
    """A life that can be lived: events in order, each allowed where it stands, on exact days."""
    day = START + draw(st.integers(0, 20))
    events: list[Event] = []
    in_force, until = False, None
    for number in range(draw(st.integers(1, 8))):
        lapsed = until is not None and day > until
        if not in_force or lapsed:
            kind = "reimposed" if events else "imposed"
        else:
            kind = draw(st.sampled_from(["tightened", "eased", "extended", "lifted"]))
        fields: dict[str, object] = {"id": f"e{number}"}
        if kind in ("imposed", "reimposed"):
            until = day + draw(st.integers(0, 40)) if draw(st.booleans()) else None
            if until is not None:
                fields["until"] = days.iso(until)
            in_force = True
        elif kind == "extended":
            until = (until or day) + draw(st.integers(1, 40))
            fields["until"] = days.iso(until)
        elif kind == "lifted":
            in_force, until = False, None
        else:
            fields["terms"] = {"items": draw(st.integers(0, 2))}
        events.append(event(kind, days.iso(day), **fields))  # type: ignore[arg-type]
        day += draw(st.integers(1, 30))
    return measure(*events)


def _naive(subject: Measure, day: int) -> tuple[str, str | None, Terms]:
    """State, end and terms on a day, by reading the events from the top each time."""
    state, until, terms = "not-yet-imposed", None, {}
    for one in subject.events:
        when = one.decided if one.event == "extended" else one.in_force
        assert when is not None
        assert when.first is not None
        if when.first > day:
            break
        if one.event in ("imposed", "reimposed"):
            state, until, terms = "in-force", one.until, dict(one.terms or {})
        elif one.event == "lifted":
            state, until, terms = "lifted", None, {}
        else:
            until = one.until or until
            terms = dict(one.terms) if one.terms is not None else terms
            state = {"eased": "eased", "tightened": "in-force"}.get(one.event, state)
    if until is not None and until.last is not None and day > until.last:
        return "lapsed", None, {}
    return state, until.text if until else None, terms


@given(lives())
def test_status_agrees_with_a_naive_replay(subject: Measure) -> None:
    """State, end, terms and start of the run are those of a day-by-day reading, on every day."""
    book = registry(subject)
    run_start, was = None, None
    for day in range(START - 2, START + 330):
        row = nkj.status(book, day).measures[0]
        state, until, terms = _naive(subject, day)
        assert (row.state, row.until, row.terms) == (state, until, terms)
        if row.in_force != was:
            run_start, was = day, row.in_force
        if row.since is not None:
            assert row.since == days.iso(run_start or 0)


@given(lives(), st.lists(st.integers(START - 10, START + 400), max_size=20))
def test_every_day_has_exactly_one_span(subject: Measure, some: list[int]) -> None:
    """Spans follow each other without gap or overlap, and each day falls into one."""
    life = Life(subject, None, None)
    firsts = [span.first for span in life.spans]
    assert firsts[0] is None
    assert firsts[1:] == sorted(set(firsts[1:]))  # type: ignore[type-var]
    for day in some:
        assert sum(span == life.on(day) for span in life.spans) == 1


@given(lives(), st.integers(START, START + 300), st.integers(START, START + 300))
def test_diff_agrees_with_status(subject: Measure, one: int, two: int) -> None:
    """A difference has the two statuses at its ends; a day with itself has none."""
    book = registry(subject)
    first, last = sorted((one, two))
    result = nkj.diff(book, one, two, unchanged=True).changes[0]
    before, after = (nkj.status(book, day).measures[0] for day in (first, last))
    assert (result.before.state, result.after.state) == (before.state, after.state)
    assert (result.before.terms, result.after.terms) == (before.terms, after.terms)
    if first == last:
        assert result.change == "unchanged"


@given(lives())
def test_history_ends_where_status_stands(subject: Measure) -> None:
    """The terms after the last event are those of the last day, unless the measure lapsed."""
    book = registry(subject)
    last = nkj.history(book).measures[0].events[-1]
    row = nkj.status(book, START + 3000).measures[0]
    if row.in_force:
        assert last.terms_after == row.terms
