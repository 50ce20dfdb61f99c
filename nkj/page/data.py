"""What the page's script picks from: every answer, life and bargain in both languages.

What lives here: the one object that is written into the page. What does not: how it is worked out
(``answers``), markup (``frame``), picking (``page.js``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from nkj import choices, days, eras, index
from nkj.characters import shown
from nkj.model import Measure, Registry, Source
from nkj.page import answers
from nkj.page.strings import Strings
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
from nkj.sheets.sheet import Block, Column
from nkj.wording import LANGUAGES, words

#: The cells that name sources by their ids: the script shows what each source is.
_SOURCES = "sources"

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
    "join.values",
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
        self.strings = Strings()
        self.said = [Phrases(registry, words(lang)) for lang in LANGUAGES]
        self._sources: dict[str, int] = {}
        self._shapes: dict[tuple[tuple[str, int, str], ...], int] = {}

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
                [family.id, *self._texts(phrases.family(family.id) for phrases in self.said)]
                for family in registry.programme.families
            ],
            "measures": self._measures(measures),
            "days": Replay.of(registry).change_days(),
            "meanwhile": self._meanwhile(),
            "bargains": self._bargains(),
            "glance": self._glance(),
            "ids": _days_of_ids(registry),
        }
        body["shapes"] = list(self._shapes)
        body["sources"] = self._told_sources()
        body["strings"] = [shown(text) for text in self.strings.all()]
        return body

    def _texts(self, texts: Iterable[str]) -> list[int]:
        return self.strings.each(texts)

    def _words(self) -> dict[str, list[int]]:
        keys = [*LABELS, *(f"state.{state}" for state in _STATES), *(f"diff.{k}" for k in ORDER)]
        found = {key: self._texts(p.words.say(key) for p in self.said) for key in keys}
        found["title"] = self._texts(phrases.title() for phrases in self.said)
        found["about"] = self._texts(about(self.registry, phrases) for phrases in self.said)
        found["as-of"] = self._texts(as_of(self.registry, phrases) for phrases in self.said)
        found["hint"] = self._texts(hint(self.registry, phrases) for phrases in self.said)
        found["origin"] = self._texts(phrases.origin("unilateral") for phrases in self.said)
        return found

    def _measures(self, measures: Sequence[Measure]) -> list[dict[str, Any]]:
        families = [family.id for family in self.registry.programme.families]
        lives = {life.id: life for life in history(self.registry, origin="all").measures}
        return [
            {
                "id": measure.id,
                "un": int(measure.origin == "un"),
                "family": families.index(measure.family),
                "name": self._texts(phrases.text(measure.name) for phrases in self.said),
                "life": [
                    self._block(history_sheet.whole_life(lives[measure.id], phrases))
                    for phrases in self.said
                ],
                **answers.on_all_days(self.registry, measure, self.said, self.strings),
            }
            for measure in measures
        ]

    def _meanwhile(self) -> list[list[int]]:
        """What happened beside the measures, in order: where its day stands, and what it was."""
        found = diff(self.registry, 1, days.LAST)
        milestones = (*found.occasions, *found.exchanges)
        told = [list(meanwhile(milestones, phrases)) for phrases in self.said]
        return [
            [
                days.place(same[0].date),
                *self._texts([same[0].date.text, same[0].id, *(one.what for one in same)]),
            ]
            for same in zip(*told, strict=True)
        ]

    def _bargains(self) -> list[dict[str, Any]]:
        return [
            {
                "id": exchange.id,
                "name": self._texts(phrases.text(exchange.name) for phrases in self.said),
                "blocks": [
                    [self._block(block) for block in whole(exchange, phrases)]
                    for phrases in self.said
                ],
            }
            for exchange in exchanges(self.registry).exchanges
        ]

    def _glance(self) -> list[Any]:
        """All bargains beside each other, without what each shows itself."""
        result = exchanges(self.registry)
        blocks = [exchange_sheets.glance(result, phrases.words).blocks[0] for phrases in self.said]
        return [self._block(block, leave_out=("name", "moved")) for block in blocks]

    def _block(self, block: Block, leave_out: tuple[str, ...] = ()) -> list[Any]:
        """A block of a sheet: heading, introduction, columns, groups of rows, sides."""
        kept = [
            at
            for at, column in enumerate(block.columns)
            if column.key == _SOURCES or (column.role != "aside" and column.key not in leave_out)
        ]
        columns = [block.columns[at] for at in kept]
        return [
            self.strings.at(block.heading),
            self._texts(block.intro),
            self._shape(columns),
            [
                [
                    self.strings.at(name),
                    [
                        [row.side, *(self._cell(block, at, row.cells[at]) for at in kept)]
                        for row in rows
                    ],
                ]
                for name, rows in block.groups
            ],
            self._texts(block.sides) if block.sides else 0,
        ]

    def _shape(self, columns: Sequence[Column]) -> int:
        """The place of a row of columns among all that there are."""
        shape = tuple(
            (column.key, self.strings.at(column.title), column.role) for column in columns
        )
        return self._shapes.setdefault(shape, len(self._shapes))

    def _cell(self, block: Block, at: int, text: str) -> Any:
        """A cell: the place of its text, or of each source that it names."""
        if block.columns[at].key != _SOURCES:
            return self.strings.at(text)
        names = [name for name in text.split(", ") if name]
        return [self._sources.setdefault(name, len(self._sources)) for name in names]

    def _told_sources(self) -> list[list[int]]:
        """Each source that is named: address, title, day, language, and the publisher's names."""
        records = index.of(self.registry).entries
        told = []
        for name in self._sources:
            source = records[name].record
            assert isinstance(source, Source)
            day = source.published.text if source.published else ""
            facts = [source.url or "", source.title, day, source.lang or ""]
            publishers = [phrases.publisher(source.publisher) for phrases in self.said]
            told.append(self._texts([*facts, *publishers]))
        return told


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


def _days_of_ids(registry: Registry) -> dict[str, int]:
    """The ids that stand for a day, as a day argument of the command line takes them."""
    found = {}
    for name in index.of(registry).entries:
        try:
            found[name] = choices.day_of(registry, name)
        except WrongUsage:
            continue
    return found
