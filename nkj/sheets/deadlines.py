"""Deadlines as a sheet: each last day with what it ends, and how often that was prolonged."""

from __future__ import annotations

from nkj.queries.deadlines import Deadline, DeadlinesResult, Ending
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words


def sheet(result: DeadlinesResult, words: Words) -> Sheet:
    """The sheet of what is to end."""
    phrases = Phrases(result.registry, words)
    say = words.say
    blocks = [_block(deadline, phrases) for deadline in result.deadlines]
    if not blocks:
        blocks.append(Block("", intro=(say("deadlines.none"),)))
    notes = []
    if result.open:
        notes.append(words.counted("deadlines.open", result.open))
    if result.unknown:
        notes.append(words.counted("deadlines.unknown", result.unknown))
    notes += coverage(result, phrases, result.on)
    title = say("deadlines.title", day=phrases.day(result.on))
    return finished(title, blocks, notes, phrases, more=say("note.explain"))


def _block(deadline: Deadline, phrases: Phrases) -> Block:
    """One last day; the act that set it stands above the rows where it is the same for all."""
    say = phrases.words.say
    columns = (
        Column("name", say("status.col.measure")),
        Column("since", say("status.col.since"), "key"),
        Column("prolonged", say("deadlines.col.prolonged")),
        Column("id", say("field.id"), "tail"),
        Column("decided", say("deadlines.col.decided"), "detail"),
        Column("sources", say("field.sources"), "aside"),
    )
    acts = {_decided(ending, phrases) for ending in deadline.measures}
    alone = len(acts) == 1
    rows = tuple(_row(ending, columns, phrases, alone) for ending in deadline.measures)
    day = phrases.day(deadline.date)
    what = phrases.words.counted(f"deadlines.{deadline.event}", len(rows))
    intro = (say("deadlines.last-decision", decided=acts.pop()),) if alone else ()
    heading = say("deadlines.heading", day=day, what=what)
    return Block(heading, columns, (("", rows),), intro)


def _row(ending: Ending, columns: tuple[Column, ...], phrases: Phrases, alone: bool) -> Row:
    return Row(
        column_cells(
            columns,
            name=phrases.text(ending.name),
            since=phrases.day(ending.since),
            prolonged=_prolonged(ending, phrases),
            id=ending.id,
            decided="" if alone else _decided(ending, phrases),
            sources=", ".join(ending.sources),
        )
    )


def _prolonged(ending: Ending, phrases: Phrases) -> str:
    """How often, and from which day on; that of the last one is in the last decision."""
    say = phrases.words.say
    if ending.first is None:
        return say("deadlines.never")
    times = phrases.words.counted("deadlines.times", ending.extended)
    return say("deadlines.times-from", times=times, first=phrases.day(ending.first))


def _decided(ending: Ending, phrases: Phrases) -> str:
    """The act that set the last day, by name where it has one of its own."""
    day = phrases.day(ending.last_decided)
    if ending.decision is None:
        return phrases.beside(day, ending.set_by)
    return f"{day} {phrases.named(ending.decision)}"
