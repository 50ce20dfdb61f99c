"""What a keeper should look at on a day."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from nkj import days
from nkj.cli import app, asking
from nkj.queries.due import due
from tests.build import event, measure, registry
from tests.conftest import FIXTURE, ROOT

SOUND = ROOT / "tests" / "problems" / "sound.yaml"

ONE = registry(
    measure(event("imposed", "2010-01-01", until="2011-03-31")),
    verified_from="2009-01-01",
    verified_through="2010-12-31",
)


def test_what_ends_soon_is_due() -> None:
    """Within 90 days, its last day included; not before."""
    assert due(ONE, "2010-12-30").measures == ()
    (near,) = due(ONE, "2010-12-31").measures
    assert (near.left, near.past) == (90, False)
    (last,) = due(ONE, "2011-03-31").measures
    assert (last.left, last.past) == (0, False)


def test_what_is_past_its_evidence_is_due() -> None:
    """Whatever came after its last day, nobody has looked."""
    (past,) = due(ONE, "2011-04-01").measures
    assert (past.left, past.past) == (-1, True)
    assert due(ONE, "2011-04-01").unseen == 91


def test_what_is_known_to_have_lapsed_is_not_due() -> None:
    """Evidence reaches past its end."""
    known = registry(
        measure(event("imposed", "2010-01-01", until="2010-03-31")), verified_through="2010-12-31"
    )
    assert due(known, "2011-01-01").measures == ()


def test_the_command_says_it(run: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    """In words and as data."""
    done = run("validate", str(FIXTURE), "--due")
    assert done.returncode == 0
    assert b"No evidence was seen for the last" in done.stdout
    body = json.loads(run("validate", str(FIXTURE), "--due", "--format", "json").stdout)
    assert body["unseen"] > 0


@pytest.mark.parametrize(
    ("day", "code", "strict"),
    [("2012-01-01", 0, 0), ("2012-04-01", 0, 1), ("2012-05-01", 0, 1), ("2012-05-02", 1, 1)],
)
def test_a_script_learns_it_from_the_exit_code(
    day: str, code: int, strict: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """1 once something is past its last day and nobody has looked; with --strict 90 days before."""
    # The port ban ends on 2012-05-01.
    file = tmp_path / "a.yaml"
    file.write_text(SOUND.read_text().replace("through: 2020-12-31", "through: 2011-12-31"))
    with asking.as_if_on(days.parse_day(day)):
        assert app.run(["validate", str(file), "--due"]) == code
        assert app.run(["validate", str(file), "--due", "--strict"]) == strict
        assert app.run(["validate", str(file), "--due", "-f", "json"]) == code
    assert capfd.readouterr().err == ""


def test_a_registry_with_problems_has_only_these(
    run: Callable[..., subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    """Whatever is due, what it says cannot be trusted."""
    file = tmp_path / "a.yaml"
    file.write_text(SOUND.read_text().replace("until: 2012-05-01", "until: 2010-05-02"))
    done = run("validate", str(file), "--due")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"a.yaml:" in done.stderr


def test_one_question_at_a_time(run: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    """What is due is another sheet than how well the events are known."""
    done = run("validate", "--due", "--evidence")
    assert done.returncode == 2
    assert b"--evidence" in done.stderr
