"""Results as plain values: what JSON writes, and what ``to_dicts`` gives.

What lives here: how records are written (dates as they stand, texts by language, citations as a
list of source ids), docs/contract.md, "JSON". What does not: the envelope (``formats.json``).
"""

from __future__ import annotations

from typing import Any

import msgspec

from nkj.model import Text, UnitedNationsAct, When


class PlainWriter:
    """Turns records into JSON values, and remembers the sources that they name. Texts are written
    in every language of the registry, whatever the answer's.
    """

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self.named: set[str] = set()

    def plain(self, value: Any) -> Any:
        """A value as JSON has it: of a record every field, absent ones as null."""
        if isinstance(value, When):
            return value.text
        if isinstance(value, Text):
            return {language: value.words.get(language) for language in self.languages}
        if isinstance(value, msgspec.Struct):
            self.note_sources(value)
            keys = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
            plain = {key: self.plain(getattr(value, field)) for key, field in keys}
            if isinstance(value, UnitedNationsAct):
                _only_own_names(plain)
            return plain
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if isinstance(value, dict):
            return {key: self.plain(item) for key, item in value.items()}
        if isinstance(value, (tuple, list)):
            return [self.plain(item) for item in value]
        return value

    def note_sources(self, record: msgspec.Struct) -> None:
        """Remember the sources that a record names: one (as a citation does), or many."""
        one: str | None = getattr(record, "source", None)
        self.named.update(getattr(record, "sources", () if one is None else (one,)))


def _only_own_names(act: dict[str, Any]) -> None:
    """The local day under its neutral name, and under the older one only where a registry uses it:
    that names a country, and an answer names none that the registry does not.
    """
    if act["adopted_japan"] is None:
        del act["adopted_japan"]
    else:
        act["adopted_local"] = act["adopted_japan"]
