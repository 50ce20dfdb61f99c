"""The page's parties: whom a name means and how each stands, as ``nkj.parties`` has it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

import nkj
from nkj import days
from nkj.model import Party, Registry
from nkj.queries.parties import PartiesResult
from nkj.replay import Listings
from nkj.sheets.parties import standing
from nkj.sheets.phrases import Phrases
from nkj.wording import words
from tests.page.conftest import Tab

NAMES = 260


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


def _edges(registry: Registry) -> list[int]:
    """Every day on which anybody is listed or struck off."""
    listings = Listings.of(registry)
    return sorted({day for measure in registry.measures for day in listings.days_of(measure)})


def _day(chance: random.Random, edges: list[int]) -> int:
    """A day on or beside one on which something changes, or any other."""
    if chance.random() < 0.6:
        return chance.choice(edges) + chance.choice((-1, 0, 1))
    return chance.randint(_ordinal("2003-01-01"), _ordinal("2028-12-31"))


def _written_otherwise(name: str, chance: random.Random) -> str:
    """A name in another case or width, with other signs between its words."""
    ways = (
        str.upper,
        str.lower,
        lambda text: text.replace(" ", "-"),
        lambda text: text.replace(" ", ". "),
        lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
        lambda text: f"  {text} Co., Ltd.",
        lambda text: text,
    )
    return chance.choice(ways)(name)


def _asked(party: Party, chance: random.Random) -> str:
    """A way in which a party may be looked for."""
    names = [
        name for name in (party.name, party.name_ja, *party.aliases, *party.aliases_ja) if name
    ]
    numbers = [party.id, *party.listed_as, *filter(None, (party.un_id,))]
    numbers += [party.imo, f"IMO No. {party.imo}"] if party.imo else []
    kind = chance.random()
    if kind < 0.15:
        return chance.choice(numbers)
    if kind < 0.35:
        return chance.choice(chance.choice(names).split())
    if kind < 0.45:
        return f"{names[0]} ({names[-1]})"
    return _written_otherwise(chance.choice(names), chance)


def _shown(tab: Tab) -> list[dict[str, str]]:
    """The parties that are shown, in order."""
    told: list[dict[str, str]] = tab.page.evaluate(
        """() => [...document.querySelectorAll("#found [data-party]")]
            .map((row) => ({ ...row.dataset, text: row.textContent }))"""
    )
    return told


def _answers(result: PartiesResult) -> Iterator[tuple[str, str, str | None]]:
    words_of = {True: "true", False: "false", None: "unknown"}
    for party in result.parties:
        yield party.id, words_of[party.frozen], party.since.text if party.since else None


def _told(rows: list[dict[str, str]]) -> list[tuple[str, str, str | None]]:
    return [(row["party"], row["frozen"], row.get("since")) for row in rows]


def _look_up(tab: Tab, name: str, day: int, lang: str = "en") -> list[dict[str, str]]:
    tab.ask(f"#{urlencode({'p': name, 'on': days.iso(day), 'lang': lang})}")
    return _shown(tab)


def test_any_name_on_any_day_is_what_parties_says(tab: Tab, bundled: Registry) -> None:
    """Whom it finds, in which order, whether each is frozen, since when, and in the same words."""
    chance = random.Random(39)
    edges = _edges(bundled)
    said = {lang: Phrases(bundled, words(lang)) for lang in ("en", "ja")}
    found = 0
    for number in range(NAMES):
        name = _asked(chance.choice(bundled.parties), chance)
        day = _day(chance, edges)
        lang = "ja" if number % 3 == 0 else "en"
        result = nkj.parties(bundled, name, day)
        rows = _look_up(tab, name, day, lang)
        assert _told(rows) == list(_answers(result)), (name, days.iso(day))
        for party, row in zip(result.parties, rows, strict=True):
            assert standing(party, result.on, said[lang]) in row["text"], (name, days.iso(day))
        found += len(rows)
    assert found > NAMES
    assert not tab.faults


def test_everybody_who_is_frozen(tab: Tab, bundled: Registry) -> None:
    """Without a name: who stood frozen on the day, in order, and the counts of each list."""
    chance = random.Random(93)
    edges = _edges(bundled)
    phrases = Phrases(bundled, words("en"))
    for _ in range(25):
        day = _day(chance, edges)
        rows = _look_up(tab, "", day)
        frozen = [row for row in rows if row["frozen"] == "true"]
        unsure = [row for row in rows if row["frozen"] == "unknown"]
        answers = list(_answers(nkj.parties(bundled, None, day)))
        assert _told(frozen) == [one for one in answers if one[1] == "true"], days.iso(day)
        assert _told(unsure) == [one for one in answers if one[1] == "unknown"], days.iso(day)
        assert len(rows) == len(frozen) + len(unsure)
        if frozen:
            own = nkj.parties(bundled, None, day, ["asset-freeze-own"]).parties
            count = sum(party.type == "entity" for party in own)
            line = tab.page.inner_text(".counts tr:first-child")
            assert phrases.words.counted("counts.entities", count) in line, days.iso(day)
    assert not tab.faults


def test_a_record_has_every_listing_and_source(tab: Tab, bundled: Registry) -> None:
    """Both names, other names, role, and each listing with its event and all that it rests on."""
    known = {source.id: source for source in bundled.sources}
    for name in ("office-39", "ri-je-son"):
        (party,) = nkj.parties(bundled, name, "2018").parties
        (row,) = _look_up(tab, name, _ordinal("2018-12-31"))
        for told in (*party.name.words.values(), *party.aliases, *party.listed_as):
            assert told in row["text"]
        for listing in party.listings:
            assert listing.event in row["text"]
        linked = tab.page.eval_on_selector_all("#found details a", "all => all.map(a => a.href)")
        for source in party.sources:
            address = known[source].url
            assert address is None or address in linked, source


@pytest.mark.parametrize("name", ["ofice 39 bureau x", "Kim Nobody", "zzz", "'; rm -rf"])
def test_who_is_not_found_is_not_called_free(name: str, tab: Tab) -> None:
    """The page says that spelling may differ and gives the command; it never says 'not frozen'."""
    assert _look_up(tab, name, _ordinal("2014-12-31")) == []
    told = tab.page.inner_text("#found")
    assert words("en").say("page.party.spelling") in told
    assert "--on 2014-12-31" in told
    assert words("en").say("parties.not-frozen") not in told


def test_a_slip_of_the_pen_is_left_to_the_command(tab: Tab, bundled: Registry) -> None:
    """What only a near spelling finds is not shown, and the reader is sent to the program."""
    name = "Korea Tangun Tradng Corporation"
    assert [one.match.by for one in nkj.parties(bundled, name, "2014").parties if one.match]
    assert _look_up(tab, name, _ordinal("2014-12-31")) == []
    assert f"nkj parties '{name}'" in tab.page.inner_text("#found")


def test_by_keyboard_and_in_the_other_language(tab: Tab) -> None:
    """The fields ask, the button changes the language and keeps party and day."""
    tab.ask("#p=")
    tab.page.fill("#p-day", "2014")
    tab.page.fill("#p-name", "オフィス39")
    tab.page.press("#p-name", "Enter")
    tab.page.wait_for_selector("[data-party=office-39][data-frozen=true]")
    tab.page.click("#lang")
    tab.page.wait_for_function("document.documentElement.lang === 'ja'")
    assert "2013-08-30から凍結中" in tab.page.inner_text("#found")
    assert tab.page.input_value("#p-day") == "2014-12-31"


def test_a_day_that_is_none_is_said(tab: Tab) -> None:
    """The sentence names it; what is shown is for the day in the field."""
    tab.ask("#p=office+39&on=2014-02-30")
    assert "2014-02-30" in tab.page.inner_text("#error")
    day = tab.page.input_value("#p-day")
    assert day in tab.page.inner_text("#p-title")


def test_another_registry_has_its_own_parties_and_no_acts(chromium: Any, foreign: Any) -> None:
    """A view appears only where there is something to show."""
    opened = Tab(chromium, foreign)
    assert opened.page.query_selector("#tab-a") is None
    (row,) = _look_up(opened, "global interface", _ordinal("2015-06-26"))
    assert row["party"] == "global-interface-company"
    assert row["frozen"] == "true"
    opened.ask("#a=remit")
    assert "a=remit" in opened.page.inner_text("#error")
    assert opened.page.is_visible("#rows")
    assert not opened.faults
    opened.close()
