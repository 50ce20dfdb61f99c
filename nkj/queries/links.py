"""The ways between records: an event's sources, a measure's last evidence, the legs that moved an
event.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nkj import days, replay
from nkj.index import leg_id
from nkj.model import Event, Exchange, Leg, Measure, NamedParty, Party, Registry, When
from nkj.once import once
from nkj.queries.result import Result


def source_ids(*events: Event | None) -> tuple[str, ...]:
    """The sources of some events, each once, in order."""
    ids = (citation.source for event in events if event for citation in event.cite)
    return tuple(dict.fromkeys(ids))


@once
def checked_days(registry: Registry) -> dict[str, list[When]]:
    """Of each measure, the days on which a checkpoint says how it stood."""
    found: dict[str, list[When]] = {}
    for checkpoint in registry.checkpoints:
        for expected in checkpoint.expect:
            found.setdefault(expected.measure, []).append(checkpoint.on)
    return found


def last_confirmed(measure: Measure, checked: Mapping[str, Sequence[When]]) -> When | None:
    """The day of the latest cited event or checkpoint of a measure; ``checked`` is
    ``checked_days``.
    """
    dated = [
        day for event in measure.events if event.cite and (day := replay.effect(event)) is not None
    ]
    return max((*dated, *checked.get(measure.id, ())), key=days.place, default=None)


class NamedIn(Result, frozen=True, kw_only=True):
    """A party as an event names it; ``id`` is None where the registry keeps no record of it."""

    id: str | None
    name: str
    name_ja: str | None
    type: str
    country: str | None


def named_in(registry: Registry, designations: Iterable[str | NamedParty]) -> tuple[NamedIn, ...]:
    """The parties of an event by name, in its order."""
    named = tuple(designations)
    known = {party.id: party for party in registry.parties} if named else {}
    return tuple(_named(known[one] if isinstance(one, str) else one) for one in named)


def _named(party: Party | NamedParty) -> NamedIn:
    return NamedIn(
        id=party.id if isinstance(party, Party) else None,
        name=party.name,
        name_ja=party.name_ja,
        type=party.type,
        country=party.country,
    )


class Tie(NamedTuple):
    """A leg of an exchange, from outside."""

    exchange: Exchange
    leg: Leg

    @property
    def id(self) -> str:
        return leg_id(self.exchange.id, self.leg.id)


@once
def legs(registry: Registry) -> tuple[Tie, ...]:
    """Every leg of every exchange."""
    return tuple(Tie(exchange, leg) for exchange in registry.exchanges for leg in exchange.legs)


@once
def legs_by_event(registry: Registry) -> dict[str, tuple[str, ...]]:
    """Of each event that an exchange moved, the legs that it carried out or took back."""
    found: dict[str, list[str]] = {}
    for tie in legs(registry):
        for event in dict.fromkeys((*tie.leg.moves, *tie.leg.moved_back)):
            found.setdefault(event, []).append(tie.id)
    return {event: tuple(ids) for event, ids in found.items()}


@once
def _legs_by_concern(registry: Registry) -> dict[str, list[Tie]]:
    """Of each measure, the legs that say they are about it."""
    found: dict[str, list[Tie]] = {}
    for tie in legs(registry):
        for measure in dict.fromkeys(tie.leg.concerns):
            found.setdefault(measure, []).append(tie)
    return found


def legs_about(registry: Registry, measure: Measure) -> tuple[str, ...]:
    """The legs that are about a measure and moved none of its events."""
    concerning = _legs_by_concern(registry).get(measure.id, ())
    if not concerning:
        return ()
    own = {event.id for event in measure.events}
    return tuple(tie.id for tie in concerning if not own & {*tie.leg.moves, *tie.leg.moved_back})
