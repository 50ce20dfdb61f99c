"""History as a sheet: each measure a chronicle, each step with its days, terms, occasion and
sources.
"""

from __future__ import annotations

from nkj.queries.history import EventAnswer, HistoryResult, MeasureHistory
from nkj.queries.links import NamedIn
from nkj.replay import same_terms
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words

#: A round of thirty names would bury the rest of a chronicle: `show` has them all.
_MOST_NAMES = 8
_DAYS = (
    *("announced", "decided", "promulgated", "in_force"),
    *("until", "suspended_until", "occurred"),
)


def sheet(result: HistoryResult, words: Words) -> Sheet:
    """The sheet of a history."""
    phrases = Phrases(result.registry, words)
    blocks = [block(measure, phrases) for measure in result.measures]
    return finished(words.say("history.title"), blocks, coverage(result, phrases), phrases)


def columns(phrases: Phrases) -> tuple[Column, ...]:
    """The columns of a chronicle: the day, the step, and the account with its details."""
    say = phrases.words.say
    return (
        Column("day", say("history.col.day"), "key"),
        Column("step", say("history.col.step"), "key"),
        Column("account", say("history.col.account"), "text"),
        *(Column(field, say(f"field.{field}"), "detail") for field in _DAYS),
        Column("terms", say("field.terms"), "detail"),
        Column("added", say("field.added"), "detail"),
        Column("removed", say("field.removed"), "detail"),
        Column("net", say("field.net"), "detail"),
        Column("un_listed", say("field.un_listed"), "detail"),
        Column("designations", say("field.designations"), "detail"),
        Column("delisted", say("field.delisted"), "detail"),
        Column("superseded_by", say("field.superseded_by"), "detail"),
        Column("occasions", say("field.occasions"), "detail"),
        Column("exchanges", say("field.exchanges"), "detail"),
        Column("inferred", say("field.inferred"), "detail"),
        Column("disputed", say("field.disputed"), "detail"),
        Column("confidence", say("field.confidence"), "detail"),
        Column("sources", say("field.sources"), "detail"),
        Column("id", say("field.id"), "detail"),
    )


def block(measure: MeasureHistory, phrases: Phrases) -> Block:
    """One measure: what it is, and its chronicle."""
    say = phrases.words.say
    shape = columns(phrases)
    marks = (
        phrases.family(measure.family),
        say(f"kind.{measure.kind}"),
        phrases.origin(measure.origin),
    )
    facts = (
        ("field.legal_basis", phrases.listed(map(phrases.law, measure.legal_basis))),
        ("", phrases.text(measure.summary)),
        ("field.baseline", phrases.terms(measure.baseline)),
        ("history.bargains", phrases.listed(map(phrases.leg, measure.exchanges))),
    )
    intro = [" · ".join((phrases.text(measure.name), *marks))]
    for label, text in facts:
        if text:
            intro.append(say("term.plain", name=say(label), value=text) if label else text)
    rows = tuple(event_row(event, shape, phrases) for event in measure.events)
    return Block(measure.id, shape, (("", rows),), tuple(intro))


def event_row(event: EventAnswer, shape: tuple[Column, ...], phrases: Phrases) -> Row:
    """One step of a chronicle."""
    say = phrases.words.say
    written = {}
    if event.event != "noted":  # its one day stands in the first column
        written = {name: phrases.day(getattr(event, name)) for name in _DAYS}
    return Row(
        column_cells(
            shape,
            day=phrases.day(event.effect),
            step=say(f"event.{event.event}"),
            account=_account(event, phrases),
            terms=_terms(event, phrases),
            added=phrases.counts(event.added),
            removed=phrases.counts(event.removed),
            net=phrases.counts(event.net),
            un_listed=phrases.day(event.un_listed),
            designations=_names(event.designations, phrases),
            delisted=_names(event.delisted, phrases),
            superseded_by=event.superseded_by or "",
            occasions=phrases.listed(map(phrases.name, event.occasions)),
            exchanges=phrases.listed(map(phrases.leg, event.exchanges)),
            inferred=phrases.listed(map(phrases.field, event.inferred)),
            disputed=phrases.listed(map(phrases.dispute, event.disputed)),
            confidence=say(f"confidence.{event.confidence}") if event.confidence else "",
            sources=", ".join(event.sources),
            id=event.id,
            **written,
        ),
        "dim" if event.event == "noted" else "",
    )


def _names(parties: tuple[NamedIn, ...], phrases: Phrases) -> str:
    """The parties of a round by name: of a long one the first few, and how many more."""
    names = list(map(phrases.party, parties))
    if len(names) <= _MOST_NAMES:
        return phrases.listed(names)
    more = phrases.words.say("history.more", count=len(names) - _MOST_NAMES)
    return phrases.listed((*names[:_MOST_NAMES], more))


def _account(event: EventAnswer, phrases: Phrases) -> str:
    """The decision's name and the event's own note, as far as there are any."""
    account = phrases.name(event.decision) if event.decision else ""
    note = phrases.text(event.note)
    if account and note:
        return phrases.words.say("history.account", account=account, note=note)
    return account or note


def _terms(event: EventAnswer, phrases: Phrases) -> str:
    if same_terms(event.terms_before, event.terms_after):
        return ""
    nothing = phrases.words.say("history.nothing")
    before = phrases.terms(event.terms_before) or nothing
    after = phrases.terms(event.terms_after) or nothing
    return phrases.words.say("history.terms", before=before, after=after)
