"""A registry is someone else's file: whatever is in it is refused in bounded time and memory, and
told in a few lines.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import nkj
from nkj.problems import MAX_PROBLEMS, Findings
from nkj.registry import files
from nkj.registry.nodes import Budget, read_tree
from tests.conftest import ROOT
from tests.counting import calls_of

MIB = 2**20
SOUND = (ROOT / "tests" / "problems" / "sound.yaml").read_bytes()
SMALL = {
    # libyaml before 0.2.6 hands such nesting on, a newer one refuses it by itself
    "brackets": ("[" * 60_000, "yaml-syntax too-deep odd-key"),
    "braces": ("{" * 60_000, "yaml-syntax too-deep odd-key"),
    "dashes": ("- " * 60_000, "too-deep"),
    "steps": ("\n".join(" " * n + "a:" for n in range(500)), "too-deep"),
    "laughs": (
        "a: &a [x]\n"
        + "".join(
            f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "alias",
    ),
    "long anchor": ("&" + "a" * MIB + " x\n", "anchor"),
    "long tag": ("!<" + "a" * MIB + "> x\n", "tag"),
    "long key twice": (f"? {'k' * MIB}\n: 1\n? {'k' * MIB}\n: 1\n", "duplicate-key"),
    "long scalar": ('measures: "' + "x" * MIB + '"\n', "wrong-shape"),
    "long line": ("measures: [" + "x, " * 20_000 + "]\n", "wrong-shape"),
    "python tag": ('a: !!python/object/apply:os.system ["exit 1"]\n', "tag"),
    "documents": ("---\na: 1\n" * 1000, "several-documents"),
    "merge": ("a: 1\n<<: {b: 2}\n", "merge-key"),
    "controls": ("\x01" * MIB, "forbidden-character"),
}


@pytest.mark.parametrize("name", SMALL)
def test_refused_with_little_to_read(name: str, tmp_path: Path) -> None:
    """Depth, aliases, tags and length are told by their code; no message carries more of the file
    than an excerpt.
    """
    text, code = SMALL[name]
    bad = tmp_path / "bad.yaml"
    bad.write_text(text)
    reading = nkj.read(bad)
    assert reading.registry is None
    assert set(code.split()) & {problem.code for problem in reading.problems}
    assert len(reading.problems) <= MAX_PROBLEMS + 1
    assert all(len(p.message()) + len(p.location.excerpt) < 2000 for p in reading.problems)


def test_more_problems_than_anybody_reads(tmp_path: Path) -> None:
    """Of many errors the first are told, wherever they are found, and that there are more."""
    measure = (
        "  - {{id: m{0}, family: entry, kind: prohibition, origin: unilateral, "
        "name: {{en: a, ja: b}}, "
        "legal_basis: [no{0}], "
        "events: [{{id: e{0}, event: imposed, decision: none{0}, in_force: 2009}}]}}\n"
    )
    bad = tmp_path / "bad.yaml"
    bad.write_text("measures:\n" + "".join(measure.format(n) for n in range(2600)))
    problems = nkj.read(bad).problems
    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-1].code == "too-many"
    bad.write_text("- &a x\n" * 6000)
    assert nkj.read(bad).problems[-1].code == "too-many"


def test_no_file_is_read_past_the_limit(tmp_path: Path) -> None:
    """A sparse terabyte, or many files that are too much together, end at 64 MiB."""
    with open(tmp_path / "sparse.yaml", "wb") as stream:
        stream.truncate(10**12)
    assert [len(file.data) for file in files.read_files(tmp_path)] == [files.MAX_BYTES + 1]
    assert [problem.code for problem in nkj.read(tmp_path).problems] == ["too-large"]


def test_places_far_into_a_file(tmp_path: Path) -> None:
    """Finding line and column of a late fault takes one pass, whatever ends the lines."""
    text = "a\n" * 1_000_000 + "b\r\nc\rd\x01\x01\n\x02"
    findings = Findings()
    file = files.RegistryFile("x", "x", text.encode())
    assert calls_of(lambda: read_tree(file, findings, Budget())) < 1000
    assert [(p.location.line, p.location.column) for p in findings.told()] == [
        (1_000_003, 2),
        (1_000_003, 3),
        (1_000_004, 1),
    ]


FULL = {
    "sixty million brackets": lambda: b"[" * (60 * MIB),
    "million keys": lambda: b"".join(b"k%d: 1\n" % n for n in range(1_000_000)),
    "million terms": lambda: (
        b"measures:\n  - baseline:\n" + b"".join(b"      k%d: 1\n" % n for n in range(1_000_000))
    ),
    "million aliases": lambda: b"- &a x\n" + b"- *a\n" * 1_000_000,
    "four million values": lambda: b"measures: [" + b"x, " * (20 * MIB) + b"]\n",
    "50 MB scalar": lambda: b'measures: "' + b"x" * (50 * MIB) + b'"\n',
    "50 MB anchor": lambda: b"&" + b"a" * (50 * MIB) + b" x\n",
    "60 MB line": lambda: b"# " + b"x" * (60 * MIB) + b"\n",
    "sixty million lines": lambda: b"\n" * (60 * MIB) + b"x\n",
    "late controls": lambda: b"x\n" * (30 * MIB) + b"\x01" * 200,
    "comments in a list": lambda: b"[\n" + b"#x\n" * (15 * MIB),
    "100,000 links to nothing": lambda: (
        SOUND
        + b"".join(
            b"          - source: s-%d-x\n            for: [in_force]\n" % n for n in range(100_000)
        )
    ),
    "100,000 problems": lambda: b"measures:\n" + b"  - id: A B\n" * 100_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FULL)
def test_full_size(name: str, tmp_path: Path) -> None:
    """At most 60 seconds of the processor, 1.25 GiB and 5 MB of messages for 64 MiB of anything."""
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(FULL[name]())
    with open(tmp_path / "told", "wb") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "nkj", "validate", str(bad)], cwd=ROOT, stdout=told, stderr=told
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 1
    assert used.ru_utime + used.ru_stime < 60
    assert used.ru_maxrss < 1.25 * MIB
    assert (tmp_path / "told").stat().st_size < 5_000_000
