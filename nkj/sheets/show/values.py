"""The value of any field of any record, in words.

What lives here: which field is said how. What does not: which fields are shown (``__init__``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from nkj.model import Counts, Text, UnitedNationsAct, When
from nkj.sheets.phrases import Phrases, readable

_InWords: TypeAlias = Callable[[Phrases, Any], str]


def in_words(field: str, value: object, phrases: Phrases) -> str:
    """What a field says: by its own rule, else by its type, else as a word of the registry."""
    rule = _BY_FIELD.get(field) or _BY_TYPE.get(type(value))
    if rule is not None:
        return rule(phrases, value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return _word(field, str(value), phrases)


def _each(rule: _InWords) -> _InWords:
    """A rule for one value, for a list of such values."""
    return lambda phrases, values: phrases.listed(rule(phrases, value) for value in values)


def _id_and_name(phrases: Phrases, name: str) -> str:
    return phrases.beside(name, phrases.name(name))


def _security_council(phrases: Phrases, act: UnitedNationsAct) -> str:
    say = phrases.words.say
    text = say(f"un.{act.act}", number=act.number, adopted=phrases.day(act.adopted, "?"))
    if act.local_day is None:
        return text
    return say("un.local", text=text, day=phrases.day(act.local_day), place=phrases.sender())


def _word(field: str, value: str, phrases: Phrases) -> str:
    """A word of a fixed vocabulary by its label; of a source, its kind by that of sources."""
    for key in (f"{field}.{value}", f"source.{value}" if field == "kind" else ""):
        if phrases.words.has(key):
            return phrases.words.say(key)
    return value


_BY_FIELD: dict[str, _InWords] = {
    "aliases": Phrases.listed,
    "aliases_ja": Phrases.listed,
    "born": _each(Phrases.day),
    "by": Phrases.side,
    "concerns": _each(_id_and_name),
    "country": Phrases.country,
    "disputed": _each(Phrases.dispute),
    "family": Phrases.family,
    "in_return_for": _each(Phrases.leg),
    "inferred": _each(Phrases.field),
    "instrument": Phrases.instrument,
    "legal_basis": _each(Phrases.law),
    "occasion_kind": Phrases.occasion_kind,
    "occasions": _each(_id_and_name),
    "origin": Phrases.origin,
    "publisher": Phrases.publisher,
    "totals_with": _each(_id_and_name),
    "type": lambda phrases, kind: _word("party", kind, phrases),
    "url": lambda _, url: readable(url),
    "via": Phrases.publisher,
}
_BY_TYPE: dict[type, _InWords] = {
    Counts: Phrases.counts,
    Text: Phrases.text,
    UnitedNationsAct: _security_council,
    When: Phrases.day,
    dict: Phrases.terms,
}
