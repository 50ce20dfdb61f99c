"""A calendar (RFC 5545): last days of measures, days of decisions and due days, as whole days.

What lives here: which days stand in the calendar and what they are called. What does not: the
format itself (icalendar). What is known only as a month or a span stands as that long, with a title
that says so; a span without a beginning or an end cannot be shown. ``UID`` comes from the ids of
the records, so that a calendar that subscribes again moves a day instead of adding one; the time of
each entry is that of the registry's version.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeGuard

import icalendar

from nkj.exports import File, Job, known_by, moment
from nkj.model import Registry, When
from nkj.replay import effect
from nkj.tables.lives import Stretch, stretches
from nkj.wording import Words, words

#: No day follows this one, and an entry ends with the day after it.
_LAST = dt.date.max.toordinal()


class _Entry(NamedTuple):
    """An entry of the calendar: the id of the record that it tells of, its day, as the registry
    writes it, and the lines about it.
    """

    id: str
    record: str
    day: When
    title: str
    about: Sequence[str]
    kind: str


def files(job: Job) -> Iterator[File]:
    """One file."""
    job.tell("ics")
    registry, speak = job.registry, words(job.lang)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//nkj//registry//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    title = registry.programme.title.within(job.lang)
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("description", speak.say("export.calendar"))
    entries = [
        *_deadlines(registry, speak),
        *_decisions(registry, speak),
        *_undertakings(registry, speak),
    ]
    shown = [(days_of, entry) for entry in entries if (days_of := _days_of(entry.day))]
    for days_of, entry in sorted(shown, key=lambda one: (one[0], one[1].id)):
        calendar.add_component(_component(entry, days_of, job, speak))
    yield File("", calendar.to_ical(sorted=False))


def _days_of(day: When) -> tuple[dt.date, dt.date] | None:
    """The first of the possible days and the one after the last, if both can be written."""
    if day.first is None or day.last is None or day.last >= _LAST:
        return None
    return dt.date.fromordinal(day.first), dt.date.fromordinal(day.last + 1)


def _component(
    entry: _Entry, days_of: tuple[dt.date, dt.date], job: Job, speak: Words
) -> icalendar.Event:
    first, after = days_of
    event = icalendar.Event()
    event.add("uid", known_by(job.registry, entry.id))
    event.add("dtstamp", moment(job.registry))
    event.add("dtstart", first)
    event.add("dtend", after)
    event.add("summary", _title(entry, speak))
    doubt = [speak.say("note.doubt")] if entry.day.doubtful else []
    event.add("description", "\n".join([*entry.about, *doubt]))
    event.add("categories", [speak.say(f"export.{entry.kind}")])
    address = job.address_of(entry.record)
    if address:
        event.add("url", address)
    event.add("transp", "TRANSPARENT")  # nobody is busy on such a day
    return event


def _title(entry: _Entry, speak: Words) -> str:
    """What an entry is called: with its day, as written, where that is not surely a single one."""
    if not entry.day.exact:
        return speak.say("export.one-day", day=entry.day.text, name=entry.title)
    if entry.day.doubtful:
        return speak.say("export.on-day", day=entry.day.text, name=entry.title)
    return entry.title


def _deadlines(registry: Registry, speak: Words) -> Iterator[_Entry]:
    """The last days that were not moved: those that passed, and those to come."""
    for measure in registry.measures:
        name = measure.name.within(speak.lang)
        for stretch, following in pairwise(stretches(registry, measure)):
            span, after = stretch.span, following.span
            until, setter = span.until, span.standing.setter
            if _ends(until, stretch) and setter is not None and not after.in_force:
                key = "export.ended" if after.state == "lapsed" else "export.ends-unless"
                about = (speak.say(key, id=setter.id),)
                title = speak.say("export.ends", name=name)
                yield _Entry(f"{setter.id}/until", setter.id, until, title, about, "deadline")
            rest, setter = span.suspended_until, span.standing.suspended_by
            if _ends(rest, stretch) and setter is not None and after.state != "suspended":
                about = (speak.say("export.set-by", id=setter.id),)
                title = speak.say("export.rests", name=name)
                yield _Entry(
                    f"{setter.id}/suspended-until", setter.id, rest, title, about, "deadline"
                )


def _ends(day: When | None, stretch: Stretch) -> TypeGuard[When]:
    """True if a stretch ends on this last day, or on the first that may be it."""
    return day is not None and day.first == stretch.last


def _decisions(registry: Registry, speak: Words) -> Iterator[_Entry]:
    """What was decided, and what took effect by no decision on record."""
    moved: dict[str, list[str]] = {}
    for measure in registry.measures:
        for event in measure.events:
            if event.event == "noted":
                continue
            name, day = measure.name.within(speak.lang), effect(event)
            step = speak.say("export.step-of", name=name, step=speak.say(f"event.{event.event}"))
            if event.decision is not None:
                told = step if day is None else speak.say("beside", text=step, aside=day.text)
                moved.setdefault(event.decision, []).append(told)
            elif day is not None:
                yield _Entry(event.id, event.id, day, step, (event.id,), "step")
    for decision in registry.decisions:
        day = decision.decided or decision.announced
        if day is not None:
            about = moved.get(decision.id, [decision.id])
            title = decision.name.within(speak.lang)
            yield _Entry(decision.id, decision.id, day, title, about, "decision")


def _undertakings(registry: Registry, speak: Words) -> Iterator[_Entry]:
    """When undertakings of a bargain fell due, and what came of each."""
    sides = {side.id: side.name.within(speak.lang) for side in registry.programme.sides}
    for exchange in registry.exchanges:
        for leg in exchange.legs:
            if leg.due is None:
                continue
            side = sides.get(leg.by) or speak.say(f"side.{leg.by}")
            undertaking = leg.undertaking.within(speak.lang)
            title = speak.say("export.due", side=side, undertaking=undertaking)
            name, outcome = exchange.name.within(speak.lang), speak.say(f"outcome.{leg.outcome}")
            told = speak.say("term.plain", name=name, value=outcome)
            record = f"{exchange.id}/{leg.id}"
            about = (told, record)
            yield _Entry(f"{record}/due", record, leg.due, title, about, "undertaking")
