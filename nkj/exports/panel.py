"""Every measure in every month or on every day, as one CSV file."""

from __future__ import annotations

from collections.abc import Iterator

from nkj.exports import File, Job
from nkj.exports.cells import for_spreadsheets
from nkj.tables import panel


def files(job: Job) -> Iterator[File]:
    """One file."""
    job.tell("panel")
    span = job.span
    made = panel(job.registry, span.by, span.first, span.last, span.measures, span.origin)
    yield File("", for_spreadsheets(made))
