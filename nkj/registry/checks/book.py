"""What checks read: the records as written and resolved, where they stand, and which are sound.

What lives here: the one object that every check is given, and whatever is worked out once for all
of them. What does not: any check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from nkj import replay
from nkj.coverage import Reach
from nkj.index import Index
from nkj.model import Event, Measure, Sections, When
from nkj.problems import Location
from nkj.registry.nodes import Scalar, Sequence
from nkj.registry.records import Walk


class Book:
    """A registry being checked. ``measures`` are the resolved ones, in the order of ``sections``.

    A record with a fault is not ``sound``, and what follows from it alone is not told: a reader who
    mends the first fault would find the others gone.
    """

    def __init__(self, sections: Sections, measures: tuple[Measure, ...], walk: Walk) -> None:
        self.sections = sections
        self.measures = measures
        self.walk = walk
        self.index = Index(sections)
        self.sources = {source.id: source for source in sections.sources}
        #: Each measure as it is written, and with what its events inherit.
        self.pairs = tuple(zip(sections.measures, measures, strict=True))
        self._lives: dict[int, replay.Life] = {}
        self._spoiled: set[int] = set()

    def events(self) -> Iterator[tuple[Event, Event]]:
        """Every event as it is written, and with what it inherits."""
        for written, resolved in self.pairs:
            yield from zip(written.events, resolved.events, strict=True)

    def where(self, record: object, field: str | None = None) -> Location:
        """Where a record stands, or the value of one of its keys, if it has that key itself."""
        return self.walk.where(record, field)

    def items(self, record: object, field: str) -> list[Scalar]:
        """The words of a list that a record has itself, each with its place."""
        entry = self.walk.stands[id(record)].entries.get(field)
        listed = entry[1] if entry else None
        if not isinstance(listed, Sequence):
            return []
        return [item for item in listed.items if isinstance(item, Scalar)]

    def near(self, word: str, choices: Iterable[str]) -> str:
        """The choice nearest to a word, as long as the budget for that lasts."""
        return self.walk.findings.near(word, choices)

    def is_sound(self, record: object) -> bool:
        """True if no fault in a record, or in what it inherits, has been told so far."""
        if id(record) in self.walk.broken or id(record) in self._spoiled:
            return False
        return not isinstance(record, Event) or self._has_sound_decision(record)

    def spoil(self, record: object) -> None:
        """Note that a check has told a fault of a record."""
        self._spoiled.add(id(record))

    def has_sound_life(self, written: Measure) -> bool:
        """True if a measure and all its events are sound: what it did can be followed."""
        return self.is_sound(written) and all(self.is_sound(event) for event in written.events)

    def _has_sound_decision(self, event: Event) -> bool:
        """False where dates and citations that an event inherits are not to be had."""
        if event.decision is None:
            return True
        return event.decision in self._sound_decisions

    @cached_property
    def _sound_decisions(self) -> frozenset[str]:
        """Decisions without a fault; of one that stands twice nobody knows which is meant."""
        return frozenset(
            decision.id
            for decision in self.sections.decisions
            if id(decision) not in self.walk.broken and decision.id not in self.walk.repeated
        )

    def has_all_sources(self, *cited: str) -> bool:
        """True if each of the sources is there, so that what they allow can be judged."""
        return all(source in self.sources for source in cited)

    def life(self, measure: Measure) -> replay.Life:
        """The life of a resolved measure, replayed once however many checks ask."""
        known = self._lives.get(id(measure))
        if known is None:
            known = self._lives[id(measure)] = replay.Life(
                measure, self.reach.begin, self.reach.of_measure(measure)
            )
        return known

    @cached_property
    def listings(self) -> replay.Listings:
        """Who stood on which list, by the measures whose lives can be followed."""
        lives = {two.id: self.life(two) for one, two in self.pairs if self.has_sound_life(one)}
        return replay.Listings(lives, self.sections.parties, self.reach)

    def effect(self, event: str) -> When | None:
        """The day of effect of an event by its id, inherited days included."""
        known = self._resolved.get(event)
        return replay.effect(known) if known else None

    def written(self, whole: Event) -> Event:
        """An event as it is written, by what it is with what it inherits."""
        return self._written[id(whole)]

    @cached_property
    def _written(self) -> dict[int, Event]:
        return {id(whole): own for own, whole in self.events()}

    @cached_property
    def _resolved(self) -> dict[str, Event]:
        return {event.id: event for measure in self.measures for event in measure.events}

    @cached_property
    def reach(self) -> Reach:
        """The days for which the registry was held against evidence."""
        coverage = self.sections.coverage
        if coverage is None:
            return Reach(None, None, ())
        begin, end = coverage.verified_from, coverage.verified_through
        first = None if begin is None else begin.first
        return Reach(first, None if end is None else end.last, coverage.by)
