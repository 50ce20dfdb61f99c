"""Results as JSON: the contract of DESIGN section 5.

What lives here: the envelope (``schema``, ``registry``, ``verified_through``, ``sources``) and how
records are written: dates as they stand, texts as ``{en, ja}``, citations as a list of source ids.
What does not: any choice of content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from nkj import days
from nkj.model import Registry, Text, When
from nkj.problems import Location, Problem
from nkj.queries.evidence import EvidenceResult
from nkj.queries.result import Result
from nkj.queries.sources import SourceUse

if TYPE_CHECKING:
    from nkj.queries.show import Shown

SCHEMA = 1


def answer(registry: Registry, result: Result) -> str:
    """The answer to a question as one JSON object, with every source that it names."""
    used: set[str] = set()
    for field in ("measures", "changes", "exchanges", "entries", "parties", "uses"):
        for row in getattr(result, field, ()):
            used.update(getattr(row, "sources", ()))
            used.update((row.source,) if isinstance(row, SourceUse) else ())
            for event in getattr(row, "events", ()):
                used.update(getattr(event, "sources", ()))
    return _written({**_envelope(registry), **_plain(result), "sources": _sources(registry, used)})


def shown(registry: Registry, result: Shown) -> str:
    """A record by its id as one JSON object."""
    record = _plain(result.record)
    record["sources"] = list(result.sources)
    if result.life:
        record["events"] = _plain(result.life)
    if result.kind == "event":
        record["designations"] = _plain(result.parties)
        record["delisted"] = _plain(result.delisted)
    links = {
        "moved": _plain(result.moved),
        "decisions": list(result.decisions),
        "exchanges": list(result.exchanges),
        "indicators": list(result.indicators),
        "measure": result.measure,
        "listings": _plain(result.listings),
    }
    body = {"kind": result.kind, "id": result.id, "record": record, **links}
    return _written({**_envelope(registry), **body, "sources": _sources(registry, result.sources)})


def problems(
    registry: Registry | None,
    name: str,
    found: Iterable[Problem],
    lang: str,
    evidence: EvidenceResult | None = None,
) -> str:
    """The problems of a registry as one JSON object."""
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
    head = (
        _envelope(registry)
        if registry
        else {
            "schema": SCHEMA,
            "registry": {"version": None, "hash": name},
            "verified_through": None,
        }
    )
    known = {"evidence": _plain(evidence)} if evidence else {}
    return _escaped(_written({**head, "problems": rows, **known}))


def _envelope(registry: Registry) -> dict[str, Any]:
    through = registry.verified_through
    return {
        "schema": SCHEMA,
        "registry": {"version": registry.version, "hash": registry.hash},
        "verified_through": None if through is None else days.iso(through),
    }


def _sources(registry: Registry, used: Iterable[str]) -> dict[str, Any]:
    wanted = set(used)
    return {source.id: _plain(source) for source in registry.sources if source.id in wanted}


def _plain(value: Any) -> Any:
    """Records as JSON values: every field, absent ones as null."""
    if isinstance(value, When):
        return value.text
    if isinstance(value, Text):
        return {"en": value.en, "ja": value.ja}
    if isinstance(value, msgspec.Struct):
        names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
        plain = {key: getattr(value, field) for field, key in names}
        return {key: _plain(item) for key, item in plain.items()}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def _place(location: Location) -> dict[str, Any]:
    """A place; bytes of a file's name that are no UTF-8 cannot stand in JSON and are replaced."""
    name = location.file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return {"file": name, "line": location.line, "column": location.column}


def _written(body: dict[str, Any]) -> str:
    return msgspec.json.format(msgspec.json.encode(body), indent=2).decode("utf-8") + "\n"


def _escaped(text: str) -> str:
    """The same JSON, with escapes for what no registry may hold: it comes from file names and from
    a bad registry.
    """
    from nkj.registry.nodes import FORBIDDEN

    return FORBIDDEN.sub(
        lambda found: re.sub("....", r"\\u\g<0>", found.group().encode("utf-16-be").hex()), text
    )
