"""Every format keeps random registries with hostile texts as they are, read by other readers.

What lives here: texts that break a careless writer, put wherever a registry has words, and what
each format's reader must find. What does not: what a registry may not hold at all (the reader of
registries refuses it).
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nkj
from nkj import tables
from nkj.characters import refused_in_line
from nkj.exports import FORMATS
from nkj.model import Registry
from nkj.page import linked
from tests.exports.conftest import written
from tests.property.books import books

pytestmark = pytest.mark.filterwarnings("ignore")

#: Each breaks a writer that forgot something.
HOSTILE = (
    *("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1:A9)", '=HYPERLINK("http://x","y")', "'"),
    *('"', '""', ";", ",", "a,b;c", "'quoted' \"twice\"", "`tick`", "|", "a | b", "\\", "\\n"),
    *("\\,", "]]>", "</script><script>", "<!--", "--><b>", "&amp;", "&", "<![CDATA[", "<?xml?>"),
    *("BEGIN:VEVENT", "END:VCALENDAR", "{", "}", "{{x}}", "@misc{x,", "\\input{x}", "5% $5 #1 ~^_"),
    *("_x0041_", "_x000D_", "NULL", "None", "nan", "true", "0012", "1e5", "2006-01-01", "1/2"),
    *("שלום", "مرحبا بالعالم", "👍🏽🇯🇵", "e\u0301", "あ" * 90, "漢" * 700, "x" * 9_000),
    *(
        "📎" * 20_000,
        " lead",
        "trail ",
        "a  b",
        "DROP TABLE measures; --",
        "*",
        "http://x/?a=b&c=%20",
    ),
)
#: These too, where a text may have several lines.
LINES = ("first\nsecond", "=1\n=2", "a\nEND:VEVENT\nBEGIN:VEVENT\nb", "\ttab", '"\n"', "\n\n@x\n")
#: What the reader would say of the words and not of the days.
OF_WORDS = {"forbidden-character", "wrong-shape", "missing-key", "unknown-key", "yaml-syntax"}
#: Columns of JSON.
_OBJECTS = {"terms", "terms_after", "baseline"}
_ALPHABET = st.characters(exclude_categories=["Cs", "Cn", "Cc"]).filter(
    lambda one: not refused_in_line(one)
)
lines = st.sampled_from(HOSTILE) | st.text(_ALPHABET, min_size=1, max_size=20).filter(str.strip)
prose = lines | st.sampled_from(LINES)


@st.composite
def registries(draw: st.DrawFn) -> dict[str, Any]:
    """A registry with such a text wherever it has words."""

    def both() -> dict[str, str]:
        return {"en": draw(prose), "ja": draw(prose)}

    # A term's text is of one line.
    doc: dict[str, Any] = json.loads(json.dumps(draw(books(most=2))).replace("a\\nb", "a b"))
    doc["sources"] = [
        {**source, "publisher": draw(lines), "title": draw(lines)} for source in doc["sources"]
    ]
    for measure in doc["measures"]:
        measure["name"], measure["summary"] = both(), both()
        for event in measure["events"]:
            event["note"] = both()
            event["cite"][0]["for"].append("note")
    doc["parties"] = [
        {
            "id": "party",
            "name": draw(lines),
            "name_ja": draw(lines),
            "type": draw(st.sampled_from(("entity", "individual", "vessel"))),
            "aliases": [draw(lines)],
            "role": draw(lines),
            "cite": [{"source": "paper", "for": ["name"]}],
        }
    ]
    doc["measures"].append(
        {
            "id": "freeze",
            "family": "assets",
            "kind": "designation",
            "name": both(),
            "events": [
                {
                    "id": "freeze-2010",
                    "event": "imposed",
                    "decision": "decision",
                    "in_force": "2010-02",
                    "designations": ["party"],
                    "cite": [{"source": "paper", "for": ["in_force", "designations"]}],
                }
            ],
        }
    )
    decision = {"id": "decision", "name": both(), "decided": "2010-01-31"}
    doc["decisions"] = [{**decision, "cite": [{"source": "paper", "for": ["decided"]}]}]
    leg = {
        **{"id": "k1", "by": "dprk", "undertaking": both(), "due": "2010", "outcome": "unknown"},
        "cite": [{"source": "paper", "for": ["undertaking"]}],
    }
    doc["exchanges"] = [
        {
            **{"id": "deal", "kind": "bargain", "name": both(), "agreed": "2010-01-10"},
            **{"outcome": "unknown", "cite": [{"source": "paper", "for": ["agreed"]}]},
            "legs": [leg],
        }
    ]
    return doc


def _read(doc: dict[str, Any], folder: Path) -> Registry:
    """As from a file; JSON is YAML."""
    file = folder / "registry.yaml"
    file.write_text(json.dumps(doc, ensure_ascii=False), encoding="utf-8")
    reading = nkj.read(file)
    if reading.registry is None:  # random lives may contradict themselves, words may not
        assert not {problem.code for problem in reading.problems} & OF_WORDS
        hypothesis.reject()
    return reading.registry


@given(registries())
@hypothesis.settings(max_examples=max(4, hypothesis.settings().max_examples // 4))
def test_every_reader_finds_the_words_that_stand_in_the_registry(doc: dict[str, Any]) -> None:
    """In every format, whatever they are."""
    with TemporaryDirectory() as place:
        registry = _read(doc, Path(place))
        for name, check in CHECKS.items():
            folder = Path(place) / name
            folder.mkdir()
            check(written(registry, name, folder), registry)
        text = linked.dataset(registry)
        assert "<" not in text
        json.loads(text)
    assert set(CHECKS) == set(FORMATS)


def _csv(path: Path, registry: Registry) -> None:
    for name in tables.TABLES:
        text = (path / f"{name}.csv").read_bytes().decode("utf-8-sig")
        told = list(csv.DictReader(io.StringIO(text, newline="")))
        for row, cells in zip(tables.table(registry, name), told, strict=True):
            for column, value in row.items():
                cell = cells[column]
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
                if isinstance(value, str):
                    assert cell in (value, f"'{value}")


def _package(path: Path, registry: Registry) -> None:
    descriptor = json.loads((path / "datapackage.json").read_bytes())
    for resource in descriptor["resources"]:
        text = (path / resource["path"]).read_bytes().decode("utf-8")
        told = list(csv.DictReader(io.StringIO(text, newline="")))
        for row, cells in zip(tables.table(registry, resource["name"]), told, strict=True):
            for column, value in row.items():
                if isinstance(value, str):
                    assert cells[column] == value


def _parquet(path: Path, registry: Registry) -> None:
    import polars

    for name in tables.TABLES:
        frame = polars.read_parquet(path / f"{name}.parquet")
        told = [
            tuple(list(v) if isinstance(v, tuple) else v for v in row.values())
            for row in tables.table(registry, name)
        ]
        assert frame.rows() == told


def _sqlite(path: Path, registry: Registry) -> None:
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for name in tables.TABLES:
        found = database.execute(f'SELECT * FROM "{name}"')
        heads = [head for head, *_ in found.description]
        told = [dict(zip(heads, row, strict=True)) for row in found]
        for row, cells in zip(tables.table(registry, name), told, strict=True):
            assert {k: v for k, v in row.items() if isinstance(v, str)}.items() <= cells.items()
    (measure, *_) = registry.measures
    asked = "SELECT count(*) FROM texts_fts f JOIN texts t ON t.id = f.rowid WHERE t.record = ?"
    assert database.execute(asked, [measure.id]).fetchone()[0] > 0
    database.close()


def _xlsx(path: Path, registry: Registry) -> None:
    import openpyxl

    book = openpyxl.load_workbook(path)
    for name in tables.TABLES:
        rows = tables.table(registry, name)
        told = list(book[name].iter_rows(min_row=2))
        for row, cells in zip(rows, told, strict=False):
            for value, cell in zip(row.values(), cells, strict=True):
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                if isinstance(value, str):
                    shown = str(cell.value)
                    assert len(shown.encode("utf-16-le")) // 2 <= 32_767
                    assert shown == value or (shown.endswith("…") and value.startswith(shown[:-1]))


def _ics(path: Path, registry: Registry) -> None:
    import icalendar

    calendar: Any = icalendar.Calendar.from_ical(path.read_bytes())
    entries = {str(e["uid"]).partition("@")[0]: e for e in calendar.walk("VEVENT")}
    assert len(entries) == len(calendar.subcomponents)
    (decision,), (exchange,) = registry.decisions, registry.exchanges
    assert str(entries["decision"]["summary"]) == decision.name.within("en")
    undertaking = exchange.legs[0].undertaking.within("en")
    assert str(entries["deal/k1/due"]["summary"]).endswith(undertaking)
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))


def _atom(path: Path, registry: Registry) -> None:
    from xml.etree import ElementTree

    import feedparser

    feed = ElementTree.fromstring(path.read_bytes())
    titles = [str(one.text) for one in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert any(title.endswith(registry.decisions[0].name.within("en")) for title in titles)
    read = feedparser.parse(path.read_bytes())
    assert not read.bozo
    assert len(read.entries) == len(titles) - 1


def _ftm(path: Path, registry: Registry) -> None:
    told = path.read_bytes().split(b"\n")
    assert told.pop() == b""
    entities = [json.loads(line) for line in told]
    (party,) = registry.parties
    (of_party,) = [entity for entity in entities if entity["schema"] != "Sanction"]
    assert of_party["properties"]["name"] == [party.name, party.name_ja]
    assert of_party["properties"]["alias"] == list(party.aliases)


def _bibtex(path: Path, registry: Registry) -> None:
    import bibtexparser.entrypoint

    library = bibtexparser.entrypoint.parse_string(path.read_text(encoding="utf-8"))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [source.id for source in registry.sources]


def _csl(path: Path, registry: Registry) -> None:
    told = [(item["id"], item["title"]) for item in json.loads(path.read_bytes())]
    assert told == [(source.id, source.title) for source in registry.sources]


def _json(path: Path, registry: Registry) -> None:
    import jsonschema

    document = json.loads(path.read_bytes())
    jsonschema.validate(document, document["json_schema"])
    for name, rows in document["tables"].items():
        for row, told in zip(tables.table(registry, name), rows, strict=True):
            words = {k: v for k, v in row.items() if isinstance(v, str)}
            assert {
                k: told[k] if isinstance(told[k], str) else v for k, v in words.items()
            } == words


def _panel(path: Path, registry: Registry) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    told = {row["measure"] for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert told <= {measure.id for measure in registry.measures}


CHECKS = {
    **{"csv": _csv, "datapackage": _package, "parquet": _parquet, "sqlite": _sqlite},
    **{"xlsx": _xlsx, "ics": _ics, "atom": _atom, "ftm": _ftm, "bibtex": _bibtex},
    **{"csl-json": _csl, "json": _json, "panel": _panel},
}
