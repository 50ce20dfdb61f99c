"""Sources as a sheet: each with what it is, where it is kept, and what rests on it."""

from __future__ import annotations

from nkj.queries.sources import SourcesResult
from nkj.sheets.phrases import Phrases, readable
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells


def sheet(result: SourcesResult, phrases: Phrases, notes: tuple[str, ...]) -> Sheet:
    """The sheet of a list of sources."""
    say = phrases.words.say
    columns = (
        Column("id", say("show.source"), "key"),
        Column("published", say("field.published"), "key"),
        Column("count", say("sources.col.count"), "key"),
        Column("kind", say("field.kind")),
        Column("title", say("field.title"), "detail"),
        Column("url", say("field.url"), "detail"),
        Column("rests", say("sources.col.rests"), "detail"),
    )
    sources = {source.id: source for source in phrases.registry.sources}
    rows = []
    for use in result.uses:
        source = sources[use.source]
        cells = column_cells(
            columns,
            id=use.source,
            published=source.published.text if source.published else "",
            count=str(len(use.rests)),
            kind=say(f"source.{use.kind}"),
            title=say(
                "show.citation", publisher=phrases.publisher(source.publisher), title=source.title
            ),
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
    return Sheet(
        say("sources.title"),
        (Block("", columns, (("", tuple(rows)),) if rows else (), (counts,) if counts else ()),),
        notes,
    )
