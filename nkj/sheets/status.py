"""Status as a sheet: what is in force, a line a measure under its family; then what comes.

What lives here: which measures are told and which only counted, and a measure's line. What does
not: the few sentences to quote (``brief``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nkj.model import When
from nkj.queries.status import MeasureStatus, StatusResult
from nkj.replay import effect_field
from nkj.replay.listings import TOTALS
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words

#: The blocks, in their order: a heading, and the state that it says itself.
_IN_FORCE, _OPEN, _ENDED, _NOT_YET = (
    "status.in-force",
    "status.open",
    "status.not-in-force",
    "status.not-yet",
)
_SAID_BY_HEADING = {_IN_FORCE: "in-force", _OPEN: "uncertain", _NOT_YET: "not-yet-imposed"}


def sheet(
    result: StatusResult, words: Words, explain: bool = False, everything: bool = True
) -> Sheet:
    """The sheet of a status. ``explain`` names what decides each row. Without ``everything``, what
    ended, is not yet imposed, or is as unknown as all the rest is counted and not told.
    """
    phrases = Phrases(result.registry, words)
    rows = {
        heading: [row for row in result.measures if _heading(row) == heading]
        for heading in (_IN_FORCE, _OPEN, _ENDED, _NOT_YET)
    }
    told = dict(rows) if everything else {key: rows[key] for key in (_IN_FORCE, _OPEN)}
    blocks: list[Block] = []
    if result.measures and all(row.state == "unknown" for row in result.measures):
        nothing_known = words.counted("status.all-unknown", len(result.measures))
        blocks.append(Block(words.say(_OPEN), intro=(nothing_known,)))
        if not everything:
            told = {}
    elif not rows[_IN_FORCE] and not rows[_OPEN]:
        blocks.append(Block(words.say(_IN_FORCE), intro=(words.say("status.none-in-force"),)))
    for heading, members in told.items():
        blocks += _blocks(heading, members, phrases, explain)
    blocks += _coming(result, phrases)
    if not everything and not explain:
        blocks = [block._replace(one_line=True) for block in blocks]
    notes = [*coverage(result, phrases, result.on)]
    left_out = _left_out(result, rows, told, phrases)
    if left_out:
        notes.append(left_out)
    return finished(
        title_of(result, phrases), blocks, notes, phrases, more=words.say("note.explain")
    )


def title_of(result: StatusResult, phrases: Phrases) -> str:
    """What a status is of, and of which day."""
    own = all(row.origin == "unilateral" for row in result.measures)
    return phrases.words.say(
        "status.title.unilateral" if own else "status.title",
        day=phrases.day(result.on),
        title=phrases.title(),
        target=phrases.target(),
    )


def _heading(row: MeasureStatus) -> str:
    if row.in_force:
        return _IN_FORCE
    if row.in_force is None:
        return _OPEN
    return _NOT_YET if row.state == "not-yet-imposed" else _ENDED


def _left_out(
    result: StatusResult,
    rows: dict[str, list[MeasureStatus]],
    told: dict[str, list[MeasureStatus]],
    phrases: Phrases,
) -> str:
    """What is not told, counted, each with the option that shows it."""
    counted = phrases.words.counted
    kinds = ((_OPEN, "unknown"), (_ENDED, "ended"), (_NOT_YET, "not-yet"))
    hidden = [
        counted(f"status.left-out.{name}", len(rows[heading]))
        for heading, name in kinds
        if rows[heading] and heading not in told
    ]
    parts = []
    if hidden:
        parts.append(phrases.beside(phrases.words.say("join.values").join(hidden), "--all"))
    others = _of_other_origin(result)
    if others:
        text = counted("status.left-out.un", others)
        parts.append(phrases.beside(text, "--origin all"))
    return phrases.words.say("status.left-out", parts=phrases.listed(parts)) if parts else ""


def _of_other_origin(result: StatusResult) -> int:
    """How many measures that carry out the Security Council belong to the families told whole."""
    shown = {row.id for row in result.measures}
    if len(shown) < 2 or any(row.origin == "un" for row in result.measures):
        return 0
    measures = [m for m in result.registry.measures if m.id not in shown]
    partly = {m.family for m in measures if m.origin == "unilateral"}
    families = {row.family for row in result.measures} - partly
    return sum(m.family in families for m in measures)


def _blocks(
    heading: str, rows: Sequence[MeasureStatus], phrases: Phrases, explain: bool
) -> Iterator[Block]:
    """The measures under a heading: the sender's own apart from those that only carry out the
    Security Council, where there are both.
    """
    say = phrases.words.say
    origins = list(dict.fromkeys(row.origin for row in rows))
    for origin in sorted(origins, key=("unilateral", "un").index):
        title = say(heading)
        if len(origins) > 1:
            title = say("status.own", heading=title, own=phrases.origin(origin))
        yield _block(title, heading, [r for r in rows if r.origin == origin], phrases, explain)


def _block(
    title: str, heading: str, rows: list[MeasureStatus], phrases: Phrases, explain: bool
) -> Block:
    columns = _columns(heading, rows, phrases, explain)
    groups = []
    for family in phrases.registry.programme.family_order:
        members = tuple(
            _row(row, heading, columns, phrases) for row in rows if row.family == family
        )
        if members:
            groups.append((phrases.family(family), members))
    return Block(title, columns, tuple(groups))


def _columns(
    heading: str, rows: list[MeasureStatus], phrases: Phrases, explain: bool
) -> tuple[Column, ...]:
    """The columns that have something to say of these measures."""
    say = phrases.words.say
    columns = [
        Column("what", say("status.col.measure")),
        Column("state", say("status.col.state"), "aside"),
    ]
    if any(row.since for row in rows):
        since = "status.col.ended" if heading == _ENDED else "status.col.since"
        columns.append(Column("since", say(since), "key"))
    if any(row.until for row in rows):
        columns.append(Column("until", say("status.col.until"), "key"))
    if explain:
        columns.append(Column("event", say("status.decided-by"), "detail"))
        columns.append(Column("confidence", say("field.confidence"), "detail"))
        columns.append(Column("sources", say("field.sources"), "detail"))
    columns.append(Column("measure", say("field.id"), "tail"))
    return tuple(columns)


def _row(row: MeasureStatus, heading: str, columns: tuple[Column, ...], phrases: Phrases) -> Row:
    say = phrases.words.say
    short = phrases.short_title(row.id)
    cells = {
        "measure": row.id,
        "state": say(f"state.{row.state}"),
        "since": phrases.day(row.since),
        "until": phrases.day(row.until),
        "event": row.decided_by or "",
        "confidence": say(f"confidence.{row.confidence}") if row.confidence else "",
        "sources": ", ".join(deciding_sources(row, phrases)),
    }
    aside = _aside(row, heading, phrases)
    name = phrases.text(row.name)
    full, brief = (
        phrases.changing(text) if row.doubtful and row.in_force is not None else text
        for text in (_beside(name, aside, phrases), _beside(short, aside, phrases))
    )
    return Row(
        column_cells(columns, what=full, **cells),
        tone="warn" if heading == _OPEN else "",
        brief=column_cells(columns, what=brief, **cells),
    )


def _beside(name: str, aside: str, phrases: Phrases) -> str:
    return phrases.beside(name, aside) if aside else name


def _aside(row: MeasureStatus, heading: str, phrases: Phrases) -> str:
    """What stands in brackets behind a measure: its state where the heading says another, and what
    it says on that day, with the day from which it does.
    """
    state = "" if row.state == _SAID_BY_HEADING.get(heading) else row.state
    parts = [phrases.words.say(f"state.{state}")] if state else []
    terms = terms_of(row, phrases)
    return phrases.listed([*parts, terms] if terms else parts)


def terms_of(row: MeasureStatus, phrases: Phrases) -> str:
    """The terms of a day, with their own first day where it is not the measure's."""
    own = {name: value for name, value in row.terms.items() if name not in TOTALS}
    # What is counted on the day itself has no first day.
    totals = {name: value for name, value in row.terms.items() if name in TOTALS}
    terms = phrases.terms(own, briefly=True)
    if terms and row.in_force is False:
        terms = phrases.words.say("status.until-then", terms=terms)
    elif terms and row.terms_since and row.terms_since != row.since:
        day = phrases.day(row.terms_since)
        terms = phrases.words.say("status.terms-since", terms=terms, day=day)
    return phrases.listed(part for part in (phrases.terms(totals), terms) if part)


