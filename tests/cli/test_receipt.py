"""``nkj receipt``: an answer that can be held against the registry later."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nkj import receipts
from tests.conftest import FIXTURE

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
QUESTION = ("status", "--on", "2014-07-05")


def _kept(run: Run, folder: Path, *question: str, registry: Path = FIXTURE) -> Path:
    done = run("receipt", "--registry", str(registry), "--", *question)
    assert done.returncode == 0, done.stderr
    path = folder / "receipt.json"
    path.write_bytes(done.stdout)
    return path


@pytest.mark.parametrize(
    "question",
    [
        *(QUESTION, ("show", "port-ban-flagged-ships"), ("sources",)),
        *(("ask", "--on", "2014"), ("deadlines", "2014"), ("search", "harbour")),
        ("list", "events"),
    ],
)
def test_it_holds_what_the_command_says(
    run: Run, tmp_path: Path, question: tuple[str, ...]
) -> None:
    """Question, answer, digest, and which registry said it; checked, it holds."""
    path = _kept(run, tmp_path, *question)
    told = json.loads(path.read_text())
    answer = run(*question, "--registry", str(FIXTURE), "--format", "json").stdout
    assert told["answer"] == json.loads(answer)
    assert told["registry"] == told["answer"]["registry"]
    assert told["digest"] == receipts.digest_of(told["answer"])
    done = run("receipt", "--check", str(path), "--registry", str(FIXTURE))
    assert done.returncode == 0
    assert b"still" in done.stdout


def test_a_registry_that_says_otherwise_is_told_with_what_changed(run: Run, tmp_path: Path) -> None:
    """Which record, which key, before and after; a newer version alone is no change."""
    path = _kept(run, tmp_path, *QUESTION)
    text = (FIXTURE / "registry.yaml").read_text(encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_text(text.replace("version: fixture", "version: newer"), encoding="utf-8")
    done = run("receipt", "--check", str(path), "--registry", str(other))
    assert done.returncode == 0
    assert b"newer" in done.stdout
    other.write_text(text.replace("in_force: 2010-04-02", "in_force: 2010-04-03"), encoding="utf-8")
    assert other.read_text(encoding="utf-8") != text
    done = run("receipt", "--check", str(path), "--registry", str(other))
    assert done.returncode == 1
    assert '.since: "2010-04-02" → "2010-04-03"'.encode() in done.stdout


def test_today_stays_the_day_of_the_receipt(run: Run, tmp_path: Path) -> None:
    """It is asked again as if on that day."""
    path = _kept(run, tmp_path, "status")
    told = json.loads(path.read_text())
    assert told["answer"]["on"] == told["today"]
    day = "2012-01-31"
    answer = json.loads(run("status", "--on", day, "--registry", str(FIXTURE), "-f", "json").stdout)
    told |= {"today": day, "answer": answer, "digest": receipts.digest_of(answer)}
    path.write_text(json.dumps(told))
    done = run("receipt", "--check", str(path), "--registry", str(FIXTURE))
    assert done.returncode == 0


def test_a_receipt_that_was_changed_is_told(run: Run, tmp_path: Path) -> None:
    """Its answer does not have its digest."""
    path = _kept(run, tmp_path, *QUESTION)
    path.write_text(path.read_text().replace('"in_force": true', '"in_force": false'))
    done = run("receipt", "--check", str(path), "--registry", str(FIXTURE))
    assert done.returncode == 1
    assert b"not as it was written" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--check", "README.md"),
        ("--check", "nowhere.json"),
        ("--check", "README.md", "--", *QUESTION),
        ("--check",),
        ("--", "validate"),
        ("--", "status", "--format", "csv"),
        ("--", "status", "--registry=tests/fixture"),
        ("--", "status", "--on", "2014-02-30"),
    ],
)
def test_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    """One sentence, exit code 2."""
    done = run("receipt", *words)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert done.stdout == b""


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"receipt": 1}', '{"receipt": 1, "question": [1], "answer": {}}']
)
def test_what_is_no_receipt(text: str) -> None:
    """It is not taken for one."""
    assert receipts.read(text) is None


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"a": 1}, {"a": 1, "schema": 2}, []),
        ({"a": 1}, {"a": 2}, [("a", "1", "2")]),
        ({"a": 1}, {}, [("a", "1", "")]),
        ({"m": [{"id": "x"}]}, {"m": [{"id": "y"}, {"id": "x"}]}, [("m.y", "", '{"id": "y"}')]),
        ({"m": ["x"]}, {"m": ["y", "x"]}, [("m", '["x"]', '["y", "x"]')]),
    ],
)
def test_differences_are_told_by_their_place(
    before: dict[str, Any], after: dict[str, Any], told: list[tuple[str, str, str]]
) -> None:
    """A record by its id, so that one more does not shift the others."""
    assert list(receipts.differences(before, after)) == told


@pytest.mark.parametrize(
    "words", [("--rows", "a.csv"), ("-o", "a.csv"), ("--output=a.csv",), ("--help",), ("-oa.csv",)]
)
def test_no_receipt_reads_or_writes_a_file(
    words: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    """Also one that somebody sent, when it is asked again."""
    asked = ("ask", *words)
    done = run("receipt", "--registry", str(FIXTURE), "--", *asked)
    assert (done.returncode, done.stdout) == (2, b"")
    path = _kept(run, tmp_path, "ask", "--on", "2014")
    told = json.loads(path.read_text())
    path.write_text(json.dumps({**told, "question": asked}))
    done = run("receipt", "--check", str(path), "--registry", str(FIXTURE), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert [one.name for one in tmp_path.iterdir()] == ["receipt.json"]
