"""The page's script: plain files, joined into one that runs by itself.

What lives here: their order. What does not: the data that they pick from (``data``). No answer is
worked out in a browser but one: whether the rules of a day speak of an act (``rules.js``).
"""

from __future__ import annotations

from importlib.resources import files

#: Each knows those before it; the last draws the first view.
_PARTS = (
    *("texts", "days", "elements", "status", "comparison", "sheets"),
    *("names", "parties", "amounts", "rules", "acts", "asked", "address"),
)


def whole() -> str:
    """All parts as one script that leaves nothing behind outside of itself, without the comments
    and indents that only a reader of the parts needs.
    """
    folder = files(__name__)
    parts = (folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in _PARTS)
    lines = (line.strip() for part in parts for line in part.splitlines())
    kept = [line for line in lines if line and not line.startswith("//")]
    return "\n".join(['"use strict";', "(() => {", *kept, "})();", ""])
