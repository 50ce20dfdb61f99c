"""What is handed on: the source distribution is whole, and the wheel says under which licences."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytest.importorskip("build")
pytest.importorskip("hatchling")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both distributions, built without any download."""
    return _build(tmp_path_factory.mktemp("dist"))


def _build(folder: Path) -> Path:
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1790812800"}  # docs/releasing.md
    done = subprocess.run(
        [*command, "--sdist", "--wheel", str(ROOT)], capture_output=True, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution as somebody unpacks it elsewhere."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    (root,) = folder.iterdir()
    return root


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Whoever builds a release again can hold it against the published one."""
    again = _build(tmp_path)
    names = sorted(path.name for path in built.iterdir())
    assert len(names) == 2
    assert sorted(path.name for path in again.iterdir()) == names
    for name in names:
        assert (again / name).read_bytes() == (built / name).read_bytes(), name


@pytest.mark.slow
def test_the_source_distribution_passes_its_own_tests(unpacked: Path) -> None:
    """Every test can be collected there, and those that read files beside the code pass."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    pytest_there = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    some = ["tests/docs/test_readme.py", "tests/docs/test_registry_guide.py", "tests/unit"]
    for words in (["--collect-only", "tests"], some):
        done = subprocess.run(
            [*pytest_there, *words], cwd=unpacked, env=environment, capture_output=True
        )
        assert done.returncode == 0, done.stdout.decode()[-2000:]


def test_the_source_distribution_holds_what_git_holds(unpacked: Path) -> None:
    """Nothing that a contributor needs stays behind."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if listed.returncode != 0:
        pytest.skip("not in a git checkout")
    held = {name for name in listed.stdout.decode().split("\0") if (ROOT / name).is_file()}
    there = {str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if path.is_file()}
    assert held - there == set()


def test_the_wheel_names_both_licences(built: Path) -> None:
    """The code's and the registry's, as an SPDX expression and as files."""
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        told = HeaderParser().parsestr(wheel.read(name).decode())
        texts = {
            file: wheel.read(name.replace("METADATA", f"licenses/{file}")).decode()
            for file in told.get_all("License-File") or ()
        }
    assert told["License-Expression"] == "MIT AND CC-BY-4.0"
    assert set(texts) == {"LICENSE", "LICENSE-DATA"}
    assert "MIT" in texts["LICENSE"]
    assert "CC BY 4.0" in texts["LICENSE-DATA"] or "Attribution 4.0" in texts["LICENSE-DATA"]
