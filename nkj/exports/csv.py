"""A folder of CSV files for spreadsheets: one a table, no cell a formula."""

from __future__ import annotations

from collections.abc import Iterator

from nkj.exports import File, Job
from nkj.exports.cells import for_spreadsheets
from nkj.tables import TABLES, table


def files(job: Job) -> Iterator[File]:
    """One file a table."""
    for name in TABLES:
        job.tell(name)
        yield File(f"{name}.csv", for_spreadsheets(table(job.registry, name)))
