"""What a keeper should look at on a day."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

from nkj.queries.due import due
from tests.build import event, measure, registry
from tests.conftest import FIXTURE

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
