"""Values as words: terms, laws, names, in the answer's language.

What lives here: the small phrases that several sheets share. What does not: layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from nkj import days, index
from nkj.characters import visible
from nkj.model import (
    Counts,
    Dispute,
    Event,
    Law,
    Measure,
    NamedId,
    Party,
    Registry,
    Source,
    TermDefinition,
    Terms,
    TermValue,
    Text,
    When,
)
from nkj.queries.links import NamedIn
from nkj.wording import Words

#: What stands before the colon of a short name, with it.
_HEAD = re.compile(r"[^:：]+(?:: |：)")

#: A list of more values than this is told briefly by its first.
_MOST_VALUES = 2


class Phrases:
    """Says a registry's values in one language."""

    def __init__(self, registry: Registry, words: Words) -> None:
        self.registry = registry
        self.words = words
        #: True once a day was said that is doubted or one unknown day of a span.
        self.said_doubt = False
        #: True once terms or an end were said that changed about the day asked for.
        self.said_changing = False
        #: How far the evidence reaches for what the answer shows (``notes.coverage``).
        self.known_through: When | None = days.exactly_or_none(registry.verified_through)
        self._index = index.of(registry)
        programme = registry.programme
        self._fallback = programme.languages[0]
        self._sides = {side.id: side.name for side in programme.sides}
        self._publishers = {
            publisher.name.within(self._fallback): publisher.name
            for publisher in registry.publishers
        }

    @property
    def events(self) -> dict[str, tuple[Measure, Event]]:
        """Every event by its id, with its measure."""
        return self._index.events

    def day(self, day: When | None, otherwise: str = "") -> str:
        """A day as it is written; ``otherwise`` where there is none."""
        if day is None:
            return otherwise
        if day.doubtful or ".." in day.text:
            self.said_doubt = True
        return day.text

    def written_day(self, text: str) -> str:
        """A text that may be a day, as it stands; if it is one, its marks are remembered."""
        try:
            return self.day(days.parse_when(text))
        except days.DayError:
            return text

    def changing(self, text: str) -> str:
        """Terms or an end that changed about this day, of which the earlier are said: marked."""
        self.said_changing = True
        return f"{text} ≈"

    def text(self, text: Text | None) -> str:
        """A text in this language, else in the registry's first."""
        if text is None:
            return ""
        return " ".join(text.within(self.words.lang, self._fallback).split())

    # Names of the programme

    def title(self) -> str:
        """What the registry is about."""
        return self.text(self.registry.programme.title)

    def sender(self) -> str:
        """Whose measures these are."""
        return self.text(self.registry.programme.sender.name)

    def target(self) -> str:
        """Whom they are against."""
        return self.text(self.registry.programme.target.name)

    def side(self, name: str) -> str:
        """A side of an exchange, or both."""
        return self.text(self._sides[name]) if name in self._sides else self.words.say("side.both")

    def family(self, name: str) -> str:
        """A family of measures."""
        return self._named(self.registry.programme.families, name)

    def instrument(self, name: str) -> str:
        """A kind of act."""
        return self._named(self.registry.programme.instruments, name)

    def occasion_kind(self, name: str) -> str:
        """A kind of occasion."""
        return self._named(self.registry.programme.occasion_kinds, name)

    def origin(self, name: str) -> str:
        """The sender's own measures, or those that carry out the Security Council."""
        own = self.registry.programme.own
        return self.text(own) if name == "unilateral" else self.words.say(f"origin.{name}")

    def country(self, code: str | None) -> str:
        """A country by its two-letter code."""
        known = self._named(self.registry.programme.countries, (code or "").lower())
        return known if code and known != code.lower() else code or ""

    def _named(self, names: Iterable[NamedId], name: str) -> str:
        found = next((known.name for known in names if known.id == name), None)
        return self.text(found) if found else name

    # Names of records

    def name(self, record_id: str) -> str:
        """The name of a measure, decision, occasion, exchange, indicator or party."""
        entry = self._index.get(record_id)
        if entry and isinstance(entry.record, Party):
            return self.party(entry.record)
        name = getattr(entry.record, "name", None) if entry else None
        return self.text(name) if isinstance(name, Text) else record_id

    def party(self, party: Party | NamedIn) -> str:
        """A party by its name in this language, else as the list prints it."""
        return (party.name_ja if self.words.lang == "ja" else None) or party.name

    def named(self, record_id: str) -> str:
        """A record by its name, with its id behind it."""
        return self.beside(self.name(record_id), record_id)

    def kind(self, measure: str) -> str:
        """The kind of a measure."""
        return self._index.measures[measure].kind

    def publisher(self, name: str) -> str:
        """A publisher's name in this language, if the registry gives one."""
        return self.text(self._publishers[name]) if name in self._publishers else name

    def source(self, name: str) -> Source:
        """A source by its id."""
        entry = self._index.entries[name]
        assert isinstance(entry.record, Source)
        return entry.record

    def source_title(self, source: Source) -> str:
        """A source by its publisher and title."""
        publisher = self.publisher(source.publisher)
        return self.words.say("show.citation", publisher=publisher, title=source.title)

    def address_of(self, name: str) -> str:
        """The address of a source by its id; nothing for what is no source, or has none."""
        entry = self._index.get(name)
        source = entry.record if entry else None
        return (source.url or "") if isinstance(source, Source) else ""

    def field(self, name: str) -> str:
        """A field of a record by its label."""
        return self.words.say(f"field.{name}") if self.words.has(f"field.{name}") else name

    def listed(self, texts: Iterable[str]) -> str:
        """Texts in a row, as this language separates them."""
        return self.words.say("join").join(texts)

    def beside(self, text: str, aside: str) -> str:
        """A text with something in brackets behind it."""
        return self.words.say("beside", text=text, aside=aside)

    def counts(self, counts: Counts | None) -> str:
        """Numbers of parties, those that are not zero."""
        if counts is None:
            return ""
        kinds = (
            ("entities", counts.entities),
            ("individuals", counts.individuals),
            ("vessels", counts.vessels),
        )
        numbers = [self.words.counted(f"counts.{kind}", n) for kind, n in kinds if n]
        return self.words.say("join.values").join(numbers) or self.words.say("counts.none")

    def dispute(self, dispute: Dispute) -> str:
        """Another reading as one line: the field, what is said of it, and who says so."""
        says = self.reading(dispute)
        return self.beside(
            self.words.say("term.plain", name=self.field(dispute.field), value=says), dispute.source
        )

    def reading(self, dispute: Dispute) -> str:
        """What the other reading says: in words where there are any, with its value where that is a
        day or an outcome.
        """
        says, note = self.written_day(dispute.says), self.text(dispute.note)
        known = next(
            (
                key
                for key in (f"outcome.{says}", f"event.{says}", f"exchange.kind.{says}")
                if self.words.has(key)
            ),
            None,
        )
        if known:
            says = self.words.say(known)
        elif note and not says[:4].isdigit():
            return note
        return self.words.say("term.plain", name=says, value=note) if note else says

    def leg(self, name: str) -> str:
        """A leg by its id, or an exchange, as a reader who does not know it needs it: whose
        undertaking, and what.
        """
        known = self._index.legs.get(name)
        if known is None:
            return f"{name} · {self.name(name)}"
        _, leg = known
        return self.words.say(
            "exchange.leg",
            id=name,
            side=self.side(leg.by),
            undertaking=self.text(leg.undertaking),
        )

    def undertaking(self, name: str) -> str:
        """What a leg undertakes."""
        return self.text(self._index.legs[name][1].undertaking)

    def terms(self, terms: Terms, briefly: bool = False) -> str:
        """Terms as one line; nothing for none. ``briefly`` tells a long list by its length, where
        its phrase does so.
        """
        told = [self._term(name, value, briefly) for name, value in terms.items()]
        return self.words.say("join.values").join(told)

    def _term(self, key: str, value: TermValue, briefly: bool) -> str:
        """A term in the words of its phrase, else its name and value."""
        definition = self._index.terms[key]
        say = self.words.say
        name = self.text(definition.name)
        if value == ():
            return self.text(definition.phrase_none) or say("term.none", name=name)
        shown = self._value(definition, value, briefly)
        phrase = self.text(definition.phrase)
        if not phrase or ("{value}" not in phrase and not briefly):
            return say("term.plain", name=name, value=shown)
        count = len(value) if isinstance(value, tuple) else value
        one, *more = phrase.split("|")
        form = one if count == 1 or not more else more[-1]
        return form.replace("{count}", str(count)).replace("{value}", shown)

    def _value(self, definition: TermDefinition, value: TermValue, briefly: bool) -> str:
        """What a term holds, in words; ``briefly``, of a long list the first and how many more."""
        say = self.words.say
        if isinstance(value, bool):
            return say("term.yes" if value else "term.no")
        if isinstance(value, int):
            unit = self._unit(definition)
            if not unit:
                return f"{value:,}"
            return say("term.money", value=self.words.amount(value), unit=unit)
        if isinstance(value, str):
            return self.written_day(value)
        labels = {label.id: self.text(label.name) for label in definition.values}
        if briefly and len(value) > _MOST_VALUES:
            first = labels.get(value[0], value[0])
            return say("term.and-more", first=first, count=len(value) - 1)
        return say("join.values").join(labels.get(item, item) for item in value)

    def _unit(self, definition: TermDefinition) -> str:
        """What an amount is counted in; nothing for what is no money."""
        if definition.type == "jpy":
            return self.words.say("unit.jpy")
        unit = self.text(definition.unit)
        # A unit in Latin letters does not run into the figure, where the language sets no space.
        return f" {unit}" if unit.isascii() and self.words.lang == "ja" and unit else unit

    def term(self, key: str) -> TermDefinition:
        """A term's definition by its key."""
        return self._index.terms[key]

    # Short names

    def short(self, record_id: str) -> str:
        """The name of a measure, exchange or occasion in a few words, else its name."""
        entry = self._index.get(record_id)
        short = getattr(entry.record, "short", None) if entry else None
        return self.text(short) if isinstance(short, Text) else self.name(record_id)

    def short_title(self, record_id: str) -> str:
        """The short name as it begins a line."""
        short = self.short(record_id)
        return short[:1].upper() + short[1:]

    def shorts(
        self, record_ids: Iterable[str], asides: Mapping[str, str] | None = None, most: int = 0
    ) -> str:
        """Several short names in a row; what some have in common before their colon is said once:
        ``re-entry ban: officials, engineers; import ban``.

        ``asides`` stand in brackets behind a name. More than ``most`` names under one head are
        told by their number: ``re-entry ban (4)``.
        """
        grouped: dict[str, list[str]] = {}
        for record_id in record_ids:
            name = self.short(record_id)
            aside = (asides or {}).get(record_id)
            head = _HEAD.match(name)
            rest = name[head.end() :] if head else name
            told = self.beside(rest, aside) if aside else rest
            # Without a head each name is a group of its own, in its place.
            grouped.setdefault(head.group() if head else record_id, []).append(told)
        comma = self.words.say("join.values")
        parts = []
        for head_or_id, names in grouped.items():
            head_text = head_or_id if _HEAD.fullmatch(head_or_id) else ""
            if head_text and most and len(names) > most:
                parts.append(self.beside(head_text.rstrip(" :："), str(len(names))))
            else:
                parts.append(head_text + comma.join(names))
        return self.listed(parts)

    def law(self, reference: str) -> str:
        """``fefa-16`` as the law's name and article, ``feo-8-2`` as its Article 8-2 (in Japanese
        第8条の2).
        """
        parts = reference.split("-")
        for end in range(len(parts), 0, -1):
            entry = self._index.get("-".join(parts[:end]))
            law = entry.record if entry else None
            if isinstance(law, Law):
                name, article = self.text(law.name), parts[end:]
                if len(article) > 1:
                    return self.words.say(
                        "law.branch", name=name, article=article[0], branch="-".join(article[1:])
                    )
                return (
                    self.words.say("law.article", name=name, article=article[0])
                    if article
                    else name
                )
        return reference


def readable(url: str) -> str:
    """An address with letters outside ASCII as letters, not bytes; browsers take either."""

    from urllib.parse import unquote_to_bytes

    def letters(match: re.Match[str]) -> str:
        try:
            text = unquote_to_bytes(match.group()).decode("utf-8")
        except UnicodeDecodeError:
            return match.group()
        return text if visible(text) == text else match.group()

    return re.sub(r"(?:%[89A-Fa-f][0-9A-Fa-f])+", letters, url)
