"""Random lives of measures as plain values, most of them possible, and registries made of them.

What lives here: ``random_life`` for bulk runs from a seed, ``lives`` and ``registries`` for
hypothesis (both throw the same dice, so that what the one draws the other can), and
``measure_doc`` and ``registry_doc``, which make whole, cited, valid documents of them.
What does not: any judgement of a life. A life is drawn by living it on exact days and then writing
those days vaguely, so that one world is possible; about a quarter is then spoilt on purpose.
"""

from __future__ import annotations

import calendar
import datetime as dt
import random
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

from tests.property.books import SOURCES, VOCABULARY

Doc = dict[str, Any]
Drawn = TypeVar("Drawn")

START = dt.date(2010, 1, 15).toordinal()
#: Few terms, so that the same ones come back and the baseline's are stated.
TERMS: tuple[Doc, ...] = ({}, {"limit": 10}, {"limit": 30}, {"items": 1}, {"except": ["food"]})
FAMILIES = ("entry", "ports", "remittances", "trade", "assets")
#: What may happen to a measure in force, and to one that is suspended.
IN_FORCE = (
    *("tightened", "eased", "extended", "extended", "suspended", "suspended"),
    *("lifted", "lifted", "superseded"),
)
SUSPENDED = ("resumed", "resumed", "extended", "lifted", "superseded")
KINDS = (
    *("imposed", "tightened", "eased", "extended", "suspended"),
    *("resumed", "lifted", "reimposed", "superseded", "noted"),
)
#: All fields of an event that only a citation or ``inferred`` may carry.
CITED = ("announced", "decided", "promulgated", "in_force", "until", "suspended_until", "terms")


