"""docs/registry.md names every key of every record with its type, its meaning and an example from
the bundled registry.
"""

from __future__ import annotations

import types
import typing
from typing import Any, Literal

import msgspec
import yaml

from nkj import model
from nkj.model import Ref, Terms, When
from nkj.registry.editing.dictionary import KEYS, meaning
from tests.conftest import ROOT

GUIDE = ROOT / "docs" / "registry.md"
BEGIN, END = "<!-- keys: made by tests/docs/test_registry_guide.py -->", "<!-- end of keys -->"
LONGEST = 44


def _records() -> list[type[msgspec.Struct]]:
    """The records in the order in which a reader meets them, from the sections down."""
    found: list[type[msgspec.Struct]] = [model.Sections]
    for cls in found:
        for hint in typing.get_type_hints(cls, include_extras=True).values():
            found.extend(inner for inner in _inner(hint) if inner not in found)
    return found


def _inner(hint: Any) -> list[type[msgspec.Struct]]:
    if typing.get_origin(hint) is typing.Annotated:
        return []
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return [] if hint is When else [hint]
    return [cls for argument in typing.get_args(hint) for cls in _inner(argument)]


def _type(hint: Any) -> str:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint == Terms:
        return "terms"
    if origin is typing.Annotated:
        mark = arguments[1]
        if isinstance(mark, Ref):
            return f"id of a {mark.kind}"
        return {"id": "id", "field": "name of a field", "term": "term", "number": "number"}.get(
            mark, "date or `none`"
        )
    if origin in (typing.Union, types.UnionType):
        told = [_type(argument) for argument in arguments if argument is not types.NoneType]
        return " or ".join(told)
    if origin is Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in arguments)
    if origin is tuple:
        return f"list of {_type(arguments[0])}"
    if hint is When:
        return "date"
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    return {str: "text", int: "number", bool: "`true` or `false`"}[hint]


def _examples() -> dict[tuple[str, str], str]:
    """For each record and key the shortest value in the bundled registry that can be shown on a
    line.
    """
    found: dict[tuple[str, str], str] = {}

    def walk(value: Any, hint: Any) -> None:
        cls = next(iter(_inner(hint)), None)
        if isinstance(value, list):
            for item in value:
                walk(item, cls)
        elif isinstance(value, dict) and cls:
            hints = typing.get_type_hints(cls, include_extras=True)
            for field in msgspec.structs.fields(cls):
                if field.encode_name in value:
                    told = value[field.encode_name]
                    shown = _shown(told)
                    known = found.get((cls.__name__, field.encode_name))
                    if shown and (known is None or len(known) < 6 < len(shown)):
                        found[cls.__name__, field.encode_name] = shown
                    walk(told, hints[field.name])

    for path in sorted((ROOT / "data").glob("*.yaml")):
        walk(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), model.Sections)
    return found


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value if len(value) <= LONGEST else ""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        text = f"[{', '.join(value)}]"
        return text if len(text) <= LONGEST else f"[{value[0]}, …]"
    if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
        text = "; ".join(f"{key}: {item}" for key, item in value.items())
        return text if len(text) <= LONGEST else ""
    return ""


def _tables() -> str:
    examples = _examples()
    parts = []
    for cls in _records():
        hints = typing.get_type_hints(cls, include_extras=True)
        purpose = (cls.__doc__ or "").strip().split("\n\n")[0].replace("\n    ", " ")
        lines = [
            f"### {cls.__name__}",
            "",
            purpose,
            "",
            "| key | type | meaning | example |",
            "| --- | --- | --- | --- |",
        ]
        for field in msgspec.structs.fields(cls):
            key = field.encode_name
            needed = " (must)" if field.required else ""
            example = examples.get((cls.__name__, key), "")
            shown = f"`{example}`" if example else ""
            lines.append(
                f"| `{key}`{needed} | {_type(hints[field.name])} "
                f"| {meaning(cls.__name__, key)} | {shown} |"
            )
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def test_every_key_is_in_the_guide(update: bool) -> None:
    """The tables are what the records and the dictionary make."""
    text = GUIDE.read_text(encoding="utf-8")
    now = f"{text[: text.index(BEGIN)]}{BEGIN}\n\n{_tables()}\n\n{text[text.index(END) :]}"
    if update:
        GUIDE.write_text(now, encoding="utf-8")
    assert GUIDE.read_text(encoding="utf-8") == now


def test_no_sentence_is_left_over() -> None:
    """Each sentence of the dictionary is about a key that a record has."""
    keys = {
        (cls.__name__, field.encode_name)
        for cls in _records()
        for field in msgspec.structs.fields(cls)
    }
    used = {f"{cls}.{key}" if f"{cls}.{key}" in KEYS else key for cls, key in keys}
    assert set(KEYS) == used
