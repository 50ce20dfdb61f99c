"""What all pictures share: what is asked for, what comes back, heads and source lines, the axis.

What lives here: ``Asked``, ``Picture``, days as pictures write them, and the scale of days. What
does not: any picture (its own module).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nkj import days
from nkj.choices import Day, OriginChoice, interval_of
from nkj.model import Registry, When
from nkj.pictures.canvas import GRID, INK, QUIET, Canvas
from nkj.pictures.letters import lines, width
from nkj.sheets.phrases import Phrases
from nkj.wording import words

#: The room around a picture.
MARGIN = 20.0
#: No picture is narrower: its names would leave no room for the days.
NARROWEST = 860
#: How many months may lie between two labels of an axis.
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)

#: A row of what is drawn, by the names of its columns.
Row = dict[str, str]


class Asked(NamedTuple):
    """What a reader may choose of a picture."""

    first: Day | None = None
    last: Day | None = None
    measures: Sequence[str] = ()
    origin: OriginChoice = "unilateral"
    lang: str = "en"
    title: str | None = None
    subtitle: str | None = None
    width: int = 1260
    exchange: str | None = None


class Picture(NamedTuple):
    """A picture, and exactly what is drawn on it."""

    canvas: Canvas
    title: str
    description: str
    lang: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def svg(self) -> str:
        """The picture as an SVG file."""
        return self.canvas.svg(self.title, self.description, self.lang)

    def __repr__(self) -> str:
        return f"<Picture {self.title!r}, {len(self.rows)} rows>"

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return self.svg


class Scale(NamedTuple):
    """The days between two, as places from left to right."""

    first: int
    last: int
    left: float
    right: float

    def at(self, day: float) -> float:
        """Where a day stands; days outside stand at the edge."""
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first) / max(self.last - self.first, 1)
        return self.left + share * (self.right - self.left)

    def holds(self, day: int) -> bool:
        """True if the day is one of them."""
        return self.first <= day <= self.last

    def ticks(self) -> Iterator[tuple[int, str]]:
        """The days that an axis names: whole years, or months where there are few."""
        room = (self.right - self.left) / max(self.last - self.first, 1)
        months = next((m for m in _STEPS if m * 30.4 * room > _room_of(m)), _STEPS[-1])
        return days.firsts(self.first, self.last, months)


class Pen:
    """A canvas with the words and the names of one registry in one language."""

    def __init__(self, registry: Registry, asked: Asked) -> None:
        self.registry = registry
        self.asked = asked
        self.canvas = Canvas(max(asked.width, NARROWEST))
        self.phrases = Phrases(registry, words(asked.lang))
        self.say = self.phrases.words.say

    def day(self, day: int | When) -> str:
        """A day as a picture writes it: 4 Jul 2014; what is not one day stands as it is written."""
        if isinstance(day, When):
            if not day.exact or day.doubtful or day.first is None:
                return self.phrases.day(day)
            day = day.first
        date = dt.date.fromordinal(day)
        months = self.say("picture.months").split()
        return self.say("picture.day", day=date.day, month=months[date.month - 1], year=date.year)

    def head(self, title: str, subtitle: str) -> float:
        """Title and subtitle; returns where the picture may begin."""
        room = self.canvas.width - 2 * MARGIN
        base = MARGIN + 20
        for line in lines(title, 24, room, bold=True):
            self.canvas.text(MARGIN, base, line, 24, INK, bold=True)
            base += 30
        base -= 2
        return self.canvas.paragraph(MARGIN, base, subtitle, 14, room, QUIET) + 4

    def foot(self, base: float, text: str) -> None:
        """The line on sources, which ends the picture."""
        version = {"version": self.registry.version, "hash": self.registry.hash[:8]}
        line = self.say("picture.source", **version)
        told = self.say("join.sentences").join([line, text]) if text else line
        room = self.canvas.width - 2 * MARGIN
        self.canvas.height = self.canvas.paragraph(MARGIN, base, told, 11, room, QUIET) + 4

    def axis(self, scale: Scale, top: float, bottom: float, labels: Sequence[float]) -> None:
        """A line for each year that is named, and its name at each of these heights."""
        for day, name in scale.ticks():
            place = scale.at(day)
            self.canvas.line(place, top, place, bottom, GRID)
            for base in labels:
                if place + 4 + width(name, 12) < self.canvas.width - 4:
                    self.canvas.text(place + 4, base, name, 12, QUIET)

    def interval(self, default: tuple[int, int]) -> tuple[int, int]:
        """The first and the last day to draw."""
        asked = interval_of(self.registry, self.asked.first, self.asked.last)
        first = default[0] if asked.first is None else asked.first
        last = default[1] if asked.last is None else asked.last
        return first, max(last, first + 1)

    def done(
        self, title: str, subtitle: str, columns: Sequence[str], rows: Sequence[Row]
    ) -> Picture:
        """The finished picture."""
        lang = self.asked.lang
        return Picture(self.canvas, title, subtitle, lang, tuple(columns), tuple(rows))


def _room_of(months: int) -> float:
    """How far apart labels must stand: a month has a longer one than a year."""
    return 44 if months >= 12 else 70


def iso(day: int | None) -> str:
    """A day of the data; nothing where an end is open."""
    return "" if day is None else days.iso(day)
