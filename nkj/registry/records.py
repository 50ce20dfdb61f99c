"""Nodes to records, driven by the records' own types.

What lives here: one reader for each type that a field of ``model`` can have. It collects every
problem of shape and value, and remembers where each record stood, which ids it defined and which it
refers to. What does not: what the records mean together (``checks``).
"""

from __future__ import annotations

import difflib
import re
import types
import typing
from collections.abc import Callable, Iterable
from typing import Any, Literal

import msgspec

from nkj import days, model
from nkj.model import Ref, TermDefinition, Terms, TermValue, When
from nkj.problems import Location, Problem, Related, problem
from nkj.registry.nodes import MAX_PROBLEMS, Mapping, Node, Refused, Scalar, Sequence, place, short

#: Returned by a reader whose node is no good; the problem is told by then.
BAD: Any = object()

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_TERM = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)
_NUMBER = re.compile(r"[0-9](?:_?[0-9]){0,17}", re.ASCII)
_FIGURE = re.compile(r"[0-9](?:_?[0-9]){0,14}(?:\.[0-9]{1,6})?", re.ASCII)
_LONGEST_ID = 80

#: The kind of record that each class defines ids for.
_KINDS: dict[type, str] = {
    model.Measure: "measure",
    model.Event: "event",
    model.Decision: "decision",
    model.Occasion: "occasion",
    model.Party: "party",
    model.Source: "source",
    model.Law: "law",
    model.Exchange: "exchange",
    model.Indicator: "indicator",
    model.Checkpoint: "checkpoint",
}


#: How often a near id is looked for.
MOST_SUGGESTIONS = 20


class TooMany(Exception):
    """More problems than anybody reads: the walk ends."""


Reader = Callable[[Node, "Walk"], Any]


class Walk:
    """One reading of a registry: what it found beside the records themselves.

    ``stands`` maps ``id(record)`` to its node; ``ids`` an id to its kind and node; ``refs`` are the
    ids referred to, with the kind that each must have; ``broken`` holds ``id(record)`` of records
    with a fault inside.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.stands: dict[int, Mapping] = {}
        self.ids: dict[str, tuple[str, Scalar]] = {}
        self.refs: list[tuple[str, Scalar]] = []
        self.broken: set[int] = set()
        self.terms: dict[str, TermDefinition] = {}
        self.faults = 0
        self.looked = 0

    def bad(self) -> Any:
        """Count a fault that is told already; returns ``BAD``."""
        self.faults += 1
        return BAD

    def add(self, code: str, node: Node, *, related: Iterable[Related] = (), **args: object) -> Any:
        """Tell a problem at a node; returns ``BAD``."""
        self.problems.append(problem(place(node), code, related=related, **args))
        if len(self.problems) >= MAX_PROBLEMS:
            raise TooMany
        return self.bad()

    def where(self, record: object, field: str | None = None) -> Location:
        """Where a record stands, or the value of one of its keys, if it has that key itself."""
        node = self.stands[id(record)]
        entry = node.entries.get(field) if field else None
        return place(entry[1]) if entry else place(node)

    def near(self, word: str, choices: Iterable[str]) -> str:
        """The nearest choice, for the first few words: looking is slow, and a person's slips are
        few.
        """
        self.looked += 1
        return suggestion(word, choices) if self.looked <= MOST_SUGGESTIONS else ""

    def define(self, kind: str, node: Scalar) -> None:
        """Note that an id is defined here; tell it if it was defined before."""
        known = self.ids.get(node.text)
        if known is None:
            self.ids[node.text] = kind, node
        else:
            self.add(
                "duplicate-id", node, related=[Related(place(known[1]), "first")], id=node.text
            )


def suggestion(word: str, choices: Iterable[str]) -> str:
    """`` - did you mean 'x'?`` for the nearest choice, or nothing."""
    near = difflib.get_close_matches(word[:_LONGEST_ID], list(choices), n=1, cutoff=0.6)
    return near[0] if near else ""


def read_section(node: Node, annotation: Any, walk: Walk) -> Any:
    """Read the value of one section as its annotated type; ``BAD`` where that failed."""
    return _reader(annotation)(node, walk)


def section_types() -> dict[str, Any]:
    """The name and type of each section."""
    return typing.get_type_hints(model.Sections, include_extras=True)


_readers: dict[Any, Reader] = {}


def _reader(annotation: Any) -> Reader:
    """The reader for a field's type, made once."""
    known = _readers.get(annotation)
    if known is None:
        known = _readers[annotation] = _make_reader(annotation)
    return known


