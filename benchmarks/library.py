"""How long the library takes for many questions, beside a search in what was worked out before.

    python benchmarks/library.py [--rounds 5] [--sample 8000] [--before CHECKOUT]

Everything happens in one process with the registry loaded. A *bisect* finds, for one measure and
one day, the span that holds in a list that is kept: no answer can be had for less. Each question is
asked of the bundled registry, in each round once in random order; a ratio is the median of the
rounds' ratios, of processor time. ``--before`` asks an older checkout of nkj the same ``diff`` in a
process of its own, in the same rounds. The limits printed gate nothing.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import time
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from measure import ROOT, tell

import nkj
from nkj import replay
from nkj.model import Measure, Registry

FIRST_DAY = 730_000
PANEL_DAYS = 8_000
DIFFS = 5

#: Prints the processor time of some diffs over every measure, the registry loaded.
DIFF_PROGRAM = """\
import sys, time
import nkj
registry = nkj.load(sys.argv[1])
nkj.diff(registry, "2006", "2014")
begun = time.process_time()
for _ in range(int(sys.argv[2])):
    nkj.diff(registry, "2006", "2014")
print(time.process_time() - begun)
"""


class Spans(NamedTuple):
    """The spans of one measure, and the first day of each."""

    firsts: list[float]
    spans: list[replay.Span]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--sample", type=int, default=PANEL_DAYS, help="how many days of the panel to ask"
    )
    parser.add_argument("--before", type=Path, help="an older checkout, for diff")
    given = parser.parse_args()
    registry = nkj.load(ROOT / "data")
    kept = [_spans(registry, measure) for measure in registry.measures]
    days = random.Random(1).sample(range(FIRST_DAY, FIRST_DAY + PANEL_DAYS), 300)
    step = max(1, PANEL_DAYS // given.sample)
    questions: dict[str, Callable[[], float]] = {
        "bisect": lambda: _timed(lambda: _bisects(kept, days), 20),
        "status": lambda: _timed(lambda: _statuses(registry, days), 3),
        "panel bisect": lambda: _timed(lambda: _panel_bisects(kept), 1),
        "panel": lambda: _timed(lambda: _panel(registry, step), 1) * step,
        "diff": lambda: _diffs(ROOT),
    }
    if given.before:
        questions["diff before"] = lambda: _diffs(given.before)
    runs = _paired(questions, given.rounds)
    print(f"Medians of {given.rounds} paired rounds, {len(kept)} measures")
    tell("status(day) of every measure, to a bisect for each", _ratio(runs, "status", "bisect"), 3)
    tell(
        f"panel of every measure and {PANEL_DAYS:,} days, to as many bisects",
        _ratio(runs, "panel", "panel bisect"),
        4,
    )
    if given.before:
        tell(
            "diff of every measure, to the older checkout",
            _ratio(runs, "diff", "diff before"),
            0.10,
        )


def _spans(registry: Registry, measure: Measure) -> Spans:
    life = replay.Life(measure, registry.verified_from, registry.verified_through)
    firsts = [float("-inf") if span.first is None else span.first for span in life.spans]
    return Spans(firsts, list(life.spans))


def _bisects(kept: list[Spans], days: list[int]) -> None:
    for day in days:
        _ = [spans.spans[bisect_right(spans.firsts, day) - 1] for spans in kept]


def _statuses(registry: Registry, days: list[int]) -> None:
    for day in days:
        nkj.status(registry, day, origin="all")


def _panel_bisects(kept: list[Spans]) -> None:
    for spans in kept:
        for day in range(FIRST_DAY, FIRST_DAY + PANEL_DAYS):
            _ = spans.spans[bisect_right(spans.firsts, day) - 1].in_force


def _panel(registry: Registry, step: int) -> None:
    """The days, or every so many of them, as a caller has them who knows only ``status``."""
    for day in range(FIRST_DAY, FIRST_DAY + PANEL_DAYS, step):
        _ = [row.in_force for row in nkj.status(registry, day, origin="all").measures]


def _diffs(checkout: Path) -> float:
    """The time of a few diffs, in a process of its own."""
    command = [sys.executable, "-c", DIFF_PROGRAM, "data", str(DIFFS)]
    # The folder that -c is started in comes first on its path: that nkj is imported, and asked of
    # the registry beside it.
    done = subprocess.run(command, cwd=checkout, check=True, capture_output=True, text=True)
    return float(done.stdout)


def _timed(ask: Callable[[], None], times: int) -> float:
    begun = time.process_time()
    for _ in range(times):
        ask()
    return (time.process_time() - begun) / times


def _paired(questions: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    runs: dict[str, list[float]] = {name: [] for name in questions}
    for _ in range(rounds):
        order = list(questions)
        random.shuffle(order)
        for name in order:
            runs[name].append(questions[name]())
    return runs


def _ratio(runs: dict[str, list[float]], one: str, other: str) -> float:
    return statistics.median(a / b for a, b in zip(runs[one], runs[other], strict=True))


if __name__ == "__main__":
    main()
