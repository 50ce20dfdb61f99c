"""May I, might I, had I to report? What the terms of a day say of an act.

What lives here: the shape of the answer, and which rule spoke, since when and on whose word. What
does not: the rules of a day and reading facts (``queries.rulebook``), how rules make a verdict
(``rules``), many acts at once (``queries.acts``), how it looks (``sheets.ask``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from nkj import days, index, rules
from nkj.choices import Day, day_of
from nkj.model import (
    Conduct,
    Event,
    FactType,
    Measure,
    Registry,
    Rule,
    State,
    TermDefinition,
    Terms,
    TermValue,
    Text,
    Verdict,
    When,
)
from nkj.problems import WrongUsage
from nkj.queries.bundled import on_bundled
from nkj.queries.links import source_ids
from nkj.queries.parties import ListingAnswer, PartyAnswer, stands_on
from nkj.queries.result import Answer, Result
from nkj.queries.rulebook import Read as Read
from nkj.queries.rulebook import Rulebook as Rulebook
from nkj.replay import Span
from nkj.rules import DayRule, Given
from nkj.wording import words

#: Whether a rule spoke: it did, it did not, its exemption let the act go, or a fact decides it.
Spoke: TypeAlias = Literal["yes", "no", "spared", "depends", "unknown"]

_PLACE = re.compile(r"\{([a-z0-9_.]+)\}")


class Condition(Result, frozen=True, kw_only=True):
    """One condition of a rule as it was met: the fact or list term, what is asked of it (``is``,
    ``above``, ``at_most`` or ``since``) with the day's own figure, what was given, and whether it
    holds. ``unless`` marks one of those that would silence the rule.
    """

    fact: str
    test: str
    bound: str | int | tuple[str, ...] | None
    given: str | int | None
    holds: bool | None
    unless: bool


class Reason(Result, frozen=True, kw_only=True):
    """A rule of the day, and whether it spoke.

    ``event`` decides how its measure stands, None where only the general rule holds; ``since`` is
    the first day of what it rests on. ``text`` says which acts it catches and ``spares`` which it
    lets go, with the day's figures.
    """

    measure: str
    verdict: str
    spoke: Spoke
    baseline: bool
    state: State
    event: str | None
    since: When | None
    until: When | None
    terms: Terms
    text: Text
    spares: Text | None
    note: Text | None
    conditions: tuple[Condition, ...]
    sources: tuple[str, ...]


class Missing(Result, frozen=True, kw_only=True):
    """A fact that was not given, and the verdict that each answer to it would give. Amounts and
    days are spans, both ends included: ``..100000``, ``2016-02-19..``.
    """

    fact: str
    would_give: dict[str, str]


class AskedFact(Result, frozen=True, kw_only=True):
    """A fact that a conduct asks for. ``values`` are those of a choice, by id."""

    id: str
    type: FactType
    name: Text
    values: tuple[str, ...]


class AskedConduct(Result, frozen=True, kw_only=True):
    """A conduct that can be asked about."""

    id: str
    name: Text
    facts: tuple[AskedFact, ...]


class AskResult(Answer, frozen=True, kw_only=True):
    """What the rules of a day say of an act; without a conduct, which can be asked about.

    ``because`` are the rules that spoke, strictest first, ``others`` the rest of that day;
    ``parties`` are those that a name may mean, with their listings.
    """

    on: When
    conduct: str | None
    facts: dict[str, str | int]
    verdict: Verdict | None
    because: tuple[Reason, ...]
    others: tuple[Reason, ...]
    missing: tuple[Missing, ...]
    not_weighed: tuple[Text, ...]
    parties: tuple[PartyAnswer, ...]
    conducts: tuple[AskedConduct, ...]


@on_bundled  # type: ignore[arg-type]  # ``more`` could be a fact of that name; there is none
def ask(
    registry: Registry,
    conduct: str | None,
    on: Day,
    facts: Mapping[str, object] | None = None,
    **more: object,
) -> AskResult:
    """What the rules in force on a day say of an act.

    ``conduct`` is an id (None: which there are), ``on`` a day argument, an ordinal or a date;
    ``facts`` and ``more`` give facts by their ids: ``yen=5_000_000``, ``purpose="humanitarian"``. A
    fact that Python keeps for itself goes into ``facts``: ``{"from": "dprk"}``. Raises
    ``WrongUsage`` for an unknown day, conduct, fact or value.
    """
    day = day_of(registry, on)
    if conduct is None:
        if facts or more:
            raise WrongUsage("usage.ask.no-conduct")
        return _conducts(registry, day)
    book = Rulebook.of(registry, conduct)
    both = {**(facts or {}), **more}
    return _answer(book, day, {name: book.read(name, value, day) for name, value in both.items()})


def _conducts(registry: Registry, day: int) -> AskResult:
    listed = tuple(
        AskedConduct(id=conduct.id, name=conduct.name, facts=tuple(_asked(registry, conduct)))
        for conduct in registry.conducts
    )
    return AskResult(
        registry=registry,
        on=days.exactly(day),
        conduct=None,
        facts={},
        verdict=None,
        because=(),
        others=(),
        missing=(),
        not_weighed=(),
        parties=(),
        conducts=listed,
    )


def _asked(registry: Registry, conduct: Conduct) -> Iterator[AskedFact]:
    by_id = {fact.id: fact for fact in registry.facts}
    for name in conduct.facts:
        fact = by_id[name]
        values = rules.values_of(conduct, fact)
        yield AskedFact(id=fact.id, type=fact.type, name=fact.name, values=values)


# The answer


def _answer(book: Rulebook, day: int, read: Mapping[str, Read]) -> AskResult:
    known = {name: one.given for name, one in read.items() if one.given is not None}
    now = book.on(day)
    verdict = book.verdict(day, known)
    carrying = rules.carrying(now.rules, known, book.asked) if book.covers(day) else ()
    reasons = [(reason, one in carrying) for one, reason in reasons_on(book, day, known, read)]
    reasons.sort(key=lambda pair: -rules.strictness(pair[0].verdict))
    because = tuple(reason for reason, carries in reasons if carries)
    others = tuple(reason for reason, carries in reasons if not carries)
    return AskResult(
        registry=book.registry,
        on=days.exactly(day),
        conduct=book.conduct.id,
        facts={name: one.told for name, one in read.items()},
        verdict=verdict,
        because=because,
        others=others,
        missing=tuple(_missing(book, day, known, read)),
        not_weighed=_not_weighed(book.conduct, now.rules, known),
        parties=tuple(party for one in read.values() for party in one.parties),
        conducts=(),
    )


def reasons_on(
    book: Rulebook, day: int, known: Mapping[str, Given], read: Mapping[str, Read]
) -> Iterator[tuple[DayRule, Reason]]:
    """Each rule of a day, and what is said of it."""
    now = book.on(day)
    for one, (measure, span) in zip(now.rules, now.rests, strict=True):
        yield one, _reason(book, day, one, measure, span, known, read)


def _missing(
    book: Rulebook, day: int, known: Mapping[str, Given], read: Mapping[str, Read]
) -> Iterator[Missing]:
    """What was not given and would bear on it; nothing where the verdict is definite."""
    now, asked = book.on(day).rules, book.asked
    for fact in book.missing(day, known):
        gives: Mapping[str, Verdict]
        if fact in read and read[fact].parties:
            gives = {
                party.id: rules.judge(now, {**known, fact: book.lists_of(party.id, day)}, asked)
                for party in read[fact].parties
            }
        else:
            gives = rules.would_give(fact, now, known, asked)
        if set(gives.values()) != {"unknown"}:
            yield Missing(fact=fact, would_give=dict(gives))


def _not_weighed(
    conduct: Conduct, day_rules: tuple[DayRule, ...], known: Mapping[str, Given]
) -> tuple[Text, ...]:
    """What no fact asks: of the conduct, and of the rules whose conditions may be met but for what
    they spare.
    """
    told = list(conduct.not_weighed)
    for one in day_rules:
        if rules.speaks(one, known) is not False or rules.spared(one, known):
            told += one.rule.not_weighed
    kept: list[Text] = []
    for text in told:
        if text not in kept:
            kept.append(text)
    return tuple(kept)


def _reason(
    book: Rulebook,
    day: int,
    one: DayRule,
    measure: Measure,
    span: Span,
    known: Mapping[str, Given],
    read: Mapping[str, Read],
) -> Reason:
    rule = one.rule
    general = _is_general(rule, span)
    event = event_of(book, one, measure, span, read, day)
    listing = _listing(one, read, day)
    since = listing.since if listing else None if general else book.since(measure, rule, span)
    cited = (citation.source for citation in rule.cite)
    filled = _Filler(book.registry, span.terms, measure.baseline)
    return Reason(
        measure=measure.id,
        verdict=rule.verdict,
        spoke=_spoke(book, day, one, known),
        baseline=general,
        state=span.state,
        event=event.id if event else None,
        since=since,
        until=None if general else span.until,
        terms=measure.baseline if general else span.terms,
        text=filled.text(rule.text),
        spares=filled.text(rule.spares) if rule.spares else None,
        note=rule.note,
        conditions=tuple(_conditions(one, known, read)),
        sources=tuple(dict.fromkeys((*cited, *source_ids(event)))),
    )


def _is_general(rule: Rule, span: Span) -> bool:
    """True where only the general rule speaks: its measure is not in force, or adds nothing."""
    return rule.baseline and not (span.in_force and _names_own_terms(rule))


def event_of(
    book: Rulebook,
    one: DayRule,
    measure: Measure,
    span: Span,
    read: Mapping[str, Read],
    day: int,
) -> Event | None:
    """The event that decides how a rule stands: that which listed the party named, else the latest
    of its measure; None where only the general rule holds.
    """
    listing = _listing(one, read, day)
    if listing is not None:
        return index.of(book.registry).events[listing.event][1]
    if not span.in_force or _is_general(one.rule, span):
        return None
    return span.standing.latest


def _spoke(book: Rulebook, day: int, one: DayRule, known: Mapping[str, Given]) -> Spoke:
    if rules.spared(one, known):
        return "spared"
    spoke = rules.speaks(one, known)
    if spoke is False:
        return "no"
    if not one.sure or not book.covers(day):
        return "unknown"
    if spoke:
        return "yes"
    return "depends" if rules.missing([one], known, book.asked) else "unknown"


def _names_own_terms(rule: Rule) -> bool:
    """True if a rule rests on a term of the day, and not on the general rule's alone."""
    tests = (*rule.when.values(), *rule.unless.values())
    bounds = [getattr(test, rules.kind_of(test)) for test in tests]
    named = {str(bound) for bound in bounds if rules.term_of(bound) is not None}
    for text in (rule.text, rule.spares):
        for said in text.words.values() if text else ():
            named.update(_PLACE.findall(said))
    return any(not term.startswith(rules.BASELINE) for term in named)


def _listing(one: DayRule, read: Mapping[str, Read], day: int) -> ListingAnswer | None:
    """The listing by which the party that was named stands on the list of a rule's measure."""
    named = [party for fact in read.values() if fact.given is not None for party in fact.parties]
    for listing in named[0].listings if named else ():
        if listing.measure == one.measure and stands_on(listing, day):
            return listing
    return None


def _conditions(
    one: DayRule, known: Mapping[str, Given], read: Mapping[str, Read]
) -> Iterator[Condition]:
    sides = ((False, one.when, one.rule.when), (True, one.unless, one.rule.unless))
    for unless, posed, written in sides:
        for test, (name, asked) in zip(posed, written.items(), strict=True):
            kind = rules.kind_of(asked)
            yield Condition(
                fact=name,
                test="is" if kind == "among" else kind,
                bound=asked.among or _bound(test.bound, kind),
                given=read[name].told if name in read else None,
                holds=test.holds(known, one.measure),
                unless=unless,
            )


def _bound(bound: object, kind: str) -> str | int | None:
    if not isinstance(bound, int) or isinstance(bound, bool):
        return None
    return days.iso(bound) if kind == "since" else bound


class _Filler:
    """Puts the figures of a day into the words of a rule."""

    def __init__(self, registry: Registry, terms: Terms, baseline: Terms) -> None:
        self._definitions = index.of(registry).terms
        self._terms = terms
        self._baseline = baseline

    def text(self, text: Text) -> Text:
        """The words in every language, ``{term}`` and ``{baseline.term}`` replaced."""
        return Text({lang: self._filled(said, lang) for lang, said in text.words.items()})

    def _filled(self, said: str, lang: str) -> str:
        def value(match: re.Match[str]) -> str:
            name = match[1].removeprefix(rules.BASELINE)
            source = self._baseline if match[1].startswith(rules.BASELINE) else self._terms
            if name not in source:
                return words(lang).say("ask.no-figure")
            return written(source[name], self._definitions[name], lang)

        return _PLACE.sub(value, said)


def written(value: TermValue, definition: TermDefinition, lang: str) -> str:
    """A term's value as it stands in a sentence: ``3,000,000 yen``."""
    if isinstance(value, bool) or not isinstance(value, int):
        return ", ".join(value) if isinstance(value, tuple) else str(value)
    figure = words(lang).amount(value)
    if definition.type == "jpy":
        return words(lang).say("ask.money", value=figure, unit=words(lang).say("unit.jpy"))
    if definition.unit is not None:
        return words(lang).say("ask.money", value=figure, unit=definition.unit.within(lang))
    return figure
