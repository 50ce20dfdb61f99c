"""What a programme and its vocabulary must mean: names that can be told apart, money with a unit.

What lives here: ids given twice, lists that may not be empty, units of terms. What does not:
whether an id used elsewhere stands in the programme, which reading tells at once (``records``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nkj.model import BOTH, NamedId
from nkj.problems import Problem, Related, problem
from nkj.registry.checks.book import Book
from nkj.registry.nodes import place


def empty(book: Book) -> Iterator[Problem]:
    """A registry has families, and a language."""
    programme = book.sections.programme
    for field in ("families", "languages"):
        if programme is not None and not getattr(programme, field):
            yield problem(book.where(programme, field), "missing-key", key=field)


def named_twice(book: Book) -> Iterator[Problem]:
    """An id stands once among names of one kind; nobody is called ``both``."""
    programme = book.sections.programme
    if programme is None:
        return
    for twice in sorted({x for x in programme.languages if programme.languages.count(x) > 1}):
        yield problem(book.where(programme, "languages"), "duplicate-id", id=twice)
    for side in programme.sides:
        if side.id == BOTH:
            yield problem(book.where(side, "id"), "duplicate-id", id=side.id)
    yield from _once(programme.sides, book)
    yield from _once(programme.families, book)
    yield from _once(programme.instruments, book)
    yield from _once(programme.occasion_kinds, book)
    yield from _once(programme.countries, book)


def _once(names: Iterable[NamedId], book: Book) -> Iterator[Problem]:
    first: dict[str, NamedId] = {}
    for name in names:
        known = first.setdefault(name.id, name)
        if known is not name:
            related = (Related(book.where(known, "id"), "first"),)
            yield problem(book.where(name, "id"), "duplicate-id", related=related, id=name.id)


def families_and_measures(book: Book) -> Iterator[Problem]:
    """No measure has the id of a family: a filter would not know which is meant."""
    programme = book.sections.programme
    for family in programme.families if programme else ():
        kind, node = book.walk.ids.get(family.id, ("", None))
        if node is not None and kind == "measure":
            related = (Related(book.where(family, "id"), "first"),)
            yield problem(place(node), "duplicate-id", related=related, id=family.id)


def units(book: Book) -> Iterator[Problem]:
    """A term of type ``money`` says of what currency; no other has a unit."""
    for definition in book.sections.vocabulary:
        if definition.type == "money" and definition.unit is None:
            yield problem(book.where(definition), "missing-key", key="unit")
        if definition.type != "money" and definition.unit is not None:
            keys = ", ".join(key for key in definition.__struct_fields__ if key != "unit")
            where = book.where(definition, "unit")
            yield problem(where, "unknown-key", key="unit", near="", keys=keys)


def local_day_twice(book: Book) -> Iterator[Problem]:
    """The sender's day of a resolution under its old name and under its new one."""
    for occasion in book.sections.occasions:
        act = occasion.un
        if act is not None and act.adopted_local is not None and act.adopted_japan is not None:
            where = book.where(act, "adopted_japan")
            related = (Related(book.where(act, "adopted_local"), "first"),)
            yield problem(where, "duplicate-key", related=related, key="adopted_japan")
