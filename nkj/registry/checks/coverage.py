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
