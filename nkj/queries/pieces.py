"""A measure's life in pieces to draw: what held, from which day to which.

What lives here: the pieces, the days on which it was prolonged, the gaps that closed again. What
does not: any drawing, whether on a picture or in a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from nkj.coverage import reach_of
from nkj.model import Measure, Registry
from nkj.replay import Replay

#: States in which a measure shows.
SHOWN = ("in-force", "eased", "suspended", "uncertain", "unknown")


class Piece(NamedTuple):
    """Days on which a measure is in one state: from ``first`` to the day before ``after``.

    ``after`` is None where nothing later is on record. ``is_later`` marks days after the evidence.
    """

    state: str
    first: int
    after: int | None
    is_later: bool


def pieces(registry: Registry, measure: Measure) -> list[Piece]:
    """The pieces in which the measure shows, in order; what only changes its terms goes on."""
    return list(_cut(_runs(registry, measure), reach_of(registry).of_measure(measure)))


def _runs(registry: Registry, measure: Measure) -> Iterator[tuple[str, int, int | None]]:
    spans = Replay.of(registry).life(measure).spans
    begins = [at for at in range(len(spans)) if at == 0 or spans[at].state != spans[at - 1].state]
    for begin, following in zip(begins, [*begins[1:], None], strict=True):
        after = None if following is None else spans[following].first
        yield spans[begin].state, spans[begin].first or 1, after


def _cut(runs: Iterator[tuple[str, int, int | None]], through: int | None) -> Iterator[Piece]:
    for state, first, after in runs:
        if state not in SHOWN or (state == "unknown" and first == 1):
            continue  # before the first day covered nothing is known of anything
        if through is None or (after is not None and after <= through + 1):
            yield Piece(state, first, after, False)
        elif first > through:
            yield Piece(state, first, after, True)
        else:
            yield Piece(state, first, through + 1, False)
            yield Piece(state, through + 1, after, True)


def prolonged(measure: Measure) -> list[int]:
    """The days on which the measure would have lapsed, had it not been prolonged."""
    found = []
    end: int | None = None
    for event in measure.events:
        if event.event == "extended" and end is not None:
            found.append(end + 1)
        if event.until is not None:
            end = event.until.last
        elif event.event in ("imposed", "reimposed"):
            end = None
    return found


def gaps(found: Sequence[Piece]) -> list[tuple[int, int]]:
    """The days between two pieces: what ended and came back."""
    pairs = pairwise(found)
    return [(one.after, two.first) for one, two in pairs if one.after and one.after < two.first]
