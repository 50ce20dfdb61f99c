"""The rules that bear on a conduct, day by day, and reading facts as they are given.

What lives here: ``Rulebook``, which knows what the rules of a conduct are on a day and what they
say together of the facts of an act. What does not: how rules make a verdict (``rules``), why, in
whose words and on whose word (``queries.ask``), many acts at once (``queries.acts``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nkj import days, rules
from nkj.amounts import parse_amount
from nkj.characters import printable
from nkj.choices import day_of, nearest
from nkj.model import Conduct, Fact, Measure, Registry, Rule, Verdict, When
from nkj.once import once
from nkj.problems import WrongUsage
from nkj.queries.parties import PartyAnswer
from nkj.queries.parties import parties as find_parties
from nkj.replay import Listings, Replay, Span, Steps
from nkj.rules import DayRule, Given, Questions
from nkj.wording import words

#: How a name was found when it is surely the one that was meant.
_SURELY = ("number", "name", "alias")


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
        and it matters which of those who may be, that is not known; an id or a number is sure.
        """
        found = find_parties(self.registry, said, day).parties
        found = tuple(one for one in found if one.match and one.match.by == "number") or found
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
