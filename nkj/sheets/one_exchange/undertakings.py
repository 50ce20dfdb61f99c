"""What was undertaken, each beside what answers it.

What lives here: the groups of legs that answer each other, and the blocks of them. What does not:
when each was done (``steps``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nkj import replay
from nkj.queries.exchanges import ExchangeAnswer, LegAnswer
from nkj.sheets.one_exchange import sides
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, column_cells


def blocks(exchange: ExchangeAnswer, phrases: Phrases) -> tuple[Block, Block]:
    """The undertakings that were given for each other, and those without a named return."""
    say = phrases.words.say
    columns = _columns(phrases)
    titles = sides.titles(phrases)
    named: list[tuple[str, tuple[Row, ...]]] = []
    loose: list[Row] = []
    for legs in _groups_of_returns(exchange.legs):
        rows = tuple(_row(leg, exchange, columns, phrases) for leg in legs)
        if len(rows) > 1:
            named.append(("", rows))
        else:
            loose += rows
    groups = (("", tuple(loose)),) if loose else ()
    return (
        Block(say("exchange.undertakings"), columns, tuple(named), sides=titles),
        Block(say("exchange.loose"), columns, groups, sides=titles),
    )


def _columns(phrases: Phrases) -> tuple[Column, ...]:
    say = phrases.words.say
    return (
        sides.exchange_column(phrases),
        sides.side_column(phrases),
        Column("leg", say("exchange.col.leg"), "key"),
        Column("outcome", say("exchange.col.outcome"), "key"),
        Column("undertaking", say("exchange.col.undertaking")),
        Column("in_return_for", say("exchange.col.in-return-for"), "detail"),
        Column("promised", say("field.promised"), "detail"),
        Column("due", say("field.due"), "detail"),
        Column("performed", say("field.performed"), "detail"),
        Column("reversed", say("field.reversed"), "detail"),
        Column("note", say("field.note"), "detail"),
        Column("moves", say("field.moves"), "aside"),
        Column("moved_back", say("field.moved_back"), "aside"),
        Column("concerns", say("field.concerns"), "aside"),
        Column("sources", say("field.sources"), "aside"),
    )


def _row(
    leg: LegAnswer, exchange: ExchangeAnswer, columns: tuple[Column, ...], phrases: Phrases
) -> Row:
    due = (phrases.day(leg.due), phrases.text(leg.condition))
    # The day of the agreement stands in the head: only another day is worth a line.
    promised = None if leg.promised == exchange.agreed else leg.promised
    cells = column_cells(
        columns,
        exchange=exchange.id,
        leg=sides.inner_id(leg.id),
        by=phrases.side(leg.by),
        undertaking=sides.with_whose(phrases.text(leg.undertaking), leg.by, phrases),
        outcome=sides.marked(leg.outcome, phrases),
        in_return_for=", ".join(map(sides.inner_id, leg.in_return_for)),
        promised=phrases.day(promised),
        due=" · ".join(part for part in due if part),
        performed=phrases.day(leg.performed),
        reversed=phrases.day(leg.reversed),
        moves=_moves(leg.moves, phrases),
        moved_back=_moves(leg.moved_back, phrases),
        concerns=phrases.listed(map(phrases.named, leg.concerns)),
        note=phrases.text(leg.note),
        sources=", ".join(leg.sources),
    )
    return Row(cells, sides.TONES.get(leg.outcome, ""), sides.standing(leg.by, phrases))


def _groups_of_returns(legs: Sequence[LegAnswer]) -> list[list[LegAnswer]]:
    """The legs in groups that answer each other, each group where its first leg stands."""
    group_of: dict[str, list[LegAnswer]] = {leg.id: [leg] for leg in legs}
    for leg in legs:
        for other in leg.in_return_for:
            own, others = group_of[leg.id], group_of[other]
            if own is not others:
                own += others
                group_of.update((member.id, own) for member in others)
    place = {leg.id: at for at, leg in enumerate(legs)}
    groups = {id(group): group for group in (group_of[leg.id] for leg in legs)}
    return [sorted(group, key=lambda leg: place[leg.id]) for group in groups.values()]


def _moves(names: Iterable[str], phrases: Phrases) -> str:
    """Events as the measures they moved, by name, step and day."""
    return phrases.listed(_move(name, phrases) for name in names)


def _move(name: str, phrases: Phrases) -> str:
    measure, event = phrases.events[name]
    return phrases.words.say(
        "exchange.move",
        name=phrases.text(measure.name),
        id=measure.id,
        event=phrases.words.say(f"event.{event.event}"),
        day=phrases.day(replay.effect(event), "?"),
    )
