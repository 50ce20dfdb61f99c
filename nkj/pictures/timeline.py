"""All measures as bars, the bargains and occasions above them.

What lives here: the layout of this picture. What does not: what stands in which row
(``queries.bars``), what held (``queries.pieces``), the sheet (``canvas``).

State is told by form, so that a grey print loses nothing: full (in force), hatched (eased), dashed
outline (not known for certain), dotted outline (after the evidence), dotted line (a gap that
closed), cap (ended), arrow (no end set), notch (prolonged).
"""

from __future__ import annotations

from nkj import days
from nkj.choices import choose
from nkj.coverage import reach_of
from nkj.model import Measure, Occasion, Registry
from nkj.pictures import canvas as paint
from nkj.pictures.letters import width
from nkj.pictures.picture import MARGIN, Asked, Pen, Picture, Row, Scale, iso
from nkj.queries.bars import Bargain, Line, Shown, laid_out, whole
from nkj.queries.links import legs_by_event
from nkj.queries.pieces import Piece, gaps, prolonged
from nkj.queries.status import MeasureStatus
from nkj.replay import effect

COLUMNS = ("row", "id", "name", "state", "first_day", "last_day", "after_evidence")

_ROW, _BAR = 20.0, 12.0
_LANE = 17.0
_LABEL, _SMALL = 12, 11.5
#: The shape of the marks in the row of rare occasions.
_RARE = 9

#: The marks in the order of the key.
KEY = (
    *("in-force", "eased", "suspended", "uncertain", "unknown", "prolonged", "gap", "ended"),
    *("open", "later", "band"),
)
#: The outline of each state that is neither full nor hatched.
_OUTLINES = {"suspended": "", "uncertain": "4 3", "unknown": "1.5 2"}


def timeline(registry: Registry, asked: Asked) -> Picture:
    """The picture. Raises ``WrongUsage`` for a bad day or name."""
    return Timeline(registry, asked).drawn()


