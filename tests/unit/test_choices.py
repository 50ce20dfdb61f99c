"""Words typed, to a day and to measures."""

from __future__ import annotations

import pytest

import nkj
from nkj.characters import printable
from nkj.choices import choose, day_of, nearest, sort_words
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
        ("2010-1", "usage.day.near", {"text": "2010-1", "near": "2010-01"}),
        ("2010-1-2", "usage.day.near", {"text": "2010-1-2", "near": "2010-01-02"}),
        ("201001", "usage.day", {"text": "201001"}),
        ("20100230", "usage.day.calendar", {"text": "20100230"}),
        ("平成21年2月30日", "usage.day.calendar", {"text": "平成21年2月30日"}),
        ("令和0年", "usage.day.calendar", {"text": "令和0年"}),
        ("平成31年5月1日", "usage.day.era", {"text": "平成31年5月1日", "near": "令和元年"}),
        ("平成元年1月7日", "usage.day.era", {"text": "平成元年1月7日", "near": "昭和64年"}),
        ("大正3年", "usage.day", {"text": "大正3年"}),
        ("本日", "usage.day.today", {}),
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


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("REMITTANCES", ["import-payment-ban", "payment-ban"]),
        ("送金", ["import-payment-ban", "payment-ban"]),
        ("送金・現金", ["import-payment-ban", "payment-ban"]),
        ("Ban on payments to North Korea", ["payment-ban"]),
        ("ban on PAYMENTS to north-korea", ["payment-ban"]),
        ("北朝鮮籍船舶の入港禁止", ["port-ban-dprk-flagged"]),
        ("Payment-Ban", ["payment-ban"]),
        ("PAYMENT-B*", ["payment-ban"]),
        ("brokering", ["brokering-ban"]),
        ("仲介", ["brokering-ban"]),
        ("travel", "entry"),
        ("ports and flights", "ports"),
    ],
)
def test_measures_by_name(typed: str, chosen: list[str] | str, bundled: Registry) -> None:
    """A family or measure goes by its name in either language, in any case; a part of a name that
    only one has is enough, and so is each thing that a family's name joins.
    """
    found = choose(bundled, [typed])
    if isinstance(chosen, str):
        assert found == choose(bundled, [chosen])
    else:
        assert set(chosen) <= {m.id for m in found}
        assert len(chosen) > 1 or len(found) == 1


def test_a_name_that_several_have_lists_them(bundled: Registry) -> None:
    """Nothing is guessed: what it could be is said, the first eight."""
    for typed, key, near in (
        ("支払", "usage.ambiguous", "'payment-reporting', 'payment-ban', 'import-payment-ban'"),
        ("ban", "usage.ambiguous.more", "'entry-ban-officials', 'entry-ban-nationals'"),
    ):
        with pytest.raises(nkj.WrongUsage) as caught:
            choose(bundled, [typed])
        assert caught.value.key == key
        assert caught.value.args_of_key["near"].startswith(near)


def test_a_name_mistyped_gets_the_nearest_name(bundled: Registry) -> None:
    """Also where no id is near."""
    with pytest.raises(nkj.WrongUsage) as caught:
        choose(bundled, ["対外渡航自粛要請"])
    assert caught.value.key == "usage.no-measure.near"
    assert "渡航自粛要請" in caught.value.args_of_key["near"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("First nuclear test", "2006-10-09"),
        ("Nuclear-Test-2006", "2006-10-09"),
        ("before:first nuclear test", "2006-10-08"),
        ("Stockholm agreement", "2014-05-29"),
        ("日朝平壌宣言", "2002-09-17"),
    ],
)
def test_days_by_name(typed: str, day: str, bundled: Registry) -> None:
    """An occasion, decision or exchange stands for its day by its name too."""
    assert day_of(bundled, typed) == parse_day(day)


@pytest.mark.parametrize(
    ("typed", "found_days", "measures"),
    [
        (["2014", "remittances"], ("2014",), ("remittances",)),
        (["送金", "平成26年7月5日"], ("平成26年7月5日",), ("送金",)),
        (["port-*", "nuclear-test-2016^"], ("nuclear-test-2016^",), ("port-*",)),
        (["today", "trade", "Entry"], ("today",), ("trade", "Entry")),
        (["first nuclear test", "brokering"], ("first nuclear test",), ("brokering",)),
        (["mof-2010-06-16"], ("mof-2010-06-16",), ()),
        (["2014..2016"], ("2014..2016",), ()),
    ],
)
def test_words_are_days_or_measures(
    typed: list[str], found_days: tuple[str, ...], measures: tuple[str, ...], bundled: Registry
) -> None:
    """In any order, each by itself."""
    assert sort_words(bundled, typed) == (found_days, measures)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("remitances", "usage.no-word.near"),
        ("nuclear-test-201", "usage.no-word.near"),
        ("qqqqqqq", "usage.no-word"),
        ("", "usage.no-word"),
        ("nuclear", "usage.ambiguous.more"),
        ("2014-02-30", "usage.day.calendar"),
        ("平成31年12月1日", "usage.day.era"),
    ],
)
def test_a_word_that_is_neither(typed: str, key: str, bundled: Registry) -> None:
    """It is told so, with the nearest, or with all that it could be."""
    with pytest.raises(nkj.WrongUsage) as caught:
        sort_words(bundled, [typed])
    assert caught.value.key == key
