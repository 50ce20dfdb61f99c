"""The whole registry as one JSON document: every table, and the JSON Schema that it keeps.

What lives here: the document. What does not: the tables.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from nkj.exports import File, Job, evidence_until
from nkj.formats.json import SCHEMA
from nkj.tables import Table, Value, tables
from nkj.tables.layout import Column, ColumnType
from nkj.wording import LANGUAGES

_TYPES: dict[ColumnType, dict[str, Any]] = {
    "text": {"type": ["string", "null"]},
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "day": {"type": ["string", "null"], "format": "date"},
    "list": {"type": "array", "items": {"type": "string"}},
    "object": {"type": ["object", "null"]},
}


def files(job: Job) -> Iterator[File]:
    """One file. Under ``json_schema`` stands the schema of the document itself."""
    found: dict[str, list[dict[str, Any]]] = {}
    schemas: dict[str, Any] = {}
    for table in tables(job.registry):
        job.tell(table.name)
        found[table.name] = _rows(table)
        schemas[table.name] = _schema(table)
    registry = job.registry
    document = {
        "schema": SCHEMA,
        "registry": {"version": registry.version, "hash": registry.hash},
        "verified_through": evidence_until(registry) or None,
        "json_schema": _whole(schemas),
        "tables": found,
    }
    yield File("", (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())


def _rows(table: Table) -> list[dict[str, Any]]:
    names = [(column.name, column.type) for column in table.columns]
    return [
        {name: _plain(value, kind) for (name, kind), value in zip(names, row, strict=True)}
        for row in table.tuples
    ]


def _plain(value: Value, kind: ColumnType) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return json.loads(value) if kind == "object" and isinstance(value, str) else value


def _whole(schemas: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["schema", "registry", "verified_through", "tables"],
        "properties": {
            "tables": {
                "type": "object",
                "required": list(schemas),
                "properties": schemas,
                "additionalProperties": False,
            }
        },
    }


def _schema(table: Table) -> dict[str, Any]:
    return {
        "title": table.title("en"),
        "titles": {lang: table.title(lang) for lang in LANGUAGES},
        "type": "array",
        "items": {
            "type": "object",
            "required": [column.name for column in table.columns],
            "properties": {column.name: _property(column) for column in table.columns},
            "additionalProperties": False,
        },
    }


def _property(column: Column) -> dict[str, Any]:
    titles = {lang: column.title(lang) for lang in LANGUAGES}
    return {**_TYPES[column.type], "title": column.title("en"), "titles": titles}
