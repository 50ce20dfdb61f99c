"""Diff as a sheet: what began, ended, tightened, eased, was prolonged, and what moved in between
and came back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, get_args

from nkj import days, replay
from nkj.model import Side, When
from nkj.queries.diff import Change, DiffResult, End, MeasureChange
from nkj.queries.milestones import Milestone, Step
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words

#: As a reader wants them: what is plain first, then what is not known, then what did not change.
_PLAIN = tuple(kind for kind in get_args(Change) if kind not in ("unclear", "unchanged"))
ORDER: tuple[Change, ...] = (*_PLAIN, "unclear", "unchanged")


def sheet(result: DiffResult, words: Words) -> Sheet:
    """The sheet of a comparison."""
    phrases = Phrases(result.registry, words)
    say = words.say
    columns = (
        Column("name", say("status.col.measure")),
        Column("before", say("diff.col.before")),
        Column("after", say("diff.col.after")),
        Column("events", say("diff.col.events"), "detail"),
        Column("measure", say("field.id"), "tail"),
    )
    blocks = []
    for kind in ORDER:
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
    ends = {"first": phrases.day(result.first), "last": phrases.day(result.last)}
    notes = [say("note.from-to", **ends)]
    if result.swapped:
        notes.append(say("note.swapped"))
    notes += coverage(result, phrases, result.first, result.last)
    return finished(say("diff.title", **ends), blocks, notes, phrases)


def _meanwhile(result: DiffResult, phrases: Phrases) -> Block:
    """The occasions and the steps of the exchanges between the two days, down the days."""
    say = phrases.words.say
    columns = (
        Column("day", say("status.col.day"), "key"),
        Column("what", say("diff.col.what")),
        Column("id", say("field.id"), "tail"),
    )
    rows = []
    for milestone in meanwhile((*result.occasions, *result.exchanges), phrases):
        day = phrases.day(milestone.date)
        rows.append(Row(column_cells(columns, day=day, id=milestone.id, what=milestone.what)))
    return Block(say("diff.meanwhile"), columns, (("", tuple(rows)),) if rows else ())


class Told(NamedTuple):
    """What an occasion or an exchange did on a day, in words."""

    date: When
    id: str
    what: str


def meanwhile(milestones: Iterable[Milestone], phrases: Phrases) -> Iterator[Told]:
    """Occasions and steps of exchanges down the days, the steps of one exchange on a day
    together.
    """
    say = phrases.words.say
    ordered = sorted(milestones, key=lambda milestone: days.place(milestone.date))
    for (date, name), same in groupby(ordered, key=lambda m: (m.date, m.id)):
        together = list(same)
        what = phrases.text(together[0].name)
        steps = phrases.listed(
            exchange_step(milestone.step, milestone.by, milestone.legs, phrases)
            for milestone in together
            if milestone.step != "occurred"
        )
        if steps:
            what = say("diff.step", name=what, step=steps)
        yield Told(date, name, what)


def exchange_step(step: Step | None, by: Side | None, legs: Sequence[str], phrases: Phrases) -> str:
    """A step of an exchange; a single leg by what was undertaken, several by their ids."""
    say = phrases.words.say
    names = say("join.values").join(leg.rpartition("/")[2] for leg in legs)
    if len(legs) == 1:
        names = phrases.beside(names, phrases.undertaking(legs[0]))
    return say(f"diff.step.{step}", side=phrases.side(by) if by else "", legs=names)


def events_in_parts(names: Sequence[str], phrases: Phrases) -> list[str]:
    """The events with their days; more than two extensions that follow each other stand as one."""
    say = phrases.words.say
    parts = []
    events = (phrases.events[name][1] for name in names)
    for kind, run in groupby(events, key=lambda event: event.event):
        run_days = [phrases.day(replay.effect(event), "?") for event in run]
        step = say(f"event.{kind}")
        if kind == "extended" and len(run_days) > 2:
            ends = {"first": run_days[0], "last": run_days[-1]}
            parts.append(say("diff.times", event=step, count=len(run_days), **ends))
        else:
            parts += [f"{day} {step}" for day in run_days]
    return parts


def _row(change: MeasureChange, columns: tuple[Column, ...], phrases: Phrases) -> Row:
    say = phrases.words.say
    kinds = ", ".join(say(f"diff.{kind}").lower() for kind in change.also)
    also = f" · {say('diff.also', also=kinds)}"
    cells = {
        "measure": change.id,
        "before": end_in_words(change.before, phrases),
        "after": end_in_words(change.after, phrases) + (also if change.also else ""),
        "events": say("join.values").join(events_in_parts(change.events, phrases)),
    }
    return Row(
        column_cells(columns, name=phrases.name(change.id), **cells),
        brief=column_cells(columns, name=phrases.short_title(change.id), **cells),
    )


def end_in_words(end: End, phrases: Phrases) -> str:
    """How a measure stands at one end of a comparison."""
    say = phrases.words.say
    state = say(f"state.{end.state}")
    text = state
    if end.until:
        text = say("diff.until", state=state, until=phrases.day(end.until))
    terms = phrases.terms(end.terms)
    if terms and end.in_force is False:
        terms = say("status.until-then", terms=terms)
    if terms:
        text = phrases.beside(text, terms)
    if end.doubtful and end.in_force is not None:
        text = phrases.changing(text)
    return text
