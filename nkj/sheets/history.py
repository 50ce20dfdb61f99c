"""History as a sheet: each measure a chronicle, each step with its days, terms, occasion and
sources.
"""

from __future__ import annotations

from nkj.queries.history import EventAnswer, HistoryResult, MeasureHistory
from nkj.queries.links import NamedIn
from nkj.replay import same_terms
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells

#: A round of thirty names would bury the rest of a chronicle: `show` has them all.
_MOST_NAMES = 8
_DAYS = ("announced", "decided", "promulgated", "in_force", "until", "occurred")


def sheet(result: HistoryResult, phrases: Phrases, notes: tuple[str, ...]) -> Sheet:
    """The sheet of a history."""
    say = phrases.words.say
    blocks = tuple(_block(measure, phrases) for measure in result.measures)
    return Sheet(say("history.title"), blocks, notes)


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


def _block(measure: MeasureHistory, phrases: Phrases) -> Block:
    say = phrases.words.say
    shape = columns(phrases)
    intro = [
        f"{phrases.text(measure.name)} · {say(f'family.{measure.family}')}"
        f" · {say(f'kind.{measure.kind}')}"
        f" · {say(f'origin.{measure.origin}')}"
    ]
    if measure.legal_basis:
        intro.append(
            say(
                "term.plain",
                name=say("field.legal_basis"),
                value=phrases.listed(map(phrases.law, measure.legal_basis)),
            )
        )
    if measure.summary:
        intro.append(phrases.text(measure.summary))
    if measure.baseline:
        intro.append(
            say("term.plain", name=say("field.baseline"), value=phrases.terms(measure.baseline))
        )
    if measure.exchanges:
        intro.append(
            say(
                "term.plain",
                name=say("history.bargains"),
                value=phrases.listed(map(phrases.leg, measure.exchanges)),
            )
        )
    rows = tuple(event_row(event, shape, phrases) for event in measure.events)
    return Block(measure.id, shape, (("", rows),), tuple(intro))


def event_row(event: EventAnswer, shape: tuple[Column, ...], phrases: Phrases) -> Row:
    """One step of a chronicle."""
    say = phrases.words.say
    field = {name: getattr(event, name) or "" for name in _DAYS}
    if event.event == "noted":
        field = dict.fromkeys(_DAYS, "")
    elif event.effect == event.in_force:
        field["in_force"] = event.in_force or ""
    account = phrases.name(event.decision) if event.decision else ""
    note = phrases.text(event.note)
    return Row(
        column_cells(
            shape,
            day=event.effect or "",
            step=say(f"event.{event.event}"),
            account=say("history.account", account=account, note=note)
            if account and note
            else account or note,
            terms=_terms(event, phrases),
            added=phrases.counts(event.added),
            removed=phrases.counts(event.removed),
            net=phrases.counts(event.net),
            un_listed=event.un_listed or "",
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
            **field,
        ),
        "dim" if event.event == "noted" else "",
    )


def _names(parties: tuple[NamedIn, ...], phrases: Phrases) -> str:
    """The parties of a round by name: of a long one the first few, and how many more."""
    names = [party.name for party in parties]
    if len(names) <= _MOST_NAMES:
        return phrases.listed(names)
    more = phrases.words.say("history.more", count=len(names) - _MOST_NAMES)
    return phrases.listed((*names[:_MOST_NAMES], more))


def _terms(event: EventAnswer, phrases: Phrases) -> str:
    if same_terms(event.terms_before, event.terms_after):
        return ""
    nothing = phrases.words.say("history.nothing")
    before = phrases.terms(event.terms_before) or nothing
    after = phrases.terms(event.terms_after) or nothing
    return phrases.words.say("history.terms", before=before, after=after)
