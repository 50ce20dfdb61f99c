"""Each format opened by a reader of its own field, and held against the tables and the answers."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import nkj
from nkj import days, exports, replay, tables
from nkj import wording as speak
from nkj.model import Registry, When
from tests import build
from tests.conftest import ROOT, apart
from tests.exports.conftest import Made, written

# What a reader's own code warns about is not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore")

FORMATS = [name for name in exports.FORMATS if name != "panel"]


@pytest.mark.parametrize("name", exports.FORMATS)
def test_two_runs_give_the_same_bytes(name: str, bundled: Registry, tmp_path: Path) -> None:
    """Also of a registry that was loaded anew."""
    kept = []
    for run, registry in enumerate((bundled, nkj.load())):
        folder = tmp_path / str(run)
        place = written(registry, name, folder)
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        kept.append({f.name: f.read_bytes() for f in found if f.is_file()})
    assert kept[0] == kept[1]


# Tables


def test_frictionless_finds_the_data_package_valid(made: Made) -> None:
    """Types, keys, pointers, sizes and digests."""
    import frictionless

    report = frictionless.validate(str(made("datapackage") / "datapackage.json"))
    assert report.flatten(["message"]) == []
    assert report.stats["tasks"] == len(tables.TABLES)


def test_frictionless_reads_odd_cells_as_they_are(odd: Registry, tmp_path: Path) -> None:
    """Formulas, quotes and line ends are data here."""
    import frictionless

    folder = written(odd, "datapackage", tmp_path)
    package: Any = frictionless.Package(str(folder / "datapackage.json"))
    assert package.validate().valid
    (event,) = package.get_resource("events").read_rows()
    assert event["note_en"] == "@first line; with, separators\nsecond line"
    assert event["in_force_earliest"] == dt.date(2008, 7, 1)
    (measure,) = package.get_resource("measures").read_rows()
    assert measure["name_en"].startswith("=HYPERLINK(")


def test_python_reads_the_csv_folder(made: Made, bundled: Registry) -> None:
    """Every row, with bare numbers, after the mark that spreadsheets look for."""
    for name in tables.TABLES:
        raw = (made("csv") / f"{name}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
        assert len(rows) == len(tables.table(bundled, name))
    with (made("csv") / "terms.csv").open(encoding="utf-8-sig", newline="") as stream:
        numbers = [row["value_number"] for row in csv.DictReader(stream)]
    assert "3000000" in numbers


def test_no_cell_of_the_csv_folder_is_a_formula(odd: Registry, tmp_path: Path) -> None:
    """An apostrophe stands before what a spreadsheet would run."""
    folder = written(odd, "csv", tmp_path)
    for name in tables.TABLES:
        text = (folder / f"{name}.csv").read_text(encoding="utf-8-sig")
        for row in csv.reader(io.StringIO(text)):
            assert not [cell for cell in row if cell.startswith(("=", "@", "+", "-"))]


def test_sqlite_is_strict_and_points_to_what_is_there(made: Made, bundled: Registry) -> None:
    """Every row of every table; no pointer into nothing; nothing damaged."""
    database = sqlite3.connect(made("sqlite"))
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for name in tables.TABLES:
        (count,) = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        assert count == len(tables.table(bundled, name))
        (sql,) = database.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [name]).fetchone()
        assert sql.endswith("STRICT")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE spans SET in_force = 'perhaps'")
    database.close()


@pytest.mark.parametrize(
    ("word", "found"),
    [
        *(("送金", "送金"), ("人道目的", "人道目的"), ("港", "港"), ("Stockholm", "Stockholm")),
        ("資産凍結等の措置", "資産凍結等の措置"),
        (long := "北朝鮮とロシアの武器取引等に関する資産凍結等の措置", long),
        ("万景峰92号", "万景峰92号"),
        ("2016年2月", "2016年2月"),
    ],
)
def test_sqlite_finds_words_of_both_languages(made: Made, word: str, found: str) -> None:
    """Japanese ones of one, two or many letters too, with numbers among them."""
    database = sqlite3.connect(made("sqlite"))
    asked = "SELECT t.text FROM texts_fts f JOIN texts t ON t.id = f.rowid WHERE texts_fts MATCH ?"
    hits = [text for (text,) in database.execute(asked, [word])]
    assert hits
    assert all(found.lower() in text.lower() for text in hits)
    # As many as a search without an index finds.
    (plain,) = database.execute(
        "SELECT count(*) FROM texts WHERE text LIKE ?", [f"%{word}%"]
    ).fetchone()
    assert len(hits) == plain
    database.close()


def test_datasette_serves_it(made: Made) -> None:
    """It sees the tables, their pointers and the search."""
    from datasette.app import Datasette

    async def ask() -> tuple[Any, Any, Any]:
        served = Datasette([str(made("sqlite"))])
        await served.invoke_startup()
        at = f"/{made('sqlite').stem}"
        spans = await served.client.get(
            f"{at}/spans.json?measure=payment-reporting&in_force=1&_shape=array"
        )
        search = await served.client.get(f"{at}/texts.json?_search=送金&_shape=array")
        about = await served.client.get(f"{at}/spans.json?_labels=on&_size=1")
        return spans.json(), search.json(), about.json()

    spans, search, about = apart(ask())
    assert {row["measure"] for row in spans} == {"payment-reporting"}
    assert search
    assert all("送金" in row["text"] for row in search)
    assert about["primary_keys"] == ["measure", "first_day"]


def test_openpyxl_reads_the_workbook(made: Made, bundled: Registry) -> None:
    """Tables with filters, frozen headings, real days and numbers."""
    import openpyxl

    book = openpyxl.load_workbook(made("xlsx"))
    assert book.sheetnames == ["nkj", *tables.TABLES]
    for name in tables.TABLES:
        sheet = book[name]
        table = tables.table(bundled, name)
        assert sheet.freeze_panes == "B2"
        (shown,) = sheet.tables.values()
        assert shown.autoFilter is not None
        assert [cell.value for cell in sheet[1]] == [c.title("en") for c in table.columns]
        assert sheet.max_row == len(table) + 1
    days_of = [row[2].value for row in book["spans"].iter_rows(min_row=2)]
    assert dt.datetime(9999, 12, 31) in days_of
    limits = [row[10].value for row in book["terms"].iter_rows(min_row=2)]
    assert 3000000 in limits


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(odd: Registry, tmp_path: Path) -> None:
    """Odd text stays text."""
    import openpyxl

    book = openpyxl.load_workbook(written(odd, "xlsx", tmp_path))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert "=HYPERLINK(" in str([cell.value for cell in cells])


def test_a_cell_is_as_long_as_excel_takes(tmp_path: Path) -> None:
    """Counted as Excel does, where a picture sign is two; what is cut ends with a mark."""
    import openpyxl

    def noted(text: str) -> Registry:
        note = build.event("imposed", "2010-01-01", note=build.text(text))
        return build.registry(build.measure(note))

    for number, text in enumerate(("x" * 32_767, "x" * 32_768, "📎" * 20_000)):
        folder = tmp_path / str(number)
        folder.mkdir()
        book = openpyxl.load_workbook(written(noted(text), "xlsx", folder))
        cells = [str(cell.value) for row in book["events"].iter_rows(min_row=2) for cell in row]
        shown = max(cells, key=len)
        assert len(shown.encode("utf-16-le")) // 2 in (32_766, 32_767)
        assert shown == text or (text.startswith(shown[:-1]) and shown.endswith("…"))


def test_duckdb_and_polars_read_the_parquet_files(made: Made, bundled: Registry) -> None:
    """The same values, in their types, in both."""
    import duckdb
    import polars

    for name in tables.TABLES:
        file = made("parquet") / f"{name}.parquet"
        table = tables.table(bundled, name)
        names = [column.name for column in table.columns]
        seen: Any = duckdb.sql(f"SELECT * FROM '{file}'")
        assert seen.columns == names
        told = [tuple(_as_list(value) for value in row) for row in table.tuples]
        assert seen.fetchall() == told
        frame = polars.read_parquet(file)
        assert frame.rows() == told
    types = dict(zip(seen.columns, map(str, seen.types), strict=True))
    assert (types["decided_earliest"], types["occasions"]) == ("DATE", "VARCHAR[]")


def _as_list(value: tables.Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def test_a_documented_query_says_unknown_and_never_allowed(made: Made) -> None:
    """Before the evidence begins no measure counts as free."""
    import duckdb

    file = made("parquet") / "spans.parquet"
    relation: Any = duckdb.sql(
        f"SELECT coalesce(in_force::VARCHAR, 'unknown') AS held, count(*) FROM '{file}' "
        "WHERE DATE '2003-01-01' BETWEEN first_day AND last_day GROUP BY held"
    )
    found = relation.fetchall()
    assert [held for held, _ in found] == ["unknown"]


def test_the_json_document_keeps_its_own_schema(made: Made, bundled: Registry) -> None:
    """Every row of every table, as the schema in it says."""
    import jsonschema

    document = json.loads(made("json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(document["json_schema"])
    jsonschema.validate(document, document["json_schema"])
    assert list(document["tables"]) == list(tables.TABLES)
    for name, rows in document["tables"].items():
        assert len(rows) == len(tables.table(bundled, name))
    broken = {**document, "tables": {**document["tables"], "spans": [{"measure": "m"}]}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, document["json_schema"])


def test_pandas_reads_the_panel(made: Made, bundled: Registry) -> None:
    """Every measure in every month for which there is evidence."""
    import pandas

    frame = pandas.read_csv(made("panel"), encoding="utf-8-sig", parse_dates=["last_day"])
    months = frame["period"].nunique()
    assert len(frame) == months * len(bundled.measures)
    assert (frame["period"].min(), frame["period"].max()) == ("2004-01", "2026-02")
    days_of = ["days_in_force", "days_not_in_force", "days_not_known"]
    assert (frame[days_of].sum(axis=1).groupby(frame["period"]).nunique() == 1).all()


# Days


def _calendar(path: Path) -> list[dict[str, Any]]:
    import icalendar

    calendar: Any = icalendar.Calendar.from_ical(path.read_bytes())
    return [
        {
            "uid": str(event["uid"]),
            "day": event["dtstart"].dt,
            "end": event["dtend"].dt,
            "title": str(event["summary"]),
            "about": str(event["description"]),
            "stamp": event["dtstamp"].dt,
        }
        for event in calendar.walk("VEVENT")
    ]


def test_icalendar_reads_whole_days(made: Made, bundled: Registry) -> None:
    """Each with an id of its own, and the time of the registry's version. What is known as a single
    day is a day long; a month or a span is as long as that, and says so.
    """
    entries = {entry["uid"].partition("@")[0]: entry for entry in _calendar(made("ics"))}
    assert len(entries) == len(_calendar(made("ics")))
    for entry in entries.values():
        assert type(entry["day"]) is type(entry["end"]) is dt.date
        assert entry["stamp"] == dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
        vague = entry["end"] - entry["day"] > dt.timedelta(days=1)
        assert entry["title"].startswith("One day of ") is vague
    for decision in bundled.decisions:
        _is_at(entries[decision.id], decision.decided or decision.announced)
    steps = [event for measure in bundled.measures for event in measure.events]
    alone = [one for one in steps if one.event != "noted" and one.decision is None]
    for event in alone:
        _is_at(entries[event.id], replay.effect(event))
    assert [event for event in alone if not _exact(replay.effect(event))]


def _is_at(entry: dict[str, Any], day: When | None) -> None:
    assert day is not None
    assert day.first is not None
    assert day.last is not None
    assert entry["day"].toordinal() == day.first
    assert entry["end"].toordinal() == day.last + 1
    # What is not sure is not told as if it were.
    sure = day.exact and not day.doubtful
    assert sure or day.text in entry["title"]


def _exact(day: When | None) -> bool:
    return day is not None and day.exact


def test_every_due_day_of_an_undertaking_is_in_the_calendar(made: Made, bundled: Registry) -> None:
    """With who undertook what, and what came of it."""
    entries = {entry["uid"].partition("@")[0]: entry for entry in _calendar(made("ics"))}
    legs = [(x.id, leg) for x in bundled.exchanges for leg in x.legs if leg.due is not None]
    assert legs
    for exchange, leg in legs:
        entry = entries[f"{exchange}/{leg.id}/due"]
        _is_at(entry, leg.due)
        assert leg.undertaking.within("en") in entry["title"]
        assert speak.words("en").say(f"outcome.{leg.outcome}") in entry["about"]


def test_a_suspension_and_a_vague_end_are_in_the_calendar(tmp_path: Path) -> None:
    """The last day without effect; an end known to the month; nothing that has no end or no day
    after it.
    """
    ended = build.measure(
        build.event("imposed", "2010-01-01", id="ban-2010", until="2012-04"),
        build.event(
            "suspended", "2010-06-01", id="ban-rest", suspended_until=days.parse_when("2010-12-31")
        ),
        id="ban",
    )
    last = build.event("imposed", "2011-01-01", id="other-2011", until="9999-12-31")
    more = build.event("imposed", "2010-08-21..", id="third-2010")
    registry = build.registry(
        ended,
        build.measure(last, id="other"),
        build.measure(more, id="third"),
        verified_from="2009-01-01",
        verified_through="2014-12-31",
    )
    entries = {e["uid"].partition("@")[0]: e for e in _calendar(written(registry, "ics", tmp_path))}
    assert set(entries) == {
        *("ban-2010", "ban-rest", "other-2011"),
        *("ban-2010/until", "ban-rest/suspended-until"),
    }
    until = entries["ban-2010/until"]
    assert (until["day"], until["end"]) == (dt.date(2012, 4, 1), dt.date(2012, 5, 1))
    assert entries["ban-rest/suspended-until"]["day"] == dt.date(2010, 12, 31)


def test_a_second_reader_reads_the_same_days(made: Made) -> None:
    """In folded lines and escaped text."""
    import ics

    read = ics.Calendar(made("ics").read_text(encoding="utf-8"))
    told = {(e.uid, e.begin.date(), e.end.date(), e.name) for e in read.events}
    assert all(event.all_day for event in read.events)
    assert told == {(e["uid"], e["day"], e["end"], e["title"]) for e in _calendar(made("ics"))}
    assert all(len(line) <= 75 for line in made("ics").read_bytes().split(b"\r\n"))


def test_only_last_days_that_were_not_moved_are_deadlines(made: Made, bundled: Registry) -> None:
    """None on a day after which the measure went on in force; the coming one is there."""
    ends = [entry for entry in _calendar(made("ics")) if "/until@" in entry["uid"]]
    assert dt.date(2027, 4, 13) in {entry["day"] for entry in ends}
    for entry in ends:
        event = entry["uid"].partition("/until@")[0]
        (measure,) = (m.id for m in bundled.measures if event in {one.id for one in m.events})
        for day, expected in ((entry["day"], True), (entry["end"], False)):
            (told,) = nkj.status(bundled, day, [measure]).measures
            assert (told.in_force is True) is expected


def test_feedparser_reads_the_feed(made: Made, tmp_path: Path, bundled: Registry) -> None:
    """Sound, newest first, stable ids, in either language."""
    import feedparser

    feed = feedparser.parse(made("atom").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 20
    published = [entry.published for entry in feed.entries if "published" in entry]
    assert published == sorted(published, reverse=True)
    assert {entry.updated for entry in feed.entries} == {"2026-11-01T00:00:00Z"}
    japanese = feedparser.parse(written(bundled, "atom", tmp_path, "ja").read_bytes())
    assert [entry.id for entry in japanese.entries] == [entry.id for entry in feed.entries]
    assert japanese.feed.title == "日本独自の対北朝鮮措置"


def test_feedparser_reads_odd_words(odd: Registry, tmp_path: Path) -> None:
    """Marks of XML are words here."""
    import feedparser

    feed = feedparser.parse(written(odd, "atom", tmp_path).read_bytes())
    assert not feed.bozo
    assert "Odd &" in feed.feed.title
    assert feed.entries[0].links[0].href == "https://example.org/a?b={c}&d=%20e"


# Sources


def test_bibtexparser_reads_every_source(made: Made, bundled: Registry) -> None:
    """No block fails; each key is an id."""
    import bibtexparser.entrypoint

    library = bibtexparser.entrypoint.parse_string(made("bibtex").read_text(encoding="utf-8"))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [source.id for source in bundled.sources]


def test_bibtexparser_reads_odd_words(odd: Registry, tmp_path: Path) -> None:
    """What TeX would obey is escaped, addresses are not; a span of days is a range."""
    import bibtexparser.entrypoint

    text = written(odd, "bibtex", tmp_path).read_text(encoding="utf-8")
    library = bibtexparser.entrypoint.parse_string(text)
    assert library.failed_blocks == []
    paper, gazette = (entry.fields_dict for entry in library.entries)
    assert r"100\% \& more\_or\_less \#1" in paper["title"].value
    assert paper["url"].value == "https://example.org/a?b=%7Bc%7D&d=%20e"
    assert paper["date"].value == "2008-07-10/2008-07-12"
    assert (paper["year"].value, paper["month"].value) == ("2008", "7")
    assert gazette["date"].value == "2008-07?"


def test_citeproc_cites_every_source(made: Made, bundled: Registry) -> None:
    """As an item that a style can be applied to; a day is no more exact than it was written."""
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    items = json.loads(made("csl-json").read_bytes())
    assert [item["id"] for item in items] == [source.id for source in bundled.sources]
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    few = items[:: len(items) // 20]
    cited = CitationStylesBibliography(style, CiteProcJSON(few), formatter.plain)
    for item in few:
        cited.register(Citation([CitationItem(item["id"])]))
    told = [str(entry) for entry in cited.bibliography()]
    assert len(told) == len(few)
    assert not [line for line in told if not line.strip()]
    vague = next(s for s in bundled.sources if s.published and len(s.published.text) == 7)
    (item,) = (item for item in items if item["id"] == vague.id)
    assert len(item["issued"]["date-parts"][0]) == 2


# Parties


def test_followthemoney_accepts_every_entity(made: Made) -> None:
    """By its own library, where that is installed: it needs libicu and a compiler."""
    model = pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed (it needs libicu)"
    ).model
    for line in made("ftm").read_text(encoding="utf-8").splitlines():
        entity = model.get_proxy(json.loads(line), cleaned=False)
        entity.schema.validate(entity.to_dict())
        told = json.loads(line)["properties"]
        assert set(entity.to_dict()["properties"]) == set(told), entity.id


def test_each_listing_is_a_sanction_of_its_party(made: Made, bundled: Registry) -> None:
    """And no ban on classes of people or ships is one."""
    entities = [json.loads(line) for line in made("ftm").read_text("utf-8").splitlines()]
    count = Counter(entity["schema"] for entity in entities)
    assert count["Sanction"] == len(tables.table(bundled, "listings"))
    types = Counter(party.type for party in bundled.parties)
    assert (count["Person"], count["Vessel"]) == (types["individual"], types["vessel"])
    people = {entity["id"] for entity in entities if entity["schema"] != "Sanction"}
    listed = [entity for entity in entities if entity["schema"] == "Sanction"]
    assert {entity["properties"]["entity"][0] for entity in listed} <= people
    programs = {entity["properties"]["programId"][0] for entity in listed}
    assert programs == {row["measure"] for row in tables.table(bundled, "listings")}
    assert "entry-ban-nationals" not in programs


def test_who_is_frozen_has_the_topic(made: Made, bundled: Registry) -> None:
    """On the last day for which there is evidence of the parties, and nobody else."""
    entities = [json.loads(line) for line in made("ftm").read_text("utf-8").splitlines()]
    marked = {e["properties"]["name"][0] for e in entities if "topics" in e["properties"]}
    through = nkj.parties(bundled, None, "2014").verified_through
    assert through is not None
    frozen = nkj.parties(bundled, None, through.text).parties
    assert marked == {party.name.within("en") for party in frozen if party.frozen}


def test_a_status_says_how_far_the_evidence_of_its_list_reaches(
    tmp_path: Path, made: Made, bundled: Registry
) -> None:
    """The measure's own last day, in the registry's languages; whatever language is asked for."""
    status = nkj.status(bundled, "2025-12-31", origin="all").measures
    through = {one.id: one.verified_through for one in status}
    assert len({day.text for day in through.values() if day}) > 1
    told = made("ftm").read_text("utf-8")
    for entity in map(json.loads, told.splitlines()):
        if entity["schema"] == "Sanction":
            about = entity["properties"]
            day = through[about["programId"][0]]
            assert day is not None
            stands = tuple(about["status"])
            assert stands in (
                (f"listed on {day.text}", f"{day.text}現在、指定中"),
                (f"not listed on {day.text}", f"{day.text}現在、指定なし"),
                (f"not known whether listed on {day.text}", f"{day.text}現在、指定の有無は不明"),
            )
            assert ("endDate" in about) is stands[0].startswith("not listed")
    assert written(bundled, "ftm", tmp_path, "ja").read_text("utf-8") == told
    foreign = nkj.load(ROOT / "tests" / "foreign")
    only = [json.loads(line) for line in written(foreign, "ftm", tmp_path).open(encoding="utf-8")]
    statuses = [e["properties"]["status"] for e in only if e["schema"] == "Sanction"]
    assert statuses
    assert all(len(values) == 1 for values in statuses)


# What the page of the exports says


def _queries() -> list[str]:
    page = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    return re.findall(r"```sql\n(.*?)```", page, re.DOTALL)


@pytest.mark.parametrize("query", _queries(), ids=["in force", "search"])
def test_the_queries_of_the_page_run(query: str, made: Made, bundled: Registry) -> None:
    """As they stand; the first gives what ``nkj status`` does."""
    database = sqlite3.connect(made("sqlite"))
    found = database.execute(query).fetchall()
    database.close()
    assert found
    if "2014-07-05" in query:
        told = nkj.status(bundled, "2014-07-05", origin="all").measures
        assert {row[0] for row in found} == {one.id for one in told if one.in_force is not False}
