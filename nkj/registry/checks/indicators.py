"""Indicators: figures are of parts that the indicator names."""

from __future__ import annotations

from collections.abc import Iterator

from nkj.problems import Problem, problem
from nkj.registry.checks.book import Book


def undefined_parts(book: Book) -> Iterator[Problem]:
    """A point that counts a part names one of the indicator's parts."""
    for indicator in book.sections.indicators:
        if not book.is_sound(indicator):
            continue
        known = {part.id for part in indicator.parts}
        for point in indicator.points:
            if point.part is not None and point.part not in known:
                near = book.near(point.part, sorted(known))
                where = book.where(point, "part")
                yield problem(where, "undefined-part", text=point.part, id=indicator.id, near=near)
