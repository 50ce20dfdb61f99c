"""What the rules of a day say of an act: a small engine that never guesses.

What lives here: a rule as it stands on one day (``pose``), whether it speaks of an act
(``speaks``), the verdict of all of them together (``judge``), and what a missing fact would give
(``would_give``). What does not: which measures, which day, whose party (``queries.rulebook``), and
whether rules make sense (``registry.checks.rules``).

Everything is three-valued. A fact that was not given is neither true nor false, and so is a term
that is not known on the day. A verdict is definite only if every completion of the facts gives the
same one, and nothing that is not known of the day could make it stricter; so ``judge`` tries the
answers to a missing fact one by one, as far as a rule that is stricter than what has spoken asks
for it. Amounts and days need few answers: one on either side of each bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias, get_args

from nkj import days
from nkj.model import Conditions, Conduct, Fact, Measure, Rule, RuleVerdict, Terms, Test, Verdict
from nkj.replay import Span

Truth: TypeAlias = bool | None
#: What is known of an act: a value of a choice, an amount, a day as an ordinal, and of a party
#: ``listed`` or ``unlisted``, or for each measure whether the party stands on its list.
Given: TypeAlias = str | int | Mapping[str, Truth]
Facts: TypeAlias = Mapping[str, Given]

#: Every verdict that a rule can give, from the laxest (which is none) to the strictest.
STRICTNESS: dict[str, int] = {
    verdict: place for place, verdict in enumerate(("allowed", *reversed(get_args(RuleVerdict))))
}
KINDS_OF_TEST = ("among", "above", "at_most", "since")
LISTED, UNLISTED = "listed", "unlisted"
#: The day of what never happened: before all others.
NEVER = 0


def strictness(verdict: str) -> int:
    """How strict a verdict of rules is: ``allowed`` 0, ``forbidden`` most."""
    return STRICTNESS[verdict]


class Posed(NamedTuple):
    """A test with its bound as it is on one day.

    ``kind`` is the field of the test that is set, or ``fixed`` for what the day itself decides:
    ``bound`` is then the answer. A bound that no term sets on the day is never met.
    """

    fact: str
    kind: str
    bound: frozenset[str] | int | Truth

    def holds(self, facts: Facts, measure: str) -> Truth:
        """Whether it holds of an act; None where that is not known."""
        given = facts.get(self.fact)
        if self.kind == "fixed":
            return None if self.bound is None else bool(self.bound)
        if isinstance(given, Mapping):
            given = {True: LISTED, False: UNLISTED, None: None}[given.get(measure)]
        if given is None:
            return None
        if isinstance(self.bound, frozenset):
            return given in self.bound
        assert isinstance(given, int)
        assert isinstance(self.bound, int)
        if self.kind == "at_most":
            return given <= self.bound
        return given > self.bound if self.kind == "above" else given >= self.bound


class DayRule(NamedTuple):
    """A rule as it stands on one day.

    ``sure`` is False where it is not known whether it holds on the day.
    """

    measure: str
    rule: Rule
    sure: bool
    when: tuple[Posed, ...]
    unless: tuple[Posed, ...]


def pose(measure: Measure, rule: Rule, span: Span, facts: Iterable[str]) -> DayRule | None:
    """A rule as it stands in a span of its measure; None if it is silent there.

    ``facts`` are those of its conduct: whatever else a condition names is a list among the terms.
    Where nobody knows whether the measure is in force, the general rule holds all the same, unless
    the evidence does not reach so far; what terms apply is not known then.
    """
    if span.in_force is False and not rule.baseline:
        return None
    sure = span.in_force is not None or (rule.baseline and span.state == "uncertain")
    terms = None if span.in_force is None or span.terms_doubtful else span.terms
    known = frozenset(facts)

    def posed(tests: Conditions) -> tuple[Posed, ...]:
        return tuple(
            _posed(name, test, known, terms, measure.baseline) for name, test in tests.items()
        )

    return DayRule(measure.id, rule, sure, posed(rule.when), posed(rule.unless))


def _posed(
    name: str, test: Test, facts: frozenset[str], terms: Terms | None, baseline: Terms
) -> Posed:
    if name not in facts:
        stands = terms.get(name, ()) if terms is not None else None
        held = isinstance(stands, tuple) and bool(set(stands) & set(test.among))
        return Posed(name, "fixed", None if stands is None else held)
    if test.among:
        return Posed(name, "among", frozenset(test.among))
    kind = kind_of(test)
    written: object = getattr(test, kind)
    term = term_of(written)
    if term is not None:
        source = baseline if str(written).startswith(BASELINE) else terms
        if source is None:
            return Posed(name, "fixed", None)
        written = source.get(term)
    bound = _number(written)
    return Posed(name, "fixed", False) if bound is None else Posed(name, kind, bound)


def kind_of(test: Test) -> str:
    """The one field of a test that is set."""
    return next(kind for kind in KINDS_OF_TEST if getattr(test, kind) not in (None, ()))


#: What stands before the name of a term that is meant as the general rule has it.
BASELINE = "baseline."


def term_of(bound: object) -> str | None:
    """The term that a bound names, or None for a figure or a day."""
    if not isinstance(bound, str) or days.looks_like_day(bound):
        return None
    return bound.removeprefix(BASELINE)


def _number(value: object) -> int | None:
    """A figure, or the first day that a date can be, as a number to compare with."""
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        try:
            return days.parse_when(value).first
        except days.DayError:
            return None
    return None


def speaks(rule: DayRule, facts: Facts) -> Truth:
    """Whether the conditions of a rule are met; None where a missing fact decides it."""
    when = _all(rule.when, facts, rule.measure)
    if when is False or not rule.unless:
        return when
    spared = _all(rule.unless, facts, rule.measure)
    if spared is None:
        return None
    return False if spared else when


def spared(rule: DayRule, facts: Facts) -> bool:
    """True if a rule would speak but for what ``unless`` lets go."""
    met = _all(rule.when, facts, rule.measure)
    return met is True and bool(rule.unless) and _all(rule.unless, facts, rule.measure) is True


def _all(tests: Sequence[Posed], facts: Facts, measure: str) -> Truth:
    answer: Truth = True
    for test in tests:
        held = test.holds(facts, measure)
        if held is False:
            return False
        if held is None:
            answer = None
    return answer


def values_of(conduct: Conduct, fact: Fact) -> tuple[str, ...]:
    """The values that a conduct knows of a fact, by id; none for what is no choice."""
    if fact.type == "flag":
        return ("true", "false")
    narrowed = (narrow.values for narrow in conduct.narrowed if narrow.fact == fact.id)
    return next(narrowed, tuple(value.id for value in fact.values))


class Questions(NamedTuple):
    """The facts of a conduct in their order, and of each choice the values that it may have."""

    values: Mapping[str, tuple[str, ...]]
    types: Mapping[str, str]

    @classmethod
    def of(cls, conduct: Conduct, facts: Mapping[str, Fact]) -> Questions:
        """What a conduct asks; the facts by their ids must hold all of its."""
        asked = [facts[name] for name in conduct.facts]
        values = {fact.id: values_of(conduct, fact) for fact in asked}
        return cls(values, {fact.id: fact.type for fact in asked})

    def answers(self, fact: str, rules: Sequence[DayRule]) -> dict[str, Given]:
        """Answers to a fact of which one stands for every possible one, by what they say."""
        kind = self.types[fact]
        if kind == "party":
            return {LISTED: LISTED, UNLISTED: UNLISTED}
        if kind not in ("money", "day"):
            return {value: value for value in self.values[fact]}
        edges = sorted(set(edges_of(fact, rules)))
        if not edges:
            return {"": NEVER}
        below = [*edges, None]
        found: dict[str, Given] = {}
        for first, after in zip([NEVER, *edges], below, strict=True):
            if after is None or first < after:
                found[self._span(kind, first, after)] = first
        return found

    @staticmethod
    def _span(kind: str, first: int, after: int | None) -> str:
        """From ``first`` to before ``after`` as people write it: ``..100000``, ``100001..``."""
        last = None if after is None else after - 1

        def written(number: int | None) -> str:
            if number is None or number == NEVER:
                return ""
            return days.iso(number) if kind == "day" else str(number)

        return f"{written(first)}..{'0' if last == 0 and kind == 'money' else written(last)}"


def edges_of(fact: str, rules: Sequence[DayRule]) -> Iterable[int]:
    """The first values on the far side of every bound."""
    for rule in rules:
        for test in (*rule.when, *rule.unless):
            if test.fact == fact and test.kind in ("above", "at_most", "since"):
                assert isinstance(test.bound, int)
                yield test.bound if test.kind == "since" else test.bound + 1


def judge(rules: Sequence[DayRule], facts: Facts, asked: Questions) -> Verdict:
    """The strictest verdict, ``allowed`` if none speaks; ``unknown`` where the day's own state or
    terms leave it open, else ``depends`` where a missing fact does.
    """
    strictest = spoken(rules, facts)
    undecided = still_open(rules, facts)
    if not undecided:
        return strictest
    fact = next(iter(missing(undecided, facts, asked)), None)
    if fact is None:
        return "unknown"
    given = asked.answers(fact, rules).values()
    verdicts = {judge(rules, {**facts, fact: answer}, asked) for answer in given}
    if len(verdicts) == 1:
        return verdicts.pop()
    return "unknown" if "unknown" in verdicts else "depends"


def spoken(rules: Sequence[DayRule], facts: Facts) -> Verdict:
    """The strictest verdict of the rules that surely speak."""
    said = (rule.rule.verdict for rule in rules if rule.sure and speaks(rule, facts))
    return max(said, key=strictness, default="allowed")


def carrying(rules: Sequence[DayRule], facts: Facts, asked: Questions) -> list[DayRule]:
    """The rules that a verdict rests on: all that surely speak; and where none of these gives it,
    those of which one or another does, whatever a missing fact may be.
    """
    sure = [rule for rule in rules if rule.sure and speaks(rule, facts)]
    verdict = judge(rules, facts, asked)
    if verdict in ("depends", "unknown", spoken(rules, facts)):
        return sure
    needed = [rule for rule in rules if speaks(rule, facts) is not False]
    for rule in reversed(needed[:]):
        fewer = [other for other in needed if other is not rule]
        if rule not in sure and judge(fewer, facts, asked) == verdict:
            needed = fewer
    return needed


def still_open(rules: Sequence[DayRule], facts: Facts) -> list[DayRule]:
    """The rules that may speak and are stricter than all that surely do."""
    least = strictness(spoken(rules, facts))
    stricter = [rule for rule in rules if strictness(rule.rule.verdict) > least]
    return [rule for rule in stricter if speaks(rule, facts) is not False]


def missing(undecided: Sequence[DayRule], facts: Facts, asked: Questions) -> list[str]:
    """The facts that such rules ask for and that were not given, in the conduct's order."""
    wanted = {
        test.fact
        for rule in undecided
        for test in (*rule.when, *rule.unless)
        if test.kind != "fixed" and test.holds(facts, rule.measure) is None
    }
    return [fact for fact in asked.types if fact in wanted and fact not in facts]


def would_give(
    fact: str, rules: Sequence[DayRule], facts: Facts, asked: Questions
) -> dict[str, Verdict]:
    """The verdict for each answer to a missing fact; neighbours that say the same are one."""
    found: dict[str, Verdict] = {}
    for answer, given in asked.answers(fact, rules).items():
        verdict = judge(rules, {**facts, fact: given}, asked)
        previous = next(reversed(found), "")
        if asked.types[fact] in ("money", "day") and found and found[previous] == verdict:
            del found[previous]
            answer = f"{previous.partition('..')[0]}..{answer.partition('..')[2]}"
        found[answer] = verdict
    return found
