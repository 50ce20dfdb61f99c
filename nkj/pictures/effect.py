"""What was counted (trade, money), beside the measures that it is about. It claims no cause.

What lives here: the layout of this picture. What does not: the figures (the registry's indicators)
and what held (``pieces``).

A bar is as wide as the period that its figure covers and as high as the yearly rate, so that its
area is the sum. Hatched is where no figure is on record; an outline is the sum of several years;
a dot is the figure
of a month or less, as printed. Where what is counted changed, a dashed line stands.
"""

from __future__ import annotations

from typing import NamedTuple

from nkj import days
from nkj.choices import choose
from nkj.model import Break, Indicator, Measure, Point, Registry
from nkj.pictures import canvas as paint
from nkj.pictures.letters import width
from nkj.pictures.picture import MARGIN, Asked, Pen, Picture, Row, Scale, iso
from nkj.queries.pieces import pieces

COLUMNS = ("row", "id", "part", "first_day", "last_day", "value", "unit")

_YEAR = 365.25
_HEIGHT, _ROW, _SMALL = 120.0, 18.0, 12
#: A period up to this is a dot; one from this on is the sum of several years.
_DOT, _SUM = 31, 700
#: From here on no decimals are told; the data has them.
_LARGE = 1000
#: A series with fewer figures shows nothing.
_FEWEST = 3


class _Panel(NamedTuple):
    """The figures of one part of an indicator."""

    indicator: Indicator
    name: str
    part: str
    points: tuple[Point, ...]
    breaks: tuple[Break, ...]


def effect(registry: Registry, asked: Asked) -> Picture:
    """The picture. Raises ``WrongUsage`` for a bad day or name."""
    return _Effect(registry, asked).drawn()


