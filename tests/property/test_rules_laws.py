"""Laws of rules over random registries, and a naive evaluator written apart.

The naive one knows nothing of the engine: it tries every completion of the facts over small whole
domains and reads the conditions by itself.
"""

from __future__ import annotations

import itertools
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

import nkj
from nkj import days
from nkj.model import Conduct, Fact, Measure, Registry, Rule, TermDefinition, TermLabel, Terms, Test
from nkj.queries.rulebook import Rulebook
from nkj.replay import Replay, Span
from tests import build

START = days.parse_day("2010-01-01")
STRICTNESS = (
    *("allowed", "discouraged", "must-declare", "must-report", "needs-permission", "forbidden"),
)
AMOUNTS = range(5)
#: Reaches beyond every bound on both sides, as the amounts do.
CALLED = range(START - 1, START + 5)
DOMAINS: dict[str, list[Any]] = {
    "yen": list(AMOUNTS),
    "purpose": ["food", "fuel", "other"],
    "called": list(CALLED),
    "armed": ["true", "false"],
}
FACTS = (
    Fact(id="yen", type="money", name=build.text("yen"), unit=build.text("yen")),
    Fact(
        id="purpose",
        type="choice",
        name=build.text("purpose"),
        values=tuple(TermLabel(id=one, name=build.text(one)) for one in DOMAINS["purpose"]),
    ),
    Fact(id="called", type="day", name=build.text("called")),
    Fact(id="armed", type="flag", name=build.text("armed")),
)
VOCABULARY = (
    TermDefinition(id="limit", type="jpy", name=build.text("limit")),
    TermDefinition(id="begins", type="date", name=build.text("begins")),
    TermDefinition(id="except", type="list", name=build.text("except")),
)

amounts = st.integers(0, 3)
called = st.integers(0, 4).map(lambda offset: days.iso(START + offset))
terms = st.fixed_dictionaries(
    {},
    optional={
        "limit": amounts,
        "begins": called,
        "except": st.sampled_from([(), ("food",), ("food", "fuel")]),
    },
)
amount_bounds = st.one_of(amounts, st.sampled_from(["limit", "baseline.limit"]))
day_bounds = st.one_of(called, st.sampled_from(["begins", "baseline.begins"]))
tests_of: dict[str, st.SearchStrategy[Test]] = {
    "yen": st.one_of(
        amount_bounds.map(lambda bound: Test(above=bound)),
        amount_bounds.map(lambda bound: Test(at_most=bound)),
    ),
    "purpose": st.lists(
        st.sampled_from(DOMAINS["purpose"]), min_size=1, max_size=2, unique=True
    ).map(lambda values: Test(among=tuple(values))),
    "called": day_bounds.map(lambda bound: Test(since=bound)),
    "armed": st.sampled_from(["true", "false"]).map(lambda value: Test(among=(value,))),
    "except": st.sampled_from(["food", "fuel"]).map(lambda value: Test(among=(value,))),
}
conditions = st.fixed_dictionaries({}, optional=tests_of)
written_rules = st.builds(
    Rule,
    conduct=st.just("act"),
    verdict=st.sampled_from(STRICTNESS[1:]),
    baseline=st.booleans(),
    when=conditions,
    unless=st.one_of(st.just({}), conditions),
    text=st.just(build.text("above {limit}")),
)


def _day(first: int, width: int) -> str:
    begin = days.iso(START + first)
    return begin if not width else f"{begin}..{days.iso(START + first + width)}"


