"""Which party stood on which list when, replayed from the events that name them.

What lives here: the listings of every party, whether one was frozen on a day and since when, and
the totals of lists that are counted together. What does not: what held of a measure (``life``), and
finding a party by its name (``queries.parties``).

A listing lasts from the event that names the party to the one that strikes it off, or to the end of
the measure's run; ``imposed`` and ``reimposed`` start from nothing. A ``noted`` event names parties
whose day is not known: such a listing has no first day and never freezes anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from nkj import days
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
from nkj.replay.life import ENDS, STARTS, Life, Reach, effect

#: The terms that are computed from the lists, and the kind of party that each counts.
TOTALS: dict[str, PartyType] = {"entities_total": "entity", "individuals_total": "individual"}


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
    begins: Reach
    ends: Reach | None

    def on(self, day: int) -> bool | None:
        """True if it stands on a day, False if not, None if that is not known."""
        if _surely_before(day, self.begins):
            return False
        if self.ends is not None and _surely_reached(day, self.ends):
            return False
        begun = self.since is not None and _surely_reached(day, self.begins)
        ended = self.ends is not None and not _surely_before(day, self.ends)
        return True if begun and not ended else None


def party_key(named: str | NamedParty) -> str:
    """What tells parties apart: a record's id, or, of one named in place, its kind and name."""
    return named if isinstance(named, str) else f"{named.type}: {named.name}"


def names_parties(event: Event) -> bool:
    """True if an event names the parties that it moved."""
    return bool(event.designations or event.delisted)


