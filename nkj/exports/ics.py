"""A calendar (RFC 5545): the last days of measures, and the days of decisions, as whole days.

What lives here: which days stand in the calendar and what they are called. What does not: the
format itself (icalendar). Only single days stand in it: a calendar cannot show a day that is known
only as a month. ``UID`` comes from the ids of the records, so that a calendar that subscribes
again moves a day instead of adding one; the time of each entry is that of the registry's version.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

import icalendar

from nkj.exports import File, Job, known_by, moment
from nkj.model import Event, Measure, Registry
from nkj.replay import effect
from nkj.tables.lives import stretches
from nkj.wording import Words, words


class _Entry(NamedTuple):
    """A day of the calendar. ``record`` is the id of what it tells of."""

    id: str
    record: str
    day: int
    title: str
    about: str
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
    entries = [*_deadlines(registry, speak), *_decisions(registry, speak)]
    for entry in sorted(entries, key=lambda entry: (entry.day, entry.id)):
        calendar.add_component(_component(entry, job, speak))
    yield File("", calendar.to_ical(sorted=False))


def _component(entry: _Entry, job: Job, speak: Words) -> icalendar.Event:
    day = dt.date.fromordinal(entry.day)
    event = icalendar.Event()
    event.add("uid", known_by(job.registry, entry.id))
    event.add("dtstamp", moment(job.registry))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))  # the first day after it
    event.add("summary", entry.title)
    event.add("description", entry.about)
    event.add("categories", [speak.say(f"export.{entry.kind}")])
    address = job.address_of(entry.record)
    if address:
        event.add("url", address)
    event.add("transp", "TRANSPARENT")  # nobody is busy on such a day
    return event


def _deadlines(registry: Registry, speak: Words) -> Iterator[_Entry]:
    """The last days that were not moved: those that passed, and those to come."""
    for measure in registry.measures:
        found = list(stretches(registry, measure))
        for at, stretch in enumerate(found):
            until, setter = stretch.span.until, stretch.span.standing.setter
            if until is None or not until.exact or until.first is None or setter is None:
                continue
            following = found[at + 1].span if at + 1 < len(found) else None
            if stretch.last != until.first or following is None or following.in_force:
                continue
            title = speak.say("export.ends", name=measure.name.within(speak.lang))
            key = "export.ended" if following.state == "lapsed" else "export.ends-unless"
            about = speak.say(key, id=setter.id)
            yield _Entry(f"{setter.id}/until", setter.id, until.first, title, about, "deadline")


def _decisions(registry: Registry, speak: Words) -> Iterator[_Entry]:
    """What was decided, and what took effect by no decision on record."""
    moved: dict[str, list[str]] = {}
    for measure in registry.measures:
        for event in measure.events:
            if event.event == "noted":
                continue
            told = _told(measure, event, speak)
            if event.decision is not None:
                moved.setdefault(event.decision, []).append(told)
            elif (day := effect(event)) is not None and day.exact and day.first is not None:
                yield _Entry(event.id, event.id, day.first, told, event.id, "step")
    for decision in registry.decisions:
        day = decision.decided or decision.announced
        if day is not None and day.exact and day.first is not None:
            about = "\n".join(moved.get(decision.id, [decision.id]))
            title = decision.name.within(speak.lang)
            yield _Entry(decision.id, decision.id, day.first, title, about, "decision")


def _told(measure: Measure, event: Event, speak: Words) -> str:
    name, step = measure.name.within(speak.lang), speak.say(f"event.{event.event}")
    return speak.say("export.step-of", name=name, step=step)
