"""A JSON Schema of registry files, made from the records, so that editors complete and check the
YAML.

What lives here: the walk over the records' types that mirrors the reader's (``walker``): what has a
shape there has the same one here. What does not: what records mean together (``checks``), which no
schema can say. YAML's own typing differs between readers, so a date may come as text or (a bare
year) as a number, a number with underscores as text, and an id as any of them.
"""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from nkj import model
from nkj.model import Ref, TermDefinition, Terms, When
from nkj.registry.editing.dictionary import meaning

_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
_WHEN = rf"({_DAY}|{_DAY}\.\.({_DAY})?|\.\.{_DAY})\??"
_ID = {
    "type": ["string", "integer", "boolean"],
    "minimum": 0,
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "maxLength": 80,
}
_TERM = {"type": ["string", "boolean"], "pattern": "^[a-z][a-z0-9]*(_[a-z0-9]+)*$", "maxLength": 80}
_COUNT = {
    "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9](_?[0-9])*$"}]
}
_FIGURE = {
    "anyOf": [
        {"type": "number", "minimum": 0},
        {"type": "string", "pattern": r"^[0-9](_?[0-9])*(\.[0-9]+)?$"},
    ]
}
_TEXT = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_MARKS: dict[Any, Any] = {
    "id": _ID,
    "term": _TERM,
    "number": _FIGURE,
    "field": {"enum": sorted(model.CITABLE_FIELDS)},
}
_PLAIN: dict[Any, Any] = {str: _TEXT, int: _COUNT, bool: {"type": "boolean"}}
_TERM_TYPES: dict[str, Any] = {
    "jpy": _COUNT,
    "count": _COUNT,
    "list": {"type": "array", "items": _ID},
    "flag": {"type": "boolean"},
    "date": {"$ref": "#/$defs/When"},
    "text": _TEXT,
}


def schema(vocabulary: Iterable[TermDefinition]) -> dict[str, Any]:
    """The schema as JSON values.

    ``vocabulary`` names the terms that editors offer. Others remain possible: a registry may bring
    its own vocabulary, which only ``nkj validate`` knows.
    """
    made: dict[str, Any] = {
        "When": _dated(
            _WHEN,
            "A date: 2016-04-01, 2016-04, 2016, one unknown day 2016-02-10..2016-02-19, "
            "each with an optional final ?.",
        ),
        "Until": _dated(rf"none|{_WHEN}", "The last day, or none for an open end."),
        "Terms": _terms(vocabulary),
    }
    root = _record(model.Sections, made)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "nkj registry file",
        **root,
        "$defs": dict(sorted(made.items())),
    }


def _dated(pattern: str, description: str) -> dict[str, Any]:
    year = {"type": "integer", "minimum": 1, "maximum": 9999}
    return {
        "description": description,
        "anyOf": [{"type": "string", "pattern": f"^({pattern})$"}, year],
    }


def _terms(vocabulary: Iterable[TermDefinition]) -> dict[str, Any]:
    known = {d.id: {**_TERM_TYPES[d.type], "description": d.name.en} for d in vocabulary}
    return {
        "type": "object",
        "description": "Terms: keys of the vocabulary with their values.",
        "properties": known,
    }


def _record(cls: type[msgspec.Struct], made: dict[str, Any]) -> dict[str, Any]:
    """A record as an object with its keys, in their order, and no others."""
    hints = typing.get_type_hints(cls, include_extras=True)
    fields = msgspec.structs.fields(cls)
    shapes = [(field.encode_name, _shape(hints[field.name], made)) for field in fields]
    made_of: dict[str, Any] = {
        "type": "object",
        "description": (inspect.getdoc(cls) or "").split("\n\n")[0].replace("\n", " "),
        "properties": {
            key: {**shape, "description": meaning(cls.__name__, key)} for key, shape in shapes
        },
        "additionalProperties": False,
    }
    required = [field.encode_name for field in fields if field.required]
    return {**made_of, "required": required} if required else made_of


def _shape(hint: Any, made: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint == Terms:
        return {"$ref": "#/$defs/Terms"}
    if origin is typing.Annotated:
        return _marked(arguments[1])
    if origin in (typing.Union, types.UnionType):
        inner = [argument for argument in arguments if argument is not types.NoneType]
        if len(inner) > 1:
            return {"anyOf": [_shape(argument, made) for argument in inner]}
        return _shape(inner[0], made)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _shape(arguments[0], made)}
    if hint is When:
        return {"$ref": "#/$defs/When"}
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        if hint.__name__ not in made:
            made[hint.__name__] = {}
            made[hint.__name__] = _record(hint, made)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return dict(_PLAIN[hint])


def _marked(mark: Any) -> dict[str, Any]:
    if isinstance(mark, Ref):
        return dict(_ID)
    if mark is model.Until:
        return {"$ref": "#/$defs/Until"}
    return dict(_MARKS[mark])
