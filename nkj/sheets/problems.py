"""Problems as text: file, line, column, what is wrong, the line with a caret, the other place, what
to do.
"""

from __future__ import annotations

from collections.abc import Iterable

from nkj.characters import visible
from nkj.problems import Location, Problem
from nkj.queries.evidence import EvidenceResult
from nkj.sheets import evidence
from nkj.sheets.sheet import Block, Column, Row, Sheet
from nkj.wording import Words, words

_WIDEST = 96


def render(problems: Iterable[Problem], lang: str = "en") -> str:
    """All problems, each a paragraph."""
    return "\n".join(_one(problem, lang) for problem in problems)


def sheet(
    problems: Iterable[Problem], title: str, spoken: Words, known: EvidenceResult | None = None
) -> Sheet:
    """All problems as a sheet, for the formats that need rows; and how well the registry is known,
    if that was asked.
    """
    say, lang = spoken.say, spoken.lang
    columns = (
        Column("file", say("problem.col.file"), "key"),
        Column("line", say("problem.col.line"), "key"),
        Column("column", say("problem.col.column"), "key"),
        Column("severity", say("problem.col.severity"), "key"),
        Column("code", say("problem.col.code"), "key"),
        Column("message", say("problem.col.message")),
        Column("hint", say("problem.hint"), "detail"),
    )
    rows = tuple(
        Row(
            (
                visible(problem.location.file),
                str(problem.location.line),
                str(problem.location.column),
                say(f"problem.severity.{problem.severity}"),
                problem.code,
                visible(problem.message(lang)),
                visible(problem.hint(lang)),
            )
        )
        for problem in problems
    )
    blocks = [Block("", columns, (("", rows),))] if rows else []
    notes: tuple[str, ...] = ()
    if known is not None:
        how_well = evidence.sheet(known, spoken)
        blocks += [block._replace(heading=how_well.title) for block in how_well.blocks]
        notes = how_well.notes
    return Sheet(title, tuple(blocks) or (Block("", intro=(title,)),), notes)


def _one(problem: Problem, lang: str) -> str:
    say = words(lang).say
    severity = say(f"problem.severity.{problem.severity}")
    lines = [
        f"{_at(problem.location)}: {severity}[{problem.code}]: {visible(problem.message(lang))}"
    ]
    lines += _excerpt(problem.location)
    for related in problem.related:
        role = f"problem.related.{related.role}"
        lines.append(
            f"  {_at(related.location)}: {say(role) if words(lang).has(role) else related.role}"
        )
    hint = problem.hint(lang)
    if hint:
        lines.append(f"  {say('problem.hint')}: {visible(hint)}")
    return "\n".join(lines) + "\n"


def _at(location: Location) -> str:
    return f"{visible(location.file)}:{location.line}:{location.column}"


def _excerpt(location: Location) -> list[str]:
    """The line, cut to about its place, with a caret under the column. Wide characters take two
    places.
    """
    text, column = location.excerpt, location.column - 1 - location.skipped
    if not text.strip():
        return []
    start = max(0, column - _WIDEST // 2) if len(text) > _WIDEST else 0
    shown = text[start : start + _WIDEST]
    lead = visible(shown[: column - start])
    number = f"{location.line:>6}"
    return [f"{number} | {visible(shown)}", f"{' ' * len(number)} | {' ' * _cells(lead)}^"]


def _cells(text: str) -> int:
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
