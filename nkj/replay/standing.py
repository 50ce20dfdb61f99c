"""What holds after an event, while no end has passed.

What lives here: a standing, the rule by which an event turns one into the next, and when two sets
of terms say the same. What does not: days (``worlds``, ``life``).
"""

from __future__ import annotations

from typing import NamedTuple

from nkj import days
from nkj.model import Event, State, Terms, TermValue, When
from nkj.replay.kinds import KINDS


def same_terms(one: Terms, other: Terms) -> bool:
    """True if two sets of terms say the same. A list with nothing in it says as much as no list."""
    return said_by(one) == said_by(other)


def said_by(terms: Terms) -> tuple[tuple[str, TermValue], ...]:
    """What terms say, in a form that can be compared and counted: no order, no empty list."""
    said = []
    for name, value in terms.items():
        if isinstance(value, tuple):
            value = tuple(sorted(value))
        if value != ():
            said.append((name, value))
    return tuple(sorted(said))


class Standing(NamedTuple):
    """What holds after some number of a measure's events, while no end has passed.

    ``weight`` is ``in-force`` or ``eased``: the state whenever the measure has effect.
    ``latest`` is the last event, ``setter`` the one that stated the present end, ``suspended_by``
    the one that took the effect away; each None before the first.
    """

    state: State
    weight: State
    terms: Terms
    until: When | None
    suspended_until: When | None
    latest: Event | None
    setter: Event | None
    suspended_by: Event | None

    @property
    def in_force(self) -> bool:
        return self.state in ("in-force", "eased")

    @property
    def runs(self) -> bool:
        """True while the measure is on the books, in force or suspended."""
        return self.in_force or self.state == "suspended"

    def applying(self, baseline: Terms) -> Terms:
        """The terms that apply: the measure's own while it is in force, else the general rule's."""
        return self.terms if self.in_force else baseline


def never(baseline: Terms) -> Standing:
    """How a measure stands before its first event."""
    return Standing("not-yet-imposed", "in-force", baseline, None, None, None, None, None)


def after(before: Standing, event: Event, baseline: Terms) -> Standing:
    """Apply one event. The rule for terms and ``until`` is the contract's (Events)."""
    kind = KINDS[event.event]
    if kind.deed == "end":
        state = kind.state or before.state
        return Standing(state, "in-force", baseline, None, None, event, None, None)
    if kind.deed == "start":
        terms = event.terms or baseline
        until = _open(event.until)
        return Standing("in-force", "in-force", terms, until, None, event, event, None)
    terms = before.terms if event.terms is None else event.terms or baseline
    until, setter = before.until, before.setter
    if event.until is not None:
        until, setter = _open(event.until), event
    now = before._replace(terms=terms, until=until, setter=setter, latest=event)
    if kind.deed == "suspend":
        end = _open(event.suspended_until)
        return now._replace(state="suspended", suspended_until=end, suspended_by=event)
    if kind.deed == "extend":
        return now
    weight = kind.state or before.weight
    return now._replace(state=weight, weight=weight, suspended_until=None, suspended_by=None)


def _open(end: When | None) -> When | None:
    return None if end == days.OPEN_END else end
