"""Acts asked on the page: the verdict, the rules that spoke and their words are ``nkj.ask``'s."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any
from urllib.parse import urlencode

import pytest

import nkj
from nkj import days
from nkj.model import Registry
from nkj.queries.ask import AskResult, Rulebook
from nkj.sheets.ask import sheet
from nkj.sheets.sheet import Block
from nkj.wording import words
from tests.page.conftest import Tab

ACTS = 560


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


def _act(registry: Registry, chance: random.Random) -> tuple[str, int, dict[str, str]]:
    """A conduct, a day at or beside one on which its rules change, and some of its facts."""
    conduct = chance.choice(registry.conducts)
    book = Rulebook.of(registry, conduct.id)
    day = chance.choice(book.edges) + chance.choice((-1, 0, 1))
    if chance.random() < 0.3:
        day = chance.randint(_ordinal("2003-06-01"), _ordinal("2028-12-31"))
    given = chance.random()
    facts = {
        name: _value(registry, book, name, chance)
        for name in book.facts
        if chance.random() < max(given, 0.2)
    }
    return conduct.id, max(day, 1), facts


def _value(registry: Registry, book: Rulebook, name: str, chance: random.Random) -> str:
    """A value of a fact: one of a choice, or a number at a bound of any day, or beside it."""
    kind = book.facts[name].type
    if kind == "party":
        party = chance.choice(registry.parties)
        names = (party.name, party.name_ja or party.name, party.id, party.name.split()[0], "Nobody")
        return chance.choice(names)
    if kind not in ("money", "day"):
        return chance.choice(book.asked.values[name])
    bounds = sorted(book.bounds_of(name)) or [_ordinal("2010-01-01")]
    number = max(chance.choice(bounds) + chance.choice((-2, -1, 0, 1)), 1)
    if kind == "money":
        return chance.choice((str(number), f"{number:,}", str(number * 3)))
    return chance.choice((days.iso(number), "never"))


def _ask(tab: Tab, conduct: str, day: int, facts: dict[str, str], lang: str = "en") -> None:
    asked = {"a": conduct, "on": days.iso(day), **facts, "lang": lang}
    tab.ask(f"#{urlencode(asked)}")


def _shown(tab: Tab) -> dict[str, Any]:
    """Everything that the answer says."""
    told: dict[str, Any] = tab.page.evaluate(
        """() => {
            const all = (within, query) => [...within.querySelectorAll(query)];
            const rows = (id) => all(document, `#${id} [data-rule]`).map((row) => {
                const { rule, verdict, spoke } = row.dataset;
                return [rule, verdict, spoke, row.children[2].textContent];
            });
            const gives = (row) => Object.fromEntries(all(row, "[data-gives]").flatMap((line) =>
                all(line, "[data-answer]").map((one) => [one.dataset.answer, line.dataset.gives])));
            return {
                verdict: document.getElementById("verdict").dataset.verdict,
                headline: document.getElementById("verdict").textContent,
                because: rows("because"), others: rows("others"),
                missing: [...document.querySelectorAll("[data-missing]")].map(
                    (row) => [row.dataset.missing, gives(row)]),
                text: document.getElementById("answer").textContent,
                error: document.getElementById("error").textContent,
            };
        }"""
    )
    return told


def _rules(block: Block | None) -> list[list[str]]:
    """The measure, and what stands under 'speaks here' and 'since', of a block of the sheet."""
    if block is None:
        return []
    at = {column.key: place for place, column in enumerate(block.columns)}
    (group,) = block.groups
    return [[row.cells[at[key]] for key in ("measure", "spoke", "since")] for row in group[1]]


def _found_by_names_alone(answer: AskResult) -> bool:
    return all(party.match and party.match.by != "spelling" for party in answer.parties)


def test_any_act_is_what_ask_says(tab: Tab, bundled: Registry) -> None:
    """On random acts: verdict, headline, the rules that spoke and did not, what is missing."""
    chance = random.Random(2012)
    verdicts = set()
    for number in range(ACTS):
        conduct, day, facts = _act(bundled, chance)
        lang = "ja" if number % 3 == 0 else "en"
        case = (conduct, days.iso(day), facts)
        answer = nkj.ask(bundled, conduct, day, facts)
        _ask(tab, conduct, day, facts, lang)
        told = _shown(tab)
        assert told["error"] == "", case
        assert told["verdict"] == answer.verdict, case
        drawn = sheet(answer, words(lang))
        assert told["headline"] == drawn.title, case
        say = words(lang).say
        blocks = {block.heading: block for block in drawn.blocks}
        because = blocks.get(say("ask.because"))
        others = blocks.get(say("ask.others")) or blocks.get(say("ask.limits"))
        for name, block in (("because", because), ("others", others)):
            rows = [[row[0], say(f"ask.spoke.{row[2]}"), row[3]] for row in told[name]]
            assert rows == _rules(block), case
        if _found_by_names_alone(answer):
            gives = [
                (one.fact, {} if set(one.would_give.values()) == {"depends"} else one.would_give)
                for one in answer.missing
            ]
            assert [tuple(one) for one in told["missing"]] == gives, case
        for text in answer.not_weighed:
            assert " ".join(text.within(lang, "en").split()) in told["text"], case
        verdicts.add(answer.verdict)
    assert verdicts >= {"forbidden", "needs-permission", "must-report", "must-declare", "allowed"}
    assert verdicts >= {"depends", "unknown", "discouraged"}
    assert not tab.faults


def test_its_sources_stand_with_each_rule(tab: Tab, bundled: Registry) -> None:
    """A rule's row links all that it rests on; with a listed party, what its listing rests on."""
    known = {source.id: source.url for source in bundled.sources}
    for conduct, facts in (("carry-cash", {"yen": "500000"}), ("deal", {"party": "office 39"})):
        _ask(tab, conduct, _ordinal("2016-06-01"), facts)
        answer = nkj.ask(bundled, conduct, "2016-06-01", facts)
        for reason in answer.because:
            linked = tab.page.eval_on_selector_all(
                f"#because [data-rule={reason.measure}] details a", "all => all.map(a => a.href)"
            )
            assert linked == [known[source] for source in reason.sources if known[source]]


