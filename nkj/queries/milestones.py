"""What happened between two days beside the measures: the occasions, and the steps of the exchanges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nkj.model import Exchange, Leg, Measure, Registry, When
from nkj.queries.exchanges import touched
from nkj.results import Milestone


def occasions(registry: Registry, one: int, two: int, about: Sequence[Measure] | None) -> tuple[Milestone, ...]:
    """The occasions after day ``one`` and up to day ``two``; with ``about``, only those that these measures answered."""
    named = None if about is None else {occasion for m in about for event in m.events for occasion in event.occasions}
    found = [
        Milestone(id=o.id, date=o.occurred.text, step="occurred", by=None, legs=(), name=o.name)
        for o in registry.occasions
        if _within(o.occurred, one, two) and (named is None or o.id in named)
    ]
    return tuple(sorted(found, key=lambda milestone: milestone.date))


def exchanges(registry: Registry, one: int, two: int, about: Sequence[Measure] | None) -> tuple[Milestone, ...]:
    """The steps of exchanges after day ``one`` and up to day ``two``, in the order of the days.

    With ``about``, only of those legs that moved or were about these measures.
    """
    wanted = None if about is None else {m.id for m in about} | {event.id for m in about for event in m.events}
    found: list[tuple[int, int, Milestone]] = []
    for exchange in registry.exchanges:
        legs = [leg for leg in exchange.legs if wanted is None or wanted & touched(leg)]
        if legs:
            found.extend(_steps(exchange, legs, one, two))
    return tuple(milestone for _, _, milestone in sorted(found, key=lambda step: step[:2]))


def _steps(exchange: Exchange, legs: Sequence[Leg], one: int, two: int) -> list[tuple[int, int, Milestone]]:
    """The steps of one exchange, each with the day and rank that put it in order."""
    steps: list[tuple[int, int, Milestone]] = []

    def add(rank: int, step: Literal["agreed", "performed", "reversed", "ended"], day: When | None, *done: Leg) -> None:
        if day is not None and day.last is not None and _within(day, one, two):
            by = done[0].by if done else None
            ids = tuple(leg.id for leg in done)
            steps.append(
                (day.last, rank, Milestone(id=exchange.id, date=day.text, step=step, by=by, legs=ids, name=exchange.name))
            )

    add(0, "agreed", exchange.agreed)
    kinds: tuple[tuple[int, Literal["performed", "reversed"]], ...] = ((1, "performed"), (2, "reversed"))
    for rank, step in kinds:
        together: dict[tuple[str, str], list[Leg]] = {}
        for leg in legs:
            day: When | None = getattr(leg, step)
            if day is not None:
                together.setdefault((day.text, leg.by), []).append(leg)
        for same in together.values():
            add(rank, step, getattr(same[0], step), *same)
    add(3, "ended", exchange.ended)
    return steps


def _within(day: When, one: int, two: int) -> bool:
    """True if the day's last possible day lies after ``one`` and not after ``two``."""
    return day.last is not None and one < day.last <= two
