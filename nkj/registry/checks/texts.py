"""Texts: everything that people read is there in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from nkj.model import Record, Text
from nkj.problems import Problem, problem
from nkj.registry.checks.book import Book


def untranslated(book: Book) -> Iterator[Problem]:
    """Texts of records without Japanese. Those of sources are notes for whoever checks them."""
    for name, record in _told(book):
        for field in record.__struct_fields__:
            text = getattr(record, field)
            if isinstance(text, Text) and text.ja is None:
                yield problem(book.where(record, field), "untranslated", id=name, field=field)


def _told(book: Book) -> Iterator[tuple[str, Record]]:
    """Every record that has texts, with the name by which it is told."""
    for definition in book.sections.vocabulary:
        yield definition.id, definition
    for entry in book.index.entries.values():
        if entry.kind not in ("source", "checkpoint"):
            yield entry.id, entry.record
    for citer in book.index.citers:
        if citer.name != citer.under:  # turns and figures, which have no id of their own
            yield citer.name, citer.record
