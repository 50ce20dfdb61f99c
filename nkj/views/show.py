"""One record as a sheet: its fields, what it moved or bears, and its sources with their addresses."""

from __future__ import annotations

from nkj import queries
from nkj.lookup import Moved, Shown
from nkj.model import Counts, Measure, Source, Text, UnitedNationsAct, When
from nkj.views import history
from nkj.views.sheet import Block, Column, Row, Sheet, column_cells
from nkj.views.words import Phrases

_SKIPPED = frozenset({"id", "name", "cite", "events", "values", "designations", "expect", "net", "removed"})


def sheet(shown: Shown, phrases: Phrases, notes: tuple[str, ...]) -> Sheet:
    """The sheet of one record."""
    say = phrases.words.say
    name = getattr(shown.record, "name", None)
    title = f"{say(f'show.{shown.kind}')} {shown.id}"
    if isinstance(name, Text):
        title += f" · {phrases.text(name)}"
    blocks = [_fields(shown, phrases)]
    if isinstance(shown.record, Measure):
        shape = history.columns(phrases)
        rows = tuple(history.event_row(e, shape, phrases) for e in queries.event_answers(shown.record))
        blocks.append(Block(say("show.events"), shape, (("", rows),)))
    elif shown.moved:
        heading = {"decision": "show.moved", "occasion": "show.answers"}.get(shown.kind, "show.rests")
        blocks.append(_moved(say(heading), shown.moved, phrases))
    if not isinstance(shown.record, Measure):
        blocks.extend(_citations(shown, phrases))
    return Sheet(title, tuple(block for block in blocks if block.groups), notes)


def _fields(shown: Shown, phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = (Column("field", say("show.col.field"), "key"), Column("value", say("show.col.value")))
    rows = []
    if shown.measure:
        rows.append(Row((say("field.measure"), f"{shown.measure} · {phrases.name(shown.measure)}")))
    for field in shown.record.__struct_fields__:
        value = getattr(shown.record, field)
        if field in _SKIPPED or value is None or value == () or value == {}:
            continue
        text = _say(field, value, phrases)
        label = say(f"field.{field}") if phrases.words.has(f"field.{field}") else field
        rows.append(Row((label, text)))
    for decision in shown.decisions:
        rows.append(Row((say("field.decision"), f"{decision} · {phrases.name(decision)}")))
    return Block("", columns, (("", tuple(rows)),))


def _say(field: str, value: object, phrases: Phrases) -> str:
    say = phrases.words.say
    if isinstance(value, When):
        return value.text
    if isinstance(value, Text):
        return phrases.text(value)
    if isinstance(value, dict):
        return phrases.terms(value)
    if isinstance(value, UnitedNationsAct):
        adopted = value.adopted.text if value.adopted else "?"
        text = say(f"un.{value.act}", number=value.number, adopted=adopted)
        return say("un.japan", text=text, day=value.adopted_japan.text) if value.adopted_japan else text
    if isinstance(value, Counts):
        return f"{value.entities}/{value.individuals}" + (f"/{value.vessels}" if value.vessels else "")
    if field == "occasions" and isinstance(value, tuple):
        return "; ".join(f"{item} ({phrases.name(item)})" for item in value)
    if field == "legal_basis" and isinstance(value, tuple):
        return "; ".join(map(phrases.law, value))
    if field == "disputed" and isinstance(value, tuple):
        return "; ".join(f"{d.field}: {d.says} ({d.source})" for d in value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    for prefix in (field, "source" if field == "kind" else field):
        if phrases.words.has(f"{prefix}.{value}"):
            return say(f"{prefix}.{value}")
    return str(value)


def _moved(heading: str, moved: tuple[Moved, ...], phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = [
        Column("day", say("status.col.day"), "key"),
        Column("measure", say("status.col.measure"), "key"),
        Column("step", say("field.event"), "text"),
    ]
    if any(row.cited_for for row in moved):
        columns.append(Column("for", say("field.cited_for"), "text"))
    shape = tuple(columns)
    rows = tuple(
        Row(
            column_cells(
                shape,
                day=row.effect or "",
                measure=row.measure,
                step=f"{say(f'event.{row.event}')} ({row.id})",
                **{"for": ", ".join(row.cited_for)},
            )
        )
        for row in moved
    )
    return Block(heading, shape, (("", rows),))


def _citations(shown: Shown, phrases: Phrases) -> list[Block]:
    say = phrases.words.say
    record = shown.record
    if isinstance(record, Source):
        return []
    cited = getattr(record, "cite", ())
    sources = {source.id: source for source in phrases.registry.sources}
    columns = (
        Column("id", say("field.id"), "key"),
        Column("for", say("field.cited_for")),
        Column("title", say("field.title"), "detail"),
        Column("kind", say("field.kind"), "detail"),
        Column("url", say("field.url"), "detail"),
    )
    rows = []
    for citation in cited:
        source = sources[citation.source]
        rows.append(
            Row(
                column_cells(
                    columns,
                    id=source.id,
                    title=say("show.citation", publisher=source.publisher, title=source.title),
                    kind=say(f"source.{source.kind}"),
                    url=source.url or "",
                    **{"for": ", ".join(citation.supports)},
                )
            )
        )
    return [Block(say("show.citations"), columns, (("", tuple(rows)),))] if rows else []