def deciding_sources(row: MeasureStatus, phrases: Phrases) -> tuple[str, ...]:
    """The sources that say so of the deciding event: those cited for its day, its act, its end or
    itself.
    """
    if row.decided_by is None:
        return ()
    _, event = phrases.events[row.decided_by]
    fields = {effect_field(event), "decided", "until", "event"}
    deciding = [c.source for c in event.cite if fields & set(c.supports)] or [
        c.source for c in event.cite
    ]
    return tuple(dict.fromkeys(deciding))


def applying(row: MeasureStatus, phrases: Phrases) -> str:
    """The terms that apply on the day: the measure's own, else the general rule."""
    terms = phrases.terms(row.terms)
    if terms and row.in_force is False:
        return phrases.words.say("status.until-then", terms=terms)
    return terms


def _coming(result: StatusResult, phrases: Phrases) -> Iterator[Block]:
    """What is known to come: a row a day and kind, however many measures it moves."""
    say = phrases.words.say
    columns = (
        Column("day", say("status.col.day"), "key"),
        Column("next", say("status.col.next")),
        Column("measure", say("field.id"), "aside"),
    )
    together: dict[tuple[str, str], list[MeasureStatus]] = {}
    for row in result.measures:
        if row.next is not None:
            day = _day_to_come(row)
            together.setdefault((day.text, row.next.event), []).append(row)
    rows = []
    for (_, event), members in sorted(together.items()):
        cells = column_cells(
            columns,
            day=phrases.day(_day_to_come(members[0])),
            next=phrases.beside(
                _what_comes(event, members, phrases), phrases.shorts(row.id for row in members)
            ),
            measure=", ".join(row.id for row in members),
        )
        rows.append(Row(cells))
    if rows:
        yield Block(say("status.coming"), columns, (("", tuple(rows)),))


def _day_to_come(row: MeasureStatus) -> When:
    """The day that a reader keeps: of what would lapse the last day, else the first."""
    assert row.next is not None
    if row.next.event == "lapsed" and row.until is not None:
        return row.until
    return row.next.date


def _what_comes(event: str, rows: Sequence[MeasureStatus], phrases: Phrases) -> str:
    if event == "lapsed":
        return phrases.words.counted("status.next.lapsed", len(rows))
    suspended = rows[0].suspended_until
    if event == "resumed" and suspended is not None:
        return phrases.words.say("status.next.resumed", until=phrases.day(suspended))
    return phrases.words.say(f"event.{event}")
