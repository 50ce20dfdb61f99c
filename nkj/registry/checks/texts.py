"""Texts: everything that people read is there in every language that the programme names."""

from __future__ import annotations

from collections.abc import Iterator

from nkj.model import NamedId, Programme, Record, Text
from nkj.problems import Problem, problem
from nkj.registry.checks.book import Book


def untranslated(book: Book) -> Iterator[Problem]:
    """Texts of records without words in one of the languages. Those of sources are notes for
    whoever checks them.
    """
    for name, record in _told(book):
        for field in record.__struct_fields__:
            text = getattr(record, field)
            if isinstance(text, Text):
                for language in book.walk.languages or ():
                    if language not in text.words:
                        where = book.where(record, field)
                        yield problem(
                            where, "untranslated", id=name, field=field, language=language
                        )


def _told(book: Book) -> Iterator[tuple[str, Record]]:
    """Every record that has texts, with the name by which it is told."""
    if book.sections.programme is not None:
        yield "programme", book.sections.programme
        yield from ((name.id, name) for name in _names(book.sections.programme))
    for definition in book.sections.vocabulary:
        yield definition.id, definition
    for entry in book.index.entries.values():
        if entry.kind not in ("source", "checkpoint"):
            yield entry.id, entry.record
    for citer in book.index.citers:
        if citer.name != citer.under:  # turns and figures, which have no id of their own
            yield citer.name, citer.record


def _names(programme: Programme) -> tuple[NamedId, ...]:
    """Every name of a programme."""
    lists = (programme.instruments, programme.occasion_kinds, programme.countries)
    return (*programme.sides, *programme.families, *(name for names in lists for name in names))
