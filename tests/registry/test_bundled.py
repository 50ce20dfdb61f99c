"""The bundled registry: sound, and saying what the record says on the days that readers ask about.

Each expectation is a fact of the record, not of the program: the states stand in the evidence's own
table of eight days.
"""

from __future__ import annotations

import pytest

import nkj
from nkj.model import Event, Registry
from nkj.queries.evidence import evidence
from tests.build import text_of

DAYS = (
    "2006-07-31",
    "2006-12-31",
    "2009-12-31",
    "2014-07-03",
    "2014-07-05",
    "2016-02-15",
    "2016-12-31",
    "2026-02-16",
)
LETTERS = {
    "F": "in-force",
    "E": "eased",
    "L": "lifted",
    "S": "superseded",
    "?": "uncertain",
    "-": "not-yet-imposed",
}
TABLE = {
    "entry-ban-officials": "F S S S S S S S",
    "entry-screening": "F S S S S S S S",
    "unopened-ports-ban": "F S S S S S S S",
    "entry-ban-nationals": "- F F F L ? F F",
    "reentry-ban-officials": "F F F F L F F F",
    "travel-request": "F F F F L F F F",
    "crew-landing-ban": "F F F F L F F F",
    "civil-servant-travel-suspension": "F F F F L F F F",
    "crew-landing-ban-convicted": "- - F F L F F F",
    "reentry-ban-convicted": "- - F F L F F F",
    "reentry-ban-assistants": "- - - F L F F F",
    "reentry-ban-engineers": "- - - - - ? F F",
    "reentry-permit-screening": "F F F ? ? ? ? ?",
    "reentry-pledge": "- - - - - ? L L",
    "port-ban-dprk-flagged": "F F F F E E F F",
    "port-ban-third-country-callers": "- - - - - - F F",
    "port-ban-japanese-callers": "- - - - - - F F",
    "port-ban-un-designated": "- - - - - - F F",
    "payment-ban": "- - - - - - F F",
    "precious-metals-licence": "- - - - - - F F",
    "bank-relations-ban": "- - - F F F F F",
    "asset-freeze-own": "- F F F F F F F",
    "asset-freeze-un": "- - F F F F F F",
    "asset-freeze-russia-programme": "- - - - - - - F",
    "charter-flight-ban": "F F F F F F F F",
    "payment-reporting": "- - F F L L L L",
    "cash-declaration": "- - F F L L F F",
    "import-ban": "- F F F F F F F",
    "brokering-ban": "- F F F F F F F",
    "import-payment-ban": "- F F F F F F F",
    "luxury-export-ban": "- F F F F F F F",
    "wmd-export-ban": "- F F F F F F F",
    "entry-ban-un-listed": "- F F F F F F F",
    "export-ban": "- - F F F F F F",
    "proliferation-transfer-control": "- - F F F F F F",
    "cargo-inspection": "- - - F F F F F",
    "port-call-reporting": "- - - - - - - F",
}


def test_no_problem_and_no_warning() -> None:
    """Not even a warning: everything is cited, translated, in order."""
    assert nkj.read().problems == ()


@pytest.mark.parametrize("measure", sorted(TABLE))
def test_states_on_eight_days(bundled: Registry, measure: str) -> None:
    """The states of the evidence's table hold."""
    found = [nkj.status(bundled, day, [measure]).measures[0].state for day in DAYS]
    assert found == [LETTERS[letter] for letter in TABLE[measure].split()]


