"""Values as words: terms, laws, names, in the answer's language.

What lives here: the small phrases that several sheets share. What does not: layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from nkj.model import Counts, Dispute, Event, Measure, Registry, Terms, TermValue, Text
from nkj.wording import Words


class Phrases:
    """Says a registry's values in one language."""

    def __init__(self, registry: Registry, words: Words) -> None:
        self.registry = registry
        self.words = words
        self._terms = {definition.id: definition for definition in registry.vocabulary}
        self._laws = {law.id: law for law in registry.laws}
        self._names = {occasion.id: occasion.name for occasion in registry.occasions}
        self._names.update({decision.id: decision.name for decision in registry.decisions})
        self._names.update({measure.id: measure.name for measure in registry.measures})
        self._names.update({indicator.id: indicator.name for indicator in registry.indicators})
        self._names.update({exchange.id: exchange.name for exchange in registry.exchanges})
        self._names.update(
            {party.id: Text(en=party.name, ja=party.name_ja) for party in registry.parties}
        )
        self._kinds = {measure.id: measure.kind for measure in registry.measures}
        self._publishers = {publisher.name.en: publisher.name for publisher in registry.publishers}
        self._legs = {
            f"{exchange.id}/{leg.id}": leg
            for exchange in registry.exchanges
            for leg in exchange.legs
        }

    @cached_property
    def events(self) -> dict[str, tuple[Measure, Event]]:
        """Every event by its id, with its measure."""
        return {
            event.id: (measure, event)
            for measure in self.registry.measures
            for event in measure.events
        }

    def text(self, text: Text | None) -> str:
        """A text in this language, else in English."""
        if text is None:
            return ""
        told = text.ja if self.words.lang == "ja" and text.ja else text.en
        return " ".join(told.split())

    def name(self, record_id: str) -> str:
        """The name of a measure, decision, occasion, exchange, indicator or party."""
        return self.text(self._names[record_id]) if record_id in self._names else record_id

    def kind(self, measure: str) -> str:
        """The kind of a measure."""
        return self._kinds[measure]

    def publisher(self, name: str) -> str:
        """A publisher's name in this language, if the registry gives one."""
        return self.text(self._publishers[name]) if name in self._publishers else name

    def country(self, code: str | None) -> str:
        """A country by its two-letter code."""
        return (
            self.words.say(f"country.{code}")
            if code and self.words.has(f"country.{code}")
            else code or ""
        )

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
        told = [self.words.say(f"counts.{kind}", count=count) for kind, count in kinds if count]
        return self.words.say("join.values").join(told) or self.words.say("counts.none")

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
        says, note = dispute.says, self.text(dispute.note)
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
        leg = self._legs.get(name)
        if leg is None:
            return f"{name} · {self.name(name)}"
        side = self.words.say(f"side.{leg.by}")
        return self.words.say(
            "exchange.leg", id=name, side=side, undertaking=self.text(leg.undertaking)
        )

    def undertaking(self, name: str) -> str:
        """What a leg undertakes."""
        return self.text(self._legs[name].undertaking)

    def terms(self, terms: Terms) -> str:
        """Terms as one line; nothing for none."""
        return self.listed(self._term(name, value) for name, value in terms.items())

    def _term(self, key: str, value: TermValue) -> str:
        definition = self._terms[key]
        name = self.text(definition.name)
        say = self.words.say
        if isinstance(value, bool):
            return say("term.plain", name=name, value=say("term.yes" if value else "term.no"))
        if isinstance(value, int):
            return say(
                "term.jpy" if definition.type == "jpy" else "term.plain",
                name=name,
                value=f"{value:,}",
            )
        if isinstance(value, str):
            return say("term.plain", name=name, value=value)
        labels = {label.id: self.text(label.name) for label in definition.values}
        if not value:
            return say("term.none", name=name)
        return say(
            "term.plain",
            name=name,
            value=say("join.values").join(labels.get(item, item) for item in value),
        )

    def law(self, reference: str) -> str:
        """``fefa-16`` as the law's name and article, ``feo-8-2`` as its Article 8-2 (in Japanese
        第8条の2).
        """
        parts = reference.split("-")
        for end in range(len(parts), 0, -1):
            law = self._laws.get("-".join(parts[:end]))
            if law is not None:
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
        return text if text.isprintable() else match.group()

    return re.sub(r"(?:%[89A-Fa-f][0-9A-Fa-f])+", letters, url)
