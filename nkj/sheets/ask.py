"""An answer of ``ask`` as a sheet: the verdict in words, why, what is missing, what is not weighed.

What lives here: the sheet of one act, the limits of a day, the conducts. What does not: the
verdict (``queries.ask``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nkj import days, rules
from nkj.model import TermLabel, Text
from nkj.queries.ask import AskResult, Condition, Missing, Reason
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words

#: What did not speak, but says where the line lies.
_NEAR_MISS = ("above", "at_most", "since")


def sheet(result: AskResult, words: Words, explain: bool = False) -> Sheet:
    """The sheet of an answer. ``explain`` shows each rule's conditions as they were met."""
    phrases = Phrases(result.registry, words)
    if result.conduct is None:
        return _conducts(result, phrases)
    return _Ask(result, phrases).sheet(explain)


def asked_of(condition: Condition, result: AskResult, phrases: Phrases) -> str:
    """What a condition of one of an answer's rules asks, in words."""
    return _Ask(result, phrases).asks(condition)


def _conducts(result: AskResult, phrases: Phrases) -> Sheet:
    say = phrases.words.say
    if not result.conducts:
        return finished(say("ask.no-rules"), [], coverage(result, phrases), phrases)
    columns = (
        Column("conduct", say("ask.col.conduct"), "key"),
        Column("what", say("ask.col.what"), "text"),
        Column("facts", say("ask.col.facts"), "detail"),
    )
    rows = tuple(
        Row(
            column_cells(
                columns,
                conduct=conduct.id,
                what=phrases.text(conduct.name),
                facts=phrases.listed(_fact(fact.id, fact.values) for fact in conduct.facts),
            )
        )
        for conduct in result.conducts
    )
    block = Block("", columns, (("", rows),))
    notes = coverage(result, phrases)
    return finished(say("ask.conducts"), [block], notes, phrases, more=say("ask.how"))


def _fact(name: str, values: Sequence[str]) -> str:
    return f"{name} ({' | '.join(values)})" if values else name


