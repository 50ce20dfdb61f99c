"""Inputs that nobody would write: files with bytes or values changed, and words for days, ids and
patterns that are nearly right.

What lives here: hypothesis strategies. What must hold of what they draw: ``oracle``.
"""

from __future__ import annotations

import copy
import json
from typing import Any

import msgspec
import yaml
from hypothesis import strategies as st

from nkj import model
from nkj.model import Sections
from tests.conftest import FIXTURE, ROOT

PROBLEMS = ROOT / "tests" / "problems"

#: What YAML, Unicode and dates have that could be read in two ways.
TOKENS = (
    *("&a ", "*a", "<<: ", "!!python/object:os.system ", "!x ", "---\n", "...\n", "%YAML 1.2\n"),
    *("? ", ": ", "- ", "| ", ">-\n", "#", "'", '"', "{", "}", "[", "]", ",", "\t", "\r", "\r\n"),
    *("\n", "\n\n  ", " ", "\\", "\\u202e", "\\ud800", "\\x00", "~", "null", "@", "`"),
    *("\x00", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\u202e", "\u200b", "\ud7ff"),
    *("\U0010ffff", "é", "入港", "e\u0301", "ﬁ"),
    *("true", "no", "0x1f", "1_0", "1__0", "-1", "1e9", ".5", "0", "9" * 30, "NaN", "1:30", "0b1"),
    *("2016", "2016-02", "2016-02-30", "2016-02-10..2016-02-19", "..2011", "2010..", "..", "2010?"),
    *("??", "0000", "9999-12-31", "none"),
    *("measures:\n", "events:\n", "id: ", "in_force: ", "until: none\n", "cite: []\n"),
    *("[" * 30, "{a: " * 30, "- " * 30, "a" * 3000),
)

#: Values that stand where another kind of value should.
VALUES: tuple[Any, ...] = (
    *("2016-02-10", "2016", "2015..2017", "..2017-01-01", "2010-08-21..", "2016-02-10?", "none"),
    *("0001-01-01", "9999-12-31", "2016-02-31", "today", "", " ", "~", "null", "true", "0"),
    *("1_000", "007", "-1", "1.5", "1e5", "9" * 40, "x" * 100, "a", "port-ban", "no such", "Größe"),
    *("入港禁止", "{}", "[]", "a: b", "#", "'", '"', "|", "\n", "a\nb", "a  b", " a", "a ", "\\"),
    *("%d", "imposed", "eased", "extended", "lifted", "noted", "confirmed", "inferred"),
    *(None, [], {}, [[]], [{}], {"en": "a"}, {"en": "a", "ja": "あ"}, ["a", "a"], {"": ""}),
    {"a": {"a": {"a": {}}}},
)


def _keys() -> list[str]:
    """Every key that some record has."""
    records = (value for value in vars(model).values() if isinstance(value, type))
    structs = [record for record in records if issubclass(record, msgspec.Struct)]
    fields = (field for struct in structs for field in msgspec.structs.fields(struct))
    return sorted({field.encode_name for field in fields})


def _load(text: str) -> Any:
    return yaml.load(text, yaml.CBaseLoader)


def _small_trees() -> list[Any]:
    """Small registries cut from the bundled one: one record of a section each."""
    vocabulary = _load((FIXTURE / "registry.yaml").read_text("utf-8"))["vocabulary"]
    trees = []
    for path in sorted((ROOT / "data").glob("*.yaml")):
        for section, records in _load(path.read_text("utf-8")).items():
            if isinstance(records, list) and section in Sections.__struct_fields__:
                small = (record for record in records if len(str(record)) < 4000)
                trees += [{"vocabulary": vocabulary, section: [record]} for record in small]
    return trees


KEYS = _keys()
SOUND = (PROBLEMS / "sound.yaml").read_bytes()
FILES = [path.read_bytes() for path in (*FIXTURE.glob("*.yaml"), *PROBLEMS.glob("*/bad.yaml"))]
FILES = [SOUND, *sorted(FILES)]
WHOLE_TREES = [_load(SOUND.decode()), _load((FIXTURE / "registry.yaml").read_text("utf-8"))]
SMALL_TREES = _small_trees()


def _pieces() -> st.SearchStrategy[bytes]:
    """What is put into a file: nothing, a few bytes, a token, a piece of another file."""
    tokens = st.sampled_from(TOKENS).map(lambda token: token.encode("utf-8", "surrogatepass"))
    return st.one_of(st.just(b""), st.binary(max_size=4), tokens, _parts_of_files(200))


@st.composite
def _parts_of_files(draw: st.DrawFn, most: int) -> bytes:
    data = draw(st.sampled_from(FILES))
    start = draw(st.integers(0, len(data)))
    return data[start : start + draw(st.integers(1, most))]


@st.composite
def changed_files(draw: st.DrawFn) -> bytes:
    """A file, or a part of one, with a few places changed."""
    data = bytearray(draw(st.one_of(st.just(SOUND), st.sampled_from(FILES), _parts_of_files(1500))))
    for piece in draw(st.lists(_pieces(), min_size=1, max_size=6)):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 30))] = piece
    return bytes(data)


