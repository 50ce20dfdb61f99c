"""Where one warm ``nkj status`` spends its time, as shares of the whole.

    python benchmarks/where.py

The profiler weighs calls more than they cost; the shares say where to look, not how long it takes.
"""

from __future__ import annotations

import cProfile
import importlib
import os
import pstats
import sys
from contextlib import redirect_stdout, suppress

STEPS = {
    "reading the files and taking their digest": [("store.py", "key_at")],
    "decoding the compiled registry": [("store.py", "fetch")],
    "working out the answer": [("queries/status.py", "status")],
    "making and drawing the sheet": [("sheets/status.py", "sheet"), ("formats/table.py", "render")],
}


def _run() -> None:
    importlib.import_module("nkj.cli.main").main()


def main() -> None:
    """Profile one run in this process and print the shares."""
    os._exit = sys.exit  # type: ignore[assignment]  # the program leaves at once; here the profile is still to be told
    sys.argv = ["nkj", "status"]
    profile = cProfile.Profile()
    with (
        open(os.devnull, "w", encoding="utf-8") as nothing,
        redirect_stdout(nothing),
        suppress(SystemExit),
    ):
        profile.runcall(_run)
    stats = pstats.Stats(profile)
    found: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = stats.stats  # type: ignore[attr-defined]
    rest = 1.0
    for step, functions in STEPS.items():
        spent = sum(
            row[3]
            for (file, _, name), row in found.items()
            if any(file.endswith(f) and name == n for f, n in functions)
        )
        share = spent / stats.total_tt  # type: ignore[attr-defined]
        rest -= share
        print(f"{step:45} {share:4.0%}", file=sys.stderr)
    print(f"{'importing (most of it Typer) and reading the words':45} {rest:4.0%}", file=sys.stderr)


if __name__ == "__main__":
    main()
