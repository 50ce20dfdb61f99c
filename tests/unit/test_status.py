"""The day rule and the states, one sentence of the design each."""

from __future__ import annotations

import pytest

import nkj
from nkj.days import parse_day
from nkj.model import Citation, EventKind, Measure
from nkj.queries.status import MeasureStatus
from tests.build import event, measure, registry, text_of

SPAN = measure(
    event("imposed", "2010-03-10", until="2011-03-09"),
    event("extended", "2011-03-01", until="2012-03-09"),
)


def on(subject: Measure, day: str, **coverage: str) -> MeasureStatus:
    begin, end = coverage.get("verified_from"), coverage.get("verified_through")
    book = registry(subject, verified_from=begin, verified_through=end)
    return nkj.status(book, day).measures[0]


@pytest.mark.parametrize(
    ("day", "state", "until"),
    [
        ("2010-03-09", "not-yet-imposed", None),
        ("2010-03-10", "in-force", "2011-03-09"),
        ("2011-02-28", "in-force", "2011-03-09"),
        ("2011-03-01", "in-force", "2012-03-09"),
        ("2012-03-09", "in-force", "2012-03-09"),
        ("2012-03-10", "lapsed", None),
    ],
)
def test_a_span_has_its_last_day_and_not_the_next(day: str, state: str, until: str | None) -> None:
    """``until`` is the last day in force; an extension moves it from its decision on."""
    row = on(SPAN, day)
    assert (row.state, text_of(row.until), row.in_force) == (state, until, state == "in-force")


def test_since_is_the_start_of_the_run() -> None:
    """``since`` is the day the run began, also for the run out of force."""
    assert text_of(on(SPAN, "2011-06-01").since) == "2010-03-10"
    assert text_of(on(SPAN, "2012-04-01").since) == "2012-03-10"
    assert text_of(on(SPAN, "2009").since) is None


def test_eased_lasts_through_an_extension_until_tightened() -> None:
    """Extensions and notes don't end ``eased``; ``tightened`` does; ``since`` stays."""
    subject = measure(
        event("imposed", "2006-07-05", until="2007-01-04", terms={"ships": ("one",)}),
        event("eased", "2006-08-01", terms={"ships": ("one",), "except": ("food",)}),
        event("extended", "2006-12-01", until="2008-01-04"),
        event("noted", id="n", occurred="2007-02", announced="2007-02"),
        event("tightened", "2007-03-01", terms={"ships": ("one",), "except": ()}),
    )
    assert on(subject, "2007-02-15").state == "eased"
    row = on(subject, "2007-03-01")
    assert (row.state, text_of(row.since), text_of(row.terms_since)) == (
        "in-force",
        "2006-07-05",
        "2007-03-01",
    )


def test_an_unknown_day_is_uncertain_between_its_ends() -> None:
    """On the possible days before the last, the state is uncertain; on the last it holds."""
    subject = measure(event("imposed", "2016-02-10..2016-02-19"))
    assert on(subject, "2016-02-09").state == "not-yet-imposed"
    assert (on(subject, "2016-02-10").state, on(subject, "2016-02-10").in_force) == (
        "uncertain",
        None,
    )
    assert on(subject, "2016-02-18").state == "uncertain"
    row = on(subject, "2016-02-19")
    assert (row.state, text_of(row.since)) == ("in-force", "2016-02-10..2016-02-19")


def test_an_unknown_day_is_clipped_by_its_neighbours() -> None:
    """An event cannot have come before the one above it or after the one below it."""
    subject = measure(
        event("imposed", "2016"), event("tightened", "2016-03-01"), event("lifted", "2016-03")
    )
    assert on(subject, "2016-03-01").in_force is None
    assert on(subject, "2016-02-28").state == "uncertain"
    assert on(subject, "2016-03-31").state == "lifted"
    subject = measure(event("imposed", "2016-01-05"), event("lifted", "2015..2016-02-01"))
    assert on(subject, "2016-01-04").state == "not-yet-imposed"


