"""A table of acts, beside a plain read and write of it, and beside DuckDB on exported spans.

    python benchmarks/acts.py [ROWS]

Prints ratios of processor time from one run: a table's answers and ``nkj ask --rows`` as a whole
against copying the same file with ``csv``; and DuckDB's ``ASOF`` join (docs/scale.md) against its
own read of the file. Gates nothing.
"""

from __future__ import annotations

import csv
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import nkj
from nkj import days
from nkj.queries.acts import Table

ROOT = Path(__file__).resolve().parent.parent
FACTS = {
    "purpose": ["humanitarian", "weapons", "other", ""],
    "payer": ["resident", "non-resident"],
    "payee": ["dprk", "dprk-branch", "elsewhere"],
    "place": ["japan", "abroad"],
    "trade": ["approved", "unapproved", "none"],
}


def main(rows: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        remit, cash = place / "remit.csv", place / "acts.csv"
        _write_acts(remit, cash, rows)
        plain = _spent(lambda: _copy(remit, place / "plain.csv"))
        answered = _spent(lambda: _answer(remit, place / "answered.csv"))
        print(f"rows: {rows:,}; plain csv read and write: {plain:.2f} s of processor time")
        print(f"answered by Table, beside it: {answered / plain:.2f}")
        print(f"nkj ask --rows, start included, beside it: {_command(remit, place) / plain:.2f}")
        _duckdb(cash, place)


def _write_acts(remit: Path, cash: Path, rows: int) -> None:
    dice = random.Random(13)
    first, last = days.parse_day("2004-01-01"), days.parse_day("2026-01-01")
    with remit.open("w", newline="") as one, cash.open("w", newline="") as two:
        payments, carried = csv.writer(one), csv.writer(two)
        payments.writerow(["id", "on", "yen", *FACTS])
        carried.writerow(["id", "on", "yen"])
        for number in range(rows):
            day, yen = days.iso(dice.randint(first, last)), dice.randrange(40_000_000)
            chosen = [dice.choice(values) for values in FACTS.values()]
            payments.writerow([number, day, yen, *chosen])
            carried.writerow([number, day, yen])


def _copy(source: Path, target: Path) -> None:
    with source.open(newline="") as given, target.open("w", newline="") as out:
        csv.writer(out).writerows(csv.reader(given))


def _answer(source: Path, target: Path) -> None:
    table = Table(nkj.load(), "remit", None, str)
    with source.open(newline="") as given, target.open("w", newline="") as out:
        rows = csv.reader(given)
        cells = table.answers(next(rows))
        csv.writer(out).writerows(row + cells(row) for row in rows)


def _spent(work: Callable[[], object]) -> float:
    """Processor seconds, the least of three."""
    times = []
    for _ in range(3):
        before = time.process_time()
        work()
        times.append(time.process_time() - before)
    return min(times)


def _command(source: Path, place: Path) -> float:
    """Processor seconds of the command in a process of its own."""
    words = ["ask", "--rows", str(source), "--conduct", "remit", "-o", str(place / "out.csv")]
    code = (
        "import sys, time; from nkj.cli.app import run\n"
        f"run({[*words, '--force']!r}); print(time.process_time())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _duckdb(cash: Path, place: Path) -> None:
    try:
        import duckdb
    except ImportError:
        print("DuckDB is not installed: its join was not measured")
        return
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"```sql\n(.*?)```", page, re.S)
    words = ["export", "parquet", "-o", str(place / "spans"), "--force"]
    subprocess.run([sys.executable, "-m", "nkj", *words], check=True, capture_output=True)
    query = query.replace("'spans/", f"'{place}/spans/").replace("'acts.csv'", f"'{cash}'")
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    reading = f"CREATE OR REPLACE TABLE plain AS SELECT * FROM '{cash}'"
    read = _spent(lambda: connection.execute(reading))
    query = query.replace("CREATE TABLE", "CREATE OR REPLACE TABLE")
    joined = _spent(lambda: connection.execute(query))
    print(f"DuckDB's ASOF join on exported spans, beside its own read: {joined / read:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
