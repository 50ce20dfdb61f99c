"""A measure's whole life as one small bar, and the mark of each state.

What lives here: SVG drawn once a measure; the script only moves the mark of the day. What does not:
the row around it (``frame``), and pictures to print (``pictures``).

State is told by form: full (in force), hatched (eased), dashed outline (not known for certain),
dotted outline (on, after the evidence ends), a cap where it ended, a notch where it was prolonged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nkj.model import Measure, Registry
from nkj.queries.pieces import prolonged
from nkj.replay import Life, Replay

#: The states that the style draws as an outline of their own.
_OUTLINED = ("eased", "uncertain", "unknown", "later", "suspended")
#: How wide and high a bar is drawn, before the page stretches it.
_WIDTH = 1000
_TOP, _HEIGHT = 2, 10


class Scale(NamedTuple):
    """The days that every bar of a page spans, as ordinals."""

    first: int
    last: int

    def at(self, day: int) -> float:
        """Where a day stands."""
        inside = min(max(day, self.first), self.last)
        return (inside - self.first) / (self.last - self.first) * _WIDTH


def scale_of(registry: Registry) -> Scale:
    """From the first day covered to the last on which something changes."""
    changes = Replay.of(registry).change_days()
    first = registry.verified_from or (changes[0] if changes else 1)
    last = max([registry.verified_through or first, *changes[-1:]])
    return Scale(first, max(last, first + 1))


def bar(registry: Registry, measure: Measure, scale: Scale) -> str:
    """The life of a measure. Its row says in words what it shows, so no reader hears it twice."""
    life = Replay.of(registry).life(measure)
    shapes = [f'<path class="base" d="M0 7H{_WIDTH}"/>']
    for state, begin, end in _runs(life, scale):
        shapes += _pieces(state, begin, end, registry.verified_through, scale)
    notches = "".join(
        f"M{scale.at(day):.1f} {_TOP}V{_TOP + _HEIGHT}"
        for day in prolonged(measure)
        if scale.first < day < scale.last
    )
    if notches:
        shapes.append(f'<path class="notch" d="{notches}"/>')
    return (
        f'<svg class="bar" data-bar="{measure.id}" data-days="{scale.first} {scale.last}" '
        f'viewBox="0 0 {_WIDTH} 14" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(shapes)}</svg>"
    )


def _runs(life: Life, scale: Scale) -> Iterator[tuple[str, int, int]]:
    """The states of a life, each with its first day and the first day after it; what only changes
    its terms goes on.
    """
    spans = life.spans
    begins = [0, *(at for at in range(1, len(spans)) if spans[at].state != spans[at - 1].state)]
    firsts = [spans[at].first or scale.first for at in begins]
    for at, begin, end in zip(begins, firsts, [*firsts[1:], scale.last + 1], strict=True):
        yield spans[at].state, begin, end


def _pieces(state: str, begin: int, end: int, through: int | None, scale: Scale) -> list[str]:
    """A span as one piece, or as two where the evidence ends within it."""
    if end <= scale.first or begin > scale.last:
        return []
    if state not in ("in-force", "eased") or through is None or end <= through + 1:
        return [_piece(state, scale.at(begin), scale.at(end))]
    later = _piece("later", scale.at(max(begin, through + 1)), scale.at(end))
    if begin > through:
        return [later]
    return [_piece(state, scale.at(begin), scale.at(through + 1)), later]


def _piece(state: str, left: float, right: float) -> str:
    """A piece between two places; nothing where the measure is not in force."""
    width = max(right - left, 3)
    if state == "in-force":
        return f'<path class="full" d="{_box(left, _TOP, width, _HEIGHT)}"/>'
    if state not in _OUTLINED:
        return ""
    box = _box(left, _TOP + 0.5, width, _HEIGHT - 1)
    hatch = _hatch(left, left + width) if state == "eased" else ""
    return f'<path class="{state}" d="{box}{hatch}"/>'


def _box(left: float, top: float, width: float, height: float) -> str:
    return f"M{left:.1f} {top:g}h{width:.1f}v{height:g}h-{width:.1f}z"


def _hatch(left: float, right: float) -> str:
    """Slanted lines that fill a piece, one after the other."""
    slant = 9
    count = max((int(right - left) - slant - 1) // slant + 1, 0)
    return f"M{left:.0f} {_TOP + _HEIGHT}" + f"l{slant}-{_HEIGHT}m0 {_HEIGHT}" * count


#: The marks before the names of states, drawn once for all rows.
MARKS = """<svg width="0" height="0" aria-hidden="true" class="marks"><defs>
<symbol id="mark-in-force" viewBox="0 0 26 12"><rect width="26" height="12" fill="currentColor"/>\
</symbol>
<symbol id="mark-eased" viewBox="0 0 26 12"><rect x=".75" y=".75" width="24.5" height="10.5" \
fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M2 11L9 1M8 11L15 1M14 11L21 1\
M20 11L25 4" stroke="currentColor" stroke-width="1.5"/></symbol>
<symbol id="mark-uncertain" viewBox="0 0 26 12"><rect x=".75" y=".75" width="24.5" height="10.5" \
fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="4 2.5"/></symbol>
<symbol id="mark-unknown" viewBox="0 0 26 12"><rect x=".75" y=".75" width="24.5" height="10.5" \
fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="1.5 2.5"/></symbol>
<symbol id="mark-suspended" viewBox="0 0 26 12"><rect x=".75" y=".75" width="24.5" height="10.5" \
fill="none" stroke="currentColor" stroke-width="1.5"/></symbol>
<symbol id="mark-ended" viewBox="0 0 26 12"><path d="M0 6H20" stroke="currentColor" \
stroke-width="1.5"/><path d="M21 0V12" stroke="currentColor" stroke-width="3"/></symbol>
<symbol id="mark-lifted" viewBox="0 0 26 12"><use href="#mark-ended" width="26" height="12"/>\
</symbol>
<symbol id="mark-lapsed" viewBox="0 0 26 12"><use href="#mark-ended" width="26" height="12"/>\
</symbol>
<symbol id="mark-superseded" viewBox="0 0 26 12"><use href="#mark-ended" width="26" height="12"/>\
</symbol>
<symbol id="mark-not-yet-imposed" viewBox="0 0 26 12"><circle cx="13" cy="6" r="2" \
fill="currentColor"/></symbol>
</defs></svg>"""