def test_only_terms_unknown_shows_the_earlier_ones_marked() -> None:
    """Where only the terms may differ, the state is certain and the earlier terms show, marked."""
    subject = measure(
        event("imposed", "2016-01-01", terms={"items": 1}),
        event("tightened", "2016-03", terms={"items": 2}),
    )
    row = on(subject, "2016-03-10")
    assert (row.state, row.terms, row.doubtful) == ("in-force", {"items": 1}, True)
    assert on(subject, "2016-03-31").terms == {"items": 2}


def test_an_open_last_day_stays_uncertain() -> None:
    """``until: 2010-08-21..`` is sure up to that day and uncertain ever after."""
    subject = measure(event("imposed", "2006-07-05", until="2010-08-21.."))
    assert on(subject, "2010-08-21").state == "in-force"
    assert on(subject, "2010-08-22").state == "uncertain"
    assert on(subject, "2026", verified_through="2026-02-16").state == "uncertain"


def test_a_doubtful_day_is_used_as_written() -> None:
    """``2016-02-10?`` counts as that day and is shown with its mark."""
    row = on(measure(event("imposed", "2016-02-10?")), "2016-02-10")
    assert (row.state, text_of(row.since)) == ("in-force", "2016-02-10?")


def test_unknown_before_coverage_and_after_it_past_the_end() -> None:
    """Nothing is claimed before ``verified_from``, nor past an end that lies after
    ``verified_through``.
    """
    coverage = {"verified_from": "2011-01-01", "verified_through": "2011-06-01"}
    assert (
        on(SPAN, "2010-12-31", **coverage).state,
        on(SPAN, "2010-12-31", **coverage).in_force,
    ) == ("unknown", None)
    assert on(SPAN, "2012-03-09", **coverage).state == "in-force"
    assert on(SPAN, "2012-03-10", **coverage).state == "unknown"
    assert on(SPAN, "2013", verified_through="2012-12-31").state == "lapsed"


def test_announced_is_not_in_force_but_known_to_come() -> None:
    """Between announcement and force a measure is not in force; before the announcement nothing is
    known of it.
    """
    subject = measure(event("imposed", "2016-02-26", announced="2016-02-10"))
    assert on(subject, "2016-02-09").next is None
    row = on(subject, "2016-02-10")
    assert row.state == "not-yet-imposed"
    assert row.next is not None
    assert (text_of(row.next.date), row.next.event) == ("2016-02-26", "imposed")
    assert on(subject, "2016-02-26").next is None


def test_the_end_of_a_term_is_what_comes_next() -> None:
    """A measure with a term lapses on the day after it, unless prolonged."""
    row = on(SPAN, "2010-06-01")
    assert row.next is not None
    assert (text_of(row.next.date), row.next.event, row.next.id) == (
        "2011-03-10",
        "lapsed",
        "imposed-2010-03-10",
    )


def test_the_general_rule_applies_without_the_measure() -> None:
    """Out of force, ``terms`` is the baseline."""
    subject = measure(
        event("imposed", "2009-05-12", terms={"report_above_jpy": 10}),
        event("lifted", "2014-07-04"),
        baseline={"report_above_jpy": 30},
    )
    assert [
        on(subject, day).terms["report_above_jpy"]
        for day in ("2009-05-11", "2009-05-12", "2014-07-04")
    ] == [30, 10, 30]


def test_reimposed_starts_from_nothing() -> None:
    """``reimposed`` keeps neither terms nor end; a day without the measure breaks the run."""
    subject = measure(
        event("imposed", "2010-01-01", until="2010-12-31", terms={"items": 1}),
        event("lifted", "2010-06-01"),
        event("reimposed", "2010-06-02"),
    )
    row = on(subject, "2012")
    assert (row.terms, text_of(row.until), text_of(row.since)) == ({}, None, "2010-06-02")
    same_day = measure(
        event("imposed", "2010-01-01"),
        event("lifted", "2010-06-01"),
        event("reimposed", "2010-06-01"),
    )
    assert text_of(on(same_day, "2012").since) == "2010-01-01"


