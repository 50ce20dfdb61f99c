"""The spans of random registries say on every day what the replay says."""

from __future__ import annotations

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as st

from nkj import tables
from nkj.replay import Replay, placed
from tests.build import registry
from tests.property.lives import lives, random_coverage
from tests.property.test_replay_worlds import measure_of
from tests.property.worlds import Doc


@given(lives(), st.integers(0, 10_000))
def test_every_day_lies_in_one_span_that_says_what_held(life: Doc, seed: int) -> None:
    """State, force, doubt, ends and first days, on every day from before the life to after it."""
    measure = measure_of(life)
    assume(not placed(measure.events)[1])
    coverage = random_coverage(seed)
    begin, end = coverage.get("verified_from"), coverage.get("verified_through")
    asked = registry(measure, verified_from=begin, verified_through=end)
    rows = list(tables.table(asked, "spans"))
    replayed = Replay.of(asked).life(measure)
    following = dt.date.min.toordinal()
    for row in rows:
        first, last = row["first_day"], row["last_day"]
        assert isinstance(first, dt.date)
        assert isinstance(last, dt.date)
        assert first.toordinal() == following
        following = last.toordinal() + 1
        # Within these days a life moves; before and after them the ends are enough.
        near = range(max(first.toordinal(), 733_000), min(last.toordinal(), 735_500) + 1)
        for day in {first.toordinal(), *near, last.toordinal()}:
            span = replayed.on(day)
            assert (row["state"], row["in_force"]) == (span.state, span.in_force)
            assert row["doubtful"] == span.doubtful
            for name in ("since", "terms_since", "until", "suspended_until"):
                when = getattr(span, name)
                assert row[name] == (when.text if when else None)
    assert following == dt.date.max.toordinal() + 1
