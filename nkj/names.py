"""Records by what people call them: an id in any case, a name in any language, a few of its words.

What lives here: how two spellings are compared, and finding what a typed name could be. What does
not: what is then asked about it (``choices`` and the questions).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from nkj import index
from nkj.model import Registry, Text

#: The fields of a record that are names of it; of a source the title is the name it has.
NAME_FIELDS = ("name", "short", "name_ja", "aliases", "aliases_ja", "title")

#: Signs that part words and that nobody types the same way twice.
_BETWEEN = str.maketrans(dict.fromkeys("-_・·,.()（）「」'’\"“”:", " "))

#: From so many letters on the beginning of a word is taken for it: remittance, Pyong.
_LEAST_BEGINNING = 4

#: The joining words of a family's name: each side of them is a name by itself.
_AND = ("and",)


class Named(NamedTuple):
    """Something that can be named: what kind it is, its id, and its names. ``family`` is no record
    but a word of the programme.
    """

    kind: str
    id: str
    names: tuple[str, ...]


def plain(text: str) -> str:
    """A text as it is compared: width, case and the signs between words do not count."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_BETWEEN).split())


def names_of(record: object) -> tuple[str, ...]:
    """Every name of a record, in every language, each once."""
    found: dict[str, None] = {}
    for field in NAME_FIELDS:
        value = getattr(record, field, None)
        texts = value.words.values() if isinstance(value, Text) else value or ()
        found.update(dict.fromkeys((texts,) if isinstance(texts, str) else texts))
    return tuple(found)


def called(registry: Registry, word: str, kinds: Iterable[str]) -> tuple[Named, ...]:
    """What a word could mean among some kinds of record, ``family`` too.

    Those that have it for an id; else those that have it for a name; else those in whose name all
    its words stand. Nothing if there are none, several if it does not tell.
    """
    typed = plain(word)
    if not typed:
        return ()
    among = tuple(known(registry, kinds))
    tests: tuple[Callable[[Named], bool], ...] = (
        lambda named: plain(named.id) == typed,
        lambda named: typed in map(plain, named.names),
        lambda named: any(holds(name, typed) for name in (named.id, *named.names)),
    )
    for test in tests:
        found = tuple(named for named in among if test(named))
        if found:
            return found
    return ()


def known(registry: Registry, kinds: Iterable[str]) -> Iterator[Named]:
    """Everything of some kinds of record, ``family`` too, with its names."""
    kinds = tuple(kinds)
    if "family" in kinds:
        for family in registry.programme.families:
            yield Named("family", family.id, tuple(_family_names(family.name)))
    for entry in index.of(registry).entries.values():
        if entry.kind in kinds:
            yield Named(entry.kind, entry.id, names_of(entry.record))


def _family_names(name: Text) -> Iterator[str]:
    """A family's whole name, and each of the things that it joins: 'Entry and travel' is also
    'Entry', and 'Travel'; 送金・現金 is also 送金.
    """
    for text in name.words.values():
        yield text
        words = [" " if word in _AND else word for word in plain(text).split()]
        if " " in words:
            yield from " ".join(words).split("   ")
        elif not text.isascii():
            yield from words


def holds(text: str, typed: str) -> bool:
    """True if all words of ``typed``, which is ``plain``, stand in a text.

    A word in Latin letters is a whole word or, from four letters on, the beginning of one; any
    other is found anywhere, since nothing parts words in Japanese.
    """
    whole = plain(text)
    there = whole.split()
    squeezed = whole.replace(" ", "")
    for word in typed.split():
        if not word.isascii():
            if word not in squeezed:
                return False
        elif not any(word == other or _begins(word, other) for other in there):
            return False
    return True


def _begins(word: str, other: str) -> bool:
    return len(word) >= _LEAST_BEGINNING and other.startswith(word)