def iso(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


class Dice:
    """Choices from one source of numbers: ``below(n)`` is one of 0 to n - 1."""

    def __init__(self, below: Callable[[int], int]) -> None:
        self.below = below

    def between(self, low: int, high: int) -> int:
        return low + self.below(high - low + 1)

    def of(self, values: Sequence[Drawn]) -> Drawn:
        return values[self.below(len(values))]

    def chance(self, percent: int) -> bool:
        # The unlikely lies at the top, so that hypothesis shrinks to the plain case.
        return self.below(100) >= 100 - percent


class _Pen:
    """Writes days vaguely; what is wide is rare, so that the worlds can be counted."""

    def __init__(self, dice: Dice, vague: int) -> None:
        self.dice = dice
        self.vague = vague
        self.room = 3

    def write(self, day: int) -> str:
        doubt = "?" if self.dice.chance(15) else ""
        return self._bare(day) + doubt

    def _bare(self, day: int) -> str:
        if not self.dice.chance(self.vague):
            return iso(day)
        form = self.dice.below(100)
        if form >= 97 and self._room_for(3):
            return iso(day)[:4]
        if form >= 80 and self._room_for(1):
            return iso(day)[:7]
        if form >= 65 and self._room_for(1):
            if self.dice.chance(50):
                return f"..{iso(day + self.dice.below(4))}"
            return f"{iso(day - self.dice.below(4))}.."
        width = self.dice.between(1, 5)
        before = self.dice.between(0, width)
        return f"{iso(day - before)}..{iso(day - before + width)}"

    def _room_for(self, wide: int) -> bool:
        """A life has room for one year, or for three months and open spans."""
        if self.room < wide:
            return False
        self.room -= wide
        return True


class _Life:
    """One life, lived on exact days."""

    def __init__(self, dice: Dice, vague: int) -> None:
        self.dice = dice
        self.pen = _Pen(dice, vague)
        self.day = START + dice.between(0, 20)
        self.imposed = self.on_books = False
        self.until: int | None = None
        self.suspended_until: int | None = None
        self.suspended = False
        self.events: list[Doc] = []

    def drawn(self) -> list[Doc]:
        for _ in range(self.dice.between(1, 7)):
            self.events.append(self._event(self._kind()))
            self.day += self._pause()
        return self.events

    def _pause(self) -> int:
        """Often the same day or the next, else a few days, at times the day after an end."""
        if self.until is not None and self.until >= self.day and self.dice.chance(20):
            return self.until + self.dice.below(3) - self.day
        return self.dice.of((0, 0, 1, 1, 2, 3, 5, 8, self.dice.between(0, 30)))

    def _kind(self) -> str:
        if self.dice.chance(15):
            return "noted"
        lapsed = self.until is not None and self.day > self.until
        if not self.on_books or lapsed:
            return "reimposed" if self.imposed else "imposed"
        if self.suspended and (self.suspended_until is None or self.day <= self.suspended_until):
            return self.dice.of(SUSPENDED)
        return self.dice.of(IN_FORCE)

    def _event(self, kind: str) -> Doc:
        event: Doc = {"event": kind}
        if kind in ("imposed", "reimposed"):
            self.imposed = self.on_books = True
            self.until, self.suspended = None, False
        if kind == "extended" and self.until is not None and self.dice.chance(25):
            self.day = max(self.day, self.until)  # without a day of its own
        else:
            self._date(event, kind)
        self._end(event, kind)
        if kind == "suspended":
            self._suspend(event)
        if kind == "resumed":
            self.suspended = False
        if kind in ("lifted", "superseded"):
            self.on_books, self.suspended, self.until = False, False, None
        stating = {"imposed": 65, "reimposed": 65, "tightened": 75, "eased": 75, "extended": 8}
        if self.dice.chance(stating.get(kind, 0)):
            event["terms"] = dict(self.dice.of(TERMS))
        return event

    def _date(self, event: Doc, kind: str) -> None:
        """The day of effect in one of the fields that may hold it, and days before it."""
        fields = ["in_force", "in_force", "in_force", "promulgated", "decided", "announced"]
        if kind == "extended":
            fields = ["decided", "decided", "promulgated", "announced"]
        if kind == "noted":
            fields = ["occurred", "occurred", "decided", "announced"]
        field = self.dice.of(fields)
        event[field] = self.pen.write(self.day)
        if kind == "noted":
            return
        # Only fields that give way to the one that holds the day of effect.
        order = ("in_force", "promulgated", "decided", "announced")
        for earlier in order[order.index(field) + 1 :]:
            if (kind, field, earlier) == ("extended", "promulgated", "decided"):
                continue  # which of the two an extension counts from is not settled
            if self.dice.chance(25):
                event[earlier] = self.pen.write(self.day - self.dice.between(0, 20))

    def _end(self, event: Doc, kind: str) -> None:
        states = {"imposed": 60, "reimposed": 60, "extended": 100, "tightened": 10, "eased": 10}
        states |= {"resumed": 10, "suspended": 10}
        if not self.dice.chance(states.get(kind, 0)):
            return
        may_open = kind not in ("imposed", "reimposed")
        if may_open and self.dice.chance(15):
            event["until"], self.until = "none", None
            return
        start = max(self.day, self.until or 0) if kind == "extended" else self.day
        self.until = start + self.dice.of((0, 1, 2, 5, 10, self.dice.between(0, 40)))
        event["until"] = self.pen.write(self.until)

    def _suspend(self, event: Doc) -> None:
        self.suspended, self.suspended_until = True, None
        if self.dice.chance(60):
            self.suspended_until = self.day + self.dice.of((0, 1, 3, 8))
            event["suspended_until"] = self.pen.write(self.suspended_until)


def _spoil(dice: Dice, events: list[Doc]) -> None:
    """Something impossible, at times: another kind, another order, another day, an early end."""
    number = dice.below(len(events))
    event = events[number]
    way = dice.below(4)
    if way == 0 and event["event"] != "noted":
        allowed = [
            k for k in KINDS if k != "noted" and (k == "extended") == (event["event"] == "extended")
        ]
        _turn_into(event, dice.of(allowed))
    elif way == 1 and number:
        events[number - 1], events[number] = event, events[number - 1]
    elif way == 2:
        for field in ("in_force", "promulgated", "decided", "announced", "occurred"):
            if field in event:
                event[field] = iso(_some_day(event[field]) + dice.between(-12, 12))
                break
    elif "until" in event and event["until"] != "none":
        event["until"] = iso(_some_day(event["until"]) - dice.between(1, 12))


def _turn_into(event: Doc, kind: str) -> None:
    """Make it another kind, without the fields that this kind cannot have."""
    event["event"] = kind
    if kind != "suspended":
        event.pop("suspended_until", None)
    if kind in ("lifted", "superseded"):
        event.pop("until", None)
    if kind in ("lifted", "superseded", "suspended", "resumed"):
        event.pop("terms", None)
    if kind in ("imposed", "reimposed") and event.get("until") == "none":
        del event["until"]


def _some_day(written: str) -> int:
    text = written.removesuffix("?").replace("..", " ").split()[0]
    parts = [int(part) for part in text.split("-")]
    year, month, day = (*parts, 6, 15)[:3] if len(parts) == 1 else (*parts, 15)[:3]
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1])).toordinal()


