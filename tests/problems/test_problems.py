"""Each code has a folder: a bad file, the exact text it gives, and why. docs/problems.md is made
from them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import nkj
from nkj.problems import CODES
from nkj.sheets import problems as view
from tests.counting import calls_of

HERE = Path(__file__).parent
DOCS = HERE.parent.parent / "docs" / "problems.md"


def _told(code: str, monkeypatch: pytest.MonkeyPatch) -> tuple[set[str], str]:
    monkeypatch.chdir(HERE / code)
    reading = nkj.read("bad.yaml")
    return {problem.code for problem in reading.problems}, view.render(reading.problems)


@pytest.mark.parametrize("code", sorted(set(CODES) - {"too-large", "too-many", "more-warnings"}))
def test_bad_file_gives_exactly_its_problem(
    code: str, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bad file gives its code, at the right place, with the text that the docs show."""
    codes, text = _told(code, monkeypatch)
    expected = HERE / code / "expected.txt"
    if update:
        expected.write_text(text, encoding="utf-8")
    assert codes == {code}
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("limit", ["MAX_BYTES", "MAX_NODES"])
def test_too_large(limit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry above a limit is refused where it passes it, over all its files."""
    monkeypatch.setattr(f"nkj.registry.nodes.{limit}", 14)
    (tmp_path / "a.yaml").write_text("laws: []\n")
    (tmp_path / "b.yaml").write_text("sources: [{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}]\n")
    (problem,) = (p for p in nkj.read(tmp_path).problems if p.code == "too-large")
    assert problem.location.file.endswith("b.yaml")


def test_too_many(tmp_path: Path) -> None:
    """After 5,000 problems reading stops and says so; a long line of faults takes no long time."""
    (tmp_path / "bad.yaml").write_text(
        "measures: [" + "{a: é}, " * 40_000 + "]\n", encoding="utf-8"
    )
    told = nkj.read(tmp_path / "bad.yaml").problems
    assert "too-many" in {p.code for p in told}
    assert len(told) <= 5_001
    assert len(view.render(told)) < 3_000_000


def test_more_warnings_than_anybody_reads(tmp_path: Path) -> None:
    """5,000 are told and that there are more; the registry is good all the same."""
    source = "  - {{id: s-{}, kind: primary, publisher: P, title: T}}\n"
    sound = (HERE / "sound.yaml").read_text(encoding="utf-8")
    unused = "".join(source.format(n) for n in range(5_001))
    text = sound.replace("sources:\n", f"sources:\n{unused}", 1)
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")
    reading = nkj.read(tmp_path / "odd.yaml")
    assert reading.registry is not None
    assert [p.code for p in reading.problems] == ["unused-source"] * 5_000 + ["more-warnings"]


def test_many_broken_links_are_little_work(tmp_path: Path) -> None:
    """Near ids are looked for only for the first few."""
    cites = "".join(
        f"          - source: s-{n}-x\n            for: [in_force]\n" for n in range(1_500)
    )
    sources = "".join(
        f"  - {{id: s-{n}, kind: primary, publisher: P, title: T}}\n" for n in range(1_500)
    )
    sound = (HERE / "sound.yaml").read_text(encoding="utf-8")
    text = sound.replace("sources:\n", "sources:\n" + sources, 1) + cites
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    told: list[nkj.Problem] = []
    calls = calls_of(lambda: told.extend(nkj.read(tmp_path / "bad.yaml").problems))
    assert sum(problem.code == "undefined-source" for problem in told) == 1_500
    assert calls < 4_000_000


def test_one_measure_twice_and_a_checkpoint(tmp_path: Path) -> None:
    """Of a measure that stands twice nobody knows which one a checkpoint speaks of: the id is told,
    and nothing that follows from it.
    """
    measure = "  - {id: a, family: trade, kind: licence, name: {en: a}, events: [%s]}\n"
    event = "{id: e, event: imposed, in_force: 2009, cite: [{source: s, for: [in_force]}]}"
    (tmp_path / "bad.yaml").write_text(
        "measures:\n"
        + measure % ""
        + measure % event
        + "sources: [{id: s, kind: primary, publisher: p, title: t}]\n"
        "checkpoints: [{id: c, on: 2012, expect: [{measure: a, state: lifted}], "
        "cite: [{source: s, for: [expect]}]}]\n"
    )
    told = nkj.read(tmp_path / "bad.yaml").problems
    assert [p.code for p in told if p.severity == "error"] == ["duplicate-id"]


def test_the_file_they_are_made_from_is_sound() -> None:
    """Without its fault, the file has no problem at all."""
    assert nkj.read(HERE / "sound.yaml").problems == ()


def test_every_problem_of_every_file_is_told_in_one_run(tmp_path: Path) -> None:
    """Faults in several files and of several kinds come together, sorted by place."""
    (tmp_path / "a.yaml").write_text("measures:\n  - id: A\n    family: port\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(
        "sources:\n  - id: s\n    kind: x\n    kind: y\n", encoding="utf-8"
    )
    told = nkj.read(tmp_path).problems
    assert {p.code for p in told} >= {"bad-id", "bad-value", "missing-key", "duplicate-key"}
    assert [p.location[:3] for p in told] == sorted(p.location[:3] for p in told)
    assert len({p.location.file for p in told}) == 2


def test_docs_are_made_from_the_folders(update: bool) -> None:
    """docs/problems.md is exactly what the folders say."""
    parts = [
        "# Problems\n\nEvery code that `nkj validate` can give, "
        "with a file that has it and what is printed.\n"
        "Made from the folders under `tests/problems/` by `pytest tests/problems --update`.\n"
    ]
    for code in sorted(CODES):
        about = (HERE / code / "about.md").read_text(encoding="utf-8").strip()
        parts.append(f"## {code}\n\n{about}\n")
        expected = HERE / code / "expected.txt"
        if expected.exists():
            parts.append(f"```text\n{expected.read_text(encoding='utf-8')}```\n")
    text = "\n".join(parts)
    if update:
        DOCS.parent.mkdir(exist_ok=True)
        DOCS.write_text(text, encoding="utf-8")
    assert DOCS.read_text(encoding="utf-8") == text


def test_every_folder_is_a_code() -> None:
    """No folder is left behind by a code that is gone."""
    assert {p.name for p in HERE.iterdir() if p.is_dir() and not p.name.startswith("_")} == set(
        CODES
    )


@pytest.mark.parametrize(
    ("terms", "holds"),
    [("{}", True), ("{report_above_jpy: 1}", True), ("{report_above_jpy: 2}", False)],
)
def test_a_checkpoint_tests_the_terms_that_it_states(
    terms: str, holds: bool, tmp_path: Path
) -> None:
    """A statement that speaks of some terms says nothing of the others."""
    two = "terms: {report_above_jpy: 1, items: 3}"
    event = (
        f"{{id: e, event: imposed, in_force: 2009, {two}, "
        "cite: [{source: s, for: [in_force, terms]}]}"
    )
    (tmp_path / "one.yaml").write_text(
        "measures: [{id: a, family: trade, kind: licence, "
        f"name: {{en: a, ja: a}}, events: [{event}]}}]\n"
        "sources: [{id: s, kind: primary, publisher: p, title: t}]\n"
        f"checkpoints: [{{id: c, on: 2012, expect: [{{measure: a, terms: {terms}}}], "
        "cite: [{source: s, for: [expect]}]}]\n"
    )
    assert [p.code for p in nkj.read(tmp_path / "one.yaml").problems] == (
        [] if holds else ["failed-checkpoint"]
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("outcome: not-due\n", "outcome: performed\n"), "leg-outcome"),
        (("outcome: not-due\n", "outcome: not-due\n        reversed: 2010-06-01\n"), "leg-outcome"),
        (
            (
                "outcome: not-due\n",
                "performed: 2010-06-01\n        reversed: 2011-01-01\n        outcome: performed\n",
            ),
            "leg-outcome",
        ),
        (("concerns: [port-ban]\n", "moves: [port-ban-2010, port-ban-2010]\n"), "leg-moves"),
        (
            (
                "concerns: [port-ban]\n",
                "moves: [port-ban-2010]\n        moved_back:\n          - port-ban-2010\n",
            ),
            "leg-moves",
        ),
        (("by: japan\n", "by: dprk\n"), "leg-return"),
        (("agreed: 2010-01-10\n", "agreed: 2010-01-10\n    ended: 2009-01-01\n"), "dates-disagree"),
    ],
)
def test_an_impossible_exchange_is_told(change: tuple[str, str], code: str, tmp_path: Path) -> None:
    """Each of these contradicts itself."""
    text = (HERE / "sound.yaml").read_text(encoding="utf-8")
    assert change[0] in text
    (tmp_path / "bad.yaml").write_text(text.replace(*change, 1), encoding="utf-8")
    assert code in {problem.code for problem in nkj.read(tmp_path / "bad.yaml").problems}


def test_an_exchange_without_legs_is_none(tmp_path: Path) -> None:
    """An exchange has at least one undertaking."""
    text = (HERE / "sound.yaml").read_text(encoding="utf-8")
    head = text[: text.index("    legs:\n", text.index("exchanges:"))]
    (tmp_path / "bad.yaml").write_text(head + "    legs: []\n", encoding="utf-8")
    assert [problem.code for problem in nkj.read(tmp_path / "bad.yaml").problems] == ["missing-key"]


@pytest.mark.parametrize(
    ("until", "codes"), [("", {"missing-date"}), ("        until: 2011-05-01\n", set())]
)
def test_an_extension_without_a_day_needs_an_end_to_move(
    until: str, codes: set[str], tmp_path: Path
) -> None:
    """It counts from that end; where the term is open there is none."""
    text = (
        (HERE / "sound.yaml")
        .read_text(encoding="utf-8")
        .replace("        decided: 2011-04-01\n", "")
        .replace("for: [decided, until]", "for: [until]")
    )
    text = text.replace("        until: 2011-05-01\n", until).replace(
        "for: [in_force, until]", "for: [in_force]" if not until else "for: [in_force, until]"
    )
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    assert {p.code for p in nkj.read(tmp_path / "one.yaml").problems} == codes
