"""Where a record stands: its file and line, looked up in the text when somebody asks.

What lives here: finding the line of an id. What does not: reading the registry; a loaded one keeps
no places, since hardly any answer needs them.
"""

from __future__ import annotations

import os
import re

from nkj.registry.files import read_files


def place_of(path: str | os.PathLike[str] | None, record_id: str) -> tuple[str, int] | None:
    """The file, as a problem would name it, and the line on which a record's id is written; None if
    there is none. A leg (``stockholm-2014/j2a``) stands below its exchange.

    ``path`` is what the registry was loaded from.
    """
    outer, _, inner = record_id.partition("/")
    for file in read_files(path):
        lines = file.data.decode("utf-8", "replace").split("\n")
        at = _line_of(outer, lines, 0)
        if at is not None and inner:
            at = _line_of(inner, lines, at)
        if at is not None:
            return file.shown, at
    return None


def _line_of(record_id: str, lines: list[str], after: int) -> int | None:
    """The number of the first line below another on which a record has this id."""
    written = re.compile(rf"""\s*(?:- )?id: *["']?{re.escape(record_id)}["']?\s*(?:#.*)?""")
    for number, line in enumerate(lines[after:], after + 1):
        if written.fullmatch(line.rstrip("\r")):
            return number
    return None
