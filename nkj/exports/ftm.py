"""Listed parties for FollowTheMoney (OpenSanctions, Aleph): one entity a line, as JSON.

What lives here: parties and their listings as entities. What does not: who stood on which list
(``tables``). Bans on classes of people and ships name nobody and are no entities: a ban on the
entry of nationals is no travel ban on a person.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from nkj import days, index
from nkj.coverage import reach_of
from nkj.exports import File, Job, known_by
from nkj.exports.dates import as_prefix
from nkj.model import NamedParty, Party, Registry, When
from nkj.replay import Listing, Listings
from nkj.tables.lists import named_in_place
from nkj.wording import LANGUAGES, words

_SCHEMAS = {"individual": "Person", "entity": "Organization", "vessel": "Vessel"}


def files(job: Job) -> Iterator[File]:
    """One file: each party, and behind it what it was listed under."""
    job.tell("ftm")
    lines = [
        json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n"
        for entity in _entities(job.registry)
    ]
    yield File("", "".join(lines).encode())


def _entities(registry: Registry) -> Iterator[dict[str, Any]]:
    held = Listings.of(registry)
    parties: dict[str, Party | NamedParty] = {party.id: party for party in registry.parties}
    for key, party in {**parties, **named_in_place(registry)}.items():
        listings = held.all_of(key)
        yield _party(registry, key, party, listings)
        for number, listing in enumerate(listings, start=1):
            yield _sanction(registry, key, number, listing)


def _party(
    registry: Registry, key: str, party: Party | NamedParty, listings: tuple[Listing, ...]
) -> dict[str, Any]:
    properties: dict[str, list[str | None]] = {"name": [party.name, party.name_ja]}
    if party.country is not None:
        of = {"individual": "country", "vessel": "flag"}.get(party.type, "country")
        properties[of] = [party.country.lower()]
    if isinstance(party, Party):
        properties["alias"] = [*party.aliases, *party.aliases_ja]
        if party.type == "individual":
            properties["birthDate"] = [as_prefix(day) for day in party.born]
            properties["position"] = [party.role, party.role_ja]
        else:
            properties["summary"] = [party.role, party.role_ja]
        if party.type == "vessel":
            properties["imoNumber"] = [party.imo]
    if _is_frozen(registry, key):
        properties["topics"] = ["sanction"]
    properties["sourceUrl"] = _addresses(registry, party, listings)
    return _entity(_id(registry, key), _SCHEMAS[party.type], properties)


def _is_frozen(registry: Registry, key: str) -> bool:
    """True if the party is frozen on the last day for which there is evidence of the parties."""
    through = reach_of(registry).of_section("parties")
    return through is not None and Listings.of(registry).frozen(key, through) is True


def _sanction(registry: Registry, key: str, number: int, listing: Listing) -> dict[str, Any]:
    measure = listing.measure
    party = index.of(registry).get(key)
    record = party.record if party is not None else None
    properties: dict[str, list[str | None]] = {
        "entity": [_id(registry, key)],
        "authority": list(registry.programme.sender.name.words.values()),
        "country": [_country(registry)],
        "program": list(measure.name.words.values()),
        "programId": [measure.id],
        "recordId": list(record.listed_as) if isinstance(record, Party) else [],
        "unscId": [record.un_id] if isinstance(record, Party) else [],
        "listingDate": [as_prefix(listing.since)],
        "startDate": [as_prefix(listing.since)],
        "endDate": [as_prefix(listing.until)],
        "status": _status(registry, listing),
        "summary": [_as_written(listing.since, listing.until)],
        "sourceUrl": _addresses(registry, listing.event),
    }
    return _entity(_id(registry, f"{key}/{number}"), "Sanction", properties)


def _status(registry: Registry, listing: Listing) -> list[str | None]:
    """Whether it stands there on the last day for which there is evidence of its list, in each
    language of the registry that nkj speaks.
    """
    through = reach_of(registry).of_measure(listing.measure)
    if through is None:
        return []
    key = {True: "listed", False: "not-listed", None: "not-known"}[listing.on(through)]
    spoken = [lang for lang in LANGUAGES if lang in registry.programme.languages] or LANGUAGES[:1]
    return [words(lang).say(f"export.{key}", day=days.iso(through)) for lang in spoken]


def _as_written(since: When | None, until: When | None) -> str | None:
    """Both days as the registry writes them, where that says more than a date can."""
    vague = [day for day in (since, until) if day is not None and (day.doubtful or not day.exact)]
    return ", ".join(day.text for day in vague) or None


def _country(registry: Registry) -> str | None:
    """The sender's code, if its programme gives a country of the same name one."""
    sender = registry.programme.sender
    codes = (one.id for one in registry.programme.countries if one.name == sender.name)
    return next(codes, None)


def _addresses(registry: Registry, *records: object) -> list[str | None]:
    """The addresses of what supports who, when and under which number, each once."""
    sources = {source.id: source.url for source in registry.sources}
    cited = (
        citation
        for record in records
        for one in (record if isinstance(record, tuple) else (record,))
        for citation in getattr(getattr(one, "event", one), "cite", ())
    )
    return list(dict.fromkeys(sources[citation.source] for citation in cited))


def _entity(name: str, schema: str, properties: dict[str, list[str | None]]) -> dict[str, Any]:
    said = {key: [one for one in values if one] for key, values in properties.items()}
    return {
        "id": name,
        "schema": schema,
        "properties": {key: values for key, values in said.items() if values},
    }


def _id(registry: Registry, key: str) -> str:
    """An id of letters and digits, the same for the same record of the same programme."""
    return f"nkj-{hashlib.sha1(known_by(registry, key).encode()).hexdigest()[:20]}"
