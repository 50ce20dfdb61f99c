"""Which party stood on which list when: listings, freezes, totals."""

from __future__ import annotations

from typing import Any

import pytest

from nkj.days import parse_day
from nkj.model import Counts, Measure, NamedParty
from nkj.replay import Listings, party_key
from tests.build import event, measure, party, registry

ONE = party("One")
TWO = party("Two")
HAN = party("Han", "individual")
SHIP = party("Ship", "vessel")
EVERYBODY = (ONE, TWO, HAN, SHIP)


def freeze(*events: Any, id: str = "own", **fields: Any) -> Measure:
    """A list whose parties are frozen."""
    return measure(*events, id=id, kind="designation", family="assets", **fields)


def listings(*measures: Measure, **bounds: str | None) -> Listings:
    """The listings of a registry of these measures."""
    return Listings.of(registry(*measures, parties=EVERYBODY, **bounds))


OWN = freeze(
    event("imposed", "2010-05-01", designations=("one", "han")),
    event("tightened", "2012-05-01", designations=("two",)),
    event("eased", "2014-05-01", delisted=("one",)),
    totals_with=("un",),
)
UN = freeze(
    event("imposed", "2013-05-01", id="un-1", designations=("one",), un_listed="2013-04-20"),
    event("lifted", "2016-05-01", id="un-2"),
    id="un",
    totals_with=("own",),
)


@pytest.mark.parametrize(
    ("who", "day", "frozen", "since"),
    [
        ("one", "2010-04-30", False, None),
        ("one", "2010-05-01", True, "2010-05-01"),
        ("one", "2014-04-30", True, "2010-05-01"),
        ("one", "2014-05-01", True, "2010-05-01"),  # still on the other list: one freeze
        ("one", "2016-04-30", True, "2010-05-01"),
        ("one", "2016-05-01", False, None),
        ("two", "2012-04-30", False, None),
        ("two", "2020-01-01", True, "2012-05-01"),
        ("ship", "2020-01-01", False, None),
    ],
)
def test_frozen_from_the_first_list_to_the_last(
    who: str, day: str, frozen: bool, since: str | None
) -> None:
    """A party is frozen while any list of the kind holds it, and since the first that led here."""
    held = listings(OWN, UN)
    assert held.frozen(who, parse_day(day)) is frozen
    first = held.frozen_since(who, parse_day(day))
    assert (first.text if first else None) == since


def test_a_gap_begins_a_new_freeze() -> None:
    """Struck off and listed again a day later: the second freeze has its own first day."""
    again = freeze(
        event("imposed", "2010-05-01", designations=("one",)),
        event("eased", "2012-05-01", delisted=("one",)),
        event("tightened", "2012-05-02", designations=("one",)),
    )
    held = listings(again)
    assert held.frozen("one", parse_day("2012-05-01")) is False
    since = held.frozen_since("one", parse_day("2012-05-02"))
    assert since is not None
    assert since.text == "2012-05-02"
    assert [
        (one.since.text, one.until and one.until.text) for one in held.all_of("one") if one.since
    ] == [
        ("2010-05-01", "2012-04-30"),
        ("2012-05-02", None),
    ]


def test_a_vague_day_leaves_it_open() -> None:
    """On the possible days of a listing or a striking off nobody can say; what follows is vague."""
    vague = freeze(
        event("imposed", "2009-01-01"),
        event("tightened", "2010-05", designations=("one",)),
        event("eased", "2012-05?", delisted=("one",)),
    )
    held = listings(vague)
    days = ("2010-04-30", "2010-05-01", "2010-05-31", "2012-04-30", "2012-05-01", "2012-05-31")
    assert [held.frozen("one", parse_day(day)) for day in days] == [
        False,
        None,
        True,
        True,
        None,
        False,
    ]
    (listing,) = held.all_of("one")
    assert listing.until is not None
    assert (listing.until.text, listing.until.doubtful) == ("2012-04-30..2012-05-30?", True)
    assert held.frozen_since("one", parse_day("2010-05-15")) is None


def test_an_open_day_stays_as_it_is_written() -> None:
    """A striking off of which only the first possible day is known never surely happened."""
    open_end = freeze(
        event("imposed", "2010-05-01", designations=("one",)),
        event("eased", "2012-05-01..", delisted=("one",)),
    )
    held = listings(open_end)
    assert held.frozen("one", parse_day("2012-04-30")) is True
    assert held.frozen("one", parse_day("2020-01-01")) is None
    (listing,) = held.all_of("one")
    assert listing.until is not None
    assert listing.until.text == "2012-05-01.."


