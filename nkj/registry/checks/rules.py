"""Rules about acts: they name what there is, can speak, and do not contradict each other.

What lives here: the facts and conducts, what conditions and words may name, and what rules say
together. What does not: how a verdict comes about (``nkj.rules``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import prod

from nkj import days
from nkj.model import Conduct, Fact, Measure, Narrowed, Rule, TermLabel, Test, Text
from nkj.problems import Problem, Related, problem
from nkj.registry.checks.book import Book
from nkj.registry.nodes import Scalar, place, short
from nkj.rules import (
    BASELINE,
    LISTED,
    DayRule,
    Facts,
    Questions,
    kind_of,
    missing,
    pose,
    speaks,
    term_of,
    values_of,
)

#: How many combinations of answers the facts of a conduct may have: all are tried for one question.
_MOST_ANSWERS = 20_000
#: How many combinations are tried, over all rules of a registry, to see whether they ever speak.
_MOST_TRIES = 100_000
_PLACE = re.compile(r"\{([a-z0-9_.]+)\}")
#: Which tests suit which type of fact, and which types of term may bound it.
_TESTS = {
    "choice": ("among",),
    "flag": ("among",),
    "party": ("among",),
    "money": ("above", "at_most"),
    "day": ("since",),
}
_BOUNDS = {"money": ("money", "jpy", "count"), "day": ("date",)}


def facts(book: Book) -> Iterator[Problem]:
    """A fact has what its type needs and nothing else; an id stands for one thing."""
    lists = {d.id for d in book.walk.terms.values() if d.type == "list"}
    yield from _once(book.sections.facts, book)
    yield from _once(book.sections.conducts, book)
    for fact in book.sections.facts:
        for key, wanted in (("values", "choice"), ("unit", "money")):
            there = bool(getattr(fact, key))
            if fact.type == wanted and not there:
                yield problem(book.where(fact), "missing-key", key=key)
            if fact.type != wanted and there:
                keys = ", ".join(name for name in fact.__struct_fields__ if name != key)
                where = book.where(fact, key)
                yield problem(where, "unknown-key", key=key, near="", keys=keys)
        if fact.id in lists:
            yield problem(book.where(fact, "id"), "duplicate-id", id=fact.id)
        yield from _once(fact.values, book)


def _once(named: Iterable[Fact | Conduct | TermLabel], book: Book) -> Iterator[Problem]:
    first: dict[str, Fact | Conduct | TermLabel] = {}
    for one in named:
        name = one.id
        known = first.setdefault(name, one)
        if known is not one:
            related = (Related(book.where(known, "id"), "first"),)
            yield problem(book.where(one, "id"), "duplicate-id", related=related, id=name)


def conducts(book: Book) -> Iterator[Problem]:
    """A conduct asks for facts that there are, and for no more answers than can be tried."""
    known = {fact.id: fact for fact in book.sections.facts}
    bounds = _bounds_asked(book)
    for conduct in book.sections.conducts:
        for node in book.items(conduct, "facts"):
            if node.text not in known:
                yield _undefined("fact", node, known, book)
        for narrow in conduct.narrowed:
            if narrow.fact not in conduct.facts:
                yield _unknown_fact(book, narrow, conduct.facts)
                continue
            values = (
                [value.id for value in known[narrow.fact].values] if narrow.fact in known else []
            )
            for node in book.items(narrow, "values"):
                if node.text not in values and narrow.fact in known:
                    yield _undefined("value", node, values, book)
        asked = [known[name] for name in conduct.facts if name in known]
        count = prod(_answers(conduct, fact, bounds) for fact in asked)
        if count > _MOST_ANSWERS:
            where = book.where(conduct, "facts")
            limit = f"{_MOST_ANSWERS:,}"
            yield problem(where, "too-many-answers", id=conduct.id, limit=limit)


def _answers(conduct: Conduct, fact: Fact, bounds: Counter[tuple[str, str]]) -> int:
    """How many answers of a fact are tried at most: of amounts and days one beside each bound."""
    if fact.type in ("choice", "flag"):
        return len(values_of(conduct, fact))
    return 2 if fact.type == "party" else 1 + bounds[conduct.id, fact.id]


def _bounds_asked(book: Book) -> Counter[tuple[str, str]]:
    """How many tests there are of each fact of each conduct."""
    return Counter(
        (rule.conduct, name)
        for measure in book.measures
        for rule in measure.rules
        for name in (*rule.when, *rule.unless)
    )


def _unknown_fact(book: Book, narrow: Narrowed, known: Sequence[str]) -> Problem:
    name = narrow.fact
    where, near = book.where(narrow, "fact"), book.near(name, known)
    choices = ", ".join(known)
    return problem(where, "undefined-fact", text=short(name), near=near, choices=choices)


def _undefined(kind: str, node: Scalar, known: Iterable[str], book: Book) -> Problem:
    names = tuple(known)
    near, choices = book.near(node.text, names), ", ".join(names)
    where = place(node)
    return problem(where, f"undefined-{kind}", text=short(node.text), near=near, choices=choices)


def conditions(book: Book) -> Iterator[Problem]:
    """Rules speak of a conduct that there is, and ask for what its facts and the terms can be."""
    known = {conduct.id: conduct for conduct in book.sections.conducts}
    for rule in _rules(book):
        conduct = known.get(rule.conduct)
        if conduct is None:
            near, choices = book.near(rule.conduct, known), ", ".join(known)
            where, text = book.where(rule, "conduct"), short(rule.conduct)
            yield problem(where, "undefined-conduct", text=text, near=near, choices=choices)
            book.spoil(rule)
            continue
        told = [*_in_conditions(rule, conduct, book), *_in_words(rule, book)]
        if told:
            book.spoil(rule)
        yield from told


def _rules(book: Book) -> Iterator[Rule]:
    """Every sound rule of every measure."""
    rules = (rule for measure in book.measures for rule in measure.rules)
    return (rule for rule in rules if book.is_sound(rule))


def _in_conditions(rule: Rule, conduct: Conduct, book: Book) -> Iterator[Problem]:
    types = {fact.id: fact for fact in book.sections.facts}
    for side in (rule.when, rule.unless):
        for name, test in side.items():
            if name in conduct.facts and name in types:
                yield from _suits(types[name], conduct, test, book)
            else:
                yield from _suits_term(name, conduct, test, book)


def _suits(fact: Fact, conduct: Conduct, test: Test, book: Book) -> Iterator[Problem]:
    """A test of a fact: of the kind that its type has, with values or a bound that it can have."""
    _, value = book.walk.tests[id(test)]
    kind = kind_of(test)
    if kind not in _TESTS[fact.type]:
        wanted = ", ".join("is" if one == "among" else one for one in _TESTS[fact.type])
        yield problem(place(value), "bad-condition", fact=fact.id, wanted=wanted)
        return
    if kind == "among":
        values = (LISTED,) if fact.type == "party" else values_of(conduct, fact)
        yield from _among(test, values, book)
        return
    yield from _bounded(fact, getattr(test, kind), test, book)


def _bounded(fact: Fact, bound: object, test: Test, book: Book) -> Iterator[Problem]:
    _, value = book.walk.tests[id(test)]
    name = term_of(bound)
    if name is None:
        if not _is_bound(fact, bound):
            yield problem(place(value), "bad-condition", fact=fact.id, wanted=fact.type)
        return
    definition = book.walk.terms.get(name)
    if definition is None:
        near = book.near(name, book.walk.terms)
        yield problem(place(value), "undefined-term", text=short(name), near=near)
    elif definition.type not in _BOUNDS[fact.type]:
        yield problem(place(value), "bad-condition", fact=fact.id, wanted=fact.type)


def _is_bound(fact: Fact, bound: object) -> bool:
    """True for a figure that bounds money, and for a day that bounds days."""
    if fact.type == "money":
        return isinstance(bound, int)
    try:
        return days.parse_when(str(bound)).first is not None
    except days.DayError:
        return False


def _suits_term(name: str, conduct: Conduct, test: Test, book: Book) -> Iterator[Problem]:
    """A test of a list among the terms: of values that the vocabulary names."""
    key, value = book.walk.tests[id(test)]
    definition = book.walk.terms.get(name)
    if definition is None or definition.type != "list":
        lists = [one.id for one in book.walk.terms.values() if one.type == "list"]
        yield _undefined("fact", key, (*conduct.facts, *lists), book)
    elif not test.among:
        yield problem(place(value), "bad-condition", fact=name, wanted="is")
    elif definition.values:
        yield from _among(test, [label.id for label in definition.values], book)


def _among(test: Test, values: Sequence[str], book: Book) -> Iterator[Problem]:
    _, node = book.walk.tests[id(test)]
    for said in test.among:
        if said not in values:
            near, choices = book.near(said, values), ", ".join(values)
            text = short(said)
            yield problem(place(node), "undefined-value", text=text, near=near, choices=choices)


def _in_words(rule: Rule, book: Book) -> Iterator[Problem]:
    """The terms in braces are in the vocabulary."""
    for field in ("text", "spares"):
        text: Text | None = getattr(rule, field)
        for name in _named(text):
            if name.removeprefix(BASELINE) not in book.walk.terms:
                near = book.near(name, book.walk.terms)
                where = book.where(rule, field)
                yield problem(where, "undefined-term", text=short(name), near=near)


def _named(text: Text | None) -> dict[str, None]:
    said = text.words.values() if text else ()
    return {name: None for words in said for name in _PLACE.findall(words)}


def together(book: Book) -> Iterator[Problem]:
    """Every rule can speak on some day, and no two of a measure say different things of one act."""
    known = {conduct.id: conduct for conduct in book.sections.conducts}
    facts_by_id = {fact.id: fact for fact in book.sections.facts}
    tries = _Tries()
    for written, resolved in book.pairs:
        by_conduct: dict[str, list[Rule]] = {}
        for rule in resolved.rules:
            if book.is_sound(rule) and rule.conduct in known:
                by_conduct.setdefault(rule.conduct, []).append(rule)
        if not by_conduct or not book.has_sound_life(written):
            continue
        for name, listed in by_conduct.items():
            if all(fact in facts_by_id for fact in known[name].facts):
                asked = Questions.of(known[name], facts_by_id)
                yield from _of_one(resolved, listed, asked, book, tries)


def _of_one(
    measure: Measure, listed: list[Rule], asked: Questions, book: Book, tries: _Tries
) -> Iterator[Problem]:
    """The rules of one measure about one conduct."""
    days_of = {id(rule): _posed(measure, rule, asked, book) for rule in listed}
    for rule in listed:
        if not any(tries.meet((one,), {}, asked) for one in days_of[id(rule)].values()):
            yield problem(book.where(rule), "mute-rule", measure=measure.id, conduct=rule.conduct)
    for one, two in combinations(listed, 2):
        if one.verdict == two.verdict or one.baseline != two.baseline:
            continue  # the general rule stands beside what a measure adds to it
        others = days_of[id(two)]
        for first, posed in days_of[id(one)].items():
            if first in others and tries.meet((posed, others[first]), {}, asked):
                yield problem(
                    book.where(two),
                    "contradicting-rules",
                    related=(Related(book.where(one), "first"),),
                    measure=measure.id,
                    conduct=one.conduct,
                    day=days.iso(first),
                )
                break


def _posed(measure: Measure, rule: Rule, asked: Questions, book: Book) -> dict[int, DayRule]:
    """A rule in every span of its measure in which it is known to hold, by the span's first day."""
    found: dict[int, DayRule] = {}
    for span in book.life(measure).spans:
        posed = pose(measure, rule, span, asked.types)
        if posed is not None and posed.sure:
            found[span.first or 1] = posed
    return found


class _Tries:
    """Looks for an act of which all of some rules speak, as long as the budget lasts: a registry is
    someone else's file.
    """

    def __init__(self) -> None:
        self._left = _MOST_TRIES

    def meet(self, rules: Sequence[DayRule], facts: Facts, asked: Questions) -> bool:
        """True if there is such an act. Once the budget is spent: of one rule true, of two not, so
        that nothing is told that was not found.
        """
        self._left -= 1
        if self._left < 0:
            return len(rules) == 1
        truths = [speaks(rule, facts) for rule in rules]
        if False in truths:
            return False
        if None not in truths:
            return True
        fact = next(iter(missing(rules, facts, asked)), None)
        if fact is None:
            return False
        answers = asked.answers(fact, rules).values()
        return any(self.meet(rules, {**facts, fact: answer}, asked) for answer in answers)