def test_an_open_end_replaces_a_term() -> None:
    """``until: none`` opens the end; an absent ``until`` keeps it."""
    subject = measure(
        event("imposed", "2010-01-01", until="2010-12-31"),
        event("tightened", "2010-02-01", terms={"items": 1}),
        event("tightened", "2010-03-01", until="none"),
    )
    assert text_of(on(subject, "2010-02-02").until) == "2010-12-31"
    assert (on(subject, "2020").state, text_of(on(subject, "2020").until)) == ("in-force", None)


def test_the_last_day_of_the_calendar() -> None:
    """No day of the calendar overflows."""
    assert on(measure(event("imposed", "2010", until="9999-12-31")), "9999").state == "in-force"


def test_what_comes_next_is_not_named_by_what_is_not_known_yet() -> None:
    """An end is said to come from the event that set it, not from a later one that will set the
    same.
    """
    subject = measure(
        event("imposed", "2010-01-01", until="2010-12-31"),
        event("tightened", "2010-06-01", until="2010-12-31"),
    )
    for day, source in (("2010-03", "imposed-2010-01-01"), ("2010-06", "tightened-2010-06-01")):
        row = on(subject, day)
        assert row.next is not None
        assert (row.next.event, row.next.id) == ("lapsed", source)


def test_an_extension_without_a_day_counts_from_the_end_that_it_moves() -> None:
    """Nobody recorded the day of decision: the term went on without a gap."""
    subject = measure(
        event("imposed", "2010-01-01", until="2010-12-31"),
        event("extended", id="x", until="2011-12-31"),
    )
    assert (text_of(on(subject, "2010-12-30").until), text_of(on(subject, "2010-12-31").until)) == (
        "2010-12-31",
        "2011-12-31",
    )
    assert [on(subject, day).state for day in ("2011-06", "2011-12-31", "2012")] == [
        "in-force",
        "in-force",
        "lapsed",
    ]


def test_no_extension_leaves_a_gap() -> None:
    """The end is known to the month, and was moved in that month: it had not come before it was
    moved.
    """
    subject = measure(
        event("imposed", "2010-01-01", until="2010-06"),
        event("extended", "2010-06", until="2011-06"),
    )
    assert {on(subject, f"2010-06-{day:02}").state for day in range(1, 31)} == {"in-force"}
    assert on(subject, "2011-06-15").state == "uncertain"


def test_terms_of_before_a_gap_are_not_those_since() -> None:
    """In the gap the general rule applied; put back with the same terms, they hold from then."""
    again = [
        event("imposed", "2010-01-01", until="2010-06-30", terms={"items": 1}),
        event("reimposed", "2010-09-01", terms={"items": 1}),
    ]
    assert text_of(on(measure(*again), "2010-10").terms_since) == "2010-09-01"
    assert (
        text_of(on(measure(*again, baseline={"items": 2}), "2010-07").terms_since) == "2010-07-01"
    )
    assert (
        text_of(on(measure(*again, baseline={"items": 1}), "2010-07").terms_since) == "2010-01-01"
    )
    without_a_gap = event("reimposed", "2010-07-01", terms={"items": 1})
    assert text_of(on(measure(again[0], without_a_gap), "2010-10").terms_since) == "2010-01-01"


def test_no_terms_is_the_general_rule() -> None:
    """Terms that are all taken away leave what applies without the measure."""
    subject = measure(
        event("imposed", "2010-01-01", terms={"items": 1}),
        event("eased", "2010-06-01", terms={}),
        baseline={"items": 9},
    )
    assert on(subject, "2010-07").terms == {"items": 9}


def test_an_extension_counts_from_its_decision() -> None:
    """Also where it was in the gazette later."""
    extended = event("extended", "2010-12-01", promulgated="2010-12-05", until="2011-12-31")
    subject = measure(event("imposed", "2010-01-01", until="2010-12-31"), extended)
    assert [text_of(on(subject, day).until) for day in ("2010-11-30", "2010-12-01")] == [
        "2010-12-31",
        "2011-12-31",
    ]


