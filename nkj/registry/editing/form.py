"""The one form of a registry file: keys in the records' order, one key a line, lists of ids inline,
comments on their own lines.

What lives here: turning a file into that form as text, and writing it. Nothing is lost: every value
keeps its text, every comment stays with what it speaks of, sections keep their order, and the new
text is read back and compared.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import textwrap
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from nkj.model import Sections
from nkj.problems import Findings, TooMany
from nkj.registry import grammar
from nkj.registry.files import RegistryFile
from nkj.registry.grammar import Value
from nkj.registry.nodes import Budget, Extent, Mapping, Node, Scalar, Sequence, read_tree

_WIDTH = 110
#: A text that may stand without quotes: it begins with a letter (of any script) or a digit.
_PLAIN = re.compile(r"[^\W_][^\n\t]*")
#: What other readers of YAML would take for a number, a flag, nothing or a date.
_TYPED = re.compile(
    r"[-+]?[0-9][0-9_,.:eExXoO-]*|true|false|yes|no|on|off|null|~|y|n|\d{4}-\d\d-\d\d.*|\.inf|\.nan",
    re.IGNORECASE,
)


_COMMENT = re.compile(r"(?:^|\s)#\s?(.*)$")
_WHOLE_LINE = 10**9


class Edited(Exception):
    """The file was saved by somebody else while its form was being worked out."""


class Unformable(Exception):
    """The file cannot be put into the form without losing something; ``reason`` says why (a key of
    ``wording``).
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def formed(file: RegistryFile) -> str:
    """The text of a file in the one form.

    Raises ``Unformable`` if the file has problems of its own or would not read the same.
    """
    tree, comments = _read(file)
    text = file.data.decode("utf-8-sig")
    if tree is None:
        return text
    if not isinstance(tree, Mapping):
        raise Unformable("shape")
    out = _Writer(tree, comments, _head(text)).write()
    if out == text:
        return out  # what it says is what it said
    again, kept = _read(RegistryFile(file.name, file.shown, out.encode("utf-8")))
    if again is None or _said(tree) != _said(again):
        raise Unformable("changed")
    if sorted(comment.text for comment in comments) != sorted(comment.text for comment in kept):
        raise Unformable("comments")
    return out


def rewrite(path: Path, text: str, read: bytes) -> None:
    """Put a text in the place of a file, whole or not at all; a link stays a link.

    ``read`` is what the text was made from: if the file holds anything else by now, somebody saved
    it meanwhile, and ``Edited`` is raised. Raises ``OSError``.
    """
    path = Path(os.path.realpath(path))
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    mode = stat.S_IMODE(path.stat().st_mode)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    # A draft that another made is left alone; what stands in this one is for its owner's eyes until
    # it has the rights of the file.
    stream = open(draft, "xb", opener=_for_the_owner)  # noqa: SIM115
    try:
        with stream:
            os.chmod(draft, mode)
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        if path.read_bytes() != read:
            raise Edited
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class _Comment(NamedTuple):
    """A comment: its line, counted from 0, what it says, and whether something stands before it on
    the line.
    """

    line: int
    text: str
    behind: bool


def _read(file: RegistryFile) -> tuple[Node | None, list[_Comment]]:
    """The tree of a file, and its comments. Raises ``Unformable`` if it has problems."""
    findings = Findings()
    extents: list[Extent] = []
    try:
        tree = read_tree(file, findings, Budget(), extents)
    except TooMany:
        raise Unformable("problems") from None
    if findings.errors:
        raise Unformable("problems")
    return tree, list(_comments(file.data.decode("utf-8-sig"), extents))


