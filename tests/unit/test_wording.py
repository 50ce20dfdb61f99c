"""Both languages say the same things, and every label that is asked for exists."""

from __future__ import annotations

import string

import pytest

from nkj.problems import CODES
from nkj.wording import en, ja


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_languages_have_the_same_keys() -> None:
    """No label is missing in either, none is left over."""
    assert set(en.LABELS) == set(ja.LABELS)
    assert set(en.PROBLEMS) == set(ja.PROBLEMS) == set(CODES)


@pytest.mark.parametrize("key", sorted(en.LABELS))
def test_labels_take_the_same_places(key: str) -> None:
    """What one language fills in, the other does."""
    assert _places(en.LABELS[key]) == _places(ja.LABELS[key])


@pytest.mark.parametrize("code", sorted(en.PROBLEMS))
def test_problems_take_the_same_places(code: str) -> None:
    """What one language fills in, the other does."""
    for one, two in zip(en.PROBLEMS[code], ja.PROBLEMS[code], strict=True):
        assert _places(one) == _places(two)