class _Ask:
    """One answer being said."""

    def __init__(self, result: AskResult, phrases: Phrases) -> None:
        self.result = result
        self.phrases = phrases
        self.say = phrases.words.say
        self._facts = {fact.id: fact for fact in result.registry.facts}
        conducts = {conduct.id: conduct for conduct in result.registry.conducts}
        self._conduct = conducts[result.conduct or ""]

    def sheet(self, explain: bool) -> Sheet:
        """The whole of it."""
        blocks = [self._act()]
        if self.result.because:
            because = _each_once(self.result.because)
            blocks.append(self._rules(self.say("ask.because"), because, explain))
        blocks += self._missing()
        blocks += self._parties()
        others = self._others(explain)
        if others:
            heading = "ask.others" if self.result.because else "ask.limits"
            blocks.append(self._rules(self.say(heading), others, explain, sources=explain))
        if self.result.not_weighed:
            told = tuple(map(self.phrases.text, self.result.not_weighed))
            blocks.append(Block(self.say("ask.not-weighed"), intro=told))
        notes = (*coverage(self.result, self.phrases, self.result.on), self.say("ask.no-advice"))
        more = "" if explain else self.say("ask.explain")
        return finished(self.headline(), blocks, notes, self.phrases, more=more)

    def _others(self, explain: bool) -> list[Reason]:
        """The rules that did not speak and are worth a line: without a fact all of them, else those
        that might, that let the act go, or whose line it does not pass.
        """
        others = self.result.others
        if explain or not self.result.facts:
            return _each_once(others)
        return _each_once([r for r in others if r.spoke != "no" or _is_near(r)])

    def headline(self) -> str:
        """The verdict in one line, with the figure and its own day."""
        verdict = self.result.verdict
        if verdict == "unknown":
            return self.say("ask.line", verdict=self._verdict("unknown"), why=self._unknown())
        if verdict == "depends":
            branches = list(self._branches()) or [self.say("ask.no-list")]
            told = self.say("join").join((*self._nobody(), *branches))
            return self.say("ask.line", verdict=self._verdict("depends"), why=told)
        if verdict == "allowed":
            return self.say("ask.line", verdict=self._verdict("allowed"), why=self._allowed())
        spoke = [reason for reason in self.result.because if reason.verdict == verdict]
        why = self.say("join").join(dict.fromkeys(map(self._caught, spoke)))
        return self.say("ask.line", verdict=self._verdict(str(verdict)), why=why)

    def _verdict(self, verdict: str) -> str:
        return self.say(f"verdict.{verdict}")

    def _caught(self, reason: Reason) -> str:
        """What a rule catches, and since when."""
        return self.phrases.beside(self.phrases.text(reason.text), self._rests(reason))

    def _rests(self, reason: Reason) -> str:
        if reason.baseline:
            return self.say("ask.general")
        if reason.since is None:
            return self.say(f"state.{reason.state}")
        return self.say("ask.since", day=self.phrases.day(reason.since))

    def _allowed(self) -> str:
        """What lets the act go, or the line that it does not pass, or only that nothing stands."""
        let_go = [reason for reason in self.result.others if reason.spoke == "spared"]
        for reason in let_go:
            if reason.spares is not None:
                return self.phrases.beside(self.phrases.text(reason.spares), self._rests(reason))
        near = [reason for reason in self.result.others if _is_near(reason)]
        if near:
            verdict, what = self._within(near[0].verdict), self._caught(near[0])
            return self.say("ask.only", verdict=verdict, what=what)
        return self.say("ask.nothing-against")

    def _within(self, verdict: str) -> str:
        return self.say(f"verdict.within.{verdict}")

    def _unknown(self) -> str:
        registry = self.result.registry
        on = self.result.on
        if registry.verified_from is not None and days.place(on) < registry.verified_from:
            return self.say("ask.before")
        open_ = [r for r in self.result.others if r.spoke == "unknown"]
        named = self.phrases.listed(dict.fromkeys(self.phrases.name(r.measure) for r in open_))
        return self.say("ask.unclear", measures=named)

    def _nobody(self) -> Iterator[str]:
        """That a name was given which no party on record bears."""
        named = [name for name in self.result.facts if self._facts[name].type == "party"]
        if named and not self.result.parties:
            yield self.say("ask.nobody")

    def _branches(self) -> Iterator[str]:
        """What each rule that may speak would say, and if what: strictest first, then those that
        lack least. Rules that say the same in the same words are one, and so is a verdict that
        hangs on the same.
        """
        least = max((rules.strictness(r.verdict) for r in self.result.because), default=0)
        alike: dict[object, list[Reason]] = {}
        for reason in self.result.others:
            if reason.spoke == "depends" and rules.strictness(reason.verdict) > least:
                alike.setdefault(_said(reason), []).append(reason)
        branches: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for reasons in alike.values():
            hangs_on = reasons[0].verdict, tuple(self._ifs(reasons))
            branches.setdefault(hangs_on, []).append(self._caught_but(reasons[0]))
        order = sorted(branches, key=lambda one: (-rules.strictness(one[0]), len(one[1])))
        for verdict, ifs in order:
            key = "ask.branch.if" if ifs else "ask.branch"
            what = self.say("ask.or").join(branches[verdict, ifs])
            when = self.say("ask.and").join(ifs)
            yield self.say(key, verdict=self._within(verdict), what=what, when=when)

    def _ifs(self, reasons: Sequence[Reason]) -> list[str]:
        """The conditions that rules of the same words all lack; if they share none, the conditions
        of each. What the text of a rule says already is not said again.
        """
        lacking = [[self.asks(one) for one in self._unsaid(reason)] for reason in reasons]
        shared = [one for one in lacking[0] if all(one in others for others in lacking)]
        if shared or not all(lacking):
            return shared
        alternatives = (self.say("ask.and").join(ifs) for ifs in lacking)
        return [self.say("ask.or").join(alternatives)]

    def _unsaid(self, reason: Reason) -> Iterator[Condition]:
        """What a value of a missing fact would meet, but for what the rule's text names itself, as
        it does of any party.
        """
        text = self.phrases.text(reason.text).casefold()
        for condition in _lacking(reason):
            assert isinstance(condition.bound, tuple)
            values = (self._value(condition.fact, value) for value in condition.bound)
            told = all(value.casefold() in text for value in values)
            if not told and self._facts[condition.fact].type != "party":
                yield condition

    def _caught_but(self, reason: Reason) -> str:
        """What a rule catches, since when, and what it may yet let go."""
        closed = any(one.unless and one.holds is False for one in reason.conditions)
        if reason.spares is None or closed:
            return self._caught(reason)
        but = self.say("ask.but", spares=self.phrases.text(reason.spares))
        aside = self.say("ask.rests.but", rests=self._rests(reason), but=but)
        return self.phrases.beside(self.phrases.text(reason.text), aside)

    def _act(self) -> Block:
        """What was asked: the conduct, the facts given, the day."""
        say = self.say
        given = [self._given(name, value) for name, value in self.result.facts.items()]
        name = self.phrases.text(self._conduct.name)
        told = self.phrases.listed([name, *given])
        day = self.phrases.day(self.result.on)
        return Block("", intro=(say("ask.act", act=told, day=day),))

    def _given(self, name: str, value: str | int) -> str:
        return self.say("term.plain", name=self._fact_name(name), value=self._value(name, value))

    def _fact_name(self, name: str) -> str:
        fact = self._facts.get(name)
        return self.phrases.text(fact.name) if fact else name

    def _value(self, name: str, value: str | int) -> str:
        """A value of a fact by its name; an amount in figures."""
        if isinstance(value, int):
            return self.phrases.words.amount(value)
        labels: tuple[TermLabel, ...] = self._facts[name].values if name in self._facts else ()
        known: dict[str, Text] = {label.id: label.name for label in labels}
        return self.phrases.text(known[value]) if value in known else value

    def _rules(
        self, heading: str, reasons: Sequence[Reason], explain: bool, sources: bool = True
    ) -> Block:
        say = self.say
        columns = [
            Column("verdict", say("ask.col.verdict"), "text"),
            Column("what", say("ask.col.what"), "text"),
            Column("since", say("ask.col.since"), "key"),
            Column("spoke", say("ask.col.spoke"), "text"),
            Column("measure", say("ask.col.measure"), "key"),
        ]
        if explain:
            columns += [
                Column("conditions", say("ask.col.conditions"), "detail"),
                Column("event", say("status.decided-by"), "detail"),
                Column("note", say("field.note"), "detail"),
            ]
        elif sources:
            columns.append(Column("note", say("field.note"), "detail"))
        if sources:
            columns.append(Column("sources", say("field.sources"), "detail"))
        rows = tuple(self._rule(reason, tuple(columns)) for reason in reasons)
        return Block(heading, tuple(columns), (("", rows),))

    def _rule(self, reason: Reason, columns: tuple[Column, ...]) -> Row:
        what = self.phrases.text(reason.text)
        if reason.spares is not None:
            spares = self.phrases.text(reason.spares)
            what = self.phrases.beside(what, self.say("ask.but", spares=spares))
        return Row(
            column_cells(
                columns,
                verdict=self._verdict(reason.verdict),
                what=what,
                since=self._since(reason),
                spoke=self.say(f"ask.spoke.{reason.spoke}"),
                measure=reason.measure,
                conditions=self.phrases.listed(map(self._met, reason.conditions)),
                event=reason.event or "",
                note=self.phrases.text(reason.note),
                sources=", ".join(reason.sources),
            )
        )

    def _since(self, reason: Reason) -> str:
        if reason.baseline:
            return self.say("ask.general")
        return self.phrases.day(reason.since) or self.say(f"state.{reason.state}")

    def asks(self, condition: Condition) -> str:
        """What a condition asks: ``amount in yen above 3,000,000``."""
        name = self._fact_name(condition.fact)
        if isinstance(condition.bound, tuple):
            values = self.say("ask.or").join(
                self._value(condition.fact, value) for value in condition.bound
            )
            return self.say("term.plain", name=name, value=values)
        bound = condition.bound
        if isinstance(bound, int):
            value = self.phrases.words.amount(bound)
        else:
            value = bound or self.say("ask.no-figure")
        return self.say(f"ask.test.{condition.test}", name=name, value=value)

    def _met(self, condition: Condition) -> str:
        met = {True: "yes", False: "no", None: "open"}[condition.holds]
        key = "ask.unless" if condition.unless else "ask.if"
        return self.say(key, test=self.asks(condition), met=self.say(f"ask.met.{met}"))

    def _missing(self) -> Iterator[Block]:
        if not self.result.missing:
            return
        say = self.say
        columns = (
            Column("fact", say("ask.col.fact"), "key"),
            Column("gives", say("ask.col.gives"), "text"),
        )
        rows = tuple(
            Row(column_cells(columns, fact=missing.fact, gives=self._gives(missing)))
            for missing in self.result.missing
        )
        yield Block(say("ask.missing"), columns, (("", rows),))

    def _parties(self) -> Iterator[Block]:
        """Whom a name may mean, and on which list each stands since when."""
        say = self.say
        columns = (
            Column("party", say("ask.col.party"), "key"),
            Column("name", say("party.name"), "text"),
            Column("measure", say("ask.col.measure"), "key"),
            Column("un", say("ask.col.un-listed"), "key"),
            Column("since", say("ask.col.since"), "key"),
            Column("until", say("status.col.until"), "key"),
        )
        rows = tuple(
            Row(
                column_cells(
                    columns,
                    party=party.id,
                    name=self.phrases.text(party.name),
                    measure=listing.measure,
                    un=self.phrases.day(listing.un_listed),
                    since=self.phrases.day(listing.since),
                    until=self.phrases.day(listing.until),
                )
            )
            for party in self.result.parties
            for listing in party.listings
        )
        if rows:
            yield Block(say("ask.parties"), columns, (("", rows),), intro=tuple(self._gaps()))

    def _gaps(self) -> Iterator[str]:
        """The parties that the United Nations had listed by this day, and the sender later."""
        on = days.place(self.result.on)
        for party in self.result.parties:
            for listing in party.listings:
                un, since = listing.un_listed, listing.since
                if un is None or since is None or not days.place(un) <= on < days.place(since):
                    continue
                name, of = self.phrases.text(party.name), self.phrases.day(un)
                yield self.say("ask.gap", name=name, un=of, since=self.phrases.day(since))

    def _gives(self, missing: Missing) -> str:
        """Each answer and its verdict, answers of one verdict together."""
        by_verdict: dict[str, list[str]] = {}
        for answer, verdict in missing.would_give.items():
            by_verdict.setdefault(verdict, []).append(answer)
        if set(by_verdict) == {"depends"}:
            return self.say("ask.gives.open")
        told = (
            self.say("ask.gives", answers=", ".join(answers), verdict=self._within(verdict))
            for verdict, answers in by_verdict.items()
        )
        return self.phrases.listed(told)


def _is_near(reason: Reason) -> bool:
    """True for a rule that would speak but for an amount or a day that its bound does not reach."""
    missed = [c for c in reason.conditions if not c.unless and c.holds is not True]
    return reason.spoke == "no" and bool(missed) and all(c.test in _NEAR_MISS for c in missed)


def _lacking(reason: Reason) -> list[Condition]:
    """The conditions of a rule that a value of a missing fact would meet."""
    return [c for c in reason.conditions if c.holds is None and not c.unless and c.test == "is"]


def _each_once(reasons: Sequence[Reason]) -> list[Reason]:
    """Rules of one measure that say the same in the same words, once: the first of them that comes
    nearest to speaking.
    """
    order = ("yes", "spared", "depends", "unknown", "no")
    found: dict[object, Reason] = {}
    for reason in reasons:
        key = _said(reason)
        known = found.get(key)
        if known is None or order.index(reason.spoke) < order.index(known.spoke):
            found[key] = reason
    return list(found.values())


def _said(reason: Reason) -> object:
    """What is the same of rules of one measure that say the same in the same words."""
    return reason.measure, reason.verdict, tuple(reason.text.words.items())
