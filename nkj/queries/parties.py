"""Who was listed, and was this party frozen on that day?

What lives here: finding parties by a name, however it is written, and each one's listings down the
days. What does not: what stood on which list (``replay.listings``).

The ways a name is found, best first: as the name or another name of a party, where case, hyphens,
dots, width and company words do not count; as whole words of one; as a name and more of its names
behind it, "Foreign Trade Bank (FTB)"; and, only if none of these finds anybody, near it in spelling
or as a name among other words. A common word finds many, a name that nobody bears nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias
from unicodedata import combining, normalize

from nkj import days
from nkj.choices import Day, choose, day_of
from nkj.model import Citation, Event, Measure, Party, PartyType, Registry, Section, Text, When
from nkj.queries import sounds
from nkj.queries.bundled import on_bundled
from nkj.queries.result import Answer, Result
from nkj.replay import Listing, Listings

MatchedBy: TypeAlias = Literal["number", "name", "alias", "words", "spelling"]

#: Words that say what kind of company it is, and the article: they tell no two parties apart.
COMPANY_WORDS = frozenset(
    (
        *("co", "company", "companies", "corp", "corporation", "ltd", "limited", "inc", "llc"),
        *("incorporated", "plc", "pte", "ag", "gmbh", "sro", "cc", "jsc", "ojsc", "oao", "ooo"),
        *("カンパニー", "リミテッド", "コーポレーション", "コープ", "the"),
    )
)
#: What stands before a ship's number, and before its name.
_SHIP_NUMBER = re.compile(r"^imo\W*(?:(?:no|number)\b\W*)?")
SHIP_WORDS = frozenset(("mv",))
COMPANY_ENDS = re.compile("^(?:株式会社|有限会社)|(?:株式会社|有限会社|有限公司|公司|会社)$")
#: Marks inside a word of a transcription (Ch'o'l) or an abbreviation (S.R.O.): they join.
JOINING = re.compile("['’‘`´.\u02bc\u02bb/]")
_WORD = re.compile(r"\w+")
HAN = re.compile("[\u3400-\u9fff]")
_TOP_SCORE = 100
LEAST_SCORE = 50
#: A name of so many letters may be misspelt in one of them, a longer one in two, then three.
_ONE_SLIP, _TWO_SLIPS = 12, 24
_SHORTEST_SLIP = 4
_SOUND_SCORE = 75
#: A person's name among other words must be whole to count, or "Yu Jin" is found in "Yu Jin Ho".
_WHOLE_PERSON = 3
_WHOLE_BODY = 2


class Match(Result, frozen=True, kw_only=True):
    """How a name was found, and how well: 100 for a name itself, less for a part or a near one."""

    by: MatchedBy
    score: int


class ListingAnswer(Result, frozen=True, kw_only=True):
    """A party on one list. ``since`` is null where only the UN's day is known, ``until`` while the
    listing stands.
    """

    measure: str
    event: str
    since: When | None
    until: When | None
    un_listed: When | None


class PartyAnswer(Result, frozen=True, kw_only=True):
    """One party: who it is, whether it is frozen on the day, and all its listings on record."""

    id: str
    name: Text
    type: PartyType
    country: str | None
    un_id: str | None
    imo: str | None
    born: tuple[When, ...]
    role: Text | None
    aliases: tuple[str, ...]
    listed_as: tuple[str, ...]
    note: Text | None
    frozen: bool | None
    since: When | None
    match: Match | None
    listings: tuple[ListingAnswer, ...]
    cite: tuple[Citation, ...]
    sources: tuple[str, ...]


class PartiesResult(Answer, frozen=True, kw_only=True):
    """The parties found; ``name`` is what was looked for, None if all were asked for, ``lists`` the
    measures that were named.
    """

    on: When
    name: str | None
    lists: tuple[str, ...]
    parties: tuple[PartyAnswer, ...]

    def rows(self) -> tuple[object, ...]:
        """The parties."""
        return self.parties

    def bearing(self) -> tuple[Iterable[str], Iterable[Section]]:
        return (), ("parties",)


@on_bundled
def parties(
    registry: Registry,
    name: str | None,
    on: Day,
    measures: Sequence[str] = (),
    type: PartyType | None = None,
) -> PartiesResult:
    """The parties that a name finds, best match first; without one, all that are frozen on the day,
    in the order in which they were.

    ``on`` is a day argument, an ordinal or a date. ``measures`` (families, ids, globs) keeps those
    that are or were on such a list; without a name, those that stand on it on the day, frozen or
    not. ``type`` keeps bodies, people or ships. Raises ``WrongUsage`` for a bad day or measure; a
    name that finds nobody gives an empty list.
    """
    day = day_of(registry, on)
    lists = choose(registry, measures, "all") if measures else ()
    listings = Listings.of(registry)
    candidates = [party for party in registry.parties if type in (None, party.type)]
    if lists:
        wanted = {measure.id for measure in lists}
        candidates = [
            party
            for party in candidates
            if any(one.measure.id in wanted for one in listings.all_of(party.id))
        ]
    chosen: Sequence[tuple[Party, Match | None]]
    if name is None:
        chosen = _standing(candidates, listings, lists, day)
    else:
        chosen = _found(name, candidates)
    rows = tuple(answer(party, listings, day, match) for party, match in chosen)
    named = tuple(measure.id for measure in lists)
    return PartiesResult(
        registry=registry, on=days.exactly(day), name=name, lists=named, parties=rows
    )


def answer(party: Party, listings: Listings, day: int, match: Match | None = None) -> PartyAnswer:
    """A party as it is answered on a day."""
    held = listings.all_of(party.id)
    frozen = listings.frozen(party.id, day)
    since = listings.frozen_since(party.id, day) if frozen else None
    return PartyAnswer(
        id=party.id,
        name=_both(party.name, party.name_ja),
        type=party.type,
        country=party.country,
        un_id=party.un_id,
        imo=party.imo,
        born=party.born,
        role=_both(party.role, party.role_ja) if party.role or party.role_ja else None,
        aliases=(*party.aliases, *party.aliases_ja),
        listed_as=party.listed_as,
        note=party.note,
        frozen=frozen,
        since=since,
        match=match,
        listings=tuple(map(listing_answer, held)),
        cite=party.cite,
        sources=_sources(party, (listing.event for listing in held)),
    )


def listing_answer(listing: Listing) -> ListingAnswer:
    """A listing as it is answered."""
    return ListingAnswer(
        measure=listing.measure.id,
        event=listing.event.id,
        since=listing.since,
        until=listing.until,
        un_listed=listing.event.un_listed,
    )


def stands_on(listing: Listing | ListingAnswer, day: int) -> bool:
    """True if a listing has begun by a day and not ended, as far as that is known."""
    begun = listing.since is not None and days.place(listing.since) <= day
    return begun and (listing.until is None or days.place(listing.until) >= day)


def _both(english: str | None, japanese: str | None) -> Text:
    """What the lists say in English and in Japanese, as far as they do."""
    said = {"en": english, "ja": japanese}
    return Text({language: words for language, words in said.items() if words})


def _sources(party: Party, events: Iterable[Event]) -> tuple[str, ...]:
    """What the party itself rests on, and the sources that say of its rounds who and when."""
    fields = {"designations", "in_force", "un_listed"}
    of_events = (
        citation.source
        for event in events
        for citation in event.cite
        if fields & set(citation.supports)
    )
    return tuple(dict.fromkeys((*(citation.source for citation in party.cite), *of_events)))


def _standing(
    candidates: Iterable[Party], listings: Listings, lists: Sequence[Measure], day: int
) -> Sequence[tuple[Party, None]]:
    """Who is frozen on the day, or stands on one of the lists asked for; who perhaps is, too."""
    wanted = {measure.id for measure in lists}
    stands: list[tuple[float, str, Party]] = []
    for party in candidates:
        held = [one for one in listings.all_of(party.id) if not lists or one.measure.id in wanted]
        if lists:
            stays = any(listings.listed_on(one, party.id, day) is not False for one in lists)
        else:
            stays = listings.frozen(party.id, day) is not False
        if held and stays:
            first = held[0].begins.first
            stands.append((float("-inf") if first is None else first, held[0].event.id, party))
    stands.sort(key=lambda one: one[:2])
    return [(party, None) for *_, party in stands]


# Names


class _Name(NamedTuple):
    """A name of a party as it is compared: its words, and all its letters in a row."""

    words: tuple[str, ...]
    letters: str
    alias: bool


def _found(name: str, candidates: Sequence[Party]) -> Sequence[tuple[Party, Match]]:
    """Who bears the name, best match first; near spellings only if nobody does."""
    asked = _compared(name, alias=False)
    if not asked.letters:
        return []
    named = [(party, tuple(_names(party))) for party in candidates]
    found: list[tuple[Party, Match]] = []
    for party, names in named:
        match = _number(name, party) or _best(asked, names)
        if match is not None:
            found.append((party, match))
    if not found:
        for party, names in named:
            match = _otherwise(asked, names, party.type)
            if match is not None:
                found.append((party, match))
    order = ("number", "name", "alias", "words", "spelling")
    found.sort(key=lambda pair: (-pair[1].score, order.index(pair[1].by)))
    return found


def _otherwise(asked: _Name, names: Sequence[_Name], type: PartyType) -> Match | None:
    """What is only looked for where nobody bears the name."""
    return _near(asked, names) or _within(asked, names, type) or _sounds_alike(asked, names, type)


def _names(party: Party) -> Iterator[_Name]:
    for name in filter(None, (party.name, party.name_ja)):
        yield _compared(name, alias=False)
    for alias in (*party.aliases, *party.aliases_ja):
        yield _compared(alias, alias=True)


def _compared(name: str, alias: bool) -> _Name:
    """A name without what does not count: case, width, accents, marks, company words."""
    plain = normalize("NFKD", normalize("NFKC", name).casefold())
    # Japanese voicing marks change the letter, Latin accents do not.
    kept = "".join(c for c in plain if not combining(c) or c in "\u3099\u309a")
    text = normalize("NFC", JOINING.sub("", kept))
    words = tuple(filter(None, (COMPANY_ENDS.sub("", word) for word in _split(text))))
    telling = tuple(word for word in words if word not in COMPANY_WORDS | SHIP_WORDS)
    telling = telling or tuple(_split(text))
    return _Name(telling, "".join(telling), alias)


def _split(text: str) -> list[str]:
    return [part for word in _WORD.findall(text) for part in word.split("_") if part]


def _number(name: str, party: Party) -> Match | None:
    """A number of the UN's list, of the official one or of a ship, or the record's own id."""
    asked = normalize("NFKC", name).strip().casefold()
    numbers = (party.id, party.un_id, party.imo, *party.listed_as)
    known = {number.casefold() for number in numbers if number}
    if asked in known or _SHIP_NUMBER.sub("", asked) == party.imo:
        return Match(by="number", score=_TOP_SCORE)
    if party.un_id and re.sub(r"\W", "", asked) == re.sub(r"\W", "", party.un_id.casefold()):
        return Match(by="number", score=_TOP_SCORE)
    return None


def _best(asked: _Name, names: Sequence[_Name]) -> Match | None:
    """The name itself, else another name, else whole words of one, else several of its names."""
    best: Match | None = None
    for name in names:
        if name.letters == asked.letters:
            if not name.alias:
                return Match(by="name", score=_TOP_SCORE)
            best = Match(by="alias", score=_TOP_SCORE)
        elif (best is None or best.by == "words") and _holds_words(asked, name):
            score = _share(len(asked.letters), len(name.letters))
            if best is None or score > best.score:
                best = Match(by="words", score=score)
    return best or _several(asked, names)


def _share(part: int, whole: int) -> int:
    """How well a part stands for the whole: always less than the name itself."""
    return round(LEAST_SCORE + (_TOP_SCORE - 1 - LEAST_SCORE) * part / whole)


def _several(asked: _Name, names: Sequence[_Name]) -> Match | None:
    """A name with others of the same party: an abbreviation behind it, or the other script."""
    known = {word for name in names for word in name.words}
    return _held_in(asked, names) if set(asked.words) <= known else None


def _within(asked: _Name, names: Sequence[_Name], type: PartyType) -> Match | None:
    """A name, its words in a row, among others that are no part of it: a title, a place."""
    least = _WHOLE_PERSON if type == "individual" else _WHOLE_BODY
    text = f" {' '.join(asked.words)} "
    return _held_in(
        asked,
        [
            name
            for name in names
            if len(name.words) >= least and f" {' '.join(name.words)} " in text
        ],
    )


def _sounds_alike(asked: _Name, names: Iterable[_Name], type: PartyType) -> Match | None:
    """A person's name in another romanisation of Korean: Kim Dong Chul is Kim Tong Chol."""
    if type != "individual" or len(asked.words) < len(("family", "given")):
        return None
    wanted = sounds.key(asked.words)
    if any(sounds.key(name.words) == wanted for name in names):
        return Match(by="spelling", score=_SOUND_SCORE)
    return None