@st.composite
def measures(draw: st.DrawFn, name: str) -> Measure:
    """A measure that begins, perhaps changes and perhaps ends, on days that may be vague."""
    gaps = draw(st.lists(st.integers(1, 3), min_size=3, max_size=3))
    widths = draw(st.lists(st.sampled_from([0, 0, 2]), min_size=3, max_size=3))
    at = list(itertools.accumulate([gaps[0], widths[0] + gaps[1], widths[1] + gaps[2]]))
    events = [
        build.event("imposed", _day(at[0], widths[0]), id=f"{name}-1", terms=draw(terms)),
        build.event("tightened", _day(at[1], widths[1]), id=f"{name}-2", terms=draw(terms)),
        build.event("lifted", _day(at[2], widths[2]), id=f"{name}-3"),
    ]
    return build.measure(
        *events[: draw(st.integers(1, 3))],
        id=name,
        baseline=draw(terms),
        rules=tuple(draw(st.lists(written_rules, min_size=1, max_size=3))),
    )


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Up to three measures with rules about one conduct."""
    names = ["one", "two", "three"][: draw(st.integers(1, 3))]
    registry = build.registry(
        *(draw(measures(name)) for name in names),
        verified_from=draw(st.sampled_from([None, days.iso(START + 2)])),
    )
    asked = draw(st.lists(st.sampled_from(list(DOMAINS)), unique=True, min_size=4, max_size=4))
    conduct = Conduct(id="act", name=build.text("act"), facts=tuple(asked))
    return msgspec.structs.replace(
        registry, vocabulary=VOCABULARY, facts=FACTS, conducts=(conduct,)
    )


some_days = st.integers(START - 2, START + 16)
given_facts = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in DOMAINS.items()}
)


def asked(registry: Registry, day: int, facts: dict[str, Any]) -> str:
    """What the library answers; a day is given as people write it."""
    told = {name: days.iso(value) if name == "called" else value for name, value in facts.items()}
    return str(nkj.ask(registry, "act", day, told).verdict)


# The naive evaluator


def naive(registry: Registry, day: int, facts: dict[str, Any]) -> str:
    """Every completion of the facts, one by one."""
    if registry.verified_from is not None and day < registry.verified_from:
        return "unknown"
    domains = [[facts[name]] if name in facts else DOMAINS[name] for name in DOMAINS]
    found = {
        _whole(registry, day, dict(zip(DOMAINS, combination, strict=True)))
        for combination in itertools.product(*domains)
    }
    if len(found) == 1:
        return found.pop()
    return "unknown" if "unknown" in found else "depends"


def _whole(registry: Registry, day: int, facts: dict[str, Any]) -> str:
    """The verdict where every fact is known."""
    sure, possible = [0], [0]
    for measure in registry.measures:
        span = Replay.of(registry).life(measure).on(day)
        for rule in measure.rules:
            place = STRICTNESS.index(rule.verdict)
            speaks = _speaks(measure, rule, span, facts)
            if speaks != "no":
                possible.append(place)
            if speaks == "yes":
                sure.append(place)
    return STRICTNESS[max(sure)] if max(possible) == max(sure) else "unknown"


def _speaks(measure: Measure, rule: Rule, span: Span, facts: dict[str, Any]) -> str:
    if span.in_force is False and not rule.baseline:
        return "no"
    known = span.in_force is not None and not span.terms_doubtful
    terms = span.terms if known else None
    when = [_met(name, test, terms, measure.baseline, facts) for name, test in rule.when.items()]
    unless = [
        _met(name, test, terms, measure.baseline, facts) for name, test in rule.unless.items()
    ]
    if "no" in when or (unless and set(unless) == {"yes"}):
        return "no"
    certain = set(when) <= {"yes"} and (not unless or "no" in unless)
    general = rule.baseline and span.state == "uncertain"
    return "yes" if certain and (span.in_force is not None or general) else "maybe"


def _met(name: str, test: Test, terms: Terms | None, baseline: Terms, facts: dict[str, Any]) -> str:
    if name == "except":
        if terms is None:
            return "maybe"
        listed = terms.get("except", ())
        assert isinstance(listed, tuple)
        return "yes" if set(listed) & set(test.among) else "no"
    if test.among:
        return "yes" if facts[name] in test.among else "no"
    bound: Any = next(b for b in (test.above, test.at_most, test.since) if b is not None)
    if bound in ("limit", "begins", "baseline.limit", "baseline.begins"):
        source = baseline if bound.startswith("baseline.") else terms
        if source is None:
            return "maybe"
        bound = source.get(bound.rpartition(".")[2])
        if bound is None:
            return "no"
    if test.since is not None:
        return "yes" if facts[name] >= days.parse_day(bound) else "no"
    above = facts[name] > bound
    return "yes" if above == (test.above is not None) else "no"


# The laws


@given(registries(), some_days, given_facts)
def test_the_naive_evaluator_agrees(registry: Registry, day: int, facts: dict[str, Any]) -> None:
    """Trying everything gives what the engine gives."""
    assert asked(registry, day, facts) == naive(registry, day, facts)


@given(registries(), some_days, given_facts)
def test_a_fact_more_never_turns_a_definite_verdict(
    registry: Registry, day: int, facts: dict[str, Any]
) -> None:
    """What was definite stays as it is, whatever else becomes known."""
    verdict = asked(registry, day, facts)
    if verdict in ("depends", "unknown"):
        return
    for name, values in DOMAINS.items():
        for value in values if name not in facts else ():
            assert asked(registry, day, {**facts, name: value}) == verdict


@given(registries(), some_days, some_days, given_facts)
def test_between_two_changes_the_verdict_is_the_same(
    registry: Registry, one: int, other: int, facts: dict[str, Any]
) -> None:
    """Where nothing took effect in between, nothing is answered differently."""
    first, last = sorted((one, other))
    edges = Replay.of(registry).change_days()
    if not any(first < edge <= last for edge in edges):
        assert asked(registry, first, facts) == asked(registry, last, facts)


@given(registries(), some_days, given_facts)
def test_allowed_never_where_a_rule_could_speak(
    registry: Registry, day: int, facts: dict[str, Any]
) -> None:
    """No completion of the facts makes any rule speak, surely or perhaps."""
    if asked(registry, day, facts) != "allowed":
        return
    missing = [name for name in DOMAINS if name not in facts]
    for combination in itertools.product(*(DOMAINS[name] for name in missing)):
        whole = {**facts, **dict(zip(missing, combination, strict=True))}
        for measure in registry.measures:
            span = Replay.of(registry).life(measure).on(day)
            for rule in measure.rules:
                assert _speaks(measure, rule, span, whole) == "no"


@given(registries(), some_days, given_facts)
def test_with_every_fact_given_nothing_depends(
    registry: Registry, day: int, facts: dict[str, Any]
) -> None:
    """What is still open then is not known, and no fact would tell."""
    whole = {**{name: values[0] for name, values in DOMAINS.items()}, **facts}
    assert asked(registry, day, whole) != "depends"


@given(registries(), some_days, given_facts)
def test_what_each_answer_would_give_is_what_it_gives(
    registry: Registry, day: int, facts: dict[str, Any]
) -> None:
    """The verdict promised for an answer is the one that follows when it is given."""
    told = {name: days.iso(value) if name == "called" else value for name, value in facts.items()}
    for missing in nkj.ask(registry, "act", day, told).missing:
        for answer, verdict in missing.would_give.items():
            first, _, last = answer.partition("..")
            value = (first or last or "never") if ".." in answer else answer
            if missing.fact == "called" and not first:
                value = "never"
            elif missing.fact == "yen" and not first:
                value = "0"
            assert nkj.ask(registry, "act", day, {**told, missing.fact: value}).verdict == verdict


@given(registries(), st.lists(st.tuples(some_days, given_facts), max_size=20))
def test_rows_are_answered_as_one_by_one(
    registry: Registry, acts: list[tuple[int, dict[str, Any]]]
) -> None:
    """A table, a call on rows and single questions say the same."""
    rows = [
        {"on": days.iso(day)}
        | {name: days.iso(v) if name == "called" else str(v) for name, v in facts.items()}
        for day, facts in acts
    ]
    answers = list(nkj.ask_rows(registry, rows, "act"))
    header = ["note", "on", *DOMAINS]
    from nkj.queries.acts import Table

    cells = Table(registry, "act", None, nkj.WrongUsage.message).answers(header)
    for (day, facts), row, answer in zip(acts, rows, answers, strict=True):
        single = nkj.ask(registry, "act", day, {k: v for k, v in row.items() if k != "on"})
        assert answer.verdict == single.verdict
        assert answer.measures == tuple(dict.fromkeys(r.measure for r in single.because))
        assert answer.problem == ""
        assert cells([row.get(name, "") for name in header]) == answer.cells()
        assert asked(registry, day, facts) == answer.verdict


def test_the_rulebook_is_made_once() -> None:
    """Asking again costs a search, not a replay."""
    registry = nkj.load()
    assert Rulebook.of(registry, "remit") is Rulebook.of(registry, "remit")
