"""What the legs of one exchange must mean together.

What lives here: links between legs, outcomes that fit their days, and days that fit the events moved. What does not: citations
and translations, which are checked alike for every record (``checks``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nkj import replay
from nkj.model import Event, Exchange, Leg, When
from nkj.problems import Related
from nkj.registry.walker import Walk, suggestion

Tell = Callable[..., None]


def check_exchange(exchange: Exchange, events: Mapping[str, Event], walk: Walk, tell: Tell) -> None:
    """Tell every problem of one exchange; ``events`` are the registry's, resolved."""
    first: dict[str, Leg] = {}
    for leg in exchange.legs:
        name = f"{exchange.id}/{leg.id}"
        if leg.id in first:
            tell(walk.where(leg, "id"), "duplicate-id", related=(Related(walk.where(first[leg.id], "id"), "first"),), id=name)
        first.setdefault(leg.id, leg)
    for leg in exchange.legs:
        if id(leg) in walk.broken:
            continue
        for other in leg.in_return_for:
            if other not in first or other == leg.id:
                near = suggestion(other, [known for known in first if known != leg.id])
                tell(walk.where(leg, "in_return_for"), "undefined-leg", text=other[:60], exchange=exchange.id, near=near)
        _outcome(f"{exchange.id}/{leg.id}", leg, walk, tell)
        _days(leg, walk, tell)
        if leg.by == "dprk":
            for field in ("moves", "moved_back"):
                if getattr(leg, field):
                    tell(
                        walk.where(leg, field), "leg-moves", id=f"{exchange.id}/{leg.id}", why="side", event="", day="", other=""
                    )
        _moves(f"{exchange.id}/{leg.id}", leg, events, walk, tell)


def _outcome(name: str, leg: Leg, walk: Walk, tell: Tell) -> None:
    """A step taken back has the day of it; what never came due or was not carried out has no day of being carried out."""
    why = ""
    if leg.outcome == "reversed" and leg.reversed is None:
        why = "no-reversed"
    elif leg.outcome in ("not-due", "not-performed") and leg.performed is not None:
        why = "performed"
    if why:
        tell(walk.where(leg, "outcome"), "leg-outcome", id=name, outcome=leg.outcome, why=why)


def _days(leg: Leg, walk: Walk, tell: Tell) -> None:
    for earlier, later in (("promised", "performed"), ("promised", "reversed"), ("performed", "reversed")):
        one: When | None = getattr(leg, earlier)
        two: When | None = getattr(leg, later)
        if one is not None and two is not None and _before(two, one):
            tell(walk.where(leg, later), "dates-disagree", earlier=earlier, one=one.text, later=later, two=two.text)


def _moves(name: str, leg: Leg, events: Mapping[str, Event], walk: Walk, tell: Tell) -> None:
    """What a leg moved took effect neither before it was promised nor, when moved back, before it was carried out."""
    for field, since, why in (
        ("moves", leg.promised, "promised"),
        ("moved_back", leg.performed or leg.promised, "before-performed"),
    ):
        for moved in getattr(leg, field):
            event = events.get(moved)
            effect = replay.effect(event) if event else None
            if since is not None and effect is not None and _before(effect, since):
                tell(walk.where(leg, field), "leg-moves", id=name, why=why, event=moved, day=effect.text, other=since.text)


def _before(one: When, other: When) -> bool:
    """True if every possible day of ``one`` lies before every possible day of ``other``."""
    return one.last is not None and other.first is not None and one.last < other.first