@pytest.mark.parametrize(
    ("measure", "change", "also"),
    [
        ("entry-ban-nationals", "ended", ()),
        ("travel-request", "ended", ()),
        ("reentry-ban-officials", "ended", ()),
        ("crew-landing-ban", "ended", ()),
        ("civil-servant-travel-suspension", "ended", ()),
        ("reentry-ban-assistants", "moved-and-returned", ()),
        ("reentry-ban-convicted", "moved-and-returned", ()),
        ("crew-landing-ban-convicted", "moved-and-returned", ()),
        ("brokering-ban", "tightened", ("prolonged",)),
        ("import-payment-ban", "prolonged", ()),
        ("cargo-inspection", "began", ()),
        ("proliferation-transfer-control", "began", ()),
        ("luxury-export-ban", "unchanged", ()),
        ("reentry-permit-screening", "unclear", ()),
        ("export-ban", "began", ()),
        ("import-ban", "eased", ("prolonged",)),
        ("port-ban-dprk-flagged", "eased", ("prolonged",)),
        ("payment-reporting", "moved-and-returned", ()),
        ("cash-declaration", "moved-and-returned", ()),
        ("charter-flight-ban", "unchanged", ()),
        ("entry-ban-officials", "unchanged", ()),
        ("payment-ban", "unchanged", ()),
        ("asset-freeze-own", "tightened", ()),
        ("asset-freeze-un", "began", ()),
    ],
)
def test_2006_to_2014(bundled: Registry, measure: str, change: str, also: tuple[str, ...]) -> None:
    """The story that the seed article tells coarsely, told finely."""
    found = nkj.diff(bundled, "2006", "2014", [measure], unchanged=True).changes[0]
    assert (found.change, found.also) == (change, also)


def test_the_payment_ban_was_announced_before_it_was_in_force(bundled: Registry) -> None:
    """On 2016-02-15 it is announced, not in force, and its day is known."""
    row = nkj.status(bundled, "2016-02-15", ["payment-ban"]).measures[0]
    assert row.in_force is False
    assert row.next is not None
    assert (text_of(row.next.date), row.next.event) == ("2016-02-26", "imposed")
    assert nkj.status(bundled, "2016-02-09", ["payment-ban"]).measures[0].next is None


def test_the_payment_ban_leaves_free_what_meets_both_conditions(bundled: Registry) -> None:
    """A humanitarian purpose alone, or a small sum alone, is not enough."""
    terms = nkj.status(bundled, "2026-02-16", ["payment-ban"]).measures[0].terms
    assert terms == {"except": ("humanitarian",), "allowed_up_to_jpy": 100_000}


@pytest.mark.parametrize(
    ("day", "items"),
    [
        ("2006-11-15", 33),
        ("2016-03-31", 33),
        ("2016-04-01", 34),
        ("2017-02-21", 34),
        ("2017-02-22", 36),
        ("2026-02-14", 36),
    ],
)
def test_luxury_goods_are_counted_by_the_order(bundled: Registry, day: str, items: int) -> None:
    """The numbers of the Order's table, not the coarser groups of the ministries."""
    assert nkj.status(bundled, day, ["luxury-export-ban"]).measures[0].terms == {"items": items}


@pytest.mark.parametrize(
    ("day", "exceptions"), [("2010-04-08", ()), ("2010-04-09", ("humanitarian",))]
)
def test_imports_have_a_humanitarian_exception_since_2010(
    bundled: Registry, day: str, exceptions: tuple[str, ...]
) -> None:
    """None before the sixth extension; since then reported, and disputed."""
    assert nkj.status(bundled, day, ["import-ban"]).measures[0].terms.get("except") == exceptions


def test_the_cabinet_orders_of_the_export_ban_have_their_days(bundled: Registry) -> None:
    """Ten extensions, each promulgated after the Cabinet's decision, in the old term."""
    events = nkj.history(bundled, ["export-ban"]).measures[0].events
    days = [text_of(event.promulgated) for event in events if event.event == "extended"]
    assert days == [
        "2010-04-09",
        "2011-04-08",
        "2012-04-06",
        "2013-04-10",
        "2015-04-03",
        "2017-04-12",
        "2019-04-10",
        "2021-04-07",
        "2023-04-10",
        "2025-04-11",
    ]


