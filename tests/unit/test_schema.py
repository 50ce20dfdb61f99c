"""The JSON Schema agrees with the reader on shape."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

import nkj
from nkj.model import Registry
from nkj.registry.editing.schema import schema
from tests.conftest import FIXTURE, ROOT

FOREIGN = ROOT / "tests" / "foreign"
PROBLEMS = ROOT / "tests" / "problems"
SHAPE = {
    "unknown-key",
    "missing-key",
    "wrong-shape",
    "bad-value",
    "bad-number",
    "bad-id",
    "unknown-field",
    "bad-language",
    "undefined-family",
    "undefined-side",
    "undefined-instrument",
    "undefined-occasion-kind",
}
#: What no schema can see: the text before YAML is understood, and a calendar.
TEXT = {
    "not-utf8",
    "forbidden-character",
    "yaml-syntax",
    "too-deep",
    "several-documents",
    "anchor",
    "alias",
    "merge-key",
    "tag",
}
TEXT |= {"duplicate-key", "odd-key"}


class Core(yaml.SafeLoader):
    """YAML as editors read it (1.2 core): no dates, no words for flags, no underscores."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(true|false)$"), list("tf"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("[-+]?[0-9]+$"), list("-+0123456789")
)
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)


@pytest.fixture(scope="module")
def validator(bundled: Registry) -> jsonschema.Draft202012Validator:
    made = schema(bundled)
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


def _load(path: Any) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Core)


@pytest.mark.parametrize(
    "path", [*sorted((ROOT / "data").glob("*.yaml")), *FIXTURE.glob("*.yaml")], ids=lambda p: p.name
)
def test_sound_files_fit(path: Any, validator: jsonschema.Draft202012Validator) -> None:
    """Every file of the bundled registry and of the fixture."""
    assert [
        f"{list(error.absolute_path)}: {error.message}"
        for error in validator.iter_errors(_load(path))
    ][:3] == []


def test_it_has_the_names_of_the_registry_it_is_made_for(
    validator: jsonschema.Draft202012Validator,
) -> None:
    """Another sender's files fit their own schema; the bundled one knows other families and
    languages.
    """
    own = jsonschema.Draft202012Validator(schema(nkj.load(FOREIGN)))
    for path in FOREIGN.glob("*.yaml"):
        assert [error.message for error in own.iter_errors(_load(path))] == []
    assert not validator.is_valid(_load(FOREIGN / "measures.yaml"))


@pytest.mark.parametrize(
    "code", sorted({p.name for p in PROBLEMS.iterdir() if (p / "bad.yaml").exists()} - TEXT)
)
def test_it_refuses_what_the_reader_refuses_for_its_shape(
    code: str, validator: jsonschema.Draft202012Validator
) -> None:
    """A fault of shape is one for both; any other fault is the reader's alone."""
    assert validator.is_valid(_load(PROBLEMS / code / "bad.yaml")) == (code not in SHAPE)


def test_every_section_and_key_is_in_it(validator: jsonschema.Draft202012Validator) -> None:
    """Each record has its keys, its description, and no other keys."""
    whole: Any = validator.schema
    for name, shape in whole["$defs"].items():
        if shape.get("properties") and name != "Terms":
            assert shape["additionalProperties"] is False
            assert shape["description"]
    assert {"exchanges", "indicators", "measures"} <= set(whole["properties"])
    assert nkj.load() is not None


@pytest.mark.parametrize(
    ("day", "good"),
    [
        ("2016-04-01", True),
        (2016, True),
        ("2016-02-10..2016-02-19", True),
        ("..2011-04?", True),
        ("01.04.2016", False),
        ("..", False),
    ],
)
def test_dates_have_their_form(
    day: Any, good: bool, validator: jsonschema.Draft202012Validator
) -> None:
    """Whether a day is in the calendar, only the reader knows."""
    assert validator.is_valid({"coverage": {"verified_from": day}}) == good


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("a-1", True),
        (2016, True),
        (True, True),
        (-1, False),
        (1.5, False),
        ("A", False),
        (None, False),
    ],
)
def test_ids_may_look_like_something_else(
    name: Any, good: bool, validator: jsonschema.Draft202012Validator
) -> None:
    """The reader takes every scalar for text: an id ``2016`` is none the worse."""
    source = {"id": name, "kind": "primary", "publisher": "P", "title": "T"}
    assert validator.is_valid({"sources": [source]}) == good
