"""Small measures for tests, built as records: what an event needs and nothing else."""

from __future__ import annotations

from typing import Any

from nkj import days
from nkj.model import (
    Event,
    EventKind,
    Measure,
    NamedId,
    Party,
    PartyType,
    Programme,
    Registry,
    Text,
    When,
)

FAMILIES = ("entry", "ports", "remittances", "trade", "assets")


def text(words: str) -> Text:
    """The same words in both languages."""
    return Text({"en": words, "ja": words})


def name(text_id: str) -> NamedId:
    """An id that is called by itself."""
    return NamedId(id=text_id, name=text(text_id))


PROGRAMME = Programme(
    title=text("measures"),
    own=text("own"),
    sender=name("japan"),
    target=name("dprk"),
    families=tuple(map(name, FAMILIES)),
    languages=("en", "ja"),
    time_zone="Asia/Tokyo",
)


def event(kind: EventKind, day: str | None = None, **fields: Any) -> Event:
    """An event in force (``extended``: decided) on a day; ``until`` and other days are given as
    text.
    """
    number = fields.pop("id", f"{kind}-{day}")
    for name in ("announced", "decided", "promulgated", "un_listed", "in_force", "occurred"):
        if isinstance(fields.get(name), str):
            fields[name] = days.parse_when(fields[name])
    if isinstance(fields.get("until"), str):
        fields["until"] = days.parse_until(fields["until"])
    if day is not None:
        fields["decided" if kind == "extended" else "in_force"] = days.parse_when(day)
    return Event(id=number, event=kind, **fields)


def measure(*events: Event, **fields: Any) -> Measure:
    """A measure with these events."""
    base = {"id": "m", "family": "ports", "kind": "prohibition", "name": text("M")}
    return Measure(**{**base, **fields}, events=events)


def party(name: str, type: PartyType = "entity", **fields: Any) -> Party:
    """A party whose id is its name in small letters with hyphens."""
    number = fields.pop("id", name.lower().replace(" ", "-"))
    return Party(id=number, name=name, type=type, **fields)


def registry(
    *measures: Measure,
    parties: tuple[Party, ...] = (),
    verified_from: str | None = None,
    verified_through: str | None = None,
) -> Registry:
    """A registry of these measures, with the bundled vocabulary's keys left out."""
    return Registry(
        version="test",
        hash="test",
        verified_from=days.parse_day(verified_from) if verified_from else None,
        verified_through=days.parse_day(verified_through) if verified_through else None,
        coverage_by=(),
        programme=PROGRAMME,
        vocabulary=(),
        publishers=(),
        sources=(),
        laws=(),
        occasions=(),
        decisions=(),
        parties=parties,
        measures=measures,
        exchanges=(),
        indicators=(),
        checkpoints=(),
    )


def text_of(day: When | None) -> str | None:
    """A day of an answer as it is written."""
    return day.text if day else None
