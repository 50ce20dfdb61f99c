"""Words typed, to a day and to measures."""

from __future__ import annotations

import pytest

import nkj
from nkj.characters import printable
from nkj.choices import choose, day_of, nearest
from nkj.days import parse_day
from nkj.model import Registry
from tests.build import event, measure, registry
from tests.conftest import FIXTURE

BOOK = registry(
    measure(event("imposed", "0001-01-01", id="first"), id="trade-a", family="trade"),
    measure(
        event("imposed", "2010-01-01", id="e-1"),
        event("lifted", "2011", id="e-2"),
        id="entry-a",
        family="entry",
    ),
    measure(event("imposed", "2010-01-01", id="e-3"), id="entry-b", family="entry", origin="un"),
    measure(event("noted", id="e-4", occurred="2012-03-04"), id="ports-a", family="ports"),
)


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


@pytest.mark.parametrize(
    ("patterns", "origin", "chosen"),
    [
        ((), "unilateral", ["entry-a", "ports-a", "trade-a"]),
        ((), "un", ["entry-b"]),
        ((), "all", ["entry-a", "entry-b", "ports-a", "trade-a"]),
        (("entry",), "unilateral", ["entry-a"]),
        (("entry-*",), "all", ["entry-a", "entry-b"]),
        (("entry-b",), "unilateral", ["entry-b"]),
        (("entry-b", "entry"), "unilateral", ["entry-a", "entry-b"]),
        (("entry-[!a]",), "un", ["entry-b"]),
        (("trade-a", "*-a"), "unilateral", ["entry-a", "ports-a", "trade-a"]),
        ("ports", "unilateral", ["ports-a"]),
    ],
)
def test_measures(patterns: tuple[str, ...], origin: str, chosen: list[str]) -> None:
    """By family, id and glob, in order of family; an id overrides the origin."""
    assert [m.id for m in choose(BOOK, patterns, origin)] == chosen  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("patterns", "origin", "key", "args"),
    [
        (
            ("entri-a",),
            "all",
            "usage.no-measure.near",
            {"text": "entri-a", "near": "'entry-a', 'entry-b', 'entry'"},
        ),
        (("zzzzzzzz",), "all", "usage.no-measure", {"text": "zzzzzzzz", "near": ""}),
        (("ports-a", "\x1b"), "all", "usage.no-measure", {"text": "\\x1b", "near": ""}),
        (("entry-b*",), "unilateral", "usage.other-origin", {"text": "entry-b*"}),
        (
            ("Entry-A",),
            "all",
            "usage.no-measure.near",
            {"text": "Entry-A", "near": "'entry-b', 'entry-a', 'entry'"},
        ),
        ((), "UN", "usage.choice", {"text": "UN", "choices": "unilateral, un, all"}),
    ],
)
def test_what_chooses_nothing_is_wrong_usage(
    patterns: tuple[str, ...], origin: str, key: str, args: dict[str, str]
) -> None:
    """With what was typed, and what is near."""
    with pytest.raises(nkj.WrongUsage) as caught:
        choose(BOOK, patterns, origin)  # type: ignore[arg-type]
    assert (caught.value.key, caught.value.args_of_key) == (key, args)


def test_a_family_may_be_empty() -> None:
    """A family that has no measure yet is a family all the same."""
    assert choose(BOOK, ["assets"]) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2006", "2006-12-31"),
        (" 2014-07 ", "2014-07-31"),
        ("e-1", "2010-01-01"),
        ("before:e-1", "2009-12-31"),
        ("e-1^", "2009-12-31"),
        ("e-4", "2012-03-04"),
        ("first", "0001-01-01"),
    ],
)
def test_days(text: str, day: str) -> None:
    """A date, its last day, an id's day and the day before."""
    assert day_of(BOOK, text) == parse_day(day)


