"""The commands of those who keep a registry: its evidence, its schema."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest

from tests.conftest import FIXTURE, ROOT

Run = Callable[..., subprocess.CompletedProcess[bytes]]
BAD = ROOT / "tests" / "problems" / "bad-date" / "bad.yaml"


@pytest.mark.parametrize("kind", ["table", "plain", "markdown"])
def test_evidence_is_told_in_every_format(kind: str, run: Run) -> None:
    """Family by family: how many events are confirmed, and which rest on one source."""
    done = run("validate", str(FIXTURE), "--evidence", "--format", kind)
    assert done.returncode == 0
    assert "50%" in done.stdout.decode()


def test_evidence_as_json_stands_beside_the_problems(run: Run) -> None:
    """The same figures, as numbers."""
    done = run("validate", str(FIXTURE), "--evidence", "--format", "json")
    body = json.loads(done.stdout)
    assert not any(problem["severity"] == "error" for problem in body["problems"])
    (ports,) = (row for row in body["evidence"]["families"] if row["family"] == "ports")
    assert ports["confirmed"] > 0


def test_a_bad_registry_has_no_evidence(run: Run) -> None:
    """Its problems, and nothing else."""
    done = run("validate", str(BAD), "--evidence")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"bad-date" in done.stderr


def test_the_schema_is_json(run: Run) -> None:
    """For editors, with the vocabulary of the registry that is given."""
    done = run("schema", "--registry", str(FIXTURE))
    assert done.returncode == 0
    assert "report_above_jpy" in json.loads(done.stdout)["$defs"]["Terms"]["properties"]
