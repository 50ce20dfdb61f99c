"""Checkpoints: independent statements of what held on a day, against which the events are held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nkj import replay
from nkj.model import Checkpoint, Expectation, Measure, Terms
from nkj.problems import Problem, Related, problem
from nkj.registry.checks.book import Book
from nkj.replay import Span


def failed(book: Book) -> Iterator[Problem]:
    """Statements that do not hold. A measure with a fault of its own is not held against any."""
    coverage = book.sections.coverage
    if coverage is not None and not book.is_sound(coverage):
        return
    by_id = {one.id: (one, two) for one, two in book.pairs}
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
            if pair is not None and _can_be_followed(expected, pair[0], by_id, book):
                yield from _against(checkpoint, expected, day, *pair, book)


def _can_be_followed(
    expected: Expectation,
    written: Measure,
    by_id: Mapping[str, tuple[Measure, Measure]],
    book: Book,
) -> bool:
    """True if the measure is sound and, where totals are expected, so are all that they count."""
    counted = () if replay.TOTALS.keys().isdisjoint(expected.terms or ()) else written.totals_with
    others = (by_id[name][0] for name in counted if name in by_id)
    return all(book.has_sound_life(one) for one in (written, *others))


def _against(
    checkpoint: Checkpoint,
    expected: Expectation,
    day: int,
    written: Measure,
    measure: Measure,
    book: Book,
) -> Iterator[Problem]:
    span = book.life(measure).on(day)
    terms = {**book.listings.totals(measure, day), **span.terms}
    wrong = _wrong(expected, span, terms)
    if not wrong:
        return
    latest = span.standing.latest
    index = next((i for i, event in enumerate(measure.events) if event is latest), None)
    decides = written.events[index] if index is not None else written
    yield problem(
        book.where(expected),
        "failed-checkpoint",
        related=(Related(book.where(decides), "decides"),),
        id=checkpoint.id,
        measure=measure.id,
        found="; ".join(wrong),
    )


def _wrong(expected: Expectation, span: Span, terms: Terms) -> list[str]:
    found = {"state": span.state, "in_force": span.in_force}
    wrong = [
        f"{key}: {found[key]}"
        for key in found
        if getattr(expected, key) is not None and getattr(expected, key) != found[key]
    ]
    told = {name: terms[name] for name in expected.terms or () if name in terms}
    if expected.terms is not None and not replay.same_terms(expected.terms, told):
        wrong.append(f"terms: {terms}")
    if expected.until is not None and span.until != expected.until:
        wrong.append(f"until: {span.until.text if span.until else 'none'}")
    return wrong
