"""What the checks of rules see beyond the folders of tests/problems."""

from __future__ import annotations

from pathlib import Path

import nkj
from tests.conftest import FIXTURE
from tests.counting import calls_of

RULES = (FIXTURE / "rules" / "registry.yaml").read_text(encoding="utf-8")


def _codes(text: str, folder: Path) -> list[str]:
    (folder / "one.yaml").write_text(text, encoding="utf-8")
    return [problem.code for problem in nkj.read(folder).problems]


def test_the_general_rule_may_stand_beside_what_a_measure_adds(tmp_path: Path) -> None:
    """A baseline that says something milder is no contradiction."""
    general = (
        "    rules:\n      - conduct: pay\n        verdict: must-report\n        baseline: true\n"
        "        text: {en: always, ja: 常に}\n"
        "        cite: [{source: gazette-2010, for: [verdict]}]\n      - conduct: pay\n"
    )
    before = "    rules:\n      - conduct: pay\n        verdict: forbidden\n"
    assert before in RULES
    text = RULES.replace(before, general + "        verdict: forbidden\n", 1)
    assert _codes(text, tmp_path) == []


def test_a_rule_on_a_term_that_is_never_set_can_never_speak(tmp_path: Path) -> None:
    """A bound that no day has is never met."""
    text = RULES.replace(
        "            since: called_since\n", "            since: baseline.called_since\n"
    )
    assert _codes(text, tmp_path) == ["mute-rule"]


def test_a_fact_has_what_its_type_needs(tmp_path: Path) -> None:
    """Money a unit, a choice values, and nobody else either."""
    unit = "    unit:\n      en: yen\n      ja: 円\n"
    assert unit in RULES
    assert "missing-key" in _codes(RULES.replace(unit, "", 1), tmp_path)
    moved = RULES.replace(
        "  - id: called\n    type: day\n", "  - id: called\n    type: choice\n", 1
    )
    assert "missing-key" in _codes(moved, tmp_path)
    odd = RULES.replace("    type: day\n", f"    type: day\n{unit}", 1)
    assert "unknown-key" in _codes(odd, tmp_path)


def test_an_id_of_a_fact_or_conduct_stands_once(tmp_path: Path) -> None:
    """A second one is told with the first."""
    assert "duplicate-id" in _codes(RULES.replace("- id: call\n", "- id: pay\n", 1), tmp_path)
    assert "duplicate-id" in _codes(RULES.replace("- id: called\n", "- id: yen\n", 1), tmp_path)


def test_words_name_terms_that_there_are(tmp_path: Path) -> None:
    """A figure that nobody fills in is told where it stands."""
    text = RULES.replace("above {report_above_jpy}", "above {report_abov_jpy}", 1)
    assert _codes(text, tmp_path) == ["undefined-term"]


def test_many_bounds_are_refused_and_little_work(tmp_path: Path) -> None:
    """What would take for ever to answer is told instead."""
    many = 400
    facts = "".join(
        f"  - {{id: f{n}, type: money, name: {{en: f, ja: f}}, unit: {{en: u, ja: u}}}}\n"
        for n in range(2)
    )
    rule = (
        "      - {{conduct: pay, verdict: discouraged, "
        "when: {{f0: {{above: {n}}}, f1: {{above: {n}}}}}, "
        "text: {{en: t, ja: t}}, cite: [{{source: gazette-2010, for: [verdict, when]}}]}}\n"
    )
    rules = "".join(rule.format(n=n) for n in range(many))
    text = RULES.replace("facts:\n", f"facts:\n{facts}", 1)
    text = text.replace("facts: [yen, purpose]", "facts: [yen, purpose, f0, f1]", 1)
    text = text.replace(
        "    rules:\n      - conduct: pay\n", f"    rules:\n{rules}      - conduct: pay\n", 1
    )
    told: list[str] = []
    calls = calls_of(lambda: told.extend(_codes(text, tmp_path)))
    assert "too-many-answers" in told
    assert calls < 12_000_000
