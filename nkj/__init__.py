"""nkj: Japan's own measures against North Korea, dated and cited.

    import nkj
    registry = nkj.load()
    nkj.status(registry, "2014-07-05")

A library call is given its day; it never reads the clock.
"""

from nkj.lookup import show
from nkj.problems import Problem, RegistryError, RegistryNotFound, WrongUsage
from nkj.queries import diff, history, status
from nkj.registry import load, read

__all__ = [
    "Problem",
    "RegistryError",
    "RegistryNotFound",
    "WrongUsage",
    "diff",
    "history",
    "load",
    "read",
    "show",
    "status",
]

__version__ = "0.1.0"
