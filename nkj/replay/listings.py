"""Which party stood on which list when, replayed from the events that name them.

What lives here: the listings of every party, whether one was frozen on a day and since when, and
the totals of lists that are counted together. What does not: what held of a measure (``life``), and
finding a party by its name (``queries.parties``).

A listing lasts from the event that names the party to the one that strikes it off, or to the end of
the measure's run; ``imposed`` and ``reimposed`` start from nothing. A ``noted`` event names parties
whose day is not known: such a listing has no first day and never freezes anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf
from typing import NamedTuple

from nkj import coverage, days
from nkj.model import (
    Counts,
    Event,
    Measure,
    NamedParty,
    Party,
    PartyType,
    Registry,
    Terms,
    When,
)
from nkj.once import once
from nkj.replay.kinds import ENDS, KINDS, STARTS
from nkj.replay.life import Life
from nkj.replay.lives import Replay
from nkj.replay.worlds import Dated, Placed, placed

#: The terms that are computed from the lists, and the kind of party that each counts.
TOTALS: dict[str, PartyType] = {"entities_total": "entity", "individuals_total": "individual"}


class Bounds(NamedTuple):
    """The earliest and the latest day that a day can be; infinite where that is open."""

    first: float
    last: float


class Listing(NamedTuple):
    """A party on one list, from one event to what ended it.

    ``since`` is the first day and ``until`` the last as a registry would write them; ``since`` is
    None where only the United Nations' day is known, ``until`` None while the listing stands.
    ``begins`` and ``ends`` are the possible days of both, ``ends`` that of the first day without.
    """

    measure: Measure
    event: Event
    since: When | None
    until: When | None
    begins: Bounds
    ends: Bounds | None

    def on(self, day: int) -> bool | None:
        """True if it stands on a day, False if not, None if that is not known."""
        if day < self.begins.first or (self.ends is not None and day >= self.ends.last):
            return False
        begun = self.since is not None and day >= self.begins.last
        ended = self.ends is not None and day >= self.ends.first
        return True if begun and not ended else None


def party_key(named: str | NamedParty) -> str:
    """What tells parties apart: a record's id, or, of one named in place, its kind and name."""
    return named if isinstance(named, str) else f"{named.type}: {named.name}"


def names_parties(event: Event) -> bool:
    """True if an event names the parties that it moved."""
    return bool(event.designations or event.delisted)


