"""What records must mean together, one module a family of checks.

What lives here: the list of all checks, and running it. Each check takes the ``Book`` and yields
problems; a new one is a function in this list, its code in ``nkj/problems.py``, its sentences in
``nkj/wording`` and its folder under ``tests/problems``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nkj.problems import Problem
from nkj.registry.checks import (
    changes,
    checkpoints,
    citations,
    coverage,
    events,
    exchanges,
    indicators,
    links,
    listings,
    lives,
    programme,
    rules,
    texts,
)
from nkj.registry.checks.book import Book

Check = Callable[[Book], Iterator[Problem]]

#: In order: what is told of a record spares it the later checks that would only repeat it.
CHECKS: tuple[Check, ...] = (
    programme.empty,
    programme.named_twice,
    programme.families_and_measures,
    programme.units,
    programme.local_day_twice,
    links.undefined,
    citations.uncited,
    citations.unsupported,
    citations.overconfident,
    citations.absent_fields,
    citations.older_sources,
    citations.unused_sources,
    events.dates_and_keys,
    events.days_in_order,
    lives.impossible,
    listings.named_once,
    listings.counted,
    listings.grown,
    listings.totals_undefined,
    changes.odd_extensions,
    changes.idle,
    changes.opposite,
    changes.superseded_by_itself,
    exchanges.without_legs,
    exchanges.days_in_order,
    exchanges.turns_in_order,
    exchanges.legs_of_one_id,
    exchanges.returns,
    exchanges.outcomes,
    exchanges.movers,
    exchanges.moves,
    indicators.undefined_parts,
    rules.facts,
    rules.conducts,
    rules.conditions,
    rules.together,
    texts.untranslated,
    coverage.verified_days,
    coverage.parts_that_reach_further,
    checkpoints.failed,
)


def run(book: Book) -> None:
    """Tell what every check finds. Raises ``TooMany`` as ``Findings.add`` does."""
    for check in CHECKS:
        for found in check(book):
            book.walk.findings.take(found)