@pytest.mark.parametrize(
    ("text", "key", "args"),
    [
        ("today", "usage.day.today", {}),
        ("2010-02-30", "usage.day.calendar", {"text": "2010-02-30"}),
        ("2010-1", "usage.day", {"text": "2010-1"}),
        ("e-2", "usage.id-day", {"id": "e-2"}),
        ("entry-a", "usage.id-day", {"id": "entry-a"}),
        ("before:first", "usage.before-first", {"text": "first"}),
        ("entri-a", "usage.unknown-id.near", {"text": "entri-a", "near": "'entry-a', 'entry-b'"}),
        ("before:e-1^", "usage.unknown-id.near", {"text": "e-1^", "near": "'e-1'"}),
        ("fir st", "usage.day", {"text": "fir st"}),
        ("no-such-thing", "usage.day", {"text": "no-such-thing"}),
        ("\x07", "usage.day", {"text": "\\x07"}),
        ("/", "usage.day", {"text": "/"}),
    ],
)
def test_what_is_no_day_is_wrong_usage(text: str, key: str, args: dict[str, str]) -> None:
    """With what was typed, and what is near."""
    with pytest.raises(nkj.WrongUsage) as caught:
        day_of(BOOK, text)
    assert (caught.value.key, caught.value.args_of_key) == (key, args)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("test-2010", "2010-03-20"),
        ("package-2010-04-01", "2010-04-01"),
        ("check-2013", "2013-01-01"),
        ("harbour-2014", "2014-05-29"),
        ("harbour-2014/k1", "2014-07-04"),
        ("harbour-2014/j2", "2014-07-04"),
    ],
)
def test_every_kind_of_id_with_a_day(name: str, day: str, fixture: Registry) -> None:
    """An occasion occurred, a decision was decided, an exchange agreed, a leg performed; a
    checkpoint is of its day.
    """
    assert day_of(fixture, name) == parse_day(day)


@pytest.mark.parametrize(
    "name",
    [
        "ship-calls",
        "gazette-2010",
        "harbour-act",
        "entry-ban",
        "offers-since-2018/j1",
        "entry-ban-2016",
    ],
)
def test_ids_without_a_single_day(name: str, fixture: Registry) -> None:
    """They are known, and said to have none."""
    with pytest.raises(nkj.WrongUsage) as caught:
        day_of(fixture, name)
    assert (caught.value.key, caught.value.args_of_key) == ("usage.id-day", {"id": name})


@pytest.mark.parametrize("name", ["harbour-2014/zz", "nobody/j1", "harbour-2014/"])
def test_a_leg_that_is_not_there(name: str, fixture: Registry) -> None:
    """A leg belongs to its exchange."""
    with pytest.raises(nkj.WrongUsage) as caught:
        day_of(fixture, name)
    assert caught.value.key != "usage.id-day"


def test_a_decision_without_a_day_of_its_own_counts_from_its_announcement(
    fixture: Registry,
) -> None:
    """A statement is announced and nothing else."""
    from msgspec.structs import replace

    (first, *rest) = fixture.decisions
    changed = replace(fixture, decisions=(replace(first, decided=None), *rest))
    assert day_of(changed, first.id) == parse_day("2010-03-28")


def test_what_is_typed_is_safe_to_print() -> None:
    """Controls, invisible and broken characters are escaped, and nothing is long."""
    assert printable("a\x1b\u202e\ud800é入") == "a\\x1b\\u202e\\ud800é入"
    assert printable("x" * 80) == "x" * 80
    assert printable("x" * 81) == "x" * 77 + "..."


def test_nearest() -> None:
    """At most three, the nearest first, and nothing that is far."""
    assert nearest("abcd", ["abcx", "abcd", "abxx", "abcde", "zzzz", "abc"]) == [
        "abcd",
        "abcde",
        "abc",
    ]
    assert nearest("abcd", ["abxx"]) == []
    assert nearest("abcd", ["abxx"], 0.5) == ["abxx"]
    assert nearest("a" * 10_000, ["a" * 80]) == ["a" * 80]


def test_the_first_day_has_none_before_it_and_the_second_has() -> None:
    """``before:`` reaches the calendar's first day and no further."""
    book = registry(measure(event("imposed", "0001-01-02", id="second")))
    assert day_of(book, "before:second") == 1
    with pytest.raises(nkj.WrongUsage):
        day_of(BOOK, "before:first")
