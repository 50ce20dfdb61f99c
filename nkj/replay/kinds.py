"""What each kind of event is: one row a kind.

What lives here: for every kind of event what it does to a measure, which field is its day of
effect, what it takes over from its decision, what it needs and what it refuses; and the day of
effect itself. What does not: what follows when events come one after another (``worlds``,
``life``).

The rules are the contract's (docs/contract.md, Events): a new kind of event is a row here, a name
in ``model.EventKind``, and its words.
"""

from typing import Literal, NamedTuple, TypeAlias

from nkj.model import Event, EventKind, State, When

#: What an event does: begin from nothing; change terms or end of what runs; move the end alone;
#: take the effect away for a while and give it back; end; or nothing.
Deed: TypeAlias = Literal["start", "change", "extend", "suspend", "resume", "end", "note"]

_DAYS = ("in_force", "promulgated", "decided", "announced")
_ACT = ("announced", "decided", "promulgated")
_NOT_AN_ACT = ("occurred", "superseded_by", "suspended_until")


class Kind(NamedTuple):
    """One kind of event.

    ``state`` is the state of the measure after it, where it says one. ``days`` are the fields of
    which the first that is there is the day of effect. ``inherits`` are the day fields taken over
    from the decision, ``needs`` what must be there, ``refuses`` what has no place in it.
    """

    deed: Deed
    state: State | None
    days: tuple[str, ...] = _DAYS
    inherits: tuple[str, ...] = (*_ACT, "in_force")
    needs: tuple[str, ...] = ()
    refuses: tuple[str, ...] = _NOT_AN_ACT


KINDS: dict[EventKind, Kind] = {
    "imposed": Kind("start", "in-force", inherits=(*_ACT, "in_force", "until")),
    "reimposed": Kind("start", "in-force", inherits=(*_ACT, "in_force", "until")),
    "tightened": Kind("change", "in-force", inherits=(*_ACT, "in_force", "until")),
    "eased": Kind("change", "eased", inherits=(*_ACT, "in_force", "until")),
    # An extension holds from its decision on: its ``until`` is the new one from that day.
    "extended": Kind(
        "extend",
        None,
        days=("decided", "promulgated", "announced"),
        inherits=(*_ACT, "until"),
        needs=("until",),
        refuses=("in_force", *_NOT_AN_ACT),
    ),
    "suspended": Kind("suspend", "suspended", refuses=("occurred", "superseded_by")),
    "resumed": Kind("resume", None),
    # For an end, ``in_force`` is the first day without the measure.
    "lifted": Kind("end", "lifted", refuses=("until", "terms", *_NOT_AN_ACT)),
    "superseded": Kind(
        "end",
        "superseded",
        needs=("superseded_by",),
        refuses=("until", "terms", "occurred", "suspended_until"),
    ),
    "noted": Kind(
        "note",
        None,
        days=("occurred", *_DAYS),
        inherits=("announced", "decided"),
        refuses=("in_force", "until", "terms", "promulgated", "superseded_by", "suspended_until"),
    ),
}

#: Events after which a measure is in force.
STARTS = frozenset(name for name, kind in KINDS.items() if kind.deed == "start")
#: Events after which it is not.
ENDS = frozenset(name for name, kind in KINDS.items() if kind.deed == "end")


def effect_field(event: Event) -> str | None:
    """The field that holds the event's day of effect, or None if it has no day of its own."""
    fields = KINDS[event.event].days
    return next((field for field in fields if getattr(event, field) is not None), None)


def effect(event: Event) -> When | None:
    """The event's day of effect as it is written, or None if it has no day of its own."""
    field = effect_field(event)
    return None if field is None else getattr(event, field)
