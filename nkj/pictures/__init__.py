"""Pictures of a registry, drawn by nkj itself: the layout is the work.

What lives here: ``draw``, which makes a picture of a name. What does not: writing files (``cli``).
``canvas`` is the sheet, ``letters`` its font, ``picture`` what all pictures share, ``forms`` the
files that one can become, then one module a picture.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from nkj.model import Registry
from nkj.pictures.forms import as_csv, written
from nkj.pictures.picture import Asked, Picture

#: The pictures, each a module of that name with a function of that name.
PICTURES = ("timeline", "thresholds", "freezes", "effect", "ladder")


def draw(registry: Registry, name: str, asked: Asked) -> Picture:
    """The picture of a name. Raises ``WrongUsage`` for a bad day or measure."""
    make = getattr(import_module(f"nkj.pictures.{name}"), name)
    return cast("Callable[[Registry, Asked], Picture]", make)(registry, asked)


__all__ = ["PICTURES", "Asked", "Picture", "as_csv", "draw", "written"]
