"""Whether the parties that events name agree with each other and with the numbers beside them.

What lives here: a party named twice or struck off a list it is not on, and ``added``, ``removed``
and ``net`` against the names. What does not: ids that are not there (``links``), and what stood on
which list (``replay.listings``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from nkj import replay
from nkj.model import Counts, Event, NamedParty, PartyType
from nkj.problems import Problem, Related, problem
from nkj.registry.checks.book import Book

#: The number in ``Counts`` that counts each kind of party.
_COUNTED: dict[PartyType, str] = {
    "entity": "entities",
    "individual": "individuals",
    "vessel": "vessels",
}
_Types = Mapping[str, PartyType]


class _Round(NamedTuple):
    """An event that moved a list, as it is written and as it is resolved."""

    measure: str
    own: Event
    whole: Event


def named_once(book: Book) -> Iterator[Problem]:
    """A list names each party once while it stands, and strikes off none that is not on it."""
    for rounds in _lists(book):
        standing: dict[str, Event] = {}
        for one in rounds:
            own = one.own
            if one.whole.event in replay.STARTS | replay.ENDS:
                standing = {}
            for name in dict.fromkeys(own.delisted):
                if name not in standing:
                    book.spoil(own)
                    where = book.where(own, "delisted")
                    yield problem(where, "not-listed", id=own.id, party=name)
                standing.pop(name, None)
            yield from _named_twice(own, standing, book)
            standing.update(dict.fromkeys(map(replay.party_key, own.designations), own))


def _named_twice(own: Event, standing: Mapping[str, Event], book: Book) -> Iterator[Problem]:
    seen: set[str] = set()
    for key in map(replay.party_key, own.designations):
        earlier = standing.get(key)
        # The United Nations' listing that a note tells of may be followed by one with a day.
        if earlier is not None and earlier.event == "noted":
            earlier = None
        if key in seen or earlier is not None:
            book.spoil(own)
            related = (Related(book.where(earlier), "earlier"),) if earlier is not None else ()
            where = book.where(own, "designations")
            yield problem(where, "party-twice", related=related, id=own.id, party=key)
        seen.add(key)


def counted(book: Book) -> Iterator[Problem]:
    """``added`` and ``removed`` are as many as the names, unless that is disputed."""
    known = _types(book)
    for rounds in _lists(book):
        for _, own, whole in rounds:
            if replay.names_parties(whole):
                yield from _agrees(own, "added", own.added, whole.designations, known, book)
                yield from _agrees(own, "removed", own.removed, whole.delisted, known, book)


def _agrees(
    own: Event,
    field: str,
    stated: Counts | None,
    named: Iterable[str | NamedParty],
    known: _Types,
    book: Book,
) -> Iterator[Problem]:
    if stated is None or _disputed(own, field):
        return
    found = _count(map(replay.party_key, named), own, known)
    if stated != found:
        yield _disagree(own, field, stated, found, book)


def grown(book: Book) -> Iterator[Problem]:
    """Of lists that count with each other, ``net`` is by how many the parties grew, over all of
    them. Of one that another merely counts, nobody says over which lists its ``net`` is.
    """
    rounds = {one[0].measure: one for one in _lists(book) if one}
    groups = {m.id: frozenset((m.id, *m.totals_with)) for m in book.measures if m.totals_with}
    known, places = _types(book), {measure: place for place, measure in enumerate(rounds)}
    for together in dict.fromkeys(groups.values()):
        mutual = all(groups.get(name) == together for name in together)
        if mutual and together <= rounds.keys():
            in_file = sorted(together, key=places.__getitem__)
            in_order = [one for measure in in_file for one in rounds[measure]]
            yield from _nets(sorted(in_order, key=_first_day), known, book)


def _nets(rounds: Iterable[_Round], known: _Types, book: Book) -> Iterator[Problem]:
    """From the first round on that names nobody, who was new is not known and nothing is told."""
    lists: dict[str, set[str]] = {}
    standing: Counter[str] = Counter()  # on how many of the lists
    for measure, own, whole in rounds:
        if _names_nobody(whole):
            return
        if whole.event == "noted":
            continue
        mine = lists.setdefault(measure, set())
        starts = whole.event in replay.STARTS | replay.ENDS
        struck = set(mine) if starts else mine & set(whole.delisted)
        named = set(map(replay.party_key, whole.designations))
        fresh = {key for key in named if not standing[key]}
        mine -= struck
        standing.subtract(struck)
        standing.update(named - mine)
        mine |= named
        new = _count(fresh, own, known)
        stated = whole.net if whole.net is not None else whole.added
        if stated is None or _disputed(own, "net") or own.removed or own.delisted:
            continue
        if stated != new and replay.names_parties(whole):
            yield _disagree(own, "net", stated, new, book)


def totals_undefined(book: Book) -> Iterator[Problem]:
    """Computed totals are terms like others: the vocabulary names and types them."""
    terms = book.walk.terms
    if "term" in book.walk.lost_kinds:
        return
    for written, _ in book.pairs:
        for term in replay.TOTALS if written.totals_with and book.is_sound(written) else ():
            if term not in terms:
                where = book.where(written, "totals_with")
                yield problem(where, "undefined-term", text=term, near=book.near(term, terms))


# Lists and their parties


def _lists(book: Book) -> Iterator[tuple[_Round, ...]]:
    """The rounds of every measure whose life can be followed and whose parties are all there: what
    is missing from a list would be told as a fault of it.
    """
    known = _types(book)
    for written, measure in book.pairs:
        if not book.has_sound_life(written):
            continue
        strangers = [own for own in written.events if not _all_known(own, known)]
        for own in strangers:  # told by now, as a link to nothing
            book.spoil(own)
        if not strangers:
            pairs = zip(written.events, measure.events, strict=True)
            yield tuple(_Round(measure.id, own, whole) for own, whole in pairs)


def _types(book: Book) -> _Types:
    return {party.id: party.type for party in book.sections.parties}


def _placed(own: Event) -> _Types:
    """The kinds of the parties that an event names in place of an id."""
    inline = (named for named in own.designations if isinstance(named, NamedParty))
    return {replay.party_key(named): named.type for named in inline}


def _all_known(own: Event, known: _Types) -> bool:
    """True if every party that an event names by its id is there."""
    return all(
        named in known for named in (*own.designations, *own.delisted) if isinstance(named, str)
    )


def _count(keys: Iterable[str], own: Event, known: _Types) -> Counts:
    placed = _placed(own)
    counts = dict.fromkeys(_COUNTED.values(), 0)
    for key in keys:
        counts[_COUNTED[placed.get(key) or known[key]]] += 1
    return Counts(**counts)


def _disagree(own: Event, field: str, stated: Counts, found: Counts, book: Book) -> Problem:
    book.spoil(own)
    return problem(
        book.where(own, field if getattr(own, field) is not None else "designations"),
        "counts-disagree",
        id=own.id,
        field=field,
        stated=_numbers(stated),
        counted=_numbers(found),
    )


def _names_nobody(event: Event) -> bool:
    moved = event.added or event.removed
    return moved is not None and not replay.names_parties(event)


def _first_day(one: _Round) -> float:
    day = replay.effect(one.whole)
    return float("-inf") if day is None or day.first is None else day.first


def _disputed(event: Event, field: str) -> bool:
    return any(dispute.field == field for dispute in event.disputed)


def _numbers(counts: Counts) -> str:
    return f"{counts.entities}/{counts.individuals}/{counts.vessels}"
