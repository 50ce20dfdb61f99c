"""What every picture is drawn on: shapes and texts on a sheet, and the SVG of it.

What lives here: the drawing and its colours. What does not: where anything stands (one module a
picture), and how wide a text is (``letters``).

Each text is kept with the box that it fills, so that a test can see that none leaves the sheet and
no two meet. Colours are those of Okabe and Ito, darkened until they can be read as text on white.
"""

from __future__ import annotations

from html import escape
from typing import Literal, NamedTuple

from nkj.characters import shown
from nkj.pictures import letters

Anchor = Literal["start", "middle", "end"]

INK = "#1b1b1b"
QUIET = "#595959"
GRID = "#dcdcdc"
RULE = "#1b1b1b"
PAPER = "#ffffff"
BAND = "#f1ead8"
GREY = "#767676"
#: One colour a family, in order; a further family takes the first again.
FAMILIES = ("#00659f", "#00705a", "#94397e", "#a84300", "#4a4a4a", "#6b5200", "#3d4fa8")

#: How far a text reaches above and below the line it stands on, in parts of its size.
ASCENT, DESCENT = 0.88, 0.22


class Box(NamedTuple):
    """The room that something fills."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """True if the two share more than an edge."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


class Written(NamedTuple):
    """A text on the sheet, its box, its colour and what it stands on."""

    text: str
    box: Box
    colour: str
    ground: str
    size: float


class Canvas:
    """A sheet that grows downwards: its height is set when all is drawn."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.height = 0.0
        self.texts: list[Written] = []
        self._parts: list[str] = []
        self._defined: dict[str, str] = {}

    # Shapes

    def rect(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        fill: str = "none",
        stroke: str = "",
        dashes: str = "",
        told: str = "",
    ) -> None:
        """A rectangle; ``told`` is what a mouse over it tells."""
        if stroke:  # the line lies within the box
            left, top, width, height = left + 0.5, top + 0.5, max(width - 1, 0.5), height - 1
        line = f' stroke="{stroke}"' if stroke else ""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        inner = f"<title>{escape(shown(told))}</title>" if told else ""
        self._parts.append(
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" '
            f'fill="{fill}"{line}{dashed}>{inner}</rect>'
        )

    def line(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        colour: str = RULE,
        thick: float = 1,
        dashes: str = "",
    ) -> None:
        """A straight line."""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._parts.append(
            f'<path d="M{left:.1f} {top:.1f}L{right:.1f} {bottom:.1f}" stroke="{colour}" '
            f'stroke-width="{thick:g}" fill="none"{dashed}/>'
        )

    def shape(self, points: list[tuple[float, float]], fill: str, told: str = "") -> None:
        """A filled shape between points."""
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        inner = f"<title>{escape(shown(told))}</title>" if told else ""
        self._parts.append(f'<path d="M{path}Z" fill="{fill}">{inner}</path>')

    def hatch(self, colour: str) -> str:
        """The name of a slanted pattern in a colour, to fill with."""
        name = f"hatch-{colour.lstrip('#')}"
        self._defined[name] = (
            f'<pattern id="{name}" width="5" height="5" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)"><rect width="5" height="5" fill="{PAPER}"/>'
            f'<rect width="2" height="5" fill="{colour}"/></pattern>'
        )
        return f"url(#{name})"

    # Texts

    def text(
        self,
        left: float,
        base: float,
        text: str,
        size: float = 12,
        colour: str = INK,
        bold: bool = False,
        anchor: Anchor = "start",
        ground: str = PAPER,
        halo: bool = False,
    ) -> Box:
        """A text on a line; returns the box that it fills. ``halo`` keeps a little paper around
        its letters where lines run behind them.
        """
        text = shown(text)
        wide = letters.width(text, size, bold)
        begin = left - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = Box(begin, base - size * ASCENT, begin + wide, base + size * DESCENT)
        self.texts.append(Written(text, box, colour, ground, size))
        weight = ' font-weight="700"' if bold else ""
        if halo:
            weight += f' stroke="{PAPER}" stroke-width="4" paint-order="stroke"'
        held = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self._parts.append(
            f'<text x="{left:.1f}" y="{base:.1f}" font-size="{size:g}" fill="{colour}"'
            f"{weight}{held}>{escape(text)}</text>"
        )
        return box

    def paragraph(
        self, left: float, base: float, text: str, size: float, room: float, colour: str = INK
    ) -> float:
        """A text in as many lines as it takes; returns the base of the line after it."""
        for line in letters.lines(text, size, room):
            self.text(left, base, line, size, colour)
            base += size * 1.45
        return base

    def svg(self, title: str, description: str, lang: str) -> str:
        """The picture as one SVG file with its font in it."""
        defined = "".join(self._defined.values())
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width:g}" '
            f'height="{self.height:g}" viewBox="0 0 {self.width:g} {self.height:g}" role="img" '
            f'aria-labelledby="title description" xml:lang="{lang}" '
            f'font-family="{letters.STACK}">\n'
            f'<title id="title">{escape(shown(title))}</title>\n'
            f'<desc id="description">{escape(shown(description))}</desc>\n'
            f"<style>{letters.faces()}</style>\n<defs>{defined}</defs>\n"
            f'<rect width="{self.width:g}" height="{self.height:g}" fill="{PAPER}"/>\n'
            + "\n".join(self._parts)
            + "\n</svg>\n"
        )
