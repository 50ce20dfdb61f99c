"""One record as a sheet: its fields, what it moved or bears, its sources with their addresses."""

from __future__ import annotations

from nkj.model import (
    Checkpoint,
    Counts,
    Indicator,
    Measure,
    Party,
    Source,
    Text,
    UnitedNationsAct,
    When,
)
from nkj.queries.exchanges import ExchangeAnswer
from nkj.queries.links import NamedIn
from nkj.queries.show import Moved, Shown
from nkj.sheets import history, one_exchange
from nkj.sheets import parties as parties_view
from nkj.sheets.phrases import Phrases, readable
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells

_SKIPPED = frozenset(
    {
        "id",
        "name",
        "cite",
        "events",
        "points",
        "breaks",
        "parts",
        "values",
        "designations",
        "delisted",
        "expect",
        "sources",
    }
)


def sheet(shown: Shown, phrases: Phrases, notes: tuple[str, ...]) -> Sheet:
    """The sheet of one record."""
    say = phrases.words.say
    name = getattr(shown.record, "name", None)
    title = f"{say(f'show.{shown.kind}')} {shown.id}"
    if isinstance(name, Text):
        title += f" · {phrases.text(name)}"
    elif isinstance(shown.record, Party):
        title += f" · {shown.record.name}"
    if isinstance(shown.record, ExchangeAnswer):
        return Sheet(
            title, (*one_exchange.whole(shown.record, phrases), *_citations(shown, phrases)), notes
        )
    blocks = [_fields(shown, phrases)]
    if isinstance(shown.record, Measure):
        shape = history.columns(phrases)
        rows = tuple(history.event_row(event, shape, phrases) for event in shown.life)
        blocks.append(Block(say("show.events"), shape, (("", rows),)))
    elif shown.moved:
        heading = {
            "decision": "show.moved",
            "leg": "show.moved-by-leg",
            "occasion": "show.answers",
            "party": "show.named-by",
        }.get(shown.kind, "show.rests")
        blocks.append(_moved(say(heading), shown.moved, phrases))
    if isinstance(shown.record, Checkpoint):
        blocks.append(_expectations(shown.record, phrases))
    blocks.append(_parties(say("show.parties"), shown.parties, phrases))
    blocks.append(_parties(say("show.delisted"), shown.delisted, phrases))
    if isinstance(shown.record, Indicator):
        blocks += _series(shown.record, phrases)
    if not isinstance(shown.record, Measure):
        blocks.extend(_citations(shown, phrases))
    return Sheet(title, tuple(block for block in blocks if block.groups), notes)


