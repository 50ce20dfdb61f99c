"""What a field of each record may hold, read once from the records' own types.

What lives here: the walk over the annotations of ``model``. What does not: what to do with it:
reading nodes (``records``), a JSON Schema (``editing/schema``), the order of keys
(``editing/form``) and the tables of docs/registry.md are each one table over ``What``.
"""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from nkj import model
from nkj.model import Conditions, Named, Ref, Terms, Text, When

What: TypeAlias = Literal[
    "text",  # words on one line
    "prose",  # words that may take several lines
    "count",
    "figure",
    "flag",
    "day",
    "until",
    "id",
    "term",  # a term's name
    "field",  # a field's name
    "ref",  # the id of a record of one kind
    "name",  # an id of the programme, of one kind
    "language",  # the code of a language
    "time-zone",
    "words",  # prose by language
    "choice",
    "list",
    "record",
    "either",  # the id of a record, or a record written in its place
    "terms",
    "conditions",  # tests by the fact that they look at
    "bound",  # a figure, a day, or a term's name
]
_Class: TypeAlias = type[msgspec.Struct]

_PLAIN: dict[Any, What] = {str: "text", int: "count", bool: "flag", When: "day", Text: "words"}
_MARKED: dict[Any, What] = {
    "id": "id",
    "name": "id",
    "field": "field",
    "term": "term",
    "number": "figure",
    "prose": "prose",
    "language": "language",
    "time-zone": "time-zone",
    model.Until: "until",
}

_BOUND = int | str | None


class Value(NamedTuple):
    """What may stand in one place.

    ``kind`` is the kind of record that a ``ref`` points to, or of id that a ``name`` is,
    ``choices`` the words of a ``choice``, ``item`` what a ``list`` holds, ``record`` the class of a
    ``record``. ``either`` has the ``kind`` of its ids and the ``record`` of what may stand instead.
    """

    what: What
    kind: str = ""
    choices: tuple[str, ...] = ()
    item: Value | None = None
    record: _Class | None = None

    @property
    def inner(self) -> _Class | None:
        """The class of record that stands here, or in the list that stands here."""
        return self.item.inner if self.item else self.record


class Field(NamedTuple):
    """One key of a record: as it is written, its name in Python, and what it holds."""

    key: str
    name: str
    value: Value
    required: bool


@cache
def fields(record: _Class) -> dict[str, Field]:
    """The fields of a record by their keys, in the order in which a file has them."""
    hints = typing.get_type_hints(record, include_extras=True)
    return {
        field.encode_name: Field(
            field.encode_name, field.name, _value(hints[field.name]), field.required
        )
        for field in msgspec.structs.fields(record)
    }


@cache
def records() -> tuple[_Class, ...]:
    """Every record in the order in which a reader meets it, from the sections down."""
    found: list[_Class] = [model.Sections]
    for record in found:  # grows while it is walked
        inner = (field.value.inner for field in fields(record).values())
        found.extend(dict.fromkeys(cls for cls in inner if cls and cls not in found))
    return tuple(found)


def _value(hint: Any) -> Value:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint == Terms:
        return Value("terms")
    if hint == Conditions:
        return Value("conditions", record=model.Test)
    if origin is typing.Annotated:
        mark = arguments[1]
        if isinstance(mark, Named):
            return Value("name", mark.kind)
        return Value("ref", mark.kind) if isinstance(mark, Ref) else Value(_MARKED[mark])
    if hint == _BOUND:
        return Value("bound")
    if origin in (typing.Union, types.UnionType):
        inner = [_value(argument) for argument in arguments if argument is not types.NoneType]
        if len(inner) == 1:
            return inner[0]
        ref, record = inner
        return Value("either", ref.kind, record=record.record)
    if origin is Literal:
        return Value("choice", choices=arguments)
    if origin is tuple:
        return Value("list", item=_value(arguments[0]))
    if hint in _PLAIN:
        return Value(_PLAIN[hint])
    return Value("record", record=hint)
