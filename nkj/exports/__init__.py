"""The registry in the formats of other tools, each file the same bytes every time.

What lives here: the names of the formats, what each writes, and making one. What does not: any
format (its own module, loaded when it is asked for), and writing to disk (``folders``,
``cli.outfile``).

A new format is a row in ``FORMATS`` and a module of that name (``-`` becomes ``_``) with
``files(job)``, which gives each file's name and bytes; a format of one file gives it no name.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from nkj import days
from nkj.choices import Day, OriginChoice
from nkj.formats.linking import nowhere
from nkj.model import Registry
from nkj.problems import WrongUsage
from nkj.tables.panel import Period


class Format(NamedTuple):
    """A format: whether it is a folder of files, the endings of names that mean it, and the extra
    of the package that brings what it needs.
    """

    folder: bool = False
    endings: tuple[str, ...] = ()
    extra: str = ""


#: Every format by its name, in the order in which help names them. A longer ending goes first.
FORMATS: dict[str, Format] = {
    "csv": Format(folder=True),
    "datapackage": Format(folder=True),
    "parquet": Format(folder=True, extra="parquet"),
    "sqlite": Format(endings=(".sqlite", ".sqlite3", ".db")),
    "xlsx": Format(endings=(".xlsx",), extra="excel"),
    "ics": Format(endings=(".ics",), extra="calendar"),
    "atom": Format(endings=(".atom",)),
    "ftm": Format(endings=(".ftm.json", ".ftm", ".jsonl")),
    "bibtex": Format(endings=(".bib",)),
    "csl-json": Format(endings=(".csl.json", ".csl")),
    "json": Format(endings=(".json",)),
    "panel": Format(endings=(".panel.csv",)),
}


class Span(NamedTuple):
    """What a panel is asked for: periods, days and measures, as words typed."""

    by: Period = "month"
    first: Day | None = None
    last: Day | None = None
    measures: tuple[str, ...] = ()
    origin: OriginChoice = "all"


class Job(NamedTuple):
    """What to export: a registry, in which language (where a format has but one), and, of a panel,
    what it shows. ``tell`` is called with the name of each part that begins, ``address_of`` with
    the id of a record: the address of its page, or nothing.
    """

    registry: Registry
    lang: str
    span: Span
    tell: Callable[[str], None]
    address_of: Callable[[str], str] = nowhere


class File(NamedTuple):
    """A file: its name within the folder (nothing if it is the only one), and its bytes."""

    name: str
    data: bytes


class _Exporter(Protocol):
    """A module that makes files."""

    def files(self, job: Job) -> Iterator[File]:
        """Every file of the export."""


def files(name: str, job: Job) -> Iterator[File]:
    """The files of an export, each made when its turn comes.

    Raises ``WrongUsage`` if a package that this format needs is not installed.
    """
    form = FORMATS[name]
    try:
        module = import_module(f"nkj.exports.{name.replace('-', '_')}")
    except ModuleNotFoundError as error:
        if not form.extra or str(error.name).startswith("nkj"):
            raise
        raise WrongUsage("usage.extra-missing", text=name, extra=form.extra) from None
    return cast("_Exporter", module).files(job)


def format_of(name: str) -> str | None:
    """The format that a file's name means by its ending, or None."""
    lowered = name.lower()
    endings = ((ending, form) for form, about in FORMATS.items() for ending in about.endings)
    fitting = [(len(ending), form) for ending, form in endings if lowered.endswith(ending)]
    return max(fitting)[1] if fitting else None


def moment(registry: Registry) -> dt.datetime:
    """When the registry was as it is: the first moment of the day or month that its version names,
    else of the last day for which evidence was seen. Never the clock, so that the same registry
    gives the same bytes.
    """
    named = re.match(r"(\d{4})[.-](\d{1,2})(?:[.-](\d{1,2}))?(?!\d)", registry.version)
    if named is not None:
        year, month, day = (int(part) if part else 1 for part in named.groups())
        try:
            return dt.datetime(year, month, day, tzinfo=dt.UTC)
        except ValueError:
            pass  # a version that only looks like a day
    through = registry.verified_through
    day_of = dt.date(1980, 1, 1) if through is None else dt.date.fromordinal(through)
    return dt.datetime(day_of.year, day_of.month, day_of.day, tzinfo=dt.UTC)


def known_by(registry: Registry, name: str) -> str:
    """A record's id as it is known outside of the registry, which others may share it with."""
    sides = registry.programme
    return f"{name}@{sides.sender.id}-{sides.target.id}"


def urn(registry: Registry, name: str) -> str:
    """An address of no place that stays the same for the same record of the same programme."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"nkj:{known_by(registry, name)}").urn


def evidence_until(registry: Registry) -> str:
    """The last day for which evidence was seen, or nothing."""
    return "" if registry.verified_through is None else days.iso(registry.verified_through)
