"""Coverage: two days between which the registry was held against evidence."""

from __future__ import annotations

from collections.abc import Iterator

from nkj.days import surely_before
from nkj.problems import Problem, problem
from nkj.registry.checks.book import Book


def verified_days(book: Book) -> Iterator[Problem]:
    """Each has the bound that it is used for, and they stand in order."""
    coverage = book.sections.coverage
    if coverage is None or not book.is_sound(coverage):
        return
    begin, end = coverage.verified_from, coverage.verified_through
    odd = []
    if begin is not None and begin.first is None:
        odd.append(("verified_from", begin))
    if end is not None and end.last is None:
        odd.append(("verified_through", end))
    if begin is not None and end is not None and surely_before(end, begin):
        odd.append(("verified_through", end))
    for field, day in odd:
        book.spoil(coverage)
        yield problem(book.where(coverage, field), "bad-coverage", field=field, day=day.text)


def parts_that_reach_further(book: Book) -> Iterator[Problem]:
    """Each names one part, and a day not before that of the whole."""
    coverage = book.sections.coverage
    if coverage is None or not book.is_sound(coverage):
        return
    for scope in coverage.by:
        named = [key for key in ("family", "measure", "section") if getattr(scope, key)]
        if len(named) != 1:
            yield problem(book.where(scope), "odd-scope", count=len(named))
        whole, through = coverage.verified_through, scope.through
        if through.last is None or (whole is not None and surely_before(through, whole)):
            where = book.where(scope, "through")
            yield problem(where, "bad-coverage", field="through", day=through.text)
