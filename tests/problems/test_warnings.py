"""What is no contradiction, and yet not so: each of these is told as a warning, and its sound twin
is not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import nkj

SOUND = (Path(__file__).parent / "sound.yaml").read_text(encoding="utf-8")
CITE = "cite: [{{source: gazette-2010, for: [{}]}}]"
VOCABULARY = """\
vocabulary:
  - {id: up_to, type: count, name: {en: up to, ja: 上限}, stricter: lower}
  - {id: span, type: count, name: {en: span, ja: 期間}}
  - {id: goods, type: list, name: {en: goods, ja: 貨物}, stricter: more, values: [
      {id: coal, name: {en: coal, ja: 石炭}}, {id: iron, name: {en: iron, ja: 鉄}}]}
"""


def _told(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    reading = nkj.read(tmp_path / "one.yaml")
    assert reading.registry is not None, reading.problems
    return [problem.code for problem in reading.problems]


def _life(*events: str, more: str = "") -> str:
    """A registry of one measure with these events, flow style."""
    listed = "".join(f"      - {{id: e{n}, {event}}}\n" for n, event in enumerate(events))
    return (
        "measures:\n  - id: ban\n    family: trade\n    kind: licence\n    name: {en: a, ja: a}\n"
        f"    events:\n{listed}"
        "sources: [{id: gazette-2010, kind: primary, publisher: P, title: T}]\n" + more
    )


def _event(words: str) -> str:
    """An event with its keys cited."""
    known = ("in_force", "decided", "until", "terms", "added", "occurred")
    return f"{words}, {CITE.format(', '.join(key for key in known if f'{key}:' in words))}"


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("until: 2010-12-31", "until: 2011-12-31", []),
        ("until: 2010-12-31", "until: none", []),
        ("until: 2010-12-31", "until: 2010-12-31", ["odd-extension"]),
        ("until: 2010-12-31", "until: 2010-12-30", ["odd-extension"]),
        ("until: 2010-12-31", "until: 2010-12", []),
        ("until: none", "until: 2011-12-31", ["odd-extension"]),
        ("until: none", "until: none", ["odd-extension"]),
    ],
)
def test_an_extension_moves_the_end_on(
    first: str, second: str, codes: list[str], tmp_path: Path
) -> None:
    """It neither shortens, nor closes an open end, nor leaves it where it is."""
    events = (
        _event(f"event: imposed, in_force: 2010-01-01, {first}"),
        _event(f"event: extended, decided: 2010-06-01, {second}"),
    )
    assert _told(tmp_path, _life(*events)) == codes


@pytest.mark.parametrize(
    ("kind", "terms", "codes"),
    [
        ("tightened", "", ["no-change"]),
        ("tightened", ", terms: {up_to: 10, goods: [coal]}", ["no-change"]),
        ("eased", ", until: 2011-01-01", ["no-change"]),
        ("tightened", ", added: {entities: 1}", []),
        ("tightened", ", added: {entities: 0}", ["no-change"]),
        ("tightened", ", terms: {up_to: 9, goods: [coal]}", []),
        ("tightened", ", terms: {up_to: 11, goods: [coal]}", ["opposite-direction"]),
        ("eased", ", terms: {up_to: 11, goods: [coal]}", []),
        ("eased", ", terms: {up_to: 10, goods: [coal, iron]}", ["opposite-direction"]),
        ("eased", ", terms: {up_to: 11, goods: [coal, iron]}", []),
        ("eased", ", terms: {up_to: 10, goods: [coal], span: 3}", []),
    ],
)
def test_what_is_called_tighter_is_tighter(
    kind: str, terms: str, codes: list[str], tmp_path: Path
) -> None:
    """As far as the vocabulary says, and something does change."""
    events = (
        _event("event: imposed, in_force: 2010-01-01, terms: {up_to: 10, goods: [coal]}"),
        _event(f"event: {kind}, in_force: 2010-06-01{terms}"),
    )
    assert _told(tmp_path, _life(*events, more=VOCABULARY)) == codes


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        ("announced: 2010-01-01, decided: 2010-01-02, in_force: 2010-01-03", []),
        ("decided: 2010-01-04, in_force: 2010-01-03", ["dates-disagree"]),
        ("decided: 2010-01-01, in_force: 2010-01-03, until: 2010-01-02", ["dates-disagree"]),
        ("decided: 2010-01-02, promulgated: 2010-01-01", ["dates-disagree"]),
    ],
)
def test_the_days_of_a_decision_run_forwards(days: str, codes: list[str], tmp_path: Path) -> None:
    """Told once, at the decision, and not again at each event that inherits them."""
    supported = [day.split(":")[0] for day in days.split(", ")]
    decision = (
        f"decisions: [{{id: act, name: {{en: a, ja: a}}, {days}, "
        f"{CITE.format(', '.join(supported))}}}]\n"
    )
    events = ("event: imposed, decision: act, until: 2012-01-01, inferred: [until]",)
    assert _told(tmp_path, _life(*events, more=decision)) == codes


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (
            (
                "    concerns: [port-ban]\n    parts",
                "    concerns: [port-ban, port-ban]\n    parts",
            ),
            1,
        ),
        (("for: [value]", "for: [value, value]"), 1),
        (("for: [agreed]\n", "for: [agreed]\n    inferred: [outcome, outcome]\n"), 1),
        (("for: [agreed]", "for: [agreed, outcome]"), 0),
    ],
)
def test_one_name_once_in_a_list(change: tuple[str, str], code: int, tmp_path: Path) -> None:
    """Ids and names of fields alike."""
    assert change[0] in SOUND
    assert _told(tmp_path, SOUND.replace(*change, 1)) == ["listed-twice"] * code


def test_what_an_event_inherits_is_there(tmp_path: Path) -> None:
    """A citation may support what stands on the decision, on the measure, or on its events."""
    act = "decisions: [{id: act, name: {en: a, ja: a}, decided: 2010-01-01, %s}]\n"
    event = f"event: imposed, decision: act, {CITE.format('decided, legal_basis')}"
    text = _life(
        event, more=act % CITE.format("decided, event") + "laws: [{id: x, name: {en: x, ja: x}}]\n"
    )
    assert _told(tmp_path, text) == ["absent-field"]
    text = text.replace("    events:\n", "    legal_basis: [x-1]\n    events:\n")
    assert _told(tmp_path, text) == []
    text = text.replace("decided, event]", "decided, terms]")
    assert _told(tmp_path, text) == ["absent-field"]


def test_a_later_source_may_stand_beside_an_older_one(tmp_path: Path) -> None:
    """Only a day for which nothing but older sources is cited is told; a plan may be cited too."""
    sources = (
        "[{id: before, kind: primary, publisher: P, title: T, published: 2010-05-31}, "
        "{id: on-the-day, kind: primary, publisher: P, title: T, published: 2010-06}]"
    )
    imposed = f"event: imposed, in_force: 2010-01-01, {CITE.format('in_force')}"
    noted = "event: noted, occurred: 2010-06-01, cite: [{source: before, for: [occurred]}%s]"
    for also, codes in (
        ("", ["older-source"]),
        (", {source: on-the-day, for: [occurred]}", []),
    ):
        text = _life(imposed, noted % also).replace("sources: [", f"sources: {sources[:-1]}, ")
        text = text.replace("[occurred]}]", "[occurred]}, {source: on-the-day, for: [event]}]")
        assert _told(tmp_path, text) == codes
