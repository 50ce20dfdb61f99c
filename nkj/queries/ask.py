"""May I, might I, had I to report? What the terms of a day say of an act.

What lives here: the shape of the answer, the rules that bear on a conduct day by day
(``Rulebook``), and reading facts as they are given. What does not: how rules make a verdict
(``rules``), many acts at once (``acts``), how it looks (``sheets.ask``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from nkj import days, index, rules
from nkj.amounts import parse_amount
from nkj.characters import printable
from nkj.choices import Day, day_of, nearest
from nkj.model import (
    Conduct,
    Event,
    Fact,
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
from nkj.once import once
from nkj.problems import WrongUsage
from nkj.queries.bundled import on_bundled
from nkj.queries.links import source_ids
from nkj.queries.parties import ListingAnswer, PartyAnswer, stands_on
from nkj.queries.parties import parties as find_parties
from nkj.queries.result import Answer, Result
from nkj.replay import Listings, Replay, Span, Steps
from nkj.rules import DayRule, Given, Questions
from nkj.wording import words

#: Whether a rule spoke: it did, it did not, its exemption let the act go, or a fact decides it.
Spoke: TypeAlias = Literal["yes", "no", "spared", "depends", "unknown"]

#: How a name was found when it is surely the one that was meant.
_SURELY = ("number", "name", "alias")
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


# The rules of a conduct, day by day


class DayRules(NamedTuple):
    """The rules that may speak on a day, and with each the measure and the span it rests on."""

    rules: tuple[DayRule, ...]
    rests: tuple[tuple[Measure, Span], ...]


class Read(NamedTuple):
    """A fact as it was given: what the rules look at (None where that is not known, as of a name
    that is on no list), how it is told again, and whom a name may mean.
    """

    given: Given | None
    told: str | int
    parties: tuple[PartyAnswer, ...] = ()


class Rulebook:
    """All rules about one conduct in a registry, as they stand from day to day.

    Made once a registry and conduct, so that a million acts cost as many searches.
    """

    def __init__(self, registry: Registry, conduct: Conduct) -> None:
        self.registry = registry
        self.conduct = conduct
        by_id = {fact.id: fact for fact in registry.facts}
        self.facts = {name: by_id[name] for name in conduct.facts}
        self.asked = Questions.of(conduct, by_id)
        self._rules = [
            (measure, rule)
            for measure in registry.measures
            for rule in measure.rules
            if rule.conduct == conduct.id
        ]
        self._replay = Replay.of(registry)
        self._steps = Steps(self._find_edges, self._make)

    @classmethod
    def of(cls, registry: Registry, name: str) -> Rulebook:
        """The rules about a conduct by its id. Raises ``WrongUsage`` if there is none."""
        known = {conduct.id: conduct for conduct in registry.conducts}
        if not known:
            raise WrongUsage("usage.ask.no-rules")
        conduct = known.get(name.strip()) or _by_name(known.values(), name)
        if conduct is None:
            near = nearest(name, known)
            key = "usage.ask.conduct.near" if near else "usage.ask.conduct"
            said = {"near": _listed(near), "known": ", ".join(known)}
            raise WrongUsage(key, text=printable(name), **said)
        books = _books(registry)
        if conduct.id not in books:
            books[conduct.id] = cls(registry, conduct)
        return books[conduct.id]

    def on(self, day: int) -> DayRules:
        """The rules that may speak on a day."""
        return self._steps.on(day)

    def since(self, measure: Measure, rule: Rule, span: Span) -> When | None:
        """The first day on which a rule said what it says in a span, without a break: not that of
        the measure where the rule rests on a term that came later.
        """
        now = rules.pose(measure, rule, span, self.facts)
        spans = self._replay.life(measure).spans
        place = spans.index(span)
        while place and rules.pose(measure, rule, spans[place - 1], self.facts) == now:
            place -= 1
        first = spans[place]
        before = spans[place - 1] if place else None
        went_on = before is not None and before.in_force
        return first.terms_since if went_on else first.since

    @property
    def edges(self) -> list[int]:
        """Every day on which they may say something else, in order."""
        return self._find_edges()

    def covers(self, day: int) -> bool:
        """False before the first day that the registry knows of."""
        first = self.registry.verified_from
        return first is None or day >= first

    def verdict(self, day: int, facts: Mapping[str, Given]) -> Verdict:
        """What they say together. Without a party that is known nothing is ever ``allowed``: a name
        that is on no list here may be one that is, written otherwise.
        """
        if not self.covers(day):
            return "unknown"
        verdict = rules.judge(self.on(day).rules, facts, self.asked)
        return "depends" if verdict == "allowed" and self.unnamed(facts) else verdict

    def unnamed(self, facts: Mapping[str, Given]) -> list[str]:
        """The parties that are asked for and not known."""
        types = self.asked.types
        return [name for name, kind in types.items() if kind == "party" and name not in facts]

    def missing(self, day: int, facts: Mapping[str, Given]) -> list[str]:
        """The facts that were not given and bear on a verdict that is not definite."""
        if self.verdict(day, facts) not in ("depends", "unknown") or not self.covers(day):
            return []
        now = self.on(day).rules
        asked = rules.missing(rules.still_open(now, facts), facts, self.asked)
        return list(dict.fromkeys((*asked, *self.unnamed(facts))))

    def read(self, name: str, value: object, day: int) -> Read:
        """A fact as it was given. Raises ``WrongUsage`` for an unknown fact or value."""
        fact = self.facts.get(name)
        if fact is None:
            known = ", ".join(self.facts) or words("en").say("term.no")
            near = nearest(name, self.facts)
            key = "usage.ask.fact.near" if near else "usage.ask.fact"
            conduct = self.conduct.id
            told = {"text": printable(name), "conduct": conduct, "known": known}
            raise WrongUsage(key, near=_listed(near), **told)
        if fact.type == "money":
            return self._read_amount(fact, value)
        if fact.type == "day":
            return self._read_day(fact, value)
        if fact.type == "party":
            return self._read_party(fact, str(value), day)
        return self._read_choice(fact, value)

    def _read_amount(self, fact: Fact, value: object) -> Read:
        units = fact.unit.words.values() if fact.unit else ()
        amount = value if type(value) is int else parse_amount(str(value), units)
        if amount is None or amount < 0:
            raise WrongUsage("usage.ask.amount", fact=fact.id, text=printable(str(value)))
        return Read(amount, amount)

    def _read_day(self, fact: Fact, value: object) -> Read:
        if isinstance(value, str) and value.strip() == "never":
            return Read(rules.NEVER, "never")
        day = day_of(self.registry, value)  # type: ignore[arg-type]  # refuses what is no day
        return Read(day, days.iso(day))

    def _read_party(self, fact: Fact, said: str, day: int) -> Read:
        """A name and the lists on which whoever bears it stands. Where it is not sure who is meant,
        and it matters which of those who may be, that is not known.
        """
        found = find_parties(self.registry, said, day).parties
        lists = [self.lists_of(party.id, day) for party in found]
        sure = all(party.match is None or party.match.by in _SURELY for party in found)
        now = self.on(day).rules
        same = len({rules.judge(now, {fact.id: one}, self.asked) for one in lists}) == 1
        return Read(lists[0] if sure and same else None, said, found)

    def lists_of(self, party: str, day: int) -> Mapping[str, bool | None]:
        """Of each measure of these rules, whether it binds those who deal with a party."""
        listings = Listings.of(self.registry)
        return {m.id: listings.bound_on(m, party, day) for m, _ in self._rules}

    def _read_choice(self, fact: Fact, value: object) -> Read:
        said = str(value).strip()
        values = self.asked.values[fact.id]
        found = said if said in values else self._named(fact, said)
        if found not in values:
            known = ", ".join(values)
            told = {"fact": fact.id, "text": printable(said), "known": known}
            raise WrongUsage("usage.ask.value", **told)
        return Read(found, found)

    def _named(self, fact: Fact, said: str) -> str | None:
        """The value that bears a name in any language, in any case."""
        wanted = said.casefold()
        for value in fact.values:
            if wanted in {value.id, *(name.casefold() for name in value.name.words.values())}:
                return value.id
        return None

    def bounds_of(self, fact: str) -> set[int]:
        """Where the answers to an amount or a day part, on any day: the first number beyond each
        bound.
        """
        found: set[int] = set()
        for first in [1, *self.edges]:
            found.update(rules.edges_of(fact, self.on(first).rules))
        return found

    def _find_edges(self) -> list[int]:
        lives = {measure.id: self._replay.life(measure) for measure, _ in self._rules}
        firsts = {span.first for life in lives.values() for span in life.spans}
        found = {first for first in firsts if first is not None}
        if "party" in self.asked.types.values():
            listings = Listings.of(self.registry)
            found.update(day for measure, _ in self._rules for day in listings.days_of(measure))
        return sorted(found)

    def _make(self, day: int) -> DayRules:
        posed, rests = [], []
        for measure, rule in self._rules:
            span = self._replay.life(measure).on(day)
            one = rules.pose(measure, rule, span, self.facts)
            if one is not None:
                posed.append(one)
                rests.append((measure, span))
        return DayRules(tuple(posed), tuple(rests))


def _by_name(conducts: Iterable[Conduct], said: str) -> Conduct | None:
    """The conduct of this id or name, in any language and case."""
    wanted = said.strip().casefold()
    for conduct in conducts:
        if wanted in {conduct.id, *(name.casefold() for name in conduct.name.words.values())}:
            return conduct
    return None


@once
def _books(registry: Registry) -> dict[str, Rulebook]:
    """The rulebooks made so far, by conduct."""
    return {}


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


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
