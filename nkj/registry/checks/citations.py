"""Citations: all is cited, field by field, and no more confidently than its sources allow."""

from __future__ import annotations

from collections.abc import Iterator

from nkj.index import Citing
from nkj.model import Event, Law, Party
from nkj.problems import Problem, problem
from nkj.registry import resolve
from nkj.registry.checks.book import Book

#: The fields that some citation must support, or that are named as inferred.
_SUPPORTED = (
    "announced",
    "decided",
    "promulgated",
    "un_listed",
    "in_force",
    "until",
    "occurred",
    "terms",
    "added",
    "un",
    "agreed",
    "ended",
    "promised",
    "due",
    "performed",
    "reversed",
    "value",
)
#: The same of a party.
_SUPPORTED_OF_PARTY = (
    "name",
    "name_ja",
    "country",
    "un_id",
    "imo",
    "born",
    "role",
    "role_ja",
    "aliases",
    "aliases_ja",
    "listed_as",
)


def _citing(book: Book) -> Iterator[tuple[str, Citing]]:
    """Every sound record that must cite, with the name by which it is told. Laws are named by their
    number, which anybody can look up.
    """
    for citer in book.index.citers:
        if not isinstance(citer.record, Law) and book.is_sound(citer.record):
            yield citer.name, citer.record


def _inherits(record: Citing) -> bool:
    return isinstance(record, Event) and record.decision is not None


def uncited(book: Book) -> Iterator[Problem]:
    """Records without a source, their decision's included."""
    for name, record in _citing(book):
        if not record.cite and not _inherits(record):
            yield problem(book.where(record), "uncited", id=name)
    for written, resolved in book.pairs:
        for own, whole in zip(written.events, resolved.events, strict=True):
            if own.decision and not whole.cite and book.is_sound(own):
                yield problem(book.where(own), "uncited", id=own.id)


def unsupported(book: Book) -> Iterator[Problem]:
    """Fields that no citation names, and that are not said to be inferred."""
    for name, record in _citing(book):
        if not record.cite and not _inherits(record):
            continue
        supported = {field for citation in record.cite for field in citation.supports}
        supported.update(getattr(record, "inferred", ()))
        for field in _SUPPORTED_OF_PARTY if isinstance(record, Party) else _SUPPORTED:
            stated = getattr(record, field, None) not in (None, ())
            if stated and field not in supported:
                where = book.where(record, field)
                yield problem(where, "unsupported-field", id=name, field=field)


def overconfident(book: Book) -> Iterator[Problem]:
    """Records that are called surer than their sources, their decision's included, allow."""
    inherited = {
        id(own): whole.cite
        for written, resolved in book.pairs
        for own, whole in zip(written.events, resolved.events, strict=True)
    }
    for name, record in _citing(book):
        stated = getattr(record, "confidence", None)
        cite = inherited.get(id(record), record.cite)
        if stated is None or not cite:
            continue
        if not book.has_all_sources(*(citation.source for citation in cite)):
            continue  # what the missing source would allow is not known
        most = resolve.ceiling(cite, book.sources)
        if resolve.RANKS[stated] > resolve.RANKS[most]:
            where = book.where(record, "confidence")
            yield problem(where, "overconfident", id=name, stated=stated, most=most)


def unused_sources(book: Book) -> Iterator[Problem]:
    """Sources that nothing cites; where something could not be read, that may have cited them."""
    if book.walk.faults:
        return
    used = {node.text for kind, node in book.walk.refs if kind == "source"}
    for source in book.sections.sources:
        if source.id not in used:
            yield problem(book.where(source), "unused-source", id=source.id)
