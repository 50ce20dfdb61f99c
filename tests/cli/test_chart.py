"""``nkj chart``: forms, data, and what is wrong usage."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_a_picture_with_its_data(run: Run, tmp_path: Path) -> None:
    """The SVG, and beside it exactly what is drawn."""
    words = ["chart", "timeline", "-o", str(tmp_path / "t.svg"), "--data", str(tmp_path / "t.csv")]
    done = run(
        *words, "--measure", "ports", "--from", "2014-07", "--to", "2016", "--title", "<Own>"
    )
    assert done.returncode == 0
    svg = (tmp_path / "t.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg ")
    assert "&lt;Own&gt;" in svg
    with open(tmp_path / "t.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    eased = [row for row in rows if row["state"] == "eased"]
    assert [(row["id"], row["first_day"]) for row in eased] == [
        ("port-ban-dprk-flagged", "2014-07-04")
    ]
    assert {row["id"] for row in rows if row["row"] == "measure"} >= {"charter-flight-ban"}


def test_html_lets_in_its_own_style_alone(run: Run, tmp_path: Path) -> None:
    """The picture in a page; a mouse over a mark tells what it is."""
    assert run("chart", "timeline", "-o", str(tmp_path / "t.html")).returncode == 0
    text = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert "<title>Ban on imports: in force, 2006-10-14</title>" in text


@pytest.mark.parametrize(
    "words",
    [
        ["nothing", "-o", "x.svg"],
        ["timeline", "-o", "x.doc"],
        ["timeline", "-o", "x.svg", "--from", "never"],
        ["timeline", "-o", "x.svg", "--measure", "nothing-such"],
        ["timeline", "-o", "x.svg", "--width", "10"],
        ["timeline"],
    ],
)
def test_wrong_usage_writes_nothing(words: list[str], run: Run, tmp_path: Path) -> None:
    """Each is told in a sentence with code 2."""
    done = run("chart", *words, cwd=tmp_path, PYTHONPATH=str(ROOT))
    assert done.returncode == 2
    assert done.stderr.startswith(b"nkj: ")
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_a_sentence_says_how_to_get_it(tmp_path: Path) -> None:
    """SVG and HTML need none."""
    code = (
        "import sys; sys.modules['typst'] = None\n"
        f"sys.argv = ['nkj', 'chart', 'timeline', '-o', {str(tmp_path / 't.png')!r}]\n"
        "from nkj.cli.main import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, timeout=60)
    assert done.returncode == 2
    assert b"nkj[pictures]" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_one_end_alone_leaves_the_other_open(run: Run, tmp_path: Path) -> None:
    """``--from`` has no end and ``--to`` no beginning, as for ``nkj timeline``."""
    asked = (
        (["freezes", "--from", "2017"], "2018-04-10", "2016-12-09"),
        (["thresholds", "--to", "2010"], "2009-05-12", "2016-02-19"),
    )
    for words, drawn, left_out in asked:
        out = tmp_path / "data.csv"
        done = run("chart", *words, "-o", str(tmp_path / "x.svg"), "--data", str(out), "--force")
        assert done.returncode == 0, done.stderr
        text = out.read_text(encoding="utf-8-sig")
        assert drawn in text, words
        assert left_out not in text, words
