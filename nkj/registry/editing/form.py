"""The one form of a registry file: keys in the records' order, one key a line, lists of ids inline,
comments on their own lines.

What lives here: turning a file into that form as text, and writing it. Nothing is lost: every value
keeps its text, every comment stays before what it stood before, sections keep their order, and the
new text is read back and compared.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nkj.model import Sections
from nkj.problems import Findings, TooMany
from nkj.registry import grammar
from nkj.registry.files import RegistryFile
from nkj.registry.grammar import Value
from nkj.registry.nodes import Budget, Mapping, Node, Scalar, Sequence, read_tree

_WIDTH = 110
#: A text that may stand without quotes: it begins with a letter (of any script) or a digit.
_PLAIN = re.compile(r"[^\W_][^\n\t]*")
#: What other readers of YAML would take for a number, a flag, nothing or a date.
_TYPED = re.compile(
    r"[-+]?[0-9][0-9_,.:eExXoO-]*|true|false|yes|no|on|off|null|~|y|n|\d{4}-\d\d-\d\d.*|\.inf|\.nan",
    re.IGNORECASE,
)


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
    tree = _tree(file)
    text = file.data.decode("utf-8-sig")
    if tree is None:
        return text
    if not isinstance(tree, Mapping):
        raise Unformable("shape")
    out = _Writer(_comments(text), _head(text)).write(tree)
    again = _tree(RegistryFile(file.name, file.shown, out.encode("utf-8")))
    if again is None or _said(tree) != _said(again):
        raise Unformable("changed")
    if sorted(comment for _, comment in _comments(text)) != sorted(
        comment for _, comment in _comments(out)
    ):
        raise Unformable("comments")
    return out


def rewrite(path: Path, text: str) -> None:
    """Put a text in the place of a file, whole or not at all; a link stays a link. Raises
    ``OSError``.
    """
    path = Path(os.path.realpath(path))
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    stream = open(draft, "x", encoding="utf-8", newline="\n")  # noqa: SIM115 (a draft that another made is left alone)
    try:
        with stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(draft, stat.S_IMODE(path.stat().st_mode))
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _tree(file: RegistryFile) -> Node | None:
    findings = Findings()
    try:
        tree = read_tree(file, findings, Budget())
    except TooMany:
        raise Unformable("problems") from None
    if findings.errors:
        raise Unformable("problems")
    return tree


def _said(node: Node) -> object:
    """What a node says, whatever its form: a mapping's order does not count."""
    if isinstance(node, Mapping):
        return {key: _said(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def _comments(text: str) -> list[tuple[int, str]]:
    """Every comment with its line, from 0: what stands behind a ``#`` outside of any value."""
    import yaml

    lines = text.split("\n")
    inside: dict[int, int] = {}  # line → the column up to which it belongs to a value
    loader: Any = getattr(
        yaml, "CSafeLoader", yaml.SafeLoader
    )  # the reader's: the two do not take the same texts
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.ScalarEvent):
            start: Any = event.start_mark
            end: Any = event.end_mark
            block = event.style in ("|", ">")
            last = end.line - 1 if block and not end.column else end.line
            for number in range(start.line, last):
                inside[number] = len(lines[number])
            inside[last] = len(lines[last]) if block else max(inside.get(last, 0), end.column)
    found = []
    for number, line in enumerate(lines):
        match = re.search(r"(?:^|\s)#\s?(.*)$", line[inside.get(number, 0) :])
        if match:
            found.append((number, match.group(1).rstrip()))
    return found


def _head(text: str) -> int:
    """How many comment lines speak of the whole file: those on top, if a blank line follows."""
    lines = text.split("\n")
    count = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    return count if not lines[count].strip() else 0


class _Writer:
    """Writes a tree in the order of the records' types."""

    def __init__(self, comments: list[tuple[int, str]], head: int) -> None:
        self.comments = comments
        self.head = head
        self.lines: list[str] = []

    def write(self, root: Mapping) -> str:
        self.lines += [f"# {comment}".rstrip() for _, comment in self.comments[: self.head]]
        del self.comments[: self.head]
        fields = grammar.fields(Sections)
        for name, (key, node) in root.entries.items():
            if self.lines:
                self.lines.append("")
            self._before(key.line, 0)
            field = fields.get(name)
            self._entry(name, node, field.value if field else None, 0, spread=True)
        self._before(10**9, 0)
        return "\n".join(self.lines) + "\n"

    def _before(self, line: int, indent: int) -> None:
        """The comments that stood before a line or behind what it holds."""
        while self.comments and self.comments[0][0] <= line:
            self.lines.append(f"{' ' * indent}# {self.comments.pop(0)[1]}".rstrip())

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
            self._before(key.line, indent)
            self._entry(name, held, inner, indent)

    def _sequence(
        self, key: str, node: Sequence, value: Value | None, indent: int, spread: bool
    ) -> None:
        pad = " " * indent
        scalars = [item for item in node.items if isinstance(item, Scalar)]
        if len(scalars) == len(node.items):
            inline = f"{pad}{key}: [{', '.join(_inline(item) for item in scalars)}]"
            if len(inline) <= _WIDTH:
                self.lines.append(inline)
                return
        self.lines.append(f"{pad}{key}:")
        for number, item in enumerate(node.items):
            if spread and number and isinstance(item, Mapping):
                self.lines.append("")
            if not isinstance(item, Mapping) or not item.entries:
                self._before(item.line, indent + 2)
                self.lines.append(f"{pad}  - {_inline(item) if isinstance(item, Scalar) else '{}'}")
                continue
            self._before(min(k.line for k, _ in item.entries.values()), indent + 2)
            mark = len(self.lines)
            self._mapping(item, value, indent + 4)
            at = next(
                n
                for n in range(mark, len(self.lines))
                if not self.lines[n].lstrip().startswith("#")
            )
            self.lines[mark:at] = [line[2:] for line in self.lines[mark:at]]
            self.lines[at] = f"{pad}  - {self.lines[at].lstrip()}"


def _entries(
    node: Mapping, value: Value | None
) -> Iterator[tuple[str, Value | None, tuple[Scalar, Node]]]:
    """A mapping's entries in the order of its record's fields, others in their own."""
    fields = grammar.fields(value.record) if value and value.record else {}
    known = [name for name in fields if name in node.entries]
    if value is not None and value.what == "words":
        # A file by itself does not say in which order its registry names the languages.
        known = sorted(node.entries)
    for name in (*known, *(name for name in node.entries if name not in known)):
        field = fields.get(name)
        yield name, field.value if field else None, node.entries[name]


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
