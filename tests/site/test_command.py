"""``nkj site``: what is kept, what is taken away, what is wrong usage."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import FIXTURE, ROOT

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def _names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_it_writes_a_folder_and_says_how_much(run: Run, tmp_path: Path) -> None:
    """The whole folder, nothing on standard output, and the program's own sums are right."""
    out = tmp_path / "public"
    done = run("site", str(out), "--registry", str(FIXTURE))
    assert done.returncode == 0, done.stderr
    assert done.stdout == b""
    assert f"{len(_names(out)):,} files".encode() in done.stderr
    checked = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=out, capture_output=True
    )
    assert checked.returncode == 0, checked.stdout
    assert (out / "index.html").is_file()


def test_a_folder_with_something_in_it_is_kept(run: Run, tmp_path: Path) -> None:
    """Nothing is written beside it; a file in its place is kept too."""
    (tmp_path / "mine.txt").write_text("mine")
    done = run("site", str(tmp_path), "--registry", str(FIXTURE))
    assert done.returncode == 2
    assert b"--force" in done.stderr
    assert _names(tmp_path) == {"mine.txt"}
    assert run("site", str(tmp_path / "mine.txt"), "--force").returncode == 2
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_new_site_takes_the_old_one_s_files_away(run: Run, tmp_path: Path) -> None:
    """Those that it has not; what somebody added or changed stays."""
    out = tmp_path / "public"
    assert run("site", str(out), "--registry", str(ROOT / "tests" / "foreign")).returncode == 0
    old = _names(out)
    changed = out / "en" / "id" / sorted(path.name for path in (out / "en" / "id").glob("*.md"))[0]
    changed.write_text("changed by hand")
    (out / "mine.txt").write_text("mine")
    assert run("site", str(out), "--registry", str(FIXTURE), "--force").returncode == 0
    fresh = tmp_path / "fresh"
    assert run("site", str(fresh), "--registry", str(FIXTURE)).returncode == 0
    assert _names(out) - _names(fresh) == {"mine.txt", str(changed.relative_to(out))}
    assert old - _names(out)
    assert not [path for path in out.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_sums_that_lead_outside_take_nothing_away(run: Run, tmp_path: Path) -> None:
    """A list of files that somebody made up cannot reach out of the folder."""
    out, outside = tmp_path / "public", tmp_path / "keep.txt"
    outside.write_bytes(b"")
    (out / "real").mkdir(parents=True)
    (out / "linked").symlink_to(tmp_path)
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    names = ["../keep.txt", str(outside), "linked/keep.txt", "real/../../keep.txt"]
    (out / "SHA256SUMS").write_text("".join(f"{empty}  {name}\n" for name in names))
    assert run("site", str(out), "--registry", str(FIXTURE), "--force").returncode == 0
    assert outside.exists()


@pytest.mark.parametrize(
    "base",
    ["example.org", "ftp://example.org/", "https://", "https://a b/", "https://x/?q#y", "//x"],
)
def test_an_address_must_be_whole(base: str, run: Run, tmp_path: Path) -> None:
    """Wrong usage, before anything is made."""
    done = run("site", str(tmp_path / "public"), "--base", base)
    assert done.returncode == 2
    assert b"https://example.org/" in done.stderr
    assert not (tmp_path / "public").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files")
def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    """Exit code 3 and one sentence; the folder is as it was before: not there."""
    import resource

    out = tmp_path / "public"
    done = subprocess.run(
        [sys.executable, "-m", "nkj", "site", str(out), "--registry", str(FIXTURE)],
        cwd=ROOT,
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)),
        timeout=120,
    )
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == []
