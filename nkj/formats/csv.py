"""Answers as CSV: one row a record, the names of JSON, bare numbers.

What lives here: which records of an answer are the rows, how they become cells, and the mark and
the apostrophe that spreadsheets need. What does not: what the records say (``formats.json``).

RFC 4180, UTF-8 with the mark that spreadsheets look for. A text that a spreadsheet would take for a
formula is preceded by an apostrophe (the advice of OWASP, "CSV Injection"); numbers are left alone.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias
from unicodedata import normalize

from nkj.characters import shown
from nkj.formats import json as json_format

if TYPE_CHECKING:
    from nkj.queries.result import Answer

MARK = "\ufeff"
#: What begins a formula; wide, small and raised forms count too, which spreadsheets may take for
#: these.
_FORMULA = ("=", "+", "-", "−", "@")
#: What stands between the items of a list in one cell.
BETWEEN = "; "
#: What is said of the registry and not of a record: it stands behind each row.
_LAST = ("registry.version", "registry.hash", "verified_through")
_NOT_OF_A_ROW = ("schema", "sources", "registry", "verified_through")
#: Records whose rows are the records within them, and what each row takes over from the outer one:
#: its key there, by its column here.
_WITHIN = {
    "measures": ("events", {"measure": "id"}),
    "exchanges": ("legs", {"exchange": "id"}),
    "deadlines": ("measures", {"date": "date", "event": "event"}),
}
_PROBLEM = ("code", "severity", "file", "line", "column", "message", "hint", "related")

Cells: TypeAlias = dict[str, Any]


def answer(result: Answer) -> str:
    """The answer to a question: a row for each of its records."""
    body = json_format.body_of(result)
    about = _flat({key: body[key] for key in ("registry", "verified_through")})
    said = {key: value for key, value in body.items() if key not in _NOT_OF_A_ROW}
    listed = None if "record" in said else _listed_in(said)
    if listed is None:  # all that is known of one thing
        return _written([{**_flat(said), **about}], ())
    records = _within(listed, said.pop(listed))
    context = _flat({key: value for key, value in said.items() if not isinstance(value, list)})
    rows = [{**context, **about, **_beside(context, listed, record)} for record in records]
    if not rows and context.get("verdict"):  # an act is told even if no rule speaks of it
        rows = [{**context, **about}]
    return _written(rows, [*context, *about])


def problems(rows: Sequence[Cells]) -> str:
    """The problems of a registry: a row for each, as ``formats.json`` has them."""
    return _written(({**row, "related": json.dumps(row["related"])} for row in rows), _PROBLEM)


def _listed_in(said: Cells) -> str | None:
    """The key under which records are listed in an answer: the first that has any."""
    lists = [key for key, value in said.items() if _holds_records(value)]
    return next((key for key in lists if said[key]), next(iter(lists), None))


def _holds_records(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _beside(context: Cells, listed: str, record: Cells) -> Cells:
    """A record's cells. The verdict of a rule stands beside that on the whole act, which is another
    one where the rule did not decide it.
    """
    told = _flat(record)
    if "verdict" in context and "verdict" in told:
        told[f"{listed}.verdict"] = told.pop("verdict")
    return told


def _within(listed: str, records: list[Cells]) -> Iterator[Cells]:
    """The records of a list, or those within them, each with the id of the one it is in."""
    inner, outer = _WITHIN.get(listed, ("", {}))
    for record in records:
        if listed == "uses":
            yield from _resting(record)
        elif inner in record:
            taken = {column: record[key] for column, key in outer.items()}
            yield from ({**taken, **one} for one in record[inner])
        else:
            yield record


def _resting(use: Cells) -> Iterator[Cells]:
    """A source with each record that rests on it, and the fields that it supports."""
    about = {key: value for key, value in use.items() if key != "rests"}
    for record, fields in use["rests"].items() or [(None, None)]:
        yield {**about, "record": record, "for": fields}


def _flat(record: Cells, before: str = "") -> Cells:
    """The keys of a record, and of the records in it behind a dot (``next.date``)."""
    cells: Cells = {}
    for key, value in record.items():
        if isinstance(value, dict) and value:
            cells |= _flat(value, f"{before}{key}.")
        else:
            cells[f"{before}{key}"] = None if value == {} else value
    return cells


def _written(rows: Iterable[Cells], columns: Sequence[str]) -> str:
    kept = list(rows)
    names = _columns(kept, columns)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([cell(row.get(name)) for name in names] for row in kept)
    return MARK + out.getvalue()


def _columns(rows: Sequence[Cells], first: Sequence[str]) -> list[str]:
    """The columns of all rows, each new one behind the one that it stands behind in its row."""
    names = list(first)
    for row in rows:
        at = -1
        for name in row:
            if name not in names:
                names.insert(at + 1, name)
            at = names.index(name)
    inner = {name.rpartition(".")[0] for name in names}
    # What is nothing in one row and a record in another has the columns of the record alone.
    told = [name for name in names if name not in inner]
    return [name for name in told if name not in _LAST] + [n for n in _LAST if n in told]


def cell(value: Any) -> str:
    """A value as it stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        plain = all(isinstance(item, str) for item in value)
        value = BETWEEN.join(value) if plain else json.dumps(value, ensure_ascii=False)
    return harmless(shown(value))


def harmless(cell: str) -> str:
    """The cell, with an apostrophe in front if a spreadsheet would run it."""
    first = normalize("NFKC", cell.lstrip()[:1])
    return f"'{cell}" if first.startswith(_FORMULA) or cell.startswith(("\t", "\r", "\n")) else cell
