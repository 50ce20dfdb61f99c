"""Status in a few sentences to quote, each with its sources.

What lives here: a sentence a family, and the best source of each measure in it. What does not: the
table of all measures (``status``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nkj.model import SOURCE_KINDS, Source
from nkj.queries.status import MeasureStatus, StatusResult
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.sheets.status import deciding_sources, terms_of, title_of
from nkj.wording import Words

_KINDS = ("in-force", "not-known", "not-in-force")


def sheet(result: StatusResult, words: Words, everything: bool = False) -> Sheet:
    """The sentences on what is in force and what is not known; with ``everything``, also on what is
    not in force.
    """
    phrases = Phrases(result.registry, words)
    columns = (
        Column("sentence", words.say("brief.col.sentence")),
        Column("sources", words.say("field.sources"), "detail"),
    )
    rows = []
    for family in phrases.registry.programme.family_order:
        members = [row for row in result.measures if row.family == family]
        for kind in _KINDS if everything else _KINDS[:2]:
            same = [row for row in members if _kind(row) == kind]
            if same:
                rows.append(_row(family, kind, same, result, columns, phrases))
    groups = (("", tuple(rows)),) if rows else ()
    block = Block("", columns, groups, () if rows else (words.say("status.none-in-force"),))
    notes = coverage(result, phrases, result.on)
    return finished(title_of(result, phrases), [block], notes, phrases)


def _kind(row: MeasureStatus) -> str:
    if row.in_force is None:
        return "not-known"
    return "in-force" if row.in_force else "not-in-force"


def _row(
    family: str,
    kind: str,
    rows: Sequence[MeasureStatus],
    result: StatusResult,
    columns: tuple[Column, ...],
    phrases: Phrases,
) -> Row:
    sentence = phrases.words.say(
        f"brief.{kind}",
        family=phrases.family(family),
        day=phrases.day(result.on),
        measures=phrases.listed(_measure(row, phrases) for row in rows),
    )
    best = dict.fromkeys(_best_sources(rows, phrases))
    sources = "\n".join(_source(phrases.source(name), phrases) for name in best)
    return Row(column_cells(columns, sentence=sentence, sources=sources))


def _measure(row: MeasureStatus, phrases: Phrases) -> str:
    """A measure with its first day, its end, and what it says, in brackets."""
    say = phrases.words.say
    parts = []
    if row.in_force is False or row.state == "eased":
        parts.append(say(f"state.{row.state}"))
    if row.since is not None:
        parts.append(say("brief.since", day=phrases.day(row.since)))
    if row.until is not None:
        parts.append(say("brief.until", day=phrases.day(row.until)))
    terms = terms_of(row, phrases)
    parts += [terms] if terms else []
    name = phrases.text(row.name)
    return phrases.beside(name, phrases.listed(parts)) if parts else name


def _best_sources(rows: Sequence[MeasureStatus], phrases: Phrases) -> Iterator[str]:
    """Of each measure the first of its deciding sources that is closest to the act."""
    for row in rows:
        names = deciding_sources(row, phrases)
        if names:
            yield min(names, key=lambda name: SOURCE_KINDS.index(phrases.source(name).kind))


def _source(source: Source, phrases: Phrases) -> str:
    said = phrases.beside(phrases.source_title(source), source.id)
    return f"{said} {source.url}" if source.url else said
