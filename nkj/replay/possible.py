"""Several possible standings of a measure, and what they have in common on a day.

What lives here: a possible standing with the days on which it can hold, and the sweep over those
days that keeps count of what is possible. What does not: where the standings come from (``life``).

The sweep costs a step for each day on which a standing begins or ends to be possible, however many
of them overlap: a file with thousands of overlapping vague events must not take long.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from nkj.model import State, Terms, TermValue, When
from nkj.replay.course import Run
from nkj.replay.standing import Standing


class Possible(NamedTuple):
    """What may hold from ``first`` to ``last``, both included.

    ``in_force`` is None where the evidence does not reach. ``said`` is what the terms say, to be
    counted.
    """

    first: float
    last: float
    state: State
    in_force: bool | None
    terms: Terms
    said: tuple[tuple[str, TermValue], ...]
    until: When | None
    suspended_until: When | None
    standing: Standing
    force_run: Run
    terms_run: Run


class Sweep:
    """The standings that are possible on one day, kept while the days go by."""

    def __init__(self, pieces: Sequence[Possible]) -> None:
        self._pieces = pieces
        self._states: Counter[object] = Counter()
        self._forces: Counter[object] = Counter()
        self._terms: Counter[object] = Counter()
        self._ends: Counter[object] = Counter()
        self._gone: set[int] = set()
        self._lowest: list[int] = []
        self._highest: list[int] = []

    @classmethod
    def over(
        cls, pieces: Sequence[Possible], also: Iterable[int]
    ) -> Iterator[tuple[int | None, Sweep]]:
        """Each day on which what is possible changes, and the ``also`` days, in order.

        The first is None, the day before all others.
        """
        begins: dict[float, list[int]] = {}
        ends: dict[float, list[int]] = {}
        for index, piece in enumerate(pieces):
            begins.setdefault(piece.first, []).append(index)
            ends.setdefault(piece.last + 1, []).append(index)
        sweep = cls(pieces)
        for day in sorted({-inf, *begins, *ends, *also} - {inf}):
            for index in ends.get(day, ()):
                sweep._leave(index)
            for index in begins.get(day, ()):
                sweep._enter(index)
            yield (None if day == -inf else int(day)), sweep

    def earliest(self) -> Possible:
        """The possible standing with the fewest events."""
        return self._pieces[self._first_of(self._lowest, 1)]

    def latest(self) -> Possible:
        """The possible standing with the most events."""
        return self._pieces[self._first_of(self._highest, -1)]

    def agree_on_state(self) -> bool:
        """True if all possible standings have one state."""
        return len(self._states) == 1

    def agree_on_force(self) -> bool:
        """True if the measure is in force in all of them or in none."""
        return len(self._forces) == 1

    def agree_on_terms(self) -> bool:
        """True if one set of terms applies in all of them."""
        return len(self._terms) == 1

    def agree_on_ends(self) -> bool:
        """True if they have one end to come."""
        return len(self._ends) == 1

    def _enter(self, index: int) -> None:
        for counter, value in self._values(index):
            counter[value] += 1
        heapq.heappush(self._lowest, index)
        heapq.heappush(self._highest, -index)

    def _leave(self, index: int) -> None:
        self._gone.add(index)
        for counter, value in self._values(index):
            counter[value] -= 1
            if not counter[value]:
                del counter[value]

    def _values(self, index: int) -> Iterator[tuple[Counter[object], object]]:
        piece = self._pieces[index]
        yield self._states, piece.state
        yield self._forces, piece.in_force
        yield self._terms, piece.said
        yield self._ends, (piece.until, piece.suspended_until)

    def _first_of(self, heap: list[int], sign: int) -> int:
        while sign * heap[0] in self._gone:
            heapq.heappop(heap)
        return sign * heap[0]
