"""The life of one measure: whether there is a possible world for its events.

What lives here: each fault that the replay finds, told at its place. What does not: what is
possible (``replay.worlds``), an event by itself and the rest of a registry (``checks``).
"""

from __future__ import annotations

from collections.abc import Callable

from nkj import days, replay
from nkj.model import Event, Measure
from nkj.problems import Location, Related

Tell = Callable[..., None]
Where = Callable[..., Location]


def check_life(tell: Tell, where: Where, written: Measure, resolved: Measure) -> bool:
    """Tell why the events of a measure cannot follow each other; True if they can.

    ``written`` is the measure as it stands in the file, ``resolved`` the same with what its events
    inherit.
    """
    _, faults = replay.placed(resolved.events)
    own = {id(whole): mine for mine, whole in zip(written.events, resolved.events, strict=True)}
    for fault in faults:
        other = None if fault.other is None else own[id(fault.other)]
        related = () if other is None else (Related(where(other), "earlier"),)
        _tell(tell, where, own[id(fault.event)], fault, related)
    return not faults


def _tell(
    tell: Tell, where: Where, own: Event, fault: replay.Fault, related: tuple[Related, ...]
) -> None:
    end = "" if fault.end is None else fault.end.text
    if fault.code == "early-end":
        field = "until" if own.until is not None else "suspended_until"
        day = replay.effect(fault.event)
        start = days.iso(1) if day is None else day.text
        tell(where(own, field), fault.code, until=end, start=start)
        return
    day = replay.effect(fault.event)
    tell(
        where(own),
        fault.code,
        related=related,
        id=own.id,
        event=own.event,
        day="" if day is None else day.text,
        why=fault.why,
        until=end,
    )
