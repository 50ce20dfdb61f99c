"""10,000 events as dense as real ones, and reading the bundled registry's text.

    python benchmarks/real.py [--rounds 5] [--events 10000]

The large registry is the bundled one repeated (``generate.py --real``). Run it with the interpreter
of the environment that nkj is installed in. The limits printed gate nothing.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from measure import (
    LINE_PROGRAM,
    NKJ,
    ROOT,
    TABLE_PROGRAM,
    Program,
    Run,
    emptied,
    paired,
    ratio,
    surroundings,
    tell,
    written,
)
from scale import BARE_PASS

import nkj
from nkj.model import Registry

DATA = str(ROOT / "data")
ONE = ["status", "--measure", "port-ban-dprk-flagged"]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--events", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = folder / "large"
        generator = str(ROOT / "benchmarks" / "generate.py")
        subprocess.run(
            [sys.executable, generator, str(given.events), str(large), "--real"], check=True
        )
        print(f"Medians of {given.rounds} paired rounds; {given.events:,} events at real density")
        _cold(folder, large)
        _warm(folder, large, given.rounds)
        _history(large, given.rounds)
        _reading(folder, given.rounds)


def _cold(folder: Path, large: Path) -> None:
    home = surroundings(folder / "cold")
    words = [*ONE, "--format", "json", "--registry", str(large)]
    programs = {
        "cold": Program([NKJ, *words], home, emptied(folder / "cold")),
        "bare pass": _bare_pass(folder, str(large), home),
    }
    runs = paired(programs, 1, warm_up=False)
    tell("cold, one measure, to a bare pass", ratio(runs, "cold", "bare pass"), 5)
    tell("cold, peak memory", _peak(runs["cold"]), 250, "MiB")


def _peak(runs: Sequence[Run]) -> float:
    return statistics.median(run.peak_kib for run in runs) / 1024


def _warm(folder: Path, large: Path, rounds: int) -> None:
    home = surroundings(folder / "warm")
    where = ["--registry", str(large)]
    programs = {
        "line": Program([sys.executable, written(folder, "line.py", LINE_PROGRAM)], home),
        "table": Program([sys.executable, written(folder, "table.py", TABLE_PROGRAM)], home),
        "json": Program([NKJ, *ONE, "--format", "json", *where], home),
        "status": Program([NKJ, *ONE, *where], home),
    }
    runs = paired(programs, rounds)
    tell("warm, one measure as JSON, to the line program", ratio(runs, "json", "line"), 1.30)
    tell("warm, one measure as a table, to the table program", ratio(runs, "status", "table"))
    tell("warm, one measure as JSON, peak memory", _peak(runs["json"]), unit="MiB")


def _history(large: Path, rounds: int) -> None:
    """``history`` of every measure as a library call, for each event, beside the bundled one."""
    ratios = [_history_per_event(large) / _history_per_event(ROOT / "data") for _ in range(rounds)]
    tell("history of all per event, to the bundled registry", statistics.median(ratios), 1.20)


def _history_per_event(path: Path) -> float:
    """Loaded anew, so that nothing is known from before, and with every record made."""
    registry = nkj.load(path)
    _made(registry)
    events = sum(len(measure.events) for measure in registry.measures)
    begun = time.process_time()
    nkj.history(registry, origin="all")
    return (time.process_time() - begun) / events


def _made(registry: Registry) -> None:
    for name in registry.__struct_fields__:
        section = getattr(registry, name)
        if isinstance(section, Sequence):
            len(section)


def _reading(folder: Path, rounds: int) -> None:
    """What must read the text whatever is cached, on the bundled registry."""
    home = surroundings(folder / "reading")
    programs = {
        "bare pass": _bare_pass(folder, DATA, home),
        "validate": Program([NKJ, "validate", DATA], home),
        "format": Program([NKJ, "format", "--check", DATA], home),
    }
    runs = paired(programs, rounds)
    tell("validate, to a bare pass", ratio(runs, "validate", "bare pass"), 2.8)
    tell("format --check, to a bare pass", ratio(runs, "format", "bare pass"), 4)


def _bare_pass(folder: Path, registry: str, home: dict[str, str]) -> Program:
    return Program([sys.executable, written(folder, "pass.py", BARE_PASS), registry], home)


if __name__ == "__main__":
    main()
