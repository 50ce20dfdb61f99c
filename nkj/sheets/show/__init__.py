"""One record as a sheet: its fields, what it moved or bears, its sources with their addresses.

What lives here: which blocks a record of each kind has, and its fields. What does not: the blocks
themselves (``blocks``) and how a value is said (``values``).
"""

from __future__ import annotations

from collections.abc import Iterator

from nkj.model import Checkpoint, Indicator, Measure, Occasion, Party, Source, Text
from nkj.queries.exchanges import ExchangeAnswer
from nkj.queries.show import Shown
from nkj.sheets import history, one_exchange, parties
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.sheets.show import blocks
from nkj.sheets.show.values import in_words
from nkj.wording import Words

#: Fields that stand in the title, in a block of their own, or in the record's citations.
_SHOWN_ELSEWHERE = frozenset(
    {
        "id",
        "name",
        "cite",
        "events",
        "points",
        "breaks",
        "parts",
        "values",
        "designations",
        "rules",
        "delisted",
        "expect",
        "sources",
    }
)
#: What the events are to a record of each kind.
_HEADINGS = {
    "decision": "show.moved",
    "leg": "show.moved-by-leg",
    "occasion": "show.answers",
    "party": "show.named-by",
}


def sheet(shown: Shown, words: Words, place: tuple[str, int] | None = None) -> Sheet:
    """The sheet of one record. ``place`` is the file and line where it is written."""
    phrases = Phrases(shown.registry, words)
    title = f"{words.say(f'show.{shown.kind}')} {shown.id}"
    name = getattr(shown.record, "name", None)
    if isinstance(name, Text):
        title += f" · {phrases.text(name)}"
    elif isinstance(shown.record, Party):
        title += f" · {shown.record.name}"
    filled = [block for block in _blocks(shown, phrases) if block.groups or block.intro]
    notes = coverage(shown, phrases)
    if place is not None:
        file, line = place
        notes = (words.say("show.place", file=file, line=line), *notes)
    return finished(title, filled, notes, phrases)


def _blocks(shown: Shown, phrases: Phrases) -> Iterator[Block]:
    record = shown.record
    if isinstance(record, ExchangeAnswer):
        yield from one_exchange.whole(record, phrases)
    else:
        yield _fields(shown, phrases)
    if isinstance(record, Measure):
        # Each event names its own sources there.
        yield _life(shown, phrases)
        yield from blocks.rules(record, phrases)
        return
    if shown.moved and not isinstance(record, ExchangeAnswer):
        heading = _HEADINGS.get(shown.kind, "show.rests")
        title = phrases.words.say(heading, sender=phrases.sender())
        yield blocks.events(title, shown.moved, phrases)
    if isinstance(record, Checkpoint):
        yield blocks.expectations(record, phrases)
    yield blocks.parties(phrases.words.say("show.parties"), shown.parties, phrases)
    yield blocks.parties(phrases.words.say("show.delisted"), shown.delisted, phrases)
    if isinstance(record, Indicator):
        yield from blocks.figures(record, phrases)
    if not isinstance(record, Source):
        yield from blocks.citations(shown, phrases)


def _life(shown: Shown, phrases: Phrases) -> Block:
    columns = history.columns(phrases)
    rows = tuple(history.event_row(event, columns, phrases) for event in shown.life)
    return Block(phrases.words.say("show.events"), columns, (("", rows),))


def _fields(shown: Shown, phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = (
        Column("field", say("show.col.field"), "key"),
        Column("value", say("show.col.value")),
    )
    rows = []
    for field, text in _said_fields(shown, phrases):
        rows.append(Row(column_cells(columns, field=phrases.field(field), value=text)))
    return Block("", columns, (("", tuple(rows)),))


def _said_fields(shown: Shown, phrases: Phrases) -> Iterator[tuple[str, str]]:
    """The fields that say something, in words; then the records that the record is tied to."""
    if shown.measure:
        yield "measure", _id_and_name(shown.measure, phrases)
    for field in shown.record.__struct_fields__:
        value = getattr(shown.record, field)
        if field not in _SHOWN_ELSEWHERE and value is not None and value not in ((), {}):
            kind = "occasion_kind" if isinstance(shown.record, Occasion) else "kind"
            yield field, in_words(kind if field == "kind" else field, value, phrases)
    if shown.listings:
        yield "listings", phrases.listed(parties.listing(one, phrases) for one in shown.listings)
    for name in shown.decisions:
        yield "decision", _id_and_name(name, phrases)
    for name in shown.exchanges:
        yield "exchanges", phrases.leg(name)
    for name in shown.indicators:
        yield "indicators", _id_and_name(name, phrases)


def _id_and_name(name: str, phrases: Phrases) -> str:
    return f"{name} · {phrases.name(name)}"
