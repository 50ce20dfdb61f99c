"""Results as JSON: the contract (docs/contract.md, "JSON").

What lives here: the envelope (``schema``, ``registry``, ``verified_through``, ``sources``) and how
records are written: dates as they stand, texts by language, citations as a list of source ids.
What does not: any choice of content.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from nkj import days
from nkj.characters import escaped_json
from nkj.model import Registry, Text, UnitedNationsAct, When
from nkj.problems import Location, Problem
from nkj.sections import pick

if TYPE_CHECKING:
    from nkj.queries.evidence import EvidenceResult
    from nkj.queries.result import Answer

SCHEMA = 1


def answer(result: Answer) -> str:
    """The answer to a question as one JSON object, with every source that it names."""
    writer = _Writer(result.registry.programme.languages)
    body = writer.plain(result.said())
    writer.note_sources(result)
    named = {
        source.id: writer.plain(source) for source in pick(result.registry.sources, writer.named)
    }
    return _written({**_envelope(result.registry), **body, "sources": named})


def problems(
    registry: Registry | None,
    name: str,
    found: Iterable[Problem],
    lang: str,
    evidence: EvidenceResult | None = None,
) -> str:
    """The problems of a registry as one JSON object. ``name`` is the hash of one that is not
    sound. Problems name no sources: the map of them is empty.
    """
    rows = [
        {
            "code": p.code,
            "severity": p.severity,
            **_place(p.location),
            "message": p.message(lang),
            "hint": p.hint(lang),
            "related": [{**_place(r.location), "role": r.role} for r in p.related],
        }
        for p in found
    ]
    head = _unsound(name) if registry is None else _envelope(registry)
    writer = _Writer(registry.programme.languages if registry else ())
    known = {"evidence": writer.plain(evidence.said())} if evidence else {}
    return escaped_json(_written({**head, "problems": rows, **known, "sources": {}}))


def _envelope(registry: Registry) -> dict[str, Any]:
    through = registry.verified_through
    return {
        "schema": SCHEMA,
        "registry": {"version": registry.version, "hash": registry.hash},
        "verified_through": None if through is None else days.iso(through),
    }


def _unsound(name: str) -> dict[str, Any]:
    """The envelope of what is no registry yet."""
    return {
        "schema": SCHEMA,
        "registry": {"version": None, "hash": name},
        "verified_through": None,
    }


class _Writer:
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


def _place(location: Location) -> dict[str, Any]:
    """A place; bytes of a file's name that are no UTF-8 cannot stand in JSON and are replaced."""
    name = location.file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return {"file": name, "line": location.line, "column": location.column}


def _written(body: dict[str, Any]) -> str:
    return msgspec.json.format(msgspec.json.encode(body), indent=2).decode("utf-8") + "\n"
