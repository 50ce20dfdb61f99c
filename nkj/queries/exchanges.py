"""Who promised what for what, and who kept it."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Sequence

from nkj.characters import printable
from nkj.choices import choose, nearest, one_called
from nkj.index import leg_id
from nkj.model import (
    Citation,
    Dispute,
    Exchange,
    Leg,
    Outcome,
    Registry,
    Section,
    Side,
    Text,
    When,
)
from nkj.problems import WrongUsage
from nkj.queries.bundled import on_bundled
from nkj.queries.links import legs
from nkj.queries.result import Answer, Result


class LegAnswer(Result, frozen=True, kw_only=True):
    """One leg. ``id`` and ``in_return_for`` are as from outside (``stockholm-2014/j2a``)."""

    id: str
    by: Side
    undertaking: Text
    in_return_for: tuple[str, ...]
    promised: When | None
    due: When | None
    condition: Text | None
    performed: When | None
    reversed: When | None
    outcome: Outcome
    moves: tuple[str, ...]
    moved_back: tuple[str, ...]
    concerns: tuple[str, ...]
    note: Text | None
    inferred: tuple[str, ...]
    disputed: tuple[Dispute, ...]
    cite: tuple[Citation, ...]
    sources: tuple[str, ...]


class TurnAnswer(Result, frozen=True, kw_only=True):
    """What happened between the legs."""

    occurred: When
    by: Side | None
    note: Text
    occasions: tuple[str, ...]
    sources: tuple[str, ...]


class ExchangeAnswer(Result, frozen=True, kw_only=True):
    """One exchange, whole."""

    id: str
    kind: str
    name: Text
    agreed: When | None
    announced: When | None
    place: Text | None
    ended: When | None
    outcome: str
    summary: Text | None
    note: Text | None
    inferred: tuple[str, ...]
    disputed: tuple[Dispute, ...]
    legs: tuple[LegAnswer, ...]
    turns: tuple[TurnAnswer, ...]
    sources: tuple[str, ...]


class ExchangesResult(Answer, frozen=True, kw_only=True):
    """The chosen exchanges."""

    exchanges: tuple[ExchangeAnswer, ...]

    def bearing(self) -> tuple[Iterable[str], Iterable[Section]]:
        return (), ("exchanges",)


@on_bundled
def exchanges(
    registry: Registry, names: Sequence[str] = (), measures: Sequence[str] = ()
) -> ExchangesResult:
    """The exchanges that the names choose, in the order of the registry.

    A name is an exchange's id or name, or a glob over ids; none means all. ``measures`` (families,
    ids, globs) keeps those that moved or were about such a measure. Returns ``exchanges``,
    each whole: ``legs`` (what was undertaken for what, and its outcome) and ``turns``, with their
    sources. Raises ``WrongUsage`` for a name that matches nothing.

    >>> nkj.exchanges("Stockholm agreement").exchanges[0].id
    'stockholm-2014'
    """
    chosen = _named(registry, (names,) if isinstance(names, str) else names)
    if measures:
        picked = choose(registry, measures, "all")
        wanted = {measure.id for measure in picked} | {
            event.id for measure in picked for event in measure.events
        }
        chosen = [
            exchange for exchange in chosen if any(wanted & touched(leg) for leg in exchange.legs)
        ]
    answers = tuple(answer(exchange) for exchange in chosen)
    return ExchangesResult(registry=registry, exchanges=answers)


def _named(registry: Registry, names: Sequence[str]) -> list[Exchange]:
    known = {exchange.id: exchange for exchange in registry.exchanges}
    if not names:
        return list(known.values())
    chosen: set[str] = set()
    for name in names:
        matched = {known_id for known_id in known if fnmatch.fnmatchcase(known_id, name.casefold())}
        if not matched:
            _meant_otherwise(registry, name)
            called = one_called(registry, name, ("exchange",))
            matched = {called.id} if called is not None else set()
        if not matched:
            near = nearest(name, known, 0.5)
            key = "usage.no-exchange.near" if near else "usage.no-exchange"
            raise WrongUsage(
                key,
                text=printable(name),
                known=", ".join(known),
                near=", ".join(f"'{choice}'" for choice in near),
            )
        chosen |= matched
    return [exchange for exchange in known.values() if exchange.id in chosen]


def _meant_otherwise(registry: Registry, name: str) -> None:
    """A leg or a measure given for an exchange is answered with the command that takes it."""
    if name in {tie.id for tie in legs(registry)}:
        raise WrongUsage("usage.exchange-is-leg", text=name)
    families = registry.programme.family_order
    if name in {measure.id for measure in registry.measures} or name in families:
        raise WrongUsage("usage.exchange-is-measure", text=name)


def touched(leg: Leg) -> set[str]:
    """The events that a leg moved and the measures that it is about."""
    return {*leg.moves, *leg.moved_back, *leg.concerns}


def answer(exchange: Exchange) -> ExchangeAnswer:
    """An exchange as it is answered: dates as written, legs by their ids from outside."""
    turns = tuple(
        TurnAnswer(
            occurred=t.occurred,
            by=t.by,
            note=t.note,
            occasions=t.occasions,
            sources=_sources(t.cite),
        )
        for t in exchange.turns
    )
    cited = [
        *exchange.cite,
        *(c for leg in exchange.legs for c in leg.cite),
        *(c for turn in exchange.turns for c in turn.cite),
    ]
    disputes = [*exchange.disputed, *(dispute for leg in exchange.legs for dispute in leg.disputed)]
    return ExchangeAnswer(
        id=exchange.id,
        kind=exchange.kind,
        name=exchange.name,
        agreed=exchange.agreed,
        announced=exchange.announced,
        place=exchange.place,
        ended=exchange.ended,
        outcome=exchange.outcome,
        summary=exchange.summary,
        note=exchange.note,
        inferred=exchange.inferred,
        disputed=exchange.disputed,
        legs=tuple(leg_answer(exchange, leg) for leg in exchange.legs),
        turns=turns,
        sources=tuple(dict.fromkeys((*_sources(cited), *(dispute.source for dispute in disputes)))),
    )


def leg_answer(exchange: Exchange, leg: Leg) -> LegAnswer:
    """A leg as it is answered."""
    return LegAnswer(
        id=leg_id(exchange.id, leg.id),
        by=leg.by,
        undertaking=leg.undertaking,
        in_return_for=tuple(leg_id(exchange.id, other) for other in leg.in_return_for),
        promised=leg.promised,
        due=leg.due,
        condition=leg.condition,
        performed=leg.performed,
        reversed=leg.reversed,
        outcome=leg.outcome,
        moves=leg.moves,
        moved_back=leg.moved_back,
        concerns=leg.concerns,
        note=leg.note,
        inferred=leg.inferred,
        disputed=leg.disputed,
        cite=leg.cite,
        sources=tuple(
            dict.fromkeys((*_sources(leg.cite), *(dispute.source for dispute in leg.disputed)))
        ),
    )


def _sources(cite: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.source for citation in cite))