def _fields(shown: Shown, phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = (
        Column("field", say("show.col.field"), "key"),
        Column("value", say("show.col.value")),
    )
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
    if shown.listings:
        lists = phrases.listed(parties_view.listing(one, phrases) for one in shown.listings)
        rows.append(Row((say("parties.col.lists"), lists)))
    for decision in shown.decisions:
        rows.append(Row((say("field.decision"), f"{decision} · {phrases.name(decision)}")))
    for exchange in shown.exchanges:
        rows.append(Row((say("field.exchanges"), phrases.leg(exchange))))
    for indicator in shown.indicators:
        rows.append(Row((say("field.indicators"), f"{indicator} · {phrases.name(indicator)}")))
    return Block("", columns, (("", tuple(rows)),))


def _say(field: str, value: object, phrases: Phrases) -> str:
    say = phrases.words.say
    if isinstance(value, When):
        return value.text
    if isinstance(value, Text):
        return phrases.text(value)
    if isinstance(value, dict):
        return phrases.terms(value)
    if field == "url":
        return readable(str(value))
    if isinstance(value, UnitedNationsAct):
        adopted = value.adopted.text if value.adopted else "?"
        text = say(f"un.{value.act}", number=value.number, adopted=adopted)
        return (
            say("un.japan", text=text, day=value.adopted_japan.text)
            if value.adopted_japan
            else text
        )
    if isinstance(value, Counts):
        return phrases.counts(value)
    if field == "occasions" and isinstance(value, tuple):
        return phrases.listed(phrases.beside(item, phrases.name(item)) for item in value)
    if field == "legal_basis" and isinstance(value, tuple):
        return phrases.listed(map(phrases.law, value))
    if field == "disputed" and isinstance(value, tuple):
        return phrases.listed(map(phrases.dispute, value))
    if field == "concerns" and isinstance(value, tuple):
        return phrases.listed(phrases.beside(item, phrases.name(item)) for item in value)
    if field == "in_return_for" and isinstance(value, tuple):
        return phrases.listed(map(phrases.leg, value))
    if field in ("aliases", "aliases_ja") and isinstance(value, tuple):
        return phrases.listed(value)
    if field == "born" and isinstance(value, tuple):
        return phrases.listed(day.text for day in value)
    if field == "country":
        return phrases.country(str(value))
    if field == "totals_with" and isinstance(value, tuple):
        return phrases.listed(map(phrases.name, value))
    if field == "inferred" and isinstance(value, tuple):
        return phrases.listed(map(phrases.field, value))
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if field == "by":
        return say(f"side.{value}")
    if field == "lang":
        return say(f"lang.{value}") if phrases.words.has(f"lang.{value}") else str(value)
    if field in ("publisher", "via"):
        return phrases.publisher(str(value))
    for prefix in (field, {"kind": "source", "type": "party"}.get(field, field)):
        if phrases.words.has(f"{prefix}.{value}"):
            return say(f"{prefix}.{value}")
    return str(value)


def _series(indicator: Indicator, phrases: Phrases) -> list[Block]:
    """The figures, a row each, and where what they count changed."""
    say = phrases.words.say
    parts = {part.id: phrases.text(part.name) for part in indicator.parts}
    columns = (
        Column("period", say("field.period"), "key"),
        Column("value", say("field.value"), "key"),
        Column("part", say("field.part")),
        Column("note", say("field.note")),
        Column("sources", say("field.sources"), "aside"),
    )
    rows = tuple(
        Row(
            column_cells(
                columns,
                period=point.period.text,
                value=f"{point.value:,.15g}",
                part=parts.get(point.part or "", point.part or ""),
                note=phrases.listed(
                    filter(
                        None,
                        (say("show.computed") if point.inferred else "", phrases.text(point.note)),
                    )
                ),
                sources=", ".join(citation.source for citation in point.cite),
            )
        )
        for point in indicator.points
    )
    days = (Column("day", say("status.col.day"), "key"), Column("note", say("field.note")))
    breaks = tuple(
        Row((change.occurred.text, phrases.text(change.note))) for change in indicator.breaks
    )
    return [
        Block(say("show.figures"), columns, (("", rows),)),
        Block(say("show.breaks"), days, (("", breaks),) if breaks else ()),
    ]


def _expectations(checkpoint: Checkpoint, phrases: Phrases) -> Block:
    """What a checkpoint says held, measure by measure."""
    say = phrases.words.say
    columns = (
        Column("measure", say("status.col.measure"), "key"),
        Column("expect", say("field.expect")),
    )
    rows = []
    for expected in checkpoint.expect:
        told = [say(f"state.{expected.state}")] if expected.state else []
        if expected.in_force is not None:
            told.append(say("expect.in-force" if expected.in_force else "expect.not-in-force"))
        if expected.until:
            told.append(say("term.plain", name=phrases.field("until"), value=expected.until.text))
        if expected.terms:
            told.append(phrases.terms(expected.terms))
        rows.append(Row((expected.measure, phrases.listed(told))))
    return Block(say("field.expect"), columns, (("", tuple(rows)),))


def _parties(heading: str, parties: tuple[NamedIn, ...], phrases: Phrases) -> Block:
    """The parties that a round of designations names, or those that it struck off."""
    say = phrases.words.say
    columns = (
        Column("name", say("party.name")),
        Column("name_ja", say("party.name-ja")),
        Column("type", say("party.type")),
        Column("country", say("party.country"), "key"),
        Column("id", say("field.id"), "aside"),
    )
    rows = tuple(
        Row(
            column_cells(
                columns,
                name=party.name,
                name_ja=party.name_ja or "",
                type=say(f"party.{party.type}"),
                country=phrases.country(party.country),
                id=party.id or "",
            )
        )
        for party in parties
    )
    return Block(heading, columns, (("", rows),) if rows else ())


def _moved(heading: str, moved: tuple[Moved, ...], phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = [
        Column("day", say("status.col.day"), "key"),
        Column("measure", say("status.col.measure"), "key"),
        Column("step", say("field.event"), "text"),
        Column("event", say("field.event-id"), "aside"),
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
                step=say(f"event.{row.event}"),
                event=row.id,
                **{"for": phrases.listed(map(phrases.field, row.cited_for))},
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
    cites = [getattr(record, "cite", ())]
    if isinstance(record, Indicator):
        cites += [figure.cite for figures in (record.points, record.breaks) for figure in figures]
    supported: dict[str, dict[str, None]] = {}
    for citation in (citation for cite in cites for citation in cite):
        supported.setdefault(citation.source, {}).update(
            dict.fromkeys(map(phrases.field, citation.supports))
        )
    cited = [(name, phrases.listed(fields)) for name, fields in supported.items()]
    told = {name for name, _ in cited}
    cited += [(name, "") for name in shown.sources if name not in told]
    sources = {source.id: source for source in phrases.registry.sources}
    columns = (
        Column("id", say("field.id"), "key"),
        Column("for", say("field.cited_for")),
        Column("title", say("field.title"), "detail"),
        Column("kind", say("field.kind"), "detail"),
        Column("url", say("field.url"), "detail"),
    )
    rows = []
    for name, fields_cited in cited:
        source = sources[name]
        rows.append(
            Row(
                column_cells(
                    columns,
                    id=source.id,
                    title=say(
                        "show.citation",
                        publisher=phrases.publisher(source.publisher),
                        title=source.title,
                    ),
                    kind=say(f"source.{source.kind}"),
                    url=readable(source.url or ""),
                    **{"for": fields_cited},
                )
            )
        )
    return [Block(say("show.citations"), columns, (("", tuple(rows)),))] if rows else []