def test_the_general_rule_after_the_lifting(bundled: Registry) -> None:
    """On 2014-07-05 payments fall under the general rule of 30 million yen, cash under that of 1
    million.
    """
    rows = nkj.status(bundled, "2014-07-05", ["remittances"]).measures
    terms = {row.id: row.terms for row in rows}
    assert terms["payment-reporting"] == {"report_above_jpy": 30_000_000}
    assert terms["cash-declaration"] == {"declare_above_jpy": 1_000_000}


def test_limits_fell_in_2009_and_2010(bundled: Registry) -> None:
    """The limits fell on 2009-05-12 and 2010-07-06, neither in 2006 nor on the days announced."""
    limits = [
        nkj.status(bundled, day, ["payment-reporting"]).measures[0].terms["report_above_jpy"]
        for day in ("2006", "2009-05-11", "2009-05-12", "2010-07-05", "2010-07-06", "2014-07-04")
    ]
    assert limits == [30_000_000, 30_000_000, 10_000_000, 10_000_000, 3_000_000, 30_000_000]


@pytest.mark.parametrize(
    ("measure", "rounds"),
    [
        ("import-ban", 15),
        ("port-ban-dprk-flagged", 15),
        ("export-ban", 10),
        ("port-ban-third-country-callers", 5),
        ("port-ban-japanese-callers", 5),
        ("port-ban-un-designated", 5),
        ("brokering-ban", 15),
        ("import-payment-ban", 15),
    ],
)
def test_rounds_of_extension(bundled: Registry, measure: str, rounds: int) -> None:
    """Fifteen extensions for imports and ships, ten for exports, five for the later port ban; all
    to 2027-04-13.
    """
    events = nkj.history(bundled, [measure]).measures[0].events
    assert sum(event.event == "extended" for event in events) == rounds
    assert text_of(nkj.status(bundled, "2026-02-16", [measure]).measures[0].until) == "2027-04-13"


def test_no_gap_between_the_rounds(bundled: Registry) -> None:
    """What is prolonged has run without a day's gap since it began."""
    for measure, since in (
        ("import-ban", "2006-10-14"),
        ("export-ban", "2009-06-18"),
        ("port-ban-dprk-flagged", "2006-07-05"),
    ):
        assert text_of(nkj.status(bundled, "2026-02-16", [measure]).measures[0].since) == since


def test_after_the_last_term_nothing_is_claimed(bundled: Registry) -> None:
    """Past 2027-04-13, whether the bans were prolonged is not known."""
    assert nkj.status(bundled, "2027-04-13", ["import-ban"]).measures[0].state == "in-force"
    row = nkj.status(bundled, "2027-04-14", ["import-ban"]).measures[0]
    assert (row.state, row.in_force) == ("unknown", None)


def test_a_decision_says_what_the_cabinet_did(bundled: Registry) -> None:
    """On 2016-02-19 the Cabinet moved ships and money."""
    moved = {
        row.measure: row.event
        for row in nkj.show(bundled, "package-2016-02-19").moved
        if row.event != "noted"
    }
    assert moved["port-ban-dprk-flagged"] == "tightened"
    assert moved["port-ban-third-country-callers"] == "imposed"
    assert moved["payment-ban"] == "imposed"


def test_an_occasion_lists_its_answer(bundled: Registry) -> None:
    """The nuclear test of 2006 was answered by the packages of October."""
    shown = nkj.show(bundled, "nuclear-test-2006")
    assert {"package-2006-10-11", "package-2006-10-13"} <= set(shown.decisions)
    assert {"entry-ban-nationals", "import-ban", "port-ban-dprk-flagged"} <= {
        row.measure for row in shown.moved
    }


def test_the_table_is_whole(bundled: Registry) -> None:
    """Every measure of the registry stands in the table."""
    assert {measure.id for measure in bundled.measures} == set(TABLE)


# Designations


