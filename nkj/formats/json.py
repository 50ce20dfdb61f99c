"""Results as JSON: the contract (docs/contract.md, "JSON").

What lives here: the envelope (``schema``, ``registry``, ``verified_through``, ``sources``). What
does not: how records are written (``queries.plain``), and any choice of content.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from nkj import days
from nkj.characters import escaped_json
from nkj.model import Registry
from nkj.problems import Location, Problem
from nkj.queries.plain import PlainWriter
from nkj.sections import pick

if TYPE_CHECKING:
    from nkj.queries.evidence import EvidenceResult
    from nkj.queries.result import Answer

SCHEMA = 1


def answer(result: Answer) -> str:
    """The answer to a question as one JSON object, with every source that it names."""
    return _written(body_of(result))


def body_of(result: Answer) -> dict[str, Any]:
    """What that object holds."""
    writer = PlainWriter(result.registry.programme.languages)
    body = writer.plain(result.said())
    writer.note_sources(result)
    named = {
        source.id: writer.plain(source) for source in pick(result.registry.sources, writer.named)
    }
    return {**_envelope(result.registry), **body, "sources": named}


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
    rows = problem_rows(found, lang)
    head = _unsound(name) if registry is None else _envelope(registry)
    writer = PlainWriter(registry.programme.languages if registry else ())
    known = {"evidence": writer.plain(evidence.said())} if evidence else {}
    return escaped_json(_written({**head, "problems": rows, **known, "sources": {}}))


def problem_rows(found: Iterable[Problem], lang: str) -> list[dict[str, Any]]:
    """Each problem with its place, its sentence and its hint."""
    return [
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


def _place(location: Location) -> dict[str, Any]:
    """A place; bytes of a file's name that are no UTF-8 cannot stand in JSON and are replaced."""
    name = location.file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return {"file": name, "line": location.line, "column": location.column}


def _written(body: dict[str, Any]) -> str:
    return msgspec.json.format(msgspec.json.encode(body), indent=2).decode("utf-8") + "\n"
