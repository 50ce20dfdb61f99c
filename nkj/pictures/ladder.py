"""Act and answer down the days: one side left, the other right, the days between them.

What lives here: the layout of this picture. What does not: what happened (``queries.timeline``; of
one bargain the steps of its sheet, so that both say the same).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from nkj import days
from nkj.model import Registry
from nkj.pictures import canvas as paint
from nkj.pictures.letters import lines
from nkj.pictures.picture import MARGIN, Asked, Pen, Picture, Row
from nkj.queries.exchanges import exchanges
from nkj.queries.timeline import TimelineEntry, timeline
from nkj.sheets.diff import exchange_step
from nkj.sheets.one_exchange import sides, steps
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Side

COLUMNS = ("day", "side", "step", "what", "id")

#: What the whole ladder says under its title: an occasion need not be the target's own act.
_ALL = "picture.ladder.subtitle.all"
_DAYS, _SIZE, _PAD = 150.0, 13, 9.0
_LEAD = _SIZE * 1.4


class _Rung(NamedTuple):
    """What stands on one side of a day: a step in bold, and what it was."""

    day: str
    side: Side
    step: str
    what: str
    id: str


def ladder(registry: Registry, asked: Asked) -> Picture:
    """The picture: of one bargain where ``asked`` names it, else of all that happened.

    Raises ``WrongUsage`` for a bad day, measure or exchange.
    """
    pen = Pen(registry, asked)
    if asked.exchange is None:
        rungs = list(_all(registry, asked, pen.phrases))
        title = pen.say("picture.ladder.title", title=pen.phrases.title())
    else:
        rungs = list(_bargain(registry, asked, pen.phrases))
        title = pen.phrases.name(asked.exchange)
    return _drawn(pen, rungs, title)


def _bargain(registry: Registry, asked: Asked, phrases: Phrases) -> Iterator[_Rung]:
    """The steps of one exchange, as its sheet tells them."""
    (answer, *_) = exchanges(registry, [asked.exchange or ""]).exchanges
    block = steps.block(answer, phrases)
    keys = [column.key for column in block.columns]
    for day, rows in block.groups:
        for row in rows:
            cells = dict(zip(keys, row.cells, strict=True))
            yield _Rung(day, row.side, cells["step"], cells["what"], answer.id)


def _all(registry: Registry, asked: Asked, phrases: Phrases) -> Iterator[_Rung]:
    """Occasions, what was done about them, and the steps of the exchanges."""
    found = timeline(registry, asked.first, asked.last, asked.measures, asked.origin)
    for entry in found.entries:
        what = phrases.text(entry.name)
        if entry.kind == "occasion":
            yield _Rung(entry.date.text, "left", "", what, entry.id)
        elif entry.kind == "exchange":
            by = exchange_step(entry.step, entry.by, entry.legs, phrases)
            yield _Rung(
                entry.date.text, sides.standing(entry.by or "", phrases), what, by, entry.id
            )
        else:
            yield _Rung(entry.date.text, "right", what, _moved(entry, phrases), entry.id)


def _moved(entry: TimelineEntry, phrases: Phrases) -> str:
    """What became of how many measures; of one, its name."""
    kinds: dict[str, list[str]] = {}
    for name in entry.events:
        measure, event = phrases.events[name]
        kinds.setdefault(event.event, []).append(phrases.text(measure.name))
    say = phrases.words.say
    told = []
    for kind, names in kinds.items():
        number = say("exchange.measures-count", count=len(names))
        value = names[0] if len(names) == 1 else number
        told.append(say("term.plain", name=say(f"event.{kind}"), value=value))
    return phrases.listed(told)


def _drawn(pen: Pen, rungs: list[_Rung], own_title: str) -> Picture:
    asked, canvas = pen.asked, pen.canvas
    title = asked.title or own_title
    names = {"left": pen.phrases.target(), "right": pen.phrases.sender()}
    told = pen.say("picture.ladder.subtitle" if asked.exchange else _ALL, **names)
    subtitle = told if asked.subtitle is None else asked.subtitle
    top = pen.head(title, subtitle) + 12
    middle = canvas.width / 2
    left_edge, right_edge = middle - _DAYS / 2, middle + _DAYS / 2
    canvas.text(left_edge - _PAD, top + 12, names["left"], 15, bold=True, anchor="end")
    canvas.text(right_edge + _PAD, top + 12, names["right"], 15, bold=True)
    top += 24
    canvas.line(MARGIN, top, canvas.width - MARGIN, top)
    top += 12
    if not rungs:
        canvas.text(MARGIN, top + 14, pen.say("timeline.nothing"), 14)
        top += 30
    rows: list[Row] = []
    for day, same in groupby(rungs, key=lambda rung: rung.day):
        together = list(same)
        top = _draw_day(pen, day, together, top)
        rows += [
            dict(zip(COLUMNS, (r.day, r.side or "both", r.step, r.what, r.id), strict=True))
            for r in together
        ]
    pen.foot(top + 16, "")
    return pen.done(title, subtitle, COLUMNS, rows)


def _draw_day(pen: Pen, day: str, rungs: Iterable[_Rung], top: float) -> float:
    """The rungs of a day; returns where the next day begins."""
    canvas, middle = pen.canvas, pen.canvas.width / 2
    heights = {"left": top, "right": top}
    waiting = [rung for rung in rungs if rung.side]
    for rung in waiting:
        at = heights[rung.side]
        if rung.side == "left":
            heights["left"] = _card(pen, rung, MARGIN, middle - _DAYS / 2, at)
        else:
            heights["right"] = _card(pen, rung, middle + _DAYS / 2, canvas.width - MARGIN, at)
    bottom = max(heights.values())
    written = pen.day(days.parse_when(day))
    base = top + _PAD + _SIZE
    for line in lines(written.replace("..", ".. "), 12, _DAYS - 16, bold=True):
        canvas.text(middle, base, line.replace(".. ", ".."), 12, bold=True, anchor="middle")
        base += 16
    bottom = max(bottom, base)
    canvas.line(middle, base - 6, middle, bottom + 4, paint.GREY, 1.5)
    for rung in rungs:
        if not rung.side:
            bottom = _card(pen, rung, middle - 300, middle + 300, bottom + 4)
    return bottom + 8


def _card(pen: Pen, rung: _Rung, left: float, right: float, top: float) -> float:
    """One rung: a pale card with a bar towards the middle; returns where the next may begin."""
    room = right - left - 2 * _PAD - 5
    heads = lines(rung.step, _SIZE, room, bold=True)
    told = lines(rung.what.replace("\n", " "), _SIZE, room)
    high = (len(heads) + len(told)) * _LEAD + 2 * _PAD - 4
    pen.canvas.rect(left, top, right - left, high, _GROUND)
    if rung.side:
        bar = right - 4 if rung.side == "left" else left
        pen.canvas.rect(bar, top, 4, high, paint.INK if rung.side == "right" else paint.GREY)
    base = top + _PAD + _SIZE * 0.85
    for number, line in enumerate((*heads, *told)):
        bold = number < len(heads)
        pen.canvas.text(left + _PAD + 3, base, line, _SIZE, bold=bold, ground=_GROUND)
        base += _LEAD
    return top + high + 4


#: What a card stands out with, pale enough for every text on it.
_GROUND = "#f4f2ed"
