"""Text to a tree of located nodes.

What lives here: the YAML that a registry may use, and every refusal of the rest: control
characters, depth and size, anchors, aliases, merge keys, tags, several documents, duplicate keys.
Every scalar stays text. What does not: what the keys mean (``records``).

The tree is built from PyYAML's parser *events*: ``yaml.compose`` would crash on deep nesting and
hide anchors.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from itertools import chain, islice
from typing import Any, NamedTuple

import msgspec

from nkj.characters import FORBIDDEN, refused_in_value
from nkj.problems import Findings, Location, Related
from nkj.registry.files import MAX_BYTES, RegistryFile

MAX_DEPTH = 24
#: Keys, values and lists in a whole registry: twice what 100,000 events need.
MAX_NODES = 4_000_000
_EXCERPT = 120
_MOST_FORBIDDEN = 100

_BREAK = re.compile("\r\n|\n|\r")


class _Placed(msgspec.Struct, frozen=True, gc=False):
    """Base of every node: where it stands. A tree has no cycles, and is built four times as fast
    without the collector's care.
    """

    file: Text
    line: int
    column: int


class Scalar(_Placed, frozen=True, gc=False):
    """A piece of text. ``line`` and ``column`` count from 0."""

    text: str
    plain: bool


class Sequence(_Placed, frozen=True, gc=False):
    """A list of nodes."""

    items: list[Node]


class Mapping(_Placed, frozen=True, gc=False):
    """Keys and values, in the order of the file; keys are unique."""

    entries: dict[str, tuple[Scalar, Node]]


class Text:
    """A registry file as text, with its lines for excerpts."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown = shown
        self.text = text
        self._starts: array[int] | None = None

    def at(self, line: int, column: int) -> Location:
        """The place of a line and column that count from 0."""
        if self._starts is None:
            # Four bytes a line: the lines themselves, as strings, would take sixty.
            self._starts = array(
                "I", chain((0,), (match.end() for match in _BREAK.finditer(self.text)))
            )
        start = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.within(start, line, column)

    def within(self, start: int, line: int, column: int) -> Location:
        """The place of a line that starts at a known character."""
        most = min(len(self.text), start + column + 2 * _EXCERPT + 1)
        found = _BREAK.search(self.text, start + column, most)
        end = found.start() if found else most
        skipped = max(0, column - _EXCERPT) if end - start > 2 * _EXCERPT else 0
        excerpt = self.text[start + skipped : min(end, start + skipped + 2 * _EXCERPT)]
        return Location(self.shown, line + 1, column + 1, excerpt, skipped)


class Refused(_Placed, frozen=True, gc=False):
    """Stands where an alias or a merge key stood: that is told, and nothing more is to be read."""


def short(text: str) -> str:
    """Enough of a text to be recognised in a message."""
    return text if len(text) <= 60 else text[:57] + "..."


Node = Scalar | Sequence | Mapping | Refused


def place(node: Node) -> Location:
    """Where a node stands."""
    return node.file.at(node.line, node.column)


class _Refused(Exception):
    """Reading of this file stops here; the problem is told already."""


class Budget:
    """How much more a registry may hold, over all its files."""

    def __init__(self) -> None:
        self.bytes = MAX_BYTES
        self.nodes = MAX_NODES


class Extent(NamedTuple):
    """The lines that a scalar takes, counted from 0: from ``line`` to ``last``, and on that one up
    to ``column``. ``block`` is true of a text behind ``|`` or ``>``, which takes whole lines.
    """

    line: int
    last: int
    column: int
    block: bool


