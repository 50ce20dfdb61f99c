"""The replay of nkj against the walk of possible worlds, on random lives and on worked examples.

``python -m tests.property.test_replay_worlds FIRST COUNT`` holds the lives of many seeds against
each other and prints what differs.
"""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkj import days
from nkj.model import Event, Measure
from nkj.replay import Life, placed
from tests.build import text
from tests.property.lives import lives, random_coverage, random_life
from tests.property.test_worlds import EXAMPLES, held_to
from tests.property.worlds import Doc, Worlds, same_day, span_of

DAYS = ("announced", "decided", "promulgated", "in_force", "occurred", "suspended_until")
TESTED = (
    *("state", "in_force", "terms", "until", "since", "terms_since", "suspended_until"),
    "differing_terms",
)


def measure_of(life: Doc) -> Measure:
    """The life as records."""
    events = []
    for number, given_event in enumerate(life["events"]):
        fields: Doc = {"id": f"e{number}", **given_event}
        fields.update({f: days.parse_when(fields[f]) for f in DAYS if f in fields})
        if "until" in fields:
            fields["until"] = days.parse_until(fields["until"])
        if "terms" in fields:
            fields["terms"] = _terms(fields["terms"])
        if fields["event"] == "superseded":
            fields["superseded_by"] = "m"
        events.append(Event(**fields))
    return Measure(
        id="m",
        family="ports",
        kind="prohibition",
        name=text("M"),
        baseline=_terms(life.get("baseline") or {}),
        events=tuple(events),
    )


def _terms(terms: Doc) -> Doc:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in terms.items()}


def life_of(life: Doc, coverage: Doc) -> Life | None:
    """The life as nkj replays it; None if it is impossible."""
    measure = measure_of(life)
    if placed(measure.events)[1]:
        return None
    begin, end = coverage.get("verified_from"), coverage.get("verified_through")
    return Life(
        measure,
        days.parse_when(begin).first if begin else None,
        days.parse_when(end).last if end else None,
    )


def answer_of(replayed: Life, day: int) -> Doc:
    """What nkj says of a day, in the words of the walk of worlds."""
    span = replayed.on(day)
    terms = {n: list(v) if isinstance(v, tuple) else v for n, v in span.terms.items()}
    return {
        "state": span.state,
        "in_force": span.in_force,
        "terms": terms,
        "until": span.until.text if span.until else None,
        "since": span.since.text if span.since else None,
        "terms_since": span.terms_since.text if span.terms_since else None,
        "suspended_until": span.suspended_until.text if span.suspended_until else None,
        "doubtful": span.doubtful,
    }


def replayed_answer(life: Doc, coverage: Doc, day: int) -> Doc | None:
    """The answer of nkj for one day of a life."""
    replayed = life_of(life, coverage)
    return None if replayed is None else answer_of(replayed, day)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_replay_gives_what_was_worked_out_by_hand(name: str) -> None:
    """Each example of the table says itself what it proves."""
    held_to(replayed_answer, EXAMPLES[name])


def _states_the_general_rule(life: Doc) -> bool:
    """Whether some event gives the measure the very terms of its baseline.

    Then it matters for ``terms_since`` which of two ways leads to the same terms; where the days
    are vague the replay keeps one of them, and the two may name different spans.
    """
    baseline = life.get("baseline") or {}
    stated = [event.get("terms") for event in life["events"] if event["event"] != "noted"]
    return bool(baseline) and any(not terms or terms == baseline for terms in stated)


def _covers(found: str | None, value: str | None) -> bool:
    """Whether a span of first days holds all that the worlds give, and some days more.

    Where one day can come from several events of that day, the replay may name one of them as
    written, and it does not rule out each day on which a run would have lasted no day at all.
    """
    if found is None or value is None:
        # A run that no world lets last a day has no first day; the replay may name its span.
        return value is None and found is not None and not span_of(found).exact
    one, other = span_of(found), span_of(value)
    return one.low < one.high and one.low <= other.low and other.high <= one.high


def differences(life: Doc, coverage: Doc) -> list[Any]:
    """Where the replay and the walk of worlds differ: day, key, found, expected."""
    walk = Worlds(life, coverage.get("verified_from"), coverage.get("verified_through"))
    replayed = life_of(life, coverage)
    if replayed is None or not walk.possible:
        return [] if (replayed is None) != walk.possible else [("possible", walk.possible)]
    found = []
    for first, last, expected in walk.stretches:
        for day in {first, last}:
            answer = answer_of(replayed, day)
            for key, value in expected._asdict().items():
                if key == "terms_since" and _states_the_general_rule(life):
                    same = (answer[key] is None) == (value is None)
                elif key in ("since", "terms_since"):
                    same = same_day(answer[key], value) or _covers(answer[key], value)
                elif key == "differing_terms":
                    same = not value or answer["doubtful"]
                elif key == "terms":
                    same = _plain(answer[key]) == _plain(value)
                else:
                    same = answer[key] == value
                if not same:
                    found.append((days.iso(day), key, answer.get(key), value))
    return found


def _plain(terms: Doc) -> Doc:
    return {n: sorted(v) if isinstance(v, list) else v for n, v in terms.items() if v != []}


@given(lives(), st.integers(0, 10_000))
def test_the_replay_agrees_with_all_possible_worlds(life: Doc, seed: int) -> None:
    """State, terms, ends and first days are what the possible worlds of a life together give."""
    assert differences(life, random_coverage(seed)) == []


def test_the_replay_agrees_on_many_lives() -> None:
    """The same on the lives of fixed seeds."""
    for seed in range(300):
        assert differences(random_life(seed), random_coverage(seed)) == [], seed


def main(first: int, count: int) -> None:
    """Hold many lives against each other; print what differs, and how many measure-days agreed."""
    wrong, told = 0, 0
    for seed in range(first, first + count):
        life, coverage = random_life(seed), random_coverage(seed)
        found = differences(life, coverage)
        walk = Worlds(life)
        told += walk.last - walk.first + 1
        if found:
            wrong += 1
            if wrong <= 5:
                print(seed, coverage, life["baseline"])
                for event in life["events"]:
                    print("   ", event)
                for row in found[:6]:
                    print("      ", row)
    print(f"{count} lives, {told} measure-days, {wrong} lives differ")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
