"""nkj: Japan's own measures against North Korea, dated and cited.

    import nkj
    registry = nkj.load()
    nkj.status(registry, "2014-07-05")

A library call is given its day; it never reads the clock. Each name is imported when it is first
used, so that the program's own start costs nothing here.
"""

from __future__ import annotations

TYPE_CHECKING = (
    False  # importing typing takes longer than all else before Ctrl-C is minded (cli/main.py)
)
if TYPE_CHECKING:
    from typing import Any

    from nkj.problems import Problem, RegistryError, RegistryNotFound, WrongUsage
    from nkj.queries.diff import diff
    from nkj.queries.exchanges import exchanges
    from nkj.queries.history import history
    from nkj.queries.parties import parties
    from nkj.queries.show import show
    from nkj.queries.sources import sources
    from nkj.queries.status import status
    from nkj.queries.timeline import timeline
    from nkj.registry import load, read

__version__ = "0.1.0"

_HOMES = {
    "Problem": "nkj.problems",
    "RegistryError": "nkj.problems",
    "RegistryNotFound": "nkj.problems",
    "WrongUsage": "nkj.problems",
    "diff": "nkj.queries.diff",
    "exchanges": "nkj.queries.exchanges",
    "history": "nkj.queries.history",
    "load": "nkj.registry",
    "parties": "nkj.queries.parties",
    "read": "nkj.registry",
    "show": "nkj.queries.show",
    "sources": "nkj.queries.sources",
    "status": "nkj.queries.status",
    "timeline": "nkj.queries.timeline",
}

__all__ = [
    "Problem",
    "RegistryError",
    "RegistryNotFound",
    "WrongUsage",
    "diff",
    "exchanges",
    "history",
    "load",
    "parties",
    "read",
    "show",
    "sources",
    "status",
    "timeline",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'nkj' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
