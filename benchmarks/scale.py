"""How nkj grows: invented registries of 1,000, 10,000 and 100,000 events.

    python benchmarks/scale.py [--rounds 7] [--events 1000 10000 100000]

Run it with the interpreter of the environment that nkj is installed in. Cold: an empty cache,
beside a bare pass over the parser events of the same files. Warm: beside the table program of
``measure``. The limits printed gate nothing.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import (
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

BARE_PASS = """\
import sys
from pathlib import Path

import yaml

for path in sorted(Path(sys.argv[1]).glob("*.yaml")):
    for _ in yaml.parse(path.read_bytes(), Loader=yaml.CSafeLoader):
        pass
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--events", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    given = parser.parse_args()
    sizes: dict[int, dict[str, list[Run]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for events in given.events:
            sizes[events] = _one_size(Path(folder), events, given.rounds)
            _tell_size(events, sizes[events])
    _tell_growth(sizes)


def _one_size(folder: Path, events: int, rounds: int) -> dict[str, list[Run]]:
    registry = folder / str(events)
    subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "generate.py"), str(events), str(registry)],
        check=True,
    )
    found = re.search(r"id: (remittances-\d+)\n", (registry / "sanctions.yaml").read_text("utf-8"))
    assert found is not None
    warm, cold = surroundings(folder / "warm"), surroundings(folder / "cold")
    where = ["--registry", str(registry)]
    one = ["status", "--measure", found.group(1), "--format", "json", *where]
    programs = {
        "bare pass": Program(
            [sys.executable, written(folder, "pass.py", BARE_PASS), str(registry)], warm
        ),
        "cold": Program([NKJ, *one], cold, emptied(folder / "cold")),
    }
    answers = {
        "table": Program([sys.executable, written(folder, "table.py", TABLE_PROGRAM)], warm),
        "status --measure ID --format json": Program([NKJ, *one], warm),
        "history -m ID": Program([NKJ, "history", "-m", found.group(1), *where], warm),
        "diff 2010 2014": Program([NKJ, "diff", "2010", "2014", *where], warm),
    }
    # A cold run can take half a minute: fewer rounds for it. The warm-up of the others fills their
    # cache.
    return {**paired(programs, min(rounds, 3), warm_up=False), **paired(answers, rounds)}


def _tell_size(events: int, runs: dict[str, list[Run]]) -> None:
    print(f"{events:,} events")
    tell("cold, to a bare pass over the parser events", ratio(runs, "cold", "bare pass"), 5)
    tell(
        "cold, peak memory",
        statistics.median(run.peak_kib for run in runs["cold"]) * 1024 / 1e9,
        0.8,
        "GB",
    )
    tell(
        "warm status --measure ID --format json, to the table program",
        ratio(runs, "status --measure ID --format json", "table"),
        5,
    )
    tell("warm history -m ID, to the table program", ratio(runs, "history -m ID", "table"))
    tell(
        "warm diff 2010 2014 (every measure), to the table program",
        ratio(runs, "diff 2010 2014", "table"),
    )


def _tell_growth(sizes: dict[int, dict[str, list[Run]]]) -> None:
    """What one more event costs, at each size beside the size before: 1 is linear."""
    counts = list(sizes)
    for small, middle, large in zip(counts, counts[1:], counts[2:], strict=False):
        print(
            f"Growth: the time for one more event between {middle:,} and {large:,}, "
            f"to that between {small:,} and {middle:,}"
        )
        for name in sizes[large]:
            if name == "table":
                continue
            at = [
                statistics.median(run.seconds for run in sizes[count][name])
                for count in (small, middle, large)
            ]
            early, late = (at[1] - at[0]) / (middle - small), (at[2] - at[1]) / (large - middle)
            tell(name, late / early)


if __name__ == "__main__":
    main()
