"""A question asked without a registry is asked of the bundled one.

What lives here: ``on_bundled``, for every question that the library offers. What does not: the
questions, and finding the registry (``registry``).
"""

from __future__ import annotations

from functools import cache, wraps
from typing import TYPE_CHECKING, Any

from nkj.model import Registry

if TYPE_CHECKING:  # what type checkers need of it is built at each start, and no answer needs it
    from collections.abc import Callable
    from typing import Concatenate, ParamSpec, Protocol, TypeVar, overload

    P = ParamSpec("P")
    R = TypeVar("R")
    R_co = TypeVar("R_co", covariant=True)

    class Question(Protocol[P, R_co]):
        """A question of a registry: of the one given first, else of the bundled one."""

        __name__: str

        @overload
        def __call__(self, registry: Registry, /, *args: P.args, **kwargs: P.kwargs) -> R_co: ...
        @overload
        def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co: ...


def on_bundled(question: Callable[Concatenate[Registry, P], R]) -> Question[P, R]:
    """The question, whose registry may be left out: ``nkj.status(on="2014-07-05")``."""

    @wraps(question)
    def asked(*args: Any, **kwargs: Any) -> R:
        given = (args and isinstance(args[0], Registry)) or "registry" in kwargs
        return question(*args, **kwargs) if given else question(_bundled(), *args, **kwargs)

    return asked


@cache
def _bundled() -> Registry:
    from nkj.registry import load

    return load()
