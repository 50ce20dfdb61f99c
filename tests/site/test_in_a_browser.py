"""Pages of the site in a real browser: to everybody, without a network, from the disk."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

import nkj
from nkj.exports import folders
from nkj.site import files, plan
from tests.conftest import FIXTURE
from tests.page.conftest import Tab

PAGES = (
    "index.html",
    "en/index.html",
    "en/days.html",
    "en/downloads.html",
    "en/pictures.html",
    "en/list/events.html",
    "en/id/payment-reporting.html",
    "ja/id/payment-reporting.html",
    "ja/days.html",
)
WAYS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site") / "public"
    folders.write(made, files(plan(nkj.load(FIXTURE), "en", "", "1")))
    return made


@pytest.mark.parametrize("way", WAYS)
def test_axe_finds_nothing(way: str, folder: Path, chromium: Any) -> None:
    """In light, dark and on a phone; and no page is wider than the window."""
    axe = importlib.import_module("axe_playwright_python.sync_playwright").Axe()
    exchange = next((folder / "en" / "id").glob("*/*.html")).parent.name
    for name in (*PAGES, f"en/id/{exchange}.html"):
        tab = Tab(chromium, folder / name, **WAYS[way])
        found = axe.run(tab.page).response["violations"]
        assert found == [], (name, [(one["id"], one["nodes"][0]["html"]) for one in found])
        wider = tab.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wider, name
        tab.close()


def test_it_asks_only_for_its_own_files(folder: Path, chromium: Any) -> None:
    """Style and pictures beside it, by the policy of every page; nothing is refused."""
    for name in PAGES:
        tab = Tab(chromium, folder / name)
        assert not tab.faults, name
        assert all(address.startswith(folder.as_uri()) for address in tab.requests), name
        styled = tab.page.evaluate("getComputedStyle(document.body).maxWidth")
        assert styled != "none", name
        tab.close()
