"""Programs run side by side: in every round each once, in random order, so that a busy machine is
busy for all of them.

What lives here: running, timing, peak memory, ratios, and the small programs that nkj is compared
with. A ratio is the median of the rounds' ratios; only ratios are printed, since seconds say more
about a machine than about a program.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
#: The console script beside the interpreter that runs the benchmark.
NKJ = str(Path(sys.executable).parent / "nkj")

TABLE_PROGRAM = """\
import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer(add_completion=False)


@app.command()
def show(day: str = "2014-07-05") -> None:
    table = Table("Measure", "State", "Since", "Until", "Next", "What holds")
    for number in range(31):
        ends = ("2015-04-13", "2015-04-14")
        table.add_row(f"measure-{number}", "in force", day, *ends, "Port entry ban on ships")
    Console().print(table)


app()
"""
LINE_PROGRAM = """\
import typer

app = typer.Typer(add_completion=False)


@app.command()
def show(day: str = "2014-07-05") -> None:
    print(f"in force on {day}")


app()
"""
#: Runs one program and tells its time of processor and its peak. What else the machine does then
#: counts less than in the time that passes. A child's peak counts from the size of the process
#: that started it, so this one is as small as an interpreter can be.
LAUNCHER = """\
import os, sys
nothing = [(os.POSIX_SPAWN_OPEN, out, os.devnull, os.O_WRONLY, 0) for out in (1, 2)]
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=nothing)
_, state, used = os.wait4(child, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(state))
"""


class Run(NamedTuple):
    """One run of a program: seconds of processor time, and its peak of memory."""

    seconds: float
    peak_kib: int


class Program(NamedTuple):
    """What to run, in which surroundings, and what to do before each run (outside the clock)."""

    words: Sequence[str]
    environment: dict[str, str]
    before: Callable[[], None] = lambda: None


def surroundings(home: Path) -> dict[str, str]:
    """An environment with its own home and cache, and nothing set that changes what nkj prints."""
    home.mkdir(parents=True, exist_ok=True)
    dropped = ("NKJ_", "COLUMNS", "NO_COLOR", "PYTHON", "LC_", "LANG", "XDG_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(dropped)}
    return {**kept, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "LC_ALL": "C.UTF-8"}


def emptied(folder: Path) -> Callable[[], None]:
    """What to do before a first run: there is no cache."""
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def written(folder: Path, name: str, text: str) -> str:
    """A small program as a file."""
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def once(program: Program) -> Run:
    """Run a program with its output thrown away."""
    program.before()
    command = [sys.executable, "-I", "-S", "-c", LAUNCHER, *program.words]
    told = subprocess.run(
        command, env=program.environment, stdout=subprocess.PIPE, check=True, text=True
    ).stdout.split()
    if told[2] != "0":
        raise SystemExit(f"failed: {' '.join(program.words)}")
    return Run(float(told[0]), int(told[1]))


def paired(programs: dict[str, Program], rounds: int, warm_up: bool = True) -> dict[str, list[Run]]:
    """Run all programs in each round, in random order; one round before does not count."""
    runs: dict[str, list[Run]] = {name: [] for name in programs}
    for number in range(rounds + warm_up):
        order = list(programs)
        random.shuffle(order)
        for name in order:
            run = once(programs[name])
            if number or not warm_up:
                runs[name].append(run)
    return runs


def ratio(runs: dict[str, list[Run]], one: str, other: str) -> float:
    """How many times as long ``one`` takes."""
    return statistics.median(
        a.seconds / b.seconds for a, b in zip(runs[one], runs[other], strict=True)
    )


def peak_ratio(runs: dict[str, list[Run]], one: str, other: str) -> float:
    """How many times as much memory ``one`` needs at its peak."""
    return statistics.median(
        a.peak_kib / b.peak_kib for a, b in zip(runs[one], runs[other], strict=True)
    )


def tell(what: str, found: float, limit: float | None = None, unit: str = "x") -> None:
    """One line: what, the ratio, its limit, and whether it is kept."""
    kept = (
        ""
        if limit is None
        else f"  limit {limit:.2f}  {'kept' if round(found, 2) <= limit else 'MISSED'}"
    )
    print(f"{what:<66} {found:7.2f} {unit}{kept}", flush=True)