def _make_reader(annotation: Any) -> Reader:
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if annotation == Terms:
        return _read_terms
    if origin is typing.Annotated:
        return _annotated(arguments[0], arguments[1])
    if origin in (typing.Union, types.UnionType):
        inner = [argument for argument in arguments if argument is not types.NoneType]
        return _reader(inner[0]) if len(inner) == 1 else _either(*map(_reader, inner))
    if origin is Literal:
        return _choice(arguments)
    if origin is tuple:
        return _list_of(_reader(arguments[0]))
    if annotation is When:
        return _read_when
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        return _struct(annotation)
    return {str: _read_text, int: _read_number, bool: _read_flag}[annotation]


def _annotated(inner: Any, mark: Any) -> Reader:
    if isinstance(mark, Ref):
        return _ref(mark.kind)
    if mark is model.Until:
        return _read_until
    return {"id": _read_id, "field": _read_field, "term": _read_term_name, "number": _read_figure}[
        mark
    ]


def _scalar(node: Node, walk: Walk, expected: str) -> Scalar | None:
    """The node as a scalar with something in it, or None after telling what is there instead."""
    if (
        isinstance(node, Scalar)
        and node.text.strip()
        and not (node.plain and node.text in ("~", "null"))
    ):
        return node
    _misshapen(node, walk, expected)
    return None


def _misshapen(node: Node, walk: Walk, expected: str) -> Any:
    """Tell that a node has the wrong shape, unless it was refused before; returns ``BAD``."""
    if isinstance(node, Refused):
        return walk.bad()
    return walk.add("wrong-shape", node, expected=expected, found=_shape(node))


def _shape(node: Node) -> str:
    if isinstance(node, Scalar):
        return "word" if node.text.strip() and node.text not in ("~", "null") else "nothing"
    return "list" if isinstance(node, Sequence) else "mapping"


def _read_text(node: Node, walk: Walk) -> Any:
    scalar = _scalar(node, walk, "word")
    return BAD if scalar is None else scalar.text


def _read_number(node: Node, walk: Walk) -> Any:
    scalar = _scalar(node, walk, "number")
    if scalar is None:
        return BAD
    if not scalar.plain or not _NUMBER.fullmatch(scalar.text):
        return walk.add("bad-number", scalar, text=short(scalar.text))
    return int(scalar.text)


def _read_figure(node: Node, walk: Walk) -> Any:
    scalar = _scalar(node, walk, "number")
    if scalar is None:
        return BAD
    if not scalar.plain or not _FIGURE.fullmatch(scalar.text):
        return walk.add("bad-number", scalar, text=short(scalar.text))
    return float(scalar.text.replace("_", ""))


def _read_flag(node: Node, walk: Walk) -> Any:
    scalar = _scalar(node, walk, "flag")
    if scalar is None:
        return BAD
    if not scalar.plain or scalar.text not in ("true", "false"):
        return walk.add(
            "bad-value", scalar, text=short(scalar.text), choices="true, false", near=""
        )
    return scalar.text == "true"


def _choice(choices: tuple[str, ...]) -> Reader:
    def read(node: Node, walk: Walk) -> Any:
        scalar = _scalar(node, walk, "word")
        if scalar is None:
            return BAD
        if scalar.text not in choices:
            near = walk.near(scalar.text, choices)
            return walk.add(
                "bad-value", scalar, text=short(scalar.text), choices=", ".join(choices), near=near
            )
        return scalar.text

    return read


def _either(word: Reader, record: Reader) -> Reader:
    """A word or a record in its place: what stands there decides which of the two was meant."""

    def read(node: Node, walk: Walk) -> Any:
        return record(node, walk) if isinstance(node, Mapping) else word(node, walk)

    return read


def _list_of(item: Reader) -> Reader:
    def read(node: Node, walk: Walk) -> Any:
        if not isinstance(node, Sequence):
            return _misshapen(node, walk, "list")
        values = [item(child, walk) for child in node.items]
        return tuple(value for value in values if value is not BAD)

    return read


