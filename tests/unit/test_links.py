"""The ways between records: legs by event and by measure, found once for a registry."""

from __future__ import annotations

from typing import Any

import msgspec

from nkj.model import Exchange, Leg, Registry
from nkj.once import once
from nkj.queries import links
from tests.build import event, measure, registry, text

WORDS = text("W")
OPENED = event("imposed", "2006-10-14", id="m-opened")
CLOSED = event("lifted", "2014-07-04", id="m-closed")


def _leg(name: str, **fields: Any) -> Leg:
    return Leg(id=name, by="japan", undertaking=WORDS, outcome="performed", **fields)


def _talks(*legs: Leg) -> Registry:
    talks = Exchange(id="talks", kind="bargain", name=WORDS, outcome="performed", legs=legs)
    return msgspec.structs.replace(registry(measure(OPENED, CLOSED)), exchanges=(talks,))


def test_a_leg_is_found_by_each_event_that_it_moved() -> None:
    """Carried out or taken back, each leg once, in the order written."""
    book = _talks(
        _leg("j1", moves=("m-closed",), moved_back=("m-closed", "m-opened")),
        _leg("j2", moves=("m-closed",)),
    )
    assert links.legs_by_event(book) == {
        "m-closed": ("talks/j1", "talks/j2"),
        "m-opened": ("talks/j1",),
    }


def test_a_leg_about_a_measure_is_told_unless_it_moved_it() -> None:
    """A leg that both moves and concerns a measure stands with the event; another's leg nowhere."""
    book = _talks(
        _leg("j1", concerns=("m", "m")),
        _leg("j2", concerns=("m",), moves=("m-closed",)),
        _leg("j3", concerns=("m",), moved_back=("m-opened",)),
        _leg("j4", concerns=("m",), moves=("of-another",)),
        _leg("j5", concerns=("another",)),
    )
    (own,) = book.measures
    assert links.legs_about(book, own) == ("talks/j1", "talks/j4")
    assert links.legs_about(_talks(), own) == ()


def test_what_is_made_once_is_made_again_for_another_registry() -> None:
    """The same registry is not asked twice; a changed copy of it is."""
    asked: list[int] = []

    @once
    def count(book: Registry) -> int:
        asked.append(len(book.measures))
        return len(book.measures)

    book = registry(measure(OPENED))
    assert (count(book), count(book)) == (1, 1)
    assert count(msgspec.structs.replace(book, measures=())) == 0
    assert asked == [1, 0]
