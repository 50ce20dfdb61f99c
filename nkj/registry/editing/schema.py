"""A JSON Schema of registry files, made from the records, so that editors complete and check the
YAML.

What lives here: how each kind of value of the grammar looks in a file, as the reader (``records``)
takes it. What does not: what records mean together (``checks``), which no schema can say. YAML's
own typing differs between readers, so a date may come as text or (a bare year) as a number, a
number with underscores as text, and an id as any of them.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any

import msgspec

from nkj import model
from nkj.model import BOTH, Programme, Registry, TermDefinition
from nkj.registry import grammar
from nkj.registry.editing.dictionary import meaning
from nkj.registry.grammar import Value

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
_FIXED: dict[grammar.What, dict[str, Any]] = {
    "text": _TEXT,
    "prose": _TEXT,
    "count": _COUNT,
    "figure": _FIGURE,
    "flag": {"type": "boolean"},
    "day": {"$ref": "#/$defs/When"},
    "until": {"$ref": "#/$defs/Until"},
    "id": _ID,
    "ref": _ID,
    "term": _TERM,
    "field": {"enum": sorted(model.CITABLE_FIELDS)},
    "terms": {"$ref": "#/$defs/Terms"},
    "words": {"$ref": "#/$defs/Text"},
    "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    "time-zone": _TEXT,
    "bound": {"anyOf": [_COUNT, _TEXT]},
}
_TERM_TYPES: dict[str, Any] = {
    "money": _COUNT,
    "jpy": _COUNT,
    "count": _COUNT,
    "list": {"type": "array", "items": _ID},
    "flag": {"type": "boolean"},
    "date": {"$ref": "#/$defs/When"},
    "text": _TEXT,
}


def schema(registry: Registry) -> dict[str, Any]:
    """The schema of a registry's files as JSON values.

    Languages, families, sides and kinds are those of the registry's programme. Its vocabulary names
    the terms that editors offer; others remain possible, so that a new one can be written.
    """
    programme, vocabulary = registry.programme, registry.vocabulary
    made: dict[str, Any] = {
        "Text": _text(programme),
        **{f"programme-{kind}": {"enum": list(ids)} for kind, ids in _names(programme).items()},
        "When": _dated(
            _WHEN,
            "A date: 2016-04-01, 2016-04, 2016, one unknown day 2016-02-10..2016-02-19, "
            "each with an optional final ?.",
        ),
        "Until": _dated(rf"none|{_WHEN}", "The last day, or none for an open end."),
        "Terms": _terms(vocabulary, programme.languages[0]),
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


def _text(programme: Programme) -> dict[str, Any]:
    told = {**_TEXT, "description": meaning("Text", "words")}
    return {
        "type": "object",
        "description": "Words for people, in the languages of the programme.",
        "properties": dict.fromkeys(programme.languages, told),
        "additionalProperties": False,
        "required": [programme.languages[0]],
    }


def _names(programme: Programme) -> dict[str, Iterable[str]]:
    """Of each kind of name, the ids that the programme gives."""
    return {
        "family": [family.id for family in programme.families],
        "side": [*(side.id for side in programme.sides), BOTH],
        "instrument": [instrument.id for instrument in programme.instruments],
        "occasion-kind": [kind.id for kind in programme.occasion_kinds],
    }


def _terms(vocabulary: Iterable[TermDefinition], language: str) -> dict[str, Any]:
    known = {
        definition.id: {
            **_TERM_TYPES[definition.type],
            "description": definition.name.within(language),
        }
        for definition in vocabulary
    }
    return {
        "type": "object",
        "description": "Terms: keys of the vocabulary with their values.",
        "properties": known,
    }


def _record(cls: type[msgspec.Struct], made: dict[str, Any]) -> dict[str, Any]:
    """A record as an object with its keys, in their order, and no others."""
    fields = grammar.fields(cls).values()
    made_of: dict[str, Any] = {
        "type": "object",
        "description": (inspect.getdoc(cls) or "").split("\n\n")[0].replace("\n", " "),
        "properties": {
            field.key: {
                **_shape(field.value, made),
                "description": meaning(cls.__name__, field.key),
            }
            for field in fields
        },
        "additionalProperties": False,
    }
    required = [field.key for field in fields if field.required]
    return {**made_of, "required": required} if required else made_of


def _conditions(made: dict[str, Any]) -> dict[str, Any]:
    """Tests by fact: a value, a list of values, or one bound."""
    bound = _shape(Value("record", record=model.Test), made)
    values = {"type": "array", "items": _ID}
    return {"type": "object", "additionalProperties": {"anyOf": [_ID, values, bound]}}


def _shape(value: Value, made: dict[str, Any]) -> dict[str, Any]:
    if value.item is not None:
        return {"type": "array", "items": _shape(value.item, made)}
    if value.what == "conditions":
        return _conditions(made)
    if value.what == "either":
        instead = Value("record", record=value.record)
        return {"anyOf": [dict(_FIXED["ref"]), _shape(instead, made)]}
    if value.record is not None:
        name = value.record.__name__
        if name not in made:
            made[name] = {}
            made[name] = _record(value.record, made)
        return {"$ref": f"#/$defs/{name}"}
    if value.what == "choice":
        return {"enum": list(value.choices)}
    if value.what == "name":
        return {"$ref": f"#/$defs/programme-{value.kind}"}
    return dict(_FIXED[value.what])
