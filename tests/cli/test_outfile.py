"""Files that a command makes: whole or not at all, and never over one that is there."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_a_file_that_is_there_is_kept(run: Run, tmp_path: Path) -> None:
    """Without --force it is wrong usage; with it the rights of the file stay."""
    there = tmp_path / "page.html"
    there.write_text("mine", encoding="utf-8")
    there.chmod(0o640)
    assert run("page", "-o", str(there)).returncode == 2
    assert there.read_text(encoding="utf-8") == "mine"
    assert run("page", "-o", str(there), "--force").returncode == 0
    assert there.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert there.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["page.html"]


def test_a_link_stays_a_link(run: Run, tmp_path: Path) -> None:
    """What it points to is replaced."""
    (tmp_path / "real.html").write_text("old", encoding="utf-8")
    (tmp_path / "link.html").symlink_to("real.html")
    assert run("page", "-o", str(tmp_path / "link.html"), "--force").returncode == 0
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").stat().st_size > 1000


def test_standard_output_and_a_file_get_the_same(run: Run, tmp_path: Path) -> None:
    """``-o -`` prints the file, and no sentence."""
    printed = run("page", "-o", "-")
    assert run("page", "-o", str(tmp_path / "page.html")).returncode == 0
    assert printed.stdout == (tmp_path / "page.html").read_bytes()
    assert printed.stderr == b""


@pytest.mark.parametrize("there", [None, b"old"])
def test_a_full_disk_leaves_nothing_half_written(there: bytes | None, tmp_path: Path) -> None:
    """The old file stays, or none; no draft stays either."""
    target = tmp_path / "page.html"
    if there is not None:
        target.write_bytes(there)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    words = [sys.executable, "-m", "nkj", "page", "-o", str(target), "--force"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(words, preexec_fn=small, env=environment, capture_output=True, timeout=60)
    assert done.returncode == 3
    assert target.name.encode() in done.stderr
    assert (target.read_bytes() if target.exists() else None) == there
    assert {name for name in os.listdir(tmp_path) if name != "cache"} == {
        name for name in ("page.html",) if there is not None
    }


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    """Nor is a file in a folder that is not there."""
    assert run("page", "-o", str(tmp_path)).returncode == 2
    assert run("page", "-o", str(tmp_path / "absent" / "page.html")).returncode == 3


def test_a_device_takes_it_as_it_is() -> None:
    """No device is moved away by a file in its place."""
    words = [sys.executable, "-m", "nkj", "page", "-o", "/dev/null"]
    assert subprocess.run(words, capture_output=True, timeout=60).returncode == 0
    assert Path("/dev/null").is_char_device()
