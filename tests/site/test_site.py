"""The files of a site: what stands where, that every link leads somewhere, and that it is safe."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import nkj
from nkj import days, formats, index
from nkj.model import Registry
from nkj.site import files, plan
from nkj.site.plan import Plan
from nkj.wording import LANGUAGES
from tests.conftest import FIXTURE, ROOT
from tests.site.links import dead, in_html

BASE = "https://example.org/sanctions/"


def site_of(registry: Registry, lang: str = "en", base: str = "") -> dict[str, bytes]:
    """Every file of a registry's site by its name."""
    return {file.name: file.data for file in files(plan(registry, lang, base, "1.2.3"))}


@pytest.fixture(scope="module")
def registry() -> Registry:
    return nkj.load(FIXTURE)


@pytest.fixture(scope="module")
def site(registry: Registry) -> dict[str, bytes]:
    return site_of(registry)


def _json(data: bytes) -> Any:
    return json.loads(data)


def test_every_record_has_its_pages_and_its_answer(
    registry: Registry, site: dict[str, bytes]
) -> None:
    """A page and a twin in each language, and what ``nkj show`` says as JSON."""
    for name in index.of(registry).entries:
        for lang in LANGUAGES:
            assert f"{lang}/id/{name}.html" in site
            assert f"{lang}/id/{name}.md" in site
        answer = formats.data(nkj.show(registry, name), "json")
        assert site[f"api/v1/id/{name}.json"].decode("utf-8") == answer


def test_every_day_of_change_has_its_answers(registry: Registry, site: dict[str, bytes]) -> None:
    """The status from that day on, and what differs from the day before."""
    listed = _json(site["api/v1/index.json"])["days"]
    assert listed == sorted(set(listed))
    assert {name[14:-5] for name in site if name.startswith("api/v1/status/")} == set(listed)
    for day in listed:
        before = (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()
        status = nkj.status(registry, day, origin="all")
        assert site[f"api/v1/status/{day}.json"].decode() == formats.data(status, "json")
        changes = nkj.diff(registry, before, day, origin="all")
        assert site[f"api/v1/changes/{day}.json"].decode() == formats.data(changes, "json")
        assert f"en/on/{day}.html" in site


def test_the_last_listed_day_not_after_yours_holds(bundled: Registry) -> None:
    """The rule of the addresses: on any day the status is that of the last listed day, but for the
    day itself.
    """
    listed = plan(bundled, "en", "", "").days
    chance = random.Random(7)
    tried = [chance.randint(listed[0], listed[-1] + 400) for _ in range(150)]
    for day in [*tried, *(one - 1 for one in listed[1:])]:
        last = max(one for one in listed if one <= day)
        one, two = (
            json.loads(formats.data(nkj.status(bundled, days.iso(on), origin="all"), "json"))
            for on in (day, last)
        )
        assert {**one, "on": ""} == {**two, "on": ""}, days.iso(day)


@pytest.mark.parametrize("base", ["", BASE])
def test_every_link_leads_to_a_file(base: str, registry: Registry) -> None:
    """In pages, twins, guide and feed; relative, so that the folder may stand anywhere."""
    assert list(dead(site_of(registry, base=base))) == []


def test_every_link_of_the_bundled_site_leads_to_a_file(bundled: Registry) -> None:
    """The same of the real one; no page but the first is larger than a reader waits for."""
    site = site_of(bundled)
    assert list(dead(site)) == []
    assert len(site["index.html"]) < 1_010_000
    pages = {name: data for name, data in site.items() if re.match(r"(en|ja)/.*\.html", name)}
    assert max(map(len, pages.values())) < 500_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_the_same_each_time(lang: str) -> None:
    """Two builds give the same bytes."""
    one, two = (site_of(nkj.load(FIXTURE), lang, BASE) for _ in range(2))
    assert one == two


def test_the_sums_are_those_of_the_files(site: dict[str, bytes]) -> None:
    """``sha256sum --check SHA256SUMS`` would pass, and no file is left out."""
    lines = site["SHA256SUMS"].decode("utf-8").splitlines()
    pairs = [line.split("  ", 1) for line in lines]
    told = {name: digest for digest, name in pairs}
    assert told == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in site.items()
        if name != "SHA256SUMS"
    }


