"""Status as a sheet: what is in force first, by family; then what ended; then what comes."""

from __future__ import annotations

from nkj.queries.status import MeasureStatus, StatusResult
from nkj.replay import effect_field
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words


def sheet(result: StatusResult, words: Words, explain: bool = False) -> Sheet:
    """The sheet of a status. ``explain`` names what decides each row."""
    phrases = Phrases(result.registry, words)
    say = words.say
    rows = result.measures
    own = all(row.origin == "unilateral" for row in rows)
    title = say(
        "status.title.unilateral" if own else "status.title",
        day=phrases.day(result.on),
        title=phrases.title(),
        target=phrases.target(),
    )
    groups = (
        ("status.in-force", [row for row in rows if row.in_force]),
        ("status.open", [row for row in rows if row.in_force is None]),
        (
            "status.not-in-force",
            [row for row in rows if row.in_force is False and row.state != "not-yet-imposed"],
        ),
        ("status.not-yet", [row for row in rows if row.state == "not-yet-imposed"]),
    )
    blocks = [
        _block(say(heading), members, phrases, explain) for heading, members in groups if members
    ]
    if not any(row.in_force for row in rows):
        blocks.insert(0, Block(say("status.in-force"), intro=(say("status.none-in-force"),)))
    coming = _coming(result, phrases)
    if coming:
        blocks.append(coming)
    notes = coverage(result, phrases, result.on)
    return finished(title, blocks, notes, phrases, more=say("note.explain"))


def _block(heading: str, rows: list[MeasureStatus], phrases: Phrases, explain: bool) -> Block:
    columns = _columns(rows, phrases, explain)
    groups = []
    for family in phrases.registry.programme.family_order:
        members = tuple(_row(row, columns, phrases) for row in rows if row.family == family)
        if members:
            groups.append((phrases.family(family), members))
    return Block(heading, columns, tuple(groups))


def _columns(rows: list[MeasureStatus], phrases: Phrases, explain: bool) -> tuple[Column, ...]:
    """The columns that have something to say of these measures."""
    say = phrases.words.say
    columns = [Column("measure", say("status.col.measure"), "key")]
    if any(row.state != "not-yet-imposed" for row in rows):
        columns.append(Column("state", say("status.col.state"), "key"))
        columns.append(Column("since", say("status.col.since"), "key"))
    if any(row.until for row in rows):
        columns.append(Column("until", say("status.col.until"), "key"))
    columns.append(Column("what", say("status.col.what"), "text"))
    if explain:
        columns.append(Column("event", say("status.decided-by"), "detail"))
        columns.append(Column("confidence", say("field.confidence"), "detail"))
        columns.append(Column("sources", say("field.sources"), "detail"))
    return tuple(columns)


def _row(row: MeasureStatus, columns: tuple[Column, ...], phrases: Phrases) -> Row:
    say = phrases.words.say
    cells = column_cells(
        columns,
        measure=row.id,
        state=say(f"state.{row.state}"),
        since=phrases.day(row.since),
        until=phrases.day(row.until),
        what=_what(row, phrases),
        event=row.decided_by or "",
        confidence=say(f"confidence.{row.confidence}") if row.confidence else "",
        sources=_deciding_sources(row, phrases),
    )
    return Row(cells)


def _deciding_sources(row: MeasureStatus, phrases: Phrases) -> str:
    """The sources that say so of the deciding event: those cited for its day, its act, its end or
    itself.
    """
    if row.decided_by is None:
        return ""
    _, event = phrases.events[row.decided_by]
    fields = {effect_field(event), "decided", "until", "event"}
    deciding = [c.source for c in event.cite if fields & set(c.supports)] or [
        c.source for c in event.cite
    ]
    return ", ".join(dict.fromkeys(deciding))


def applying(row: MeasureStatus, phrases: Phrases) -> str:
    """The terms that apply on the day: the measure's own, else the general rule."""
    terms = phrases.terms(row.terms)
    if terms and row.in_force is False:
        return phrases.words.say("status.until-then", terms=terms)
    return terms


def _what(row: MeasureStatus, phrases: Phrases) -> str:
    what = phrases.text(row.name)
    terms = applying(row, phrases)
    if terms:
        what = phrases.beside(what, terms)
    if row.doubtful and row.in_force is not None:
        what = phrases.changing(what)
    return what


def _coming(result: StatusResult, phrases: Phrases) -> Block | None:
    say = phrases.words.say
    columns = (
        Column("day", say("status.col.day"), "key"),
        Column("measure", say("status.col.measure"), "key"),
        Column("next", say("status.col.next"), "text"),
    )
    rows = []
    coming = [(row, row.next) for row in result.measures if row.next is not None]
    for row, following in sorted(coming, key=lambda pair: pair[1].date.text):
        if following.event == "lapsed":
            what = say("status.next.lapsed", until=phrases.day(row.until))
        elif following.event == "resumed" and row.suspended_until is not None:
            what = say("status.next.resumed", until=phrases.day(row.suspended_until))
        else:
            what = phrases.beside(say(f"event.{following.event}"), following.id)
        day = phrases.day(following.date)
        rows.append(Row(column_cells(columns, day=day, measure=row.id, next=what)))
    return Block(say("status.coming"), columns, (("", tuple(rows)),)) if rows else None
