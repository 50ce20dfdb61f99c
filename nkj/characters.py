"""Which characters may stand in a registry's text, and how others are shown.

What lives here: what is refused on reading, and the escapes under which anything from outside is
printed. What does not: where a text comes from, and how a cell is laid out (``formats``).
"""

from __future__ import annotations

import re

#: Refused wherever it stands, comments included: controls (but tab and line ends), bidirectional
#: controls, invisible characters and tags, line separators, byte order marks, noncharacters,
#: surrogates; and a variation selector anywhere but behind a Chinese character, whose form it may
#: choose.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
    "(?<![\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003fffd][\ufe00-\ufe0f\U000e0100-\U000e01ef])"
)

#: Refused inside a value: a carriage return ends a line between values, but in one it would let a
#: terminal write the rest of a row over its beginning.
_IN_A_VALUE = re.compile(rf"\r|{FORBIDDEN.pattern}")
#: Refused inside a value of one line (a title, an address, a name of a party), which stands in one
#: cell: also tabs and line ends.
_IN_A_LINE = re.compile(rf"[\t\n\r]|{FORBIDDEN.pattern}")

_LONGEST_ECHO = 80
#: No file has a longer name, nor a longer path to it.
_LONGEST_NAME = 255
_LONGEST_PATH = 4096


def refused_in_value(text: str) -> str:
    """The first character that may not stand in a value, as ``U+000D``; nothing if all may."""
    return _named(_IN_A_VALUE.search(text))


def refused_in_line(text: str) -> str:
    """The first character that may not stand in a value of one line; nothing if all may."""
    return _named(_IN_A_LINE.search(text))


def _named(found: re.Match[str] | None) -> str:
    return f"U+{ord(found.group()):04X}" if found else ""


def visible(text: str) -> str:
    """A text from outside, safe to print: every character that is not plainly seen is an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if _is_seen(c) else _escape(c) for c in text)


def shown(text: str) -> str:
    """A text of a registry as it may stand in a cell: every character that a terminal would obey or
    nobody sees is an escape, a tab is a space.

    A carriage return, an escape sequence or a bidirectional control could make a terminal show
    something else than what is said. Line ends stand, since a cell may have several lines; so does
    a selector that chooses a Chinese character's form.
    """
    if text.isascii() and text.isprintable():
        return text
    return _IN_A_VALUE.sub(lambda found: _escape(found.group()), text.replace("\t", " "))


def printable(text: str) -> str:
    """A word typed by a reader, safe to print, and cut where nobody would read on."""
    whole = len(text) <= _LONGEST_ECHO
    return visible(text if whole else text[: _LONGEST_ECHO - 3] + "...")


def printable_path(path: str) -> str:
    """A file's name, safe to print, and whole: who is told of a file must be able to find it. What
    can be no file's name is cut as any other word.
    """
    names = path.split("/")
    there_can_be = len(path) <= _LONGEST_PATH and max(map(len, names)) <= _LONGEST_NAME
    return visible(path) if there_can_be else printable(path)


def _is_seen(character: str) -> bool:
    # Python calls fillers, blanks and variation selectors printable though nobody sees them.
    return character.isprintable() and not FORBIDDEN.match(character)


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def escaped_json(text: str) -> str:
    """JSON that says the same, with JSON's escapes for what no registry may hold."""
    return FORBIDDEN.sub(
        lambda found: re.sub("....", r"\\u\g<0>", found.group().encode("utf-16-be").hex()), text
    )
