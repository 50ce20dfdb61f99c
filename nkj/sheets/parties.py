"""Parties as a sheet: whether each was frozen on the day, who it is, and on which lists it stood;
or, without a name, everybody who is frozen, round by round.
"""

from __future__ import annotations

from itertools import groupby

from nkj import days
from nkj.characters import printable
from nkj.model import Counts, When
from nkj.queries.parties import ListingAnswer, PartiesResult, PartyAnswer
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words


def sheet(result: PartiesResult, words: Words) -> Sheet:
    """The sheet of the parties that a name found, or of all on a day."""
    phrases = Phrases(result.registry, words)
    say = words.say
    day = phrases.day(result.on)
    if result.name is None:
        lists = phrases.listed(map(phrases.name, result.lists))
        title = say("parties.title-list" if lists else "parties.title", lists=lists, day=day)
        block = _rounds(result, phrases)
    else:
        title = say("parties.title-name", name=printable(result.name), day=day)
        block = _found(result, phrases)
    notes = coverage(result, phrases, result.on)
    return finished(title, [block], notes, phrases, more=say("parties.explain"))


def _found(result: PartiesResult, phrases: Phrases) -> Block:
    """The parties that bear the name, each with what tells it apart."""
    say = phrases.words.say
    if not result.parties:
        through = result.verified_through
        none = say("parties.none", name=printable(result.name or ""))
        known = "" if through is None else say("parties.complete", day=through.text)
        return Block("", intro=(say("join.sentences").join(filter(None, (none, known))),))
    columns: tuple[Column, ...] = (
        Column("name", say("party.name")),
        Column("frozen", say("parties.col.frozen")),
        Column("name_ja", say("party.name-ja"), "detail"),
        Column("type", say("party.type"), "detail"),
        Column("born", say("field.born"), "detail"),
        Column("role", say("parties.col.role"), "detail"),
        Column("numbers", say("parties.col.numbers"), "detail"),
        Column("lists", say("parties.col.lists"), "detail"),
        Column("match", say("parties.col.match"), "detail"),
        Column("note", say("field.note"), "detail"),
        Column("id", say("field.id"), "detail"),
        Column("sources", say("field.sources"), "detail"),
    )
    columns = _told(columns, result)
    rows = tuple(_row(party, result.on, columns, phrases) for party in result.parties)
    return Block("", columns, (("", rows),))


def _told(columns: tuple[Column, ...], result: PartiesResult) -> tuple[Column, ...]:
    """The columns, without that of Japanese names where a registry gives none."""
    if any("ja" in party.name.words for party in result.parties):
        return columns
    return tuple(column for column in columns if column.key != "name_ja")


def _row(party: PartyAnswer, on: When, columns: tuple[Column, ...], phrases: Phrases) -> Row:
    say = phrases.words.say
    kind = say(f"party.{party.type}")
    return Row(
        column_cells(
            columns,
            name=party.name.within("en"),
            frozen=standing(party, on, phrases),
            name_ja=party.name.words.get("ja", ""),
            type=phrases.beside(kind, phrases.country(party.country)) if party.country else kind,
            born=phrases.listed(map(phrases.day, party.born)),
            role=phrases.text(party.role),
            numbers=numbers(party, phrases),
            lists=phrases.listed(listing(one, phrases) for one in party.listings),
            match=_match(party, phrases),
            note=phrases.text(party.note),
            id=party.id,
            sources=", ".join(party.sources),
        )
    )


def standing(party: PartyAnswer, on: When, phrases: Phrases) -> str:
    """Whether a party is frozen on a day, and if not, what else its lists say about that day."""
    say = phrases.words.say
    if party.frozen:
        return say("parties.frozen", since=phrases.day(party.since))
    if party.frozen is None:
        return say("parties.unknown")
    told = [say("parties.not-frozen")]
    for one in party.listings:
        told += _beside_frozen(one, on, phrases)
    return phrases.listed(dict.fromkeys(told))


