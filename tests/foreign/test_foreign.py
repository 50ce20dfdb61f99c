"""Another sender's registry in every command, format and language; no word of the bundled one's.

`pytest --update` rewrites the files in `expected/`; read them before you commit them.
"""

from __future__ import annotations

import ast
import contextlib
import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import nkj
from nkj.cli.app import COMMANDS, app, run
from nkj.formats import FORMATS
from nkj.problems import RegistryNotFound, WrongUsage
from nkj.registry.editing.dictionary import KEYS
from nkj.wording import help_texts
from nkj.wording.en import labels as en
from nkj.wording.en import problems as en_problems
from nkj.wording.ja import labels as ja
from nkj.wording.ja import problems as ja_problems
from tests.conftest import ROOT

FOREIGN = ROOT / "tests" / "foreign"
EXPECTED = FOREIGN / "expected"
QUESTIONS = {
    "status": "status --on 2012-01-01 --origin all --explain",
    "status-own": "status --on 2016-02-11",
    "status-not-known": "status --on 2007",
    "history": "history --origin all",
    "diff": "diff 2010 2024 --all",
    "timeline": "timeline",
    "timeline-bars": "timeline --bars",
    "exchanges": "exchanges",
    "exchanges-kaesong": "exchanges kaesong-2013",
    "exchanges-rajin": "exchanges rajin-2013",
    "ask": "ask --on 2016",
    "parties": "parties --on 2016",
    "parties-name": "parties global interface --on 2015-06-25",
    "sources": "sources",
    "deadlines": "deadlines 2012 --origin all",
    "search": "search aid",
    "list": "list",
    "list-decisions": "list decisions",
    "cite-measure": "cite own-list --on 2016-02-11",
    "cite-leg": "cite rajin-2013/r1 --on 2020",
    "show-measure": "show own-list",
    "show-event": "show own-list-2015-06-26",
    "show-decision": "show may-24-2010",
    "show-occasion": "show nuclear-test-2016-09",
    "show-own-kind-of-occasion": "show shooting-2008",
    "show-leg": "show rajin-2013/r1",
    "show-indicator": "show aid-approved",
    "show-law": "show foreign-exchange-act",
    "show-party": "show tsai-hsein-tai",
    "show-source": "show address-2010-05-24",
    "show-checkpoint": "show check-2018-10-10",
    "validate": "validate --strict --evidence",
}
ENDINGS = {
    "table": "txt",
    "plain": "plain",
    "csv": "csv",
    "markdown": "md",
    "html": "html",
    "json": "json",
}
#: Commands that write a file of their own form.
FILES = (
    "page -o -",
    "chart timeline -o -",
    "chart ladder -o -",
    "export json -o -",
    "receipt -- status --on 2012-01-01",
)
MISTAKES = (
    "status --on yesterday",
    "status --on nuclear-test-2015",
    "status --on 2016-02-30",
    "status --on nuclear-test-2016-09",
    "status --on 2016 --measure remittances",
    "status --on 2016 --measure un-list*",
    "status --on 2016 --origin own",
    "status --on 2016 --format yaml",
    "diff 2016",
    "diff before: 2016",
    "exchanges stockholm-2014",
    "exchanges kaesong-2013/s1",
    "exchanges trade-ban",
    "show entry-ban-nationals",
    "parties --list remittances",
    "parties --type ship",
    "sources mof-*",
    "sources --kind official",
    "validate nowhere",
    "format nowhere",
    "tell",
    "ask remit",
    "ask amount=3",
    "ask --rows nowhere.csv",
)
#: Words that only the bundled registry's own matter has: its sender, its money, its institutions.
BUNDLED_WORDS = re.compile(
    r"Japan|\b[Yy]en\b|\bDiet\b|MOFA|Tokyo|Kantei|Chosen Soren|日本|円|閣議|国会|外務省|朝鮮総連|"
    r"北朝鮮|japan|[^_]jpy"
)


def _ask(words: str, *more: str, registry: Path | None = FOREIGN) -> Any:
    given = [*shlex.split(words), *more]
    # From the root of the checkout, so that no answer names where the checkout lies.
    path = "" if registry is None else os.path.relpath(registry, ROOT)
    with contextlib.chdir(ROOT):
        environment = {"COLUMNS": "100", "NKJ_REGISTRY": path}
        return CliRunner().invoke(app, given, env=environment)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_answers_are_as_accepted_and_name_no_other_country(
    name: str, lang: str, update: bool
) -> None:
    """Each answer is the one that was read, and has no word of the bundled registry's."""
    for form in FORMATS:
        done = _ask(QUESTIONS[name], "--lang", lang, "--format", form)
        assert done.exit_code == 0, done.output
        assert BUNDLED_WORDS.findall(done.output) == [], f"{name} {lang} {form}"
        file = EXPECTED / name / f"{lang}.{ENDINGS[form]}"
        if form == "json" and lang == "ja":
            continue  # nothing in it depends on the language
        if update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(done.stdout_bytes)
        assert done.stdout_bytes == file.read_bytes(), f"{name} {lang} {form}"


def test_every_command_is_asked() -> None:
    """No command is left out above or below."""
    asked = {words.split()[0] for words in (*QUESTIONS.values(), *FILES)}
    assert asked | {"schema", "format", "mcp", "help", "site"} == set(COMMANDS)  # site: tests/site


