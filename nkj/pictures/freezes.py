"""How many entities and individuals are frozen: running totals, and the rounds that moved them.

What lives here: the layout of this picture. What does not: the totals (``replay.listings``): each
party counts once, however many lists name it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from nkj import days, replay
from nkj.choices import choose
from nkj.model import Measure, Registry
from nkj.pictures import canvas as paint
from nkj.pictures.letters import width
from nkj.pictures.picture import MARGIN, Asked, Pen, Picture, Row, Scale, iso
from nkj.replay.listings import TOTALS, days_of_totals, names_parties, totals_on

COLUMNS = ("row", "day", "total", "measures")

_HEIGHT, _VALUE, _SMALL = 150.0, 13, 12
_LINE = 20.0
_AFTER = 60


class _Total(NamedTuple):
    """From a day on, how many of a kind stand on the lists."""

    day: int
    number: int


def freezes(registry: Registry, asked: Asked) -> Picture:
    """The picture. Raises ``WrongUsage`` for a bad day or name."""
    return _Freezes(registry, asked).drawn()


class _Freezes:
    def __init__(self, registry: Registry, asked: Asked) -> None:
        self.registry = registry
        self.pen = Pen(registry, asked)
        self.canvas = self.pen.canvas
        chosen = choose(registry, asked.measures, asked.origin)
        first = next((measure for measure in chosen if measure.totals_with), None)
        together = {first.id, *first.totals_with} if first else set()
        #: The lists that are counted together, the sender's own first.
        self.lists = [m for m in registry.measures if m.id in together]
        self.lists.sort(key=lambda measure: measure.origin != "unilateral")
        edges = days_of_totals(registry, first) if first else []
        self.edges = [day for day in edges if any(self._counts(day).values())]
        through = registry.verified_through or max(self.edges, default=1)
        begin = days.parse_span(days.iso(min(self.edges, default=through))[:4])[0]
        self.first, self.last = self.pen.interval((begin, through + _AFTER))
        self.known = min(through, self.last)
        self.rows: list[Row] = []

    def _counts(self, day: int) -> dict[str, int]:
        """The totals of a day: the highest that any of the lists gives while it is in force."""
        found = dict.fromkeys(TOTALS, 0)
        for measure in self.lists:
            for term, value in totals_on(self.registry, measure, day).items():
                if isinstance(value, int):
                    found[term] = max(found[term], value)
        return found

    def drawn(self) -> Picture:
        """The whole picture."""
        asked, say = self.pen.asked, self.pen.say
        title = asked.title or say("picture.freezes.title", title=self.pen.phrases.title())
        subtitle = asked.subtitle
        if subtitle is None:
            names = self.pen.phrases.listed(self.pen.phrases.text(m.name) for m in self.lists)
            subtitle = say("picture.freezes.subtitle", names=names)
        if not self.lists:
            subtitle = say("picture.freezes.none")
        top = self.pen.head(title, subtitle) + 12
        labels = [self._list_name(measure) for measure in self.lists]
        left = MARGIN + max([width(name, _SMALL, True) for name in labels] or [0]) + 14
        self.scale = Scale(self.first, self.last, left, self.canvas.width - MARGIN - 60)
        if self.lists:
            for term in TOTALS:
                top = self._panel(term, top)
            top = self._rounds(top)
        self.pen.foot(top + 10, "")
        return self.pen.done(title, subtitle, COLUMNS, self.rows)

    def _list_name(self, measure: Measure) -> str:
        name = self.pen.phrases.origin(measure.origin)
        return name[:1].upper() + name[1:]

    def _totals(self, term: str) -> list[_Total]:
        """The steps that fall within the days drawn, the first from what was so before."""
        found: list[_Total] = []
        for day in [self.first, *(d for d in self.edges if self.first < d <= self.known)]:
            count = self._counts(day)[term]
            if not found or found[-1].number != count:
                found.append(_Total(day, count))
        return found

    def _panel(self, term: str, top: float) -> float:
        name = self.pen.say(f"picture.freezes.{TOTALS[term]}")
        self.canvas.text(MARGIN, top + 12, name, 15, bold=True)
        top, bottom = top + 24, top + 24 + _HEIGHT
        self.pen.axis(self.scale, top, bottom, [bottom + 16])
        totals = self._totals(term)
        most = max(total.number for total in totals) or 1
        colour = paint.FAMILIES[4]
        heights = [bottom - total.number / most * (_HEIGHT - 26) for total in totals]
        begins = [self.scale.at(total.day) for total in totals]
        right = self.scale.at(self.known + 1)
        edges = list(zip(begins, [*begins[1:], right], heights, strict=True))
        top_line = [(x, high) for begin, end, high in edges for x in (begin, end)]
        self.canvas.shape([(begins[0], bottom), *top_line, (right, bottom)], _AREA)
        for one, two in pairwise(top_line):
            self.canvas.line(*one, *two, colour, 2)
        free = self.scale.left
        for total, (begin, end, high) in zip(totals, edges, strict=True):
            cells = (TOTALS[term], iso(total.day), str(total.number), "")
            self.rows.append(dict(zip(COLUMNS, cells, strict=True)))
            number = str(total.number)
            room = end - begin >= width(number, _VALUE, True)
            if total.number and begin >= free and room and total is not totals[-1]:
                box = self.canvas.text(begin + 2, high - 6, number, _VALUE, bold=True)
                free = box.right + 4
        self._last_number(totals[-1], right, heights[-1])
        self.canvas.line(self.scale.left, bottom, self.scale.right, bottom)
        return bottom + 36

    def _last_number(self, total: _Total, left: float, height: float) -> None:
        """The total of the last day known, large, where the line ends."""
        self.canvas.text(left + 8, height + 6, str(total.number), 16, bold=True)

    def _rounds(self, top: float) -> float:
        """The days on which each list changed."""
        self.canvas.text(MARGIN, top + 12, self.pen.say("picture.freezes.rounds"), 15, bold=True)
        top += 36
        for number, measure in enumerate(self.lists):
            base = top + number * _LINE
            self.canvas.text(MARGIN, base, self._list_name(measure), _SMALL, bold=True)
            line = base - 4.5
            self.canvas.line(self.scale.left, line, self.scale.right, line, paint.GRID)
            for day, name in self._days_of(measure):
                place = self.scale.at(day)
                points = [
                    (place, line - 6),
                    (place + 6, line),
                    (place, line + 6),
                    (place - 6, line),
                ]
                fill = paint.INK if measure.origin == "unilateral" else paint.PAPER
                self.canvas.shape(points, paint.INK, name)
                if fill != paint.INK:
                    inner = [(place, line - 3.5), (place + 3.5, line), (place, line + 3.5)]
                    self.canvas.shape([*inner, (place - 3.5, line)], fill, name)
                cells = ("round", iso(day), "", measure.id)
                self.rows.append(dict(zip(COLUMNS, cells, strict=True)))
        return top + len(self.lists) * _LINE

    def _days_of(self, measure: Measure) -> list[tuple[int, str]]:
        """The days on which a list was made longer or shorter, each with what to say of it."""
        found: dict[int, str] = {}
        for event in measure.events:
            day = replay.effect(event)
            moved = event.added or event.removed or names_parties(event)
            if event.event == "noted" or day is None or not moved:
                continue
            if self.first <= days.place(day) <= self.known:
                counts = self.pen.phrases.counts(event.added)
                found[days.place(day)] = f"{day.text} {counts}".strip()
        return sorted(found.items())


#: The pale area under a line.
_AREA = "#e4e4e4"
