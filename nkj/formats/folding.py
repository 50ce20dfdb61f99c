"""Text folded to a width in terminal cells: between words, and in Japanese between characters.

Rich folds between spaces only, so that a Japanese sentence counts as one word; here a line never
begins with a closing mark and never ends with an opening one (kinsoku, JIS X 4051). The Unicode
line breaking of uniseg took 10 ms a line when it was measured, a second and more for one exchange.
"""

from __future__ import annotations

import re
from functools import cache

from rich.cells import cell_len

_CLOSING = (
    "、。，．・：；？！゛゜ー々〆）〕］｝〉》」』】’”…‥％"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_OPENING = "（〔［｛〈《「『【‘“"
#: Chinese, Japanese and Korean, which may be broken between characters (Korean has spaces, but long
#: words).
_WIDE = "\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6‘’“”…‥"
_ADDRESS = re.compile(r"""([a-z]+://[^\s"<>]+)""")
_ASCII = re.compile(r"\S+|\s+")
#: A number and what it counts stay together.
_COUNTERS = "年月日件人円回隻号条項歳発か"
_UNIT = (
    f"[{re.escape(_OPENING)}]*"
    f"(?:[0-9]+(?:[.,][0-9]+)*[{_COUNTERS}]|[^\\s{_WIDE}]+|[{_WIDE}])"
    f"[{re.escape(_CLOSING)}]*|\\s+"
)


def fold(text: str, width: int, whole_addresses: bool = False) -> list[str]:
    """The lines of a text, none wider than ``width`` cells; a word that is wider by itself is
    broken, an address only without ``whole_addresses``.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _paragraph(paragraph, max(width, 2), whole_addresses)
    return lines


def narrowest(text: str) -> int:
    """The width that a text needs so that no word of it is broken. A long address does not count:
    nobody reads it by word.
    """
    return max((cell_len(unit) for unit in _units(text) if "://" not in unit), default=0)


def _paragraph(text: str, width: int, whole_addresses: bool) -> list[str]:
    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    units = _with_addresses(text) if whole_addresses and "://" in text else _units(text)
    for unit in units:
        size = cell_len(unit)
        if used + size <= width:
            line, used = line + unit, used + size
            continue
        if unit.isspace():
            continue
        if line.strip():
            lines.append(line.rstrip())
        whole = whole_addresses and "://" in unit
        *full, line = [unit] if whole else _broken(unit, width)
        lines += full
        used = cell_len(line)
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _units(text: str) -> list[str]:
    """What may not be broken, and the spaces between."""
    return _ASCII.findall(text) if text.isascii() else _unit().findall(text)


def _with_addresses(text: str) -> list[str]:
    """The same, with addresses as one unit each, whatever letters they are written in."""
    units: list[str] = []
    for part in _ADDRESS.split(text):
        units += [part] if "://" in part else _units(part)
    return units


@cache
def _unit() -> re.Pattern[str]:
    """Compiled when first needed: it takes 5 ms, and English needs none of it."""
    return re.compile(_UNIT)


def _broken(unit: str, width: int) -> list[str]:
    """A unit in pieces that fit."""
    if cell_len(unit) <= width:
        return [unit]
    pieces, piece, used = [], "", 0
    for character in unit:
        size = cell_len(character)
        if used + size > width and piece:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + character, used + size
    return [*pieces, piece]
