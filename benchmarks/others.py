"""The same question asked with other tools: what held on 2014-07-05?

    python benchmarks/others.py [--rounds 20] [--venv FOLDER]

sqlite-utils is asked for the last event of each measure up to that day, from a database filled with
the bundled registry's events, and draws a table. norwegianblue (``eol``), a program of the same
kind for the ends of software, draws a table of 31 rows from a full cache. Both are installed into
an environment made for them. Neither knows what a term or an extension is, so neither gives nkj's
answer: the ratio says what a table from a store costs with each.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import NKJ, Program, paired, peak_ratio, ratio, surroundings, tell

QUESTION = """
select measure, event, effect from (
  select *, row_number() over (partition by measure order by effect desc, position desc) as rank
  from events where effect <= '2014-07-05'
) where rank = 1 order by measure
"""
DAY = ["--on", "2014-07-05", "--origin", "all"]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument(
        "--venv", type=Path, help="where the other tools are or shall be (default: thrown away)"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.venv or Path(folder) / "venv"
        if not _installed(place):
            print("Skipped: sqlite-utils and norwegianblue could not be installed here.")
            return
        _compare(Path(folder), place / "bin", given.rounds)


def _installed(venv: Path) -> bool:
    """True if the tools are there, if need be by now."""
    if (venv / "bin" / "sqlite-utils").exists() and (venv / "bin" / "eol").exists():
        return True
    pip = [str(venv / "bin" / "pip"), "install", "-q", "sqlite-utils>=4,<5", "norwegianblue"]
    try:
        for step in ([sys.executable, "-m", "venv", str(venv)], pip):
            subprocess.run(step, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _compare(folder: Path, tools: Path, rounds: int) -> None:
    home = surroundings(folder / "home")
    database = folder / "events.db"
    _export(database)
    _fill_cache(folder / "home" / "cache" / "norwegianblue")
    programs = {
        "nkj": Program([NKJ, "status", *DAY], home),
        "nkj json": Program([NKJ, "status", *DAY, "--format", "json"], home),
        "sqlite-utils": Program(
            [str(tools / "sqlite-utils"), "query", str(database), QUESTION, "--table"], home
        ),
        "sqlite-utils json": Program(
            [str(tools / "sqlite-utils"), "query", str(database), QUESTION], home
        ),
        "eol": Program([str(tools / "eol"), "invented"], home),
    }
    runs = paired(programs, rounds)
    print(f"Time, medians of {rounds} paired rounds")
    for one, other in (("nkj", "sqlite-utils"), ("nkj json", "sqlite-utils json"), ("nkj", "eol")):
        tell(f"{one}, to {other}", ratio(runs, one, other))
        tell(f"{one}, to {other}, peak memory", peak_ratio(runs, one, other))


def _export(database: Path) -> None:
    """The bundled registry's events, with the day of effect worked out; events without an exact day
    by their last.
    """
    import nkj
    from nkj import days, replay

    with sqlite3.connect(database) as connection:
        connection.execute(
            "create table events (id primary key, measure, event, effect, until, position)"
        )
        for measure in nkj.load().measures:
            for position, event in enumerate(measure.events):
                effect = replay.effect(event)
                day = days.iso(effect.last) if effect and effect.last else None
                row = (
                    event.id,
                    measure.id,
                    event.event,
                    day,
                    event.until.text if event.until else None,
                    position,
                )
                connection.execute("insert into events values (?, ?, ?, ?, ?, ?)", row)
        connection.execute("create index by_day on events (measure, effect)")
    connection.close()


def _fill_cache(cache: Path) -> None:
    """An invented product in the shape of the API's answer, so that nothing is fetched."""
    cache.mkdir(parents=True)
    row = {
        "eol": "2014-07-04",
        "support": "2015-04-13",
        "lts": False,
        "latest": "1.2",
        "latestReleaseDate": "2013-01-01",
    }
    rows = [
        {"cycle": f"release-{number}", "releaseDate": "2006-07-05", **row} for number in range(31)
    ]
    today = dt.datetime.now(dt.UTC).date()
    for day in (today, today + dt.timedelta(days=1)):  # should midnight pass
        (cache / f"{day}-https-endoflife-date-api-invented-json.json").write_text(
            json.dumps(rows), "utf-8"
        )


if __name__ == "__main__":
    main()
