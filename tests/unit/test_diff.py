"""What differs between two days."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

import nkj
from nkj.days import parse_day
from nkj.model import Counts, EventKind, Measure, TermDefinition
from nkj.problems import WrongUsage
from nkj.queries.diff import MeasureChange
from tests.build import event, measure, registry, text, text_of


def change(subject: Measure, first: str, last: str) -> MeasureChange:
    return nkj.diff(registry(subject), first, last, unchanged=True).changes[0]


LIFE = measure(
    event("imposed", "2010-01-01", until="2010-12-31", terms={"items": 1}),
    event("extended", "2010-12-01", until="2011-12-31"),
    event("tightened", "2011-02-01", terms={"items": 2}),
    event("lifted", "2011-06-01"),
    event("reimposed", "2011-07-01", terms={"items": 2}),
)


@pytest.mark.parametrize(
    ("first", "last", "kind", "also"),
    [
        ("2009", "2010-02", "began", ()),
        ("2010-02", "2011-06", "ended", ()),
        ("2010-02", "2011-01", "prolonged", ()),
        ("2010-02", "2011-03", "tightened", ("prolonged",)),
        ("2009", "2011-06", "moved-and-returned", ()),
        ("2011-03", "2012", "prolonged", ()),
        ("2011-03", "2011-04", "unchanged", ()),
    ],
)
def test_the_first_that_holds(first: str, last: str, kind: str, also: tuple[str, ...]) -> None:
    """Began and ended come first, then terms, then the end, then what moved in between."""
    found = change(LIFE, first, last)
    assert (found.change, found.also) == (kind, also)


def test_backwards_is_put_in_order() -> None:
    """Two days the wrong way round are exchanged, and the answer says so."""
    result = nkj.diff(registry(LIFE), "2010-02", "2009")
    assert (text_of(result.first), text_of(result.last), result.swapped) == (
        "2009-12-31",
        "2010-02-28",
        True,
    )


def test_a_day_with_itself_is_empty() -> None:
    """Nothing differs between a day and itself."""
    assert nkj.diff(registry(LIFE), "2011", "2011").changes == ()


def test_an_unknown_day_does_not_differ_from_itself() -> None:
    """Nothing is known of it, and nothing of it differs."""
    book = registry(LIFE, verified_from="2010-06-01")
    assert nkj.diff(book, "2010-02", "2010-02").changes == ()
    assert nkj.diff(book, "2010-02", "2010-03").changes[0].change == "unclear"


def test_events_are_those_between() -> None:
    """An event on the first day is not told; one on the last day is."""
    assert change(LIFE, "2010-01-01", "2011-02-01").events == (
        "extended-2010-12-01",
        "tightened-2011-02-01",
    )


def test_an_uncertain_end_is_unclear() -> None:
    """If it is not known whether it held, no change is claimed."""
    assert change(measure(event("imposed", "2010")), "2010-06", "2011").change == "unclear"


def test_direction_comes_from_the_vocabulary() -> None:
    """A lower limit is stricter where the vocabulary says so, whatever the event is called."""
    subject = measure(
        event("imposed", "2010-01-01", terms={"limit": 10}),
        event("eased", "2011-01-01", terms={"limit": 5}),
    )
    plain = registry(subject)
    assert nkj.diff(plain, "2010", "2011").changes[0].change == "eased"
    definition = TermDefinition(id="limit", type="jpy", name=text("limit"), stricter="lower")
    assert (
        nkj.diff(replace(plain, vocabulary=(definition,)), "2010", "2011").changes[0].change
        == "tightened"
    )


def test_added_parties_tighten() -> None:
    """A round of designations tightens without any change of terms."""
    subject = measure(
        event("imposed", "2010-01-01"), event("tightened", "2011-01-01", added=Counts(entities=1))
    )
    assert change(subject, "2010", "2012").change == "tightened"


def test_shortened() -> None:
    """An end that moved earlier is shortened."""
    subject = measure(
        event("imposed", "2010-01-01", until="2012"), event("eased", "2010-06-01", until="2011")
    )
    assert change(subject, "2010-02", "2010-07").change == "shortened"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "today",
        "yesterday",
        "2010-02-30",
        "2010-2",
        "before:",
        "^",
        "nope-2010",
        "\x1b[31m",
        "9" * 5000,
    ],
)
def test_bad_days_are_wrong_usage(text: str) -> None:
    """Whatever is given as a day, the answer is one sentence that is safe to print."""
    with pytest.raises(WrongUsage) as caught:
        nkj.diff(registry(LIFE), text, "2010")
    assert caught.value.message().isprintable()
    assert len(caught.value.message()) < 300


def test_ids_as_days() -> None:
    """An id stands for its day; ``before:ID`` and ``ID^`` for the day before."""
    days = [
        text_of(nkj.status(registry(LIFE), text).on)
        for text in ("lifted-2011-06-01", "before:lifted-2011-06-01", "lifted-2011-06-01^")
    ]
    assert days == ["2011-06-01", "2011-05-31", "2011-05-31"]


@pytest.mark.parametrize(
    ("stricter", "one", "two", "change"),
    [
        ("fewer", ("a", "b"), ("a",), "tightened"),
        ("fewer", ("a",), ("a", "b"), "eased"),
        ("more", ("a",), ("b", "a"), "tightened"),
        ("more", ("b", "a"), ("a",), "eased"),
        ("more", (), ("a",), "tightened"),
        ("fewer", (), ("a",), "eased"),
        ("higher", 1, 2, "tightened"),
        ("higher", 2, 1, "eased"),
        ("more", 2, 1, "eased"),
        ("lower", 2, 1, "tightened"),
        ("fewer", 2, 1, "tightened"),
        ("lower", 1, 2, "eased"),
    ],
)
@pytest.mark.parametrize("kind", ["tightened", "eased"])
def test_the_vocabulary_says_which_way_is_stricter(
    stricter: Any, one: object, two: object, change: str, kind: EventKind
) -> None:
    """Of numbers and of lists, whatever the event is called."""
    subject = measure(
        event("imposed", "2010-01-01", terms={"x": one}),
        event(kind, "2011-01-01", terms={"x": two}),
    )
    definition = TermDefinition(id="x", type="text", name=text("x"), stricter=stricter)
    book = replace(registry(subject), vocabulary=(definition,))
    assert nkj.diff(book, "2010", "2011").changes[0].change == change


@pytest.mark.parametrize(
    ("kinds", "stricter", "terms", "change"),
    [
        (("tightened", "eased"), None, ({"x": 1}, {"x": 2}), "eased"),
        (("eased", "tightened"), None, ({"x": 1}, {"x": 2}), "tightened"),
        (("eased", "extended"), None, ({"x": 1}, {"x": 2}), "eased"),
        (("tightened",), None, ({"x": ("a",)}, {"x": ("a", "b")}), "tightened"),
        (("eased",), "fewer", ({"x": ("a", "b")}, {"x": ("b", "c")}), "eased"),
        (("tightened",), "fewer", ({"x": ("a", "b")}, {"x": ("b", "c")}), "tightened"),
        (("eased",), "lower", ({"x": 2, "y": 1}, {"x": 1, "y": 2}), "eased"),
        (("eased",), "lower", ({"x": 2, "y": 1}, {"x": 1, "y": 1}), "tightened"),
        (("eased",), "lower", ({"x": 2}, {"x": 1, "z": "new"}), "eased"),
        (("lifted", "reimposed"), None, ({"x": 1}, {"x": 2}), "tightened"),
    ],
)
def test_where_the_vocabulary_does_not_say_the_latest_event_does(
    kinds: tuple[EventKind, ...], stricter: Any, terms: tuple[dict[str, object], ...], change: str
) -> None:
    """Or where it says both."""
    events = [
        event(
            kind,
            f"2011-0{n + 1}-01",
            **(
                {"until": "2030"}
                if kind == "extended"
                else {}
                if kind == "lifted"
                else {"terms": terms[1]}
            ),
        )
        for n, kind in enumerate(kinds)
    ]
    subject = measure(event("imposed", "2010-01-01", terms=terms[0]), *events)
    vocabulary = [
        TermDefinition(id=name, type="text", name=text(name), stricter=stricter) for name in "xy"
    ]
    assert (
        nkj.diff(replace(registry(subject), vocabulary=tuple(vocabulary)), "2010", "2011")
        .changes[0]
        .change
        == change
    )


@pytest.mark.parametrize(
    ("added", "removed", "change"),
    [
        (Counts(entities=1, individuals=2, vessels=3), None, "tightened"),
        (Counts(vessels=1), Counts(vessels=2), "eased"),
        (None, Counts(individuals=1), "eased"),
        (Counts(entities=1), Counts(vessels=1), "unchanged"),
        (Counts(individuals=2), Counts(individuals=1), "tightened"),
    ],
)
def test_parties_added_and_removed(
    added: Counts | None, removed: Counts | None, change: str
) -> None:
    """What counts is the sum; if it is nothing, something moved and returned."""
    subject = measure(
        event("imposed", "2010-01-01"),
        event("tightened", "2011-01-01", added=added, removed=removed),
    )
    found = nkj.diff(registry(subject), "2010", "2012", unchanged=True).changes[0].change
    assert found == ("moved-and-returned" if change == "unchanged" else change)


def test_days_may_be_given_as_numbers() -> None:
    """A library call takes an ordinal for a day."""
    book = registry(LIFE)
    assert nkj.diff(book, parse_day("2009"), parse_day("2011")) == nkj.diff(book, "2009", "2011")
    assert nkj.diff(book, "2011", "2011").swapped is False


def test_the_order_of_a_list_says_nothing() -> None:
    """Nor does a list with nothing in it."""
    one, two = {"x": ("a", "b")}, {"x": ("b", "a"), "y": ()}
    subject = measure(
        event("imposed", "2010-01-01", terms=one), event("tightened", "2011-01-01", terms=two)
    )
    assert change(subject, "2010", "2011").change == "moved-and-returned"
    assert text_of(nkj.status(registry(subject), "2012").measures[0].terms_since) == "2010-01-01"


def test_either_end_may_be_unclear() -> None:
    """From a day on which it did not hold to one of which that is not known."""
    assert change(measure(event("imposed", "2010")), "2009", "2010-06").change == "unclear"


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("2012", "2012-12-31", "moved-and-returned"),
        ("2012", "2012-06..", "prolonged"),
        ("2012-06..", "2012", "shortened"),
    ],
)
def test_ends_are_compared_by_their_last_day(one: str, two: str, kind: str) -> None:
    """However they are written; an open one is the later. The ends tell what held."""
    found = change(
        measure(
            event("imposed", "2010-01-01", until=one), event("extended", "2011-01-01", until=two)
        ),
        "2010",
        "2011",
    )
    assert (found.change, text_of(found.before.until), text_of(found.after.until)) == (
        kind,
        one,
        two,
    )
    assert (
        change(measure(event("imposed", "2010-01-01", until="2011")), "2010", "2012").after.until
        is None
    )


def test_parties_decide_against_the_name_of_the_event() -> None:
    """One more on the list is stricter, whatever the event is called."""
    assert (
        change(
            measure(
                event("imposed", "2010-01-01"),
                event("eased", "2011-01-01", added=Counts(vessels=1)),
            ),
            "2010",
            "2012",
        ).change
        == "tightened"
    )


def test_a_vague_event_counts_where_the_answer_counts_it() -> None:
    """Terms that changed about the later day are not those shown for it: nothing moved, and no
    event is told. The end says that it is doubtful. Once the event surely came, it is told.
    """
    subject = measure(
        event("imposed", "2010-01-01", terms={"items": 1}),
        event("tightened", "2012-03-10..2012-03-20", terms={"items": 2}),
    )
    about = change(subject, "2011", "2012-03-15")
    assert (about.change, about.events) == ("unchanged", ())
    assert (about.before.doubtful, about.after.doubtful) == (False, True)
    since = change(subject, "2012-03-15", "2012-03-20")
    assert (since.change, since.events) == ("tightened", ("tightened-2012-03-10..2012-03-20",))


def test_what_may_have_come_is_told_of_an_unclear_end() -> None:
    """It is the reason why nothing is claimed."""
    subject = measure(event("imposed", "2010-01-01"), event("lifted", "2012-03-10..2012-03-20"))
    found = change(subject, "2011", "2012-03-15")
    assert (found.change, found.events) == ("unclear", ("lifted-2012-03-10..2012-03-20",))
