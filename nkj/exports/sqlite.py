"""A SQLite database: strict tables with their keys, and a search that finds Japanese words.

What lives here: the schema and the search. What does not: the tables.

``texts`` has every name, title and note. Its search index (FTS5) takes each run of Japanese letters
apart into all its pieces, since SQLite's own splitting takes a whole sentence for one word, and its
trigrams find no word of two letters. ``WHERE texts_fts MATCH '送金'`` finds.
"""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterator

import msgspec

from nkj.exports import File, Job, evidence_until
from nkj.tables import Table, Value, tables
from nkj.tables.layout import Column, ColumnType

_TYPES: dict[ColumnType, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "day": "TEXT",
    "list": "TEXT",
    "object": "TEXT",
}
#: Texts that a reader would search: columns in a language, and these.
_SEARCHED = {"title", "publisher", "says", "name", "aliases", "id"}
#: Kana and Han letters, with the marks that stand inside words.
_JAPANESE = "[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff]"
#: What a piece is made of: a Japanese letter, or a number or foreign word in one.
_UNIT = re.compile(rf"{_JAPANESE}|(?:(?!{_JAPANESE})[^\W_])+")
#: What SQLite takes for one word.
_RUN = re.compile(rf"(?:{_JAPANESE}|[^\W_])+")
#: No word is longer, and no hostile text becomes the square of its length.
_MOST_UNITS = 64


def files(job: Job) -> Iterator[File]:
    """One file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA page_size = 4096")
    connection.execute("PRAGMA temp_store = MEMORY")  # nothing is written before it is whole
    connection.execute("BEGIN")
    texts: list[tuple[str, ...]] = []
    for table in tables(job.registry):
        job.tell(table.name)
        connection.execute(_created(table))
        places = ", ".join("?" * len(table.columns))
        rows = ([*map(_plain, row)] for row in table.tuples)
        connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)
        _index(connection, table)
        texts += _texts(table)
    job.tell("texts")
    _search(connection, texts)
    _about(connection, job)
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    yield File("", connection.serialize())
    connection.close()


def _created(table: Table) -> str:
    lines = [_column(column, table.key) for column in table.columns]
    lines.append(f"PRIMARY KEY ({_listed(table.key)})")
    lines += [
        f'FOREIGN KEY ({_listed(pointer.columns)}) REFERENCES "{pointer.table}" '
        f"({_listed(pointer.points_to)})"
        for pointer in table.foreign_keys
    ]
    body = ",\n  ".join(lines)
    return f'CREATE TABLE "{table.name}" (\n  {body}\n) STRICT'


def _column(column: Column, key: tuple[str, ...]) -> str:
    name = f'"{column.name}"'
    needed = " NOT NULL" if column.name in key or column.type == "list" else ""
    checks = {
        "boolean": f" CHECK ({name} IN (0, 1))",
        "list": f" CHECK (json_valid({name}))",
        "object": f" CHECK ({name} IS NULL OR json_valid({name}))",
    }
    return f"{name} {_TYPES[column.type]}{needed}{checks.get(column.type, '')}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _index(connection: sqlite3.Connection, table: Table) -> None:
    """What points elsewhere is looked up from there."""
    for pointer in table.foreign_keys:
        name = f"{table.name}_by_{'_'.join(pointer.columns)}"
        connection.execute(f'CREATE INDEX "{name}" ON "{table.name}" ({_listed(pointer.columns)})')


def _plain(value: Value) -> str | int | float | None:
    if isinstance(value, tuple):
        return msgspec.json.encode(value).decode()
    return value.isoformat() if isinstance(value, dt.date) else value


def _texts(table: Table) -> Iterator[tuple[str, ...]]:
    """Every searched text: the table, the record's key, the column, the words."""
    names = [column.name for column in table.columns]
    key = [names.index(name) for name in table.key]
    searched = [
        at
        for at, column in enumerate(table.columns)
        if column.part in ("en", "ja") or column.field in _SEARCHED
    ]
    for row in table.tuples:
        record = " ".join(str(row[at]) for at in key)
        for at in searched:
            value = row[at]
            told = "; ".join(value) if isinstance(value, tuple) else value
            if isinstance(told, str) and told:
                yield table.name, record, names[at], told


def _search(connection: sqlite3.Connection, texts: list[tuple[str, ...]]) -> None:
    """The texts and their index. The index is of other words than the table holds (the pieces), so
    it is filled by hand and must not be rebuilt from the table.
    """
    connection.execute(
        'CREATE TABLE "texts" ("id" INTEGER PRIMARY KEY, "table" TEXT NOT NULL, '
        '"record" TEXT NOT NULL, "field" TEXT NOT NULL, "text" TEXT NOT NULL) STRICT'
    )
    connection.execute(
        'CREATE VIRTUAL TABLE "texts_fts" USING fts5("text", content="texts", content_rowid="id")'
    )
    for number, row in enumerate(_distinct(texts), start=1):
        connection.execute('INSERT INTO "texts" VALUES (?, ?, ?, ?, ?)', (number, *row))
        connection.execute(
            'INSERT INTO "texts_fts" (rowid, "text") VALUES (?, ?)', (number, pieces(row[-1]))
        )
    connection.execute("INSERT INTO texts_fts (texts_fts) VALUES ('optimize')")


def _distinct(texts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Each text of a kind once: a term's name stands in every span."""
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for table, record, field, told in texts:
        same = (table, field, told) if table in ("terms", "figures", "measures") else (record, told)
        seen.setdefault((table, field, *same), (table, record, field, told))
    return list(seen.values())


def pieces(told: str) -> str:
    """A text as it is indexed: each run of Japanese letters as all its pieces."""
    return _RUN.sub(lambda run: " ".join(_pieces_of(_UNIT.findall(run.group()))), told)


def _pieces_of(units: list[str]) -> Iterator[str]:
    for at in range(len(units)):
        piece = ""
        for unit in units[at : at + _MOST_UNITS]:
            piece += unit
            yield piece


def _about(connection: sqlite3.Connection, job: Job) -> None:
    """What this is, and how far its evidence reaches."""
    registry = job.registry
    connection.execute('CREATE TABLE "about" ("key" TEXT PRIMARY KEY, "value" TEXT) STRICT')
    rows = {
        "title": registry.programme.title.within(job.lang),
        "version": registry.version,
        "hash": registry.hash,
        "verified_through": evidence_until(registry) or None,
        "licence": "CC-BY-4.0",
    }
    connection.executemany('INSERT INTO "about" VALUES (?, ?)', rows.items())
