"""An exchange down the days: who undertook, carried out and took back what, and what came between.

What lives here: the steps of an exchange in one order, and the two-sided block of them. What does
not: what was undertaken for what (``undertakings``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from nkj.model import BOTH, Measure, When
from nkj.queries.exchanges import ExchangeAnswer, LegAnswer
from nkj.sheets.one_exchange import sides
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, column_cells

#: More undertakings of one day than this are told by their ids: another block has their words.
_MOST_IN_WORDS = 2


class _Step(NamedTuple):
    """What one side did on a day.

    ``rank`` orders the steps of one day. ``after`` is the day of the step that it follows: a vague
    day never puts it before that one.
    """

    day: When
    rank: int
    by: str
    step: str
    what: str
    sources: tuple[str, ...] = ()
    after: When | None = None

    @property
    def place(self) -> tuple[int, str, int]:
        """Where it stands: by the first day that it can be, what is written alike together."""
        at = max(first_place(self.day), first_place(self.after))
        return at, self.day.text, self.rank


def block(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    """All steps, a group a day."""
    say = phrases.words.say
    columns = (
        sides.exchange_column(phrases),
        Column("day", say("exchange.col.day"), "aside"),
        sides.side_column(phrases),
        Column("step", say("exchange.col.step"), "key"),
        Column("what", say("exchange.col.what")),
        Column("sources", say("field.sources"), "aside"),
    )
    steps = sorted(_steps(exchange, phrases), key=lambda step: step.place)
    groups = []
    for day, same in groupby(steps, key=lambda step: step.day.text):
        rows = tuple(_row(step, exchange, columns, phrases) for step in same)
        groups.append((day, rows))
    return Block(say("exchange.days"), columns, tuple(groups), sides=sides.titles(phrases))


def first_place(day: When | None) -> int:
    """Where a day stands in time: at the first day that it can be, else at the last."""
    if day is None:
        return 0
    return day.first or day.last or 0


def _row(
    step: _Step, exchange: ExchangeAnswer, columns: tuple[Column, ...], phrases: Phrases
) -> Row:
    cells = column_cells(
        columns,
        exchange=exchange.id,
        day=phrases.day(step.day),
        by=phrases.side(step.by) if step.by else "",
        step=step.step,
        what=step.what,
        sources=", ".join(step.sources),
    )
    return Row(cells, side=sides.standing(step.by, phrases))


def _steps(exchange: ExchangeAnswer, phrases: Phrases) -> Iterator[_Step]:
    say = phrases.words.say
    for side in sides.of_legs(exchange, phrases):
        own = [leg for leg in exchange.legs if leg.by == side]
        yield from _promises(own, phrases)
        for leg in own:
            yield from _deeds(leg, phrases)
    for turn in exchange.turns:
        by = turn.by or ""
        # What both did is told by its place: in the middle, under neither.
        note = sides.with_whose(phrases.text(turn.note), "" if by == BOTH else by, phrases)
        yield _Step(turn.occurred, 1, by, "", note, turn.sources)
    if exchange.ended:
        outcome = say("exchange.outcome", outcome=say(f"outcome.{exchange.outcome}"))
        yield _Step(exchange.ended, 4, "", say("step.ended"), outcome)


def _promises(legs: Iterable[LegAnswer], phrases: Phrases) -> Iterator[_Step]:
    """What one side undertook, the undertakings of a day together."""
    say = phrases.words.say
    together: dict[When, list[LegAnswer]] = {}
    for leg in legs:
        if leg.promised:
            together.setdefault(leg.promised, []).append(leg)
    for day, promised in together.items():
        if len(promised) > _MOST_IN_WORDS:
            names = [sides.inner_id(leg.id) for leg in promised]
        else:
            names = [_in_words(leg, phrases) for leg in promised]
        by = promised[0].by
        what = sides.with_whose(say("join.values").join(names), by, phrases)
        yield _Step(day, 0, by, say("step.promised"), what)


def _deeds(leg: LegAnswer, phrases: Phrases) -> Iterator[_Step]:
    """When an undertaking was carried out, and when that was taken back."""
    say = phrases.words.say
    what = sides.with_whose(_in_words(leg, phrases), leg.by, phrases)
    after = leg.promised
    if leg.performed:
        done = say("step.partly" if leg.outcome == "partly" else "step.performed")
        moved = _with_moves(what, leg.moves, phrases)
        yield _Step(leg.performed, 2, leg.by, done, moved, leg.sources, after)
        if first_place(leg.performed) > first_place(after):
            after = leg.performed
    if leg.reversed:
        moved = _with_moves(what, leg.moved_back, phrases)
        yield _Step(leg.reversed, 3, leg.by, say("step.reversed"), moved, leg.sources, after)


def _in_words(leg: LegAnswer, phrases: Phrases) -> str:
    return f"{sides.inner_id(leg.id)} {phrases.text(leg.undertaking)}"


def _with_moves(what: str, names: Iterable[str], phrases: Phrases) -> str:
    """A leg's words with what became of measures: the name of one, the number of several (a later
    block names them).
    """
    say = phrases.words.say
    by_step: dict[str, list[Measure]] = {}
    for name in names:
        measure, event = phrases.events[name]
        by_step.setdefault(say(f"event.{event.event}"), []).append(measure)
    for step, moved in by_step.items():
        if len(moved) == 1:
            measures = phrases.text(moved[0].name)
        else:
            measures = say("exchange.measures-count", count=len(moved))
        what = say("exchange.stepped", what=what, event=step, measures=measures)
    return what
