"""What the bundled rules say of acts: each conduct over the whole period, and the lines in it.

Each row is a fact of the record, taken from the law's text and the agencies' guidance, not from the
program: the verdict from each day on, until the next.
"""

from __future__ import annotations

import itertools
from typing import Any

import pytest

import nkj
from nkj import days
from nkj.model import Registry
from nkj.queries.rulebook import Rulebook
from tests.build import text_of

A, F, P, R, D, W, U = (
    *("allowed", "forbidden", "needs-permission", "must-report", "must-declare"),
    *("discouraged", "unknown"),
)
BEFORE, FIRST = "2003-12-31", "2004-01-01"
#: The last day of the present terms, and the first of which nothing is known.
END = "2027-04-14"


def remit(yen: int, purpose: str = "other", **more: str) -> dict[str, Any]:
    usual = {"payer": "resident", "payee": "dprk", "place": "japan", "trade": "none"}
    return {"yen": yen, "purpose": purpose, **usual, **more}


BAN = "2016-02-26"
PERIODS: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    # payments
    ("remit", remit(3_000_000), {FIRST: A, BAN: F}),
    ("remit", remit(3_000_001), {FIRST: A, "2010-07-06": R, "2014-07-04": A, BAN: F}),
    ("remit", remit(10_000_000), {FIRST: A, "2010-07-06": R, "2014-07-04": A, BAN: F}),
    ("remit", remit(10_000_001), {FIRST: A, "2009-05-12": R, "2014-07-04": A, BAN: F}),
    ("remit", remit(30_000_000), {FIRST: A, "2009-05-12": R, "2014-07-04": A, BAN: F}),
    ("remit", remit(30_000_001), {FIRST: R, BAN: F}),
    ("remit", remit(100_000, "humanitarian"), {FIRST: A}),
    ("remit", remit(100_001, "humanitarian"), {FIRST: A, BAN: F}),
    ("remit", remit(50_000), {FIRST: A, BAN: F}),
    ("remit", remit(50_000, payee="dprk-branch"), {FIRST: A, BAN: F}),
    ("remit", remit(20_000_000, payee="dprk-branch"), {FIRST: A, BAN: F}),
    ("remit", remit(30_000_001, payee="elsewhere"), {FIRST: R}),
    ("remit", remit(30_000_000, payee="elsewhere"), {FIRST: A}),
    ("remit", remit(50_000, payer="non-resident", place="abroad"), {FIRST: A}),
    ("remit", remit(50_000, payer="non-resident"), {FIRST: A, BAN: F}),
    ("remit", remit(40_000_000, payer="non-resident"), {FIRST: A, BAN: F}),
    ("remit", remit(50_000, place="abroad"), {FIRST: A, BAN: F}),
    ("remit", remit(40_000_000, trade="approved"), {FIRST: A, BAN: F}),
    ("remit", remit(1, trade="unapproved", payee="elsewhere"), {FIRST: A, "2006-10-14": F, END: U}),
    ("remit", remit(1, "weapons", payee="elsewhere"), {FIRST: A, "2009-07-07": P}),
    ("remit", remit(1, "weapons"), {FIRST: A, "2009-07-07": P, BAN: F}),
    ("receive", {"yen": 30_000_000}, {FIRST: A}),
    ("receive", {"yen": 30_000_001}, {FIRST: R}),
    # cash
    ("carry-cash", {"yen": 100_000}, {FIRST: A}),
    (
        "carry-cash",
        {"yen": 100_001},
        {FIRST: A, "2010-07-06": D, "2014-07-04": A, "2016-02-19": D},
    ),
    (
        "carry-cash",
        {"yen": 300_001},
        {FIRST: A, "2009-05-12": D, "2014-07-04": A, "2016-02-19": D},
    ),
    ("carry-cash", {"yen": 1_000_001}, {FIRST: D}),
    ("bring-cash", {"yen": 1_000_000}, {FIRST: A}),
    ("bring-cash", {"yen": 1_000_001}, {FIRST: D}),
    # exports
    *(
        ("export", {"goods": "other", "way": way}, {FIRST: A, "2009-06-18": F, END: U})
        for way in ("freight", "sample")
    ),
    *(
        ("export", {"goods": goods, "way": way}, {FIRST: A})
        for goods in ("other", "humanitarian")
        for way in ("parcel", "belongings", "crew", "transit")
    ),
    (
        "export",
        {"goods": "humanitarian", "way": "freight"},
        {FIRST: A, "2009-06-18": P, END: U},
    ),
    *(
        ("export", {"goods": "luxury", "way": way}, {FIRST: A, "2006-11-15": F})
        for way in ("freight", "parcel", "crew", "sample")
    ),
    *(("export", {"goods": "luxury", "way": way}, {FIRST: A}) for way in ("belongings", "transit")),
    ("export", {"goods": "weapons", "way": "freight"}, {FIRST: P, "2006-11-15": F}),
    ("export", {"goods": "precious-metals", "way": "belongings"}, {FIRST: A, "2016-03-11": P}),
    (
        "export",
        {"goods": "precious-metals", "way": "freight"},
        {FIRST: A, "2006-11-15": F},
    ),
    # imports
    (
        "import",
        {"goods": "other", "way": "freight", "origin": "dprk"},
        {FIRST: A, "2006-10-14": F, END: U},
    ),
    (
        "import",
        {"goods": "humanitarian", "way": "freight", "origin": "dprk"},
        {FIRST: A, "2006-10-14": F, "2010-04-09": P, END: U},
    ),
    (
        "import",
        {"goods": "other", "way": "freight", "origin": "processed-there"},
        {FIRST: A, "2006-11-09": F, END: U},
    ),
    *(
        ("import", {"goods": goods, "way": "souvenir", "origin": "dprk"}, souvenirs)
        for souvenirs in [{FIRST: A, "2006-10-14": F, END: U}]
        for goods in ("other", "humanitarian")
    ),
    (
        "import",
        {"goods": "other", "way": "gift", "origin": "dprk"},
        {FIRST: A, "2006-10-14": F, "2010-04-09": P, END: U},
    ),
    ("import", {"goods": "other", "way": "belongings", "origin": "dprk"}, {FIRST: A}),
    ("import", {"goods": "other", "way": "freight", "origin": "elsewhere"}, {FIRST: A}),
    # brokering
    (
        "broker",
        {"direction": "from", "goods": "other"},
        {FIRST: A, "2006-10-14": F, END: U},
    ),
    ("broker", {"direction": "to", "goods": "luxury"}, {FIRST: A, "2006-11-15": F}),
    ("broker", {"direction": "to", "goods": "other"}, {FIRST: A, "2009-06-18": F, END: U}),
    # ships and flights
    (
        "call",
        {"ship": "mangyongbong-92", "reason": "load-humanitarian"},
        {FIRST: A, "2006-07-05": F, END: U},
    ),
    ("call", {"ship": "dprk", "reason": "other"}, {FIRST: A, "2006-10-14": F, END: U}),
    (
        "call",
        {"ship": "dprk", "reason": "load-humanitarian"},
        {FIRST: A, "2006-10-14": F, "2014-07-04": A, "2016-02-19": F, END: U},
    ),
    *(("call", {"ship": ship, "reason": "distress"}, {FIRST: A}) for ship in ("dprk", "foreign")),
    (
        "call",
        {"ship": "foreign", "called": "2016-02-19", "reason": "other"},
        {FIRST: A, "2016-02-19": F, END: U},
    ),
    ("call", {"ship": "foreign", "called": "2016-02-18", "reason": "other"}, {FIRST: A, END: U}),
    (
        "call",
        {"ship": "japanese", "called": "2016-12-09", "reason": "other"},
        {FIRST: A, "2016-12-09": F, END: U},
    ),
    ("call", {"ship": "japanese", "called": "2016-12-08", "reason": "other"}, {FIRST: A, END: U}),
    (
        "call",
        {"ship": "un-listed", "reason": "other"},
        {FIRST: A, "2016-04-01": U, "2016-04-30": F, END: U},
    ),
    ("fly-charter", {}, {FIRST: A, "2006-07-05": F}),
    # people
    (
        "enter",
        {"person": "official", "reason": "other"},
        {FIRST: A, "2006-07-05": F, "2014-07-04": A, "2016-02-10": U, "2016-02-19": F},
    ),
    (
        "enter",
        {"person": "national", "reason": "other"},
        {FIRST: A, "2006-10-11": F, "2014-07-04": A, "2016-02-10": U, "2016-02-19": F},
    ),
    (
        "enter",
        {"person": "national", "reason": "sport"},
        {FIRST: A, "2006-10-11": P, "2014-07-04": A, "2016-02-10": U, "2016-02-19": P},
    ),
    ("enter", {"person": "un-listed", "reason": "other"}, {FIRST: A, "2006-10-14": F}),
    *(
        ("reenter", {"person": person, "from": "dprk"}, periods)
        for person, periods in {
            "official": {FIRST: A, "2006-07-05": F, "2014-07-04": A, "2016-02-10": F},
            "assistant": {FIRST: A, "2013-02-12": F, "2014-07-04": A, "2016-02-10": F},
            "convicted": {FIRST: A, "2009-06-16": F, "2014-07-04": A, "2016-02-10": F},
            "engineer": {FIRST: A, "2016-02-10": U, "2016-02-19": F},
            "resident": {FIRST: A},
        }.items()
    ),
    *(
        ("reenter", {"person": person, "from": "elsewhere"}, {FIRST: A})
        for person in ("official", "assistant", "convicted", "engineer", "resident")
    ),
    (
        "land",
        {"person": "crew"},
        {FIRST: A, "2006-07-05": F, "2014-07-04": A, "2016-02-10": F},
    ),
    (
        "land",
        {"person": "convicted-crew"},
        {FIRST: A, "2009-06-16": F, "2014-07-04": A, "2016-02-10": F},
    ),
    *(
        (
            "travel",
            {"person": person},
            {FIRST: A, "2006-07-05": W, "2014-07-04": A, "2016-02-10": W},
        )
        for person in ("traveller", "agent")
    ),
    (
        "travel",
        {"person": "civil-servant"},
        {FIRST: A, "2006-07-05": F, "2014-07-04": A, "2016-02-10": F},
    ),
    # parties, between the listing by the United Nations and the notice in Japan
    ("deal", {"party": "Office 39"}, {FIRST: A, "2010-08-31": A, "2013-08-30": P}),
    ("deal", {"party": "KPe.020"}, {FIRST: A, "2014-07-28": A, "2014-08-15": P}),
]


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The bundled one."""
    return nkj.load()


@pytest.mark.parametrize(
    ("conduct", "facts", "periods"),
    PERIODS,
    ids=[f"{conduct}-{'-'.join(map(str, facts.values()))}" for conduct, facts, _ in PERIODS],
)
def test_verdict_by_period(
    conduct: str, facts: dict[str, Any], periods: dict[str, str], registry: Any
) -> None:
    """From each day on the verdict is this one, and on the day before the next still; before the
    record begins nothing is known.
    """
    ends = [*(days.parse_day(day) - 1 for day in list(periods)[1:]), days.parse_day("2030-12-31")]
    for (day, verdict), last in zip(periods.items(), ends, strict=True):
        for on in (days.parse_day(day), last):
            assert nkj.ask(registry, conduct, on, facts).verdict == verdict, days.iso(on)
    assert nkj.ask(registry, conduct, BEFORE, facts).verdict == "unknown"


def test_every_conduct_and_every_value_has_a_period() -> None:
    """No row of the table is forgotten."""
    registry = nkj.load()
    asked = {
        (conduct, name, value)
        for conduct, facts, _ in PERIODS
        for name, value in facts.items()
        if isinstance(value, str)
    }
    for conduct in registry.conducts:
        assert conduct.id in {name for name, *_ in PERIODS}
        book = Rulebook.of(registry, conduct.id)
        for name, values in book.asked.values.items():
            for value in values:
                assert (conduct.id, name, value) in asked, (conduct.id, name, value)


@pytest.mark.parametrize("conduct", [conduct.id for conduct in nkj.load().conducts])
def test_with_every_fact_nothing_depends(conduct: str) -> None:
    """What the conduct asks decides it, on every day on which anything changes."""
    book = Rulebook.of(nkj.load(), conduct)
    if "party" in book.asked.types:
        return
    for day in book.edges:
        rules = book.on(day).rules
        answers = [book.asked.answers(name, rules).values() for name in book.asked.types]
        for combination in itertools.product(*answers):
            facts = dict(zip(book.asked.types, combination, strict=True))
            assert book.verdict(day, facts) != "depends"


def test_a_day_between_the_lists_is_told() -> None:
    """A party that the United Nations had listed was not frozen until the notice came."""
    answer = nkj.ask(nkj.load(), "deal", "2014-08-01", party="Ocean Maritime Management")
    assert answer.verdict == "allowed"
    (listing,) = answer.parties[0].listings
    assert text_of(listing.un_listed) == "2014-07-28"
    assert text_of(listing.since) == "2014-08-15"


@pytest.mark.parametrize("name", ["Nobody At All", "trading"])
def test_an_unknown_or_doubtful_name_is_never_allowed(name: str) -> None:
    """Neither a name on no list nor a word that many names hold."""
    for day in ("2005-01-01", "2018-01-01"):  # before the first list, and long after it
        answer = nkj.ask(nkj.load(), "deal", day, party=name)
        assert answer.verdict == "depends"
        assert [missing.fact for missing in answer.missing] == ["party"]
        (row,) = nkj.ask_rows(nkj.load(), [{"on": day, "party": name}], "deal")
        assert (row.verdict, row.missing) == ("depends", ("party",))


def test_every_rule_is_cited_for_its_verdict() -> None:
    """No rule rests on nothing."""
    for measure in nkj.load().measures:
        for rule in measure.rules:
            supported = {field for citation in rule.cite for field in citation.supports}
            assert "verdict" in supported, (measure.id, rule.conduct)


@pytest.mark.parametrize(
    ("conduct", "facts", "figure", "since"),
    [
        ("remit", remit(5_000_000), "3,000,000 yen", "2010-07-06"),
        ("carry-cash", {"yen": 500_000}, "100,000 yen", "2010-07-06"),
    ],
)
def test_a_reason_has_the_figure_and_its_own_day(
    conduct: str, facts: dict[str, Any], figure: str, since: str
) -> None:
    """Not the day of the measure, but that of the terms."""
    (reason,) = nkj.ask(nkj.load(), conduct, "2012-03-03", facts).because
    assert figure in reason.text.words["en"]
    assert text_of(reason.since) == since


def test_all_north_korean_ships_since_october() -> None:
    """The ban began in July with one ship; a rule tells the day on which it began to say so."""
    facts = {"ship": "dprk", "reason": "other"}
    (reason,) = nkj.ask(nkj.load(), "call", "2018-01-01", facts).because
    assert text_of(reason.since) == "2006-10-14"