def _read_when(node: Node, walk: Walk) -> Any:
    return _date(node, walk, days.parse_when)


def _read_until(node: Node, walk: Walk) -> Any:
    return _date(node, walk, days.parse_until)


def _date(node: Node, walk: Walk, parse: Callable[[str], When]) -> Any:
    scalar = _scalar(node, walk, "date")
    if scalar is None:
        return BAD
    try:
        return parse(scalar.text)
    except days.DayError as error:
        return walk.add(
            "bad-date", scalar, reason=error.reason, text=short(scalar.text), part=short(error.text)
        )


def _read_id(node: Node, walk: Walk) -> Any:
    return _named(node, walk, _ID)


def _read_term_name(node: Node, walk: Walk) -> Any:
    return _named(node, walk, _TERM)


def _named(node: Node, walk: Walk, form: re.Pattern[str]) -> Any:
    scalar = _scalar(node, walk, "id")
    if scalar is None:
        return BAD
    if not form.fullmatch(scalar.text) or len(scalar.text) > _LONGEST_ID:
        return walk.add("bad-id", scalar, text=short(scalar.text), limit=_LONGEST_ID)
    return scalar.text


def _ref(kind: str) -> Reader:
    def read(node: Node, walk: Walk) -> Any:
        scalar = _scalar(node, walk, "id")
        if scalar is None:
            return BAD
        walk.refs.append((kind, scalar))
        return scalar.text

    return read


def _read_field(node: Node, walk: Walk) -> Any:
    scalar = _scalar(node, walk, "word")
    if scalar is None:
        return BAD
    if scalar.text not in model.CITABLE_FIELDS:
        near = walk.near(scalar.text, model.CITABLE_FIELDS)
        return walk.add("unknown-field", scalar, text=short(scalar.text), near=near)
    return scalar.text


def _read_terms(node: Node, walk: Walk) -> Any:
    if not isinstance(node, Mapping):
        return _misshapen(node, walk, "mapping")
    terms: dict[str, TermValue] = {}
    for name, (key, value) in node.entries.items():
        definition = walk.terms.get(name)
        if definition is None:
            walk.add("undefined-term", key, text=short(name), near=walk.near(name, walk.terms))
            continue
        got = _TERM_READERS[definition.type](value, walk)
        if got is not BAD:
            terms[name] = got
    return terms


def _read_date_term(node: Node, walk: Walk) -> Any:
    when = _read_when(node, walk)
    return when if when is BAD else when.text


_TERM_READERS: dict[str, Reader] = {
    "jpy": _read_number,
    "count": _read_number,
    "list": _list_of(_read_id),
    "flag": _read_flag,
    "date": _read_date_term,
    "text": _read_text,
}


def _struct(cls: type[msgspec.Struct]) -> Reader:
    hints = typing.get_type_hints(cls, include_extras=True)
    # A field may hold its own class's kind only through a tuple, so readers are looked up when
    # first needed.
    readers: dict[str, Reader] = {}
    fields = {
        field.encode_name: (field.name, hints[field.name], field.required)
        for field in msgspec.structs.fields(cls)
    }
    kind = _KINDS.get(cls)

    def read(node: Node, walk: Walk) -> Any:
        if not isinstance(node, Mapping):
            return _misshapen(node, walk, "mapping")
        before = walk.faults
        values: dict[str, Any] = {}
        for key_text, (key, value) in node.entries.items():
            field = fields.get(key_text)
            if field is None:
                near = "in_force" if key_text == "date" else walk.near(key_text, fields)
                walk.add("unknown-key", key, key=short(key_text), near=near, keys=", ".join(fields))
                continue
            name, hint, _ = field
            reader = readers.get(name)
            if reader is None:
                reader = readers[name] = _reader(hint)
            got = reader(value, walk)
            if got is BAD:
                continue
            values[name] = got
            if kind is not None and name == "id" and isinstance(value, Scalar):
                walk.define(kind, value)
        missing = [
            key for key, (name, _, required) in fields.items() if required and name not in values
        ]
        for key_text in missing:
            if key_text not in node.entries:
                walk.add("missing-key", node, key=key_text)
        if missing:
            return BAD
        record = cls(**values)
        walk.stands[id(record)] = node
        if walk.faults > before:
            walk.broken.add(id(record))
        return record

    return read
