"""The page's script: plain files, joined into one that runs by itself.

What lives here: their order. What does not: the data that they pick from (``data``). No answer is
worked out in a browser but one: whether the rules of a day speak of an act (``rules.js``), which
has more cases than a file can hold.
"""

from __future__ import annotations

from importlib.resources import files

#: Each knows those before it; the last draws the first view.
_PARTS = (
    *("texts", "days", "elements", "status", "comparison", "sheets"),
    "address",
)


def whole() -> str:
    """All parts as one script that leaves nothing behind outside of itself."""
    folder = files(__name__)
    parts = (folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in _PARTS)
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"
