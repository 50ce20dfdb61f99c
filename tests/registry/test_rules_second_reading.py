"""A second reading of the rules of acts, made from the texts before the rules were read.

What lives here: how ``second_reading.csv`` is read. Each of its rows is an act, what it was from
January 2004 on, and where that is written: a letter and the day from which it held. Of every change
the day and the day before are asked, and each combination of the values that a row names. What
``deal`` says hangs on who is listed, and is asked by name below.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

import nkj
from nkj import days
from nkj.model import Registry

LETTERS = {
    "a": "allowed",
    "R": "must-report",
    "D": "must-declare",
    "d": "discouraged",
    "P": "needs-permission",
    "F": "forbidden",
    "U": "unknown",
}
#: What is not asserted: past the terms that the last round of April 2025 set.
NOT_ASKED = "*"
FIRST, LAST_SEEN = "2004-01-01", "2026-02-16"

with (Path(__file__).parent / "second_reading.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def acts(facts: str) -> Iterator[dict[str, str]]:
    """Every combination of the values that a row names: ``way=parcel|crew goods=other``."""
    named = [fact.split("=") for fact in facts.split()]
    for values in product(*(value.split("|") for _, value in named)):
        yield {name: value for (name, _), value in zip(named, values, strict=True)}


def days_asked(was: str) -> Iterator[tuple[str, str]]:
    """The days of a row on which something may go wrong, and what it says of each."""
    begins = [(FIRST, was[0])]
    begins += [(step.split()[0], step.split()[1]) for step in was.split("; ")[1:]]
    ends = [days.iso(days.parse_day(day) - 1) for day, _ in begins[1:]]
    for (day, letter), end in zip(begins, [*ends, LAST_SEEN], strict=True):
        for asked in {day, max(day, end)}:
            if letter != NOT_ASKED:
                yield asked, letter


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The bundled one."""
    return nkj.load()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['conduct']} {row['facts']}")
def test_each_act_was_what_the_texts_say_on_each_day(
    registry: Registry, row: dict[str, str]
) -> None:
    found = {
        (day, letter, *act.values()): nkj.ask(registry, row["conduct"], day, act).verdict
        for act in acts(row["facts"])
        for day, letter in days_asked(row["was"])
    }
    wrong = {key: said for key, said in found.items() if said != LETTERS[key[1]]}
    assert not wrong
