"""Values as words: terms, laws, names, in the answer's language.

What lives here: the small phrases that several sheets share. What does not: layout.
"""

from __future__ import annotations

from nkj.model import Registry, Terms, TermValue, Text
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

    def text(self, text: Text | None) -> str:
        """A text in this language, else in English."""
        if text is None:
            return ""
        return text.ja if self.words.lang == "ja" and text.ja else text.en

    def name(self, record_id: str) -> str:
        """The name of a measure, decision or occasion."""
        return self.text(self._names[record_id]) if record_id in self._names else record_id

    def terms(self, terms: Terms) -> str:
        """Terms as one line; nothing for none."""
        return "; ".join(self._term(name, value) for name, value in terms.items())

    def _term(self, key: str, value: TermValue) -> str:
        definition = self._terms[key]
        name = self.text(definition.name)
        say = self.words.say
        if isinstance(value, bool):
            return say("term.plain", name=name, value=say("term.yes" if value else "term.no"))
        if isinstance(value, int):
            return say("term.jpy" if definition.type == "jpy" else "term.plain", name=name, value=f"{value:,}")
        if isinstance(value, str):
            return say("term.plain", name=name, value=value)
        labels = {label.id: self.text(label.name) for label in definition.values}
        if not value:
            return say("term.none", name=name)
        return say("term.plain", name=name, value=", ".join(labels.get(item, item) for item in value))

    def law(self, reference: str) -> str:
        """``fefa-16-5`` as the law's name and article."""
        parts = reference.split("-")
        for end in range(len(parts), 0, -1):
            law = self._laws.get("-".join(parts[:end]))
            if law is not None:
                article = "-".join(parts[end:])
                name = self.text(law.name)
                return self.words.say("law.article", name=name, article=article) if article else name
        return reference
