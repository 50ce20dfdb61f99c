"""What the legs of one exchange must mean together.

What lives here: links between legs, outcomes that fit their days, and days that fit the events
moved. What does not: citations and translations, which are checked alike for every record
(``checks``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nkj import replay
from nkj.days import surely_before
from nkj.model import BOTH, Event, Exchange, Leg, When
from nkj.problems import Related
from nkj.registry.records import Walk

Tell = Callable[..., None]


def check_exchange(exchange: Exchange, events: Mapping[str, Event], walk: Walk, tell: Tell) -> None:
    """Tell every problem of one exchange; ``events`` are the registry's, resolved."""
    if not exchange.legs:
        tell(walk.where(exchange, "legs"), "missing-key", key="legs")
    if (
        exchange.agreed is not None
        and exchange.ended is not None
        and surely_before(exchange.ended, exchange.agreed)
    ):
        where = walk.where(exchange, "ended")
        tell(
            where,
            "dates-disagree",
            earlier="agreed",
            one=exchange.agreed.text,
            later="ended",
            two=exchange.ended.text,
        )
    first: dict[str, Leg] = {}
    for leg in exchange.legs:
        name = f"{exchange.id}/{leg.id}"
        if leg.id in first:
            tell(
                walk.where(leg, "id"),
                "duplicate-id",
                related=(Related(walk.where(first[leg.id], "id"), "first"),),
                id=name,
            )
        first.setdefault(leg.id, leg)
    for leg in exchange.legs:
        if id(leg) in walk.broken:
            continue
        _returns(leg, exchange, first, walk, tell)
        _outcome(f"{exchange.id}/{leg.id}", leg, walk, tell)
        _days(leg, walk, tell)
        _mover(f"{exchange.id}/{leg.id}", leg, walk, tell)
        _moves(f"{exchange.id}/{leg.id}", leg, events, walk, tell)


def _returns(leg: Leg, exchange: Exchange, legs: Mapping[str, Leg], walk: Walk, tell: Tell) -> None:
    """A leg is given in return for legs of the other side, each once."""
    for at, other in enumerate(leg.in_return_for):
        where = walk.where(leg, "in_return_for")
        if other not in legs:
            tell(
                where,
                "undefined-leg",
                text=other[:60],
                exchange=exchange.id,
                near=walk.near(other, legs),
            )
        elif legs[other].by == leg.by or other in leg.in_return_for[:at]:
            why = "same-side" if legs[other].by == leg.by else "twice"
            tell(where, "leg-return", id=f"{exchange.id}/{leg.id}", other=other, why=why)


def _outcome(name: str, leg: Leg, walk: Walk, tell: Tell) -> None:
    """An outcome fits the days: what was carried out or taken back has the day of it, and nothing
    else has.
    """
    why = ""
    if leg.outcome == "reversed" and leg.reversed is None:
        why = "no-reversed"
    elif leg.outcome == "performed" and leg.performed is None:
        why = "no-performed"
    elif leg.outcome in ("not-due", "not-performed") and leg.performed is not None:
        why = "performed"
    elif leg.outcome in ("performed", "not-due", "not-performed") and leg.reversed is not None:
        why = "reversed"
    if why:
        tell(walk.where(leg, "outcome"), "leg-outcome", id=name, outcome=leg.outcome, why=why)


def _days(leg: Leg, walk: Walk, tell: Tell) -> None:
    for earlier, later in (
        ("promised", "due"),
        ("promised", "performed"),
        ("promised", "reversed"),
        ("performed", "reversed"),
    ):
        one: When | None = getattr(leg, earlier)
        two: When | None = getattr(leg, later)
        if one is not None and two is not None and surely_before(two, one):
            tell(
                walk.where(leg, later),
                "dates-disagree",
                earlier=earlier,
                one=one.text,
                later=later,
                two=two.text,
            )


def _mover(name: str, leg: Leg, walk: Walk, tell: Tell) -> None:
    """Only the sender moves measures, alone or together with the target: they are all its own."""
    if walk.programme is None or walk.names is None:  # the programme's own faults are told
        return
    if leg.by in (walk.programme.sender.id, BOTH):
        return
    for field in ("moves", "moved_back"):
        if getattr(leg, field):
            names = {"side": leg.by, "sender": walk.programme.sender.id}
            tell(walk.where(leg, field), "leg-moves", id=name, why="side", **names)


def _moves(name: str, leg: Leg, events: Mapping[str, Event], walk: Walk, tell: Tell) -> None:
    """A leg moves events, each once: not before the leg was carried out, and back not before it was
    taken back.
    """
    done, back = leg.performed or leg.promised, leg.reversed or leg.performed or leg.promised
    for field, since, why in (
        ("moves", done, "before-performed"),
        ("moved_back", back, "before-reversed"),
    ):
        moved: tuple[str, ...] = getattr(leg, field)
        for at, event_id in enumerate(moved):
            event = events.get(event_id)
            effect = replay.effect(event) if event else None
            if event_id in moved[:at] or (field == "moved_back" and event_id in leg.moves):
                tell(
                    walk.where(leg, field),
                    "leg-moves",
                    id=name,
                    why="moved-twice",
                    event=event_id,
                    day="",
                    other="",
                )
            elif since is not None and effect is not None and surely_before(effect, since):
                tell(
                    walk.where(leg, field),
                    "leg-moves",
                    id=name,
                    why=why,
                    event=event_id,
                    day=effect.text,
                    other=since.text,
                )
