"""A real browser for the page, where there is one: Debian's Chromium, without any network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import nkj
from nkj.model import Registry
from nkj.page import page
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def file(bundled: Registry, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the bundled registry."""
    made = tmp_path_factory.mktemp("page") / "page.html"
    made.write_text(page(bundled, "en"), encoding="utf-8")
    return made


@pytest.fixture(scope="session")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of another sender's registry, which has parties and no rules."""
    made = tmp_path_factory.mktemp("page") / "foreign.html"
    made.write_text(page(nkj.load(ROOT / "tests" / "foreign"), "en"), encoding="utf-8")
    return made


class Tab:
    """One open page, with every request and fault that it made."""

    def __init__(self, chromium: Any, file: Path, **settings: Any) -> None:
        settings = {"viewport": {"width": 1280, "height": 900}, "offline": True, **settings}
        self._context = chromium.new_context(**settings)
        self.page = self._context.new_page()
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.goto(file.as_uri())

    def ask(self, address: str) -> None:
        """Change what stands behind the #, and let the page follow."""
        self.page.evaluate(
            """(hash) => new Promise((done) => {
                if (location.hash === hash) return done();
                addEventListener("hashchange", () => setTimeout(done), { once: true });
                location.hash = hash;
            })""",
            address,
        )

    def rows(self, name: str) -> dict[str, Any]:
        """What the rows say, by the id of their measure."""
        told = self.page.evaluate(
            """(name) => [...document.querySelectorAll(`[data-measure][data-${name}]`)]
                .map((row) => ({ ...row.dataset, text: row.textContent }))""",
            name,
        )
        assert len({row["measure"] for row in told}) == len(told)
        return {row["measure"]: row for row in told}

    def close(self) -> None:
        self._context.close()


@pytest.fixture
def tab(chromium: Any, file: Path) -> Iterator[Tab]:
    opened = Tab(chromium, file)
    yield opened
    opened.close()
