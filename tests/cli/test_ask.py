"""``nkj ask`` as a user meets it: one act, and a table of them."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
FULL = ["purpose=other", "payer=resident", "payee=dprk", "place=japan", "trade=none"]


def _first(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of an answer."""
    assert done.returncode == 0, done.stderr
    return done.stdout.decode("utf-8").splitlines()[0]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ["remit", "yen=3,000,001", *FULL, "--on", "2011-05-10"],
            "Must be reported: above 3,000,000 yen (since 2010-07-06).",
        ),
        (
            ["remit", "yen=3 million", *FULL, "--on", "2011-05-10"],
            "Allowed: must be reported only above 3,000,000 yen (since 2010-07-06).",
        ),
        (
            ["remit", "yen=1000000", *FULL, "--on", "2018-06-01"],
            "Forbidden: as a payment to North Korea (since 2016-02-26).",
        ),
        (
            ["carry-cash", "yen=500万", "--on", "2014-07-04"],
            "Must be declared: above 1,000,000 yen",
        ),
        (
            ["travel", "person=traveller", "--on", "2018"],
            "Discouraged, not forbidden: for everyone in Japan (since 2016-02-10).",
        ),
        (["carry-cash", "yen=1", "--on", "2003"], "Unknown: nothing is recorded of this day."),
        (
            ["import", "way=freight", "origin=dprk", "goods=other", "--on", "2027-04-14"],
            "Unknown: what held is not known for certain: Ban on imports.",
        ),
        (
            ["carry-cash", "--on", "2012-03-03"],
            "Depends: must be declared above 100,000 yen (since 2010-07-06).",
        ),
    ],
)
def test_the_first_line_says_it_in_words(words: list[str], line: str, run: Run) -> None:
    """The verdict, with the figure and its own day."""
    assert _first(run("ask", *words, "--format", "plain", COLUMNS="200")).startswith(line)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["remit", "yen=50000", "--on", "2020"],
            "forbidden as a payment to North Korea (since 2016-02-26, "
            "unless humanitarian and at most 100,000 yen) if payee:",
        ),
        (
            ["enter", "person=national", "--on", "2020"],
            "(since 2016-02-10..2016-02-19, unless special circumstances such as sports events)",
        ),
        (
            ["remit", "yen=50000", "payee=dprk", "purpose=other", "trade=none", "--on", "2020"],
            "if payer: a resident of Japan or payer: a non-resident and place of payment: out of",
        ),
        (
            ["remit", "yen=5000000", "payer=resident", "purpose=other", "--on", "2012"],
            "an import that needs approval and has none (since 2006-10-14); must be reported above",
        ),
        (
            ["export", "--on", "2020"],
            "forbidden as luxury goods (since 2006-11-15) or as gold and other precious metals, "
            "listed with luxury goods (since 2006-11-15) if way: freight",
        ),
        (
            ["remit", "yen=5000000", "purpose=other", "trade=none", "--on", "2012"],
            "if payer: a resident of Japan and payee: a person living",
        ),
    ],
)
def test_a_line_that_depends_can_be_read_one_way_only(
    words: list[str], told: str, run: Run
) -> None:
    """What would be let go, every way in which a rule may speak, and nothing twice."""
    assert told in _first(run("ask", *words, "--format", "plain"))


def test_a_name_that_nobody_bears_is_said_to_be_unknown(run: Run) -> None:
    """Whoever has mistyped a name must not take the answer for one about its bearer."""
    words = ["ask", "deal", "party=Xyzzy Trading", "--on", "2020", "--format", "plain"]
    assert _first(run(*words)).startswith("Depends: no party on record bears that name; needs")
    assert "登録簿にない" in _first(run(*words, "--lang", "ja"))


def test_an_id_is_never_taken_for_a_namesake(run: Run) -> None:
    """A body and a ship bear the name Koti; their ids tell them apart."""
    words = ["ask", "deal", "party=koti-corp", "--on", "2020"]
    assert _first(run(*words)).startswith("Needs permission")


def test_what_qualifies_a_rule_that_spoke_is_shown_with_it(run: Run) -> None:
    """That a ban is one in principle is no detail to be asked for."""
    words = ["ask", "land", "person=crew", "--on", "2010", "--format", "plain"]
    assert "In principle." in run(*words).stdout.decode("utf-8")