#: Every total of both lists that was ever published, on the day of its round.
TOTALS = {
    "2006-09-19": (15, 1),
    "2016-03-11": (43, 40),
    "2016-12-09": (54, 58),
    "2017-07-28": (63, 79),
    "2017-08-16": (66, 79),
    "2017-08-25": (72, 81),
    "2017-11-07": (84, 108),
    "2017-12-15": (103, 108),
    "2022-04-01": (129, 120),
    "2022-10-18": (134, 120),
    "2022-12-02": (137, 121),
    "2023-03-17": (137, 124),
    "2023-09-01": (140, 128),
    "2023-12-01": (144, 133),
}


def test_every_round_names_all_its_parties(bundled: Registry) -> None:
    """No round of the two lists is a number without names, and none states a total of its own."""
    lists = nkj.history(bundled, ["asset-freeze-own", "asset-freeze-un"], "all").measures
    rounds = [event for measure in lists for event in measure.events if event.added]
    assert len(rounds) == 28
    for event in rounds:
        kinds = [party.type for party in event.designations]
        assert event.added is not None
        assert kinds.count("entity") == event.added.entities, event.id
        assert kinds.count("individual") == event.added.individuals, event.id
        assert "entities_total" not in (event.terms or {})


def test_own_lists_as_the_cabinet_counted_them(bundled: Registry) -> None:
    """By an answer to the Diet, on 17 March 2017 the notices on resolutions held 47 and 40, the own
    ones 17 and 25; in December 2017 the own ones held 56 and 62.
    """
    assert _on_sheets(bundled, "2017-03-17", {"13", "14", "15"}) == (47, 40)
    assert _on_sheets(bundled, "2017-03-17", {"16", "17"}) == (17, 25)
    assert _on_sheets(bundled, "2017-12-15", {"16", "17"}) == (56, 62)
    assert _on_sheets(bundled, "2026", {"14", "15"}) == (75, 80)
    assert _on_sheets(bundled, "2026", {"16", "17"}) == (75, 84)


def _on_sheets(registry: Registry, day: str, sheets: set[str]) -> tuple[int, int]:
    """Who stood by a day on these sheets of the ministry's list: the UN's are 14 and 15."""
    count = {"entity": 0, "individual": 0}
    for party in nkj.parties(registry, None, day).parties:
        own = {name.split("-")[0] for name in party.listed_as} & sheets
        lists = {
            one.measure for one in party.listings if (since := text_of(one.since)) and since <= day
        }
        stands = ("asset-freeze-un" in lists and own & {"14", "15"}) or (
            "asset-freeze-own" in lists and own - {"14", "15"}
        )
        if stands:
            count[party.type] += 1
    return count["entity"], count["individual"]


@pytest.mark.parametrize("day", sorted(TOTALS))
def test_totals_of_both_lists(day: str, bundled: Registry) -> None:
    """The totals that the government or the press gave, each party once, the same on both lists."""
    rows = nkj.status(bundled, day, ["asset-freeze-own", "asset-freeze-un"]).measures
    told = {
        (row.terms["entities_total"], row.terms["individuals_total"])
        for row in rows
        if row.in_force
    }
    assert told == {TOTALS[day]}


def test_the_russia_programme_stands_alone(bundled: Registry) -> None:
    """Its thirteen parties are in no total."""
    row = nkj.status(bundled, "2026", ["asset-freeze-russia-programme"]).measures[0]
    assert row.terms == {}
    assert len(nkj.parties(bundled, None, "2026", ["asset-freeze-russia-programme"]).parties) == 13


