"""A timeline as a sheet: act and answer down the days, a block a year."""

from __future__ import annotations

from itertools import groupby

from nkj.model import When
from nkj.queries.timeline import TimelineEntry, TimelineResult
from nkj.sheets.diff import exchange_step
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words

#: More measures than this that move alike on a day are told by their number.
_MOST_BY_NAME = 5


def sheet(result: TimelineResult, words: Words) -> Sheet:
    """The sheet of a timeline."""
    phrases = Phrases(result.registry, words)
    say = words.say
    columns = (
        Column("day", say("status.col.day"), "key"),
        Column("kind", say("timeline.col.kind"), "key"),
        Column("what", say("diff.col.what")),
        Column("measures", say("timeline.col.moved"), "aside"),
        Column("sources", say("field.sources"), "aside"),
        Column("id", say("field.id"), "tail"),
    )
    blocks = []
    for year, entries in groupby(result.entries, key=lambda entry: _year(entry.date)):
        rows = tuple(_row(entry, columns, phrases) for entry in entries)
        blocks.append(Block(year, columns, (("", rows),)))
    if not blocks:
        blocks.append(Block("", intro=(say("timeline.nothing"),)))
    title = say("timeline.title-empty")
    if result.first and result.last:
        ends = {"first": phrases.day(result.first), "last": phrases.day(result.last)}
        title = say("timeline.title", **ends)
    notes = coverage(result, phrases)
    if result.swapped:
        notes = (say("note.swapped"), *notes)
    return finished(title, blocks, notes, phrases)


def _year(date: When) -> str:
    """The year under which a day stands: that of the first day written."""
    return date.text.lstrip(".")[:4]


def _row(entry: TimelineEntry, columns: tuple[Column, ...], phrases: Phrases) -> Row:
    say = phrases.words.say
    what = phrases.text(entry.name)
    if entry.kind == "exchange":
        step = exchange_step(entry.step, entry.by, entry.legs, phrases)
        what = say("diff.step", name=what, step=step)
    moved = _moved(entry, phrases)
    if entry.id in entry.events:
        # Without a decision the entry has its measure's name already.
        what = f"{what} · {say(f'event.{phrases.events[entry.id][1].event}')}"
    elif moved:
        what = f"{what} · {moved}"
    return Row(
        column_cells(
            columns,
            day=phrases.day(entry.date),
            kind=say(f"timeline.{entry.kind}"),
            what=what,
            id=entry.id,
            measures=", ".join(phrases.events[event][0].id for event in entry.events),
            sources=", ".join(entry.sources),
        ),
        "strong" if entry.kind == "occasion" else "",
    )


def _moved(entry: TimelineEntry, phrases: Phrases) -> str:
    """What was done to measures: by their short names, or their number where many moved alike."""
    say = phrases.words.say
    moved: dict[str, list[str]] = {}
    for event in entry.events:
        measure, step = phrases.events[event]
        moved.setdefault(step.event, []).append(measure.id)
    parts = []
    for kind, measures in moved.items():
        names = phrases.shorts(measures)
        if len(measures) > _MOST_BY_NAME:
            names = phrases.words.counted("timeline.many", len(measures))
        parts.append(phrases.beside(say(f"event.{kind}"), names))
    return phrases.listed(parts)