class Timeline:
    """The picture while it is being drawn."""

    def __init__(self, registry: Registry, asked: Asked) -> None:
        self.registry = registry
        self.pen = Pen(registry, asked)
        self.canvas = self.pen.canvas
        self.measures = choose(registry, asked.measures, asked.origin)
        self.laid = laid_out(registry, self.measures, *self.pen.interval(whole(registry)))
        self.first, self.last, self.known = self.laid.first, self.laid.last, self.laid.known
        self.rows: list[Row] = []
        #: The marks that were drawn: the key has these and no others.
        self.used: set[str] = set()

    def _holds(self, day: int | None) -> bool:
        return day is not None and self.first <= day <= self.last

    # Drawing

    def drawn(self) -> Picture:
        """The whole picture."""
        asked, say = self.pen.asked, self.pen.say
        years = {"first": days.iso(self.first)[:4], "last": days.iso(self.last)[:4]}
        title = asked.title or say("picture.timeline.title", title=self._about(), **years)
        subtitle = self._subtitle() if asked.subtitle is None else asked.subtitle
        top = self.pen.head(title, subtitle) + 8
        self.scale = Scale(self.first, self.last, self._left(), self._right())
        bottom = self._heights(top)
        self._grounds(top, bottom)
        base = self._lanes(top + 26)
        base = self._occasions(base)
        base = self._families(base + 8)
        self._known_line(base)
        base = self._key(base + 46)
        cited = sum(1 for _ in self.registry.sources)
        self.pen.foot(base + 8, say("picture.timeline.foot", count=f"{cited:,}"))
        return self.pen.done(title, subtitle, COLUMNS, self.rows)

    def _about(self) -> str:
        own = all(measure.origin == "unilateral" for measure in self.measures)
        if own:
            return self.pen.phrases.title()
        return self.pen.say("picture.timeline.all", target=self.pen.phrases.target())

    def _left(self) -> float:
        """Where the days begin: right of the longest name, and of a family beside its first."""
        names = [width(self._line_name(line), _LABEL, True) for line in self.laid.lines]
        for group in self.laid.families:
            family = width(self.pen.phrases.text(group.family.name), 14, True) + 18
            for place, shown in enumerate(group.members):
                label = width(self.pen.phrases.text(shown.measure.name), _LABEL)
                names.append(label + (family if place == 0 else 0))
        return MARGIN + max(names, default=0) + 12

    def _line_name(self, line: Line) -> str:
        if line.kind is None:
            return self.pen.say("picture.occasions")
        name = self.pen.phrases.text(line.kind.name)
        return name[:1].upper() + name[1:]

    def _right(self) -> float:
        shown = [member for family in self.laid.families for member in family.members]
        told = [self._standing_words(member.standing) for member in shown]
        room = max([width(text, _SMALL) for text in told] or [0])
        room = max(room, width(self._known_words(), _SMALL, True))
        return self.canvas.width - MARGIN - room - 12

    def _known_words(self) -> str:
        return self.pen.say("picture.on", day=self.pen.day(self.known))

    def _standing_words(self, row: MeasureStatus) -> str:
        """What the bar alone does not say: its last day, or why there is none."""
        if row.in_force and row.until:
            return self.pen.say("picture.until", day=self.pen.day(row.until))
        if row.in_force:
            return ""
        return self.pen.say(f"state.{row.state}")

    def _heights(self, top: float) -> float:
        """Where the rows end, so that the ground can be drawn before them."""
        lanes = self._lanes_of()
        base = top + 26 + (max(lanes.values(), default=-1) + 1) * _LANE + 6
        base += len(self.laid.lines) * _LANE + 8
        return base + self._high() + 2

    def _high(self) -> float:
        """How high the families stand."""
        return sum(len(family.members) * _ROW + 14 for family in self.laid.families)

    def _grounds(self, top: float, bottom: float) -> None:
        for bargain in self.laid.bargains:
            left, right = self.scale.at(bargain.first), self.scale.at(bargain.last)
            self.canvas.rect(left, top + 12, max(right - left, 2), bottom - top - 12, paint.BAND)
        self.pen.axis(self.scale, top + 6, bottom + 6, [top + 6, bottom + 18])

    def _lanes_of(self) -> dict[str, int]:
        """The lane of each bargain: the first in which neither bar nor name meets another."""
        ends: list[float] = []
        lanes = {}
        for bargain in self.laid.bargains:
            left, right = self._bargain_room(bargain)
            lane = next((at for at, end in enumerate(ends) if end < left - 8), len(ends))
            ends[lane : lane + 1] = [right]
            lanes[bargain.exchange.id] = lane
        return lanes

    def _bargain_room(self, bargain: Bargain) -> tuple[float, float]:
        """From where to where bar and name reach."""
        left, right = self._bargain_bar(bargain)
        name = width(self.pen.phrases.text(bargain.exchange.name), _SMALL)
        side = self._name_side(left, right, name)
        if side == "right":
            return left, right + 6 + name
        if side == "left":
            return left - 6 - name, right
        return self.scale.left, self.canvas.width

    def _bargain_bar(self, bargain: Bargain) -> tuple[float, float]:
        left = self.scale.at(bargain.first)
        return left, max(self.scale.at(bargain.last), left + 2)

    def _name_side(self, left: float, right: float, name: float) -> str:
        """Where a bargain's name stands: right of its bar, left of it, or, where neither has the
        room, on the bar.
        """
        if right + 6 + name <= self.canvas.width - MARGIN:
            return "right"
        return "left" if left - 6 - name >= self.scale.left else "on"

    def _lanes(self, top: float) -> float:
        lanes = self._lanes_of()
        if not lanes:
            return top
        self._row_name(self.pen.say("picture.bargains"), top)
        for bargain in self.laid.bargains:
            exchange = bargain.exchange
            base = top + lanes[exchange.id] * _LANE
            left, right = self._bargain_bar(bargain)
            name = self.pen.phrases.text(exchange.name)
            side = self._name_side(left, right, width(name, _SMALL))
            fill = paint.GREY if side != "on" else paint.GRID
            self.canvas.rect(
                left, base - 10, right - left, 11 if side == "on" else 10, fill, told=name
            )
            if side == "left":
                self.canvas.text(left - 6, base - 1, name, _SMALL, anchor="end")
            elif side == "right":
                self.canvas.text(right + 6, base - 1, name, _SMALL)
            else:
                latest = self.canvas.width - MARGIN - width(name, _SMALL)
                self.canvas.text(min(left + 4, latest), base - 1, name, _SMALL, ground=fill)
            ended = iso(bargain.last) if exchange.ended else ""
            self._note("bargain", exchange.id, name, exchange.outcome, iso(bargain.first), ended)
        self.used.add("band")
        return top + (max(lanes.values()) + 1) * _LANE + 6

    def _row_name(self, name: str, base: float) -> None:
        self.canvas.text(self.scale.left - 12, base, name, _LABEL, bold=True, anchor="end")

    def _occasions(self, top: float) -> float:
        for number, line in enumerate(self.laid.lines):
            base = top + number * _LANE
            shape = number if line.kind else _RARE
            self._row_name(self._line_name(line), base)
            self.canvas.line(self.scale.left, base - 4.5, self.scale.right, base - 4.5, paint.GRID)
            places = [self.scale.at(days.place(o.occurred)) for o in line.occasions]
            for order, (place, occasion) in enumerate(zip(places, line.occasions, strict=True), 1):
                name = self.pen.phrases.text(occasion.name)
                self._mark(place, base - 4.5, shape, name)
                number_told = str(self._number(occasion))
                following = [*places[order:], self.scale.right][0]
                if shape == 0 and following - place > 12 + width(number_told, 11):
                    self.canvas.text(place + 7, base - 0.5, number_told, 11)
                day = occasion.occurred.text
                self._note("occasion", occasion.id, name, occasion.kind, day, day)
        return top + len(self.laid.lines) * _LANE

    def _number(self, occasion: Occasion) -> int:
        """Which of its kind it is, counted from the first on record."""
        same = [o for o in self.registry.occasions if o.kind == occasion.kind]
        same.sort(key=lambda one: days.place(one.occurred))
        return same.index(occasion) + 1

    def _mark(self, x: float, y: float, shape: int, told: str) -> None:
        forms = {
            0: [(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)],
            1: [(x, y - 5), (x + 5, y + 4), (x - 5, y + 4)],
            2: [(x, y + 5), (x + 5, y - 4), (x - 5, y - 4)],
        }
        square = [(x - 4, y - 4), (x + 4, y - 4), (x + 4, y + 4), (x - 4, y + 4)]
        self.canvas.shape(forms.get(shape, square), paint.INK, told)

    def _families(self, top: float) -> float:
        for group in self.laid.families:
            self.canvas.line(MARGIN, top, self.scale.right, top, paint.RULE)
            colour = paint.FAMILIES[group.place % len(paint.FAMILIES)]
            for number, shown in enumerate(group.members):
                base = top + 18 + number * _ROW
                if number == 0:
                    name = self.pen.phrases.text(group.family.name)
                    self.canvas.text(MARGIN, base, name, 14, colour, bold=True)
                self._measure(shown, colour, base)
            top += len(group.members) * _ROW + 14
        return top

    def _measure(self, shown: Shown, colour: str, base: float) -> None:
        measure, found = shown.measure, shown.pieces
        name = self.pen.phrases.text(measure.name)
        self.canvas.text(self.scale.left - 12, base, name, _LABEL, anchor="end")
        top = base - 10.5
        for begin, end in gaps(found):
            self.used.add("gap")
            middle = top + _BAR / 2
            left, right = self.scale.at(begin), self.scale.at(end)
            self.canvas.line(left, middle, right, middle, paint.GREY, 1.5, "1.5 3")
        for piece in found:
            self._piece(piece, colour, top, name)
            after = self.last if piece.after is None else piece.after - 1
            self._note(
                "measure",
                measure.id,
                name,
                piece.state,
                iso(piece.first),
                iso(after) if piece.after else "",
                piece.is_later,
            )
        self._ends(shown, colour, top)
        told = self._standing_words(shown.standing)
        tone = paint.INK if shown.standing.in_force else paint.QUIET
        if told:
            self.canvas.text(self.scale.right + 12, base, told, _SMALL, tone)

    def _piece(self, piece: Piece, colour: str, top: float, name: str) -> None:
        left = self.scale.at(piece.first)
        right = self.scale.at(self.last if piece.after is None else piece.after)
        wide = max(right - left, 2)
        state = self.pen.say(f"state.{piece.state}")
        told = self.pen.say("term.plain", name=name, value=f"{state}, {iso(piece.first)}")
        if piece.is_later:
            if piece.after is not None and piece.state in ("in-force", "eased"):
                self.used.add("later")
                self.canvas.rect(left, top + 1, wide, _BAR - 2, paint.PAPER, colour, "1.5 2", told)
            return
        self.used.add(piece.state)
        if piece.state == "in-force":
            self.canvas.rect(left, top, wide, _BAR, colour, told=told)
        elif piece.state == "eased":
            self.canvas.rect(left, top, wide, _BAR, self.canvas.hatch(colour), colour, told=told)
        else:
            dashes = _OUTLINES[piece.state]
            self.canvas.rect(left, top, wide, _BAR, paint.PAPER, colour, dashes, told)

    def _ends(self, shown: Shown, colour: str, top: float) -> None:
        """Notches, caps and the arrow."""
        found = shown.pieces
        for day in prolonged(shown.measure):
            if self._holds(day):
                self.used.add("prolonged")
                place = self.scale.at(day)
                self.canvas.line(place, top, place, top + _BAR, paint.PAPER, 1.5)
        for number, piece in enumerate(found):
            following = found[number + 1] if number + 1 < len(found) else None
            ended = piece.after is not None and (following is None or following.first > piece.after)
            sure = piece.state in ("in-force", "eased") and not piece.is_later
            if ended and sure and self._holds(piece.after):
                self.used.add("ended")
                place = self.scale.at(piece.after or 0)
                self.canvas.line(place, top - 2, place, top + _BAR + 2, colour, 2)
        row = shown.standing
        if row.in_force and not row.until and self.known < self.last:
            self.used.add("open")
            place, middle = self.scale.at(self._evident(shown)) + 4, top + _BAR / 2
            points = [(place, middle - 5), (place + 7, middle), (place, middle + 5)]
            self.canvas.shape(points, colour)

    def _evident(self, shown: Shown) -> int:
        """The last day drawn for which there is evidence of a measure."""
        through = reach_of(self.registry).of_measure(shown.measure)
        return self.known if through is None else min(max(through, self.known), self.last)

    def _known_line(self, bottom: float) -> None:
        """The day that the right column speaks of, and a line there where more days follow."""
        top = bottom - self._high()
        self.canvas.text(self.scale.right + 12, top - 4, self._known_words(), _SMALL, bold=True)
        if self.known < self.last:
            place = self.scale.at(self.known + 1)
            self.canvas.line(place, top - 8, place, bottom, paint.INK, 1.25)

    def _key(self, base: float) -> float:
        """The marks again, drawn as they are, each with its meaning."""
        colour = paint.FAMILIES[4]
        items = [item for item in KEY if item in self.used]
        place = MARGIN
        for item in items:
            name = self.pen.say(f"picture.key.{item}")
            room = 36 + width(name, _SMALL) + 16
            if place + room > self.canvas.width - MARGIN and place > MARGIN:
                place, base = MARGIN, base + 22
            self.key_mark(item, place, base - 10.5, colour)
            self.canvas.text(place + 36, base - 0.5, name, _SMALL)
            place += room
        return base + 18

    def key_mark(self, item: str, left: float, top: float, colour: str) -> None:
        """A mark as the rows have it, for the key."""
        middle, right = top + _BAR / 2, left + 28
        if item == "in-force":
            self.canvas.rect(left, top, 28, _BAR, colour)
        elif item == "eased":
            self.canvas.rect(left, top, 28, _BAR, self.canvas.hatch(colour), colour)
        elif item in _OUTLINES:
            self.canvas.rect(left, top, 28, _BAR, paint.PAPER, colour, _OUTLINES[item])
        elif item == "prolonged":
            self.canvas.rect(left, top, 28, _BAR, colour)
            self.canvas.line(left + 14, top, left + 14, top + _BAR, paint.PAPER, 1.5)
        elif item == "gap":
            self.canvas.line(left, top - 2, left, top + _BAR + 2, colour, 2)
            self.canvas.line(left + 1, middle, right, middle, paint.GREY, 1.5, "1.5 3")
        elif item == "ended":
            self.canvas.rect(left, top, 14, _BAR, colour)
            self.canvas.line(left + 14, top - 2, left + 14, top + _BAR + 2, colour, 2)
        elif item == "open":
            self.canvas.rect(left, top, 14, _BAR, colour)
            points = [(left + 18, middle - 5), (left + 25, middle), (left + 18, middle + 5)]
            self.canvas.shape(points, colour)
        elif item == "later":
            self.canvas.rect(left, top + 1, 28, _BAR - 2, paint.PAPER, colour, "1.5 2")
        else:
            self.canvas.rect(left, top, 28, _BAR, paint.BAND)

    # What is said

    def _subtitle(self) -> str:
        """What one bar is, and the largest step that a bargain brought and how much came back."""
        say = self.pen.say
        told = [say("picture.timeline.bar")]
        step = self._largest_step()
        if step is not None:
            told.append(step)
        return say("join.sentences").join(told)

    def _largest_step(self) -> str | None:
        by_leg = legs_by_event(self.registry)
        together: dict[tuple[int, str], list[Measure]] = {}
        for measure in self.measures:
            for event in measure.events:
                taken = effect(event)
                if event.event != "lifted" or taken is None or not taken.exact:
                    continue
                for leg in by_leg.get(event.id, ()):
                    key = (taken.first or 0, leg.partition("/")[0])
                    together.setdefault(key, []).append(measure)
        within = {key: moved for key, moved in together.items() if self._holds(key[0])}
        if not within:
            return None
        (day, exchange), moved = max(within.items(), key=lambda item: len(item[1]))
        effects = [effect(e) for m in moved for e in m.events if e.event == "reimposed"]
        back = [days.place(w) for w in effects if w is not None and (w.first or 0) > day]
        facts = {"count": len(moved), "day": self.pen.day(day)}
        name = self.pen.phrases.name(exchange)
        if len(moved) < 2 or not back:
            return None
        return self.pen.say(
            "picture.timeline.step",
            name=name,
            back=len(back),
            last=self.pen.day(max(back)),
            **facts,
        )

    def _note(
        self,
        row: str,
        name_id: str,
        name: str,
        state: str,
        first: str,
        last: str,
        later: bool = False,
    ) -> None:
        cells = (row, name_id, name, state, first, last, "yes" if later else "")
        self.rows.append(dict(zip(COLUMNS, cells, strict=True)))
