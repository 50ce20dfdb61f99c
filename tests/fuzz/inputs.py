"""Inputs that nobody would write: files with bytes or values changed at random, and words for days
and measures.

Everything is drawn from one ``random.Random``, so that a seed and a number give an input again.
"""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import yaml

from nkj.model import CITABLE_FIELDS, EventKind, Sections
from tests.build import FAMILIES
from tests.conftest import FIXTURE, ROOT

#: What YAML, Unicode and dates have that could be read in two ways.
TOKENS = [
    *(
        "&a ",
        "*a",
        "<<: ",
        "!!python/object:os.system ",
        "!x ",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "? ",
        ": ",
        "- ",
        "| ",
        ">-\n",
        "#",
    ),
    *(
        "'",
        '"',
        "{",
        "}",
        "[",
        "]",
        ",",
        "\t",
        "\r",
        "\r\n",
        "\n",
        "\n\n  ",
        " ",
        "\\",
        "\\u202e",
        "\\ud800",
        "\\x00",
        "~",
        "null",
        "@",
        "`",
    ),
    *(
        "\x00",
        "\x1b",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u202e",
        "\u200b",
        "\ud7ff",
        "\U0010ffff",
        "é",
        "入港",
        "e\u0301",
        "ﬁ",
    ),
    *("true", "no", "0x1f", "1_0", "1__0", "-1", "1e9", ".5", "0", "9" * 30, "NaN", "1:30", "0b1"),
    *(
        "2016",
        "2016-02",
        "2016-02-30",
        "2016-02-10..2016-02-19",
        "..2011",
        "2010..",
        "..",
        "2010?",
        "??",
        "0000",
        "9999-12-31",
        "none",
    ),
    *(
        "measures:\n",
        "events:\n",
        "id: ",
        "in_force: ",
        "until: none\n",
        "cite: []\n",
        "[" * 30,
        "{a: " * 30,
        "- " * 30,
        "a" * 3000,
    ),
]

WORDS: list[Any] = [
    *(
        "2016-02-10",
        "2016",
        "2016-02",
        "2015..2017",
        "..2017-01-01",
        "2010-08-21..",
        "2016-02-10?",
        "none",
        "0001-01-01",
        "9999-12-31",
    ),
    *(
        "2016-02-31",
        "today",
        "",
        " ",
        "~",
        "null",
        "true",
        "false",
        "0",
        "1_000",
        "007",
        "-1",
        "1.5",
        "1e5",
        "9" * 40,
        "x" * 100,
    ),
    *(
        "a",
        "port-ban",
        "no such",
        "Größe",
        "入港禁止",
        "{}",
        "[]",
        "a: b",
        "#",
        "'",
        '"',
        "|",
        "\n",
        "a\nb",
        "a  b",
        " a",
        "a ",
        "\\",
        "%d",
    ),
    *(
        "imposed",
        "tightened",
        "eased",
        "extended",
        "lifted",
        "reimposed",
        "superseded",
        "noted",
        "confirmed",
        "inferred",
        "performed",
    ),
    *(
        None,
        [],
        {},
        [[]],
        [{}],
        {"en": "a"},
        {"en": "a", "ja": "あ"},
        ["a", "a"],
        {"": ""},
        {"a": {"a": {"a": {}}}},
    ),
]


def _keys() -> list[str]:
    import typing

    import msgspec

    found = set(CITABLE_FIELDS)

    def gather(cls: type[msgspec.Struct]) -> None:
        for field in msgspec.structs.fields(cls):
            found.add(field.encode_name)

    from nkj import model

    for value in vars(model).values():
        if isinstance(value, type) and issubclass(value, msgspec.Struct):
            gather(value)
    return sorted(
        (found - {"text", "first", "last"}) | set(FAMILIES) | set(typing.get_args(EventKind))
    )


KEYS = _keys()


def _load(text: str) -> Any:
    return yaml.load(text, yaml.CBaseLoader)


def whole_files() -> list[bytes]:
    """The fixture, the smallest sound registry and the bad files of every problem."""
    paths = [
        *FIXTURE.glob("*.yaml"),
        *([ROOT / "tests" / "problems" / "sound.yaml"] * 40),
    ]
    paths += sorted((ROOT / "tests" / "problems").glob("*/bad.yaml"))
    return [path.read_bytes() for path in paths]


def small_trees() -> list[dict[str, Any]]:
    """The fixture whole; and small registries cut from the bundled one: a few records of a section,
    with one other's.
    """
    trees = [_load(path.read_text(encoding="utf-8")) for path in FIXTURE.glob("*.yaml")]
    vocabulary = trees[0]["vocabulary"]
    for path in sorted((ROOT / "data").glob("*.yaml")):
        for section, records in _load(path.read_text(encoding="utf-8")).items():
            if isinstance(records, list) and section in Sections.__struct_fields__:
                trees += [
                    {"vocabulary": vocabulary, section: [record]}
                    for record in records
                    if len(str(record)) < 4000
                ]
    sound = _load((ROOT / "tests" / "problems" / "sound.yaml").read_text(encoding="utf-8"))
    return [*trees, *({**sound, "vocabulary": vocabulary} for _ in range(len(trees)))]


