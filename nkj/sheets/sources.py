"""Sources as a sheet: each with what it is, where it is kept, and what rests on it."""

from __future__ import annotations

from nkj.queries.sources import SourcesResult
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases, readable
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words


def sheet(result: SourcesResult, words: Words) -> Sheet:
    """The sheet of a list of sources."""
    phrases = Phrases(result.registry, words)
    say = words.say
    columns = (
        Column("id", say("show.source"), "key"),
        Column("published", say("field.published"), "key"),
        Column("count", say("sources.col.count"), "key"),
        Column("kind", say("field.kind")),
        Column("title", say("field.title"), "detail"),
        Column("url", say("field.url"), "detail"),
        Column("rests", say("sources.col.rests"), "detail"),
    )
    rows = []
    for use in result.uses:
        source = phrases.source(use.source)
        cells = column_cells(
            columns,
            id=use.source,
            published=phrases.day(source.published),
            count=str(len(use.rests)),
            kind=say(f"source.{use.kind}"),
            title=phrases.source_title(source),
            url=readable(source.url or ""),
            rests=", ".join(use.rests),
        )
        rows.append(Row(cells))
    kinds = [use.kind for use in result.uses]
    counts = phrases.listed(
        say("sources.count", kind=say(f"source.{kind}"), count=kinds.count(kind))
        for kind in ("primary", "reproduction", "secondary")
        if kind in kinds
    )
    groups = (("", tuple(rows)),) if rows else ()
    block = Block("", columns, groups, (counts,) if counts else ())
    return finished(say("sources.title"), [block], coverage(result, phrases), phrases)
