"""A feed (Atom, RFC 4287) of what was decided and took effect, the newest first.

What lives here: the entries. What does not: which events belong together (``queries.timeline``).
``updated`` is the time of the registry's version: what changes when the registry does.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from nkj import index
from nkj.exports import File, Job, known_by, moment
from nkj.model import Registry
from nkj.queries.timeline import TimelineEntry, timeline
from nkj.wording import Words, words

_ATOM = "http://www.w3.org/2005/Atom"
#: A feed reader shows the latest; the whole registry is in the other formats.
_MOST = 100


def files(job: Job) -> Iterator[File]:
    """One file."""
    job.tell("atom")
    registry, speak = job.registry, words(job.lang)
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": job.lang})
    _add(feed, "id", _urn(registry, f"feed-{job.lang}"))
    _add(feed, "title", registry.programme.title.within(job.lang))
    _add(feed, "updated", _time(moment(registry)))
    _add(_add(feed, "author"), "name", "nkj")
    _add(feed, "rights", speak.say("export.licence"))
    found = timeline(registry, origin="all").entries
    for entry in [one for one in reversed(found) if one.kind == "measures"][:_MOST]:
        _entry(feed, job, entry, speak)
    ET.indent(feed)
    yield File("", ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _entry(feed: ET.Element, job: Job, told: TimelineEntry, speak: Words) -> None:
    registry = job.registry
    entry = _add(feed, "entry")
    # One decision may take effect on several days, each an entry of its own.
    _add(entry, "id", _urn(registry, f"{told.id}/{told.events[0]}"))
    title = speak.say("export.on-day", day=told.date.text, name=told.name.within(speak.lang))
    _add(entry, "title", title)
    _add(entry, "updated", _time(moment(registry)))
    if told.date.exact and told.date.first is not None:
        day = dt.datetime.fromordinal(told.date.first).replace(tzinfo=dt.UTC)
        _add(entry, "published", _time(day))
    lines = [_line(registry, event, speak) for event in told.events]
    _add(entry, "summary", "\n".join(lines)).set("type", "text")
    address = job.address_of(told.id)
    if address:
        _add(entry, "link").attrib.update({"rel": "alternate", "href": address})
    for source in (one for one in registry.sources if one.id in told.sources):
        if source.url is not None:
            link = _add(entry, "link")
            link.attrib.update({"rel": "via", "href": source.url, "title": source.title})


def _line(registry: Registry, name: str, speak: Words) -> str:
    measure, event = index.of(registry).events[name]
    step = speak.say(f"event.{event.event}")
    return speak.say("export.step-of", name=measure.name.within(speak.lang), step=step)


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = text
    return child


def _urn(registry: Registry, name: str) -> str:
    """An id that stays the same for the same record of the same programme."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"nkj:{known_by(registry, name)}").urn


def _time(moment_of: dt.datetime) -> str:
    # Years before 1000 need their zeros, which strftime does not write everywhere.
    return moment_of.isoformat().replace("+00:00", "Z")