def test_the_answer_is_not_advice_and_says_how_far_evidence_reaches(run: Run) -> None:
    """Both stand at the foot, in both languages."""
    for lang, advice in (("en", "not legal advice"), ("ja", "法的助言ではない")):
        told = run("ask", "fly-charter", "--on", "2020", "--lang", lang).stdout.decode("utf-8")
        assert advice in told
        assert "2026-02-16" in told


def test_explain_shows_the_conditions_as_they_were_met(run: Run) -> None:
    """Each with what decided it."""
    words = ["ask", "carry-cash", "yen=100001", "--on", "2012-03-03", "--explain"]
    told = " ".join(run(*words, COLUMNS="200").stdout.decode("utf-8").split())
    assert "amount in yen above 100,000: yes" in told
    assert "cash-declaration-2010-07-06" in told


def test_without_facts_the_limits_of_the_day(run: Run) -> None:
    """A short table of every rule, the general one named as such."""
    told = run("ask", "remit", "--on", "2012-03-03", COLUMNS="200").stdout.decode("utf-8")
    for words in ("above 3,000,000 yen", "above 30,000,000 yen", "general rule", "2010-07-06"):
        assert words in told


def test_json_has_what_is_missing(run: Run) -> None:
    """Each answer with the verdict that it would give, amounts as spans."""
    done = run("ask", "carry-cash", "--on", "2012-03-03", "--format", "json")
    body = json.loads(done.stdout)
    assert body["verdict"] == "depends"
    assert body["missing"] == [
        {"fact": "yen", "would_give": {"..100000": "allowed", "100001..": "must-declare"}}
    ]
    assert body["not_weighed"]
    assert set(body["others"][0]["sources"]) <= set(body["sources"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["remitt"], "Did you mean 'remit'"),
        (["remit", "yn=3"], "Did you mean 'yen'"),
        (["remit", "yen=lots"], "no whole amount"),
        (["remit", "yen=1.5"], "no whole amount"),
        (["remit", "purpose=gift"], "humanitarian, weapons, other"),
        (["remit", "yen"], "FACT=VALUE"),
        (["remit", "yen=1", "yen=2"], "twice"),
        (["call", "called=2016-02-30"], "no day 2016-02-30"),
        (["remit", "-o", "x.csv"], "--rows"),
        (["--rows", "x.csv"], "-o"),
        (["remit", "yen=1", "--rows", "x.csv", "-o", "y.csv"], "its own facts"),
    ],
)
def test_wrong_usage_says_what_would_be_right(words: list[str], told: str, run: Run) -> None:
    """Exit 2, nothing on standard output."""
    done = run("ask", *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode("utf-8")


def test_names_serve_as_well_as_ids(run: Run) -> None:
    """In either language and any case."""
    words = ["ask", "現金等を北朝鮮へ携帯して持ち出す", "yen=50万円", "--on", "2012-03-03"]
    assert _first(run(*words)).startswith("Must be declared")
    words = ["ask", "travel", "person=A Traveller", "--on", "2018"]
    assert _first(run(*words)).startswith("Discouraged")


# A table of acts

ROWS = (
    "id,on,conduct,yen,person,comment\r\n"
    '1,2012-03-03,carry-cash,"500,000",,"said ""hello"""\r\n'
    "2,2012-03-03,carry-cash,100000,,\r\n"
    "3,2018,travel,,traveller,é\r\n"
    "4,2012-02-30,carry-cash,1,,\r\n"
    "5,2012-03-03,carry-cash,lots,,\r\n"
    "6,2012-03-03,fly,,,\r\n"
    "7,2012-03-03,carry-cash\r\n"
    "\r\n"
    "8,2012-03-03,carry-cash,1,,,more\r\n"
    "9,2012-03-03,carry-cash,,,\r\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table with good rows and bad ones."""
    path = tmp_path / "acts.csv"
    path.write_bytes(ROWS.encode("utf-8"))
    return path


def _rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def test_rows_are_answered_in_place(table: Path, run: Run) -> None:
    """Order and cells are kept, bad rows say what is wrong, and the exit code tells of them."""
    out = table.with_name("out.csv")
    done = run("ask", "--rows", str(table), "-o", str(out))
    assert done.returncode == 1
    assert done.stdout == b""
    assert "5 of 10 rows had a problem" in done.stderr.decode("utf-8")
    given, got = _rows(table), _rows(out)
    assert got[0] == [*given[0], "verdict", "measures", "events", "missing", "problem"]
    assert len(got) == len(given)
    by_id = {row[0]: row for row in got[1:] if row}
    assert [row[0] for row in got[1:] if row] == [*"123456789"]
    assert by_id["1"][:6] == given[1]
    assert by_id["1"][6:] == [
        *("must-declare", "cash-declaration", "cash-declaration-2010-07-06", "", "")
    ]
    assert by_id["2"][6] == "allowed"
    assert by_id["3"][5:7] == ["é", "discouraged"]
    assert "2012-02-30" in by_id["4"][10]
    assert "lots" in by_id["5"][10]
    assert "fly-charter" in by_id["6"][10]
    assert "3 cells" in by_id["7"][10]
    assert by_id["8"][10:] == ["this row has 7 cells, the header 6", "more"]
    assert by_id["9"][6:] == ["depends", "", "", "yen", ""]


def test_what_serves_all_rows(tmp_path: Path, run: Run) -> None:
    """``--conduct`` and ``--on`` stand in for columns; other columns are left alone."""
    path, out = tmp_path / "a.csv", tmp_path / "b.csv"
    path.write_text("yen,remark\n100001,x\n", encoding="utf-8")
    words = ["--conduct", "carry-cash", "--on", "2012-03-03"]
    assert run("ask", "--rows", str(path), "-o", str(out), *words).returncode == 0
    assert _rows(out)[1][:3] == ["100001", "x", "must-declare"]
    assert out.read_bytes().endswith(b"\n")
    assert b"\r" not in out.read_bytes()


def test_bytes_that_are_no_utf_8_stay_as_they_are(tmp_path: Path, run: Run) -> None:
    """Nothing of a file in another encoding is lost."""
    path, out = tmp_path / "a.csv", tmp_path / "b.csv"
    path.write_bytes("on,yen,名前\r\n2012-03-03,5,山田\r\n".encode("cp932"))
    assert run("ask", "carry-cash", "--rows", str(path), "-o", str(out)).returncode == 0
    assert "山田".encode("cp932") in out.read_bytes()


@pytest.mark.parametrize(
    ("content", "words", "told"),
    [
        ("", ["--conduct", "remit"], "no header"),
        ("yen\n1\n", ["--conduct", "remit"], "no column 'on'"),
        ("on\n2012\n", [], "no column 'conduct'"),
        ("on,on\n", ["--conduct", "remit"], "twice"),
        ("on,verdict\n", ["--conduct", "remit"], "'verdict' already"),
        ("on,yen\n", ["--conduct", "remitt"], "Did you mean 'remit'"),
        (f'on,yen\n2012,"{"x" * 200_000}', ["--conduct", "remit"], "line"),
    ],
)
def test_a_file_that_cannot_be_used(
    content: str, words: list[str], told: str, tmp_path: Path, run: Run
) -> None:
    """Wrong usage, and no output."""
    path, out = tmp_path / "a.csv", tmp_path / "b.csv"
    path.write_text(content, encoding="utf-8")
    done = run("ask", "--rows", str(path), "-o", str(out), *words)
    assert done.returncode == 2
    assert told in done.stderr.decode("utf-8")
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_kept_without_force(table: Path, run: Run) -> None:
    """And replaced with it, by a whole one."""
    out = table.with_name("out.csv")
    out.write_text("old", encoding="utf-8")
    words = ["ask", "--rows", str(table), "-o", str(out)]
    assert run(*words).returncode == 2
    assert out.read_text(encoding="utf-8") == "old"
    assert run(*words, "--force").returncode == 1
    assert out.read_text(encoding="utf-8") != "old"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_nothing(number: signal.Signals, tmp_path: Path) -> None:
    """Neither a half file nor a draft: the old file stays."""
    source, out = tmp_path / "pipe", tmp_path / "out.csv"
    os.mkfifo(source)
    out.write_text("old", encoding="utf-8")
    words = ["ask", "carry-cash", "--rows", str(source), "-o", str(out), "--force"]
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"import sys; sys.argv = ['nkj', *{words!r}]\n"
        "from nkj.cli.main import main; main()"
    )
    child = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)
    with source.open("w", encoding="utf-8") as pipe:
        pipe.write("on,yen\n" + "2012-03-03,5\n" * 1000)
        pipe.flush()
        draft = tmp_path / f".out.csv.{child.pid}"
        while not draft.exists():  # the marker that it is at work
            assert child.poll() is None, child.stderr and child.stderr.read()
            time.sleep(0.01)
        child.send_signal(number)
        child.wait(timeout=60)
    child.communicate()
    assert child.returncode in (128 + number, -number)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "pipe"]
    assert out.read_text(encoding="utf-8") == "old"