def test_what_a_note_names_never_freezes() -> None:
    """Where only the United Nations' day is known, a listing has no first day."""
    noted = freeze(
        event("imposed", "2010-05-01", designations=("two",)),
        event("noted", None, occurred="2011-01-01", designations=("one",), un_listed="2011-01-01"),
        event("tightened", "2012-05-01", designations=("one",)),
    )
    held = listings(noted)
    assert held.frozen("one", parse_day("2011-06-01")) is False
    assert held.listed_on(noted, "one", parse_day("2010-12-31")) is False
    assert held.listed_on(noted, "one", parse_day("2011-06-01")) is None
    assert held.listed_on(noted, "one", parse_day("2012-05-01")) is True
    assert [one.since and one.since.text for one in held.all_of("one")] == [None, "2012-05-01"]
    assert held.frozen_since("one", parse_day("2012-05-01")) is not None


def test_ships_barred_from_ports_are_listed_and_not_frozen() -> None:
    """Only a measure of kind designation freezes."""
    ban = measure(event("imposed", "2016-05-01", designations=("ship",)), id="ban")
    held = listings(ban)
    assert held.listed_on(ban, "ship", parse_day("2017-01-01")) is True
    assert held.frozen("ship", parse_day("2017-01-01")) is False


def test_a_list_ends_with_its_term() -> None:
    """A measure that ran out holds nobody; put back, it starts from nothing."""
    short = freeze(
        event("imposed", "2010-05-01", until="2011-04-30", designations=("one", "two")),
        event("reimposed", "2012-05-01", until="2013-04-30", designations=("two",)),
    )
    held = listings(short, verified_through="2020-01-01")
    days = ("2011-04-30", "2011-05-01", "2012-05-01", "2013-05-01")
    assert [held.frozen("one", parse_day(day)) for day in days] == [True, False, False, False]
    assert [held.frozen("two", parse_day(day)) for day in days] == [True, False, True, False]
    ends = [one.until and one.until.text for one in held.all_of("two")]
    assert ends == ["2011-04-30", "2013-04-30"]


def test_while_a_list_is_suspended_nobody_is_frozen() -> None:
    """The listing stands, and the freeze begins anew on the day on which it has effect again."""
    paused = freeze(
        event("imposed", "2010-05-01", designations=("one",)),
        event("suspended", "2012-05-01"),
        event("resumed", "2013-05-01"),
        totals_with=("other",),
    )
    held = listings(paused)
    days = ("2012-04-30", "2012-05-01", "2013-04-30", "2013-05-01")
    assert [held.frozen("one", parse_day(day)) for day in days] == [True, False, False, True]
    since = held.frozen_since("one", parse_day("2013-05-01"))
    assert since is not None
    assert since.text == "2013-05-01"
    assert [one.until for one in held.all_of("one")] == [None]
    assert held.totals(paused, parse_day("2012-06-01")) == {}


def test_a_term_past_the_evidence_has_not_run_out() -> None:
    """It may have been prolonged: the listing stands, and later nobody knows."""
    running = freeze(event("imposed", "2010-05-01", until="2030-04-30", designations=("one",)))
    held = listings(running, verified_through="2020-01-01")
    (listing,) = held.all_of("one")
    assert listing.until is None
    assert held.frozen("one", parse_day("2025-01-01")) is True
    assert held.frozen("one", parse_day("2031-01-01")) is None


def test_before_the_first_day_covered_nothing_is_known() -> None:
    """Not even that a party was not frozen."""
    held = listings(OWN, verified_from="2004-01-01")
    assert held.frozen("two", parse_day("2003-12-31")) is None
    assert held.frozen("two", parse_day("2004-01-01")) is False


@pytest.mark.parametrize(
    ("day", "entities", "individuals"),
    [("2010-05-01", 1, 1), ("2012-05-01", 2, 1), ("2013-05-01", 2, 1), ("2014-05-01", 2, 1)],
)
def test_totals_count_each_party_once(day: str, entities: int, individuals: int) -> None:
    """Over both lists, and the same on each that is in force."""
    held = listings(OWN, UN)
    expected = {"entities_total": entities, "individuals_total": individuals}
    assert held.totals(OWN, parse_day(day)) == expected
    assert held.totals(UN, parse_day(day)) == (expected if day >= "2013-05-01" else {})


