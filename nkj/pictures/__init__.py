"""Pictures of a registry, drawn by nkj itself: the layout is the work.

What lives here: ``draw``, which makes a picture of a name, and ``chart``, the same for a notebook.
What does not: writing files (``cli``).
``canvas`` is the sheet, ``letters`` its font, ``picture`` what all pictures share, ``forms`` the
files that one can become, then one module a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from nkj.characters import printable
from nkj.choices import Day, OriginChoice
from nkj.model import Registry
from nkj.pictures.forms import as_csv, written
from nkj.pictures.picture import Asked, Picture
from nkj.problems import WrongUsage
from nkj.queries.bundled import on_bundled
from nkj.wording import spoken

#: The pictures, each a module of that name with a function of that name.
PICTURES = ("timeline", "thresholds", "freezes", "effect", "ladder")


def draw(registry: Registry, name: str, asked: Asked) -> Picture:
    """The picture of a name. Raises ``WrongUsage`` for a bad day or measure."""
    make = getattr(import_module(f"nkj.pictures.{name}"), name)
    return cast("Callable[[Registry, Asked], Picture]", make)(registry, asked)


@on_bundled
def chart(
    registry: Registry,
    name: str,
    *,
    first: Day | None = None,
    last: Day | None = None,
    measures: Sequence[str] = (),
    origin: OriginChoice = "unilateral",
    exchange: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 1260,
    lang: str | None = None,
) -> Picture:
    """A picture that shows itself in a notebook: ``nkj.chart("timeline")``.

    ``name`` is one of ``PICTURES``; the rest are the options of ``nkj chart``, ``width`` in pixels.
    ``lang`` left out is that of ``NKJ_LANG``, else ``en``. The picture's ``svg`` is the file, its
    ``rows`` are what is drawn. Raises ``WrongUsage`` for a name, day or measure there is none of.
    """
    if name not in PICTURES:
        raise WrongUsage("usage.choice", text=printable(name), choices=", ".join(PICTURES))
    asked = Asked(
        first=first,
        last=last,
        measures=measures,
        origin=origin,
        lang=spoken(lang),
        title=title,
        subtitle=subtitle,
        width=width,
        exchange=exchange,
    )
    return draw(registry, name, asked)


__all__ = ["PICTURES", "Asked", "Picture", "as_csv", "chart", "draw", "written"]
