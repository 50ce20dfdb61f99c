"""What a programme says holds for the whole registry: names, languages, money, whose day it is."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

import nkj
from nkj import choices
from nkj.cli import asking
from nkj.cli.app import app
from nkj.problems import Problem
from nkj.wording import words
from tests.build import PROGRAMME, registry

#: A whole registry in one language that the frame does not speak.
KOREAN = """
programme:
  title: {ko: 섬나라 조치}
  own: {ko: 독자 조치}
  sender: {id: coast, name: {ko: 해안국}}
  target: {id: islands, name: {ko: 섬나라}}
  others: [{id: league, name: {ko: 연맹}}]
  families: [{id: boats, name: {ko: 배}}]
  languages: [ko]
  time_zone: Asia/Seoul
  instruments: [{id: law, name: {ko: 법률}}]
vocabulary:
  - {id: fee, type: money, unit: {ko: 원}, name: {ko: 수수료}}
sources:
  - {id: gazette, kind: primary, publisher: 관보, title: 고시}
occasions:
  - id: landing-2010
    kind: other
    occurred: 2010-04-30
    name: {ko: 상륙}
    un: {act: resolution, number: 1, adopted: 2010-05-01, adopted_local: 2010-05-02}
    cite: [{source: gazette, for: [occurred, un]}]
decisions:
  - id: law-2010
    decided: 2010-05-01
    instrument: law
    name: {ko: 새 법}
    cite: [{source: gazette, for: [decided]}]
measures:
  - id: boat-ban
    family: boats
    kind: prohibition
    name: {ko: 입항 금지}
    events:
      - id: boat-ban-2010
        event: imposed
        decision: law-2010
        in_force: 2010-05-03
        terms: {fee: 5000}
        occasions: [landing-2010]
        cite: [{source: gazette, for: [in_force, terms, occasions]}]
exchanges:
  - id: deal
    kind: bargain
    name: {ko: 거래}
    agreed: 2010-05-02
    outcome: performed
    cite: [{source: gazette, for: [agreed]}]
    legs:
      - id: a
        by: coast
        undertaking: {ko: 약속}
        promised: 2010-05-02
        performed: 2010-05-03
        outcome: performed
        moves: [boat-ban-2010]
        cite: [{source: gazette, for: [promised, performed]}]
"""


def _read(tmp_path: Path, *changes: tuple[str, str]) -> tuple[Problem, ...]:
    text = KOREAN
    for right, wrong in changes:
        assert right in text
        text = text.replace(right, wrong, 1)
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    return nkj.read(tmp_path).problems


def _codes(tmp_path: Path, *changes: tuple[str, str]) -> list[str]:
    return [problem.code for problem in _read(tmp_path, *changes)]


def _asked(tmp_path: Path, *given: str) -> str:
    done = CliRunner().invoke(app, [*given, "--registry", str(tmp_path)], env={"COLUMNS": "100"})
    assert done.exit_code == 0, done.output
    return done.output


def test_a_registry_in_one_language_is_sound(tmp_path: Path) -> None:
    """Nothing is wanting in a language that it does not name."""
    assert _read(tmp_path) == ()


def test_a_reader_of_another_language_gets_the_registrys_words(tmp_path: Path) -> None:
    """The frame speaks the reader's language; names and units are in the one that there is."""
    _read(tmp_path)
    told = _asked(tmp_path, "status", "--on", "2010-06-01")
    assert "섬나라 조치 on 2010-06-01" in told
    assert "수수료: 5,000 원" in told


def test_json_has_the_languages_of_the_registry(tmp_path: Path) -> None:
    """A text has every language named, and no other."""
    _read(tmp_path)
    told = json.loads(_asked(tmp_path, "status", "--on", "2010-06-01", "--format", "json"))
    assert told["measures"][0]["name"] == {"ko": "입항 금지"}


def test_json_says_that_words_are_wanting_in_a_named_language(tmp_path: Path) -> None:
    """A named language without words is null."""
    assert set(_codes(tmp_path, ("languages: [ko]", "languages: [ko, en]"))) == {"untranslated"}
    told = json.loads(_asked(tmp_path, "status", "--on", "2010-06-01", "--format", "json"))
    assert told["measures"][0]["name"] == {"ko": "입항 금지", "en": None}


def test_words_in_a_language_that_is_not_named_are_told(tmp_path: Path) -> None:
    """Every text is checked, and only in what is named."""
    change = ("name: {ko: 입항 금지}", "name: {ko: 입항 금지, en: Port ban}")
    assert _codes(tmp_path, change) == ["unknown-key"]