def _held_in(asked: _Name, names: Iterable[_Name]) -> Match | None:
    """The longest of the names whose words all stand in what was asked."""
    words = set(asked.words)
    whole = [len(name.letters) for name in names if set(name.words) <= words]
    return Match(by="words", score=_share(max(whole), len(asked.letters))) if whole else None


def _holds_words(asked: _Name, name: _Name) -> bool:
    """True if every word asked for is a word of the name; Chinese characters stand unparted, so
    that two of them in a row count as a word.
    """
    if set(asked.words) <= set(name.words):
        return True
    return (
        len(asked.letters) > 1
        and bool(HAN.search(asked.letters))
        and (asked.letters in name.letters)
    )


def _near(asked: _Name, names: Iterable[_Name]) -> Match | None:
    """A slip of the pen: so few letters wrong that the name is still the one meant."""
    scores = [score for name in names if (score := _nearness(asked, name))]
    return Match(by="spelling", score=max(scores)) if scores else None


def _nearness(asked: _Name, name: _Name) -> int:
    """How near a name is, out of 100; 0 if it is not."""
    slips = _slips(asked.letters, name.letters)
    if slips is None and len(asked.letters) > _SHORTEST_SLIP:
        slips = _slips_by_word(asked, name)
    if slips is None:
        return 0
    return round((_TOP_SCORE - 1) * (1 - slips / len(asked.letters)))


def _slips(one: str, two: str) -> int | None:
    """Letters wrong, missing, too many or swapped, if they are few for the length."""
    # Imported for this question alone: no other needs it.
    from rapidfuzz.distance import OSA

    if len(one) < _SHORTEST_SLIP:
        return None
    most = 1 + (len(one) > _ONE_SLIP) + (len(one) > _TWO_SLIPS)
    found = OSA.distance(one, two, score_cutoff=most)
    return found if found <= most else None


def _slips_by_word(asked: _Name, name: _Name) -> int | None:
    """The same where a part of the name was asked for: each word of it near a word of the name."""
    total = 0
    for word in asked.words:
        if word in name.words:
            continue
        near = [slips for other in name.words if (slips := _slips(word, other)) is not None]
        if not near:
            return None
        total += min(near)
    most = 1 if len(asked.letters) <= _ONE_SLIP else 2
    return total if total <= most else None
