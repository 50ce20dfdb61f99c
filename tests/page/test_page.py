"""The page as a file: its size, its policy, and what stands in it without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

import nkj
from nkj.model import Registry
from nkj.page import page
from tests.build import event, measure, registry
from tests.conftest import ROOT


class _Rows(HTMLParser):
    """The elements that carry ``data-measure``, and every address."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[dict[str, str | None]] = []
        self.addresses: list[str | None] = []
        self.styled = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        if "data-measure" in found:
            self.rows.append({"tag": tag, **found})
        self.addresses += [found[name] for name in ("src", "href", "action") if name in found]
        self.styled = self.styled or "style" in found


def _read(text: str) -> _Rows:
    parser = _Rows()
    parser.feed(text)
    return parser


def test_it_is_one_file_of_a_size_that_can_be_sent(file: Path) -> None:
    """At most a million bytes, and nothing in it that a browser would fetch."""
    text = file.read_text(encoding="utf-8")
    assert len(text.encode("utf-8")) <= 1_000_000
    found = _read(text)
    assert all(address and address.startswith("#") for address in found.addresses)
    assert not found.styled


def test_its_policy_lets_in_its_own_style_and_script_alone(file: Path) -> None:
    """Each by its hash; nothing else may run, load or be sent anywhere."""
    text = file.read_text(encoding="utf-8")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.S)
        digest = base64.b64encode(hashlib.sha256(inner.encode("utf-8")).digest()).decode("ascii")
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_without_script_it_is_the_status_of_the_last_day(lang: str, bundled: Registry) -> None:
    """Every measure has one row with the words of the JSON."""
    rows = _read(page(bundled, lang)).rows
    answer = nkj.status(bundled, "2026-02-16", origin="all").measures
    assert {row["data-measure"]: row["data-state"] for row in rows} == {
        row.id: row.state for row in answer
    }
    assert {r["data-measure"]: r["data-until"] for r in rows if "data-until" in r} == {
        row.id: row.until.text for row in answer if row.until
    }
    assert len(rows) == len(answer)


def test_it_is_the_same_each_time(bundled: Registry) -> None:
    """Two runs give the same bytes: no clock, no chance."""
    assert page(bundled, "en") == page(nkj.load(ROOT / "data"), "en")


def test_a_foreign_registry_has_its_own_names() -> None:
    """No word of the frame names a country: the sender of this registry is another."""
    text = page(nkj.load(ROOT / "tests" / "foreign"), "en")
    assert not re.search("Japan(?!ese)|日本(?!語)", text)


@pytest.mark.parametrize(
    ("made_of", "views"),
    [
        (lambda: nkj.load(ROOT / "tests" / "foreign"), {"p"}),
        (lambda: registry(measure(event("imposed", "2006-07-05"))), set()),
    ],
    ids=["parties-alone", "neither"],
)
def test_a_view_is_there_only_with_something_to_show(
    made_of: Callable[[], Registry], views: set[str]
) -> None:
    """A registry without rules has no view of acts, nor a tab; so with parties."""
    text = page(made_of(), "en")
    for kind in ("view", "tab"):
        assert {view for view in ("p", "a") if f'id="{kind}-{view}"' in text} == views


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """A name that would end the data, or open a tag, is shown as it stands."""
    text = (ROOT / "tests" / "fixture" / "registry.yaml").read_text(encoding="utf-8")
    hostile = "</script><script>alert(1)</script><b title='x'>&amp;\\u2028"
    changed = re.sub(
        r"(?m)^(  - id: .*\n(?:    .*\n)*?    name:\n      en: ).*$",
        lambda m: m.group(1) + json.dumps(hostile),
        text,
    )
    assert changed != text
    (tmp_path / "registry.yaml").write_text(changed, encoding="utf-8")
    made = page(nkj.load(tmp_path), "en")
    assert made.count("<script") == 3
    assert "<b title" not in made