@pytest.mark.parametrize("name", ["json", "ics", "atom", "ftm", "bibtex", "csl-json", "panel"])
def test_exports_name_no_other_country(name: str) -> None:
    """Titles of columns and calendars speak of this registry, or of none."""
    done = _ask(f"export {name} -o -")
    assert done.exit_code == 0
    assert BUNDLED_WORDS.findall(done.output) == []


@pytest.mark.parametrize("words", FILES)
def test_files_name_no_other_country(words: str) -> None:
    """Nor does what is made to be taken away."""
    done = _ask(words)
    assert done.exit_code == 0, done.output
    # A font as letters is no text, and a language is no country.
    text = re.sub(r"base64,[A-Za-z0-9+/=]+", "", done.output).replace("日本語", "")
    assert BUNDLED_WORDS.findall(text) == []


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("words", MISTAKES)
def test_wrong_usage_names_no_other_country(words: str, lang: str) -> None:
    """What is said of a slip speaks of this registry, or of none."""
    given = shlex.split(words)
    registry = [] if given[0] == "format" else ["--registry", str(FOREIGN)]
    with pytest.raises((WrongUsage, RegistryNotFound)) as raised:
        run([*given, *registry, "--lang", lang])
    error = raised.value
    sentence = error.message(lang) if isinstance(error, WrongUsage) else str(error)
    assert sentence
    assert BUNDLED_WORDS.findall(sentence) == []


#: Keys of the contract that speak of the bundled sender's money and clock.
_OLD_KEYS = ("TermDefinition.type", "UnitedNationsAct.adopted_japan")
FAULTS = (
    ("family: aid", "family: remittances"),
    ("by: dprk", "by: dprkk"),
    ("kind: shelling", "kind: shellings"),
    ("instrument: presidential-address", "instrument: address"),
    ("by: rok", "by: ru"),
    ("en: won", "ko: won"),
    ("outcome: partly", "outcome: reversed"),
)
FAULTS_OF_THE_PROGRAMME = (
    ("time_zone: Asia/Seoul", "time_zone: Asia/Soul"),
    ("languages: [en]", "languages: [English]"),
)


@pytest.mark.parametrize("faults", [FAULTS, FAULTS_OF_THE_PROGRAMME])
def test_a_faulty_registry_is_told_without_another_country(
    faults: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    """Problems name what stands in the registry."""
    for path in FOREIGN.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for right, wrong in faults:
            text = text.replace(right, wrong, 1)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    for lang in ("en", "ja"):
        done = _ask("validate", "--lang", lang, registry=tmp_path)
        assert done.exit_code == 1
        assert done.output.count("[") >= len(faults)
        assert BUNDLED_WORDS.findall(done.output) == []


def test_the_schema_names_no_other_country() -> None:
    """Editors are offered this registry's names; the contract's old keys alone stand there too."""
    done = _ask("schema")
    assert done.exit_code == 0
    told = done.output
    for key, meaning in KEYS.items():
        if key.endswith("_ja") or key in _OLD_KEYS:
            told = told.replace(meaning, "")
    told = told.replace('"adopted_japan"', "").replace('"jpy"', "")
    assert BUNDLED_WORDS.findall(told) == []
    assert "presidential-address" in told
    assert '"visits"' in told


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_help_names_no_country(lang: str) -> None:
    """Help is read before any registry is known."""
    for key, text in help_texts(lang).items():
        assert BUNDLED_WORDS.findall(text) == [], key


#: The names of languages, which are no country's, and what the contract's short form stands for.
_LANGUAGES_AND_YEN = {
    "lang.ja",
    "party.name-ja",
    "field.name_ja",
    "field.role_ja",
    "field.aliases_ja",
    "unit.jpy",
    "unit.jpy.short",
    "unit.jpy.large",
    "page.other-language",
}


@pytest.mark.parametrize(
    "table", [en.LABELS, ja.LABELS, en_problems.PROBLEMS, ja_problems.PROBLEMS]
)
def test_no_frame_names_a_country(table: dict[str, str | tuple[str, str]]) -> None:
    """Not even where no question of these tests leads."""
    for key, told in table.items():
        if key not in _LANGUAGES_AND_YEN:
            words = " ".join(told) if isinstance(told, tuple) else told
            assert BUNDLED_WORDS.findall(words) == [], key


def test_no_line_of_code_names_a_country() -> None:
    """Sides, families, titles and money come from the programme; what is said of them in comments
    and docstrings is no part of an answer.
    """
    named = re.compile(r"(?i)japan(?!ese)|dprk|north korea|mofa|yen\b|日本(?!語)|朝鮮(?!語)")
    allowed = {"adopted_japan", "UnitedNationsAct.adopted_japan", "yen"}
    for path in sorted((ROOT / "nkj").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in docstrings:
                continue
            if isinstance(node.value, str) and node.value not in allowed:
                text = node.value.replace("`money` in yen", "")
                assert not named.search(text), f"{path.name}:{node.lineno}: {node.value!r}"


def test_it_is_sound_and_in_one_language() -> None:
    """Eight measures and more, every one cited, and nothing wanting in a language it does not
    name.
    """
    reading = nkj.read(FOREIGN)
    assert reading.problems == ()
    assert reading.registry is not None
    assert len(reading.registry.measures) >= 8
    assert reading.registry.programme.languages == ("en",)
