"""Laws over random registries of several measures, written as YAML in many styles, read back, and
replayed by hand.
"""

from __future__ import annotations

import random

import msgspec
from hypothesis import assume, given
from hypothesis import strategies as st

import nkj
from nkj import days, replay
from nkj.model import Registry, Terms
from nkj.registry.editing.form import formed
from nkj.registry.files import RegistryFile
from nkj.registry.reader import read_all
from tests.property.books import START, Doc, Walk, books, iso, said, span_of, yaml_of

FIRST, LAST = START - 400, START + 800
SPREAD = range(START - 40, START + 420)
some_days = st.integers(START - 40, START + 420)


def read(doc: Doc, style: int = 1) -> Registry:
    """The registry in these values; a case in which they contradict each other is left out."""
    reading = read_all([RegistryFile("a.yaml", "a.yaml", yaml_of(doc, style).encode("utf-8"))])
    assert not {p.code for p in reading.problems} & {
        "yaml-syntax",
        "wrong-shape",
        "bad-value",
        "unknown-key",
        "bad-date",
        "bad-number",
    }
    assume(reading.registry is not None)
    assert reading.registry is not None
    return reading.registry


def naive(doc: Doc) -> dict[str, Walk]:
    return {m["id"]: Walk(m, doc["coverage"], FIRST, LAST) for m in doc["measures"]}


@given(books(), st.integers(0, 10**6))
def test_status_agrees_with_a_walk_day_by_day(doc: Doc, style: int) -> None:
    """State, whether in force, terms and end, on every day, over months, spans, open spans and
    doubtful days.
    """
    registry = read(doc, style)
    walks = naive(doc)
    for measure in registry.measures:
        life = replay.Life(measure, registry.verified_from, registry.verified_through)
        for day in SPREAD:
            expected = walks[measure.id].on(day)
            if expected is None:
                continue
            span = life.on(day)
            until = span.standing.until.text if span.in_force and span.standing.until else None
            found = (span.state, span.in_force, said(replay.applying(span, measure)), until)
            assert found == (
                expected.state,
                expected.in_force,
                said(expected.terms),
                expected.until,
            ), iso(day)


@given(books(), st.lists(some_days, min_size=1, max_size=8))
def test_status_tells_what_the_walk_tells(doc: Doc, some: list[int]) -> None:
    """The answer has every measure once, in one state, with that state's ``in_force``; families
    stand together.
    """
    registry, walks = read(doc), naive(doc)
    for day in some:
        rows = nkj.status(registry, day, origin="all").measures
        assert sorted(row.id for row in rows) == sorted(walks)
        families = [row.family for row in rows]
        assert families == sorted(
            families, key=("entry", "ports", "remittances", "trade", "assets").index
        )
        for row in rows:
            expected = walks[row.id].on(day)
            if expected is not None:
                assert (row.state, row.in_force, row.until) == (
                    expected.state,
                    expected.in_force,
                    expected.until,
                )
                assert said(row.terms) == said(expected.terms)
            certain = {"in-force": True, "eased": True, "unknown": None}
            if row.state != "uncertain":
                assert row.in_force is certain.get(row.state, False)


@given(books(exact=True), st.lists(some_days, min_size=1, max_size=12))
def test_since_is_the_first_day_of_the_run(doc: Doc, some: list[int]) -> None:
    """``since`` and ``terms_since`` are the days on which today's run and terms began."""
    registry, walks = read(doc), naive(doc)
    for day in some:
        for row in nkj.status(registry, day, origin="all").measures:
            if row.state == "unknown":
                continue
            walk = walks[row.id]
            walk.coverage = {}
            if _starts_and_ends_on_one_day(walk):
                continue
            begun = min((low for low, _ in walk.reach), default=LAST)
            first = day
            while first > FIRST and walk.on(first - 1)[1] == row.in_force:  # type: ignore[index]
                first -= 1
            assert (row.since or "").rstrip("?") == ("" if first == FIRST else iso(first))
            if not said(row.terms):
                continue
            first = day
            while first > FIRST and said(walk.on(first - 1)[2]) == said(row.terms):  # type: ignore[index]
                first -= 1
            shown = (row.terms_since or "").rstrip("?")
            if day < begun:
                assert shown == ""
            elif not _starts_with_the_general_rule(doc, row.id):
                assert shown == iso(int(max(first, begun)))


