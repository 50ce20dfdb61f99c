"""What a page says of itself to machines, read by a processor of JSON-LD and in a real browser."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import nkj
from nkj.model import Registry
from nkj.page import linked, page
from nkj.replay import Replay
from tests.build import event, measure, registry
from tests.conftest import ROOT
from tests.page.conftest import Tab

SCHEMA = "https://schema.org/"
#: schema.org's own context, as far as these words go: the tests reach no network.
CONTEXT = {
    "@vocab": SCHEMA,
    "license": {"@type": "@id"},
    "contentUrl": {"@type": "@id"},
    "isPartOf": {"@type": "@id"},
}


def _expanded(text: str) -> dict[str, Any]:
    """What a processor makes of it: every word by its whole address."""
    from pyld import jsonld

    def local(address: str, options: dict[str, Any]) -> dict[str, Any]:
        assert address == "https://schema.org"
        document = {"@context": CONTEXT}
        return {"contextUrl": None, "documentUrl": address, "document": document}

    (node,) = jsonld.expand(json.loads(text), {"documentLoader": local, "base": "https://a.b/c/"})
    return {key.removeprefix(SCHEMA): value for key, value in node.items()}


def _words(values: list[dict[str, str]]) -> dict[str, str]:
    return {value["@language"]: value["@value"] for value in values}


def _in(page_text: str) -> str:
    (inner,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page_text, re.S)
    return str(inner)


def test_the_page_tells_machines_what_it_is(file: Path, bundled: Registry) -> None:
    """A data set by its names, version, licence and days, as CITATION.cff has it."""
    inner = _in(file.read_text(encoding="utf-8"))
    assert len(inner.encode()) < 4_000
    told = _expanded(inner)
    assert told["@type"] == [f"{SCHEMA}Dataset"]
    assert _words(told["name"]) == bundled.programme.title.words
    assert set(_words(told["description"])) == {"en", "ja"}
    assert all(50 <= len(one) <= 5_000 for one in _words(told["description"]).values())
    assert told["temporalCoverage"] == [{"@value": "2004-01-01/2026-02-16"}]
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert told["version"] == [{"@value": cited["version"]}]
    assert "CC-BY-4.0" in cited["license"]
    assert told["license"] == [{"@id": "https://creativecommons.org/licenses/by/4.0/"}]
    (creator,) = told["creator"]
    assert creator[f"{SCHEMA}name"] == [{"@value": cited["authors"][0]["name"]}]


def test_a_browser_lets_it_stand(chromium: Any, file: Path) -> None:
    """It is read as data: the page's policy has nothing against it, and nothing is fetched."""
    tab = Tab(chromium, file)
    held = 'document.querySelector(`script[type="application/ld+json"]`).textContent'
    assert json.loads(tab.page.evaluate(held))["@type"] == "Dataset"
    assert tab.requests == [file.as_uri()]
    assert not tab.faults  # Chromium tells a broken policy on the console
    tab.close()


def test_no_word_of_a_registry_ends_the_element(tmp_path: Path) -> None:
    """Whatever its title says."""
    hostile = '</script><!-- <script>alert("x")'
    folder = tmp_path / "r"
    folder.mkdir()
    for file in (ROOT / "tests" / "foreign").glob("*.yaml"):
        (folder / file.name).write_bytes(file.read_bytes())
    programme = yaml.safe_load((folder / "programme.yaml").read_text(encoding="utf-8"))
    programme["programme"]["title"] = {"en": hostile}
    (folder / "programme.yaml").write_text(yaml.safe_dump(programme), encoding="utf-8")
    loaded = nkj.load(folder)
    text = linked.dataset(loaded)
    assert "<" not in text
    assert _words(_expanded(text)["name"]) == {"en": hostile}
    assert json.loads(_in(page(loaded, "en"))) == json.loads(text)


def test_a_foreign_registry_speaks_its_own_language() -> None:
    """And nothing in it names another sender."""
    foreign = nkj.load(ROOT / "tests" / "foreign")
    told = _expanded(linked.dataset(foreign))
    assert set(_words(told["description"])) == {"en"}
    assert not re.search("Japan(?!ese)|日本(?!語)", linked.dataset(foreign))


def test_downloads_stand_beside_the_page(bundled: Registry) -> None:
    """Each by its address, from where the page is, and its media type."""
    files = [linked.Download("nkj.ics", "text/calendar")]
    (found,) = _expanded(linked.dataset(bundled, files))["distribution"]
    assert found[f"{SCHEMA}contentUrl"] == [{"@id": "https://a.b/c/nkj.ics"}]
    assert found[f"{SCHEMA}encodingFormat"] == [{"@value": "text/calendar"}]


def test_a_measure_is_told_on_the_days_of_its_life(bundled: Registry) -> None:
    """Every day in force up to the evidence lies in a run, and no other; it is part of the data
    set, and rests on laws.
    """
    whole = json.loads(linked.dataset(bundled))["@id"]
    ids = set()
    for one in bundled.measures:
        told = _expanded(linked.measure(bundled, one))
        ids.add(told["@id"])
        assert told["isPartOf"][0]["@id"] == whole
        assert _words(told["name"]) == one.name.words
        assert len(told.get("about", [])) == len(one.legal_basis)
        runs = [value["@value"].split("/") for value in told.get("temporalCoverage", [])]
        life = Replay.of(bundled).life(one)
        for day in range(dt.date(2004, 1, 1).toordinal(), dt.date(2026, 2, 16).toordinal(), 13):
            iso = dt.date.fromordinal(day).isoformat()
            within = any(first <= iso and last in ("..", max(iso, last)) for first, last in runs)
            assert within is (life.on(day).in_force is True), (one.id, iso)
    assert len(ids) == len(bundled.measures)


@pytest.mark.parametrize(
    ("until", "told"),
    [
        ("2010-03-31", ["2010-01-01/2010-03-31"]),
        ("2012-03-31", ["2010-01-01/.."]),
        (None, ["2010-01-01/.."]),
        ("2010-03", ["2010-01-01/2010-03-01"]),
    ],
)
def test_no_run_goes_beyond_what_is_known(until: str | None, told: list[str]) -> None:
    """An end behind the evidence may be moved yet; a vague one counts from its first day."""
    one = measure(event("imposed", "2010-01-01", until=until))
    held = registry(one, verified_from="2009-01-01", verified_through="2010-12-31")
    assert json.loads(linked.measure(held, one))["temporalCoverage"] == told