# Lives


def life_of(dice: Dice, vague: int = 35, spoilt: int = 50) -> Doc:
    """A baseline and events; ``vague`` and ``spoilt`` in per cent.

    Of the lives spoilt about half turn out impossible.
    """
    events = _Life(dice, vague).drawn()
    if dice.chance(spoilt):
        _spoil(dice, events)
    return {"baseline": dict(dice.of(TERMS)), "events": events}


def random_life(seed: int, vague: int = 35, spoilt: int = 50) -> Doc:
    """The life of this seed."""
    return life_of(Dice(random.Random(seed).randrange), vague, spoilt)


@st.composite
def lives(draw: st.DrawFn, vague: int = 35, spoilt: int = 50) -> Doc:
    return life_of(_dice(draw), vague, spoilt)


def _dice(draw: st.DrawFn) -> Dice:
    return Dice(lambda n: draw(st.integers(0, n - 1)))


def coverage_of(dice: Dice) -> Doc:
    """How far the evidence reaches, near the days of a life."""
    coverage: Doc = {"version": "one"}
    if dice.chance(30):
        coverage["verified_from"] = iso(START + dice.between(-10, 20))
    if dice.chance(50):
        coverage["verified_through"] = iso(START + dice.between(25, 90))
    return coverage


def random_coverage(seed: int) -> Doc:
    return coverage_of(Dice(random.Random(seed).randrange))


@st.composite
def registries(
    draw: st.DrawFn, most: int = 3, vague: int = 35, spoilt: int = 0
) -> tuple[list[Doc], Doc]:
    """Some lives, and the registry document made of them."""
    dice = _dice(draw)
    several = [life_of(dice, vague, spoilt) for _ in range(dice.between(1, most))]
    return several, registry_doc(several, coverage_of(dice))


# Documents


def measure_doc(life: Doc, name: str = "m0", successor: str = "m0") -> Doc:
    """A whole measure: ids, names, citations; ``successor`` is what supersedes it."""
    return {
        "id": name,
        "family": FAMILIES[sum(name.encode()) % len(FAMILIES)],
        "kind": "prohibition",
        "origin": "unilateral",
        "name": {"en": f"Measure {name}", "ja": f"措置{name}"},
        "baseline": life["baseline"],
        "events": [
            _event_doc(event, f"{name}-e{number}", successor)
            for number, event in enumerate(life["events"])
        ],
    }


def _event_doc(event: Doc, name: str, successor: str) -> Doc:
    doc: Doc = {"id": name, **event}
    if event["event"] == "superseded":
        doc["superseded_by"] = successor
    if event["event"] == "noted":
        doc["cite"] = [{"source": "paper", "for": [field for field in event if field != "event"]}]
        return doc
    # The one citation supports the event alone: all else follows from other things.
    doc["inferred"] = [field for field in CITED if field in event]
    doc["cite"] = [{"source": "gazette", "for": ["event"]}]
    return doc


def registry_doc(several: list[Doc], coverage: Doc | None = None) -> Doc:
    """A whole registry: each life is a measure ``m0``, ``m1``, ..., superseded by the next."""
    names = [f"m{number}" for number in range(len(several))]
    measures = [
        measure_doc(life, name, names[(number + 1) % len(names)])
        for number, (life, name) in enumerate(zip(several, names, strict=True))
    ]
    return {
        "coverage": coverage or {"version": "one"},
        "vocabulary": VOCABULARY,
        "sources": SOURCES,
        "measures": measures,
    }
