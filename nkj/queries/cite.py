"""One fact as one sentence that can be quoted: what, when, on whose word, in which version.

What lives here: the sentence, in every language that nkj speaks, and which source stands behind it.
What does not: the forms of bibliographies (``bibliography``).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from nkj import bibliography, choices, days, index, replay
from nkj.choices import Day, day_of
from nkj.index import Entry
from nkj.model import Citation, Event, Exchange, Leg, Measure, Registry, Source, Text, When
from nkj.queries.bundled import on_bundled
from nkj.queries.headings import heading
from nkj.queries.result import Answer
from nkj.replay import Replay
from nkj.wording import LANGUAGES, Words, words

#: The order in which sources are preferred: one is enough for a sentence.
_RANKS = {"primary": 0, "reproduction": 1, "secondary": 2}


class CiteResult(Answer, frozen=True, kw_only=True):
    """A fact ready to be quoted.

    ``on`` is the day of the citation: a measure is told as it stood then. ``source`` is the best
    one behind it: a primary source where there is one, and null where it rests on none.
    """

    id: str
    text: Text
    version: str
    hash: str
    on: When
    source: str | None
    bibtex: str
    csl: dict[str, Any] | None
    sources: tuple[str, ...]

    def rows(self) -> tuple[object, ...]:
        """The citation alone."""
        return (self.said(),)


@on_bundled
def cite(registry: Registry, name: str, on: Day) -> CiteResult:
    """One sentence about a record, by its id or name, with its source, version and day.

    ``bibtex`` and ``csl`` are the source's, with the sentence as their note. Raises ``WrongUsage``
    for a name that there is not, and for a bad day.

    >>> nkj.cite("payment-ban", "2017").text.within("en")[:58]
    'Ban on payments to North Korea: in force since 2016-02-26.'
    """
    entry = choices.entry_of(registry, name)
    day = day_of(registry, on)
    facts = {lang: _fact(registry, entry, day, words(lang)) for lang in LANGUAGES}
    first = facts[LANGUAGES[0]]
    source = _best(registry, entry, first)
    on_day = days.exactly(day)
    bibtex, item = "", None
    if source is not None:
        note = _sentence(registry, entry.id, first, on_day, None, words(LANGUAGES[0]))
        publisher = _publisher(registry, source, LANGUAGES[0])
        reference = bibliography.Reference(source, publisher, f"nkj:{entry.id}", note, on_day)
        bibtex, item = bibliography.bibtex(reference), bibliography.csl(reference)
    behind = source if source is None or source.id != entry.id else None
    sentences = {
        lang: _sentence(registry, entry.id, fact, on_day, behind, words(lang))
        for lang, fact in facts.items()
    }
    for other in registry.programme.languages:  # nkj itself does not speak it
        sentences.setdefault(other, sentences[LANGUAGES[0]])
    return CiteResult(
        registry=registry,
        id=entry.id,
        text=Text(sentences),
        version=registry.version,
        hash=registry.hash,
        on=on_day,
        source=None if source is None else source.id,
        bibtex=bibtex,
        csl=item,
        sources=() if source is None else (source.id,),
    )


class _Fact(NamedTuple):
    """What is said of a record in one language, and what it rests on: the citations, and the field
    that the sentence gives the day of.
    """

    text: str
    field: str
    cited: tuple[Citation, ...]


def _fact(registry: Registry, entry: Entry, day: int, words: Words) -> _Fact:
    """What is so, as one sentence without its full stop."""
    record = entry.record
    if isinstance(record, Measure):
        return _of_measure(registry, record, day, words)
    if isinstance(record, Event):
        return _of_event(registry, entry, record, words)
    if isinstance(record, Leg):
        return _of_leg(registry, record, words)
    line = heading(registry, entry)
    name = line.name.within(words.lang, *registry.programme.languages).rstrip(".。")
    field = _day_field(entry)
    if line.date is None:
        return _Fact(name, field, _cited(entry))
    key = f"cite.of.{entry.kind}.{field}"
    told = words.say(key if words.has(key) else "cite.dated", name=name, day=line.date.text)
    return _Fact(_marked(told, record, field, words), field, _cited(entry))


def _of_measure(registry: Registry, measure: Measure, day: int, words: Words) -> _Fact:
    """How it stands on the day, and since when: on the word of the event that began that."""
    span = Replay.of(registry).life(measure).on(day)
    name = measure.name.within(words.lang, *registry.programme.languages)
    # An easing has a day of its own, and ``since`` is that of the whole run in force.
    state = words.say("state.in-force" if span.in_force else f"state.{span.state}")
    event = span.began
    if span.in_force is None or span.since is None or event is None:
        return _Fact(words.say("term.plain", name=name, value=state), "", ())
    field = replay.effect_field(event) or ""
    key = "cite.since" if span.in_force else "cite.not-since"
    told = words.say(key, name=name, state=state, day=span.since.text)
    return _Fact(_marked(told, event, field, words), field, event.cite)


def _of_event(registry: Registry, entry: Entry, event: Event, words: Words) -> _Fact:
    line = heading(registry, entry)
    name = line.name.within(words.lang, *registry.programme.languages)
    field = replay.effect_field(event) or "occurred"
    if line.date is None:
        return _Fact(name, field, event.cite)
    key = "cite.of.event" if field == "in_force" and event.event != "noted" else "cite.dated"
    if event.event == "extended" and event.until is not None:
        key = "cite.of.extension"
    until = "" if event.until is None else event.until.text
    told = words.say(key, name=name, day=line.date.text, until=until)
    return _Fact(_marked(told, event, field, words), field, event.cite)


def _of_leg(registry: Registry, leg: Leg, words: Words) -> _Fact:
    """Who undertook what, and what came of it."""
    languages = (words.lang, *registry.programme.languages)
    sides = {side.id: side.name.within(*languages) for side in registry.programme.sides}
    side = sides.get(leg.by) or words.say("side.both")
    told = words.say("term.plain", name=side, value=leg.undertaking.within(*languages))
    field = "performed" if leg.performed is not None else "outcome"
    told = words.say("beside", text=told, aside=_came_of(leg, words))
    return _Fact(_marked(told, leg, field, words), field, leg.cite)


def _came_of(leg: Leg, words: Words) -> str:
    """What came of an undertaking, each step with its day: one taken back was carried out first."""
    steps = []
    if leg.performed is not None:
        done = "partly" if leg.outcome == "partly" else "performed"
        steps.append(words.say("cite.step", step=words.say(f"step.{done}"), day=leg.performed.text))
    if leg.reversed is not None:
        step = words.say("cite.reversed")
        steps.append(words.say("cite.step", step=step, day=leg.reversed.text))
    return words.say("join.values").join(steps) or words.say(f"outcome.{leg.outcome}")


def _marked(told: str, record: object, field: str, words: Words) -> str:
    """The sentence, which says so where its day follows from others and no source has it."""
    if field not in getattr(record, "inferred", ()):
        return told
    return words.say("beside", text=told, aside=words.say("cite.inferred"))


def _day_field(entry: Entry) -> str:
    """The field that gives a record its day, by the order of ``index.KINDS``."""
    fields = index.KINDS[entry.kind].days or ("promulgated", "passed", "in_force", "value")
    return next((f for f in fields if getattr(entry.record, f, None) is not None), "")


def _cited(entry: Entry) -> tuple[Citation, ...]:
    """The citations behind a record, those of its parts where it has none itself."""
    record = entry.record
    own: tuple[Citation, ...] = getattr(record, "cite", ())
    if own or isinstance(record, Source):
        return own
    parts = record.legs if isinstance(record, Exchange) else getattr(record, "points", ())
    return tuple(citation for part in parts for citation in part.cite)


def _sentence(
    registry: Registry, name: str, fact: _Fact, on: When, source: Source | None, words: Words
) -> str:
    """What is so, on whose word, in which registry and version, as of which day."""
    told = [words.say("cite.fact", fact=fact.text.rstrip(".。"))]
    if source is not None:
        told.append(_source(registry, source, words))
    args = {"id": name, "version": registry.version, "hash": registry.hash, "day": on.text}
    title = registry.programme.title.within(words.lang, *registry.programme.languages)
    through = registry.verified_through
    if through is None:
        told.append(words.say("cite.registry.open", title=title, **args))
    else:
        told.append(words.say("cite.registry", title=title, through=days.iso(through), **args))
    return words.say("join.sentences").join(told)


def _source(registry: Registry, source: Source, words: Words) -> str:
    publisher = _publisher(registry, source, words.lang)
    told = words.say("show.citation", publisher=publisher, title=source.title)
    if source.published is not None:
        told = words.say("cite.published", text=told, day=source.published.text)
    key = "cite.source.url" if source.url else "cite.source"
    return words.say(key, kind=words.say(f"source.{source.kind}"), text=told, url=source.url or "")


def _publisher(registry: Registry, source: Source, lang: str) -> str:
    fallback = registry.programme.languages[0]
    known = {one.name.within(fallback): one.name for one in registry.publishers}
    name = known.get(source.publisher)
    return source.publisher if name is None else name.within(lang, fallback)


def _best(registry: Registry, entry: Entry, fact: _Fact) -> Source | None:
    """The source to name: one that gives the day of the sentence before one that says something
    else of the record; a primary one before a copy, and that before a report.
    """
    if isinstance(entry.record, Source):
        return entry.record
    known = index.of(registry).entries

    def source_of(citation: Citation) -> Source:
        source = known[citation.source].record
        assert isinstance(source, Source)
        return source

    def rank(citation: Citation) -> tuple[bool, int]:
        return fact.field not in citation.supports, _RANKS[source_of(citation).kind]

    best = min(fact.cited, key=rank, default=None)
    return None if best is None else source_of(best)
