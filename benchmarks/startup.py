"""How long nkj takes to answer from the bundled registry, beside programs that do almost nothing.

    python benchmarks/startup.py [--rounds 25] [--no-wheel]

Run it with the interpreter of the environment that nkj is installed in. The limits printed gate
nothing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import (
    LINE_PROGRAM,
    NKJ,
    ROOT,
    TABLE_PROGRAM,
    Program,
    emptied,
    paired,
    peak_ratio,
    ratio,
    surroundings,
    tell,
    written,
)

ANSWERS = {
    "nkj status": ["status"],
    "nkj status --format json": ["status", "--format", "json"],
    "nkj --help": ["--help"],
    "nkj exchanges stockholm-2014": ["exchanges", "stockholm-2014"],
}
TIME_LIMITS = {"nkj status": 1.30}
MEMORY_LIMITS = {"nkj status": 1.25}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--no-wheel", action="store_true", help="do not build and install a wheel")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _answers(Path(folder), given.rounds)
        if not given.no_wheel:
            _wheel(Path(folder), given.rounds)


def _answers(folder: Path, rounds: int) -> None:
    warm, cold = surroundings(folder / "warm"), surroundings(folder / "cold")
    table, line = (
        written(folder, "table.py", TABLE_PROGRAM),
        written(folder, "line.py", LINE_PROGRAM),
    )
    programs = {
        "bare": Program([sys.executable, "-c", "pass"], warm),
        "table": Program([sys.executable, table], warm),
        "line": Program([sys.executable, line], warm),
        **{name: Program([NKJ, *words], warm) for name, words in ANSWERS.items()},
        "first": Program([NKJ, "status"], cold, emptied(folder / "cold")),
    }
    runs = paired(programs, rounds)
    print(
        f"Time, medians of {rounds} paired rounds. "
        "Table program: Typer and Rich, 31 rows of 6 cells. Line: Typer alone."
    )
    for name in ("table", "line", "nkj status"):
        tell(f"{name}, to a bare interpreter", ratio(runs, name, "bare"))
    for name in ANSWERS:
        tell(f"{name}, to the table program", ratio(runs, name, "table"), TIME_LIMITS.get(name))
    tell(
        "nkj status --format json, to the line program",
        ratio(runs, "nkj status --format json", "line"),
        1.35,
    )
    tell("nkj --help, to the line program", ratio(runs, "nkj --help", "line"))
    tell(
        "checkout: first run with an empty cache, to the second", ratio(runs, "first", "nkj status")
    )
    print("Peak memory")
    for name in ANSWERS:
        tell(
            f"{name}, to the table program",
            peak_ratio(runs, name, "table"),
            MEMORY_LIMITS.get(name),
        )
    tell(
        "nkj status --format json, to the line program",
        peak_ratio(runs, "nkj status --format json", "line"),
    )
    tell(
        "checkout: first run with an empty cache, to the second",
        peak_ratio(runs, "first", "nkj status"),
    )


def _wheel(folder: Path, rounds: int) -> None:
    """The first run of an installed wheel on a fresh home beside the second."""
    built, venv = folder / "dist", folder / "venv"
    steps = (
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(built), str(ROOT)],
        [sys.executable, "-m", "venv", str(venv)],
    )
    try:
        for step in steps:
            subprocess.run(step, check=True, capture_output=True)
        wheel = str(next(built.glob("*.whl")))
        subprocess.run(
            [str(venv / "bin" / "pip"), "install", "-q", wheel], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        print("Installed wheel: skipped, it could not be built here (pip install build).")
        return
    nkj, warm, fresh = (
        str(venv / "bin" / "nkj"),
        surroundings(folder / "used"),
        surroundings(folder / "fresh"),
    )
    programs = {
        "first": Program([nkj, "status"], fresh, emptied(folder / "fresh")),
        "second": Program([nkj, "status"], warm),
        "table": Program([str(venv / "bin" / "python"), str(folder / "table.py")], warm),
    }
    runs = paired(programs, rounds)
    print("Installed wheel")
    tell("first run on a fresh home, to the second", ratio(runs, "first", "second"), 1.30)
    tell(
        "nkj status, to the table program",
        ratio(runs, "second", "table"),
        TIME_LIMITS["nkj status"],
    )
    tell(
        "nkj status, memory, to the table program",
        peak_ratio(runs, "second", "table"),
        MEMORY_LIMITS["nkj status"],
    )


if __name__ == "__main__":
    main()
