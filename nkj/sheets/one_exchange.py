"""One exchange as blocks: what came of it, undertakings beside what they answer, the days,
measures, disputes, sources.

The target stands left and the sender right. What does not live here: the comparison of all
exchanges (``exchanges``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from nkj import replay
from nkj.days import parse_when
from nkj.model import BOTH, Dispute, Measure, Side, Text
from nkj.queries.exchanges import ExchangeAnswer, LegAnswer
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, column_cells
from nkj.sheets.sheet import Side as Standing

#: The outcomes of a leg, in the order in which they are told.
OUTCOMES = ("performed", "partly", "reversed", "not-performed", "not-due", "unknown")


def whole(exchange: ExchangeAnswer, phrases: Phrases, headed: bool = False) -> list[Block]:
    """One exchange: what it was and how it ended, what came of each side's undertakings, these
    beside what they answer, the days, the measures moved, the disputes, the sources.
    """
    found = (
        _head(exchange, phrases, headed),
        _results(exchange, phrases),
        *_undertakings(exchange, phrases),
        _days(exchange, phrases),
        _measures(exchange, phrases),
        _unmoved(exchange, phrases),
        _disputes(exchange, phrases),
        _word(exchange, phrases),
    )
    return [block for block in found if block.groups or block.intro]


def _head(exchange: ExchangeAnswer, phrases: Phrases, headed: bool) -> Block:
    say = phrases.words.say
    agreed = (
        say("exchange.agreed", day=exchange.agreed)
        if exchange.agreed
        else say("exchange.not-agreed")
    )
    parts = [say(f"exchange.kind.{exchange.kind}"), agreed, phrases.text(exchange.place)]
    parts.append(
        say("exchange.ended", day=exchange.ended) if exchange.ended else say("exchange.still-open")
    )
    parts.append(say("exchange.outcome", outcome=say(f"outcome.{exchange.outcome}")))
    intro = [" · ".join(part for part in parts if part)]
    intro += [phrases.text(text) for text in (exchange.summary, exchange.note) if text]
    if not any((*leg.moves, *leg.moved_back) for leg in exchange.legs):
        intro.append(say("exchange.no-measure"))
    return Block(
        phrases.beside(phrases.text(exchange.name), exchange.id) if headed else "",
        intro=tuple(intro),
        chapter=headed,
    )


def _results(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    """What came of the undertakings of each side, outcome by outcome."""
    say = phrases.words.say
    columns = (
        Column("exchange", say("exchange.col.exchange"), "aside"),
        Column("by", say("exchange.col.by"), "aside"),
        Column("outcome", say("exchange.col.outcome"), "key"),
        Column("undertakings", say("exchange.col.undertakings")),
    )
    rows = []
    for side in _sides_of(exchange, phrases):
        for outcome in OUTCOMES:
            legs = [leg for leg in exchange.legs if leg.by == side and leg.outcome == outcome]
            if legs:
                told = "\n".join(
                    f"{_short(leg.id)} {phrases.text(leg.undertaking)}" for leg in legs
                )
                cells = column_cells(
                    columns,
                    exchange=exchange.id,
                    by=phrases.side(side),
                    outcome=say(f"outcome.{outcome}"),
                    undertakings=_with_whose(told, side, phrases),
                )
                rows.append(Row(cells, side=_standing(side, phrases)))
    return Block(say("exchange.results"), columns, (("", tuple(rows)),), sides=_sides(phrases))


def _sides(phrases: Phrases) -> tuple[str, str, str]:
    return phrases.target(), phrases.sender(), phrases.words.say("side.beside")


def _standing(side: Side | None, phrases: Phrases) -> Standing:
    """On which side of the page a side stands: third parties and both together on neither."""
    programme = phrases.registry.programme
    if side == programme.target.id:
        return "left"
    return "right" if side == programme.sender.id else ""


def _sides_of(exchange: ExchangeAnswer, phrases: Phrases) -> tuple[Side, ...]:
    """Target, sender, and who else undertook anything."""
    programme = phrases.registry.programme
    main = (programme.target.id, programme.sender.id)
    return (*main, *dict.fromkeys(leg.by for leg in exchange.legs if leg.by not in main))


def _with_whose(text: str, side: Side | None, phrases: Phrases) -> str:
    """A text with its side's name before it where its place on the page does not say whose it
    is.
    """
    if side is None or _standing(side, phrases):
        return text
    return phrases.words.say("term.plain", name=phrases.side(side), value=text)


# The undertakings


def _undertakings(exchange: ExchangeAnswer, phrases: Phrases) -> list[Block]:
    say = phrases.words.say
    columns = (
        Column("exchange", say("exchange.col.exchange"), "aside"),
        Column("by", say("exchange.col.by"), "aside"),
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
    sides = _sides(phrases)
    bound = _bound_together(exchange.legs)
    named: list[tuple[str, tuple[Row, ...]]] = []
    loose: list[Row] = []
    for legs in bound:
        rows = tuple(_leg_row(leg, exchange, columns, phrases) for leg in legs)
        if len(rows) > 1:
            named.append(("", rows))
        else:
            loose += rows
    blocks = [Block(say("exchange.undertakings"), columns, tuple(named), sides=sides)]
    blocks.append(
        Block(say("exchange.loose"), columns, (("", tuple(loose)),) if loose else (), sides=sides)
    )
    return blocks


def _leg_row(
    leg: LegAnswer,
    exchange: ExchangeAnswer,
    columns: tuple[Column, ...],
    phrases: Phrases,
) -> Row:
    say = phrases.words.say
    due = " · ".join(part for part in (leg.due or "", phrases.text(leg.condition)) if part)
    cells = column_cells(
        columns,
        exchange=exchange.id,
        leg=_short(leg.id),
        by=phrases.side(leg.by),
        undertaking=_with_whose(phrases.text(leg.undertaking), leg.by, phrases),
        outcome=say(f"outcome.{leg.outcome}"),
        in_return_for=", ".join(map(_short, leg.in_return_for)),
        promised=leg.promised if leg.promised and leg.promised != exchange.agreed else "",
        due=due,
        performed=leg.performed or "",
        reversed=leg.reversed or "",
        moves=_moves(leg.moves, phrases),
        moved_back=_moves(leg.moved_back, phrases),
        concerns=phrases.listed(
            phrases.beside(phrases.name(measure), measure) for measure in leg.concerns
        ),
        note=phrases.text(leg.note),
        sources=", ".join(leg.sources),
    )
    return Row(cells, side=_standing(leg.by, phrases))


def _bound_together(legs: Sequence[LegAnswer]) -> list[list[LegAnswer]]:
    """The legs in groups that answer each other, each group where its first leg stands."""
    leader = {leg.id: leg.id for leg in legs}

    def of(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for leg in legs:
        for other in leg.in_return_for:
            leader[of(leg.id)] = of(other)
    groups: dict[str, list[LegAnswer]] = {}
    for leg in legs:
        groups.setdefault(of(leg.id), []).append(leg)
    return list(groups.values())


def _short(leg: str) -> str:
    return leg.rpartition("/")[2]


def _moves(names: Iterable[str], phrases: Phrases) -> str:
    """Events as the measures they moved, by name, step and day."""
    say = phrases.words.say
    told = []
    for name in names:
        measure, event = phrases.events[name]
        day = replay.effect(event)
        step = say(f"event.{event.event}")
        told.append(
            say(
                "exchange.move",
                name=phrases.text(measure.name),
                id=measure.id,
                event=step,
                day=day.text if day else "?",
            )
        )
    return phrases.listed(told)


# Down the days


def _days(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = (
        Column("exchange", say("exchange.col.exchange"), "aside"),
        Column("day", say("exchange.col.day"), "aside"),
        Column("by", say("exchange.col.by"), "aside"),
        Column("step", say("exchange.col.step"), "key"),
        Column("what", say("exchange.col.what")),
        Column("sources", say("field.sources"), "aside"),
    )
    steps: list[tuple[int, int, str, Row]] = []

    def add(
        day: str, rank: int, by: str, step: str, what: str, sources: Iterable[str], since: int = 0
    ) -> int:
        """A step of a day; returns its place in time, which is never before ``since``, the step
        that it follows.
        """
        cells = column_cells(
            columns,
            exchange=exchange.id,
            day=day,
            by=phrases.side(by) if by else "",
            step=step,
            what=what,
            sources=", ".join(sources),
        )
        at = max(_ordinal(day), since)
        steps.append((at, rank, day, Row(cells, side=_standing(by, phrases))))
        return at

    for side in _sides_of(exchange, phrases):
        own = [leg for leg in exchange.legs if leg.by == side]
        for day, legs in groupby(
            sorted((leg for leg in own if leg.promised), key=_promised), key=_promised
        ):
            promised = list(legs)
            names = [_short(leg.id) for leg in promised]
            if len(promised) < 3:
                names = [f"{_short(leg.id)} {phrases.text(leg.undertaking)}" for leg in promised]
            what = _with_whose(say("join.values").join(names), side, phrases)
            add(day, 0, side, say("step.promised"), what, ())
        for leg in own:
            what = f"{_short(leg.id)} {phrases.text(leg.undertaking)}"
            what = _with_whose(what, side, phrases)
            at = _ordinal(leg.promised) if leg.promised else 0
            if leg.performed:
                step = say("step.partly" if leg.outcome == "partly" else "step.performed")
                at = add(
                    leg.performed,
                    2,
                    side,
                    step,
                    _with_moves(what, leg.moves, phrases),
                    leg.sources,
                    at,
                )
            if leg.reversed:
                back = _with_moves(what, leg.moved_back, phrases)
                add(leg.reversed, 3, side, say("step.reversed"), back, leg.sources, at)
    for turn in exchange.turns:
        whose = turn.by if turn.by != BOTH else None
        note = _with_whose(phrases.text(turn.note), whose, phrases)
        add(turn.occurred, 1, turn.by or "", "", note, turn.sources)
    if exchange.ended:
        outcome = say("exchange.outcome", outcome=say(f"outcome.{exchange.outcome}"))
        add(exchange.ended, 4, "", say("step.ended"), outcome, ())
    steps.sort(key=lambda step: (step[0], step[2], step[1]))
    days = groupby(steps, key=lambda step: step[2])
    groups = tuple((day, tuple(row for _, _, _, row in rows)) for day, rows in days)
    return Block(say("exchange.days"), columns, groups, sides=_sides(phrases))


def _promised(leg: LegAnswer) -> str:
    return leg.promised or ""


def _ordinal(day: str) -> int:
    """Where a day stands in time: by the first day that it can be, else by the last."""
    when = parse_when(day)
    return when.first or when.last or 0


def _with_moves(what: str, names: Iterable[str], phrases: Phrases) -> str:
    """A leg's words with what became of measures: the name of one, the number of several (a later
    block names them).
    """
    say = phrases.words.say
    by_step: dict[str, list[Measure]] = {}
    for name in names:
        measure, event = phrases.events[name]
        by_step.setdefault(say(f"event.{event.event}"), []).append(measure)
    for step, moved in by_step.items():
        told = (
            phrases.text(moved[0].name)
            if len(moved) == 1
            else say("exchange.measures-count", count=len(moved))
        )
        what = say("exchange.stepped", what=what, event=step, measures=told)
    return what


# The measures it moved


def _measures(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = (
        Column("exchange", say("exchange.col.exchange"), "aside"),
        Column("day", say("exchange.col.day"), "key"),
        Column("leg", say("exchange.col.leg"), "key"),
        Column("measure", say("exchange.col.measure"), "key"),
        Column("step", say("exchange.col.step"), "key"),
        Column("name", say("exchange.col.name-of")),
        Column("event", say("field.event-id"), "aside"),
    )
    moved: list[tuple[int, Row]] = []
    for leg in exchange.legs:
        for name in (*leg.moves, *leg.moved_back):
            measure, event = phrases.events[name]
            day = replay.effect(event)
            cells = column_cells(
                columns,
                exchange=exchange.id,
                day=day.text if day else "?",
                leg=_short(leg.id),
                measure=measure.id,
                step=say(f"event.{event.event}"),
                name=phrases.text(measure.name),
                event=event.id,
            )
            moved.append((_ordinal(day.text) if day else 0, Row(cells)))
    rows = tuple(row for _, row in sorted(moved, key=lambda pair: pair[0]))
    return Block(say("exchange.measures"), columns, (("", rows),) if rows else ())


def _unmoved(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    """The measures that legs were about and did not move."""
    say = phrases.words.say
    columns = (
        Column("exchange", say("exchange.col.exchange"), "aside"),
        Column("leg", say("exchange.col.leg"), "key"),
        Column("measures", say("exchange.col.measures")),
    )
    rows = tuple(
        Row(
            (
                exchange.id,
                _short(leg.id),
                phrases.listed(phrases.beside(phrases.name(name), name) for name in leg.concerns),
            )
        )
        for leg in exchange.legs
        if leg.concerns
    )
    return Block(say("exchange.unmoved"), columns, (("", rows),) if rows else ())


# What is disputed


def _disputes(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = (
        Column("exchange", say("exchange.col.exchange"), "aside"),
        Column("disputed", say("exchange.col.disputed"), "key"),
        Column("here", say("exchange.col.here")),
        Column("other", say("exchange.col.other")),
        Column("sources", say("field.sources"), "detail"),
    )
    rows = []
    parts: list[tuple[ExchangeAnswer | LegAnswer, str]] = [(exchange, say("exchange.whole"))]
    parts += ((leg, _short(leg.id)) for leg in exchange.legs)
    for record, label in parts:
        for dispute in record.disputed:
            what = say("exchange.dispute", id=label, field=phrases.field(dispute.field))
            cells = column_cells(
                columns,
                exchange=exchange.id,
                disputed=what,
                here=_here(record, dispute, phrases),
                other=phrases.reading(dispute),
                sources=dispute.source,
            )
            rows.append(Row(cells))
    return Block(say("exchange.disputed"), columns, (("", tuple(rows)),) if rows else ())


def _here(record: ExchangeAnswer | LegAnswer, dispute: Dispute, phrases: Phrases) -> str:
    """What this registry records for the field in dispute."""
    value = getattr(record, dispute.field, None)
    if isinstance(value, Text):
        return phrases.text(value)
    if dispute.field == "outcome":
        return phrases.words.say(f"outcome.{value}")
    if dispute.field == "kind":
        return phrases.words.say(f"exchange.kind.{value}")
    if isinstance(value, tuple):
        return ", ".join(map(_short, value)) or "–"
    return value or "–"


# On whose word


def _word(exchange: ExchangeAnswer, phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = (
        Column("exchange", say("exchange.col.exchange"), "aside"),
        Column("part", say("exchange.col.part"), "key"),
        Column("sources", say("field.sources")),
    )
    told: list[tuple[str, tuple[str, ...]]] = [
        (_short(leg.id), leg.sources) for leg in exchange.legs
    ]
    told += ((say("exchange.turn", day=turn.occurred), turn.sources) for turn in exchange.turns)
    spoken = {source for _, sources in told for source in sources}
    told.insert(
        0,
        (
            say("exchange.whole"),
            tuple(source for source in exchange.sources if source not in spoken),
        ),
    )
    rows = tuple(
        Row(column_cells(columns, exchange=exchange.id, part=part, sources=", ".join(sources)))
        for part, sources in told
        if sources
    )
    return Block(say("exchange.sources"), columns, (("", rows),) if rows else ())
