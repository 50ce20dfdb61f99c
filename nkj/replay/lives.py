"""The lives of a registry: each measure replayed once, and kept.

What lives here: ``Replay``, from which every question takes its lives, and ``Steps`` for what it
works out of them. What does not: replaying one measure (``life``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Generic, TypeVar

from nkj.coverage import reach_of
from nkj.model import Measure, Registry
from nkj.once import once
from nkj.replay.life import Life

T = TypeVar("T")


class Steps(Generic[T]):
    """A value that changes only on known days, worked out once for each stretch between two.

    ``find_edges`` gives the days on which it may change, in order, when it is first asked;
    ``make`` gives the value of a day.
    """

    def __init__(self, find_edges: Callable[[], list[int]], make: Callable[[int], T]) -> None:
        self._find_edges = find_edges
        self._make = make
        self._edges: list[int] = []
        self._values: list[T | None] = []

    def on(self, day: int) -> T:
        """The value on a day."""
        if not self._values:
            self._edges = self._find_edges()
            self._values = [None] * (len(self._edges) + 1)
        index = bisect_right(self._edges, day)
        value = self._values[index]
        if value is None:
            value = self._values[index] = self._make(day)
        return value


class Replay:
    """What held, for all measures of a registry.

    ``of(registry)`` is made once a registry, and each life in it once, so that asking again costs
    a search among a few days. A registry never changes, so nothing kept here grows old.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._lives: dict[str, Life] = {}

    @staticmethod
    def of(registry: Registry) -> Replay:
        """The one replay of a registry."""
        return _replay_of(registry)

    def life(self, measure: Measure) -> Life:
        """The life of one of the registry's measures."""
        life = self._lives.get(measure.id)
        if life is None:
            reach = reach_of(self._registry)
            life = Life(measure, reach.begin, reach.of_measure(measure))
            self._lives[measure.id] = life
        return life

    def change_days(self) -> list[int]:
        """Every day on which what holds changes for some measure, in order."""
        lives = (self.life(measure) for measure in self._registry.measures)
        firsts = {span.first for life in lives for span in life.spans if span.first is not None}
        return sorted(firsts)


@once
def _replay_of(registry: Registry) -> Replay:
    return Replay(registry)
