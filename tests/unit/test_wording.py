"""Both languages say the same things, and every label that is asked for exists."""

from __future__ import annotations

import string

import pytest

from nkj import model
from nkj.cli.app import COMMANDS
from nkj.problems import CODES
from nkj.wording import help_texts, table_titles
from nkj.wording.en import labels as en
from nkj.wording.en import problems as en_problems
from nkj.wording.ja import labels as ja
from nkj.wording.ja import problems as ja_problems


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_languages_have_the_same_keys() -> None:
    """No label is missing in either, none is left over."""
    assert set(en.LABELS) == set(ja.LABELS)
    assert set(en_problems.PROBLEMS) == set(ja_problems.PROBLEMS) == set(CODES)
    assert set(en_problems.REASONS) == set(ja_problems.REASONS)


@pytest.mark.parametrize("key", sorted(en.LABELS))
def test_labels_take_the_same_places(key: str) -> None:
    """What one language fills in, the other does."""
    assert _places(en.LABELS[key]) == _places(ja.LABELS[key])


@pytest.mark.parametrize("key", sorted(en_problems.REASONS))
def test_reasons_take_the_same_places(key: str) -> None:
    """What one language fills in, the other does."""
    assert _places(en_problems.REASONS[key]) == _places(ja_problems.REASONS[key])


@pytest.mark.parametrize("code", sorted(en_problems.PROBLEMS))
def test_problems_take_the_same_places(code: str) -> None:
    """What one language fills in, the other does."""
    for one, two in zip(en_problems.PROBLEMS[code], ja_problems.PROBLEMS[code], strict=True):
        assert _places(one) == _places(two)


@pytest.mark.parametrize("field", model.CITABLE_FIELDS)
def test_every_field_that_can_be_cited_has_a_label(field: str) -> None:
    """No reader meets a key of the YAML in an answer."""
    assert f"field.{field}" in en.LABELS


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_help_texts_have_the_same_keys(lang: str) -> None:
    """Each command and option is explained in both languages, each command with an example."""
    texts = help_texts(lang)
    assert set(texts) == set(help_texts("en"))
    assert all("nkj " in texts[command] for command in COMMANDS)


def test_the_titles_of_tables_have_the_same_keys() -> None:
    """Each table and column is named in both languages, and none that there is not."""
    assert set(table_titles("en")) == set(table_titles("ja"))