@st.composite
def changed_registries(draw: st.DrawFn) -> bytes:
    """A registry's values with a few of them changed, moved, doubled or gone, as YAML."""
    root = copy.deepcopy(draw(st.sampled_from(WHOLE_TREES) | st.sampled_from(SMALL_TREES)))
    for _ in range(draw(st.integers(1, 4))):
        places = _places(root)
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        _change(draw, holder, key, places)
    return written(root).encode("utf-8", "surrogatepass")


def _change(draw: st.DrawFn, holder: Any, key: Any, places: list[tuple[Any, Any]]) -> None:
    """Change one value where it stands."""
    value = holder[key]
    ways = ["drop", "replace", "copy", "splice"]
    ways += ["rename", "add"] if isinstance(holder, dict) else ["double"]
    way = draw(st.sampled_from(ways))
    if way == "drop":
        del holder[key]
    elif way == "rename":
        holder[draw(st.sampled_from(KEYS))] = holder.pop(key)
    elif way == "add":
        holder[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(st.sampled_from(VALUES)))
    elif way == "double":
        holder.insert(draw(st.integers(0, len(holder))), copy.deepcopy(value))
    elif way == "copy":
        other, name = draw(st.sampled_from(places))
        if name in other if isinstance(other, dict) else name < len(other):
            holder[key] = copy.deepcopy(other[name])
    elif way == "splice" and isinstance(value, str):
        holder[key] = _spliced(draw, value)
    else:
        holder[key] = copy.deepcopy(draw(st.sampled_from(VALUES)))


def _spliced(draw: st.DrawFn, text: str) -> str:
    """A text with up to two characters replaced by a token."""
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(TOKENS)) + text[at + draw(st.integers(0, 2)) :]


def _places(root: Any) -> list[tuple[Any, Any]]:
    """Every value in a tree: what holds it, and under which key or index."""
    places: list[tuple[Any, Any]] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        keys: Any = ()
        if isinstance(node, dict):
            keys = list(node)
        elif isinstance(node, list):
            keys = range(len(node))
        places += [(node, key) for key in keys]
        waiting += [node[key] for key in keys]
    return places


@st.composite
def odd_words(draw: st.DrawFn, ids: list[str]) -> str:
    """A word for a day, an id or a pattern, nearly right or not at all."""
    name = st.sampled_from(ids)
    number = st.integers(0, 40).map("{:02}".format)
    year = st.integers(0, 10_000).map("{:04}".format)
    token = st.sampled_from(TOKENS)
    kinds = (
        st.builds("{}-{}".format, year, number),
        st.builds("{}-{}-{}".format, year, number, number),
        st.builds("{}..{}".format, token, token),
        st.builds("before:{}".format, name),
        st.builds("{}^".format, name),
        st.builds("{:.8}*".format, name),
        st.one_of(year, name, token),
        st.text("*?[]!-^ab", min_size=1, max_size=40),
        st.text(max_size=60),
    )
    word = draw(st.one_of(*kinds))
    return _spliced(draw, word) if draw(st.booleans()) else word


def written(node: Any, depth: int = 0) -> str:
    """A tree as YAML, in block style; what is empty is written inline."""
    pad = "  " * depth
    if isinstance(node, dict) and node:
        return "".join(f"{pad}{_scalar(key)}:{_under(value, depth)}" for key, value in node.items())
    if isinstance(node, list) and node:
        return "".join(f"{pad}-{_under(value, depth)}" for value in node)
    return f"{pad}{_scalar(node)}\n"


def _under(value: Any, depth: int) -> str:
    nested = isinstance(value, (dict, list)) and value
    return f"\n{written(value, depth + 1)}" if nested else f" {_scalar(value)}\n"


def _scalar(value: Any) -> str:
    """Plain where that may be right, else quoted."""
    if isinstance(value, (dict, list)):
        return "{}" if isinstance(value, dict) else "[]"
    if value is None:
        return ""
    usual = all(c.isalnum() or c in " -_./?" for c in value) and value[:1].isalnum()
    return value if usual and value == value.strip() else json.dumps(value)