def test_nothing_is_claimed_from_the_day_after_the_evidence() -> None:
    """An end in a month of which a part was seen: in some worlds it ended before the evidence
    does, in others it may have been prolonged. An end after the evidence leaves nothing known.
    """
    subject = measure(event("imposed", "2010-01-01", until="2010-06"))
    seen = {"2010-06-10": [1, 2, 10, 11, 30], "2010-06-01": [1, 2, 10, 11, 30]}
    states = {
        through: [on(subject, f"2010-06-{day:02}", verified_through=through).state for day in some]
        for through, some in seen.items()
    }
    assert states["2010-06-10"] == ["in-force", *["uncertain"] * 4]
    assert states["2010-06-01"] == ["in-force", *["uncertain"] * 4]
    assert on(subject, "2010-07-01", verified_through="2010-06-10").in_force is None
    assert on(subject, "2010-07-01", verified_through="2010-06-01").state == "unknown"
    assert on(subject, "2010-07-01", verified_through="2010-06-30").state == "uncertain"
    assert on(subject, "2010-07-01", verified_through="2010-07-01").state == "lapsed"


def test_a_run_goes_on_only_if_that_is_certain() -> None:
    """Put back in a month that begins where the end was: the days between may not be none."""
    first = event("imposed", "2010-01-01", until="2010-06-30", terms={"items": 1})
    assert (
        text_of(on(measure(first, event("reimposed", "2010-07-01")), "2010-08").since)
        == "2010-01-01"
    )
    assert (
        text_of(on(measure(first, event("reimposed", "2010-07-02")), "2010-08").since)
        == "2010-07-02"
    )
    after_a_month = on(measure(first, event("reimposed", "2010-07")), "2010-08")
    assert text_of(after_a_month.since) == "2010-01-01..2010-07-31"
    ended = [event("imposed", "2010-01-01"), event("lifted", "2010-06-01")]
    assert (
        text_of(on(measure(*ended, event("reimposed", "2010-06-02")), "2010-08").since)
        == "2010-06-02"
    )
    assert (
        text_of(
            on(
                measure(ended[0], event("lifted", "2010-06"), event("reimposed", "2010-06")),
                "2010-08",
            ).since
        )
        == "2010-01-01..2010-06-30"
    )


CITED = measure(
    event(
        "imposed",
        "2010-01-01",
        until="2010-06-30",
        terms={"items": 1},
        confidence="confirmed",
        cite=(Citation(source="a", supports=()),),
    ),
    event("eased", "2010-03-01", confidence="reported", cite=(Citation(source="b", supports=()),)),
    event("extended", "2010-04-01", until="2010-12", cite=(Citation(source="a", supports=()),)),
    baseline={"items": 9},
)


@pytest.mark.parametrize(
    ("day", "decided_by", "confidence", "sources", "since", "terms_since", "coming"),
    [
        ("2009", None, None, (), None, None, None),
        (
            "2010-01-01",
            "imposed-2010-01-01",
            "confirmed",
            ("a",),
            "2010-01-01",
            "2010-01-01",
            ("2010-07-01", "imposed-2010-01-01"),
        ),
        (
            "2010-03-01",
            "eased-2010-03-01",
            "reported",
            ("a", "b"),
            "2010-01-01",
            "2010-01-01",
            ("2010-07-01", "imposed-2010-01-01"),
        ),
        (
            "2010-12-01",
            "extended-2010-04-01",
            None,
            ("a",),
            "2010-01-01",
            "2010-01-01",
            ("2010-12-02..2011-01-01", "extended-2010-04-01"),
        ),
        ("2010-12-02", "extended-2010-04-01", None, ("a",), None, None, None),
        ("2010-12-31", "extended-2010-04-01", None, ("a",), None, None, None),
        (
            "2011",
            "extended-2010-04-01",
            None,
            ("a",),
            "2010-12-02..2011-01-01",
            "2010-12-02..2011-01-01",
            None,
        ),
    ],
)
def test_what_decides_a_day(
    day: str,
    decided_by: str | None,
    confidence: str | None,
    sources: tuple[str, ...],
    since: str | None,
    terms_since: str | None,
    coming: tuple[str, str] | None,
) -> None:
    """The latest event, its confidence, its sources and the start's; nothing is dated where it is
    uncertain.
    """
    row = nkj.status(registry(CITED), parse_day(day)).measures[0]
    assert row == on(CITED, day)
    assert (row.decided_by, row.confidence, row.sources) == (decided_by, confidence, sources)
    assert (text_of(row.since), text_of(row.terms_since)) == (since, terms_since)
    assert (row.next and (text_of(row.next.date), row.next.id)) == coming


