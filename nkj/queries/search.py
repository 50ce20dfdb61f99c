"""Where a word stands: in names, notes, titles, parties, sources and figures.

What lives here: which texts of a record are searched, and how a hit is ranked. What does not: the
names by which a record is asked for (``names``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from nkj import choices, index, names
from nkj.characters import printable
from nkj.choices import Day, Interval
from nkj.index import NAMING, Entry
from nkj.model import Record, Registry, Text, When
from nkj.problems import WrongUsage
from nkj.queries.bundled import on_bundled
from nkj.queries.headings import LISTS, Heading, heading, in_every_language, words_of
from nkj.queries.records import kind_of
from nkj.queries.result import Answer, Result

#: Fields that hold no words: what a record cites, what other records say, and codes.
_NOT_SEARCHED = frozenset(
    {
        *("cite", "events", "legs", "expect", "terms", "baseline", "added", "removed", "net"),
        *("family", "kind", "origin", "instrument", "confidence", "inferred", "outcome", "by"),
        *("event", "type", "country", "lang", "stricter", "field", "source", "act"),
    }
)
#: The fields that are found before all others: what a record is called.
_NAMING_FIELDS = frozenset({"id", "name", "short", "undertaking", "aliases", "title"})
#: So like must a name be to be offered for a word that is nowhere (difflib's ratio).
_LEAST_LIKE = 0.7


class Hit(Result, frozen=True, kw_only=True):
    """A text in which every word asked for stands: whose it is, which field, and the whole text in
    every language.
    """

    kind: str
    id: str
    name: Text
    date: When | None
    field: str
    text: Text


class SearchResult(Answer, frozen=True, kw_only=True):
    """Every hit, names first. ``near`` are names like the word, if it is nowhere."""

    word: str
    hits: tuple[Hit, ...]
    near: tuple[str, ...]


class _Field(NamedTuple):
    """One text of a record."""

    name: str
    text: Text


@on_bundled
def search(
    registry: Registry,
    word: str,
    first: Day | None = None,
    last: Day | None = None,
    kind: str | None = None,
) -> SearchResult:
    """Every text of the registry in which all parts of a word stand, in any language.

    Case, width and hyphens do not count; parts of words are found, in Japanese from one character
    on. ``first`` and ``last`` keep the records with a day between them (``choices.interval_of``),
    ``kind`` those of one kind (``queries.records``). Names come before other texts, whole words
    before parts. Raises ``WrongUsage`` for a word that has no letter, and for a bad day or kind.

    >>> nkj.search("送金").hits[0].id
    'remittances'
    """
    typed = names.plain(word)
    if not typed:
        raise WrongUsage("usage.no-letter", text=printable(word))
    wanted = None if kind is None else kind_of(kind)
    within = choices.interval_of(registry, first, last)
    ranks = {name: rank for rank, name in enumerate(("family", *LISTS.values()))}
    found = [
        (*_rank(field, typed), ranks[line.kind], at, _hit(line, field))
        for at, (line, fields) in enumerate(_searched(registry, wanted))
        if _is_within(line.date, within)
        for field in fields
        if _stands(field.text, typed)
    ]
    found.sort(key=lambda one: one[:-1])
    hits = tuple(one[-1] for one in found)
    near = () if hits else _near(registry, word)
    return SearchResult(registry=registry, word=word, hits=hits, near=near)


def _hit(line: Heading, field: _Field) -> Hit:
    return Hit(
        kind=line.kind,
        id=line.id,
        name=line.name,
        date=line.date,
        field=field.name,
        text=field.text,
    )


def _searched(registry: Registry, wanted: str | None) -> Iterator[tuple[Heading, list[_Field]]]:
    """Every record of a kind, or all, with its texts."""
    for entry in index.of(registry).entries.values():
        if wanted in (None, entry.kind):
            yield heading(registry, entry), _fields_of(registry, entry)
    if wanted is None:
        for family in registry.programme.families:
            line = Heading(id=family.id, kind="family", name=family.name, date=None)
            named = in_every_language(registry, family.id)
            yield line, [_Field("id", named), _Field("name", family.name)]
    for line, record in words_of(registry):
        if wanted in (None, line.kind):
            own = _Field("id", in_every_language(registry, line.id))
            yield line, [own, *_texts(registry, record)]


def _fields_of(registry: Registry, entry: Entry) -> list[_Field]:
    own = _Field("id", in_every_language(registry, entry.id))
    return [own, *_texts(registry, entry.record)]


def _texts(registry: Registry, record: msgspec.Struct) -> Iterator[_Field]:
    """The texts of a record and of what stands in it, each under the field of the record itself."""
    naming = NAMING.get(type(record), ()) if isinstance(record, Record) else ()
    for field in record.__struct_fields__:
        if field in _NOT_SEARCHED or field == "id" or field in naming:
            continue
        for text in _texts_in(registry, getattr(record, field)):
            yield _Field(field, text)


def _texts_in(registry: Registry, value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, str):
        yield in_every_language(registry, value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts_in(registry, item)
    elif isinstance(value, Record):
        for field in _texts(registry, value):
            yield field.text


def _stands(text: Text, typed: str) -> bool:
    """True if all parts stand in the text as one language has it."""
    return any(
        all(part in plain for part in typed.split())
        for plain in map(names.plain, text.words.values())
    )


def _rank(field: _Field, typed: str) -> tuple[int, int]:
    """Names before other texts; the whole text before a word of it, that before a part of one."""
    plains = [names.plain(text) for text in field.text.words.values()]
    if typed in plains:
        well = 0
    else:
        well = 1 if any(f" {typed} " in f" {plain} " for plain in plains) else 2
    return (0 if field.name in _NAMING_FIELDS else 1), well


def _is_within(date: When | None, within: Interval) -> bool:
    """True if a record's day can lie in the interval; one without a day lies in no bounded one."""
    if within.first is None and within.last is None:
        return True
    if date is None:
        return False
    after = within.first is None or date.last is None or date.last >= within.first
    before = within.last is None or date.first is None or date.first <= within.last
    return after and before


def _near(registry: Registry, word: str) -> tuple[str, ...]:
    """Words of the registry's names, and whole names, that are like the word."""
    known: dict[str, str] = {}
    for named in names.known(registry, tuple(index.KINDS)):
        for name in named.names:
            plain = names.plain(name)
            known.setdefault(plain, name)
            for part in plain.split():
                known.setdefault(part, part)
    return tuple(known[name] for name in choices.nearest(names.plain(word), known, _LEAST_LIKE))
