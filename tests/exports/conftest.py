"""What the tests of exports share: each format made once, and a registry full of odd cells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import nkj
from nkj import exports
from nkj.model import Registry
from tests.conftest import ROOT

Made = Callable[[str], Path]


@pytest.fixture(scope="session")
def made(bundled: Registry, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The bundled registry in a format: the file, or the folder."""
    done: dict[str, Path] = {}

    def make(name: str) -> Path:
        if name not in done:
            done[name] = written(bundled, name, tmp_path_factory.mktemp(name.replace("-", "_")))
        return done[name]

    return make


@pytest.fixture(scope="session")
def odd() -> Registry:
    """A registry whose names are formulas, quotes, line ends and letters of many scripts."""
    return nkj.load(ROOT / "tests" / "exports" / "odd.yaml")


def written(registry: Registry, name: str, folder: Path, lang: str = "en") -> Path:
    """A registry written in a format; the path of the file, or of the folder."""
    job = exports.Job(registry, lang, exports.Span(), lambda part: None)
    single = folder / f"file{(*exports.FORMATS[name].endings, '.csv')[0]}"
    for file in exports.files(name, job):
        place = folder / file.name if file.name else single
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.data)
    return single if single.exists() else folder
