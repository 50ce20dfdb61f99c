"""Laws of listings over random rounds, against a naive replay that walks day by day."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nkj import days
from nkj.model import Event, Measure
from nkj.replay import Listings
from tests.build import event, measure, party, registry

START = days.parse_day("2010-01-01")
LAST = START + 300
NAMES = ("a", "b", "c")
PARTIES = tuple(party(name) for name in NAMES)


@st.composite
def lists(draw: st.DrawFn, name: str, other: str) -> Measure:
    """A list whose rounds name those who are not on it and strike off those who are."""
    day = START + draw(st.integers(1, 20))
    events: list[Event] = []
    on: set[str] = set()
    in_force = False
    for number in range(draw(st.integers(1, 6))):
        off = sorted(set(NAMES) - on)
        named = tuple(draw(st.lists(st.sampled_from(off), unique=True))) if off else ()
        fields: dict[str, object] = {"id": f"{name}-{number}", "designations": named}
        if not in_force:
            kind, in_force, on = ("reimposed" if events else "imposed"), True, set()
            named = tuple(draw(st.lists(st.sampled_from(NAMES), unique=True)))
            fields["designations"] = named
        elif draw(st.booleans()):
            kind = "tightened"
            struck = tuple(draw(st.lists(st.sampled_from(sorted(on)), unique=True))) if on else ()
            fields["delisted"] = struck
            on -= set(struck)
        else:
            kind, in_force, on = "lifted", False, set()
            fields, named = {"id": f"{name}-{number}"}, ()
        on |= set(named)
        events.append(event(kind, days.iso(day), **fields))  # type: ignore[arg-type]
        day += draw(st.integers(1, 50))
    return measure(*events, id=name, kind="designation", family="assets", totals_with=(other,))


def _naive(subject: Measure, day: int) -> set[str]:
    """Who stands on a list on a day, by reading the events from the top."""
    on: set[str] = set()
    for one in subject.events:
        assert one.in_force is not None
        assert one.in_force.first is not None
        if one.in_force.first > day:
            break
        if one.event in ("imposed", "reimposed", "lifted"):
            on = set()
        on -= set(one.delisted)
        on |= {named for named in one.designations if isinstance(named, str)}
    return on


def _in_force(subject: Measure, day: int) -> bool:
    passed = [
        one.event
        for one in subject.events
        if one.in_force and one.in_force.first and one.in_force.first <= day
    ]
    return bool(passed) and passed[-1] != "lifted"


@given(lists("own", "un"), lists("un", "own"))
def test_listings_are_what_reading_the_rounds_gives(own: Measure, un: Measure) -> None:
    """Frozen, since when, and the totals, on every day, over two lists together."""
    held = Listings.of(registry(own, un, parties=PARTIES))
    since: dict[str, int] = {}
    for day in range(START, LAST):
        frozen = _naive(own, day) | _naive(un, day)
        since = {name: since.get(name, day) for name in frozen}
        for name in NAMES:
            assert held.frozen(name, day) is (name in frozen)
            first = held.frozen_since(name, day)
            assert (first.first if first else None) == since.get(name)
        for one in (own, un):
            total = held.totals(one, day).get("entities_total")
            assert total == (len(frozen) if _in_force(one, day) else None)
