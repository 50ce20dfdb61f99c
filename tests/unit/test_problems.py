"""Problems as values, and the errors that carry them."""

from __future__ import annotations

import pytest

import nkj
from nkj.problems import Findings, Location, RegistryNotFound, ordered, problem
from tests.conftest import ROOT

BAD = ROOT / "tests" / "problems" / "bad-date" / "bad.yaml"


def test_an_error_names_each_place() -> None:
    """Whoever prints it sees file, line and sentence."""
    with pytest.raises(nkj.RegistryError) as caught:
        nkj.load(BAD)
    (told,) = caught.value.problems
    assert str(caught.value) == f"{BAD}:{told.location.line}: {told.message()}"
    assert told.severity == "error"
    assert told.message("ja") != told.message("en")
    assert told.hint("ja") != told.hint("en")


def test_nothing_to_read_is_an_error_of_its_own() -> None:
    """With the reason and the path."""
    with pytest.raises(RegistryNotFound) as caught:
        nkj.load("no/such/place")
    assert (caught.value.reason, caught.value.path) == ("missing", "no/such/place")
    assert "no/such/place" in str(caught.value)


def test_problems_stand_in_the_order_of_the_file() -> None:
    """By file, line, column and code, each once."""
    places = [
        ("b", 1, 1, "tag"),
        ("a", 2, 1, "tag"),
        ("a", 1, 9, "tag"),
        ("a", 1, 2, "tag"),
        ("a", 1, 2, "alias"),
        ("a", 1, 2, "tag"),
    ]
    told = ordered(
        problem(Location(file, line, column), code, name="x") for file, line, column, code in places
    )
    assert [(*p.location[:3], p.code) for p in told] == sorted(
        {(*place[:3], place[3]) for place in places}
    )


def test_a_slip_is_looked_up_as_long_as_the_budget_lasts() -> None:
    """The same slip costs once; when the budget is spent, no help is given and nothing is spent."""
    findings = Findings()
    names = [f"measure-{n}" for n in range(150)]
    assert findings.near("mesure-7", names) == "measure-7"
    assert [findings.near("mesure-7", names) for _ in range(1000)] == ["measure-7"] * 1000
    helped = [findings.near(f"mesure-{n}", names) for n in range(1000, 1100)]
    assert helped[0] != ""
    assert helped[-1] == ""


def test_among_many_names_those_alike_at_an_end_are_compared() -> None:
    """A slip in the middle, at the beginning or at the end of a name is found among 100,000."""
    names = [f"entry-ban-{n:05}" for n in range(100_000)]
    for slip, meant in (
        ("entry-bun-99999", "entry-ban-99999"),
        ("entri-ban-00001", "entry-ban-00001"),
    ):
        assert Findings().near(slip, names) == meant