@pytest.mark.parametrize(
    ("name", "day", "found"),
    [
        ("office 39", "2014-01-01", [("office-39", True, "2013-08-30", "name")]),
        (
            "KOMID",
            "2009-05-01",
            [("korea-mining-development-trading-corporation", True, "2006-09-19", "alias")],
        ),
        ("Green Pine", "2012-05-10", [("green-pine-associated-corporation", False, None, "words")]),
        (
            "Green Pine",
            "2012-05-15",
            [("green-pine-associated-corporation", True, "2012-05-15", "words")],
        ),
        (
            "kim tong chol",
            "2020",
            [
                ("kim-tong-chol-1966", True, "2017-11-07", "name"),
                ("kim-tong-chol-1968", True, "2017-08-25", "name"),
            ],
        ),
        (
            "Kim Hyok Chol",
            "2020",
            [
                ("kim-hyok-chol", True, "2017-11-07", "name"),
                ("kim-tong-myong", True, "2016-03-11", "alias"),
            ],
        ),
        (
            "second academy of natural sciences",
            "2014",
            [
                ("second-academy-of-natural-sciences", True, "2013-04-05", "name"),
                ("academy-of-national-defense-science", False, None, "alias"),
            ],
        ),
        ("朝鮮貿易銀行", "2013-04-04", [("foreign-trade-bank", False, None, "alias")]),
        ("朝鮮貿易銀行", "2013-04-05", [("foreign-trade-bank", True, "2013-04-05", "alias")]),
        (
            "Tanchon Comercial Bank",
            "2010",
            [("tanchon-commercial-bank", True, "2006-09-19", "spelling")],
        ),
        ("Ryu Jin", "2020", [("ryu-jin", True, "2016-02-19", "name")]),
        ("Rim Yong Hyok", "2025-01-10", [("rim-yong-hyok", True, "2025-01-10", "name")]),
        ("Pak Yong Sik", "2017-09-21", [("pak-yong-sik", False, None, "name")]),
        ("Pak Yong Sik", "2017-09-22", [("pak-yong-sik", True, "2017-09-22", "name")]),
        ("Kim Jong Un", "2020", []),
        ("Toyota Motor Corporation", "2020", []),
    ],
)
def test_was_it_frozen_on_that_day(
    name: str, day: str, found: list[tuple[str, bool, str | None, str]], bundled: Registry
) -> None:
    """The first question of a bank, by any name; namesakes are all shown."""
    rows = nkj.parties(bundled, name, day).parties
    told = [
        (row.id, row.frozen, text_of(row.since), row.match.by if row.match else "") for row in rows
    ]
    assert told == found


def test_between_the_un_and_the_notice_nobody_was_frozen(bundled: Registry) -> None:
    """A notice follows the UN by six to twenty-nine days; in between nobody without an own listing
    was frozen.
    """
    gaps = set()
    for party in nkj.parties(bundled, None, "2026", ["asset-freeze-un"]).parties:
        (listing,) = (one for one in party.listings if one.measure == "asset-freeze-un")
        assert listing.since is not None
        assert listing.un_listed is not None
        first, listed = listing.since.first, listing.un_listed.first
        assert first is not None
        assert listed is not None
        gaps.add(first - listed)
        if len(party.listings) == 1:
            before = nkj.parties(bundled, party.id, first - 1).parties[0]
            assert before.frozen is False, party.id
    assert (min(gaps), max(gaps)) == (6, 29)


def test_ships_are_barred_and_not_frozen(bundled: Registry) -> None:
    """The UN's ships stand on a list of the port ban; those it took off in time never did."""
    (ship,) = nkj.parties(bundled, "Shang Yuan Bao", "2020").parties
    assert ship.frozen is False
    assert [tuple(map(text_of, (one.since, one.un_listed))) for one in ship.listings] == [
        ("2018-10-29", "2018-10-16")
    ]
    (early,) = nkj.parties(bundled, "Jin Teng", "2016-03-10").parties
    assert [tuple(map(text_of, (one.since, one.until))) for one in early.listings] == [
        (None, "2016-03-20")
    ]
    (twice,) = nkj.parties(bundled, "Ever Bright 88", "2020").parties
    assert (twice.name.within("en"), len(twice.listings)) == ("Fan Ke", 2)