@pytest.mark.parametrize("name", ["Nobody at all", "bank", "Foreign Trade Bnk"])
def test_a_party_that_is_not_known_is_never_allowed(name: str, tab: Tab, bundled: Registry) -> None:
    """Nobody, or several who stand differently: it depends, whatever else is known."""
    _ask(tab, "deal", _ordinal("2014-12-31"), {"party": name})
    told = _shown(tab)
    assert told["verdict"] == "depends"
    # Before any list stood nothing could be allowed either: nobody knows who is meant.
    _ask(tab, "deal", _ordinal("2005-01-01"), {"party": name} if name != "bank" else {})
    assert _shown(tab)["verdict"] == nkj.ask(bundled, "deal", "2005-01-01").verdict == "depends"
    found = words("en").say("ask.parties") in told["text"]
    assert found or words("en").say("page.party.spelling") in told["text"]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        *(("5,000,000", 5_000_000), ("500万", 5_000_000), ("５百", None), ("5 million", 5_000_000)),
        *(("¥5000000", 5_000_000), ("1億5000万円", 150_000_000), ("0.5", None), ("", None)),
        *(("0.3 million yen", 300_000), ("-5", None), ("5000万1億", None), ("1,00", None)),
        *(("100001", 100_001), ("100_000", 100_000), ("1e6", None)),
    ],
)
def test_an_amount_is_read_as_the_command_line_reads_it(
    typed: str, amount: int | None, tab: Tab
) -> None:
    """As digits, with commas, words, myriads; what is none gets a sentence and no verdict."""
    _ask(tab, "carry-cash", _ordinal("2012-03-03"), {"yen": typed})
    told = _shown(tab)
    if amount is None and typed:
        assert typed in told["error"]
        assert "verdict" not in told or told["verdict"] is None
    else:
        wanted = nkj.ask(nkj.load(), "carry-cash", "2012-03-03", yen=amount) if amount else None
        assert told["verdict"] == (wanted.verdict if wanted else "depends")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("#a=fly-to-the-moon", "fly-to-the-moon"),
        ("#a=remit&colour=red", "colour"),
        ("#a=remit&payer=martian", "martian"),
        ("#a=call&called=someday", "someday"),
        ("#a=remit&on=2014-02-30", "2014-02-30"),
    ],
)
def test_a_wrong_address_gets_a_sentence(address: str, told: str, tab: Tab) -> None:
    """It names what is wrong; of wrong facts no verdict is given."""
    tab.ask(address)
    assert told in tab.page.inner_text("#error")
    assert not tab.faults
    if "on=" not in address:
        assert tab.page.get_attribute("#verdict", "data-verdict") is None


def test_by_keyboard_from_nothing_to_a_verdict(tab: Tab) -> None:
    """A conduct is chosen, its facts appear, a choice is an answer at once, Enter asks."""
    tab.ask("#a=")
    tab.page.select_option("#a-conduct", "carry-cash")
    tab.page.wait_for_selector("#fact-yen")
    tab.page.fill("#a-day", "2012-03-03")
    tab.page.fill("#fact-yen", "50万")
    tab.page.press("#fact-yen", "Enter")
    tab.page.wait_for_selector("#verdict[data-verdict=must-declare]")
    assert tab.page.evaluate("document.activeElement.id") == "fact-yen"
    tab.page.click("#lang")
    tab.page.wait_for_function("document.documentElement.lang === 'ja'")
    assert "届出が必要" in tab.page.inner_text("#verdict")
    assert tab.page.input_value("#fact-yen") == "50万"


def test_an_answer_to_what_is_missing_is_a_link(tab: Tab) -> None:
    """It leads to the same act with that fact."""
    facts = {"yen": "5000000", "payer": "resident", "payee": "dprk", "place": "japan"}
    _ask(tab, "remit", _ordinal("2012-03-03"), {**facts, "purpose": "other"})
    tab.page.click("[data-missing=trade] a[data-answer=none]")
    tab.page.wait_for_selector("#verdict[data-verdict=must-report]")
    assert tab.page.input_value("#fact-trade") == "none"
    assert "trade=none" in tab.page.inner_text("#answer code:last-of-type")


def test_a_fact_may_be_called_as_a_day_is(tab: Tab, bundled: Registry) -> None:
    """'from' is a fact of coming back, and no first of two days."""
    _ask(tab, "reenter", _ordinal("2010-01-01"), {"person": "official", "from": "dprk"})
    answer = nkj.ask(bundled, "reenter", "2010-01-01", {"person": "official", "from": "dprk"})
    assert _shown(tab)["verdict"] == answer.verdict
    assert tab.page.is_hidden("#error")
