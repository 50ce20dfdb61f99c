"""Pictures as a graphics desk would look at them: nothing meets, nothing is cut, grey is enough."""

from __future__ import annotations

import datetime as dt
import random
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import nkj
from nkj import pictures
from nkj.model import Registry
from nkj.pictures import canvas, letters
from tests.conftest import FIXTURE, ROOT

EXPECTED = Path(__file__).parent / "expected"
NARROW: dict[str, Any] = {"width": 860, "first": "2013", "last": "2016"}
ALL = pytest.mark.parametrize("name", pictures.PICTURES)
BOTH = pytest.mark.parametrize("lang", ["en", "ja"])


@ALL
@BOTH
@pytest.mark.parametrize("settings", [{}, {"width": 860}, NARROW, {"origin": "all"}])
def test_no_text_meets_another_or_leaves_the_sheet(
    settings: dict[str, Any], lang: str, name: str, bundled: Registry
) -> None:
    """In both languages, at two sizes, whole and cut."""
    drawn = pictures.draw(bundled, name, pictures.Asked(lang=lang, **settings)).canvas
    sheet = canvas.Box(0, 0, drawn.width, drawn.height)
    for one in drawn.texts:
        box = one.box
        outermost = (min(box.left, 0), min(box.top, 0), max(box.right, sheet.right))
        assert (*outermost, max(box.bottom, sheet.bottom)) == sheet, one.text
    met = [(a.text, b.text) for a, b in combinations(drawn.texts, 2) if a.box.meets(b.box)]
    assert met == []


def _light(colour: str) -> float:
    """How light a colour is, as WCAG counts it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, two: str) -> float:
    lighter, darker = sorted((_light(one), _light(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@ALL
def test_every_text_can_be_read(name: str, bundled: Registry) -> None:
    """By arithmetic, on white and on the pale band: 4.5 to 1, and no letter smaller than 11."""
    drawn = pictures.draw(bundled, name, pictures.Asked()).canvas
    for one in drawn.texts:
        assert _contrast(one.colour, one.ground) >= 4.5, one
        assert _contrast(one.colour, canvas.BAND) >= 4.5, one
        assert one.size >= 11
    for colour in canvas.FAMILIES:
        assert _contrast(colour, canvas.PAPER) >= 4.5


@ALL
def test_every_letter_is_in_the_font(name: str, bundled: Registry) -> None:
    """No machine draws an empty box."""
    for lang in ("en", "ja"):
        drawn = pictures.draw(bundled, name, pictures.Asked(lang=lang)).canvas
        told = "".join(one.text for one in drawn.texts)
        assert set(told) <= letters.known()


@BOTH
def test_the_bars_are_what_status_says(lang: str, bundled: Registry) -> None:
    """On random days each measure is drawn in the state of ``nkj.status``, or not at all."""
    drawn = pictures.draw(bundled, "timeline", pictures.Asked(lang=lang)).rows
    chance = random.Random(12)
    first, last = dt.date(2004, 1, 1).toordinal(), dt.date(2026, 2, 16).toordinal()
    for day in [dt.date.fromordinal(chance.randint(first, last)) for _ in range(100)]:
        shown = {
            row["id"]: row["state"]
            for row in drawn
            if row["row"] == "measure"
            if row["first_day"] <= f"{day}" <= (row["last_day"] or "9999-12-31")
        }
        hidden = ("lifted", "lapsed", "superseded", "not-yet-imposed")
        answer = nkj.status(bundled, day).measures
        assert shown == {row.id: row.state for row in answer if row.state not in hidden}


def test_evidence_that_reaches_further_is_drawn_further(bundled: Registry) -> None:
    """A measure with a later day of its own is known until then, not until the registry's."""
    drawn = pictures.draw(bundled, "timeline", pictures.Asked()).rows
    ends = [row["last_day"] for row in drawn if row["id"] == "asset-freeze-own"]
    assert ends == ["2026-10-09", ""]
    assert {row["last_day"] for row in drawn if row["id"] == "payment-ban"} == {"2026-02-16", ""}


def test_a_grey_print_loses_nothing(bundled: Registry) -> None:
    """By lightness alone each mark of the key differs from every other."""
    from nkj.pictures import timeline

    marks = []
    for item in timeline.KEY:
        drawing = timeline.Timeline(bundled, pictures.Asked())
        drawing.key_mark(item, 0, 0, "#4a4a4a")
        _, _, mark = drawing.canvas.svg("", "", "en").partition('fill="#ffffff"/>')
        marks.append(re.sub("#[0-9a-f]{6}", lambda found: f"{_light(found[0]):.1f}", mark))
    assert len(set(marks)) == len(marks)


@ALL
@BOTH
def test_the_same_bytes_each_time(lang: str, name: str, update: bool) -> None:
    """A picture of the frozen registry, its font left out, is as it was."""
    registry = nkj.load(FIXTURE)
    svg = pictures.draw(registry, name, pictures.Asked(lang=lang)).svg
    made = re.sub(r"<style>.*?</style>", "<style></style>", svg, flags=re.S)
    made = made.replace(registry.hash[:8], "hash")  # it changes with what every registry takes over
    place = EXPECTED / f"{name}-{lang}.svg"
    if update:
        EXPECTED.mkdir(exist_ok=True)
        place.write_text(made, encoding="utf-8")
    assert made == place.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_typeset_pictures_are_the_same_each_time(form: str) -> None:
    """The extra gives the same bytes twice, with our own letters."""
    pytest.importorskip("typst", reason="typst is not installed (the extra pictures)")
    picture = pictures.draw(nkj.load(FIXTURE), "timeline", pictures.Asked(lang="ja"))
    made = pictures.written(picture, form)
    assert made == pictures.written(picture, form)
    assert made.startswith({"png": b"\x89PNG", "pdf": b"%PDF"}[form])
    if form == "pdf":
        assert b"NotoSansJP" in made


def test_a_foreign_registry_has_its_own_names() -> None:
    """No word of a picture names a country that the registry does not."""
    registry = nkj.load(ROOT / "tests" / "foreign")
    for name in pictures.PICTURES:
        drawn = pictures.draw(registry, name, pictures.Asked()).canvas
        told = " ".join(one.text for one in drawn.texts)
        assert "Japan" not in told
        assert drawn.texts


def test_the_fonts_bring_their_licence() -> None:
    """The Open Font License stands beside them, and they hold what the registry's names need."""
    from subset_fonts import characters

    place = ROOT / "nkj" / "pictures" / "fonts"
    assert "SIL OPEN FONT LICENSE Version 1.1" in (place / "OFL.txt").read_text(encoding="utf-8")
    missing = characters(nkj.load(ROOT / "data")) - letters.known()
    assert missing == set(), "run subset_fonts.py again"


def test_lines_are_cut_where_they_may_be() -> None:
    """At spaces, between Japanese letters, and never before a closing mark."""
    assert letters.lines("one two three", 12, letters.width("one two", 12)) == ["one two", "three"]
    cut = letters.lines("日本語。日本語。", 10, 35)
    assert "".join(cut) == "日本語。日本語。"
    assert not any(line.startswith("。") for line in cut)
