"""The records of a kind as a sheet, or how many there are of each."""

from __future__ import annotations

from nkj.queries.headings import LISTS
from nkj.queries.records import RecordsResult
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words

#: Where more is told of what nkj show does not know.
_MORE = {"term": "list.explain.terms", "conduct": "list.explain.conducts"}


def sheet(result: RecordsResult, words: Words) -> Sheet:
    """The sheet of a list: a row a record, or a row a kind where no kind was asked for."""
    phrases = Phrases(result.registry, words)
    say = words.say
    if result.kind is None:
        block = _kinds(result, phrases)
        return finished(say("list.title"), [block], coverage(result, phrases), phrases)
    columns: tuple[Column, ...] = (
        Column("date", say("status.col.day"), "key"),
        Column("name", say("list.col.name")),
        Column("id", say("field.id"), "tail"),
    )
    if not any(one.date for one in result.records):
        columns = columns[1:]
    rows = tuple(
        Row(
            column_cells(
                columns,
                date=phrases.day(one.date),
                name=phrases.text(one.name),
                id=one.id,
            )
        )
        for one in result.records
    )
    block = Block("", columns, (("", rows),)) if rows else Block("", intro=(say("list.none"),))
    more = say(_MORE.get(result.kind, "list.explain"))
    title = say(f"list.{result.kind}")
    return finished(title, [block], coverage(result, phrases), phrases, more=more)


def _kinds(result: RecordsResult, phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = (
        Column("kind", say("list.col.kind")),
        Column("count", say("list.col.count"), "key"),
        Column("command", say("list.col.command"), "key"),
    )
    kinds = [one.kind for one in result.records]
    rows = tuple(
        Row(
            column_cells(
                columns,
                kind=say(f"list.{kind}"),
                count=str(kinds.count(kind)),
                command=f"nkj list {name}",
            )
        )
        for name, kind in LISTS.items()
    )
    return Block("", columns, (("", rows),))