def _starts_and_ends_on_one_day(walk: Walk) -> bool:
    """A run without a day: since when it is over can be told in two ways."""
    days_of: dict[bool, set[tuple[float, float]]] = {True: set(), False: set()}
    for event, reach in zip(walk.events, walk.reach, strict=True):
        if event["event"] in ("imposed", "reimposed", "lifted", "superseded"):
            days_of[event["event"] in ("imposed", "reimposed")].add(reach)
    return bool(days_of[True] & days_of[False])


def _starts_with_the_general_rule(doc: Doc, name: str) -> bool:
    """A start that brings only what applied anyhow: since when its terms hold can be told in two
    ways.
    """
    (measure,) = (m for m in doc["measures"] if m["id"] == name)
    return any(
        e["event"] == "reimposed"
        and said(e.get("terms") or measure["baseline"]) == said(measure["baseline"])
        for e in measure["events"]
    )


@given(books())
def test_nothing_is_in_force_between_lifted_and_reimposed(doc: Doc) -> None:
    """From the day on which it surely ended to the first on which it may have been put back."""
    registry = read(doc)
    for measure in registry.measures:
        life = replay.Life(measure, None, None)
        for number, event in enumerate(life.events):
            if event.event not in ("lifted", "superseded"):
                continue
            start = life.reaches[number].last
            end = life.reaches[number + 1].first if number + 1 < len(life.events) else LAST
            for day in range(start if start is not None else LAST, min(end or 0, LAST)):
                assert life.on(day).in_force is False
                assert life.on(day).state == event.event


@given(books(), some_days, some_days, some_days)
def test_differences(doc: Doc, a: int, b: int, c: int) -> None:
    """A day with itself is empty; order does not matter; two steps tell the events of one; the kind
    is what the ends say.
    """
    registry, walks = read(doc), naive(doc)
    a, b, c = sorted((a, b, c))
    assert nkj.diff(registry, a, a, origin="all").changes == ()
    assert nkj.diff(registry, a, c) == msgspec.structs.replace(
        nkj.diff(registry, c, a), swapped=False
    )
    assert nkj.diff(registry, c, a).swapped == (a != c)
    one, two, both = (
        nkj.diff(registry, *pair, origin="all", unchanged=True).changes
        for pair in ((a, b), (b, c), (a, c))
    )
    for first, second, whole in zip(one, two, both, strict=True):
        order = [event["id"] for event in walks[whole.id].events]
        assert sorted({*first.events, *second.events}, key=order.index) == list(whole.events)
        before, after = walks[whole.id].on(a), walks[whole.id].on(c)
        if before is None or after is None or a == c:
            continue
        assert (whole.before.state, whole.after.state) == (before.state, after.state)
        assert (whole.change == "unclear") == (None in (before.in_force, after.in_force))
        assert (whole.change == "began") == (before.in_force is False and after.in_force is True)
        assert (whole.change == "ended") == (before.in_force is True and after.in_force is False)
        kinds = {whole.change, *whole.also}
        if before.in_force and after.in_force:
            ends = [
                span_of(held.until)[1] if held.until else float("inf") for held in (before, after)
            ]
            assert ("prolonged" in kinds) == (ends[1] > ends[0])
            assert ("shortened" in kinds) == (ends[1] < ends[0])
            added = any(
                "added" in e and e["added"]["entities"]
                for e in walks[whole.id].events
                if e["id"] in whole.events
            )
            if not added:
                assert bool({"tightened", "eased"} & kinds) == (
                    said(before.terms) != said(after.terms)
                )
        if whole.change in ("moved-and-returned", "unchanged"):
            assert whole.change == ("moved-and-returned" if whole.events else "unchanged")
            assert before.in_force == after.in_force


@given(books(exact=True), some_days, some_days)
def test_the_events_between_two_days(doc: Doc, one: int, two: int) -> None:
    """Those whose day lies after the first and not after the last."""
    registry, walks = read(doc), naive(doc)
    one, two = sorted((one, two))
    for change in nkj.diff(registry, one, two, origin="all", unchanged=True).changes:
        walk = walks[change.id]
        assert list(change.events) == [
            e["id"] for e, (day, _) in zip(walk.events, walk.reach, strict=True) if one < day <= two
        ]