class Mutator:
    """Draws inputs from a seed."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)
        self.files = whole_files()
        self.trees = small_trees()

    def bytes_of_a_file(self) -> bytes:
        """A file, or a piece of one, with a few places changed."""
        draw = self.random
        data = bytearray(draw.choice(self.files))
        if len(data) > 3000 or draw.random() < 0.3:
            start = draw.randrange(len(data))
            data = (
                data[start : start + draw.randrange(1500)]
                if draw.random() < 0.5
                else data[: start % 3000]
            )
        for _ in range(draw.choice((1, 1, 2, 6))):
            at = draw.randint(0, len(data))
            way = draw.randrange(7)
            if way == 0 and data:
                data[at % len(data)] = draw.randrange(256)
            elif way == 1:
                del data[at : at + draw.randint(1, 30)]
            elif way == 2:
                data[at:at] = bytes(draw.randrange(256) for _ in range(draw.randint(1, 4)))
            elif way == 3:
                data[at:at] = data[at : at + draw.randint(1, 200)]
            elif way == 4:
                other = draw.choice(self.files)
                start = draw.randrange(len(other))
                data[at:at] = other[start : start + draw.randint(1, 200)]
            else:
                data[at:at] = draw.choice(TOKENS).encode("utf-8", "surrogatepass")
        return bytes(data)

    def tree(self, most: int = 4) -> Any:
        """A registry's values, with a few of them changed, moved, doubled or gone."""
        draw = self.random
        root = copy.deepcopy(draw.choice(self.trees))
        for _ in range(draw.choice((1, 1, 1, most))):
            holder, key = draw.choice(self._places(root))
            value = holder[key]
            way = draw.randrange(8)
            if way == 0:
                del holder[key]
            elif way == 1 and isinstance(holder, dict):
                holder[draw.choice(KEYS)] = holder.pop(key)
            elif way == 2 and isinstance(holder, dict):
                holder[draw.choice(KEYS)] = copy.deepcopy(draw.choice(WORDS))
            elif way == 3 and isinstance(holder, list):
                holder.insert(draw.randint(0, len(holder)), copy.deepcopy(value))
            elif way == 4:
                other, name = draw.choice(self._places(root))
                if str(other[name]) and len(str(other[name])) < 5000:
                    holder[key] = copy.deepcopy(other[name])
            elif way == 5 and isinstance(value, str) and value:
                at = draw.randrange(len(value))
                holder[key] = value[:at] + draw.choice(TOKENS) + value[at + draw.randint(0, 2) :]
            else:
                holder[key] = copy.deepcopy(draw.choice(WORDS))
            if not isinstance(root, dict) or not root:
                break
        return root

    def _places(self, root: Any) -> list[tuple[Any, Any]]:
        places: list[tuple[Any, Any]] = []
        waiting = [root]
        while waiting:
            node = waiting.pop()
            pairs = (
                node.items()
                if isinstance(node, dict)
                else enumerate(node)
                if isinstance(node, list)
                else ()
            )
            for key, value in pairs:
                places.append((node, key))
                waiting.append(value)
        return places or [({"a": "b"}, "a")]

    def bytes_of_a_tree(self) -> bytes:
        """A changed tree as YAML: each scalar plain where that may be right, else quoted."""
        return written(self.tree()).encode("utf-8", "surrogatepass")

    def word(self, ids: list[str]) -> str:
        """A word for a day, an id or a pattern, nearly right or not at all."""
        draw = self.random
        base = draw.choice(
            [
                f"{draw.randint(0, 10000):04}",
                f"{draw.randint(1, 9999):04}-{draw.randint(0, 14):02}",
                f"{draw.randint(1, 9999):04}-{draw.randint(0, 13):02}-{draw.randint(0, 32):02}",
                f"before:{draw.choice(ids)}",
                f"{draw.choice(ids)}^",
                draw.choice(ids),
                draw.choice(ids)[: draw.randint(0, 20)] + "*",
                f"{draw.choice(TOKENS)}..{draw.choice(TOKENS)}",
                draw.choice(TOKENS),
                "".join(
                    chr(
                        draw.choice(
                            (
                                draw.randrange(0xD800),
                                draw.randrange(128),
                                draw.randrange(0xD800, 0x110000),
                            )
                        )
                    )
                    for _ in range(9)
                ),
                "".join(draw.choice("*?[]!-^ab") for _ in range(draw.randint(1, 40))),
            ]
        )
        for _ in range(draw.choice((0, 0, 1, 1, 3))):
            at = draw.randint(0, len(base))
            cut = draw.randint(0, 2)
            new = draw.choice(("", *"0123456789-./:^?*[]! \x00٣", draw.choice(TOKENS)))
            base = base[:at] + new + base[at + cut :]
        return base


def written(node: Any, depth: int = 0) -> str:
    """A tree as YAML, in block style; what is empty or deep is written inline."""
    pad = "  " * depth
    if isinstance(node, dict) and node:
        return "".join(f"{pad}{_scalar(key)}:{_under(value, depth)}" for key, value in node.items())
    if isinstance(node, list) and node:
        return "".join(f"{pad}-{_under(value, depth)}" for value in node)
    return f"{pad}{_scalar(node)}\n"


def _under(value: Any, depth: int) -> str:
    return (
        f"\n{written(value, depth + 1)}"
        if isinstance(value, (dict, list)) and value
        else f" {_scalar(value)}\n"
    )


def _scalar(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return "{}" if isinstance(value, dict) else "[]"
    if value is None:
        return ""
    simple = (
        all(c.isalnum() or c in " -_./?" for c in value)
        and value == value.strip()
        and value[:1].isalnum()
    )
    return value if simple else json.dumps(value)