def test_words_in_the_first_language_must_be_there(tmp_path: Path) -> None:
    """It is what a reader falls back on."""
    changes = (
        ("languages: [ko]", "languages: [ko, en]"),
        ("name: {ko: 입항 금지}", "name: {en: Port ban}"),
    )
    assert "missing-key" in _codes(tmp_path, *changes)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("languages: [ko]", "languages: [ko, ko]"), "duplicate-id"),
        (("languages: [ko]", "languages: []"), "missing-key"),
        (("others: [{id: league", "others: [{id: both"), "duplicate-id"),
        (("others: [{id: league", "others: [{id: coast"), "duplicate-id"),
        (("families: [{id: boats, name: {ko: 배}}]", "families: []"), "missing-key"),
        (
            (
                "families: [{id: boats, name: {ko: 배}}]",
                "families: [{id: boats, name: {ko: 배}}, {id: boats, name: {ko: 배}}]",
            ),
            "duplicate-id",
        ),
        (
            (
                "families: [{id: boats, name: {ko: 배}}]",
                "families: [{id: boats, name: {ko: 배}}, {id: boat-ban, name: {ko: 배}}]",
            ),
            "duplicate-id",
        ),
        (("type: money, unit: {ko: 원}", "type: money"), "missing-key"),
        (("type: money, unit", "type: count, unit"), "unknown-key"),
        (
            ("adopted_local: 2010-05-02", "adopted_local: 2010-05-02, adopted_japan: 2010-05-02"),
            "duplicate-key",
        ),
        (("by: coast", "by: league"), "leg-moves"),
        (("by: coast", "by: islands"), "leg-moves"),
    ],
)
def test_a_programme_that_cannot_be_meant_is_told(
    change: tuple[str, str], code: str, tmp_path: Path
) -> None:
    """Names can be told apart, money has a unit, and only the sender moves its measures."""
    assert code in _codes(tmp_path, change)


def test_both_sides_together_may_move_a_measure(tmp_path: Path) -> None:
    """The sender is one of them."""
    assert _codes(tmp_path, ("by: coast", "by: both")) == []


def test_a_fault_of_the_programme_is_told_once(tmp_path: Path) -> None:
    """Not again wherever one of its names or languages is used."""
    wrong = ("time_zone: Asia/Seoul", "time_zone: Asia/Soul")
    assert _codes(tmp_path, wrong, ("family: boats", "family: ships")) == ["bad-time-zone"]
    assert _codes(tmp_path, ("languages: [ko]", "languages: [Korean]")) == ["bad-language"]


def test_a_second_programme_is_told(tmp_path: Path) -> None:
    """A registry has one."""
    (tmp_path / "two.yaml").write_text(KOREAN[: KOREAN.index("vocabulary:")], encoding="utf-8")
    assert "duplicate-key" in _codes(tmp_path)


def test_own_names_stand_before_the_bundled_ones(tmp_path: Path) -> None:
    """A registry may call a bundled instrument by another name, and use the rest as they are."""
    _read(tmp_path)
    programme = nkj.load(tmp_path).programme
    assert programme.instruments[0].name.words == {"ko": "법률"}
    assert [name.id for name in programme.instruments].count("law") == 1
    assert "notice" in {name.id for name in programme.instruments}


def test_the_local_day_of_a_resolution_is_the_senders(tmp_path: Path) -> None:
    """And it is told as such."""
    _read(tmp_path)
    assert "2010-05-02 in 해안국" in _asked(tmp_path, "show", "landing-2010")
    record = json.loads(_asked(tmp_path, "show", "landing-2010", "--format", "json"))["record"]
    assert record["un"]["adopted_local"] == "2010-05-02"
    assert "adopted_japan" not in record["un"]


def test_a_unit_in_latin_letters_stands_apart_in_japanese(tmp_path: Path) -> None:
    """Where the language sets no space, a figure does not run into the unit."""
    _read(tmp_path, ("unit: {ko: 원}", "unit: {ko: won}"))
    told = _asked(tmp_path, "status", "--on", "2010-06-01", "--lang", "ja")
    assert "5,000 won" in told


def test_the_short_form_of_money_is_yen(tmp_path: Path) -> None:
    """A term of type ``jpy`` needs no unit."""
    assert _read(tmp_path, ("type: money, unit: {ko: 원}", "type: jpy")) == ()
    assert "5,000 yen" in _asked(tmp_path, "status", "--on", "2010-06-01")


def test_today_is_the_day_in_the_programmes_time_zone() -> None:
    """26 hours lie between the first and the last clock of the world: never the same day."""
    first, last = (
        msgspec.structs.replace(
            registry(), programme=msgspec.structs.replace(PROGRAMME, time_zone=zone)
        )
        for zone in ("Pacific/Kiritimati", "Etc/GMT+12")
    )
    assert choices.day_of(first, asking.dated(first, "today")) - choices.day_of(
        last, asking.dated(last, " today ")
    ) in (1, 2)


def test_a_country_that_nobody_named_is_told_by_its_code() -> None:
    """Codes are the world's, names the registry's."""
    from nkj.sheets.phrases import Phrases

    assert Phrases(registry(), words("en")).country("ZZ") == "ZZ"
    assert Phrases(nkj.load(), words("en")).country("CN") == "China"
