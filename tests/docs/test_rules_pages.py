"""docs/rules.md and docs/scale.md: what they show is run."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

import nkj
from nkj import days
from tests.conftest import ROOT

RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
SCALE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")


def _block(page: str, language: str) -> str:
    (block,) = re.findall(rf"```{language}\n(.*?)```", page, re.S)
    return str(block)


def test_the_rule_shown_is_sound_and_answers(tmp_path: Path) -> None:
    """With a source it is a whole registry."""
    source = "sources: [{id: customs-page, kind: primary, publisher: Customs, title: Cash}]\n"
    (tmp_path / "one.yaml").write_text(_block(RULES, "yaml") + source, encoding="utf-8")
    reading = nkj.read(tmp_path)
    assert {p.code for p in reading.problems} <= {"untranslated"}
    assert reading.registry is not None
    for day, verdict in (("2010-07-05", "allowed"), ("2010-07-06", "must-declare")):
        assert nkj.ask(reading.registry, "carry-cash", day, yen=100_001).verdict == verdict


def test_the_library_call_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """It prints what it says."""
    exec(_block(SCALE, "python"), {})
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in told] == ["must-declare", "allowed"]


def test_the_query_gives_what_ask_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The join on exported spans and ``ask_rows`` say the same of every act."""
    duckdb = pytest.importorskip("duckdb", reason="the extra 'parquet' is not installed")
    from typer.testing import CliRunner

    from nkj.cli.app import app

    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["export", "parquet", "-o", "spans"])
    assert done.exit_code == 0, done.output
    dice = random.Random(13)
    first, last = days.parse_day("2002-01-01"), days.parse_day("2026-12-31")
    acts = [(n, dice.randint(first, last), dice.randrange(2_000_000)) for n in range(2_000)]
    lines = [f"{number},{days.iso(day)},{yen}" for number, day, yen in acts]
    Path("acts.csv").write_text("\n".join(["id,on,yen", *lines, ""]), encoding="utf-8")
    connection = duckdb.connect()
    connection.execute(_block(SCALE, "sql"))
    found = connection.execute("SELECT id, verdict FROM answered ORDER BY id").fetchall()
    rows = [{"on": days.iso(day), "yen": yen} for _, day, yen in acts]
    answers = nkj.ask_rows(nkj.load(), rows, "carry-cash")
    assert found == [(n, a.verdict) for (n, *_), a in zip(acts, answers, strict=True)]
    assert {verdict for _, verdict in found} == {"unknown", "allowed", "must-declare"}
    shutil.rmtree("spans")
