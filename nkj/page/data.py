"""What the page's script picks from: every answer, life and bargain in both languages.

What lives here: the one object that is written into the page. What does not: how it is worked out
(``answers``), markup (``frame``), picking (``scripts``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import msgspec

from nkj import choices, days, eras, index
from nkj.characters import shown
from nkj.model import Measure, Registry, Source
from nkj.page import acts, answers, parties
from nkj.page.strings import Place
from nkj.page.telling import Telling
from nkj.problems import WrongUsage
from nkj.queries.diff import diff
from nkj.queries.exchanges import exchanges
from nkj.queries.history import history
from nkj.replay import Replay
from nkj.sheets import exchanges as exchange_sheets
from nkj.sheets import history as history_sheet
from nkj.sheets.diff import ORDER, meanwhile
from nkj.sheets.one_exchange import whole
from nkj.sheets.phrases import Phrases
from nkj.wording import LANGUAGES

#: Labels that the script says, by their keys in ``wording``.
LABELS = (
    *("page.on", "page.between", "page.measures", "page.bargains", "page.day", "page.from"),
    *("page.to", "page.earlier", "page.later", "page.compare", "page.slider", "page.no-day"),
    *("page.no-id", "page.title-on", "page.summary", "page.summary.un", "page.un", "page.views"),
    *("page.compared", "page.unchanged", "page.sources", "page.other-language", "page.bar"),
    *("page.after", "note.before", "note.doubt", "note.terms-doubtful", "note.swapped"),
    *("status.in-force", "status.open", "status.not-in-force", "status.not-yet"),
    *("status.none-in-force", "status.col.measure", "status.col.state", "status.col.since"),
    *("status.col.until", "status.col.day", "diff.col.before", "diff.col.after"),
    *("diff.col.events", "diff.col.what", "diff.meanwhile", "diff.nothing", "join"),
    *("join.values", "page.no-view"),
)
_STATES = (
    *("in-force", "eased", "suspended", "lifted", "lapsed", "superseded"),
    *("not-yet-imposed", "uncertain", "unknown"),
)


def encoded(registry: Registry) -> str:
    """The data as JSON that may stand inside a ``script`` element."""
    text = msgspec.json.encode(_Data(registry).whole()).decode("utf-8")
    # No tag can begin within it, and no line end that a script would count.
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


class _Data:
    """The parts of the object, each text once."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.telling = Telling(registry)

    def whole(self) -> dict[str, Any]:
        """Everything. The texts come last: the other parts add theirs."""
        registry = self.registry
        measures = choices.choose(registry, (), "all")
        body = {
            "languages": LANGUAGES,
            "from": registry.verified_from,
            "through": registry.verified_through,
            "zone": registry.programme.time_zone,
            "eras": eras.ERAS,
            "words": self._words(),
            "families": [
                [family.id, self.telling.say(partial(Phrases.family, name=family.id))]
                for family in registry.programme.families
            ],
            "measures": self._measures(measures),
            "days": Replay.of(registry).change_days(),
            "meanwhile": self._meanwhile(),
            "bargains": self._bargains(),
            "glance": self._glance(),
            "ids": self._days_of_ids(),
        }
        if registry.parties:
            body["parties"] = parties.told_parties(measures, self.telling)
        if registry.conducts:
            body["acts"] = acts.told_acts(measures, self.telling)
        body["shapes"] = list(self.telling.shapes)
        body["sources"] = self._told_sources()
        settled, strings = self.telling.strings.settled(body)
        return {**settled, "strings": [_entry(text) for text in strings]}

    def _words(self) -> dict[str, Place]:
        say = self.telling.say
        keys = [*LABELS]
        keys += acts.LABELS if self.registry.conducts else ()
        keys += parties.LABELS if self.registry.parties or self.registry.conducts else ()
        keys += [*(f"state.{state}" for state in _STATES), *(f"diff.{k}" for k in ORDER)]
        found = {key: self.telling.label(key) for key in keys}
        found["title"] = say(Phrases.title)
        found["about"] = say(lambda phrases: about(self.registry, phrases))
        found["as-of"] = say(lambda phrases: as_of(self.registry, phrases))
        found["hint"] = say(lambda phrases: hint(self.registry, phrases))
        found["origin"] = say(lambda phrases: phrases.origin("unilateral"))
        return found

    def _measures(self, measures: Sequence[Measure]) -> list[dict[str, Any]]:
        families = [family.id for family in self.registry.programme.families]
        lives = {life.id: life for life in history(self.registry, origin="all").measures}
        return [
            {
                "id": measure.id,
                "un": int(measure.origin == "un"),
                "family": families.index(measure.family),
                "name": self.telling.text(measure.name),
                "life": self.telling.block(
                    [
                        history_sheet.whole_life(lives[measure.id], phrases)
                        for phrases in self.telling.said
                    ]
                ),
                **answers.on_all_days(measure, self.telling),
            }
            for measure in measures
        ]

    def _meanwhile(self) -> list[list[int]]:
        """What happened beside the measures, in order: where its day stands, and what it was."""
        found = diff(self.registry, 1, days.LAST)
        milestones = (*found.occasions, *found.exchanges)
        told = [list(meanwhile(milestones, phrases)) for phrases in self.telling.said]
        at = self.telling.at
        return [
            [
                days.place(same[0].date),
                at(same[0].date.text),
                at(same[0].id),
                at(*(one.what for one in same)),
            ]
            for same in zip(*told, strict=True)
        ]

    def _bargains(self) -> list[dict[str, Any]]:
        return [
            {
                "id": exchange.id,
                "name": self.telling.text(exchange.name),
                "blocks": [
                    self.telling.block(same)
                    for same in zip(
                        *(whole(exchange, phrases) for phrases in self.telling.said), strict=True
                    )
                ],
            }
            for exchange in exchanges(self.registry).exchanges
        ]

    def _glance(self) -> list[Any]:
        """All bargains beside each other, without what each shows itself."""
        result = exchanges(self.registry)
        told = [
            exchange_sheets.glance(result, phrases.words).blocks[0] for phrases in self.telling.said
        ]
        return self.telling.block(told, leave_out=("name", "moved"))

    def _days_of_ids(self) -> list[list[int]]:
        """The ids that stand for a day, as a day argument of the command line takes them: each day
        with its ids.
        """
        found: dict[int, list[int]] = {}
        for name in index.of(self.registry).entries:
            try:
                day = choices.day_of(self.registry, name)
            except WrongUsage:
                continue
            found.setdefault(day, [day]).append(self.telling.at(name))
        return list(found.values())

    def _told_sources(self) -> list[list[Place]]:
        """Each source that is named: the two parts of its address, its title, day and language, and
        the publisher's name.
        """
        records = index.of(self.registry).entries
        told = []
        for name in self.telling.sources:
            source = records[name].record
            assert isinstance(source, Source)
            day = source.published.text if source.published else ""
            facts = [*_parted(source.url or ""), source.title, day, source.lang or ""]
            publishers = (phrases.publisher(source.publisher) for phrases in self.telling.said)
            told.append([*map(self.telling.at, facts), self.telling.at(*publishers)])
        return told


def _parted(url: str) -> tuple[str, str]:
    """An address as its site, which many have in common, and the rest."""
    at = url.find("/", len("https://")) + 1
    return url[:at], url[at:]


def _entry(text: tuple[str, ...]) -> str | list[str]:
    """A text as it is written: alone where all languages say the same."""
    safe = [shown(told) for told in text]
    return safe[0] if len(safe) == 1 else safe


def about(registry: Registry, phrases: Phrases) -> str:
    """What this is, how far it was checked, and what it is not."""
    facts = {"version": registry.version, "hash": registry.hash[:12]}
    if registry.verified_through is None:
        return phrases.words.say("page.about.unchecked", **facts)
    return phrases.words.say("page.about", through=days.iso(registry.verified_through), **facts)


def as_of(registry: Registry, phrases: Phrases) -> str:
    """That the file stands by itself."""
    return phrases.words.say("page.as-of")


def hint(registry: Registry, phrases: Phrases) -> str:
    """What the day field takes, with an id of this registry."""
    found = next((occasion.id for occasion in registry.occasions if occasion.occurred.exact), "")
    if not found:
        return phrases.words.say("page.hint")
    return phrases.words.say("page.hint.id", id=found)