class Listings:
    """The listings of every party, replayed once, to be asked for any day.

    ``lives`` are those of the measures, by their ids; each must have a possible world.
    """

    def __init__(
        self,
        lives: Mapping[str, Life],
        parties: Iterable[Party],
        reach: coverage.Reach,
    ) -> None:
        self._types: dict[str, PartyType] = {party.id: party.type for party in parties}
        self._verified_from = reach.begin
        self._reach = reach
        self._lives: dict[str, Life] = {}
        self._events: dict[str, list[Placed]] = {}
        self._by_party: dict[str, list[Listing]] = {}
        self._by_measure: dict[str, list[tuple[str, Listing]]] = {}
        for name, life in lives.items():
            measure = life.measure
            counted = any(event.added or names_parties(event) for event in measure.events)
            if counted or measure.totals_with:
                self._lives[name] = life
                self._events[name], _ = placed(measure.events)
                self._walk(life)

    @staticmethod
    def of(registry: Registry) -> Listings:
        """The one set of listings of a registry."""
        return _listings_of(registry)

    def all_of(self, party: str) -> tuple[Listing, ...]:
        """Every listing of a party on record, by its first day; those without one come by the day
        of their event.
        """
        found = self._by_party.get(party, [])
        return tuple(sorted(found, key=lambda listing: listing.begins.first))

    def frozen(self, party: str, day: int) -> bool | None:
        """True if a party is frozen on a day, False if not, None if that is not known."""
        if self._verified_from is not None and day < self._verified_from:
            return None
        held = {self._freezes(listing, day) for listing in self._by_party.get(party, [])}
        return _any_of(held)

    def frozen_since(self, party: str, day: int) -> When | None:
        """The first day of the freeze in which a party stands on a day, over all lists; None if it
        is not frozen then.
        """
        since: When | None = None
        at: float = day
        while at > 0:
            holding = [
                start
                for listing in self._by_party.get(party, [])
                if self._freezes(listing, int(at)) and (start := self._start(listing, int(at)))
            ]
            if not holding:
                break
            since = min(holding, key=_first)
            at = _first(since) - 1  # was it frozen on the day before, by another list?
        return since

    def _start(self, listing: Listing, day: int) -> When | None:
        """The first day on which a listing froze in one go up to this day: its own, or that of the
        measure's present run, if the measure had no effect in between.
        """
        run = self._lives[listing.measure.id].on(day).since
        assert listing.since is not None
        return run if run is not None and _first(run) > listing.begins.first else listing.since

    def listed_on(self, measure: Measure, party: str, day: int) -> bool | None:
        """True if a party stands on a measure's list on a day while the measure is in force."""
        found = [one for one in self._by_party.get(party, []) if one.measure.id == measure.id]
        held = {self._holds(listing, day) for listing in found}
        return _any_of(held)

    def bound_on(self, measure: Measure, party: str, day: int) -> bool | None:
        """True if a measure binds those who deal with a party on a day: a listing of which only the
        United Nations' day is known binds nobody.
        """
        found = self._by_party.get(party, [])
        own = [one for one in found if one.measure.id == measure.id and one.since is not None]
        return _any_of({self._holds(listing, day) for listing in own})

    def totals(self, measure: Measure, day: int) -> Terms:
        """How many entities and individuals stand on a measure's list and on those counted with it
        on a day, each party once; nothing if it counts with none or is not in force.

        Where a day is vague, what had surely happened is counted.
        """
        life = self._lives.get(measure.id)
        if not measure.totals_with or life is None or not _in_force(life, day):
            return {}
        parties: set[str] = set()
        counts = dict.fromkeys(TOTALS, 0)
        for name in (measure.id, *measure.totals_with):
            other = self._lives.get(name)
            if other is None or not _in_force(other, day):
                continue
            parties |= self._surely_listed(name, day)
            unnamed = _unnamed(self._events[name], day)
            counts["entities_total"] += unnamed.entities
            counts["individuals_total"] += unnamed.individuals
        for term, kind in TOTALS.items():
            counts[term] += sum(self._types[party] == kind for party in parties)
        return dict(counts)

    def edges(self, measure: Measure) -> list[int]:
        """Every day on which a measure's totals may change, in order."""
        found: set[float] = set()
        for name in (measure.id, *measure.totals_with) if measure.totals_with else ():
            if name in self._lives:
                found.update(self._lives[name].edges)
            found.update(one.day.last for one in self._events.get(name, []))
            for _, listing in self._by_measure.get(name, []):
                found.update((listing.begins.last, listing.ends.last if listing.ends else inf))
        return sorted(int(day) for day in found if day not in (-inf, inf))

    def days_of(self, measure: Measure) -> set[int]:
        """Every day on which it may change who stands on a measure's list."""
        found: set[float] = set()
        for _, listing in self._by_measure.get(measure.id, []):
            found.update((*listing.begins, *(listing.ends or ())))
        return {int(day) for day in found if day not in (-inf, inf)}

    def _surely_listed(self, measure: str, day: int) -> set[str]:
        return {
            party
            for party, listing in self._by_measure.get(measure, [])
            if listing.since is not None
            and day >= listing.begins.last
            and not (listing.ends is not None and day >= listing.ends.last)
        }

    def _freezes(self, listing: Listing, day: int) -> bool | None:
        """Ships that are barred from ports stand on a list too and are not frozen."""
        if listing.since is None or listing.measure.kind != "designation":
            return False
        return self._holds(listing, day)

    def _holds(self, listing: Listing, day: int) -> bool | None:
        in_force = self._lives[listing.measure.id].on(day).in_force
        stands = listing.on(day)
        if in_force is False or stands is False:
            return False
        return True if in_force and stands else None

    def _walk(self, life: Life) -> None:
        """Open and close the listings of one measure, event by event."""
        measure = life.measure
        standing: dict[str, Listing] = {}
        for now in self._events[measure.id]:
            event = now.event
            before = _last_before(now.day)
            if event.event in STARTS | ENDS:
                # A start comes after the end that had passed, if there was one.
                lapse = now.starts_after
                self._close(standing, tuple(standing), _ended_with(lapse) if lapse else before)
            self._close(standing, event.delisted, before)
            for named in event.designations:
                self._open(standing, named, measure, now)
        self._close(standing, tuple(standing), self._ran_out(life))

    def _open(
        self,
        standing: dict[str, Listing],
        named: str | NamedParty,
        measure: Measure,
        now: Placed,
    ) -> None:
        key = party_key(named)
        if isinstance(named, NamedParty):
            self._types.setdefault(key, named.type)
        if key in standing:  # told as a problem; or the day was not known and now is
            self._keep(key, standing.pop(key))
        moves = KINDS[now.event.event].deed != "note"
        begins = Bounds(now.day.first, now.day.last)
        since = now.day.written if moves else None
        standing[key] = Listing(measure, now.event, since, None, begins, None)

    def _close(
        self, standing: dict[str, Listing], parties: Iterable[str], end: _End | None
    ) -> None:
        for party in parties:
            listing = standing.pop(party, None)
            if listing is None:
                continue
            if end is not None:
                listing = listing._replace(until=end.last, ends=end.first_without)
            self._keep(party, listing)

    def _keep(self, party: str, listing: Listing) -> None:
        self._by_party.setdefault(party, []).append(listing)
        self._by_measure.setdefault(listing.measure.id, []).append((party, listing))

    def _ran_out(self, life: Life) -> _End | None:
        """The lapse by which the last run ended, if evidence reaches past it."""
        now, through = life.standings[-1], self._reach.of_measure(life.measure)
        until = now.until
        if not now.runs or until is None or until.last is None or through is None:
            return None
        first = -inf if until.first is None else until.first
        ended = _ended_with(Dated(until, first, until.last))
        return ended if until.last < through else None


