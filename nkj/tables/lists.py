"""The rows about lists: parties, and which of them stood on which list when.

What lives here: parties and listings as rows. What does not: replaying the lists (``replay``).
"""

from __future__ import annotations

from collections.abc import Iterator

from nkj.model import NamedParty, Registry, Text
from nkj.replay import Listings, party_key
from nkj.tables.lives import Row, as_row


def parties(registry: Registry) -> Iterator[Row]:
    """Every party: those with a record, then those that only an event names in place."""
    for party in registry.parties:
        yield {
            **as_row(party),
            "name": _both(party.name, party.name_ja),
            "role": _both(party.role, party.role_ja),
            "aliases": (*party.aliases, *party.aliases_ja),
        }
    for key, named in named_in_place(registry).items():
        yield {**as_row(named), "id": key, "name": _both(named.name, named.name_ja)}


def listings(registry: Registry) -> Iterator[Row]:
    """Every party on every list, from the first day on it to the last."""
    held = Listings.of(registry)
    keys = [party.id for party in registry.parties]
    for key in (*keys, *named_in_place(registry)):
        for number, listing in enumerate(held.all_of(key), start=1):
            yield {
                "party": key,
                "number": number,
                "measure": listing.measure.id,
                "event": listing.event.id,
                "freezes": listing.measure.kind == "designation" and listing.since is not None,
                "since": listing.since,
                "until": listing.until,
                "un_listed": listing.event.un_listed,
            }


def named_in_place(registry: Registry) -> dict[str, NamedParty]:
    """Every party that an event names in place, by its key."""
    return {
        party_key(named): named
        for measure in registry.measures
        for event in measure.events
        for named in event.designations
        if isinstance(named, NamedParty)
    }


def _both(english: str | None, japanese: str | None) -> Text:
    """What the lists say in English and in Japanese, as far as they do."""
    said = {"en": english, "ja": japanese}
    return Text({language: words for language, words in said.items() if words})
