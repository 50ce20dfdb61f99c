"""How wide a text is, in the one font that every picture is drawn with.

What lives here: widths from the shipped font, cutting a text into lines, and the font as a picture
carries it. What does not: cutting the font itself (``subset_fonts.py``, run by a developer).
"""

from __future__ import annotations

import base64
import json
from functools import cache
from importlib.resources import files

FAMILY = "Noto Sans JP"
#: Beside the font itself, for programs that take none from within a picture.
STACK = f"'{FAMILY}', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', sans-serif"
#: What a character is taken for that the font does not have, in thousandths of the size.
_UNKNOWN = 1000


@cache
def _widths() -> dict[str, dict[str, int]]:
    text = files("nkj.pictures").joinpath("fonts", "widths.json").read_text(encoding="utf-8")
    widths: dict[str, dict[str, int]] = json.loads(text)
    return widths


def known() -> frozenset[str]:
    """Every character that the font has."""
    return frozenset(_widths()["regular"])


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is at a size."""
    table = _widths()["bold" if bold else "regular"]
    return sum(table.get(sign, _UNKNOWN) for sign in text) * size / 1000


def lines(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """A text in lines no wider than the room: cut at spaces, else where Japanese may be cut."""
    done: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width((line + piece).rstrip(), size, bold) > room:
            done.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*done, line.rstrip()] if line.strip() else done


#: No line begins with one of these.
_CLOSING = "、。，．・：；？！）」』〉》】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"


def _pieces(text: str) -> list[str]:
    """What may not be cut: a word with the space behind it, or one wide character."""
    pieces: list[str] = []
    for sign in text:
        begins = (
            not pieces or pieces[-1].endswith(" ") or _is_wide(sign) or _is_wide(pieces[-1][-1])
        )
        if begins and sign not in _CLOSING:
            pieces.append(sign)
        elif pieces:
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _is_wide(sign: str) -> bool:
    return sign >= "\u2e80"


@cache
def faces() -> str:
    """The font as style that stands within a picture, so that no machine draws empty boxes."""
    rules = []
    for name, weight in (("Regular", 400), ("Bold", 700)):
        place = files("nkj.pictures").joinpath("fonts", f"NotoSansJP-{name}.woff2")
        data = place.read_bytes()
        code = base64.b64encode(data).decode("ascii")
        rules.append(
            f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};"
            f"src:url(data:font/woff2;base64,{code}) format('woff2')}}"
        )
    return "".join(rules)
