"""Citations: all is cited, field by field, and no more confidently than its sources allow."""

from __future__ import annotations

from collections.abc import Iterator

from nkj.days import surely_before
from nkj.index import Citing
from nkj.model import Break, Citation, Decision, Event, Law, Party, Record, When
from nkj.problems import Problem, problem
from nkj.registry import resolve
from nkj.registry.checks.book import Book
from nkj.registry.nodes import place

#: The fields that some citation must support, or that are named as inferred.
SUPPORTED = (
    "announced",
    "decided",
    "promulgated",
    "un_listed",
    "in_force",
    "until",
    "suspended_until",
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
    *("verdict", "when", "unless"),
)
#: The same of a party.
SUPPORTED_OF_PARTY = (
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
#: A law has its number, by which anybody can look it up.
NEED_NOT_CITE = (Law,)
#: Days of what has happened: nobody can report it before.
_HAPPENED = ("occurred", "performed", "reversed")


def needing_support(record: type) -> tuple[str, ...]:
    """The fields of a kind of record that some citation must support, where they are there."""
    return SUPPORTED_OF_PARTY if record is Party else SUPPORTED


def _citing(book: Book) -> Iterator[tuple[str, Citing]]:
    """Every sound record that must cite, with the name by which it is told."""
    for citer in book.index.citers:
        if not isinstance(citer.record, NEED_NOT_CITE) and book.is_sound(citer.record):
            yield citer.name, citer.record


def _inherits(record: Citing) -> bool:
    return isinstance(record, Event) and record.decision is not None


def uncited(book: Book) -> Iterator[Problem]:
    """Records without a source, their decision's included."""
    for name, record in _citing(book):
        if not record.cite and not _inherits(record):
            yield problem(book.where(record), "uncited", id=name)
    for own, whole in book.events():
        if own.decision and not whole.cite and book.is_sound(own):
            yield problem(book.where(own), "uncited", id=own.id)


def unsupported(book: Book) -> Iterator[Problem]:
    """Fields that no citation names, and that are not said to be inferred."""
    for name, record in _citing(book):
        if not record.cite and not _inherits(record):
            continue
        supported = {field for citation in record.cite for field in citation.supports}
        supported.update(getattr(record, "inferred", ()))
        for field in needing_support(type(record)):
            if _is_there(getattr(record, field, None)) and field not in supported:
                where = book.where(record, field)
                yield problem(where, "unsupported-field", id=name, field=field)


def overconfident(book: Book) -> Iterator[Problem]:
    """Records that are called surer than their sources, their decision's included, allow."""
    inherited = {id(own): whole.cite for own, whole in book.events()}
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
    """Sources that nothing cites. Where something could not be read, or cites what is not there, it
    may have been meant for them.
    """
    used = {node.text for kind, node in book.walk.refs if kind == "source"}
    if book.walk.faults or not used <= set(book.sources):
        return
    for source in book.sections.sources:
        if source.id not in used:
            yield problem(book.where(source), "unused-source", id=source.id)


def absent_fields(book: Book) -> Iterator[Problem]:
    """What is cited, or said to be inferred, of fields that the record does not have."""
    for name, record, there in _fields_there(book):
        for citation in record.cite:
            for node in book.items(citation, "for"):
                if node.text not in there:
                    yield problem(place(node), "absent-field", id=name, field=node.text)
        for node in book.items(record, "inferred"):
            if node.text not in there:
                yield problem(place(node), "absent-field", id=name, field=node.text)


def _fields_there(book: Book) -> Iterator[tuple[str, Citing, set[str]]]:
    """Every sound record that may cite, with the fields that it has: an event those of its measure
    and its decision too, and a decision those of its events, since they share their citations.
    """
    of_events: dict[int, set[str]] = {}
    of_decisions: dict[str, set[str]] = {}
    for written, resolved in book.pairs:
        of_measure = _there(written)
        for own, whole in zip(written.events, resolved.events, strict=True):
            there = of_events[id(own)] = _there(whole) | of_measure
            if own.decision:
                of_decisions.setdefault(own.decision, set()).update(there)
    for citer in book.index.citers:
        record = citer.record
        if not book.is_sound(record):
            continue
        there = of_events.get(id(record)) or _there(record)
        if isinstance(record, Decision):
            there = there | of_decisions.get(record.id, set())
        yield citer.name, record, there


def _there(record: Record) -> set[str]:
    names = zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True)
    return {key for name, key in names if _is_there(getattr(record, name))}


def _is_there(value: object) -> bool:
    """True for a field that says something: 0 does, an empty list and ``false`` do not."""
    return value is not None and value is not False and value not in ((), {})


def older_sources(book: Book) -> Iterator[Problem]:
    """Days of what has happened for which only sources of before are cited: one of them may have
    told what was planned, but that it happened is told by nobody. The day of a break in a series
    comes from a rule, and is known before it comes.
    """
    for citer in book.index.citers:
        record = citer.record
        if isinstance(record, Break) or not book.is_sound(record):
            continue
        for field in _HAPPENED:
            day = getattr(record, field, None)
            cited = [citation for citation in record.cite if field in citation.supports]
            if day is None or not cited:
                continue
            published = [_published(citation, book) for citation in cited]
            if all(when is not None and surely_before(when, day) for when in published):
                latest = published[-1]
                yield problem(
                    book.where(cited[-1]),
                    "older-source",
                    id=citer.name,
                    source=cited[-1].source,
                    published=latest.text if latest else "",
                    field=field,
                    day=day.text,
                )


def _published(citation: Citation, book: Book) -> When | None:
    source = book.sources.get(citation.source)
    return source.published if source else None