def _said(node: Node) -> object:
    """What a node says, whatever its form: a mapping's order does not count."""
    if isinstance(node, Mapping):
        return {key: _said(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def _comments(text: str, extents: list[Extent]) -> Iterator[_Comment]:
    """Every comment: what stands behind a ``#`` outside of any value."""
    inside: dict[int, int] = {}  # of a line, the column up to which it belongs to a value
    for extent in extents:
        for line in range(extent.line, extent.last):
            inside[line] = _WHOLE_LINE
        if extent.block:
            inside[extent.last] = _WHOLE_LINE
        else:
            inside[extent.last] = max(inside.get(extent.last, 0), extent.column)
    for number, written in enumerate(text.split("\n")):
        if "#" not in written:
            continue
        begin = inside.get(number, 0)
        match = _COMMENT.search(written[begin:])
        if match:
            before = written[: begin + match.start()]
            yield _Comment(number, match.group(1).rstrip(), bool(before.strip(" -")))


def _head(text: str) -> int:
    """How many comment lines speak of the whole file: those on top, if a blank line follows."""
    lines = text.split("\n")
    count = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    return count if not lines[count].strip() else 0


class _Place(NamedTuple):
    """Where something of a tree stands that comments can speak of: a key, or an item of a list."""

    line: int
    is_key: bool
    node: Node


def _places(node: Node) -> Iterator[_Place]:
    """Every key and item in the order of the file."""
    if isinstance(node, Mapping):
        for key, value in node.entries.values():
            yield _Place(key.line, True, key)
            yield from _places(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield _Place(item.line, False, item)
            yield from _places(item)


def _bound(root: Mapping, comments: Iterable[_Comment]) -> tuple[dict[int, list[str]], list[str]]:
    """What each comment speaks of: by the ``id`` of a key or item, its comments; and those at the
    end, which speak of nothing.

    A comment on a line of its own speaks of what comes next, wherever that is moved; one behind a
    value of its key, or of the item where there is none.
    """
    comments = list(comments)
    places = list(_places(root)) if comments else []
    lines = [place.line for place in places]
    bound: dict[int, list[str]] = {}
    last: list[str] = []
    for comment in comments:
        at = bisect_left(lines, comment.line)  # the first place on this line or after it
        if comment.behind:
            at = _key_on_line(places, at, comment.line)
        if at < len(places):
            bound.setdefault(id(places[at].node), []).append(comment.text)
        else:
            last.append(comment.text)
    return bound, last


def _key_on_line(places: list[_Place], first: int, line: int) -> int:
    """The first key that begins on a line, else the first item, else what began last before it."""
    on_line = list(takewhile(lambda n: places[n].line == line, range(first, len(places))))
    if not on_line:
        return max(first - 1, 0)
    return next((n for n in on_line if places[n].is_key), on_line[0])


class _Writer:
    """Writes a tree in the order of the records' types."""

    def __init__(self, root: Mapping, comments: list[_Comment], head: int) -> None:
        self.root = root
        self.head = [comment.text for comment in comments[:head]]
        self.bound, self.last = _bound(root, comments[head:])
        self.lines: list[str] = []

    def write(self) -> str:
        self._tell(self.head, 0)
        fields = grammar.fields(Sections)
        for name, (key, node) in self.root.entries.items():
            if self.lines:
                self.lines.append("")
            self._before(key, 0)
            field = fields.get(name)
            self._entry(name, node, field.value if field else None, 0, spread=True)
        self._tell(self.last, 0)
        return "\n".join(self.lines) + "\n"

    def _tell(self, comments: Iterable[str], indent: int) -> None:
        self.lines += [f"{' ' * indent}# {comment}".rstrip() for comment in comments]

    def _before(self, node: Node, indent: int) -> None:
        """The comments that speak of a key or an item."""
        if self.bound:
            self._tell(self.bound.pop(id(node), ()), indent)

    def _entry(
        self, key: str, node: Node, value: Value | None, indent: int, spread: bool = False
    ) -> None:
        pad = " " * indent
        if isinstance(node, Scalar):
            self.lines += _scalar(f"{pad}{key}:", node, indent)
        elif isinstance(node, Mapping):
            if not node.entries:
                self.lines.append(f"{pad}{key}: {{}}")
                return
            self.lines.append(f"{pad}{key}:")
            self._mapping(node, value, indent + 2)
        elif isinstance(node, Sequence):
            self._sequence(key, node, value.item if value else None, indent, spread)

    def _mapping(self, node: Mapping, value: Value | None, indent: int) -> None:
        for name, inner, (key, held) in _entries(node, value):
            self._before(key, indent)
            self._entry(name, held, inner, indent)

    def _sequence(
        self, key: str, node: Sequence, value: Value | None, indent: int, spread: bool
    ) -> None:
        pad = " " * indent
        scalars = [item for item in node.items if isinstance(item, Scalar)]
        if len(scalars) == len(node.items):
            inline = f"{pad}{key}: [{', '.join(_inline(item) for item in scalars)}]"
            if len(inline) <= _WIDTH:
                for scalar in scalars:
                    self._before(scalar, indent)
                self.lines.append(inline)
                return
        self.lines.append(f"{pad}{key}:")
        for number, item in enumerate(node.items):
            if spread and number and isinstance(item, Mapping):
                self.lines.append("")
            self._before(item, indent + 2)
            if isinstance(item, Mapping) and item.entries:
                self._item(item, value, indent + 2)
            else:
                self.lines.append(f"{pad}  - {_inline(item) if isinstance(item, Scalar) else '{}'}")

    def _item(self, item: Mapping, value: Value | None, indent: int) -> None:
        """A mapping in a list: its first key stands behind the dash, its comments before it."""
        begin = len(self.lines)
        self._mapping(item, value, indent + 2)
        at = begin
        while self.lines[at].lstrip().startswith("#"):
            self.lines[at] = self.lines[at][2:]
            at += 1
        self.lines[at] = f"{' ' * indent}- {self.lines[at].lstrip()}"


def _entries(
    node: Mapping, value: Value | None
) -> Iterator[tuple[str, Value | None, tuple[Scalar, Node]]]:
    """A mapping's entries in the order of its record's fields, others in their own."""
    fields = grammar.fields(value.record) if value and value.record else {}
    entries = node.entries
    if value is not None and value.what == "words":
        # A file by itself does not say in which order its registry names the languages.
        yield from ((name, None, entries[name]) for name in sorted(entries))
        return
    for name, field in fields.items():
        if name in entries:
            yield name, field.value, entries[name]
    for name, entry in entries.items():
        if name not in fields:
            yield name, None, entry


def _inline(node: Scalar) -> str:
    text = _quoted(node)
    return text if not re.search(r"[,\[\]{}]", text) or text[0] in "'\"" else f"'{text}'"


def _scalar(lead: str, node: Scalar, indent: int) -> list[str]:
    """A key with its text: on one line, or folded where it is long and has spaces to fold at."""
    text = node.text
    one = f"{lead} {_quoted(node)}"
    foldable = len(one) > _WIDTH and "\n" not in text and "  " not in text and text == text.strip()
    if not foldable or not re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", text):
        return [one]
    pad = " " * (indent + 2)
    body = textwrap.wrap(
        text,
        _WIDTH - 10,
        initial_indent=pad,
        subsequent_indent=pad,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [f"{lead} >-", *body]


def _quoted(node: Scalar) -> str:
    text = node.text
    if node.plain and "\n" not in text:
        return text
    plain = (
        _PLAIN.fullmatch(text)
        and not re.search(r": | #|:$|\s$", text)
        and not _TYPED.fullmatch(text)
    )
    if plain:
        return text
    if "\n" in text or not text.isprintable():
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'"
