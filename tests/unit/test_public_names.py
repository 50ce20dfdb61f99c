"""The library's front: what ``import nkj`` offers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import nkj


def test_editors_see_every_public_name_and_no_other() -> None:
    """The imports for type checkers name what is found when the program runs."""
    assert nkj.__file__ is not None
    tree = ast.parse(Path(nkj.__file__).read_text(encoding="utf-8"))
    (checked,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.asname: node.module
        for node in checked.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == nkj._HOMES


@pytest.mark.parametrize("name", nkj.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """Each is found where it is said to live, and has words of its own."""
    assert getattr(nkj, name).__doc__
    assert name in dir(nkj)


def test_a_name_that_there_is_not() -> None:
    """It is refused as Python refuses it."""
    with pytest.raises(AttributeError, match="module 'nkj' has no attribute 'statuses'"):
        nkj.statuses  # noqa: B018
