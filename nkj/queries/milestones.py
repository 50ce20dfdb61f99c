"""What happened between two days beside the measures: the occasions, and the steps of the
exchanges.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from nkj import days
from nkj.index import leg_id
from nkj.model import Exchange, Leg, Measure, Registry, Side, Text, When
from nkj.queries.exchanges import touched
from nkj.queries.result import Result

#: What an occasion or an exchange does on a day.
Step: TypeAlias = Literal["occurred", "agreed", "performed", "partly", "reversed", "ended"]


class Milestone(Result, frozen=True, kw_only=True):
    """What happened between two days beside the measures: an occasion, or a step of an exchange.

    ``step`` is ``occurred`` of an occasion; ``agreed``, ``performed``, ``partly``, ``reversed`` or
    ``ended`` of an exchange, with the ``legs`` that were carried out, in part or taken back that
    day, all by one side.
    """

    id: str
    date: When
    step: Step
    by: Side | None
    legs: tuple[str, ...]
    name: Text


def occasions(
    registry: Registry, after: int, upto: int, about: Sequence[Measure] | None
) -> tuple[Milestone, ...]:
    """The occasions after one day and up to another; with ``about``, only those that these
    measures answered.
    """
    named = (
        None
        if about is None
        else {occasion for m in about for event in m.events for occasion in event.occasions}
    )
    found = [
        Milestone(id=o.id, date=o.occurred, step="occurred", by=None, legs=(), name=o.name)
        for o in registry.occasions
        if _within(o.occurred, after, upto) and (named is None or o.id in named)
    ]
    return tuple(sorted(found, key=lambda milestone: days.place(milestone.date)))


def exchanges(
    registry: Registry, after: int, upto: int, about: Sequence[Measure] | None
) -> tuple[Milestone, ...]:
    """The steps of exchanges after one day and up to another, in the order of the days.

    With ``about``, only of those legs that moved or were about these measures.
    """
    wanted = (
        None
        if about is None
        else {m.id for m in about} | {event.id for m in about for event in m.events}
    )
    found: list[tuple[int, int, Milestone]] = []
    for exchange in registry.exchanges:
        legs = [leg for leg in exchange.legs if wanted is None or wanted & touched(leg)]
        if legs:
            found.extend(_steps(exchange, legs, after, upto))
    return tuple(milestone for _, _, milestone in sorted(found, key=lambda step: step[:2]))


def _steps(
    exchange: Exchange, legs: Sequence[Leg], after: int, upto: int
) -> list[tuple[int, int, Milestone]]:
    """The steps of one exchange, each with the day and rank that put it in order."""
    steps: list[tuple[int, int, Milestone]] = []

    def add(rank: int, step: Step, day: When | None, *done: Leg) -> None:
        if day is not None and _within(day, after, upto):
            by = done[0].by if done else None
            ids = tuple(leg_id(exchange.id, leg.id) for leg in done)
            steps.append(
                (
                    days.place(day),
                    rank,
                    Milestone(
                        id=exchange.id,
                        date=day,
                        step=step,
                        by=by,
                        legs=ids,
                        name=exchange.name,
                    ),
                )
            )

    add(0, "agreed", exchange.agreed)
    together: dict[tuple[int, Step, str, Side], list[Leg]] = {}
    for leg in legs:
        if leg.performed is not None:
            done: Step = "partly" if leg.outcome == "partly" else "performed"
            together.setdefault((1, done, leg.performed.text, leg.by), []).append(leg)
        if leg.reversed is not None:
            together.setdefault((2, "reversed", leg.reversed.text, leg.by), []).append(leg)
    for (rank, step, _, _), same in together.items():
        add(rank, step, same[0].reversed if step == "reversed" else same[0].performed, *same)
    add(3, "ended", exchange.ended)
    return steps


def _within(day: When, after: int, upto: int) -> bool:
    """True if the day stands after the one and not after the other."""
    return after < days.place(day) <= upto