@pytest.mark.parametrize(
    ("event", "entities", "individuals"),
    [
        ("asset-freeze-own-2006-09-19", 15, 1),
        ("asset-freeze-own-2013-04-05", 1, 4),
        ("asset-freeze-own-2013-08-30", 9, 2),
        ("asset-freeze-own-2016-02-19", 1, 10),
        ("asset-freeze-own-2016-12-09", 6, 9),
        ("asset-freeze-own-2017-12-15", 19, 0),
        ("asset-freeze-own-2022-10-18", 5, 0),
        ("asset-freeze-own-2023-12-01", 4, 5),
        ("asset-freeze-russia-programme-2024-05-24", 11, 1),
    ],
)
def test_rounds_of_designation(
    event: str, entities: int, individuals: int, bundled: Registry
) -> None:
    """What single rounds of Japan's own list added."""
    found = nkj.show(bundled, event).record
    assert isinstance(found, Event)
    assert found.added is not None
    assert (found.added.entities, found.added.individuals) == (entities, individuals)


def test_the_february_2016_round_came_with_the_package(bundled: Registry) -> None:
    """The freeze of 2016 stands among what the Cabinet did that day."""
    moved = {row.id for row in nkj.show(bundled, "package-2016-02-19").moved}
    assert "asset-freeze-own-2016-02-19" in moved


def test_at_least_forty_checkpoints_over_all_families_and_years(bundled: Registry) -> None:
    """Validation replays statements of every family, from the first years to the last."""
    family = {measure.id: measure.family for measure in bundled.measures}
    assert len(bundled.checkpoints) >= 40
    assert {family[e.measure] for c in bundled.checkpoints for e in c.expect} == {
        "entry",
        "ports",
        "remittances",
        "trade",
        "assets",
    }
    years = sorted(c.on.text[:4] for c in bundled.checkpoints)
    assert (years[0], years[-1]) == ("2004", "2026")


def test_a_checkpoint_stands_on_other_sources_than_what_it_tests(bundled: Registry) -> None:
    """No checkpoint cites a source that the events of a measure it tests cite."""
    cited = {m.id: {c.source for event in m.events for c in event.cite} for m in bundled.measures}
    shared = [
        (checkpoint.id, expected.measure)
        for checkpoint in bundled.checkpoints
        for expected in checkpoint.expect
        if cited[expected.measure] & {c.source for c in checkpoint.cite}
    ]
    assert shared == []


# Action for action


def test_the_twelve_exchanges(bundled: Registry) -> None:
    """Every exchange of the design, with the outcome that the evidence gives it."""
    outcomes = {exchange.id: exchange.outcome for exchange in bundled.exchanges}
    assert outcomes == {
        "pyongyang-2002": "partly",
        "return-2002": "partly",
        "koizumi-2004": "partly",
        "six-party-2005": "not-performed",
        "initial-actions-2007": "partly",
        "second-phase-2007": "partly",
        "beijing-2008": "not-performed",
        "shenyang-2008": "not-performed",
        "ulaanbaatar-2012": "partly",
        "beijing-2014": "performed",
        "stockholm-2014": "reversed",
        "summit-offers": "not-performed",
    }


def test_stockholm_both_sides_moved_on_one_day(bundled: Registry) -> None:
    """On 4 July 2014 North Korea set up the committee and Japan lifted people, money and ships,
    each beside the other.
    """
    (stockholm,) = nkj.exchanges(bundled, ["stockholm-2014"]).exchanges
    that_day = {
        leg.id.partition("/")[2] for leg in stockholm.legs if text_of(leg.performed) == "2014-07-04"
    }
    assert that_day == {"k1", "k2", "k3b", "j2a", "j2b", "j2c", "j2d"}
    legs = {leg.id.partition("/")[2]: leg for leg in stockholm.legs}
    for name in ("j2a", "j2b", "j2c", "j2d"):
        assert legs[name].in_return_for == ("stockholm-2014/k1", "stockholm-2014/k3b")
        assert legs[name].outcome == "reversed"
    moved = {
        bundled_event.id: bundled_event
        for measure in bundled.measures
        for bundled_event in measure.events
    }
    assert {
        moved[event].event for name in ("j2a", "j2b", "j2c", "j2d") for event in legs[name].moves
    } == {"lifted", "eased"}


