"""The blocks of a record beside its fields: figures, expectations, parties, events, citations."""

from __future__ import annotations

from collections.abc import Iterator

from nkj import days
from nkj.model import Break, Checkpoint, Citation, Expectation, Indicator, Measure, Point, Rule
from nkj.queries.links import NamedIn
from nkj.queries.show import Moved, Shown
from nkj.rules import kind_of
from nkj.sheets.phrases import Phrases, readable
from nkj.sheets.sheet import Block, Column, Row, column_cells


def rules(measure: Measure, phrases: Phrases) -> Iterator[Block]:
    """What a measure says of acts, rule by rule."""
    say = phrases.words.say
    columns = (
        Column("conduct", say("ask.col.conduct"), "key"),
        Column("verdict", say("ask.col.verdict")),
        Column("what", say("ask.col.what")),
        Column("conditions", say("ask.col.conditions"), "detail"),
        Column("note", say("field.note"), "detail"),
        Column("sources", say("field.sources"), "detail"),
    )
    rows = tuple(
        Row(
            column_cells(
                columns,
                conduct=rule.conduct,
                verdict=say(f"verdict.{rule.verdict}"),
                what=_caught(rule, phrases),
                conditions=phrases.listed(_conditions(rule)),
                note=phrases.text(rule.note),
                sources=", ".join(citation.source for citation in rule.cite),
            )
        )
        for rule in measure.rules
    )
    if rows:
        yield Block(say("show.rules"), columns, (("", rows),))


def _caught(rule: Rule, phrases: Phrases) -> str:
    """The acts that a rule catches, and those that it lets go; figures by the names of terms."""
    said = phrases.text(rule.text)
    if rule.spares is None:
        return said
    return phrases.beside(said, phrases.words.say("ask.but", spares=phrases.text(rule.spares)))


def _conditions(rule: Rule) -> Iterator[str]:
    """The conditions as a registry writes them."""
    for key, tests in (("when", rule.when), ("unless", rule.unless)):
        for name, test in tests.items():
            kind = kind_of(test)
            bound = " | ".join(test.among) if kind == "among" else f"{kind} {getattr(test, kind)}"
            yield f"{key} {name}: {bound}"


def figures(indicator: Indicator, phrases: Phrases) -> list[Block]:
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
                period=phrases.day(point.period),
                value=f"{point.value:,.15g}",
                part=parts.get(point.part or "", point.part or ""),
                note=_note_of_figure(point, phrases),
                sources=", ".join(citation.source for citation in point.cite),
            )
        )
        for point in indicator.points
    )
    days = (Column("day", say("status.col.day"), "key"), Column("note", say("field.note")))
    breaks = tuple(
        Row((phrases.day(change.occurred), phrases.text(change.note)))
        for change in indicator.breaks
    )
    return [
        Block(say("show.figures"), columns, (("", rows),)),
        Block(say("show.breaks"), days, (("", breaks),) if breaks else ()),
    ]


def _note_of_figure(point: Point, phrases: Phrases) -> str:
    computed = phrases.words.say("show.computed") if point.inferred else ""
    return phrases.listed(part for part in (computed, phrases.text(point.note)) if part)


def expectations(checkpoint: Checkpoint, phrases: Phrases) -> Block:
    """What a checkpoint says held, measure by measure."""
    say = phrases.words.say
    columns = (
        Column("measure", say("status.col.measure"), "key"),
        Column("expect", say("field.expect")),
    )
    rows = tuple(
        Row((expected.measure, phrases.listed(_expected(expected, phrases))))
        for expected in checkpoint.expect
    )
    return Block(say("field.expect"), columns, (("", rows),))


def _expected(expected: Expectation, phrases: Phrases) -> Iterator[str]:
    say = phrases.words.say
    if expected.state:
        yield say(f"state.{expected.state}")
    if expected.in_force is not None:
        yield say("expect.in-force" if expected.in_force else "expect.not-in-force")
    if expected.until:
        until = phrases.day(expected.until)
        yield say("term.plain", name=phrases.field("until"), value=until)
    if expected.terms:
        yield phrases.terms(expected.terms)


def parties(heading: str, named: tuple[NamedIn, ...], phrases: Phrases) -> Block:
    """The parties that a round of designations names, or those that it struck off."""
    say = phrases.words.say
    columns: tuple[Column, ...] = (
        Column("name", say("party.name")),
        Column("name_ja", say("party.name-ja")),
        Column("type", say("party.type")),
        Column("country", say("party.country"), "key"),
        Column("id", say("field.id"), "aside"),
    )
    if not any(party.name_ja for party in named):
        columns = tuple(column for column in columns if column.key != "name_ja")
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
        for party in named
    )
    return Block(heading, columns, (("", rows),) if rows else ())


def events(heading: str, moved: tuple[Moved, ...], phrases: Phrases) -> Block:
    """Events that a record bears, caused or supports; with what they cite it for, if they do."""
    say = phrases.words.say
    columns: tuple[Column, ...] = (
        Column("day", say("status.col.day"), "key"),
        Column("step", say("field.event"), "key"),
        Column("name", say("status.col.measure"), "text"),
        Column("event", say("field.event-id"), "aside"),
    )
    if any(row.cited_for for row in moved):
        columns += (Column("for", say("field.cited_for"), "text"),)
    columns += (Column("measure", say("field.id"), "tail"),)
    rows = []
    for row in sorted(moved, key=lambda row: 0 if row.effect is None else days.place(row.effect)):
        cited_for = phrases.listed(map(phrases.field, row.cited_for))
        cells = column_cells(
            columns,
            day=phrases.day(row.effect),
            measure=row.measure,
            name=phrases.name(row.measure),
            step=say(f"event.{row.event}"),
            event=row.id,
            **{"for": cited_for},
        )
        short = phrases.short_title(row.measure)
        brief = [
            short if column.key == "name" else cell
            for column, cell in zip(columns, cells, strict=True)
        ]
        rows.append(Row(cells, brief=tuple(brief)))
    return Block(heading, columns, (("", tuple(rows)),))


def citations(shown: Shown, phrases: Phrases) -> list[Block]:
    """The sources of a record, with what each is cited for and where it is kept."""
    say = phrases.words.say
    fields_of: dict[str, dict[str, None]] = {}
    for citation in _citations(shown.record):
        fields = map(phrases.field, citation.supports)
        fields_of.setdefault(citation.source, {}).update(dict.fromkeys(fields))
    for name in shown.sources:  # those that only what belongs to the record cites
        fields_of.setdefault(name, {})
    columns = (
        Column("id", say("field.id"), "key"),
        Column("for", say("field.cited_for")),
        Column("title", say("field.title"), "detail"),
        Column("kind", say("field.kind"), "detail"),
        Column("url", say("field.url"), "detail"),
    )
    rows = []
    for name, supported in fields_of.items():
        source = phrases.source(name)
        cells = column_cells(
            columns,
            id=source.id,
            title=phrases.source_title(source),
            kind=say(f"source.{source.kind}"),
            url=readable(source.url or ""),
            **{"for": phrases.listed(supported)},
        )
        rows.append(Row(cells))
    return [Block(say("show.citations"), columns, (("", tuple(rows)),))] if rows else []


def _citations(record: object) -> Iterator[Citation]:
    """The citations that stand in a record, of a series those of its figures."""
    yield from getattr(record, "cite", ())
    if isinstance(record, Indicator):
        figures: tuple[Point | Break, ...] = (*record.points, *record.breaks)
        for figure in figures:
            yield from figure.cite
