"""Laws over random registries of several measures, written as YAML in many styles and read back."""

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
from tests.build import text_of
from tests.property.books import START, Doc, books, iso, yaml_of
from tests.property.worlds import span_of

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
                        first, last = span_of(value)[:2]
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
        assert text_of(nkj.status(registry, word).on) == days.iso(expected)
    assert text_of(nkj.status(registry, iso(day)).on) == iso(day)
