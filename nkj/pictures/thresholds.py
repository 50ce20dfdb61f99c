"""Limits in money as steps down the days: the lower, the stricter.

What lives here: the layout of this picture. What does not: which terms there are (the registry's
vocabulary), what held (``replay``).

A panel is a term in money that one measure tightens against a general rule (its ``baseline``). A
prohibition of the same family that has itself a term in money stands as a hatched wall where that
measure is not in force: then the act is barred, and no limit says anything.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from math import log10
from typing import NamedTuple

from nkj import days, index
from nkj.choices import choose
from nkj.model import Event, Measure, Registry, TermDefinition
from nkj.pictures import canvas as paint
from nkj.pictures.letters import lines, width
from nkj.pictures.picture import MARGIN, Asked, Pen, Picture, Row, Scale, iso
from nkj.queries.links import legs_by_event
from nkj.replay import Replay

COLUMNS = ("measure", "term", "value", "rule", "first_day", "last_day", "event")

_HEIGHT = 250.0
_VALUE, _SMALL = 15, 12
#: Days shown before the first change, and after the last: a wall needs room for its words.
_BEFORE, _AFTER = 600, 1000


class _Step(NamedTuple):
    """Days on which one limit applies; ``event`` began it, None for what was so before all."""

    value: int
    is_special: bool
    first: int
    last: int
    event: Event | None


class _Panel(NamedTuple):
    """One term of one measure, and the prohibition that stands in its place, if any."""

    measure: Measure
    term: TermDefinition
    steps: tuple[_Step, ...]
    wall: Measure | None
    wall_first: int | None
    colour: str


def thresholds(registry: Registry, asked: Asked) -> Picture:
    """The picture. Raises ``WrongUsage`` for a bad day or name."""
    return _Thresholds(registry, asked).drawn()


class _Thresholds:
    def __init__(self, registry: Registry, asked: Asked) -> None:
        self.registry = registry
        self.pen = Pen(registry, asked)
        self.canvas = self.pen.canvas
        self.terms = index.of(registry).terms
        self.legs = legs_by_event(registry)
        self.chosen = choose(registry, asked.measures, asked.origin)
        found = self._found()
        changes = [step.first for _, _, steps in found for step in steps[1:]]
        whole = (min(changes, default=1) - _BEFORE, max(changes, default=1) + _AFTER)
        self.first, self.last = self.pen.interval((max(whole[0], 1), min(whole[1], days.LAST)))
        #: The last day of which anything is known.
        self.known = registry.verified_through or self.last
        # Two panels of one family are told apart: the second is in another colour.
        colours = (paint.FAMILIES[2], paint.FAMILIES[0], *paint.FAMILIES[3:])
        self.panels = [
            self._panel(measure, term, steps, colours[number % len(colours)])
            for number, (measure, term, steps) in enumerate(found)
        ]
        self.rows: list[Row] = []

    def _found(self) -> list[tuple[Measure, TermDefinition, list[_Step]]]:
        """The terms in money that have a general rule and a special one."""
        found = []
        for measure in self.chosen:
            for name in measure.baseline:
                term = self.terms[name]
                if term.type in ("money", "jpy"):
                    steps = self._steps(measure, name)
                    if any(step.is_special for step in steps):
                        found.append((measure, term, steps))
        return found

    def _steps(self, measure: Measure, name: str) -> list[_Step]:
        """What applied, from the first day to the last; one value beside another is one step."""
        life = Replay.of(self.registry).life(measure)
        told = []
        for number, span in enumerate(life.spans):
            following = life.spans[number + 1 : number + 2]
            last = following[0].first - 1 if following and following[0].first else days.LAST
            value = span.terms.get(name)
            if isinstance(value, int) and not isinstance(value, bool):
                special = bool(span.in_force) and value != measure.baseline.get(name)
                told.append(_Step(value, special, span.first or 1, last, span.standing.latest))
        merged = []
        for _, same in groupby(told, key=lambda step: (step.value, step.is_special)):
            run = list(same)
            merged.append(run[0]._replace(last=run[-1].last))
        return merged

    def _panel(
        self, measure: Measure, term: TermDefinition, steps: list[_Step], colour: str
    ) -> _Panel:
        wall, first = self._wall(measure)
        if first is not None:  # no limit says anything of what is barred
            steps = [s._replace(last=min(s.last, first - 1)) for s in steps if s.first < first]
        shown = [s for s in steps if s.first <= self.last and s.last >= self.first]
        return _Panel(measure, term, tuple(shown), wall, first, colour)

    def _wall(self, measure: Measure) -> tuple[Measure | None, int | None]:
        """The prohibition that stands where the measure has ended for good, and its first day."""
        ended = Replay.of(self.registry).life(measure).spans[-1]
        for other in self.registry.measures:
            if other.kind != "prohibition" or other.family != measure.family or ended.in_force:
                continue
            spans = Replay.of(self.registry).life(other).spans
            barred = next((span for span in spans if span.in_force), None)
            in_money = barred and any(self.terms[t].type in ("money", "jpy") for t in barred.terms)
            if barred and barred.first and in_money and barred.first <= self.last:
                return other, barred.first
        return None, None

    # Drawing

    def drawn(self) -> Picture:
        """The whole picture."""
        asked, say = self.pen.asked, self.pen.say
        title = asked.title or say("picture.thresholds.title", title=self.pen.phrases.title())
        told = say("picture.thresholds.subtitle", target=self.pen.phrases.target())
        subtitle = told if asked.subtitle is None else asked.subtitle
        top = self.pen.head(title, subtitle) + 14
        if not self.panels:
            self.canvas.text(MARGIN, top + 14, say("picture.thresholds.none"), 14)
            top += 40
        self.scale = Scale(self.first, self.last, MARGIN, self.canvas.width - MARGIN)
        for panel in self.panels:
            top = self._draw(panel, top)
        walls = any(panel.wall for panel in self.panels)
        self.pen.foot(top + 8, say("picture.thresholds.foot") if walls else "")
        return self.pen.done(title, subtitle, COLUMNS, self.rows)

    def _draw(self, panel: _Panel, top: float) -> float:
        names = {
            "name": self.pen.phrases.text(panel.measure.name),
            "term": self.pen.phrases.text(panel.term.name),
        }
        head = self.pen.say("picture.thresholds.panel", **names)
        self.canvas.text(MARGIN, top + 12, head, 15, panel.colour, bold=True)
        top, bottom = top + 26, top + 26 + _HEIGHT
        self.pen.axis(self.scale, top, bottom, [bottom + 16])
        self.canvas.line(MARGIN, bottom, self.canvas.width - MARGIN, bottom)
        if panel.wall is not None and panel.wall_first is not None:
            self._draw_wall(panel, top, bottom)
        for before, after in pairwise(panel.steps):
            place = self.scale.at(after.first)
            heights = self._height(panel, before, top), self._height(panel, after, top)
            if self.scale.holds(after.first):
                self.canvas.line(place, heights[0], place, heights[1], panel.colour, 1.5)
        for step in panel.steps:
            self._draw_step(panel, step, top)
        return bottom + 40

    def _height(self, panel: _Panel, step: _Step, top: float) -> float:
        """Where a value stands: the highest at the top, the lowest with room for its words."""
        values = [one.value for one in panel.steps]
        low, high = log10(max(min(values), 1)), log10(max(*values, 1, 1))
        share = (high - log10(max(step.value, 1))) / (high - low or 1)
        return top + 26 + share * (_HEIGHT - 130)

    def _draw_step(self, panel: _Panel, step: _Step, top: float) -> None:
        left, right = self.scale.at(step.first), self.scale.at(step.last + 1)
        height = self._height(panel, step, top)
        amount = self._amount(step.value, panel.term)
        if step.is_special:
            self.canvas.rect(left, height - 3.5, right - left, 7, panel.colour, told=amount)
        else:
            self.canvas.rect(left, height - 1.5, right - left, 3, paint.INK, told=amount)
        rule = "special" if step.is_special else "general"
        cells = (
            *(panel.measure.id, panel.term.id, str(step.value), rule),
            *(iso(max(step.first, self.first)), iso(min(step.last, self.last))),
            step.event.id if step.event else "",
        )
        self.rows.append(dict(zip(COLUMNS, cells, strict=True)))
        room = right - left - 12
        if width(amount, _VALUE, True) > room:
            return  # its words would meet those of the next; the data has it, and a mouse over it
        self.canvas.text(left + 6, height - 9, amount, _VALUE, bold=True)
        base = height + 18
        for told in self._words(panel, step):
            for line in lines(told, _SMALL, room):
                if width(line, _SMALL) <= room and base < top + _HEIGHT - 4:
                    self.canvas.text(left + 6, base, line, _SMALL, paint.QUIET)
                    base += _SMALL * 1.4

    def _words(self, panel: _Panel, step: _Step) -> list[str]:
        """Since when, and in answer to what; of the last one, that it is still so."""
        say = self.pen.say
        told = []
        if step.first >= self.first and step.event is not None:
            told.append(self.pen.day(step.first))
            told += self._reasons(step.event)
        if not step.is_special:
            told.append(say("picture.thresholds.general"))
        if step.last > self.known and panel.wall is None:
            told.append(say("picture.thresholds.still", day=self.pen.day(self.known)))
        return told

    def _reasons(self, event: Event) -> list[str]:
        join = self.pen.say("join.values")
        if event.occasions:
            names = join.join(map(self.pen.phrases.name, event.occasions))
            return [self.pen.say("picture.thresholds.answers", names=names)]
        exchanges = dict.fromkeys(leg.partition("/")[0] for leg in self.legs.get(event.id, ()))
        if exchanges:
            names = join.join(map(self.pen.phrases.name, exchanges))
            return [self.pen.say("picture.thresholds.by", names=names)]
        return []

    def _draw_wall(self, panel: _Panel, top: float, bottom: float) -> None:
        assert panel.wall is not None
        assert panel.wall_first is not None
        left, right = self.scale.at(panel.wall_first), self.scale.right
        name = self.pen.phrases.text(panel.wall.name)
        self.canvas.rect(
            left, top, right - left, bottom - top, self.canvas.hatch("#d9bcd0"), told=name
        )
        self.canvas.rect(left, top, 6, bottom - top, panel.colour)
        cells = (panel.wall.id, "", "", "barred", iso(panel.wall_first), iso(self.last), "")
        self.rows.append(dict(zip(COLUMNS, cells, strict=True)))
        room = right - left - 44
        span = Replay.of(self.registry).life(panel.wall).on(panel.wall_first)
        told = [self.pen.phrases.terms(span.terms), self.pen.day(panel.wall_first)]
        told.append(self.pen.say("picture.thresholds.still", day=self.pen.day(self.known)))
        head = lines(name, _VALUE, room, bold=True)
        small = [line for text in told for line in lines(text, _SMALL, room)]
        high = len(head) * 21 + len(small) * _SMALL * 1.4 + 16
        if room < 90 or high > bottom - top - 20:
            return
        self.canvas.rect(left + 16, top + 14, right - left - 26, high, paint.PAPER)
        base = top + 34
        for line in head:
            self.canvas.text(left + 26, base, line, _VALUE, bold=True)
            base += 21
        for line in small:
            self.canvas.text(left + 26, base, line, _SMALL, paint.QUIET)
            base += _SMALL * 1.4

    def _amount(self, value: int, term: TermDefinition) -> str:
        """An amount with its unit."""
        if term.type == "jpy":
            large = int(self.pen.say("unit.jpy.large.of"))
            if value >= large and value % large == 0:
                return self.pen.say("unit.jpy.large", value=f"{value // large:,}")
            return self.pen.say("unit.jpy.short", value=f"{value:,}")
        unit = self.pen.phrases.text(term.unit)
        return self.pen.say("picture.money", value=f"{value:,}", unit=unit)
