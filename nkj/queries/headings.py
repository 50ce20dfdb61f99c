"""A record in one line: what it is called, and its day.

What lives here: the name and the day by which ``list`` and ``search`` tell a record, whatever kind
it is of. What does not: everything else about it (``show``).
"""

from __future__ import annotations

from nkj import index, replay
from nkj.index import Entry
from nkj.model import (
    Checkpoint,
    Conduct,
    Event,
    Law,
    Leg,
    Measure,
    Party,
    Registry,
    Source,
    TermDefinition,
    Text,
    When,
)
from nkj.queries.result import Result
from nkj.wording import LANGUAGES, words


class Heading(Result, frozen=True, kw_only=True):
    """A record by its name and day. ``date`` is null where it has none of its own."""

    id: str
    kind: str
    name: Text
    date: When | None


#: The name by which each kind is asked for, in the order in which they are listed. Terms and
#: conducts are no records of ``index``, since nothing can be shown of them.
LISTS: dict[str, str] = {
    **{
        {"indicator": "figures", "party": "parties"}.get(kind, f"{kind}s"): kind
        for kind in index.KINDS
    },
    "terms": "term",
    "conducts": "conduct",
}


def heading(registry: Registry, entry: Entry) -> Heading:
    """The line about a record."""
    return Heading(
        id=entry.id, kind=entry.kind, name=_name(registry, entry), date=day_of_record(entry)
    )


def words_of(registry: Registry) -> tuple[tuple[Heading, TermDefinition | Conduct], ...]:
    """The words that a registry defines and that are no records of ``index``, each with its line:
    the terms of its vocabulary, and the conducts that can be asked about.
    """
    words: list[tuple[str, TermDefinition | Conduct]] = [
        *(("term", term) for term in registry.vocabulary),
        *(("conduct", conduct) for conduct in registry.conducts),
    ]
    return tuple(
        (Heading(id=one.id, kind=kind, name=one.name, date=None), one) for kind, one in words
    )


def day_of_record(entry: Entry) -> When | None:
    """A record's own day: what ``index.KINDS`` says; of an event its effect, of a measure that of
    the first event that moved it; of a law, a source and an undertaking the day of the paper or the
    word.
    """
    record = entry.record
    if isinstance(record, Event):
        return replay.effect(record) or record.occurred
    if isinstance(record, Measure):
        days = (replay.effect(event) for event in record.events if event.event != "noted")
        return next(days, None)
    if isinstance(record, Law):
        return record.promulgated or record.passed or record.in_force
    if isinstance(record, Source):
        return record.published
    if isinstance(record, Leg):
        return record.performed or record.promised
    return next((d for f in index.KINDS[entry.kind].days if (d := getattr(record, f))), None)


def _name(registry: Registry, entry: Entry) -> Text:
    record = entry.record
    if isinstance(record, Event):
        return _event_name(index.of(registry).measures[entry.owner].name, record)
    if isinstance(record, Leg):
        return record.undertaking
    if isinstance(record, Source):
        return in_every_language(registry, record.title)
    if isinstance(record, Party):
        return party_name(registry, record)
    if isinstance(record, Checkpoint):
        return record.note or in_every_language(registry, record.id)
    return record.name


def _event_name(measure: Text, event: Event) -> Text:
    """The measure, and what the event did to it."""
    named = dict(measure.words)
    for lang in LANGUAGES:
        if lang in named:
            say = words(lang).say
            step = say(f"event.{event.event}")
            named[lang] = say("diff.step", name=named[lang], step=step)
    return Text(named)


def party_name(registry: Registry, party: Party) -> Text:
    """A party's name in Latin letters, and in Japanese where the registry speaks it."""
    named = dict(in_every_language(registry, party.name).words)
    if party.name_ja and "ja" in named:
        named["ja"] = party.name_ja
    return Text(named)


def in_every_language(registry: Registry, text: str) -> Text:
    """A text that stands as it is in whatever language is spoken: a title, a name on a list."""
    return Text(dict.fromkeys(registry.programme.languages, text))
