"""The page in a real browser: it says what the questions say, to everybody, without a network."""

from __future__ import annotations

import datetime as dt
import importlib
import random
from pathlib import Path
from typing import Any

import pytest

import nkj
from nkj.model import Registry
from nkj.sheets.diff import end_in_words, events_in_parts
from nkj.sheets.phrases import Phrases
from nkj.sheets.status import applying
from nkj.wording import words
from tests.page.conftest import Tab

PAIRS, DAYS = 200, 200


def _random_days(count: int, seed: int) -> list[dt.date]:
    chance = random.Random(seed)
    first, last = dt.date(2003, 1, 1).toordinal(), dt.date(2029, 12, 31).toordinal()
    return [dt.date.fromordinal(chance.randint(first, last)) for _ in range(count)]


def test_any_day_is_what_status_says(tab: Tab, bundled: Registry) -> None:
    """On random days each measure's row has the state, the end and the terms of ``nkj.status``."""
    phrases = Phrases(bundled, words("en"))
    for day in _random_days(DAYS, seed=14):
        tab.ask(f"#on={day}")
        rows = tab.rows("state")
        told = {measure: (row["state"], row.get("until")) for measure, row in rows.items()}
        answer = nkj.status(bundled, day, origin="all").measures
        until = {row.id: row.until.text if row.until else None for row in answer}
        assert told == {row.id: (row.state, until[row.id]) for row in answer}, day
        for row in answer:
            assert applying(row, phrases) in rows[row.id]["text"], (day, row.id)
            assert phrases.day(row.since) in rows[row.id]["text"], (day, row.id)
    assert not tab.faults


def test_any_two_days_are_what_diff_says(tab: Tab, bundled: Registry) -> None:
    """On random pairs each row has the change of ``nkj.diff`` and its words; no other has one."""
    phrases = Phrases(bundled, words("en"))
    days = _random_days(2 * PAIRS, seed=41)
    close = [(day, day + dt.timedelta(days=number % 9)) for number, day in enumerate(days[:60])]
    for one, two in [*zip(days[::2], days[1::2], strict=True), *close]:
        tab.ask(f"#from={one}&to={two}")
        rows = tab.rows("change")
        told = {measure: row["change"] for measure, row in rows.items()}
        answer = nkj.diff(bundled, one, two, origin="all").changes
        assert told == {row.id: row.change for row in answer}, (one, two)
        for row in answer:
            ends = end_in_words(row.before, phrases) + end_in_words(row.after, phrases)
            assert ends in rows[row.id]["text"], (one, two)
            assert ", ".join(events_in_parts(row.events, phrases)) in rows[row.id]["text"]
    assert not tab.faults


def test_two_days_in_one_uncertain_stretch(tab: Tab, bundled: Registry) -> None:
    """They are unclear, not unchanged; a day and itself differ in nothing."""
    one, two = "2020-01-01", "2020-01-02"
    tab.ask(f"#from={one}&to={two}")
    answer = nkj.diff(bundled, one, two, origin="all").changes
    assert [row.change for row in answer] == ["unclear"]
    assert {m: r["change"] for m, r in tab.rows("change").items()} == {answer[0].id: "unclear"}
    tab.ask(f"#from={one}&to={one}")
    assert tab.rows("change") == {}


@pytest.mark.parametrize(
    "word",
    [
        *("2014", "2014-07", "2014-07-05", "2016-02", "2000-02", "0001-01-01", "9999"),
        *("nuclear-test-2016", "before:nuclear-test-2016", "nuclear-test-2016^", "stockholm-2014"),
        *(
            "2014/7/5",
            "20140705",
            "2014年7月5日",
            "平成26年7月5日",
            "H26.7.5",
            "２０１４年７月",
            "令和元年",
        ),
        *("平成31年", "昭和64年", "Nuclear-Test-2016", " 2014 "),
    ],
)
def test_the_field_takes_what_the_command_line_takes(
    word: str, tab: Tab, bundled: Registry
) -> None:
    """A year and a month are their last day; an id is its day."""
    tab.page.fill("#day", word)
    tab.page.press("#day", "Enter")
    used = nkj.status(bundled, word).on.text
    tab.page.wait_for_function("day => document.getElementById('day').value === day", arg=used)
    assert used in tab.page.inner_text("#on-title")
    assert tab.page.is_hidden("#error")


@pytest.mark.parametrize(
    "word", ["2014-02-30", "2014-13", "yesterday", "14", "2014-7-5", "0000", "平成40年", "R0.1.1"]
)
def test_what_is_no_day_is_said(word: str, tab: Tab) -> None:
    """The page says so and keeps the day that it shows."""
    before = tab.page.inner_text("#on-title")
    tab.page.fill("#day", word)
    tab.page.press("#day", "Enter")
    tab.page.wait_for_selector("#error:not([hidden])")
    assert word in tab.page.inner_text("#error")
    assert tab.page.inner_text("#on-title") == before
    assert not tab.faults


def test_change_by_change(tab: Tab, bundled: Registry) -> None:
    """The buttons go to the next day on which anything changes, and back."""
    from nkj import days
    from nkj.replay import Replay

    changes = [days.iso(day) for day in Replay.of(bundled).change_days()]
    tab.ask("#on=2014-07-05")
    at = changes.index("2014-07-04")
    for button, day in (("later", changes[at + 1]), ("earlier", "2014-07-04")):
        tab.page.click(f"#{button}")
        tab.page.wait_for_function("day => document.getElementById('day').value === day", arg=day)
        assert tab.page.evaluate("location.hash") == f"#on={day}"


