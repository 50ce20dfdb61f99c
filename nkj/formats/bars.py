"""A chart as lines of text: a place for so many days, a character for what held on all of them.

What lives here: the characters, how many days a place stands for, what a place shows on whose days
not one thing held, and where names, places and asides stand. What does not: what held, and every
word (``sheets.bars``).

Each character is one column wide in every terminal: East Asian terminals draw blocks, lines and
diamonds (of width "ambiguous") two columns wide. So no line is told by its colour or its shade.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from nkj.formats.folding import fold, narrowest
from nkj.sheets.sheet import Chart, Lane, Lanes, Run

#: The character of each mark.
MARKS = {
    "in-force": "=",
    "prolonged": "#",
    "eased": "-",
    "eased-prolonged": "+",
    "suspended": "_",
    "uncertain": "?",
    "unknown": ":",
    "begun": "[",
    "ended": "]",
    "gap": ".",
    "changed": "*",
    "edge": "|",
    "later": "~",
    "open": ">",
    "bargain": "%",
    "occasion": "x",
    "many": "&",
    "": " ",
}
#: In the key, all numbers together.
_SEVERAL = "2-9"
#: Marks that say that a measure did not stand, and those that say for certain that it did.
_NOTHING = ("", "gap")
_CERTAIN = ("in-force", "eased", "suspended")
#: The others, the least certain last.
_DOUBTS = ("later", "uncertain", "unknown")
_PROLONGED = {"in-force": "prolonged", "eased": "eased-prolonged"}
_GOING_ON = ("in-force", "eased", "later")
_MOST_COUNTED = 9

#: One colour a family, each to be read on a light and on a dark ground.
_COLOURS = ("cyan", "green", "magenta", "red", "", "blue", "bright_black")
#: A terminal with less room for the days has names above them.
_FEWEST_PLACES = 16
_INDENT, _BEFORE, _BEHIND = 1, 1, 2
#: The longest name on the axis.
_FULL = "|2016-02-19"
#: An aside wider than this is folded between its words.
_ASIDE = 16

#: A piece of a line, and its style in Rich's words.
Piece = tuple[str, str]


class Place(NamedTuple):
    """The days that one character stands for, both included."""

    first: int
    last: int


class Scale(NamedTuple):
    """The places from left to right, ``days`` each; the last before the edge and the last of all
    may have fewer. ``edge`` is the number of places before the line at which the evidence ends.
    """

    places: tuple[Place, ...]
    edge: int | None
    days: int

    @classmethod
    def of(cls, chart: Chart, room: int) -> Scale:
        """As many places as have room, none less than a day."""
        parts = [(chart.first, chart.last)]
        if chart.known is not None and chart.first <= chart.known < chart.last:
            parts = [(chart.first, chart.known), (chart.known + 1, chart.last)]
        most = max(room - len(parts) + 1, len(parts))
        count = max(-(-(chart.last - chart.first + 1) // most), 1)
        while sum(-(-(last - first + 1) // count) for first, last in parts) > most:
            count += 1
        split = [list(_split(first, last, count)) for first, last in parts]
        edge = len(split[0]) if len(split) > 1 else None
        return cls(tuple(place for part in split for place in part), edge, count)

    @property
    def width(self) -> int:
        """How many columns the places take, with the line between them."""
        return len(self.places) + (self.edge is not None)

    def drawn(self, cells: Sequence[str], line: str) -> str:
        """A character a place, and ``line`` where the evidence ends."""
        if self.edge is None:
            return "".join(cells)
        return "".join((*cells[: self.edge], line, *cells[self.edge :]))

    def column(self, day: int) -> int:
        """The column in which a day stands."""
        at = next(at for at, place in enumerate(self.places) if day <= place.last)
        return at + (self.edge is not None and at >= self.edge)


def _split(first: int, last: int, count: int) -> Iterator[Place]:
    for begin in range(first, last + 1, count):
        yield Place(begin, min(begin + count - 1, last))


# What a place shows


def marks_of(lane: Lane, places: Sequence[Place]) -> list[str]:
    """The mark of each place; of a count, how many."""
    if lane.kind == "count":
        return [_counted(lane, place) for place in places]
    if lane.kind == "ran":
        return [_ran(lane, place) for place in places]
    marks = [_summed(lane, place, Place(places[0].first, places[-1].last)) for place in places]
    if lane.is_open and marks[-1] in _GOING_ON:
        marks[-1] = "open"
    return marks


def _counted(lane: Lane, place: Place) -> str:
    count = sum(place.first <= run.first <= place.last for run in lane.runs)
    if count > _MOST_COUNTED:
        return "many"
    return ("", "occasion")[count] if count < 2 else str(count)


def _ran(lane: Lane, place: Place) -> str:
    met = (run.first <= place.last and _reaches(run, place.first) for run in lane.runs)
    return "bargain" if any(met) else ""


def _reaches(run: Run, day: int) -> bool:
    return run.after is None or run.after > day


def _during(lane: Lane, place: Place) -> list[str]:
    """What held from the first to the last day of a place, in order."""
    found: list[str] = []
    at = place.first
    for run in lane.runs:
        if run.first > place.last or not _reaches(run, at):
            continue
        if run.first > at:
            found.append("")
        found.append(run.mark)
        at = place.last + 1 if run.after is None else run.after
    if at <= place.last:
        found.append("")
    return [found[0], *(two for one, two in pairwise(found) if one != two)]


def _summed(lane: Lane, place: Place, whole: Place) -> str:
    """One mark for all days of a place.

    What held on all of them; the first and the last day of a measure have marks of their own,
    whether or not it stood for the rest. Where one doubt and one other thing held, the doubt shows:
    it claims less. All else is a change, and never drawn as if nothing had been.
    """
    told = _during(lane, place)
    # Its first and last day show also where they are the place's; beyond the whole nothing is said.
    if told[0] in _CERTAIN and place.first > whole.first and _on(lane, place.first - 1) in _NOTHING:
        told.insert(0, "")
    if told[-1] in _CERTAIN and place.last < whole.last and _on(lane, place.last + 1) in _NOTHING:
        told.append("")
    if len(told) == 1:
        notched = any(place.first <= day <= place.last for day in lane.notches)
        return _PROLONGED.get(told[0], told[0]) if notched else told[0]
    if _goes(told, _NOTHING, _CERTAIN):
        return "begun"
    if _goes(told, _CERTAIN, _NOTHING):
        return "ended"
    doubts = [mark for mark in told if mark in _DOUBTS]
    if len(told) == 2 and doubts:
        return max(doubts, key=_DOUBTS.index)
    return "changed"


def _goes(told: Sequence[str], before: Sequence[str], after: Sequence[str]) -> bool:
    """True if one thing gave way to another, on whatever day of the place."""
    between = told[1:-1]
    return told[0] in before and told[-1] in after and between in ([], ["uncertain"])


def _on(lane: Lane, day: int) -> str:
    for run in lane.runs:
        if run.first <= day and _reaches(run, day):
            return run.mark
    return ""


# The lines


def lines(chart: Chart, width: int) -> list[list[Piece]]:
    """The chart in lines no wider than ``width``."""
    return list(_Drawing(chart, width).lines())


def text(chart: Chart, width: int) -> str:
    """The same without styles."""
    told = ("".join(piece for piece, _ in line).rstrip() for line in lines(chart, width))
    return "\n".join(told)


class _Drawing:
    """A chart laid out for a width."""

    def __init__(self, chart: Chart, width: int) -> None:
        self.chart = chart
        self.width = width
        every = [lane for group in chart.groups for lane in group.lanes]
        asides = [chart.aside, *(lane.aside for lane in every)]
        self.aside = max(max(min(cell_len(told), _ASIDE), narrowest(told)) for told in asides)
        names = [lane.name for lane in every]
        most = max(width // 3, 1)
        self.brief = max(map(cell_len, names)) + _INDENT > most
        folded = [line for lane in every for line in fold(self.name(lane), most - _INDENT)]
        self.name_width = max(map(cell_len, folded)) + _INDENT
        beside = self.name_width + _BEFORE + _BEHIND + self.aside
        #: True where there is no room beside the days: names and asides stand above them.
        self.above = width - beside < _FEWEST_PLACES
        self.left = 0 if self.above else self.name_width + _BEFORE
        self.scale = Scale.of(chart, width if self.above else width - beside)
        #: How wide the days are: no less than a day as it is written.
        self.room = max(self.scale.width, len(_FULL))
        self.used: set[str] = set()

    def name(self, lane: Lane) -> str:
        """A lane's name, in fewer words where not all have room for theirs."""
        return lane.short if self.brief else lane.name

    def lines(self) -> Iterator[list[Piece]]:
        """Every line: axis, lanes, axis again, key."""
        axis = " " * self.left + self._axis()
        if self.above:
            yield [(self.chart.aside, "bold")]
            yield [(axis, "dim")]
        else:
            yield [(axis.ljust(self.left + self.room + _BEHIND), "dim"), (self.chart.aside, "bold")]
        for group in self.chart.groups:
            yield from self._group(group)
        yield [(axis, "dim")]
        yield []
        yield from self._key()

    def _axis(self) -> str:
        """The first of each year or month that has room for its name, behind a line; where there
        are not two of them, the first day too.
        """
        ticks: list[tuple[int, str]] = []
        for found in self.chart.axes:
            ticks = [(self.scale.column(day), f"|{name}") for day, name in found]
            if all(two - one > len(name) for (one, name), (two, _) in pairwise(ticks)):
                break
        if len(ticks) < 2:
            ticks.insert(0, (0, f"|{self.chart.begin}"))
        line = ""
        for column, name in ticks:
            apart = not line or len(line) < column
            if apart and column + len(name) <= self.room:
                line = line.ljust(column) + name
        return line

    def _group(self, group: Lanes) -> Iterator[list[Piece]]:
        colour = "" if group.colour is None else _COLOURS[group.colour % len(_COLOURS)]
        if group.heading:
            for line in fold(group.heading, self.width):
                yield [(line, f"bold {colour}".strip())]
        for lane in group.lanes:
            yield from self._lane(lane, colour)

    def _lane(self, lane: Lane, colour: str) -> Iterator[list[Piece]]:
        marks = marks_of(lane, self.scale.places)
        self.used.update("several" if mark.isdecimal() else mark for mark in marks)
        edge = MARKS["edge"] if lane.kind == "states" else " "
        bar = self.scale.drawn([MARKS.get(mark, mark) for mark in marks], edge)
        tone = "dim" if lane.tone == "dim" else ""
        if self.above:
            told = "  ".join(filter(None, (self.name(lane), lane.aside)))
            for line in fold(told, self.width - _INDENT):
                yield [(" " * _INDENT + line, "")]
            yield [(bar, colour)]
            return
        names = fold(self.name(lane), self.name_width - _INDENT)
        asides = fold(lane.aside, self.aside) if lane.aside else []
        for number in range(max(len(names), len(asides), 1)):
            name = " " * _INDENT + names[number] if number < len(names) else ""
            aside = asides[number] if number < len(asides) else ""
            body = bar if number == 0 else ""
            yield [
                (name + " " * (self.left - cell_len(name)), ""),
                (body.ljust(self.room), colour),
                (" " * _BEHIND + aside, tone),
            ]

    def _key(self) -> Iterator[list[Piece]]:
        """Each mark that was drawn with its meaning, and how many days a place stands for."""
        if self.scale.edge is not None:
            self.used.add("edge")
        told = [
            (MARKS.get(mark, _SEVERAL), meaning)
            for mark, meaning in self.chart.key
            if mark in self.used
        ]
        told_lines = [""]
        for character, meaning in told:
            item = f"{character} {meaning}"
            joined = f"{told_lines[-1]}   {item}" if told_lines[-1] else item
            if cell_len(joined) > self.width and told_lines[-1]:
                told_lines.append(item)
            else:
                told_lines[-1] = joined
        for line in (*told_lines, self.chart.scale(self.scale.days)):
            yield from ([(part, "")] for part in fold(line, self.width))
