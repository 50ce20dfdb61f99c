"""Nodes to records, driven by the grammar of the records' own types.

What lives here: one reader for each kind of value that a field can hold. It tells every fault of
shape and value, and remembers where each record stood, which ids it defined and which it refers to.
What does not: what the records mean together (``checks``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import msgspec

from nkj import days, model
from nkj.characters import refused_in_line
from nkj.index import KINDS, Kind
from nkj.model import Programme, TermDefinition, TermLabel, TermValue, Test, Text, When
from nkj.problems import Findings, Location, Related, problem
from nkj.registry import grammar
from nkj.registry.grammar import Value
from nkj.registry.nodes import Mapping, Node, Refused, Scalar, Sequence, place, short

#: Returned by a reader whose node is no good; the fault is told by then.
BAD: Any = object()

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_TERM = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_NUMBER = re.compile(r"[0-9](?:_?[0-9]){0,17}", re.ASCII)
_FIGURE = re.compile(r"[0-9](?:_?[0-9]){0,14}(?:\.[0-9]{1,6})?", re.ASCII)
_LONGEST_ID = 80
#: A choice that is only half alike is another word: ``suspended`` is no slip for ``superseded``.
_ALIKE_CHOICE = 0.8

#: The kind of record that each class defines ids for. A leg's are known in its exchange alone.
_DEFINES: dict[type, Kind] = {about.record: kind for kind, about in KINDS.items() if kind != "leg"}

Reader = Callable[[Node, "Walk"], Any]


class Walk:
    """One reading of a registry: what it found beside the records themselves.

    ``stands`` maps ``id(record)`` to its node; ``ids`` an id to its kind and node; ``refs`` are the
    ids referred to, with the kind that each must have; ``tests`` maps ``id(test)`` to its key and
    value. What keeps one fault from being told as two: ``broken`` holds ``id(record)`` of records
    with a fault inside, ``lost`` the ids of records whose own fault hides them, ``lost_kinds`` the
    kinds of which a whole section could not be read, ``repeated`` the ids that are defined twice.

    The programme and the vocabulary are read before all else: ``languages`` are those that texts
    may be in, the first required, and ``names`` the ids of the programme by their kind. Both are
    None where a programme has faults, so that one fault is not told again wherever it is used.
    """

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.stands: dict[int, Mapping] = {}
        self.tests: dict[int, tuple[Scalar, Node]] = {}
        self.ids: dict[str, tuple[Kind, Scalar]] = {}
        self.refs: list[tuple[str, Scalar]] = []
        self.broken: set[int] = set()
        self.lost: set[str] = set()
        self.lost_kinds: set[str] = set()
        self.repeated: set[str] = set()
        self.terms: dict[str, TermDefinition] = {}
        self.programme: Programme | None = None
        self.languages: tuple[str, ...] | None = None
        self.names: dict[str, tuple[str, ...]] | None = None
        self.faults = 0
        self._values: dict[str, dict[str, TermLabel]] = {}

    def bad(self) -> Any:
        """Count a fault that is told already; returns ``BAD``."""
        self.faults += 1
        return BAD

    def add(self, code: str, node: Node, *, related: Iterable[Related] = (), **args: object) -> Any:
        """Tell a fault at a node; returns ``BAD``."""
        self.findings.add(place(node), code, related=related, **args)
        return self.bad()

    def warn(self, code: str, node: Node, **args: str) -> None:
        """Tell what is odd at a node and can be read all the same."""
        self.findings.take(problem(place(node), code, related=(), **args))

    def where(self, record: object, field: str | None = None) -> Location:
        """Where a record stands, or the value of one of its keys, if it has that key itself."""
        node = self.stands[id(record)]
        entry = node.entries.get(field) if field else None
        return place(entry[1]) if entry else place(node)

    def values_of(self, definition: TermDefinition) -> dict[str, TermLabel]:
        """The values of a list term that have a name."""
        known = self._values.get(definition.id)
        if known is None:
            known = self._values[definition.id] = {label.id: label for label in definition.values}
        return known

    def define(self, kind: Kind, node: Scalar) -> None:
        """Note that an id is defined here; tell it if it was defined before."""
        known = self.ids.get(node.text)
        if known is None:
            self.ids[node.text] = kind, node
            return
        self.repeated.add(node.text)
        first = Related(place(known[1]), "first")
        self.add("duplicate-id", node, related=[first], id=node.text)


def read_section(name: str, node: Node, walk: Walk) -> Any:
    """Read the value of one section; ``BAD`` where that failed."""
    return _reader(grammar.fields(model.Sections)[name].value)(node, walk)


@cache
def _reader(value: Value) -> Reader:
    """The reader for what a field holds, made once."""
    if value.what == "list":
        assert value.item is not None
        return _list_of(value.item)
    if value.what == "record":
        assert value.record is not None
        return _record(value.record)
    if value.what == "either":
        return _either(Value("ref", value.kind), Value("record", record=value.record))
    if value.what == "choice":
        return _choice(value.choices)
    if value.what == "ref":
        return _ref(value.kind)
    if value.what == "name":
        return _named_by_programme(value.kind)
    return _READERS[value.what]


def _scalar(node: Node, walk: Walk, expected: str) -> Scalar | None:
    """The node as a scalar with something in it, or None after telling what is there instead."""
    if isinstance(node, Scalar) and not _is_empty(node):
        return node
    misshapen(node, walk, expected)
    return None


def _is_empty(node: Scalar) -> bool:
    return not node.text.strip() or (node.plain and node.text in ("~", "null"))


def misshapen(node: Node, walk: Walk, expected: str, keys: Iterable[str] = ()) -> Any:
    """Tell that a node has the wrong shape, unless it was refused before; returns ``BAD``.

    ``keys`` are those that a reader would write below it.
    """
    if isinstance(node, Refused):
        return walk.bad()
    found = _shape(node)
    one = expected if expected in ("list", "mapping") else "one"
    how = found if found == "nothing" else f"{one}-{found}"
    listed = ", ".join(keys)
    return walk.add("wrong-shape", node, expected=expected, found=found, how=how, keys=listed)


def _shape(node: Node) -> str:
    """What a node is, as a key of ``wording``."""
    if isinstance(node, Scalar):
        return "nothing" if _is_empty(node) else "word"
    return "list" if isinstance(node, Sequence) else "mapping"


def _read_prose(node: Node, walk: Walk) -> Any:
    scalar = _scalar(node, walk, "word")
    return BAD if scalar is None else scalar.text


def _read_text(node: Node, walk: Walk) -> Any:
    scalar = _scalar(node, walk, "word")
    if scalar is None:
        return BAD
    text = scalar.text.removesuffix("\n")  # that of a block (``|``) ends it and is no part of it
    refused = refused_in_line(text)
    if refused:
        return walk.add("forbidden-character", scalar, character=refused)
    return text


def _read_words(node: Node, walk: Walk) -> Any:
    """A text: words in the languages of the programme, in the first of them at the least."""
    if not isinstance(node, Mapping):
        return misshapen(node, walk, "mapping", walk.languages or ())
    before = walk.faults
    words: dict[str, str] = {}
    meant: set[str] = set()
    for language, (key, value) in node.entries.items():
        if walk.languages is not None and language not in walk.languages:
            meant.add(_unknown_key(key, value, walk.languages, walk))
            continue
        told = _read_prose(value, walk)
        if told is not BAD:
            words[language] = told
    first = walk.languages[0] if walk.languages else None
    if first is not None and first not in words:
        _tell_missing([first], meant, node, walk)
        return BAD
    text = Text(words)
    walk.stands[id(text)] = node
    if walk.faults > before:
        walk.broken.add(id(text))
    return text


def is_language(text: str) -> bool:
    """True for what can stand for a language: ``en``, ``ko``, ``zh-Hant``."""
    return _LANGUAGE.fullmatch(text) is not None


def _read_language(node: Node, walk: Walk) -> Any:
    scalar = _scalar(node, walk, "word")
    if scalar is None:
        return BAD
    if not is_language(scalar.text):
        return walk.add("bad-language", scalar, text=short(scalar.text))
    return scalar.text


def _read_time_zone(node: Node, walk: Walk) -> Any:
    import zoneinfo

    scalar = _scalar(node, walk, "word")
    if scalar is None:
        return BAD
    try:
        zoneinfo.ZoneInfo(scalar.text)
    except (KeyError, ValueError, OSError):  # unknown, no name at all, a folder of names
        near = walk.findings.near(scalar.text, zoneinfo.available_timezones())
        return walk.add("bad-time-zone", scalar, text=short(scalar.text), near=near)
    return scalar.text


def _read_count(node: Node, walk: Walk) -> Any:
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
        said = short(scalar.text)
        return walk.add("bad-value", scalar, text=said, choices="true, false", near="")
    return scalar.text == "true"


def _choice(choices: tuple[str, ...]) -> Reader:
    def read(node: Node, walk: Walk) -> Any:
        scalar = _scalar(node, walk, "word")
        if scalar is None:
            return BAD
        if scalar.text not in choices:
            said, listed = short(scalar.text), ", ".join(choices)
            near = walk.findings.near(scalar.text, choices, _ALIKE_CHOICE)
            return walk.add("bad-value", scalar, text=said, choices=listed, near=near)
        return scalar.text

    return read


def _either(ref: Value, record: Value) -> Reader:
    """An id or a record in its place: what stands there decides which of the two was meant."""
    read_ref, read_record = _reader(ref), _reader(record)

    def read(node: Node, walk: Walk) -> Any:
        return read_record(node, walk) if isinstance(node, Mapping) else read_ref(node, walk)

    return read


def _list_of(item: Value) -> Reader:
    read_item = _reader(item)
    # Legs name others too, but there a repeated name is a fault of the bargain (``exchanges``).
    once = item.what == "field" or (item.what == "ref" and item.kind != "event")

    def read(node: Node, walk: Walk) -> Any:
        if not isinstance(node, Sequence):
            return misshapen(node, walk, "list")
        if once:
            _tell_repeated(node, walk)
        values = [read_item(child, walk) for child in node.items]
        return tuple(value for value in values if value is not BAD)

    return read


def _tell_repeated(node: Sequence, walk: Walk) -> None:
    seen: set[str] = set()
    for item in node.items:
        if isinstance(item, Scalar):
            if item.text in seen:
                walk.warn("listed-twice", item, text=short(item.text))
            seen.add(item.text)


def _read_day(node: Node, walk: Walk) -> Any:
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
        said, part = short(scalar.text), short(error.text)
        return walk.add("bad-date", scalar, reason=error.reason, text=said, part=part)


def _read_id(node: Node, walk: Walk) -> Any:
    return _named(node, walk, _ID)


def _read_term_name(node: Node, walk: Walk) -> Any:
    return _named(node, walk, _TERM)


def _named(node: Node, walk: Walk, form: re.Pattern[str]) -> Any:
    scalar = _scalar(node, walk, "id")
    if scalar is None:
        return BAD
    if not _fits(form, scalar.text):
        walk.lost.add(scalar.text)
        return walk.add("bad-id", scalar, text=short(scalar.text), limit=_LONGEST_ID)
    return scalar.text


def is_id(text: str) -> bool:
    """True if a text has the form of an id."""
    return _fits(_ID, text)


def _fits(form: re.Pattern[str], text: str) -> bool:
    return len(text) <= _LONGEST_ID and form.fullmatch(text) is not None


def _ref(kind: str) -> Reader:
    def read(node: Node, walk: Walk) -> Any:
        scalar = _scalar(node, walk, "id")
        if scalar is None:
            return BAD
        walk.refs.append((kind, scalar))
        return scalar.text

    return read


def _named_by_programme(kind: str) -> Reader:
    def read(node: Node, walk: Walk) -> Any:
        scalar = _scalar(node, walk, "id")
        if scalar is None:
            return BAD
        if walk.names is not None and scalar.text not in walk.names[kind]:
            known = walk.names[kind]
            near, choices = walk.findings.near(scalar.text, known), ", ".join(known)
            text = short(scalar.text)
            walk.add(f"undefined-{kind}", scalar, text=text, near=near, choices=choices)
        return scalar.text  # as for a link to a record: what it stands in is there all the same

    return read


def _read_field(node: Node, walk: Walk) -> Any:
    scalar = _scalar(node, walk, "word")
    if scalar is None:
        return BAD
    if scalar.text not in model.CITABLE_FIELDS:
        near = walk.findings.near(scalar.text, model.CITABLE_FIELDS)
        return walk.add("unknown-field", scalar, text=short(scalar.text), near=near)
    return scalar.text


def _read_terms(node: Node, walk: Walk) -> Any:
    if not isinstance(node, Mapping):
        return misshapen(node, walk, "mapping", walk.terms)
    terms: dict[str, TermValue] = {}
    for name, (key, value) in node.entries.items():
        definition = walk.terms.get(name)
        if definition is None:
            _undefined_term(name, key, value, walk)
            continue
        got = _TERM_READERS[definition.type](value, walk)
        if got is not BAD:
            terms[name] = got
        if definition.type == "list" and isinstance(value, Sequence):
            _tell_repeated(value, walk)
            _tell_unnamed(definition, value, walk)
    return terms


def _read_conditions(node: Node, walk: Walk) -> Any:
    """Tests by the fact or term that they look at; what they may be is for ``checks.rules``."""
    if not isinstance(node, Mapping):
        return misshapen(node, walk, "mapping")
    tests: dict[str, Test] = {}
    for name, (key, value) in node.entries.items():
        test = _read_test(value, walk)
        if test is not BAD:
            tests[name] = test
            walk.tests[id(test)] = key, value
    return tests


def _read_test(node: Node, walk: Walk) -> Any:
    """A value, a list of values, or one bound (``above``, ``at_most``, ``since``)."""
    if isinstance(node, Sequence):
        values = _list_of(Value("id"))(node, walk)
        return BAD if values is BAD else Test(among=values)
    if not isinstance(node, Mapping):
        value = _read_id(node, walk)
        return BAD if value is BAD else Test(among=(value,))
    bounds = tuple(key for key in grammar.fields(Test) if key != "is")
    found = {}
    for name, (key, value) in node.entries.items():
        if name not in bounds:
            _unknown_key(key, value, bounds, walk)
            return BAD
        found[name] = _read_bound(value, walk)
    if len(found) != 1:
        return misshapen(node, walk, "mapping", bounds) if not found else _two_bounds(node, walk)
    return BAD if BAD in found.values() else Test(**found)


def _two_bounds(node: Mapping, walk: Walk) -> Any:
    _, (key, _) = list(node.entries.items())[1]
    return walk.add("unknown-key", key, key=short(key.text), near="", keys="above, at_most, since")


def _read_bound(node: Node, walk: Walk) -> Any:
    """A figure as a number; a day or a term's name as it stands."""
    scalar = _scalar(node, walk, "word")
    if scalar is None:
        return BAD
    if scalar.plain and _NUMBER.fullmatch(scalar.text):
        return int(scalar.text)
    return _read_text(scalar, walk)


