"""A data package (Frictionless Data, version 1): CSV files and a description of every column.

What lives here: the descriptor. What does not: the tables. Cells are exact: unlike the folder of
``csv``, nothing is put in front of what a spreadsheet might run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from nkj.exports import File, Job, moment
from nkj.exports.cells import as_csv, typed
from nkj.tables import TABLES, Table, table
from nkj.tables.layout import Column, ColumnType
from nkj.wording import LANGUAGES

_TYPES: dict[ColumnType, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "day": "date",
    "list": "array",
    "object": "object",
}


def files(job: Job) -> Iterator[File]:
    """One file a table, and last the descriptor, which has their sizes and digests."""
    resources = []
    for name in TABLES:
        job.tell(name)
        made = table(job.registry, name)
        data = as_csv(made, typed).encode()
        resources.append(_resource(made, data))
        yield File(f"data/{name}.csv", data)
    yield File("datapackage.json", _written(_package(job, resources)))


def _package(job: Job, resources: list[dict[str, Any]]) -> dict[str, Any]:
    registry = job.registry
    title = registry.programme.title
    return {
        "profile": "tabular-data-package",
        "name": f"{registry.programme.sender.id}-{registry.programme.target.id}".lower(),
        "title": title.within("en"),
        "titles": dict(title.words),
        "version": registry.version,
        "created": moment(registry).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "registry_hash": registry.hash,
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Creative Commons Attribution 4.0",
            }
        ],
        "resources": resources,
    }


def _resource(made: Table, data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": made.name,
        "path": f"data/{made.name}.csv",
        "title": made.title("en"),
        "titles": {lang: made.title(lang) for lang in LANGUAGES},
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {
            "fields": [_field(column, made.key) for column in made.columns],
            "missingValues": [""],
            "primaryKey": list(made.key),
            "foreignKeys": [
                {
                    "fields": list(pointer.columns),
                    "reference": {
                        "resource": "" if pointer.table == made.name else pointer.table,
                        "fields": list(pointer.points_to),
                    },
                }
                for pointer in made.foreign_keys
            ],
        },
    }


def _field(column: Column, key: tuple[str, ...]) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": _TYPES[column.type],
        "title": column.title("en"),
        "titles": {lang: column.title(lang) for lang in LANGUAGES},
        **({"constraints": {"required": True}} if column.name in key else {}),
    }


def _written(descriptor: dict[str, Any]) -> bytes:
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()