def test_without_terms_the_run_dates_them() -> None:
    """A measure without terms has them since it is in force, and none when it is not."""
    subject = measure(
        event("imposed", "2010-01-01", until="2010-06-30"), event("tightened", "2010-02-01")
    )
    assert [
        text_of(on(subject, day).terms_since)
        for day in ("2009", "2010-03", "2010-06-30", "2010-07")
    ] == [
        None,
        "2010-01-01",
        "2010-01-01",
        None,
    ]
    last = on(subject, "2010-06-30").next
    assert last is not None
    assert (text_of(last.date), last.event) == ("2010-07-01", "lapsed")


def test_the_first_of_what_comes() -> None:
    """Of an event announced and an end, the earlier."""
    kinds: tuple[tuple[str, EventKind, str], ...] = (
        ("2010-06-30", "lifted", "lifted"),
        ("2010-04-01", "reimposed", "lapsed"),
    )
    for until, kind, expected in kinds:
        coming = event(kind, "2010-05-01", announced="2010-02-01")
        row = on(measure(event("imposed", "2010-01-01", until=until), coming), "2010-03")
        assert row.next is not None
        assert row.next.event == expected


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        ("lifted", "2010-06-30", "lifted"),
        ("reimposed", "2010-07-02", "lapsed"),
        ("reimposed", "2010-07-01", "reimposed"),
    ],
)
def test_what_comes_on_the_days_about_an_end(kind: EventKind, day: str, expected: str) -> None:
    """The first day without the measure is the one after its end; put back on that very day it does
    not lapse.
    """
    row = on(
        measure(
            event("imposed", "2010-01-01", until="2010-06-30"),
            event(kind, day, announced="2010-02-01"),
        ),
        "2010-03",
    )
    assert row.next is not None
    assert row.next.event == expected


def test_past_the_evidence_a_start_and_an_end_of_one_month() -> None:
    """It may have begun, ended and been prolonged."""
    subject = measure(event("imposed", "2010-02", until="2010-02"))
    assert [
        on(subject, f"2010-02-{day}", verified_through="2010-02-24").state for day in (24, 25)
    ] == ["uncertain", "uncertain"]


@pytest.mark.parametrize(
    ("given", "effect"),
    [
        (
            {
                "in_force": "2010-05-14",
                "promulgated": "2010-05-13",
                "decided": "2010-05-12",
                "announced": "2010-05-11",
            },
            "2010-05-14",
        ),
        (
            {"promulgated": "2010-05-13", "decided": "2010-05-12", "announced": "2010-05-11"},
            "2010-05-13",
        ),
        ({"decided": "2010-05-12", "announced": "2010-05-11"}, "2010-05-12"),
        ({"announced": "2010-05-11"}, "2010-05-11"),
    ],
)
def test_the_day_of_effect(given: dict[str, str], effect: str) -> None:
    """In force, else in the gazette, else decided, else announced."""
    subject = measure(event("imposed", **given))
    assert text_of(on(subject, effect).since) == effect
    assert on(subject, effect).state == "in-force"
    assert on(subject, effect[:-1] + str(int(effect[-1]) - 1)).state == "not-yet-imposed"


def test_an_extension_may_be_known_by_its_notice_alone() -> None:
    """Without a decision an extension counts from the gazette, without that from what was
    announced.
    """
    for field in ("promulgated", "announced"):
        later = event("extended", until="2012-03-09", **{field: "2011-02-01"})
        subject = measure(event("imposed", "2010-03-10", until="2011-03-09"), later)
        assert [text_of(on(subject, day).until) for day in ("2011-01-31", "2011-02-01")] == [
            "2011-03-09",
            "2012-03-09",
        ]