def _tell_unnamed(definition: TermDefinition, node: Sequence, walk: Walk) -> None:
    """Tell values that the vocabulary does not name: a reader would meet the bare word."""
    names = walk.values_of(definition)
    for item in node.items:
        if isinstance(item, Scalar) and item.text not in names and item.text not in walk.lost:
            near = walk.findings.near(item.text, names)
            walk.warn("unnamed-value", item, text=short(item.text), term=definition.id, near=near)


def _undefined_term(name: str, key: Scalar, value: Node, walk: Walk) -> None:
    if isinstance(value, Refused) or name in walk.lost or "term" in walk.lost_kinds:
        walk.bad()
        return
    near = walk.findings.near(name, walk.terms)
    walk.add("undefined-term", key, text=short(name), near=near)


def _read_date_term(node: Node, walk: Walk) -> Any:
    when = _read_day(node, walk)
    return when if when is BAD else when.text


_READERS: dict[grammar.What, Reader] = {
    "text": _read_text,
    "prose": _read_prose,
    "count": _read_count,
    "figure": _read_figure,
    "flag": _read_flag,
    "day": _read_day,
    "until": _read_until,
    "id": _read_id,
    "term": _read_term_name,
    "field": _read_field,
    "terms": _read_terms,
    "conditions": _read_conditions,
    "bound": _read_bound,
    "words": _read_words,
    "language": _read_language,
    "time-zone": _read_time_zone,
}
_TERM_READERS: dict[str, Reader] = {
    "money": _read_count,
    "jpy": _read_count,
    "count": _read_count,
    "list": _list_of(Value("id")),
    "flag": _read_flag,
    "date": _read_date_term,
    "text": _read_text,
}


