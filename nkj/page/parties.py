"""The parties of a registry for the page: who each is, and how it stands on every day.

What lives here: each party's record, its listings, and its answer on every day on which it changes.
What does not: finding a party by its name, which the page's script does by the same rules as
``queries.parties`` (but for near spellings), and markup.

Parties that came onto one list on one day stand alike down the days: such a course is told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from nkj import days
from nkj.coverage import reach_of
from nkj.model import Measure, Party, PartyType, Registry
from nkj.page.strings import Once
from nkj.page.telling import Telling
from nkj.queries import parties as question
from nkj.queries.links import source_ids
from nkj.queries.parties import PartyAnswer
from nkj.replay import Listing, Listings, Replay
from nkj.sheets.parties import standing
from nkj.sheets.phrases import Phrases

#: Labels of the view, by their keys in ``wording``.
LABELS = (
    *("page.parties", "page.party", "page.party.hint", "page.find", "page.party.spelling"),
    *("page.party.by-list", "page.party.together", "page.party.record", "page.party.event"),
    *("parties.title", "parties.title-name", "parties.none", "parties.complete"),
    *("parties.nobody", "parties.unknown", "parties.listing.no-day", "parties.col.role"),
    *("parties.col.numbers", "parties.col.match", "party.name", "party.type", "party.country"),
    *("party.entity", "party.individual", "party.vessel", "field.aliases", "field.born"),
    *("field.un_id", "field.imo", "field.listed_as", "field.note", "field.id"),
    *("ask.col.un-listed", "ask.col.since", "ask.col.measure", "beside", "term.plain"),
    *("counts.entities", "counts.individuals", "counts.vessels", "join.sentences"),
    *(f"parties.match.{by}" for by in ("number", "name", "alias", "words")),
)


#: The types of party, in the order in which the script knows them.
TYPES = get_args(PartyType)


def told_parties(measures: Sequence[Measure], telling: Telling) -> dict[str, Any]:
    """All parties for the script, in the order in which they came onto a list.

    ``courses`` have the listings, the days on which the answer changes, and the answers before the
    first of them, from the first on, ...: frozen (1, 0, null), since when, in words, and the lists
    that bind whoever deals with it, each with 1 or null and the listing by which it stands there.
    """
    return _Parties(measures, telling).whole()


class _Parties:
    def __init__(self, measures: Sequence[Measure], telling: Telling) -> None:
        self._registry: Registry = telling.registry
        self._telling = telling
        self._listings = Listings.of(self._registry)
        self._places = {measure.id: place for place, measure in enumerate(measures)}
        self._measures = measures
        self._rounds = Once()
        self._courses = Once()

    def whole(self) -> dict[str, Any]:
        through = reach_of(self._registry).of_section("parties")
        return {
            "through": through,
            "types": TYPES,
            "naming": {
                "joining": question.JOINING.pattern,
                "ends": question.COMPANY_ENDS.pattern,
                "han": question.HAN.pattern,
                "silent": sorted(question.COMPANY_WORDS | question.SHIP_WORDS),
                "least": question.LEAST_SCORE,
            },
            "freezing": [
                self._places[measure.id]
                for measure in self._measures
                if measure.kind == "designation" and self._listings.days_of(measure)
            ],
            "all": [self._party(party) for party in self._registry.parties],
            "order": self._order(),
            "rounds": self._rounds.all(),
            "courses": self._courses.all(),
        }

    def _order(self) -> list[int]:
        """The places of the parties, by their first listing; those never listed are left out."""
        listed = [
            (held[0].begins.first, held[0].event.id, place)
            for place, party in enumerate(self._registry.parties)
            if (held := self._listings.all_of(party.id))
        ]
        # By their round alone: within it they stand as the registry has them.
        return [place for *_, place in sorted(listed)]

    def _party(self, party: Party) -> list[Any]:
        at, told = self._telling.at, question.answer(party, self._listings, days.LAST)
        return [
            party.id,
            at(party.name),
            at(party.name_ja or ""),
            [at(alias) for alias in told.aliases],
            TYPES.index(party.type),
            self._telling.say(lambda phrases: phrases.country(party.country)),
            [at(day.text) for day in party.born],
            self._telling.text(told.role),
            self._telling.text(party.note),
            party.un_id or 0,
            party.imo or 0,
            party.listed_as,
            self._telling.cited(citation.source for citation in party.cite),
            self._course(party),
        ]

    def _course(self, party: Party) -> int:
        """The place of how a party stands down the days; many stand alike."""
        held = self._listings.all_of(party.id)
        found = [self._listing(one) for one in held]
        starts: list[int] = []
        steps: list[Any] = []
        edges = self._edges(held)
        for day in [max(edges[0] - 1, 1), *edges] if edges else [1]:
            step = self._step(party, held, day)
            if not steps or step != steps[-1]:
                starts += [day] if steps else []
                steps.append(step)
        return self._courses.at([found, starts, steps])

    def _edges(self, held: Iterable[Listing]) -> list[int]:
        """Every day on which an answer about a party may change."""
        found: set[int] = set()
        for listing in held:
            found |= self._listings.days_of(listing.measure)
            spans = Replay.of(self._registry).life(listing.measure).spans
            found |= {span.first for span in spans if span.first is not None}
            un_listed = listing.event.un_listed
            if un_listed is not None and un_listed.last is not None:
                found.add(un_listed.last)
        if self._registry.verified_from is not None:
            found.add(self._registry.verified_from)
        return sorted(found)

    def _step(self, party: Party, held: Sequence[Listing], day: int) -> list[Any]:
        answer: PartyAnswer = question.answer(party, self._listings, day)
        on = days.exactly(day)

        def said(phrases: Phrases) -> str:
            return standing(answer, on, phrases)

        frozen = None if answer.frozen is None else int(answer.frozen)
        since = self._telling.at(answer.since.text if answer.since else "")
        return [frozen, since, self._telling.say(said), self._lists(party, held, day)]

    def _lists(self, party: Party, held: Sequence[Listing], day: int) -> list[list[int | None]]:
        """The measures that bind, or may bind, those who deal with a party on a day."""
        found = []
        for measure in {listing.measure.id: listing.measure for listing in held}.values():
            bound = self._listings.bound_on(measure, party.id, day)
            if bound is False:
                continue
            by = [
                place
                for place, listing in enumerate(held)
                if listing.measure is measure and question.stands_on(listing, day)
            ]
            found.append([self._places[measure.id], 1 if bound else None, by[0] if by else None])
        return found

    def _listing(self, listing: Listing) -> list[int]:
        """One listing: its round, first day, last day, and the United Nations' day."""
        at, event = self._telling.at, listing.event
        cited = self._telling.cited(source_ids(event))
        by = self._rounds.at([self._places[listing.measure.id], at(event.id), cited])
        told = (listing.since, listing.until, event.un_listed)
        return [by, *(at(day.text if day else "") for day in told)]