class _End(NamedTuple):
    """The last day of a listing, and the possible days of the first without it."""

    last: When | None
    first_without: Bounds


def _ended_with(until: Dated) -> _End:
    """An end by lapse: the last day is the measure's."""
    return _End(until.written, Bounds(until.first + 1, until.last + 1))


def _last_before(day: Dated) -> _End:
    """The day before an event; as vague as the event itself."""
    reach = Bounds(day.first, day.last)
    if day.written is None or day.first == -inf or day.last == inf:
        return _End(day.written, reach)
    first, last = days.iso(int(day.first) - 1), days.iso(int(day.last) - 1)
    text = first if first == last else f"{first}..{last}"
    return _End(days.parse_when(text + "?" if day.written.doubtful else text), reach)


def _unnamed(events: Iterable[Placed], day: int) -> Counts:
    """What the events of a run added that name nobody, as far as they had surely happened."""
    entities = individuals = 0
    for now in events:
        event = now.event
        if day < now.day.last:
            break
        if event.event in STARTS | ENDS:
            entities = individuals = 0
        if KINDS[event.event].deed != "note" and not names_parties(event):
            added = event.net or event.added or Counts()
            taken = Counts() if event.net else event.removed or Counts()
            entities += added.entities - taken.entities
            individuals += added.individuals - taken.individuals
    return Counts(entities=entities, individuals=individuals)


def _in_force(life: Life, day: int) -> bool:
    """True if a measure is in force on a day, or may be and was in the earliest possible case."""
    span = life.on(day)
    if span.in_force is None:
        return span.state != "unknown" and span.standing.in_force
    return span.in_force


def _first(day: When) -> float:
    return -inf if day.first is None else day.first


def _any_of(held: set[bool | None]) -> bool | None:
    """True if one of them is, else None if one is not known, else False."""
    if True in held:
        return True
    return None if None in held else False


def totals_on(registry: Registry, measure: Measure, day: int) -> Terms:
    """``Listings.totals``; of a measure that counts with no other, no list is replayed for it."""
    return Listings.of(registry).totals(measure, day) if measure.totals_with else {}


def days_of_totals(registry: Registry, measure: Measure) -> list[int]:
    """``Listings.edges``; of a measure that counts with no other, no list is replayed for it."""
    return Listings.of(registry).edges(measure) if measure.totals_with else []


@once
def _listings_of(registry: Registry) -> Listings:
    replay = Replay.of(registry)
    lives = {measure.id: replay.life(measure) for measure in registry.measures}
    return Listings(lives, registry.parties, coverage.reach_of(registry))
