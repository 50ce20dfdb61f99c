"""The JSON Schema and the reader on registries with a few values changed at random."""

from __future__ import annotations

import re

import jsonschema
import yaml
from hypothesis import given

import nkj
from nkj.registry.editing.schema import schema
from nkj.registry.files import RegistryFile
from nkj.registry.reader import read_all
from tests.conftest import FIXTURE
from tests.fuzz.strategies import changed_registries
from tests.unit.test_schema import Core

#: Faults that a schema sees. A missing key may be one that only some events need, which no schema
#: knows.
SHAPE = {"unknown-key", "wrong-shape", "bad-value", "bad-number", "bad-id", "unknown-field"}
SHAPE |= {f"undefined-{name}" for name in ("family", "side", "instrument", "occasion-kind")}
BOOK = nkj.read(FIXTURE).registry
assert BOOK is not None
VALIDATOR = jsonschema.Draft202012Validator(schema(BOOK))


class Editor(Core):
    """YAML as editors read it, which know nothing when they see it."""


Editor.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|)$"), ["~", "n", ""])


@given(changed_registries())
def test_schema_and_reader_agree_on_shape(data: bytes) -> None:
    """What the schema refuses the reader refuses, and faults of shape that the reader tells the
    schema refuses.
    """
    try:
        document = yaml.load(data.decode("utf-8", "surrogatepass"), Editor)
    except (yaml.YAMLError, ValueError):
        return
    told = read_all([RegistryFile("a.yaml", "a.yaml", data)]).problems
    if any(p.code in ("yaml-syntax", "forbidden-character", "duplicate-key") for p in told):
        return
    errors = [
        f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
        for e in VALIDATOR.iter_errors(document)
    ]
    faults = [f"{p.location.line}: {p.message()}" for p in told if p.severity == "error"]
    if errors:
        assert faults, errors
    if SHAPE & {p.code for p in told}:
        assert errors, faults
