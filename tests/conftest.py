"""What the tests share: running the program as a user does, and the frozen fixture registry."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import hypothesis
import pytest

import nkj
from nkj.model import Registry

Given = TypeVar("Given")

ROOT = Path(__file__).resolve().parent.parent
FIXTURE = ROOT / "tests" / "fixture"

#: How many random cases each law is tried on: ``pytest --hypothesis-profile=deep tests/property``.
for name, examples in (("few", 8), ("usual", 20), ("deep", 2000)):
    hypothesis.settings.register_profile(
        name, max_examples=examples, deadline=None, derandomize=name != "deep", print_blob=True
    )
hypothesis.settings.load_profile("usual")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="rewrite expected outputs; read them before you commit them",
    )
    parser.addoption(
        "--browser",
        action="store_true",
        help="fail where no browser is found, instead of leaving its tests out",
    )


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees or fills the user's cache."""
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    yield
    patch.undo()


def apart(asked: Coroutine[Any, Any, Given]) -> Given:
    """Run a coroutine in a thread of its own: a browser's tests keep a loop running in this one."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, asked).result()


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def bundled() -> Registry:
    return nkj.load(ROOT / "data")


@pytest.fixture
def run() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program in a process of its own, without a terminal."""

    def call(
        *words: str, cwd: Path = ROOT, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        clean = {
            k: v
            for k, v in os.environ.items()
            if not k.startswith("NKJ_") and k not in ("COLUMNS", "LANG", "LC_ALL")
        }
        env = {**clean, **environment}
        return subprocess.run(
            [sys.executable, "-m", "nkj", *words],
            cwd=cwd,
            env=env,
            capture_output=True,
            timeout=300,
        )

    return call


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A running browser; without one the test is left out and says so, unless --browser is given,
    as .ci/run does.
    """
    program = shutil.which("chromium")
    missing = "no chromium on this machine" if program is None else ""
    if importlib.util.find_spec("playwright") is None:
        missing = "playwright is not installed (the extra browser)"
    if missing and request.config.getoption("--browser"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    playwright = importlib.import_module("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield running
        running.close()