def _record(cls: type[msgspec.Struct]) -> Reader:
    fields = grammar.fields(cls)
    required = [field for field in fields.values() if field.required]
    kind = _DEFINES.get(cls)
    # Made when first needed, as a field's reader may be this very one.
    readers: dict[str, Reader] = {}

    def read(node: Node, walk: Walk) -> Any:
        if not isinstance(node, Mapping):
            keys = [field.key for field in required]
            return misshapen(node, walk, "mapping", keys or fields)
        before = walk.faults
        values: dict[str, Any] = {}
        meant: set[str] = set()
        for key_text, (key, value) in node.entries.items():
            field = fields.get(key_text)
            if field is None:
                meant.add(_unknown_key(key, value, tuple(fields), walk))
                continue
            reader = readers.get(key_text)
            if reader is None:
                reader = readers[key_text] = _reader(field.value)
            got = reader(value, walk)
            if got is BAD:
                continue
            values[field.name] = got
            if kind is not None and key_text == "id" and isinstance(value, Scalar):
                walk.define(kind, value)
        missing = [field.key for field in required if field.name not in values]
        if missing:
            _tell_missing(missing, meant, node, walk)
            walk.lost.add(values.get("id", ""))
            return BAD
        record = cls(**values)
        walk.stands[id(record)] = node
        if walk.faults > before:
            walk.broken.add(id(record))
        return record

    return read


def _unknown_key(key: Scalar, value: Node, known: tuple[str, ...], walk: Walk) -> str:
    """Tell a key that the record does not have; returns the one that it was probably meant for."""
    if isinstance(value, Refused):
        walk.bad()
        return ""
    near = _day_meant(known) if key.text == "date" else walk.findings.near(key.text, known)
    walk.add("unknown-key", key, key=short(key.text), near=near, keys=", ".join(known))
    if isinstance(value, Scalar):
        walk.lost.add(value.text)  # it may have been the id
    return near


def _day_meant(known: tuple[str, ...]) -> str:
    """Never a bare ``date``: which day it is must be said. The one that a record mostly has."""
    return next((day for day in ("in_force", "occurred", "published", "on") if day in known), "")


def _tell_missing(missing: list[str], meant: set[str], node: Mapping, walk: Walk) -> None:
    """Tell the keys that are missing, but those that are there with a fault or a slip."""
    for key in missing:
        if key not in node.entries and key not in meant and "<<" not in node.entries:
            walk.add("missing-key", node, key=key)
        else:
            walk.bad()
