"""One fault is told once: nothing is told that would be gone once the fault is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

import nkj

SOUND = (Path(__file__).parent / "sound.yaml").read_text(encoding="utf-8")
MORE = """\
decisions:
  - id: act-2013
    name: {en: Act of 2013, ja: 2013年の決定}
    decided: 2013-04-01
    in_force: 2013-05-01
    cite: [{source: gazette-2010, for: [decided, in_force]}]
vocabulary:
  - {id: up_to, type: count, name: {en: up to, ja: 上限}}
checkpoints:
  - id: notice-2011
    on: 2011-06-01
    expect: [{measure: port-ban, state: in-force, until: 2012-05-01}]
    cite: [{source: paper-2010, for: [expect]}]
"""
REIMPOSED = """\
      - id: port-ban-2013
        event: reimposed
        decision: act-2013
        terms: {up_to: 10}
        cite: [{source: paper-2010, for: [terms]}]
"""
BASE = SOUND.replace("exchanges:\n", REIMPOSED + "exchanges:\n", 1) + MORE


def _told(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    return [problem.code for problem in nkj.read(tmp_path / "bad.yaml").problems]


def test_the_base_is_sound(tmp_path: Path) -> None:
    """So that what is told below comes from the fault."""
    assert _told(tmp_path, BASE) == []


FAULTS: dict[str, tuple[str, str, str]] = {
    "an id that is none, used everywhere": ("gazette-2010", "Gazette_2010", "bad-id"),
    "a source of no kind": ("kind: secondary\n", "kind: secundary\n", "bad-value"),
    "a key of a source": ("publisher: Paper", "publsher: Paper", "unknown-key"),
    "the id of a source": ("  - id: paper-2010\n", "  - ids: paper-2010\n", "unknown-key"),
    "a source without a title": ("    title: Report of 2010\n", "", "missing-key"),
    "the name of a section": ("sources:\n", "sorces:\n", "unknown-key"),
    "the name of a section that nobody guesses": ("sources:\n", "quellen:\n", "unknown-key"),
    "a section that is no list": (
        SOUND[SOUND.index("laws:") : SOUND.index("measures:")],
        "laws: trade-act\n",
        "wrong-shape",
    ),
    "a day of a decision": ("decided: 2013-04-01", "decided: 2013-04-31", "bad-date"),
    "no such decision": ("decision: act-2013", "decision: other-act", "undefined-decision"),
    "a key of an event": ("event: imposed", "evnt: imposed", "unknown-key"),
    "a measure of no family": ("family: ports\n", "family: harbours\n", "undefined-family"),
    "a measure without a kind": ("    kind: prohibition\n", "", "missing-key"),
    "an end before its beginning": ("until: 2011-05-01", "until: 2001-05-01", "early-end"),
    "an event without a day": ("        decision: act-2013\n", "", "missing-date"),
    "an event at the wrong place": ("decided: 2011-04-01", "decided: 2010-04-01", "out-of-order"),
    "a leg without an outcome": ("        outcome: not-performed\n", "", "missing-key"),
    "a term of no type": ("type: count", "type: number", "bad-value"),
    "a day of the coverage": ("verified_from: 2004-01-01", "verified_from: 2014-99", "bad-date"),
    "a merge key": ("        event: imposed\n", "        <<: {event: imposed}\n", "merge-key"),
    "an alias": ("        event: imposed\n", "        event: *imposed\n", "alias"),
    "a part of an indicator": ("      - id: ferries\n", "      - id: Ferries\n", "bad-id"),
    "a source that is not there": (
        "for: [in_force, until]\n          - source: paper-2010\n",
        "for: [in_force, until]\n          - source: paper-2011\n",
        "undefined-source",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_told_once(name: str, tmp_path: Path) -> None:
    """A key, an id, a day or a whole section with a fault hides what follows from it."""
    old, new, code = FAULTS[name]
    assert old in BASE
    everywhere = -1 if name.endswith("everywhere") else 1
    assert _told(tmp_path, BASE.replace(old, new, everywhere)) == [code]


def test_confidence_is_not_judged_without_the_sources(tmp_path: Path) -> None:
    """An event called confirmed, whose primary source is misspelt, is not told to be doubtful."""
    text = BASE.replace("event: imposed\n", "event: imposed\n        confidence: confirmed\n", 1)
    assert _told(tmp_path, text) == []
    text = text.replace("- source: gazette-2010", "- source: gazzette-2010", 1)
    assert _told(tmp_path, text) == ["undefined-source"]


def test_the_first_of_a_life_is_told(tmp_path: Path) -> None:
    """After an event that cannot be, no other of the measure is judged, nor any statement on it."""
    text = BASE.replace("event: imposed\n", "event: reimposed\n", 1)
    assert _told(tmp_path, text) == ["not-in-force"]


HINTS = {
    "legal_basis: [trade-act-3]": ("legal_basis: trade-act-3", "square brackets"),
    "    undertaking:\n          en: open the files\n          ja: 記録の公開\n": (
        "    undertaking: open the files\n",
        "en, ja",
    ),
    "title: Notice of 2010": ("title: [Notice of 2010]", "Only one value"),
    "title: Report of 2010": ("title: {Report: of 2010}", "quotes"),
    "agreed: 2010-01-10": ("agreed:", "Write a value"),
    "coverage:\n  verified_from: 2004-01-01\n  verified_through: 2020-12-31\n": (
        "coverage:\n  - verified_from: 2004-01-01\n    verified_through: 2020-12-31\n",
        "verified_from",
    ),
    "    parts:\n      - id: ferries\n        name:\n": (
        "    parts:\n        id: ferries\n        name:\n",
        "'- ' before its first key",
    ),
}


@pytest.mark.parametrize("old", HINTS)
def test_a_wrong_shape_says_what_to_write(old: str, tmp_path: Path) -> None:
    """The hint names the form, and the keys where keys are meant."""
    new, hint = HINTS[old]
    assert old in BASE
    (tmp_path / "bad.yaml").write_text(BASE.replace(old, new, 1), encoding="utf-8")
    (problem,) = nkj.read(tmp_path / "bad.yaml").problems
    assert problem.code == "wrong-shape"
    assert hint in problem.hint()
    assert problem.hint("ja") != problem.hint()


@pytest.mark.parametrize(
    ("expected", "says", "gives"),
    [
        ("state: lifted", "lifted", "in force"),
        ("in_force: false", "not in force", "in force"),
        ("until: 2011-05-01", "the last day 2011-05-01", "the last day 2012-05-01"),
        ("terms: {up_to: 10_000}", "up_to: 10_000", "no up_to"),
    ],
)
def test_a_statement_that_fails_is_told_in_words(
    expected: str, says: str, gives: str, tmp_path: Path
) -> None:
    """Each field at its place, as it is said or written in a file."""
    text = BASE.replace("state: in-force, until: 2012-05-01", expected, 1)
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    (problem,) = nkj.read(tmp_path / "bad.yaml").problems
    assert problem.code == "failed-checkpoint"
    assert f"it says {says}, the events give {gives}" in problem.message()
    assert problem.location.excerpt[problem.location.column - 1 :].startswith(
        expected.split(": ", 1)[1]
    )


def test_half_alike_is_another_word(tmp_path: Path) -> None:
    """What is like ``suspended`` is no slip for ``superseded``, nor is anything half like it."""
    for word, near in (
        ("suspend", "Did you mean 'suspended'?"),
        ("suppressed", ""),
        ("superceded", "Did you mean 'superseded'?"),
    ):
        text = BASE.replace("event: extended", f"event: {word}", 1)
        (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
        (problem,) = nkj.read(tmp_path / "bad.yaml").problems
        assert problem.hint().startswith(near or "Allowed")


PLACES = {
    "a term": ("terms: {up_to: 10}", 'terms: {note: "%s"}'),
    "a title": ("title: Notice of 2010", 'title: "%s"'),
    "a publisher": ("publisher: Gazette", 'publisher: "%s"'),
    "an address": ("title: Notice of 2010", 'title: T\n    url: "http://%s"'),
    "a party": (
        "decision: act-2013",
        'decision: act-2013\n        designations: [{type: entity, name: "%s"}]',
    ),
    "a note": ("open the files", '"%s"'),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("escape", ["\\r", "\\e[2K", "\\x08", "\\u202e", "\\x85", "\\0"])
def test_no_value_holds_a_control(place: str, escape: str, tmp_path: Path) -> None:
    """Whatever a terminal would obey is refused on reading, also as an escape in double quotes."""
    old, new = PLACES[place]
    assert old in BASE
    text = BASE.replace(old, new % f"lapsed{escape}lifted", 1).replace(
        "vocabulary:\n", "vocabulary:\n  - {id: note, type: text, name: {en: n, ja: n}}\n"
    )
    assert _told(tmp_path, text) == ["forbidden-character"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("escape", ["\\n", "\\t"])
def test_what_stands_in_one_cell_has_one_line(place: str, escape: str, tmp_path: Path) -> None:
    """Only notes and other texts for people may have several lines."""
    old, new = PLACES[place]
    text = BASE.replace(old, new % f"one{escape}two", 1).replace(
        "vocabulary:\n", "vocabulary:\n  - {id: note, type: text, name: {en: n, ja: n}}\n"
    )
    assert _told(tmp_path, text) == ([] if place == "a note" else ["forbidden-character"])
