"""Diff as a sheet: what began, ended, tightened, eased, was prolonged, and what moved in between
and came back.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import get_args

from nkj.days import parse_when
from nkj.model import Side
from nkj.queries.diff import Change, DiffResult, End, MeasureChange
from nkj.queries.links import effect_text
from nkj.queries.milestones import Milestone, Step
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells

#: As a reader wants them: what is plain first, then what is not known, then what did not change.
_PLAIN = tuple(kind for kind in get_args(Change) if kind not in ("unclear", "unchanged"))
_ORDER: tuple[Change, ...] = (*_PLAIN, "unclear", "unchanged")


def sheet(result: DiffResult, phrases: Phrases, notes: tuple[str, ...]) -> Sheet:
    """The sheet of a comparison."""
    say = phrases.words.say
    columns = (
        Column("measure", say("status.col.measure"), "key"),
        Column("before", say("diff.col.before")),
        Column("after", say("diff.col.after")),
        Column("events", say("diff.col.events"), "detail"),
    )
    blocks = []
    for kind in _ORDER:
        rows = tuple(
            _row(change, columns, phrases) for change in result.changes if change.change == kind
        )
        if rows:
            blocks.append(Block(say(f"diff.{kind}"), columns, (("", rows),)))
    if not blocks:
        blocks.append(Block("", intro=(say("diff.nothing"),)))
    meanwhile = _meanwhile(result, phrases)
    if meanwhile.groups:
        blocks.append(meanwhile)
    head = [say("note.from-to", first=result.first, last=result.last)]
    if result.swapped:
        head.append(say("note.swapped"))
    title = say("diff.title", first=result.first, last=result.last)
    return Sheet(title, tuple(blocks), (*head, *notes))


def _meanwhile(result: DiffResult, phrases: Phrases) -> Block:
    """The occasions and the steps of the exchanges between the two days, down the days."""
    say = phrases.words.say
    columns = (
        Column("day", say("status.col.day"), "key"),
        Column("id", say("field.id"), "key"),
        Column("what", say("diff.col.what")),
    )
    rows = []
    ordered = sorted((*result.occasions, *result.exchanges), key=_last_day)
    for (date, name), same in groupby(
        ordered, key=lambda milestone: (milestone.date, milestone.id)
    ):
        told = list(same)
        what = phrases.text(told[0].name)
        steps = phrases.listed(
            exchange_step(milestone.step, milestone.by, milestone.legs, phrases)
            for milestone in told
            if milestone.step != "occurred"
        )
        if steps:
            what = say("diff.step", name=what, step=steps)
        rows.append(Row(column_cells(columns, day=date, id=name, what=what)))
    return Block(say("diff.meanwhile"), columns, (("", tuple(rows)),) if rows else ())


def exchange_step(step: Step | None, by: Side | None, legs: Sequence[str], phrases: Phrases) -> str:
    """A step of an exchange; a single leg by what was undertaken, several by their ids."""
    say = phrases.words.say
    names = say("join.values").join(leg.rpartition("/")[2] for leg in legs)
    if len(legs) == 1:
        names = phrases.beside(names, phrases.undertaking(legs[0]))
    return say(f"diff.step.{step}", side=phrases.side(by) if by else "", legs=names)


def _last_day(milestone: Milestone) -> int:
    return parse_when(milestone.date).last or 0


def _told(events: Sequence[str], phrases: Phrases) -> str:
    """The events as a line; a row of extensions in a row is told as one."""
    say = phrases.words.say
    told = []
    for kind, run in groupby(
        (phrases.events[name][1] for name in events), key=lambda event: event.event
    ):
        run_days = [effect_text(event) or "?" for event in run]
        name = say(f"event.{kind}")
        if kind == "extended" and len(run_days) > 2:
            told.append(
                say(
                    "diff.times",
                    event=name,
                    count=len(run_days),
                    first=run_days[0],
                    last=run_days[-1],
                )
            )
        else:
            told.extend(f"{day} {name}" for day in run_days)
    return say("join.values").join(told)


def _row(change: MeasureChange, columns: tuple[Column, ...], phrases: Phrases) -> Row:
    say = phrases.words.say
    kinds = ", ".join(say(f"diff.{kind}").lower() for kind in change.also)
    also = f" · {say('diff.also', also=kinds)}"
    return Row(
        column_cells(
            columns,
            measure=change.id,
            before=_end(change.before, phrases),
            after=_end(change.after, phrases) + (also if change.also else ""),
            events=_told(change.events, phrases),
        )
    )


def _end(end: End, phrases: Phrases) -> str:
    say = phrases.words.say
    state = say(f"state.{end.state}")
    text = say("diff.until", state=state, until=end.until) if end.until else state
    terms = phrases.terms(end.terms)
    if terms and end.in_force is False:
        terms = say("status.until-then", terms=terms)
    return phrases.beside(text, terms) if terms else text
