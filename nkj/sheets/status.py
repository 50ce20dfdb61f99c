"""Status as a sheet: what is in force first, by family; then what ended; then what comes."""

from __future__ import annotations

from nkj.model import FAMILIES
from nkj.queries.status import MeasureStatus, StatusResult
from nkj.replay import effect_field
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells


def sheet(
    result: StatusResult, phrases: Phrases, notes: tuple[str, ...], own: bool, explain: bool
) -> Sheet:
    """The sheet of a status. ``own`` if only Japan's own measures were asked for; ``explain`` names
    what decides each.
    """
    say = phrases.words.say
    title = say("status.title.unilateral" if own else "status.title", day=result.on)
    rows = result.measures
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
    return Sheet(title, tuple(blocks), notes + _marks(rows, phrases))


def _block(heading: str, rows: list[MeasureStatus], phrases: Phrases, explain: bool) -> Block:
    say = phrases.words.say
    columns = [
        Column("measure", say("status.col.measure"), "key"),
        Column("state", say("status.col.state"), "key"),
        Column("since", say("status.col.since"), "key"),
        Column("until", say("status.col.until"), "key"),
        Column("what", say("status.col.what"), "text"),
    ]
    if not any(row.until for row in rows):
        columns = [column for column in columns if column.key != "until"]
    if all(row.state == "not-yet-imposed" for row in rows):
        columns = [column for column in columns if column.key in ("measure", "what")]
    if explain:
        columns.append(Column("event", say("status.decided-by"), "detail"))
        columns.append(Column("confidence", say("field.confidence"), "detail"))
        columns.append(Column("sources", say("field.sources"), "detail"))
    shape = tuple(columns)
    groups = []
    for family in FAMILIES:
        members = tuple(
            Row(
                column_cells(
                    shape,
                    measure=row.id,
                    state=say(f"state.{row.state}"),
                    since=row.since or "",
                    until=row.until or "",
                    what=_what(row, phrases)
                    + (" ≈" if row.doubtful and row.in_force is not None else ""),
                    event=row.decided_by or "",
                    confidence=say(f"confidence.{row.confidence}") if row.confidence else "",
                    sources=_deciding_sources(row, phrases),
                )
            )
            for row in rows
            if row.family == family
        )
        if members:
            groups.append((say(f"family.{family}"), members))
    return Block(heading, shape, tuple(groups))


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


def _what(row: MeasureStatus, phrases: Phrases) -> str:
    name = phrases.text(row.name)
    terms = phrases.terms(row.terms)
    if not terms:
        return name
    if row.in_force is False:
        return phrases.beside(name, phrases.words.say("status.until-then", terms=terms))
    return phrases.beside(name, terms)


def _coming(result: StatusResult, phrases: Phrases) -> Block | None:
    say = phrases.words.say
    columns = (
        Column("day", say("status.col.day"), "key"),
        Column("measure", say("status.col.measure"), "key"),
        Column("next", say("status.col.next"), "text"),
    )
    rows = []
    for row in sorted(
        (row for row in result.measures if row.next),
        key=lambda row: row.next.date if row.next else "",
    ):
        assert row.next is not None
        if row.next.event == "lapsed":
            what = say("status.next.lapsed", until=row.until or "")
        elif row.next.event == "resumed" and row.suspended_until:
            what = say("status.next.resumed", until=row.suspended_until)
        else:
            what = phrases.beside(say(f"event.{row.next.event}"), row.next.id)
        rows.append(Row(column_cells(columns, day=row.next.date, measure=row.id, next=what)))
    return Block(say("status.coming"), columns, (("", tuple(rows)),)) if rows else None


def _marks(rows: tuple[MeasureStatus, ...], phrases: Phrases) -> tuple[str, ...]:
    say = phrases.words.say
    notes = []
    if any(row.doubtful and row.in_force is not None for row in rows):
        notes.append(say("note.terms-doubtful"))
    notes.append(say("note.explain"))
    return tuple(notes)
