"""docs/registry.md names every key of every record with its type, its meaning and an example from
the bundled registry.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
import yaml

import nkj
from nkj import model
from nkj.model import Text
from nkj.registry import grammar
from nkj.registry.checks import citations
from nkj.registry.editing.dictionary import KEYS, meaning
from nkj.registry.grammar import Value
from tests.conftest import ROOT

GUIDE = ROOT / "docs" / "registry.md"
BEGIN, END = "<!-- keys: made by tests/docs/test_registry_guide.py -->", "<!-- end of keys -->"
LONGEST = 44


_TYPES: dict[str, str] = {
    "text": "text",
    "prose": "text",
    "count": "number",
    "figure": "number",
    "flag": "`true` or `false`",
    "day": "date",
    "until": "date or `none`",
    "id": "id",
    "term": "term",
    "field": "name of a field",
    "terms": "terms",
    "bound": "figure, date, or name of a term",
    "words": "[Text](#text)",
    "language": "code of a language",
    "time-zone": "name of a time zone",
}


def _type(value: Value) -> str:
    if value.item:
        return f"list of {_type(value.item)}"
    if value.what == "either":
        return " or ".join(
            (_type(Value("ref", value.kind)), _type(Value("record", record=value.record)))
        )
    if value.what == "conditions":
        return "of each fact a value, a list of values, or a [Test](#test)"
    if value.record:
        return f"[{value.record.__name__}](#{value.record.__name__.lower()})"
    if value.what == "ref":
        return f"id of {'an' if value.kind[0] in 'aeiou' else 'a'} {value.kind}"
    if value.what == "name":
        return f"{value.kind} of the [programme](#programme)"
    if value.what == "choice":
        return "one of " + ", ".join(f"`{choice}`" for choice in value.choices)
    return _TYPES[value.what]


def _examples() -> dict[tuple[str, str], str]:
    """For each record and key the shortest value in the bundled registry that can be shown on a
    line.
    """
    found: dict[tuple[str, str], str] = {}

    def walk(value: Any, cls: type[msgspec.Struct] | None) -> None:
        if isinstance(value, list):
            for item in value:
                walk(item, cls)
        elif isinstance(value, dict) and cls:
            for field in grammar.fields(cls).values():
                if field.key in value:
                    told = value[field.key]
                    shown = _shown(told)
                    known = found.get((cls.__name__, field.key))
                    if shown and (known is None or len(known) < 6 < len(shown)):
                        found[cls.__name__, field.key] = shown
                    walk(told, field.value.inner)

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
    for cls in grammar.records():
        purpose = (inspect.getdoc(cls) or "").split("\n\n")[0].replace("\n", " ")
        lines = [
            f"### {cls.__name__}",
            "",
            purpose,
            "",
            "| key | type | meaning | example |",
            "| --- | --- | --- | --- |",
        ]
        for key, field in grammar.fields(cls).items():
            needed = " (must)" if field.required else ""
            example = examples.get((cls.__name__, key), "")
            shown = f"`{example}`" if example else ""
            lines.append(
                f"| `{key}`{needed} | {_type(field.value)} "
                f"| {meaning(cls.__name__, key)} | {shown} |"
            )
        parts.append("\n".join(lines))
        if cls is model.Programme:
            parts.append(_table_of_texts())
    return "\n\n".join(parts)


def _table_of_texts() -> str:
    """A text has a key for each language that a registry names, and no others."""
    lines = [
        "### Text",
        "",
        (Text.__doc__ or "").strip(),
        "",
        "| key | type | meaning | example |",
        "| --- | --- | --- | --- |",
        f"| `en`, `ja`, … | text | {meaning('Text', 'words')} | `en: Remittances` |",
    ]
    return "\n".join(lines)


def _citing() -> str:
    """Which records cite, and for what: as the checks have it."""
    lines = [
        "| record | must cite | what `for` may name | needs support |",
        "| --- | --- | --- | --- |",
    ]
    for cls in grammar.records():
        keys = [key for key in grammar.fields(cls) if key in model.CITABLE_FIELDS]
        if "cite" not in grammar.fields(cls):
            continue
        must = "no" if cls in citations.NEED_NOT_CITE else "yes"
        if cls is model.Event:
            must = "yes, or its decision"
        supported = citations.needing_support(cls)
        needed = [key for key in keys if key in supported and must != "no"]
        lines.append(
            f"| [{cls.__name__}](#{cls.__name__.lower()}) | {must} "
            f"| {_listed(keys)} | {_listed(needed)} |"
        )
    return "\n".join(lines)


def _listed(keys: list[str]) -> str:
    return " ".join(f"`{key}`" for key in keys)


def _first_block(heading: str) -> str:
    """The YAML that is shown first behind a heading."""
    text = GUIDE.read_text(encoding="utf-8")
    return text[text.index(heading) :].partition("```yaml\n")[2].partition("```")[0]


def test_the_smallest_registry_is_whole(tmp_path: Path) -> None:
    """What the guide begins with has no problem, and none of its keys could be left out."""
    shown = _first_block("# The registry")
    (tmp_path / "one.yaml").write_text(shown, encoding="utf-8")
    assert nkj.read(tmp_path).problems == ()
    status = nkj.status(nkj.load(tmp_path), "2010-03-05")
    assert [(row.id, row.state) for row in status.measures] == [("coal-import-ban", "in-force")]
    may_go = ("url:", "published:")
    for line in shown.splitlines():
        if line.strip() and not line.strip().startswith(may_go):
            without = "".join(f"{other}\n" for other in shown.splitlines() if other != line)
            (tmp_path / "one.yaml").write_text(without, encoding="utf-8")
            assert nkj.read(tmp_path).problems != (), line


def test_where_cite_stands_is_in_the_guide(update: bool) -> None:
    """The table is what records and checks make."""
    text = GUIDE.read_text(encoding="utf-8")
    begin, end = BEGIN.replace("keys", "citing"), END.replace("keys", "citing")
    head, tail = text[: text.index(begin)], text[text.index(end) :]
    now = f"{head}{begin}\n\n{_citing()}\n\n{tail}"
    if update:
        GUIDE.write_text(now, encoding="utf-8")
    assert GUIDE.read_text(encoding="utf-8") == now


@pytest.mark.parametrize(
    "words", [model.EventKind, model.MeasureKind, model.ExchangeKind, model.Outcome]
)
def test_every_kind_is_explained(words: Any) -> None:
    """Each begins a row that says when it is meant."""
    text = GUIDE.read_text(encoding="utf-8")
    assert [word for word in get_args(words) if f"\n| `{word}` | " not in text] == []


def test_every_key_is_in_the_guide(update: bool) -> None:
    """The tables are what the records and the dictionary make."""
    text = GUIDE.read_text(encoding="utf-8")
    now = f"{text[: text.index(BEGIN)]}{BEGIN}\n\n{_tables()}\n\n{text[text.index(END) :]}"
    if update:
        GUIDE.write_text(now, encoding="utf-8")
    assert GUIDE.read_text(encoding="utf-8") == now


def test_no_sentence_is_left_over() -> None:
    """Each sentence of the dictionary is about a key that a record has."""
    keys = {(cls.__name__, key) for cls in grammar.records() for key in grammar.fields(cls)}
    keys.add(("Text", "words"))
    used = {f"{cls}.{key}" if f"{cls}.{key}" in KEYS else key for cls, key in keys}
    assert set(KEYS) == used


def test_the_programme_shown_is_sound(tmp_path: Path) -> None:
    """With a measure to it, it is a whole registry."""
    shown = _first_block("## Another sender")
    event = "{id: tours-2008, event: imposed, in_force: 2008-07-12, terms: {fine_up_to: 1}"
    cite = "cite: [{source: paper, for: [in_force, terms]}]}"
    (tmp_path / "one.yaml").write_text(
        f"{shown}"
        "sources: [{id: paper, kind: secondary, publisher: Paper, title: Tours end}]\n"
        "measures: [{id: tours, family: visits, kind: prohibition, name: {en: Tours}, "
        f"events: [{event}, {cite}]}}]\n",
        encoding="utf-8",
    )
    assert nkj.read(tmp_path).problems == ()
