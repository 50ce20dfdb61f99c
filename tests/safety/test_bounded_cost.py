"""Small files made to cost much: what one line asks for is done once, helps the reader only as long
as a budget lasts, or is refused.

Each shape cost minutes at this size when a near name was looked for among all ids, a measure was
replayed for each statement about it, or lists were searched from the beginning for each item. The
bound is a multiple of a bare pass over the same file's events, which no busy machine changes much.
"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import nkj

SOURCE = "sources: [{id: s, kind: primary, publisher: p, title: t}]\n"
CITE = "cite: [{source: s, for: [in_force]}]"
#: An ordinary registry costs about five, these up to 23.
MOST = 60


def _measure(events: str) -> str:
    return (
        "measures:\n  - id: m\n    family: trade\n    kind: licence\n"
        f"    name: {{en: a, ja: a}}\n    events:\n{events}"
    )


def _tightened(count: int, span: Callable[[int], str], more: Callable[[int], str]) -> str:
    """A measure imposed and tightened many times."""
    return _measure(
        "".join(
            f"      - {{id: e{n}, event: {'tightened' if n else 'imposed'}, "
            f"in_force: {span(n)}, {more(n)}{CITE}}}\n"
            for n in range(count)
        )
    )


def _one_day(_: int) -> str:
    return "2009-01-01"


def _until_day(n: int) -> str:
    return f"1900-01-01..{(dt.date(1900, 1, 1) + dt.timedelta(days=n)).isoformat()}"


def _nothing(_: int) -> str:
    return ""


def _statements(count: int, state: str) -> str:
    return (
        "checkpoints:\n  - id: c\n    on: 2012-01-01\n"
        "    cite: [{source: s, for: [expect]}]\n    expect:\n"
        + f"      - {{measure: m, state: {state}}}\n"
        * count
    )


def _exchange(legs: str) -> str:
    return (
        "exchanges:\n  - id: x\n    kind: offers\n    name: {en: a, ja: a}\n    outcome: unknown\n"
        f"    cite: [{{source: s, for: [name]}}]\n    legs:\n{legs}"
    )


def _leg(name: str, more: str) -> str:
    return (
        f"      - {{id: {name}, by: japan, undertaking: {{en: a, ja: a}}, outcome: unknown, "
        f"cite: [{{source: s, for: [outcome]}}]{more}}}\n"
    )


def _names_that_are_nearly_right() -> str:
    chance = random.Random(1)

    def name() -> str:
        return "aaa" + "".join(chance.choice("ab") for _ in range(74)) + "aaa"

    sources = "".join(
        f"  - {{id: {name()}, kind: primary, publisher: p, title: t}}\n" for _ in range(4000)
    )
    cites = "".join(
        f"      - {{id: e{n}, event: noted, occurred: 2009, "
        f"cite: [{{source: {name()}, for: [occurred]}}]}}\n"
        for n in range(4000)
    )
    return f"sources:\n{sources}{_measure(cites)}"


def _values_without_a_name() -> str:
    named = ", ".join(f"{{id: w{n}, name: {{en: a, ja: a}}}}" for n in range(8000))
    vocabulary = f"vocabulary: [{{id: g, type: list, name: {{en: a, ja: a}}, values: [{named}]}}]\n"
    return SOURCE + vocabulary + _tightened(8000, _one_day, lambda n: f"terms: {{g: [v{n}]}}, ")


def _much_handed_on() -> str:
    cites = ", ".join("{source: s, for: [decided]}" for _ in range(6000))
    decision = f"decisions: [{{id: d, name: {{en: a, ja: a}}, decided: 2009, cite: [{cites}]}}]\n"
    event = "      - {{id: e{}, event: noted, decision: d, occurred: 2009, {}}}\n"
    cite = "cite: [{source: s, for: [occurred]}]"
    return SOURCE + decision + _measure("".join(event.format(n, cite) for n in range(6000)))


def _two_long_lists() -> str:
    cites = ", ".join("{source: s, for: [decided]}" for _ in range(10_000))
    decision = f"decisions: [{{id: d, name: {{en: a, ja: a}}, decided: 2009, cite: [{cites}]}}]\n"
    own = cites.replace("decided", "occurred")
    event = f"      - {{id: e, event: noted, decision: d, occurred: 2009, cite: [{own}]}}\n"
    return SOURCE + decision + _measure(event)


def _many_moved() -> str:
    moved = ", ".join(f"e{n}" for n in range(10_000))
    return (
        SOURCE
        + _tightened(10_000, _one_day, _nothing)
        + _exchange(_leg("j", f", moves: [{moved}]"))
    )


def _many_legs() -> str:
    legs = "".join(_leg(f"j{n}", f", in_return_for: [j{n + 1}]") for n in range(10_000))
    return SOURCE + _tightened(1, _one_day, _nothing) + _exchange(legs)


def _a_long_article() -> str:
    law = "laws: [{id: a, name: {en: a, ja: a}}]\n"
    measure = _tightened(1, _one_day, _nothing)
    basis = f"    legal_basis: [a{'-1' * 500_000}]\n    events:\n"
    return SOURCE + law + measure.replace("    events:\n", basis)


def _many_extensions() -> str:
    def end(n: int) -> str:
        return (dt.date(1900, 1, 10) + dt.timedelta(days=n)).isoformat()

    imposed = (
        f"      - {{id: e, event: imposed, in_force: 1900-01-01, until: {end(0)}..1990, {CITE}}}\n"
    )
    extended = "      - {{id: e{}, event: extended, until: {}..1990, {}}}\n"
    cite = CITE.replace("in_force", "until")
    events = "".join(extended.format(n, end(n), cite) for n in range(1, 8000))
    return SOURCE + _measure(imposed + events)


SHAPES: dict[str, Callable[[], str]] = {
    "names that are nearly right": _names_that_are_nearly_right,
    "statements that hold": lambda: (
        SOURCE + _tightened(8000, _one_day, _nothing) + _statements(8000, "in-force")
    ),
    "statements that fail": lambda: (
        SOURCE + _tightened(8000, _one_day, _nothing) + _statements(8000, "lifted")
    ),
    "vague events that overlap": lambda: (
        SOURCE + _tightened(8000, _until_day, _nothing) + _statements(1, "in-force")
    ),
    "many extensions": _many_extensions,
    "values without a name": _values_without_a_name,
    "much handed on": _much_handed_on,
    "two long lists": _two_long_lists,
    "many moved": _many_moved,
    "many legs": _many_legs,
    "a long article": _a_long_article,
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_small_file_costs_little(name: str, tmp_path: Path) -> None:
    """At most a few seconds, beside a bare pass of the YAML parser in the same run."""
    text = SHAPES[name]()
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    before = time.process_time()
    for _ in yaml.parse(text, Loader=loader):
        pass
    bare = max(time.process_time() - before, 0.05)
    before = time.process_time()
    nkj.read(tmp_path / "one.yaml")
    assert time.process_time() - before < MOST * bare