class _Effect:
    def __init__(self, registry: Registry, asked: Asked) -> None:
        self.registry = registry
        self.pen = Pen(registry, asked)
        self.canvas = self.pen.canvas
        chosen = {measure.id for measure in choose(registry, asked.measures, asked.origin)}
        self.panels = self._panels(chosen)
        concerned = {m for panel in self.panels for m in panel.indicator.concerns}
        self.measures = [m for m in registry.measures if m.id in concerned & chosen]
        ends = [day for p in self.panels for point in p.points for day in _span(point)]
        begins = [piece.first for m in self.measures for piece in pieces(registry, m)[:1]]
        first, last = min([*ends, *begins], default=1), max([*ends, *begins], default=1)
        self.first, self.last = self.pen.interval((first, last))
        self.rows: list[Row] = []

    def _panels(self, chosen: set[str]) -> list[_Panel]:
        """The parts with figures enough, all in one unit: that of the first series about a chosen
        measure.
        """
        about = [i for i in self.registry.indicators if chosen & set(i.concerns)]
        panels = []
        for indicator in about:
            if indicator.unit != about[0].unit:
                continue
            name = self.pen.phrases.text(indicator.name)
            names = {part.id: self.pen.phrases.text(part.name) for part in indicator.parts}
            for part in (None, *names):
                points = tuple(p for p in indicator.points if p.part == part and _is_dated(p))
                if len(points) >= _FEWEST:
                    title = name
                    if part is not None:
                        title = self.pen.say("term.plain", name=name, value=names[part])
                    panels.append(_Panel(indicator, title, part or "", points, indicator.breaks))
        return panels

    def drawn(self) -> Picture:
        """The whole picture."""
        asked, say = self.pen.asked, self.pen.say
        title = asked.title or say("picture.effect.title", title=self.pen.phrases.title())
        subtitle = asked.subtitle
        if subtitle is None and self.panels:
            unit = self.pen.phrases.text(self.panels[0].indicator.unit)
            subtitle = say("picture.effect.subtitle", unit=unit)
        elif subtitle is None:
            subtitle = say("picture.effect.none")
        top = self.pen.head(title, subtitle) + 14
        names = [width(self.pen.phrases.text(m.name), _SMALL) for m in self.measures]
        left = MARGIN + max([90.0, *names]) + 12
        self.scale = Scale(self.first, self.last, left, self.canvas.width - MARGIN)
        if self.panels:
            top = self._measures(top)
            for panel in self.panels:
                top = self._panel(panel, top)
            top = self._key(top + 6)
        ids = ", ".join(dict.fromkeys(panel.indicator.id for panel in self.panels))
        self.pen.foot(top + 10, say("picture.effect.foot", ids=ids) if ids else "")
        return self.pen.done(title, subtitle, COLUMNS, self.rows)

    def _measures(self, top: float) -> float:
        """The measures that the figures are about, as bars above them."""
        families = list(self.registry.programme.family_order)
        bottom = top + len(self.measures) * _ROW + 6
        for day, _ in self.scale.ticks():
            self.canvas.line(self.scale.at(day), top, self.scale.at(day), bottom, paint.GRID)
        for number, measure in enumerate(self.measures):
            colour = paint.FAMILIES[families.index(measure.family) % len(paint.FAMILIES)]
            self._measure(measure, colour, top + number * _ROW + 12)
        return bottom + 14

    def _measure(self, measure: Measure, colour: str, base: float) -> None:
        name = self.pen.phrases.text(measure.name)
        self.canvas.text(self.scale.left - 12, base, name, _SMALL, anchor="end")
        for piece in pieces(self.registry, measure):
            end = days.LAST if piece.after is None else piece.after
            if piece.state not in ("in-force", "eased") or piece.is_later:
                continue
            if piece.first > self.last or end <= self.first:
                continue
            left, right = self.scale.at(piece.first), self.scale.at(end)
            fill = colour if piece.state == "in-force" else self.canvas.hatch(colour)
            self.canvas.rect(left, base - 9, max(right - left, 2), 9, fill, told=name)
            cells = ("measure", measure.id, "", iso(piece.first), iso(end - 1), "", "")
            self.rows.append(dict(zip(COLUMNS, cells, strict=True)))

    def _panel(self, panel: _Panel, top: float) -> float:
        self.canvas.text(MARGIN, top + 12, panel.name, 14, bold=True)
        top, bottom = top + 22, top + 22 + _HEIGHT
        self._no_figure(panel, bottom)
        self.pen.axis(self.scale, top, bottom, [bottom + 16])
        shown = [p for p in panel.points if self._is_within(p)]
        most = max([_rate(p) for p in shown] or [0]) or 1
        steps = (_HEIGHT - 24) / most
        for point in sorted(shown, key=lambda p: _days_of(p), reverse=True):
            self._figure(panel, point, bottom, steps)
        for change in panel.breaks:
            day = change.occurred.first
            if day is not None and self.scale.holds(day):
                place = self.scale.at(day)
                self.canvas.line(place, top, place, bottom, paint.GREY, 1, "4 3")
        self._numbers(shown, bottom, steps)
        self.canvas.line(self.scale.left, bottom, self.scale.right, bottom)
        return bottom + 34

    def _is_within(self, point: Point) -> bool:
        first, last = _span(point)
        return first <= self.last and last >= self.first

    def _no_figure(self, panel: _Panel, bottom: float) -> None:
        """Hatched, low: the days of which no period tells anything."""
        covered = sorted(_span(p) for p in panel.points if _days_of(p) > _DOT)
        at = self.first
        for first, last in [*covered, (self.last + 1, self.last + 1)]:
            if first > at:
                left, right = self.scale.at(at), self.scale.at(min(first, self.last))
                if right > left:
                    hatch = self.canvas.hatch("#c9c9c9")
                    self.canvas.rect(left, bottom - 26, right - left, 26, hatch)
            at = max(at, last + 1)

    def _figure(self, panel: _Panel, point: Point, bottom: float, steps: float) -> None:
        first, last = _span(point)
        left, right = self.scale.at(first), self.scale.at(last + 1)
        high = max(_rate(point) * steps, 1.5)
        told = f"{point.period.text} · {_number(point.value)}"
        blue = paint.FAMILIES[0]
        if _days_of(point) <= _DOT:
            x, y = (left + right) / 2, bottom - high
            points = [(x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)]
            self.canvas.shape(points, paint.INK, told)
        elif _days_of(point) >= _SUM:
            self.canvas.rect(left, bottom - high, right - left, high, paint.PAPER, blue, told=told)
        else:
            fill = _PALE if "value" in point.inferred else blue
            self.canvas.rect(left, bottom - high, right - left, high, fill, blue, told=told)
        unit = self.pen.phrases.text(panel.indicator.unit)
        cells = (
            *("figure", panel.indicator.id, panel.part, iso(first), iso(last)),
            *(_number(point.value), unit),
        )
        self.rows.append(dict(zip(COLUMNS, cells, strict=True)))

    def _numbers(self, shown: list[Point], bottom: float, steps: float) -> None:
        """Each figure above its bar, where it meets no other: the highest first."""
        taken: list[paint.Box] = []
        told = [point for point in shown if _days_of(point) > _DOT]
        for point in sorted(told, key=_rate, reverse=True):
            first, last = _span(point)
            text = self._label(point)
            half = width(text, _SMALL, True) / 2
            middle = (self.scale.at(first) + self.scale.at(last + 1)) / 2
            middle = min(max(middle, self.scale.left + half), self.scale.right - half)
            base = bottom - max(_rate(point) * steps, 1.5) - 6
            box = paint.Box(middle - half - 2, base - _SMALL, middle + half + 2, base + 3)
            if not any(box.meets(other) for other in taken):
                self.canvas.text(middle, base, text, _SMALL, bold=True, anchor="middle", halo=True)
                taken.append(box)

    def _label(self, point: Point) -> str:
        """A figure, rounded where it is large; of several years it says how many."""
        value = f"{point.value:,.0f}" if point.value >= _LARGE else _number(point.value)
        years = round(_days_of(point) / _YEAR)
        if _days_of(point) < _SUM:
            return value
        return self.pen.say("picture.effect.years", value=value, count=years)

    def _key(self, base: float) -> float:
        place, blue = MARGIN, paint.FAMILIES[0]
        for item in ("printed", "computed", "years", "month", "nothing", "break"):
            name = self.pen.say(f"picture.effect.key.{item}")
            if place + 36 + width(name, _SMALL) > self.canvas.width - MARGIN:
                place, base = MARGIN, base + 22
            top = base - 10
            if item == "month":
                x, y = place + 12, base - 4
                points = [(x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)]
                self.canvas.shape(points, paint.INK)
            elif item == "break":
                self.canvas.line(place + 12, top - 2, place + 12, base + 2, paint.GREY, 1, "4 3")
            elif item == "nothing":
                self.canvas.rect(place, top, 26, 12, self.canvas.hatch("#c9c9c9"))
            else:
                fills = {"printed": blue, "computed": _PALE, "years": paint.PAPER}
                self.canvas.rect(place, top, 26, 12, fills[item], blue)
            self.canvas.text(place + 34, base, name, _SMALL)
            place += 34 + width(name, _SMALL) + 20
        return base + 14


#: The fill of a figure that was computed from others.
_PALE = "#b9cfdf"


def _is_dated(point: Point) -> bool:
    return point.period.first is not None and point.period.last is not None


def _span(point: Point) -> tuple[int, int]:
    """The first and the last day that a figure covers."""
    return point.period.first or 1, point.period.last or days.LAST


def _days_of(point: Point) -> int:
    first, last = _span(point)
    return last - first + 1


def _rate(point: Point) -> float:
    """A figure as it would be for a year; of a month or less the figure itself, which may tell of a
    year already.
    """
    covered = _days_of(point)
    return point.value if covered <= _DOT else point.value * _YEAR / covered


def _number(value: float) -> str:
    """A figure as it is written, with commas."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"