def test_after_an_end_a_list_counts_nobody() -> None:
    """What stood on the list that was lifted is out of the total."""
    held = listings(OWN, UN)
    assert held.totals(OWN, parse_day("2016-05-01")) == {
        "entities_total": 1,
        "individuals_total": 1,
    }
    assert held.totals(UN, parse_day("2016-05-01")) == {}


def test_a_list_alone_shows_no_total() -> None:
    """Totals are of lists that are counted together."""
    alone = freeze(event("imposed", "2010-05-01", designations=("one",)))
    assert listings(alone).totals(alone, parse_day("2011-01-01")) == {}


def test_rounds_without_names_count_by_their_numbers() -> None:
    """A registry may know how many were listed and not who: what the total grew by, else what was
    added less what was struck off; a new beginning starts from nothing.
    """
    numbers = freeze(
        event("imposed", "2010-05-01", added=Counts(entities=5, individuals=2)),
        event("tightened", "2011-05-01", added=Counts(entities=3), net=Counts(entities=1)),
        event("eased", "2012-05-01", added=Counts(individuals=1), removed=Counts(entities=2)),
        event("tightened", "2013-05", designations=("one",)),
        event("lifted", "2014-05-01"),
        event("reimposed", "2015-05-01", added=Counts(entities=1)),
        totals_with=("other",),
    )
    held = listings(numbers)
    told = [
        tuple(held.totals(numbers, parse_day(day)).values())
        for day in ("2010", "2011", "2012", "2013-05-15", "2013", "2014", "2015")
    ]
    assert told == [(5, 2), (6, 2), (4, 3), (4, 3), (5, 3), (), (1, 0)]


def test_parties_named_in_place_are_counted_too() -> None:
    """A registry that keeps no records of parties tells them apart by kind and name."""
    placed = NamedParty(name="Third", type="entity")
    inline = freeze(event("imposed", "2010-05-01", designations=(placed,)), totals_with=("other",))
    other = freeze(
        event("imposed", "2010-05-01", id="other-1", designations=(placed, "one")), id="other"
    )
    held = listings(inline, other)
    assert held.totals(inline, parse_day("2011-01-01"))["entities_total"] == 2
    assert held.frozen(party_key(placed), parse_day("2011-01-01")) is True


def test_whoever_is_not_on_a_list_is_not_struck_off_it() -> None:
    """The registry's checks tell it; the replay of the rest goes on."""
    odd = freeze(
        event("imposed", "2010-05-01", designations=("one",)),
        event("eased", "2012-05-01", delisted=("two",)),
    )
    held = listings(odd)
    assert held.all_of("two") == ()
    assert held.frozen("one", parse_day("2020-01-01")) is True


def test_a_freeze_without_a_first_day_is_told_as_it_is_written() -> None:
    """Where only the last possible day of the beginning is known, that is what is said."""
    old = freeze(event("imposed", "..2010-05-01", designations=("one",)))
    since = listings(old).frozen_since("one", parse_day("2012-01-01"))
    assert since is not None
    assert since.text == "..2010-05-01"


def test_on_a_vague_day_what_surely_was_is_counted() -> None:
    """Before a vague beginning is over nobody counts; before a vague end is over all still do."""
    vague = freeze(
        event("imposed", "2010-05", designations=("one",)),
        event("lifted", "2012-05"),
        totals_with=("other",),
    )
    held = listings(vague)
    days = ("2010-05-15", "2010-05-31", "2012-05-15", "2012-05-31")
    assert [held.totals(vague, parse_day(day)).get("entities_total") for day in days] == [
        None,
        1,
        1,
        None,
    ]


def test_the_days_on_which_totals_change() -> None:
    """Every day of every list counted together, so that a kept answer is never older than it."""
    held = listings(OWN, UN)
    days = ("2010-05-01", "2012-05-01", "2013-05-01", "2014-05-01", "2016-05-01")
    assert {parse_day(day) for day in days} <= set(held.edges(OWN))
    assert held.edges(OWN) == held.edges(UN) == sorted(held.edges(OWN))
    alone = freeze(event("imposed", "2010-05-01", designations=("one",)), totals_with=("other",))
    assert parse_day("2010-05-01") in listings(alone).edges(alone)