def test_with_its_address_known_programs_are_told_it(registry: Registry) -> None:
    """Canonical addresses, a sitemap of every page, and entries of feed and calendar that lead to
    the site; without it none of these, and nothing absolute but sources.
    """
    site = site_of(registry, base=BASE)
    page = "en/id/payment-reporting.html"
    assert f'rel="canonical" href="{BASE}{page}"' in site[page].decode()
    places = {place.text for place in ET.fromstring(site["sitemap.xml"]).iter() if place.text}
    wanted = {f"{BASE}{name}" for name in site if name.endswith(".html")}
    assert {place for place in places if place.strip()} == wanted
    entry = "{http://www.w3.org/2005/Atom}entry"
    link = "{http://www.w3.org/2005/Atom}link"
    for found in ET.fromstring(site["feed.atom"]).iter(entry):
        (address,) = (
            one.attrib["href"] for one in found.iter(link) if one.attrib["rel"] == "alternate"
        )
        assert address.removeprefix(BASE) in site
    assert BASE.encode() in site["nkj.ics"].replace(b"\r\n ", b"")
    alone = site_of(registry)
    assert "sitemap.xml" not in alone
    assert not [name for name, data in alone.items() if b"example.org/sanctions" in data]


def test_a_foreign_registry_has_its_own_names() -> None:
    """No frame names a country: the sender of this registry is another."""
    site = site_of(nkj.load(ROOT / "tests" / "foreign"))
    assert list(dead(site)) == []
    for name, data in site.items():
        if name.endswith((".html", ".md", ".txt", ".json")):
            assert not re.search("Japan(?!ese)|日本(?!語)", data.decode("utf-8")), name


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """A name that opens a tag, or a link of Markdown, is shown as it stands."""
    text = (FIXTURE / "registry.yaml").read_text(encoding="utf-8")
    hostile = "</title><script>alert(1)</script><b title='x'>[go](javascript:alert(2)) &amp;"
    changed = re.sub(
        r"(?m)^(  - id: .*\n(?:    .*\n)*?    name:\n      en: ).*$",
        lambda m: m.group(1) + json.dumps(hostile),
        text,
    )
    (tmp_path / "registry.yaml").write_text(changed, encoding="utf-8")
    site = site_of(nkj.load(tmp_path))
    assert list(dead(site)) == []
    for name, data in site.items():
        if name.endswith(".html") and name != "index.html":
            found, tags = in_html(data.decode("utf-8"))
            assert not tags & {"script", "b", "iframe", "object"}, name
            assert not [address for address in found if address.startswith("javascript:")]
        if name.endswith((".md", ".txt")):
            assert not re.search(r"(?<!\\)\]\(javascript:", data.decode("utf-8")), name


def test_the_guide_is_in_its_form(site: dict[str, bytes]) -> None:
    """A title, a summary, sections of links, as llmstxt.org has it; each measure is there."""
    text = site["llms.txt"].decode("utf-8")
    assert re.match(r"# [^\n]+\n\n> [^\n]+\n\n", text)
    assert text.count("\n# ") == 0
    assert "\n## Optional\n" in text
    for name in _json(site["api/v1/index.json"])["records"]["measures"]:
        assert f"(en/id/{name}.md)" in text


def test_a_registry_with_nothing_but_a_measure(tmp_path: Path) -> None:
    """No exchange, no party, no indicator: the site goes without what is not there."""
    whole = (ROOT / "tests" / "exports" / "odd.yaml").read_text(encoding="utf-8")
    (tmp_path / "odd.yaml").write_text(whole, encoding="utf-8")
    assert list(dead(site_of(nkj.load(tmp_path)))) == []


def test_what_is_not_installed_is_left_out_and_told(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is whole without it, and every link still leads somewhere."""
    from nkj import exports
    from nkj.problems import WrongUsage

    real = exports.files

    def without(name: str, job: exports.Job) -> Any:
        if exports.FORMATS[name].extra:
            raise WrongUsage("usage.extra-missing", text=name, extra=exports.FORMATS[name].extra)
        return real(name, job)

    monkeypatch.setattr(exports, "files", without)
    missing: list[str] = []
    whole: Plan = plan(registry, "en", "", "1")
    site = {file.name: file.data for file in files(whole, missing=missing.append)}
    assert set(missing) == {"parquet", "excel", "calendar"}
    assert list(dead(site)) == []
    assert "nkj.ics" not in site


def test_the_guide_for_hosts_reads_the_site_right(
    tmp_path: Path, bundled: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines of docs/site.md find the file that holds on a day."""
    from nkj.exports import File, folders
    from nkj.site import days as day_files
    from nkj.site import machines

    whole = plan(bundled, "en", "", "1")
    wanted = [file for file in machines.files(whole) if file.name.endswith("index.json")]
    status = [f for f in day_files.files(whole) if f.name.startswith("api/v1/status/")]
    made: list[File] = [*wanted, *status]
    folders.write(tmp_path / "public", made)
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    found: dict[str, Any] = {}
    exec(compile(code, "site.md", "exec"), found)
    told = {row["id"]: row["state"] for row in found["answer"]["measures"]}
    answer = nkj.status(bundled, "2014-08-01", origin="all").measures
    assert told == {row.id: row.state for row in answer}