def _beside_frozen(one: ListingAnswer, on: When, phrases: Phrases) -> list[str]:
    """What one list says of a party that is not frozen on a day."""
    say = phrases.words.say
    day = days.place(on)
    since, until, un_listed = one.since, one.until, one.un_listed
    over = until is not None and until.last is not None and until.last < day
    coming = since is None or since.first is None or since.first > day
    freezes = phrases.kind(one.measure) == "designation"
    told = []
    if coming and not over and un_listed is not None and (un_listed.last or day) <= day:
        told.append(say("parties.un-listed", day=phrases.day(one.un_listed)))
    if freezes and since is not None and coming:
        told.append(say("parties.frozen-from", day=phrases.day(one.since)))
    if freezes and over:
        told.append(say("parties.frozen-until", day=phrases.day(one.until)))
    if not freezes and since is not None and not coming and not over:
        told.append(
            say("parties.on-list", measure=phrases.name(one.measure), day=phrases.day(one.since))
        )
    return told


def listing(one: ListingAnswer, phrases: Phrases) -> str:
    """One listing as a phrase: the list, its days, and the United Nations' day."""
    say = phrases.words.say
    if one.since is None and one.until is None:
        text = say("parties.listing.no-day")
    elif one.since is None:
        text = say("parties.listing.no-day-until", until=phrases.day(one.until))
    elif one.until is None:
        text = say("parties.listing.since", since=phrases.day(one.since))
    else:
        text = say(
            "parties.listing.span", since=phrases.day(one.since), until=phrases.day(one.until)
        )
    if one.un_listed:
        text = phrases.beside(text, say("parties.un-listed", day=phrases.day(one.un_listed)))
    return say("term.plain", name=phrases.name(one.measure), value=text)


def numbers(party: PartyAnswer, phrases: Phrases) -> str:
    """The numbers by which the lists know a party."""
    say = phrases.words.say
    told = [
        say("term.plain", name=say(f"field.{field}"), value=value)
        for field, value in (
            ("un_id", party.un_id),
            ("imo", party.imo),
            ("listed_as", ", ".join(party.listed_as)),
        )
        if value
    ]
    return phrases.listed(told)


def _match(party: PartyAnswer, phrases: Phrases) -> str:
    if party.match is None:
        return ""
    return phrases.beside(
        phrases.words.say(f"parties.match.{party.match.by}"), str(party.match.score)
    )


def _rounds(result: PartiesResult, phrases: Phrases) -> Block:
    """Everybody, under the round by which they came onto a list."""
    say = phrases.words.say
    if not result.parties:
        return Block("", intro=(say("parties.nobody"),))
    columns: tuple[Column, ...] = (
        Column("name", say("party.name")),
        Column("name_ja", say("party.name-ja")),
        Column("type", say("party.type")),
        Column("country", say("party.country")),
        Column("born", say("field.born"), "aside"),
        Column("role", say("parties.col.role"), "aside"),
        Column("id", say("field.id"), "aside"),
    )
    columns = _told(columns, result)
    groups = []
    for first, members in groupby(result.parties, key=lambda party: _round(party, result)):
        rows = tuple(_member(party, columns, phrases) for party in members)
        day = phrases.day(first.since or first.un_listed)
        groups.append((f"{day} · {phrases.name(first.measure)}", rows))
    kinds = [party.type for party in result.parties]
    counts = Counts(
        entities=kinds.count("entity"),
        individuals=kinds.count("individual"),
        vessels=kinds.count("vessel"),
    )
    return Block("", columns, tuple(groups), (phrases.counts(counts),))


def _round(party: PartyAnswer, result: PartiesResult) -> ListingAnswer:
    """The listing by which a party came onto the lists asked for, or onto any."""
    return next(one for one in party.listings if not result.lists or one.measure in result.lists)


def _member(party: PartyAnswer, columns: tuple[Column, ...], phrases: Phrases) -> Row:
    return Row(
        column_cells(
            columns,
            name=party.name.within("en"),
            name_ja=party.name.words.get("ja", ""),
            type=phrases.words.say(f"party.{party.type}"),
            country=phrases.country(party.country),
            born=phrases.listed(map(phrases.day, party.born)),
            role=phrases.text(party.role),
            id=party.id,
        )
    )
