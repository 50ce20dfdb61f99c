"""Checkpoints: independent statements of what held on a day, against which the events are held."""

from __future__ import annotations

from collections.abc import Iterator

from nkj import replay
from nkj.model import Checkpoint, Expectation, Measure, Terms, TermValue, When
from nkj.problems import Problem, Related, problem
from nkj.registry.checks.book import Book
from nkj.replay import Span


def failed(book: Book) -> Iterator[Problem]:
    """Statements that do not hold. A measure with a fault of its own is not held against any."""
    coverage = book.sections.coverage
    if coverage is not None and not book.is_sound(coverage):
        return
    by_id = {
        one.id: (one, two)
        for one, two in book.pairs
        if book.has_sound_life(one) and one.id not in book.walk.repeated
    }
    for checkpoint in book.sections.checkpoints:
        if not book.is_sound(checkpoint):
            continue
        day = checkpoint.on.last
        if day is None:
            where = book.where(checkpoint, "on")
            yield problem(where, "vague-checkpoint", id=checkpoint.id, day=checkpoint.on.text)
            continue
        for expected in checkpoint.expect:
            pair = by_id.get(expected.measure)
            if pair is not None and _counted(expected, pair[0]) <= by_id.keys():
                yield from _against(checkpoint, expected, day, *pair, book)


def _counted(expected: Expectation, written: Measure) -> set[str]:
    """The other measures whose parties are counted in the totals that are expected."""
    totals = replay.TOTALS.keys() & (expected.terms or {}).keys()
    return set(written.totals_with) if totals else set()


def _against(
    checkpoint: Checkpoint,
    expected: Expectation,
    day: int,
    written: Measure,
    measure: Measure,
    book: Book,
) -> Iterator[Problem]:
    span = book.life(measure).on(day)
    totals = replay.TOTALS.keys() & (expected.terms or {}).keys()
    terms = {**(book.listings.totals(measure, day) if totals else {}), **span.terms}
    latest = span.standing.latest
    decides = book.written(latest) if latest is not None else written
    for field, said, given in _wrong(expected, span, terms):
        yield problem(
            book.where(expected, field),
            "failed-checkpoint",
            related=(Related(book.where(decides), "decides"),),
            id=checkpoint.id,
            measure=measure.id,
            day=checkpoint.on.text,
            said=said,
            given=given,
        )


def _wrong(expected: Expectation, span: Span, terms: Terms) -> Iterator[tuple[str, str, str]]:
    """Each field that is not as expected, with what is said and what the events give: keys of
    ``wording``, with a value behind.
    """
    if expected.state is not None and expected.state != span.state:
        yield "state", f"state.{expected.state}", f"state.{span.state}"
    if expected.in_force is not None and expected.in_force != span.in_force:
        yield "in_force", _in_force(expected.in_force), _in_force(span.in_force)
    until = span.until
    if expected.until is not None and expected.until != until:
        yield "until", _end(expected.until), _end(until)
    for name, value in (expected.terms or {}).items():
        given = terms.get(name, ())
        if not replay.same_terms({name: value}, {name: given}):
            yield "terms", _term(name, value), _term(name, given)


def _in_force(value: bool | None) -> str:
    if value is None:
        return "in-force.unclear"
    return "in-force.yes" if value else "in-force.no"


def _end(until: When | None) -> str:
    return f"until {until.text}" if until else "no-end"


def _term(name: str, value: TermValue) -> str:
    """A term as it is written in a file."""
    if value == ():
        return f"no-term {name}"
    if isinstance(value, bool):
        written = str(value).lower()
    elif isinstance(value, int):
        written = f"{value:_}"
    elif isinstance(value, tuple):
        written = f"[{', '.join(value)}]"
    else:
        written = value
    return f"term {name}: {written}"
