"""What must hold of every input, however odd: an answer or a documented refusal, safe to print, in
bounded time.
"""

from __future__ import annotations

import nkj
from nkj import days
from nkj.choices import choose, day_of
from nkj.days import DayError, parse_day, parse_until, parse_when
from nkj.model import Registry, When
from nkj.problems import CODES, WrongUsage
from nkj.queries.evidence import evidence
from nkj.queries.show import ids
from nkj.registry.editing.form import Unformable, formed
from nkj.registry.files import Reading, RegistryFile
from nkj.registry.reader import read_all
from nkj.sheets import problems as view

SOME_DAYS = ("0001-01-01", "2006-10-14", "2014-07", "9999-12-31")
LAST = days.parse_day("9999-12-31")


def check_file(data: bytes, form: bool = True) -> Reading:
    """Read a file, ask it everything, and put it into the one form."""
    file = RegistryFile("a.yaml", "a.yaml", data)
    reading = read_all([file])
    errors = [p for p in reading.problems if CODES[p.code] == "error"]
    assert (reading.registry is None) == bool(errors)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for problem in reading.problems:
        assert 1 <= problem.location.line <= lines + 1
        assert problem.location.column >= 1
        assert problem.message("en")
        assert problem.message("ja")
        assert isinstance(problem.hint("en"), str)
    told = view.render(reading.problems)
    assert all(c.isprintable() or c in "\n\u3000" for c in told), [
        c for c in told if not c.isprintable()
    ]
    if reading.registry is not None:
        _answers(reading.registry)
    if form:
        _forms(file, reading)
    return reading


def _answers(registry: Registry) -> None:
    for day in SOME_DAYS:
        for row in nkj.status(registry, day, origin="all").measures:
            assert row.in_force == {"in-force": True, "eased": True, "unknown": None}.get(
                row.state, row.in_force
            )
    nkj.history(registry, origin="all")
    nkj.diff(registry, SOME_DAYS[0], SOME_DAYS[-1], origin="all")
    nkj.exchanges(registry)
    nkj.sources(registry)
    evidence(registry)
    for name in ids(registry):
        nkj.show(registry, name)


def _forms(file: RegistryFile, reading: Reading) -> None:
    try:
        text = formed(file)
    except Unformable:
        return
    again = RegistryFile("a.yaml", "a.yaml", text.encode("utf-8"))
    assert formed(again) == text
    other = read_all([again])
    assert sorted(p.code for p in other.problems) == sorted(p.code for p in reading.problems)
    if reading.registry is not None and other.registry is not None:
        assert other.registry.measures == reading.registry.measures
        assert other.registry.exchanges == reading.registry.exchanges
        assert other.registry.sources == reading.registry.sources


def check_word(registry: Registry, word: str) -> None:
    """Take a word for a day, a date, an end and a pattern."""
    try:
        day = day_of(registry, word)
        assert 1 <= day <= LAST
        assert days.parse_day(days.iso(day)) == day
    except WrongUsage as error:
        _sentence(error)
    for parse in (parse_when, parse_until, parse_day):
        try:
            found = parse(word)
        except DayError as error:
            found, reason = None, error.reason
            assert reason in ("form", "calendar", "order")
        if found is not None:
            assert word.isascii()
        if isinstance(found, When) and found.first is not None and found.last is not None:
            assert 1 <= found.first <= found.last <= LAST
    try:
        assert choose(registry, [word], "all")
    except WrongUsage as error:
        _sentence(error)
    try:
        nkj.show(registry, word)
    except WrongUsage as error:
        _sentence(error)


def _sentence(error: WrongUsage) -> None:
    for lang in ("en", "ja"):
        text = error.message(lang)
        assert text.isprintable() or text.replace("\u3000", " ").isprintable()
        assert len(text) < 700