def read_tree(
    file: RegistryFile,
    findings: Findings,
    budget: Budget,
    extents: list[Extent] | None = None,
) -> Node | None:
    """Read one file into its root node, or None if it is empty or could not be read; what is wrong
    is told to ``findings``. ``extents``, if given, is filled with those of all scalars in which a
    ``#`` is no comment.
    """
    budget.bytes -= len(file.data)
    if budget.bytes < 0:
        where = Location(file.shown, 1, 1)
        findings.add(where, "too-large", limit=f"{MAX_BYTES // 2**20} MiB")
        return None
    try:
        source = Text(file.shown, file.data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        good = file.data[: error.start].decode("utf-8", "replace")
        line, column = _offset(good, len(good))
        where = Location(file.shown, line + 1, column + 1)
        findings.add(where, "not-utf8", byte=f"0x{file.data[error.start]:02x}")
        return None
    if _forbidden(source, findings):
        return None
    try:
        return _Builder(source, findings, budget, extents).build()
    except _Refused:
        return None


def _forbidden(source: Text, findings: Findings) -> bool:
    """Tell the forbidden characters of a file, the first hundred of them; True if there are any."""
    at = line = start = 0
    found = list(islice(FORBIDDEN.finditer(source.text), _MOST_FORBIDDEN))
    for match in found:
        passed = source.text[at : match.start()]
        line += passed.count("\n") + passed.count("\r") - passed.count("\r\n")
        last = max(passed.rfind("\n"), passed.rfind("\r"))
        start = at + last + 1 if last >= 0 else start
        at = match.start()
        where = source.within(start, line, at - start)
        findings.add(where, "forbidden-character", character=f"U+{ord(match.group()):04X}")
    return bool(found)


def _offset(text: str, position: int) -> tuple[int, int]:
    before = text[:position].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n"), len(before) - (before.rfind("\n") + 1)


class _Builder:
    """Builds the tree of one file from the parser's events, without recursion."""

    def __init__(
        self, source: Text, findings: Findings, budget: Budget, extents: list[Extent] | None
    ) -> None:
        self.source = source
        self.findings = findings
        self.left = budget
        self.extents = extents
        # Each text once: keys and names of sources come thousands of times.
        self.shared: dict[str, str] = {}

    def build(self) -> Node | None:
        import yaml

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        # libyaml takes bytes without a copy into a Python string for each read.
        stream = self.source.text.encode("utf-8")
        try:
            return self._consume(yaml.parse(stream, Loader=loader))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            where = self.source.at(mark.line, mark.column) if mark else self.source.at(0, 0)
            self._add("yaml-syntax", where, says=error.problem or error.context or "")
        except yaml.YAMLError as error:
            self._add("yaml-syntax", self.source.at(0, 0), says=str(error).splitlines()[0])
        return None

    def _consume(self, events: Any) -> Node | None:
        from yaml import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent
        from yaml.events import DocumentStartEvent, MappingEndEvent, SequenceEndEvent

        root: Node | None = None
        documents = 0
        stack: list[Sequence | Mapping] = []
        keys: list[Scalar | None] = []  # for each open mapping, the key that waits for its value
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                node: Node = self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._no_extras(event)
                mark = event.start_mark
                if len(stack) >= MAX_DEPTH:
                    raise self._refused("too-deep", self._at(event), limit=MAX_DEPTH)
                if kind is MappingStartEvent:
                    node = Mapping(self.source, mark.line, mark.column, {})
                else:
                    node = Sequence(self.source, mark.line, mark.column, [])
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                stack.pop()
                keys.pop()
                continue
            elif kind is AliasEvent:
                self._add("alias", self._at(event), name=short(event.anchor))
                node = Refused(self.source, event.start_mark.line, event.start_mark.column)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise self._refused("several-documents", self._at(event))
                continue
            else:
                continue
            self.left.nodes -= 1
            if self.left.nodes < 0:
                raise self._refused("too-large", self._at(event), limit=f"{MAX_NODES:,} values")
            if not stack:
                root = node
            else:
                self._attach(stack[-1], keys, node)
            if isinstance(node, (Sequence, Mapping)):
                stack.append(node)
                keys.append(None)
        if isinstance(root, Scalar) and root.plain and root.text in ("", "~", "null"):
            return None
        return root

    def _attach(self, parent: Sequence | Mapping, keys: list[Scalar | None], node: Node) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                raise self._refused("odd-key", place(node))
            keys[-1] = node
            return
        keys[-1] = None
        if key.text == "<<" and key.plain:
            self._add("merge-key", place(key))
            # What it would have brought is not missing: its place is kept.
            parent.entries[key.text] = key, Refused(self.source, key.line, key.column)
            return
        if key.text in parent.entries:
            first = place(parent.entries[key.text][0])
            self._add(
                "duplicate-key", place(key), related=[Related(first, "first")], key=short(key.text)
            )
            return
        parent.entries[key.text] = (key, node)

    def _scalar(self, event: Any) -> Scalar:
        mark, style = event.start_mark, event.style
        if event.anchor is not None or event.tag is not None:
            self._no_extras(event)
        text = self.shared.setdefault(event.value, event.value)
        if style is None or style == "":
            return Scalar(self.source, mark.line, mark.column, text, True)
        # Only double quotes have escapes; whatever else stands in a file was searched as a whole.
        if style == '"' and (bad := refused_in_value(text)):
            self._add("forbidden-character", self._at(event), character=bad)
        if self.extents is not None and "#" in text:
            self._note_extent(self.extents, event)
        return Scalar(self.source, mark.line, mark.column, text, False)

    def _note_extent(self, extents: list[Extent], event: Any) -> None:
        end, block = event.end_mark, event.style in ("|", ">")
        # A block ends where the next line begins.
        last = end.line - 1 if block and not end.column else end.line
        extents.append(Extent(event.start_mark.line, last, end.column, block))

    def _no_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._add("anchor", self._at(event), name=short(event.anchor))
        if event.tag is not None:
            self._add("tag", self._at(event), tag=short(event.tag))

    def _at(self, event: Any) -> Location:
        return self.source.at(event.start_mark.line, event.start_mark.column)

    def _add(
        self, code: str, where: Location, *, related: Iterable[Related] = (), **args: Any
    ) -> None:
        self.findings.add(where, code, related=related, **args)

    def _refused(self, code: str, where: Location, **args: Any) -> _Refused:
        """Add a problem after which the file can't be trusted; returns what to raise."""
        self._add(code, where, **args)
        return _Refused()