def test_by_keyboard_alone(tab: Tab) -> None:
    """The slider moves a day at a time and says the day; a view takes the focus to its heading."""
    tab.ask("#on=2014-07-03")
    tab.page.focus("#slider")
    tab.page.keyboard.press("ArrowRight")
    assert tab.page.get_attribute("#slider", "aria-valuetext") == "2014-07-04"
    assert tab.rows("state")["payment-reporting"]["state"] == "lifted"
    tab.page.focus("#tab-from")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_selector("#view-from:not([hidden])")
    assert tab.page.evaluate("document.activeElement.id") == "from-title"


def test_a_life_has_its_sources(tab: Tab, bundled: Registry) -> None:
    """Each event stands with every source that it cites, linked to its address."""
    measure = next(m for m in bundled.measures if m.id == "payment-reporting")
    known = {source.id: source for source in bundled.sources}
    tab.ask(f"#m={measure.id}")
    rows = tab.page.query_selector_all("#life tbody tr")
    assert len(rows) == len(measure.events)
    for row, event in zip(rows, measure.events, strict=True):
        assert event.id in row.inner_text()
        linked = [link.get_attribute("href") for link in row.query_selector_all("details a")]
        urls = [known[citation.source].url for citation in event.cite]
        assert linked == list(dict.fromkeys(url for url in urls if url))


def test_a_bargain_is_a_ladder(tab: Tab, bundled: Registry) -> None:
    """Each leg stands on the side of who undertook it."""
    exchange = next(e for e in bundled.exchanges if e.id == "stockholm-2014")
    tab.ask("#x=stockholm-2014")
    for side, by in (("left", "dprk"), ("right", "japan")):
        told = " ".join(cell.inner_text() for cell in tab.page.query_selector_all(f".{side}"))
        for leg in exchange.legs:
            if leg.by == by:
                assert leg.undertaking.within("en") in told


def test_both_languages(tab: Tab) -> None:
    """The address chooses; the button changes it and keeps the rest."""
    tab.ask("#on=2014-07-05&lang=ja")
    assert tab.page.get_attribute("html", "lang") == "ja"
    assert "実施中" in tab.page.inner_text("#rows")
    tab.page.click("#lang")
    tab.page.wait_for_function("document.documentElement.lang === 'en'")
    assert "lang=en" in tab.page.evaluate("location.hash")
    assert "in force" in tab.page.inner_text("#rows")
    assert "2014-07-05" in tab.page.inner_text("#on-title")


VIEWS = (
    "#on=2014-07-05",
    "#from=2006&to=2016",
    "#m=payment-ban",
    "#x=stockholm-2014",
    "#m=",
    "#x=",
    "#p=&on=2014",
    "#p=bank&on=2014",
    "#p=office+39&on=2014",
    "#p=nobody&on=2003",
    "#a=",
    "#a=remit&on=2012-03-03&yen=5000000",
    "#a=deal&on=2014&party=bank",
    "#a=call&on=2017&ship=foreign&called=2016-12-01&reason=other",
)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    "settings",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"viewport": {"width": 360, "height": 740}, "has_touch": True},
    ],
    ids=["light", "dark", "phone"],
)
def test_axe_finds_nothing(settings: dict[str, Any], lang: str, chromium: Any, file: Path) -> None:
    """No view has a fault that a machine can find, and none is wider than its window."""
    axe = importlib.import_module("axe_playwright_python")  # it comes with the same extra
    source = (Path(str(axe.__file__)).parent / "axe.min.js").read_text(encoding="utf-8")
    tab = Tab(chromium, file, bypass_csp=True, **settings)
    tab.page.evaluate(source)
    for view in VIEWS:
        tab.ask(f"{view}&lang={lang}")
        found = tab.page.evaluate("axe.run()")["violations"]
        assert [(f["id"], [n["html"][:200] for n in f["nodes"][:3]]) for f in found] == [], view
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert tab.page.evaluate(wide) <= 0, view
    tab.close()


def test_no_request_to_anywhere(tab: Tab, file: Path) -> None:
    """All that is ever asked for is the file itself."""
    for view in VIEWS:
        tab.ask(view)
    assert tab.requests == [file.as_uri()]
    assert not tab.faults


def test_without_script_the_last_day_stands(chromium: Any, file: Path, bundled: Registry) -> None:
    """A reader without scripts sees a whole status and no control that does nothing."""
    tab = Tab(chromium, file, java_script_enabled=False)
    assert tab.page.is_visible("#rows")
    for control in ("input", "button", "nav"):
        assert not any(e.is_visible() for e in tab.page.query_selector_all(control)), control
    tab.close()


def test_with_script_the_same_rows(tab: Tab, file: Path) -> None:
    """What the script draws for the last day is what stood there before it ran."""
    drawn = tab.page.eval_on_selector_all("#rows tr", "rows => rows.map(r => r.textContent)")
    plain = tab.page.evaluate(
        """(text) => [...new DOMParser().parseFromString(text, "text/html")
            .querySelectorAll("#rows tr")].map((row) => row.textContent)""",
        file.read_text(encoding="utf-8"),
    )
    assert drawn == plain


def test_paper_shows_the_sources(tab: Tab) -> None:
    """Printed, nothing is folded away, and the controls are gone."""
    tab.ask("#m=payment-reporting")
    tab.page.emulate_media(media="print")
    tab.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.page.is_visible("#life details li")
    assert not tab.page.is_visible("nav")
    tab.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not tab.page.is_visible("#life details li")