def test_stockholm_undone_day_by_day(bundled: Registry) -> None:
    """People on the 10th, ships and cash on the 19th, payments on the 26th; the committee dissolved
    on the 12th.
    """
    (stockholm,) = nkj.exchanges(bundled, ["stockholm-2014"]).exchanges
    undone = {
        leg.id.partition("/")[2]: text_of(leg.reversed) for leg in stockholm.legs if leg.reversed
    }
    assert undone == {
        "j2a": "2016-02-10",
        "k1": "2016-02-12",
        "k3b": "2016-02-12",
        "j2c": "2016-02-19",
        "j2d": "2016-02-19",
        "j2b": "2016-02-26",
    }
    never = {leg.id.partition("/")[2] for leg in stockholm.legs if leg.outcome == "not-performed"}
    assert never == {"k0", "k4", "k5", "k8", "k9"}


def test_shenyang_moved_nothing(bundled: Registry) -> None:
    """Japan's two easings hung on the start of the committee, which never came."""
    (shenyang,) = nkj.exchanges(bundled, ["shenyang-2008"]).exchanges
    japan = [leg for leg in shenyang.legs if leg.by == "japan"]
    assert [leg.outcome for leg in japan] == ["not-due", "not-due"]
    assert all(leg.concerns and not leg.moves for leg in japan)
    assert "nothing was lifted" in " ".join(leg.note.words["en"] for leg in japan if leg.note)


def test_the_two_years_of_the_article(bundled: Registry) -> None:
    """A comparison of 2013 and 2014 names the bargain and the launch that did not stop it."""
    result = nkj.diff(bundled, "2013", "2014")
    assert "launch-2014-06-29" in {milestone.id for milestone in result.occasions}
    steps = [
        (text_of(m.date), m.step, m.by)
        for m in result.exchanges
        if m.id == "stockholm-2014" and text_of(m.date) == "2014-07-04"
    ]
    assert {(step, by) for _, step, by in steps} == {
        ("partly", "dprk"),
        ("performed", "dprk"),
        ("performed", "japan"),
    }


def test_every_publisher_has_a_name_in_both_languages(bundled: Registry) -> None:
    """A reader of Japanese sees who speaks; one organisation has one name, since independence is
    judged by it.
    """
    names = [publisher.name for publisher in bundled.publishers]
    assert {source.publisher for source in bundled.sources} <= {name.words["en"] for name in names}
    assert (
        len({name.words["en"] for name in names})
        == len({name.words["ja"] for name in names})
        == len(names)
    )
    assert all(name.words["en"].isascii() for name in names)


def test_an_occasion_names_the_exchanges_that_tell_of_it(bundled: Registry) -> None:
    """Those whose turns name it, and no others."""
    assert nkj.show(bundled, "launch-2014-06-29").exchanges == ("stockholm-2014",)
    assert nkj.show(bundled, "launch-2022-10-04").exchanges == ()


def test_the_evidence_adds_up(bundled: Registry) -> None:
    """Every event is counted once; what rests on one secondary page cites one, and one alone."""
    answer = evidence(bundled)
    counted = sum(f.confirmed + f.reported + f.inferred + f.noted for f in answer.families)
    events = {event.id: event for measure in bundled.measures for event in measure.events}
    assert counted == len(events)
    assert sum(f.inferred for f in answer.families) == sum(
        e.confidence == "inferred" for e in events.values() if e.event != "noted"
    )
    single = [events[name] for family in answer.families for name in family.single]
    assert single
    assert all(len({citation.source for citation in event.cite}) == 1 for event in single)
