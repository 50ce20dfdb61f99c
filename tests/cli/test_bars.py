"""``nkj timeline --bars`` on the command line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from tests.conftest import FIXTURE

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_into_a_pipe_it_is_as_wide_as_columns_says(run: Run) -> None:
    """Else 100; without a colour, and with the same characters where there is one."""
    for columns, width in (("60", 60), ("80", 80), ("200", 200), ("", 100)):
        done = run("timeline", "--bars", COLUMNS=columns)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"\x1b" not in done.stdout
        longest = max(map(cell_len, done.stdout.decode().splitlines()))
        assert width - 5 <= longest <= width


def test_colour_is_only_for_those_who_want_it(run: Run) -> None:
    """``NO_COLOR`` wins; with colour the families have one each, and nothing else is told by it."""
    coloured = run("timeline", "--bars", FORCE_COLOR="1").stdout
    assert b"\x1b[36m" in coloured
    plain = run("timeline", "--bars", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert plain == run("timeline", "--bars").stdout


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("timeline 2014-07 2016 --bars ports", "timeline --bars --from 2014-07 --to 2016 -m ports"),
        ("--bars timeline 2016", "timeline --bars 2016"),
        ("timeline --bars -f md", "timeline --bars --format markdown"),
    ],
)
def test_days_and_measures_are_typed_as_for_the_timeline(words: str, same: str, run: Run) -> None:
    """In any order, with the options for them too."""
    done, other = (run(*typed.split(), NKJ_REGISTRY=str(FIXTURE)) for typed in (words, same))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == other.stdout


def test_json_has_the_rows_and_a_bad_word_is_wrong_usage(run: Run) -> None:
    """Exit code 2 with a sentence, and nothing on standard output."""
    body = json.loads(run("timeline", "--bars", "2016", "ports", "-f", "json").stdout)
    assert {row["row"] for row in body["bars"]} == {"bargain", "occasion", "measure"}
    assert {row["family"] for row in body["measures"]} == {"ports"}
    for words in (("2014-13-01",), ("nobody-knows-this",), ("--origin", "mars")):
        done = run("timeline", "--bars", *words)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Traceback" not in done.stderr


def test_a_receipt_holds_it(run: Run) -> None:
    """As it holds any other answer of the timeline."""
    done = run("receipt", "--registry", str(FIXTURE), "--", "timeline", "--bars", "2014")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["answer"]["bars"]
