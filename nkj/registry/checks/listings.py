"""Whether the parties that events name agree with each other and with the numbers beside them.

What lives here: a party named twice or struck off a list it is not on, and ``added``, ``removed``
and ``net`` against the names. What does not: ids that are not there (``whole``), and what stood on
which list (``replay.listings``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from nkj import replay
from nkj.model import Counts, Event, Measure, NamedParty, PartyType, Sections
from nkj.problems import Related
from nkj.registry.records import Walk

Tell = Callable[..., None]
#: The number in ``Counts`` that counts each kind of party.
_COUNTED: dict[PartyType, str] = {
    "entity": "entities",
    "individual": "individuals",
    "vessel": "vessels",
}


class Round(NamedTuple):
    """An event that moved a list, as it is written and as it is resolved."""

    measure: str
    own: Event
    whole: Event


def check_listings(
    sections: Sections, measures: tuple[Measure, ...], walk: Walk, tell: Tell
) -> None:
    """Tell every problem of the lists; ``measures`` are resolved, in the order of ``sections``."""
    check = _ListCheck(sections, walk, tell)
    rounds: dict[str, list[Round]] = {}
    for written, measure in zip(sections.measures, measures, strict=True):
        if id(written) in walk.broken:  # what is missing from a list would be told as a fault of it
            continue
        pairs = zip(written.events, measure.events, strict=True)
        rounds[measure.id] = [Round(measure.id, own, whole) for own, whole in pairs]
        check.names(rounds[measure.id])
        check.totals_have_terms(written)
    for together in _counted_together(measures):
        if together <= set(rounds):
            check.nets(
                one for measure in measures if measure.id in together for one in rounds[measure.id]
            )


class _ListCheck:
    """Walks the rounds of designation of one list or of several that are counted together."""

    def __init__(self, sections: Sections, walk: Walk, tell: Tell) -> None:
        self.types: Mapping[str, PartyType] = {party.id: party.type for party in sections.parties}
        self.walk = walk
        self.tell = tell

    def names(self, rounds: Iterable[Round]) -> None:
        """One list: each party once while it stands, and as many names as numbers."""
        standing: dict[str, Event] = {}
        for one in rounds:
            own, whole = one.own, one.whole
            if whole.event in replay.STARTS | replay.ENDS:
                standing = {}
            for name in own.delisted:
                if name not in standing:
                    where = self.walk.where(own, "delisted")
                    self.tell(where, "not-listed", id=own.id, party=name)
                standing.pop(name, None)
            self._named_once(own, standing)
            if replay.names_parties(whole):
                self._agrees(own, "added", own.added, whole.designations)
                self._agrees(own, "removed", own.removed, whole.delisted)

    def _named_once(self, own: Event, standing: dict[str, Event]) -> None:
        seen: set[str] = set()
        for named in own.designations:
            key = replay.party_key(named)
            earlier = standing.get(key)
            # The United Nations' listing that a note tells of may be followed by one with a day.
            again = earlier is not None and earlier.event != "noted"
            if key in seen or again:
                related = (Related(self.walk.where(earlier), "earlier"),) if again else ()
                where = self.walk.where(own, "designations")
                self.tell(where, "party-twice", related=related, id=own.id, party=key)
            seen.add(key)
        standing.update(dict.fromkeys(seen, own))

    def _agrees(
        self, own: Event, field: str, stated: Counts | None, named: Iterable[str | NamedParty]
    ) -> None:
        """``added`` and ``removed`` are as many as the names, unless that is disputed."""
        keys = tuple(map(replay.party_key, named))
        if stated is None or _disputed(own, field) or not self._known(own, keys):
            return
        counted = self._count(keys, own)
        if stated != counted:
            self._tell_counts(own, field, stated, counted)

    def nets(self, rounds: Iterable[Round]) -> None:
        """Lists counted together: ``net`` is by how many the parties grew, over all of them.

        From the first round on that names nobody, who was new is not known and nothing is checked.
        """
        ordered = sorted(rounds, key=_by_day)
        lists: dict[str, set[str]] = {}
        for one in ordered:
            own, whole = one.own, one.whole
            keys = map(replay.party_key, (*whole.designations, *whole.delisted))
            if _names_nobody(whole) or not self._known(own, keys):
                return
            if whole.event == "noted":
                continue
            before = set().union(*lists.values())
            mine = lists.setdefault(one.measure, set())
            if whole.event in replay.STARTS | replay.ENDS:
                mine.clear()
            mine -= set(whole.delisted)
            mine |= set(map(replay.party_key, whole.designations))
            grown = self._count(set().union(*lists.values()) - before, own)
            stated = whole.net if whole.net is not None else whole.added
            if stated is None or _disputed(own, "net") or own.removed or own.delisted:
                continue
            if stated != grown and replay.names_parties(whole):
                self._tell_counts(own, "net", stated, grown)

    def totals_have_terms(self, written: Measure) -> None:
        """Computed totals are terms like others: the vocabulary names and types them."""
        for term in replay.TOTALS if written.totals_with else ():
            if term not in self.walk.terms:
                where = self.walk.where(written, "totals_with")
                near = self.walk.near(term, self.walk.terms)
                self.tell(where, "undefined-term", text=term, near=near)

    def _known(self, own: Event, keys: Iterable[str]) -> bool:
        """True if every party is there: an id that is not is told by itself."""
        types = self._types_of(own)
        return all(key in types for key in keys)

    def _count(self, keys: Iterable[str], own: Event) -> Counts:
        types = self._types_of(own)
        counts = dict.fromkeys(_COUNTED.values(), 0)
        for key in keys:
            counts[_COUNTED[types[key]]] += 1
        return Counts(**counts)

    def _types_of(self, own: Event) -> Mapping[str, PartyType]:
        """The kinds of the recorded parties and of those that an event names in place."""
        placed = {
            replay.party_key(named): named.type
            for named in own.designations
            if isinstance(named, NamedParty)
        }
        return {**self.types, **placed}

    def _tell_counts(self, own: Event, field: str, stated: Counts, counted: Counts) -> None:
        where = self.walk.where(own, field if getattr(own, field) is not None else "designations")
        self.tell(
            where,
            "counts-disagree",
            id=own.id,
            field=field,
            stated=_numbers(stated),
            counted=_numbers(counted),
        )


def _counted_together(measures: Iterable[Measure]) -> Iterator[frozenset[str]]:
    groups = {frozenset((m.id, *m.totals_with)) for m in measures if m.totals_with}
    yield from sorted(groups, key=sorted)


def _names_nobody(event: Event) -> bool:
    moved = event.added or event.removed
    return moved is not None and not replay.names_parties(event)


def _by_day(one: Round) -> float:
    day = replay.effect(one.whole)
    return float("-inf") if day is None or day.first is None else day.first


def _disputed(event: Event, field: str) -> bool:
    return any(dispute.field == field for dispute in event.disputed)


def _numbers(counts: Counts) -> str:
    return f"{counts.entities}/{counts.individuals}/{counts.vessels}"
