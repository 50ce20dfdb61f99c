"""nkj: measures of one side against another, dated and cited.

    import nkj
    nkj.status(on="2014-07-05")                      # the bundled registry
    registry = nkj.load("my-registry/")
    nkj.status(registry, "2014-07-05", "remittances")
    registry["payment-ban"]

A question takes a registry first, or none for the bundled one, and is given its day: it never reads
the clock. An answer shows itself in a notebook, and ``to_dicts()`` gives its rows.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # for type checkers and editors, which do not see what ``__getattr__`` finds
    from nkj.notebook import html as html
    from nkj.pictures import chart as chart
    from nkj.problems import Problem as Problem
    from nkj.problems import RegistryError as RegistryError
    from nkj.problems import RegistryNotFound as RegistryNotFound
    from nkj.problems import WrongUsage as WrongUsage
    from nkj.queries.acts import ask_rows as ask_rows
    from nkj.queries.ask import ask as ask
    from nkj.queries.bars import bars as bars
    from nkj.queries.cite import cite as cite
    from nkj.queries.deadlines import deadlines as deadlines
    from nkj.queries.diff import diff as diff
    from nkj.queries.exchanges import exchanges as exchanges
    from nkj.queries.history import history as history
    from nkj.queries.overview import overview as overview
    from nkj.queries.parties import parties as parties
    from nkj.queries.records import records as records
    from nkj.queries.search import search as search
    from nkj.queries.show import show as show
    from nkj.queries.sources import sources as sources
    from nkj.queries.status import status as status
    from nkj.queries.timeline import timeline as timeline
    from nkj.registry import load as load
    from nkj.registry import read as read
    from nkj.tables import table as table

__version__ = "0.1.0"

#: Each public name and the module that it is imported from when it is first used. A command needs
#: one question of them; to import all here makes ``nkj status`` 13% slower (processor time, medians
#: of 21 alternating runs).
_HOMES = {
    "Problem": "nkj.problems",
    "RegistryError": "nkj.problems",
    "RegistryNotFound": "nkj.problems",
    "WrongUsage": "nkj.problems",
    "ask": "nkj.queries.ask",
    "ask_rows": "nkj.queries.acts",
    "bars": "nkj.queries.bars",
    "chart": "nkj.pictures",
    "cite": "nkj.queries.cite",
    "deadlines": "nkj.queries.deadlines",
    "diff": "nkj.queries.diff",
    "exchanges": "nkj.queries.exchanges",
    "history": "nkj.queries.history",
    "html": "nkj.notebook",
    "load": "nkj.registry",
    "overview": "nkj.queries.overview",
    "parties": "nkj.queries.parties",
    "read": "nkj.registry",
    "records": "nkj.queries.records",
    "search": "nkj.queries.search",
    "show": "nkj.queries.show",
    "sources": "nkj.queries.sources",
    "status": "nkj.queries.status",
    "table": "nkj.tables",
    "timeline": "nkj.queries.timeline",
}

__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'nkj' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
