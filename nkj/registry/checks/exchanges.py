"""Exchanges: links between legs, outcomes that fit their days, days that fit the events moved."""

from __future__ import annotations

from collections.abc import Iterator

from nkj.days import surely_before
from nkj.index import leg_id
from nkj.model import BOTH, Exchange, Leg
from nkj.problems import Problem, Related, problem
from nkj.registry.checks.book import Book
from nkj.registry.checks.events import backwards
from nkj.registry.nodes import short


def without_legs(book: Book) -> Iterator[Problem]:
    """An exchange has at least one undertaking."""
    for exchange in book.sections.exchanges:
        if not exchange.legs and book.is_sound(exchange):
            yield problem(book.where(exchange, "legs"), "missing-key", key="legs")


def days_in_order(book: Book) -> Iterator[Problem]:
    """Days of an exchange, or of a leg, that run backwards."""
    for exchange in book.sections.exchanges:
        yield from backwards(exchange, (("agreed", "ended"),), book)
    pairs = (
        ("promised", "due"),
        ("promised", "performed"),
        ("promised", "reversed"),
        ("performed", "reversed"),
    )
    for _, leg in _legs(book):
        yield from backwards(leg, pairs, book)


def turns_in_order(book: Book) -> Iterator[Problem]:
    """Turns that stand behind a later one."""
    for exchange in book.sections.exchanges:
        latest = None
        for turn in exchange.turns:
            day = turn.occurred
            if latest is not None and surely_before(day, latest.occurred):
                related = (Related(book.where(latest), "earlier"),)
                where = book.where(turn, "occurred")
                yield problem(
                    where, "turns-out-of-order", related=related, id=exchange.id, day=day.text
                )
            else:
                latest = turn


def _legs(book: Book) -> Iterator[tuple[Exchange, Leg]]:
    """Every sound leg."""
    for exchange in book.sections.exchanges:
        yield from ((exchange, leg) for leg in exchange.legs if book.is_sound(leg))


def legs_of_one_id(book: Book) -> Iterator[Problem]:
    """A leg's id is its own within its exchange."""
    for exchange in book.sections.exchanges:
        first: dict[str, Leg] = {}
        for leg in exchange.legs:
            known = first.setdefault(leg.id, leg)
            if known is not leg:
                related = (Related(book.where(known, "id"), "first"),)
                name = leg_id(exchange.id, leg.id)
                yield problem(book.where(leg, "id"), "duplicate-id", related=related, id=name)


def returns(book: Book) -> Iterator[Problem]:
    """A leg is given in return for legs of the other side, each once."""
    for exchange in book.sections.exchanges:
        others = {leg.id: leg for leg in exchange.legs}
        for leg in exchange.legs:
            if book.is_sound(leg):
                yield from _returns(leg, exchange, others, book)


def _returns(leg: Leg, exchange: Exchange, others: dict[str, Leg], book: Book) -> Iterator[Problem]:
    seen: set[str] = set()
    for name in leg.in_return_for:
        where = book.where(leg, "in_return_for")
        other = others.get(name)
        why = ""
        if other is None:
            if book.is_sound(exchange):  # else it may be there, in what could not be read
                near = book.near(name, others)
                yield problem(
                    where, "undefined-leg", text=short(name), exchange=exchange.id, near=near
                )
        elif other.by == leg.by:
            why = "same-side"
        elif name in seen:
            why = "twice"
        if why:
            own = leg_id(exchange.id, leg.id)
            yield problem(where, "leg-return", id=own, other=name, why=why)
        seen.add(name)


def outcomes(book: Book) -> Iterator[Problem]:
    """An outcome fits the days: what was carried out or taken back has the day of it, and nothing
    else has.
    """
    for exchange, leg in _legs(book):
        why = _odd_outcome(leg)
        if why:
            name = leg_id(exchange.id, leg.id)
            where = book.where(leg, "outcome")
            yield problem(where, "leg-outcome", id=name, outcome=leg.outcome, why=why)


def _odd_outcome(leg: Leg) -> str:
    if leg.outcome == "reversed" and leg.reversed is None:
        return "no-reversed"
    if leg.outcome == "performed" and leg.performed is None:
        return "no-performed"
    if leg.outcome in ("not-due", "not-performed") and leg.performed is not None:
        return "performed"
    if leg.outcome in ("performed", "not-due", "not-performed") and leg.reversed is not None:
        return "reversed"
    return ""


def movers(book: Book) -> Iterator[Problem]:
    """Only the sender moves measures, alone or together with the target: they are all its own."""
    programme = book.walk.programme
    if programme is None or book.walk.names is None:  # the programme's own faults are told
        return
    sender = programme.sender.id
    for exchange, leg in _legs(book):
        for field in ("moves", "moved_back"):
            if getattr(leg, field) and leg.by not in (sender, BOTH):
                name, where = leg_id(exchange.id, leg.id), book.where(leg, field)
                yield problem(where, "leg-moves", id=name, why="side", side=leg.by, sender=sender)


def moves(book: Book) -> Iterator[Problem]:
    """A leg moves events, each once: not before the leg was carried out, and back not before it was
    taken back.
    """
    for exchange, leg in _legs(book):
        name = leg_id(exchange.id, leg.id)
        done = leg.performed or leg.promised
        back = leg.reversed or done
        moved: set[str] = set()
        for field, since, early in (
            ("moves", done, "before-performed"),
            ("moved_back", back, "before-reversed"),
        ):
            events: tuple[str, ...] = getattr(leg, field)
            where = book.where(leg, field)
            for event in events:
                day = book.effect(event)
                why = ""
                if event in moved:
                    why = "moved-twice"
                elif since is not None and day is not None and surely_before(day, since):
                    why = early
                moved.add(event)
                if why:
                    yield problem(
                        where,
                        "leg-moves",
                        id=name,
                        why=why,
                        event=event,
                        day=day.text if day else "",
                        other=since.text if since else "",
                    )