def test_what_is_superseded_is_no_longer_in_force() -> None:
    """A measure that another took in ends like one that is lifted."""
    subject = measure(
        event("imposed", "2010-03-10"), event("superseded", "2011-03-10", superseded_by="other")
    )
    assert [
        (on(subject, day).state, on(subject, day).in_force) for day in ("2011-03-09", "2011-03-10")
    ] == [
        ("in-force", True),
        ("superseded", False),
    ]


def test_what_is_unknown_has_the_general_rule_for_terms() -> None:
    """Past the evidence and past its end, nothing is claimed of a measure's own terms."""
    subject = measure(
        event("imposed", "2010-03-10", until="2011-03-09", terms={"items": 3}),
        baseline={"items": 1},
    )
    row = on(subject, "2012-01-01", verified_through="2010-12-31")
    assert (row.state, row.terms) == ("unknown", {"items": 1})


def test_an_end_open_to_the_past_may_have_passed_on_any_day() -> None:
    """``..2011-03-09`` is one unknown day up to that one, but none before the measure began."""
    subject = measure(event("imposed", "2010-03-10", until="..2011-03-09"))
    assert [
        on(subject, day).state for day in ("2010-03-10", "2010-03-11", "2011-03-09", "2011-03-10")
    ] == [
        "in-force",
        "uncertain",
        "uncertain",
        "lapsed",
    ]


def test_an_end_dates_what_holds_without_the_measure() -> None:
    """After a lifting, since and terms since are its day; terms that the general rule shares are as
    old as they were.
    """
    other = measure(
        event("imposed", "2010-03-10", terms={"items": 3}),
        event("lifted", "2011-03-10"),
        baseline={"items": 1},
    )
    row = on(other, "2012-01-01")
    assert (text_of(row.since), text_of(row.terms_since), row.terms) == (
        "2011-03-10",
        "2011-03-10",
        {"items": 1},
    )
    same = measure(
        event("imposed", "2010-03-10", terms={"items": 1}),
        event("lifted", "2011-03-10"),
        baseline={"items": 1},
    )
    row = on(same, "2012-01-01")
    assert (text_of(row.since), text_of(row.terms_since)) == ("2011-03-10", "2010-03-10")


def test_put_back_without_an_end() -> None:
    """``until: none`` on a return means that there is no end."""
    subject = measure(
        event("imposed", "2010-03-10", until="2011-03-09"),
        event("lifted", "2010-06-01"),
        event("reimposed", "2010-07-01", until="none"),
    )
    row = on(subject, "2015-01-01")
    assert (row.state, text_of(row.until), row.next) == ("in-force", None, None)


def test_a_last_day_known_to_the_month() -> None:
    """It stands through the month's first day, may have lapsed from the second, and has after the
    last.
    """
    subject = measure(event("imposed", "2010-03-10", until="2011-03"))
    days = ("2011-02-28", "2011-03-01", "2011-03-02", "2011-03-31", "2011-04-01")
    assert [on(subject, day).state for day in days] == [
        "in-force",
        "in-force",
        "uncertain",
        "uncertain",
        "lapsed",
    ]


def test_an_extension_known_to_the_month_comes_before_the_end_that_it_moves() -> None:
    """Its possible days end with the old last day, from which the new one surely counts."""
    later = event("extended", until="2012-03-09", decided="2011-03")
    subject = measure(event("imposed", "2010-03-10", until="2011-03-09"), later)
    row = on(subject, "2011-03-05")
    assert (row.state, text_of(row.until), row.doubtful) == ("in-force", "2011-03-09", True)
    assert [
        (text_of(on(subject, day).until), on(subject, day).doubtful)
        for day in ("2011-03-09", "2011-03-10")
    ] == [("2012-03-09", False)] * 2


def test_an_extension_without_a_day_moves_the_end_on_that_end() -> None:
    """Before it the old last day stands, without any doubt."""
    subject = measure(
        event("imposed", "2010-03-10", until="2011-03-09"), event("extended", until="2012-03-09")
    )
    told = [
        (text_of(on(subject, day).until), on(subject, day).doubtful)
        for day in ("2010-06-01", "2011-03-08", "2011-03-09")
    ]
    assert told == [("2011-03-09", False), ("2011-03-09", False), ("2012-03-09", False)]