class Listings:
    """The listings of every party, replayed once, to be asked for any day."""

    def __init__(
        self,
        measures: Iterable[Measure],
        parties: Iterable[Party],
        verified_from: int | None,
        verified_through: int | None,
    ) -> None:
        self._types: dict[str, PartyType] = {party.id: party.type for party in parties}
        self._verified_from = verified_from
        self._verified_through = verified_through
        self._lives: dict[str, Life] = {}
        self._by_party: dict[str, list[Listing]] = {}
        self._by_measure: dict[str, list[tuple[str, Listing]]] = {}
        for measure in measures:
            counted = any(event.added or names_parties(event) for event in measure.events)
            if counted or measure.totals_with:
                self._lives[measure.id] = Life(measure, verified_from, verified_through)
                self._walk(measure)

    @classmethod
    def of(cls, registry: Registry) -> Listings:
        """The listings of a registry."""
        return cls(
            registry.measures, registry.parties, registry.verified_from, registry.verified_through
        )

    def all_of(self, party: str) -> tuple[Listing, ...]:
        """Every listing of a party on record, by its first day; those without one come by the day
        of their event.
        """
        found = self._by_party.get(party, [])
        return tuple(sorted(found, key=lambda listing: _low(listing.begins.first)))

    def frozen(self, party: str, day: int) -> bool | None:
        """True if a party is frozen on a day, False if not, None if that is not known."""
        if self._verified_from is not None and day < self._verified_from:
            return None
        held = {self._freezes(listing, day) for listing in self._by_party.get(party, [])}
        return True if True in held else None if None in held else False

    def frozen_since(self, party: str, day: int) -> When | None:
        """The first day of the freeze in which a party stands on a day, over all lists; None if it
        is not frozen then.
        """
        listings = [
            listing
            for listing in self._by_party.get(party, [])
            if listing.measure.kind == "designation" and listing.since is not None
        ]
        holding = [listing for listing in listings if self._freezes(listing, day)]
        if not holding:
            return None
        first = min(holding, key=lambda listing: _low(listing.begins.first))
        for earlier in sorted(listings, key=lambda listing: -_low(listing.begins.first)):
            before = _low(earlier.begins.first) < _low(first.begins.first)
            if before and (earlier.ends is None or _reaches(earlier.ends, first.begins)):
                first = earlier
        return first.since

    def listed_on(self, measure: Measure, party: str, day: int) -> bool | None:
        """True if a party stands on a measure's list on a day while the measure is in force."""
        found = [one for one in self._by_party.get(party, []) if one.measure.id == measure.id]
        held = {self._holds(listing, day) for listing in found}
        return True if True in held else None if None in held else False

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
            unnamed = _unnamed(other, day)
            counts["entities_total"] += unnamed.entities
            counts["individuals_total"] += unnamed.individuals
        for term, kind in TOTALS.items():
            counts[term] += sum(self._types[party] == kind for party in parties)
        return dict(counts)

    def _surely_listed(self, measure: str, day: int) -> set[str]:
        return {
            party
            for party, listing in self._by_measure.get(measure, [])
            if listing.since is not None
            and _surely_reached(day, listing.begins)
            and not (listing.ends is not None and _surely_reached(day, listing.ends))
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

    def _walk(self, measure: Measure) -> None:
        """Open and close the listings of one measure, event by event."""
        life = self._lives[measure.id]
        standing: dict[str, Listing] = {}
        done = 0
        for event in measure.events:
            moves = done < len(life.events) and event is life.events[done]
            reach = life.reaches[done] if moves else _reach_of(effect(event))
            if moves and event.event in STARTS | ENDS:
                lapse = _lapse(life, done, reach)
                self._close(standing, tuple(standing), lapse or _last_before(effect(event), reach))
            done += moves
            ended = _last_before(effect(event), reach)
            self._close(standing, event.delisted, ended)
            for named in event.designations:
                self._open(standing, named, measure, event, reach, moves)
        self._close(standing, tuple(standing), self._ran_out(life))

    def _open(
        self,
        standing: dict[str, Listing],
        named: str | NamedParty,
        measure: Measure,
        event: Event,
        reach: Reach,
        moves: bool,
    ) -> None:
        key = party_key(named)
        if isinstance(named, NamedParty):
            self._types.setdefault(key, named.type)
        if key in standing:  # told as a problem; or the day was not known and now is
            self._keep(key, standing.pop(key))
        since = effect(event) if moves else None
        standing[key] = Listing(measure, event, since, None, reach, None)

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
        now = life.standings[-1]
        through = self._verified_through
        known = now.until is not None and now.until.last is not None
        if not now.in_force or not known or through is None:
            return None
        assert now.until is not None
        assert now.until.last is not None
        return _ended_with(now.until) if now.until.last < through else None


class _End(NamedTuple):
    """The last day of a listing, and the possible days of the first without it."""

    last: When | None
    first_without: Reach


def _lapse(life: Life, done: int, reach: Reach) -> _End | None:
    """The lapse by which a run had ended before the event that comes now."""
    before = life.standings[done]
    if not before.in_force or before.until is None or before.until.last is None:
        return None
    return _ended_with(before.until) if _low(reach.first) > before.until.last else None


def _ended_with(until: When) -> _End:
    first = None if until.first is None else until.first + 1
    last = None if until.last is None else until.last + 1
    return _End(until, Reach(first, last))


def _last_before(day: When | None, reach: Reach) -> _End:
    """The day before an event; as vague as the event itself."""
    if day is None or reach.first is None or reach.last is None:
        return _End(day, reach)
    first, last = days.iso(reach.first - 1), days.iso(reach.last - 1)
    text = first if first == last else f"{first}..{last}"
    if day.doubtful:
        text += "?"
    return _End(days.parse_when(text), reach)


def _unnamed(life: Life, day: int) -> Counts:
    """What the events of a run added that name nobody, as far as they had surely happened."""
    entities = individuals = 0
    for event, reach in zip(life.events, life.reaches, strict=True):
        if not _surely_reached(day, reach):
            break
        if event.event in STARTS | ENDS:
            entities = individuals = 0
        if not names_parties(event):
            added, removed = event.net or event.added or Counts(), event.removed or Counts()
            taken = Counts() if event.net else removed
            entities += added.entities - taken.entities
            individuals += added.individuals - taken.individuals
    return Counts(entities=entities, individuals=individuals)


def _in_force(life: Life, day: int) -> bool:
    """True if a measure is in force on a day in the earliest of what is possible."""
    span = life.on(day)
    return span.state != "unknown" and span.in_force is not False and span.standing.in_force


def _reach_of(day: When | None) -> Reach:
    return Reach(None, None) if day is None else Reach(day.first, day.last)


def _surely_before(day: int, reach: Reach) -> bool:
    return reach.first is not None and day < reach.first


def _surely_reached(day: int, reach: Reach) -> bool:
    return reach.last is not None and day >= reach.last


def _reaches(end: Reach, begin: Reach) -> bool:
    """True if one listing may have ended no earlier than another began, so that no day passed."""
    return end.last is None or begin.first is None or end.last >= begin.first


def _low(day: int | None) -> float:
    return float("-inf") if day is None else day