@given(books(exact=True), st.lists(some_days, min_size=1, max_size=6))
def test_nothing_is_known_before_it_was_announced_or_decided(doc: Doc, some: list[int]) -> None:
    """The answer for a day is the same from a registry that holds only what was known by then."""
    registry = read(doc)
    for day in some:

        def known(event: nkj.model.Event, day: int = day) -> bool:
            words = (event.announced, event.decided, event.promulgated, event.in_force)
            return any(
                word is not None and word.last is not None and word.last <= day for word in words
            )

        then = msgspec.structs.replace(
            registry,
            measures=tuple(
                msgspec.structs.replace(
                    m, events=tuple(e for e in m.events if e.event == "noted" or known(e))
                )
                for m in registry.measures
            ),
        )
        for now, was in zip(
            nkj.status(registry, day, origin="all").measures,
            nkj.status(then, day, origin="all").measures,
            strict=True,
        ):
            assert now == msgspec.structs.replace(was, last_confirmed=now.last_confirmed)


@given(books())
def test_history_agrees_with_the_walk(doc: Doc) -> None:
    """Before and after each event stand the terms and state that a replay from the top gives."""
    registry, walks = read(doc), naive(doc)
    for life in nkj.history(registry, origin="all").measures:
        walk, count = walks[life.id], 0
        for event in life.events:
            before = (
                walk.terms_after(count)
                if walk.state_after(count) in ("in-force", "eased")
                else walk.baseline
            )
            assert said(event.terms_before) == said(before)
            if event.event == "noted":
                assert (event.terms_after, event.state_after) == (event.terms_before, None)
                continue
            count += 1
            runs = walk.state_after(count) in ("in-force", "eased")
            assert said(event.terms_after) == said(
                walk.terms_after(count) if runs else walk.baseline
            )
            assert event.state_after == walk.state_after(count)


@given(books(), st.integers(0, 10**6), st.integers(0, 10**6))
def test_what_was_written_is_read(doc: Doc, one: int, two: int) -> None:
    """In every style and after ``nkj format`` the same registry, and in it every value that was
    written.
    """
    registry = read(doc, one)
    text = yaml_of(doc, two)
    tidy = formed(RegistryFile("a.yaml", "a.yaml", text.encode("utf-8")))
    assert formed(RegistryFile("a.yaml", "a.yaml", tidy.encode("utf-8"))) == tidy
    for other in (text, tidy):
        again = read_all([RegistryFile("a.yaml", "a.yaml", other.encode("utf-8"))]).registry
        assert again is not None
        assert msgspec.structs.replace(again, hash=registry.hash) == registry
    for written, measure in zip(doc["measures"], registry.measures, strict=True):
        assert (measure.id, measure.family, measure.kind, measure.origin) == tuple(
            written[k] for k in ("id", "family", "kind", "origin")
        )
        assert _plain(measure.baseline) == written["baseline"]
        for event, record in zip(written["events"], measure.events, strict=True):
            for field, value in event.items():
                if field == "terms":
                    assert _plain(record.terms or {}) == value
                elif field in ("id", "event", "superseded_by"):
                    assert getattr(record, field) == value
                elif isinstance(value, str):
                    assert getattr(record, field).text == value
                    if value != "none":
                        first, last = span_of(value)
                        got = getattr(record, field)
                        assert (got.first, got.last) == tuple(
                            None if abs(d) == float("inf") else d for d in (first, last)
                        )
                        assert got.doubtful == value.endswith("?")


def _plain(terms: Terms) -> dict[str, object]:
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in terms.items()
    }


@given(books(exact=True), some_days, st.randoms(use_true_random=False))
def test_an_id_stands_for_its_day(doc: Doc, day: int, draw: random.Random) -> None:
    """``ID`` is the day of effect of an event, ``before:ID`` and ``ID^`` the day before."""
    registry = read(doc)
    event = draw.choice([e for m in registry.measures for e in m.events])
    when = replay.effect(event)
    assert when is not None
    assert when.first is not None
    for word, expected in (
        (event.id, when.first),
        (f"before:{event.id}", when.first - 1),
        (f"{event.id}^", when.first - 1),
    ):
        assert nkj.status(registry, word).on == days.iso(expected)
    assert nkj.status(registry, iso(day)).on == iso(day)
