"""Acts that can be asked about: the rules of every day for the page, with their sentences.

What lives here: for each conduct the stretches of days on which its rules are the same, and each
rule with its conditions, verdict and words. What does not: whether a rule speaks of an act, which
depends on what a reader gives (``scripts/rules.js``), and markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from nkj.model import Conduct, Fact, Measure
from nkj.page.strings import Once
from nkj.page.telling import Telling
from nkj.queries.ask import AskResult, Condition, Reason, Rulebook, ask, reasons_on
from nkj.rules import STRICTNESS, DayRule, Posed
from nkj.sheets.ask import asked_of

_VERDICTS = (*STRICTNESS, "depends", "unknown")
#: Labels of the view, by their keys in ``wording``.
LABELS = (
    *("page.act", "page.conduct", "page.ask", "page.act.how", "page.act.open"),
    *("page.act.no-fact", "page.act.no-value", "page.act.amount.hint", "page.act.command"),
    *("term.yes", "term.no", "beside"),
    *(f"verdict.{verdict}" for verdict in _VERDICTS),
    *(f"verdict.within.{verdict}" for verdict in _VERDICTS),
    *("ask.line", "ask.general", "ask.since", "ask.only", "ask.nothing-against", "ask.before"),
    *("ask.unclear", "ask.branch", "ask.branch.if", "ask.act", "ask.because", "ask.others"),
    *("ask.limits", "ask.missing", "ask.not-weighed", "ask.but", "ask.col.verdict"),
    *("ask.col.what", "ask.col.since", "ask.col.spoke", "ask.col.measure", "ask.col.conditions"),
    *("ask.col.fact", "ask.col.gives", "ask.if", "ask.unless", "ask.gives", "ask.gives.open"),
    *("ask.met.yes", "ask.met.no", "ask.met.open", "ask.nobody", "ask.no-advice", "ask.parties"),
    *(f"ask.spoke.{spoke}" for spoke in ("yes", "no", "spared", "depends", "unknown")),
    *("status.decided-by", "field.note", "term.plain"),
    *("ask.no-list", "ask.and", "ask.or", "ask.rests.but"),
)


def told_acts(measures: Sequence[Measure], telling: Telling) -> dict[str, Any]:
    """Everything that can be asked: facts, conducts, and every rule as it stands in some days."""
    return _Acts(measures, telling).whole()


class _Acts:
    def __init__(self, measures: Sequence[Measure], telling: Telling) -> None:
        self._registry = telling.registry
        self._telling = telling
        self._places = {measure.id: place for place, measure in enumerate(measures)}
        self._rules = Once()
        self._days = Once()
        self._events = Once()

    def whole(self) -> dict[str, Any]:
        conducts = [self._conduct(conduct) for conduct in self._registry.conducts]
        return {
            "verdicts": list(STRICTNESS),
            "facts": [self._fact(fact) for fact in self._registry.facts],
            "conducts": conducts,
            "rules": self._rules.all(),
            "days": self._days.all(),
            "events": self._events.all(),
        }

    def _fact(self, fact: Fact) -> list[Any]:
        text = self._telling.text
        values = [[value.id, text(value.name)] for value in fact.values]
        if fact.type == "flag":
            values = [["true", self._telling.label("term.yes")]]
            values.append(["false", self._telling.label("term.no")])
        return [fact.id, fact.type, text(fact.name), text(fact.note), text(fact.unit), values]

    def _conduct(self, conduct: Conduct) -> dict[str, Any]:
        """A conduct: its facts with the values that it knows, and its rules from day to day."""
        book = Rulebook.of(self._registry, conduct.id)
        starts: list[int] = []
        stretches: list[list[int]] = []
        for day in [max(book.edges[0] - 1, 1), *book.edges] if book.edges else [1]:
            rules = list(self._of_day(book, day))
            if not stretches or rules != stretches[-1]:
                starts += [day] if stretches else []
                stretches.append(rules)
        return {
            "id": conduct.id,
            "name": self._telling.text(conduct.name),
            "facts": [[name, values] for name, values in book.asked.values.items()],
            "notWeighed": [self._telling.text(text) for text in conduct.not_weighed],
            "starts": starts,
            "rules": stretches,
        }

    def _of_day(self, book: Rulebook, day: int) -> Iterator[int]:
        """The rules of a day, each told once however many days it holds."""
        result = ask(self._registry, book.conduct.id, day)
        for posed, reason in reasons_on(book, day, {}, {}):
            yield self._days.at(self._day(posed, reason, result))

    def _day(self, posed: DayRule, reason: Reason, result: AskResult) -> list[Any]:
        """How a rule stands in some days: the rule, whether that is sure, whether it is the general
        one, since when, in what state, and by which event.
        """
        own = [citation.source for citation in posed.rule.cite]
        cited = self._telling.cited(source for source in reason.sources if source not in own)
        event = [self._telling.at(reason.event or ""), cited]
        return [
            self._rules.at(self._rule(posed, reason, result)),
            int(posed.sure),
            int(reason.baseline),
            self._telling.at(reason.since.text if reason.since else ""),
            reason.state,
            self._events.at(event),
        ]

    def _rule(self, posed: DayRule, reason: Reason, result: AskResult) -> list[Any]:
        """What a rule says while its terms are the same."""
        telling = self._telling
        tests = [
            self._test(test, condition, result)
            for test, condition in zip((*posed.when, *posed.unless), reason.conditions, strict=True)
        ]
        own = dict.fromkeys(citation.source for citation in posed.rule.cite)
        return [
            self._places[reason.measure],
            reason.verdict,
            tests[: len(posed.when)],
            tests[len(posed.when) :],
            telling.text(reason.text),
            telling.text(reason.spares) if reason.spares else 0,
            telling.text(reason.note),
            telling.cited(own),
            [telling.text(text) for text in posed.rule.not_weighed],
        ]

    def _test(self, posed: Posed, condition: Condition, result: AskResult) -> list[Any]:
        """A condition: its fact, how its bound is compared and with what, how it was written, and
        what it asks in words.
        """
        bound = sorted(posed.bound) if isinstance(posed.bound, frozenset) else posed.bound
        asks = self._telling.say(partial(asked_of, condition, result))
        return [posed.fact, posed.kind, bound, condition.test, asks]
