"""Reading where PyYAML was built without libyaml: its own parser gives the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import nkj
from nkj.registry.files import Reading
from tests.conftest import FIXTURE, ROOT

BAD = sorted((ROOT / "tests" / "problems").glob("*/bad.yaml"))


def _read_both_ways(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Reading, Reading]:
    quick = nkj.read(path)
    monkeypatch.delattr(yaml, "CSafeLoader")
    return quick, nkj.read(path)


def test_a_sound_registry_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every record of the fixture."""
    quick, pure = _read_both_ways(FIXTURE, monkeypatch)
    assert pure.registry is not None
    assert pure == quick


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.parent.name)
def test_problems_are_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each at its place; only what YAML itself says of its syntax is worded by the parser."""
    quick, pure = _read_both_ways(path, monkeypatch)
    places = [(problem.code, problem.location) for problem in quick.problems]
    assert [(problem.code, problem.location) for problem in pure.problems] == places
    said = [problem for problem in quick.problems if problem.code != "yaml-syntax"]
    assert [problem for problem in pure.problems if problem.code != "yaml-syntax"] == said
