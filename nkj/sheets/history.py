"""History as a sheet: each measure a chronicle of what moved; its notes and sources on request.

What lives here: the few words of a step, extensions in a row folded into one, and the full account
of an event. What does not: other records' fields (``show``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from nkj.model import Terms
from nkj.queries.history import EventAnswer, HistoryResult, MeasureHistory
from nkj.queries.links import NamedIn
from nkj.replay import same_terms
from nkj.replay.listings import TOTALS
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


def sheet(result: HistoryResult, words: Words, notes: bool = False, explain: bool = False) -> Sheet:
    """The sheet of a history. ``notes`` adds what was only noted and the account of each step,
    ``explain`` its days, sources and ids.
    """
    phrases = Phrases(result.registry, words)
    blocks = [_block(measure, phrases, notes, explain) for measure in result.measures]
    foot = [*coverage(result, phrases)]
    hint = _hint(result, phrases, notes, explain)
    if hint:
        foot.append(hint)
    title = words.say("history.title")
    if len(blocks) == 1:
        title = blocks[0].heading
        blocks = [blocks[0]._replace(heading="")]
    return finished(title, blocks, foot, phrases)


def _hint(result: HistoryResult, phrases: Phrases, notes: bool, explain: bool) -> str:
    """How much was left out, and which options show it."""
    parts = []
    noted = sum(event.event == "noted" for m in result.measures for event in m.events)
    if noted and not notes:
        parts.append(phrases.words.counted("history.left-out.notes", noted))
    if not explain:
        parts.append(phrases.words.say("history.left-out.sources"))
    return phrases.words.say("join.sentences").join(parts)


def _block(measure: MeasureHistory, phrases: Phrases, notes: bool, explain: bool) -> Block:
    heading = phrases.beside(phrases.text(measure.name), measure.id)
    intro = tuple(_intro(measure, phrases, notes, explain))
    events = [event for event in measure.events if notes or event.event != "noted"]
    if explain:
        full = columns(phrases)
        if not notes:
            full = tuple(column for column in full if column.key != "account")
            full = (*full[:2], _what_column(phrases), *full[2:])
        rows = [_explained(event, full, phrases) for event in events]
        return Block(heading, full, (("", tuple(rows)),), intro)
    shape = (
        Column("day", phrases.words.say("history.col.day"), "key"),
        Column("step", phrases.words.say("history.col.step"), "key"),
        _what_column(phrases),
        Column("account", phrases.words.say("field.note"), "detail"),
        Column("id", phrases.words.say("field.id"), "aside"),
    )
    rows = list(_moves(events, shape, phrases, notes))
    return Block(heading, shape, (("", tuple(rows)),) if rows else (), intro)


def _what_column(phrases: Phrases) -> Column:
    return Column("what", phrases.words.say("history.col.what"))


def _intro(measure: MeasureHistory, phrases: Phrases, notes: bool, explain: bool) -> Iterator[str]:
    say = phrases.words.say
    family = phrases.family(measure.family)
    kind = say(f"kind.{measure.kind}")
    yield " · ".join((family, kind, phrases.origin(measure.origin)))
    if notes and measure.summary:
        yield phrases.text(measure.summary)
    if measure.baseline:
        yield say("status.until-then", terms=phrases.terms(measure.baseline))
    facts = (
        ("field.legal_basis", phrases.listed(map(phrases.law, measure.legal_basis))),
        ("history.bargains", phrases.listed(map(phrases.leg, measure.exchanges))),
    )
    for label, text in facts:
        if text and explain:
            yield say("term.plain", name=say(label), value=text)


def _moves(
    events: Sequence[EventAnswer], shape: tuple[Column, ...], phrases: Phrases, notes: bool
) -> Iterator[Row]:
    """A row a step; extensions in a row are one, where nothing is told of each."""
    for kind, run in groupby(events, key=lambda event: event.event):
        steps = list(run)
        if kind == "extended" and len(steps) > 1 and not notes:
            yield _extensions(steps, shape, phrases)
        else:
            yield from (_move(event, shape, phrases, notes) for event in steps)


def _extensions(events: Sequence[EventAnswer], shape: tuple[Column, ...], phrases: Phrases) -> Row:
    say = phrases.words.say
    last = events[-1]
    what = say("history.extensions", count=len(events), day=phrases.day(last.effect, "?"))
    parts = [what, *_until(last, phrases)]
    cells = column_cells(
        shape,
        day=phrases.day(events[0].effect),
        step=say("event.extended"),
        what=phrases.listed(parts),
        id=", ".join(event.id for event in events),
    )
    return Row(cells)


def _move(event: EventAnswer, shape: tuple[Column, ...], phrases: Phrases, notes: bool) -> Row:
    cells = column_cells(
        shape,
        day=phrases.day(event.effect),
        step=phrases.words.say(f"event.{event.event}"),
        what=_what(event, phrases),
        account=_account(event, phrases) if notes else "",
        id=event.id,
    )
    return Row(cells, "dim" if event.event == "noted" else "")


def _what(event: EventAnswer, phrases: Phrases) -> str:
    """What a step changed, why, and for what, in few words."""
    say = phrases.words.say
    parts = []
    terms = _changed_terms(event, phrases)
    if terms:
        parts.append(terms)
    if event.added:
        parts.append(say("history.added", counts=phrases.counts(event.added)))
    if event.removed:
        parts.append(say("history.removed", counts=phrases.counts(event.removed)))
    totals = phrases.terms(_totals(event))
    if totals:
        parts.append(say("history.totals", terms=totals))
    if event.superseded_by:
        parts.append(say("history.into", name=phrases.named(event.superseded_by)))
    parts += _until(event, phrases)
    if event.occasions:
        occasions = say("join.values").join(map(phrases.short, event.occasions))
        parts.append(say("history.after", occasions=occasions))
    if event.exchanges:
        parts.append(_promises(event.exchanges, phrases))
    return phrases.listed(parts)


def _changed_terms(event: EventAnswer, phrases: Phrases) -> str:
    """The terms that a step changed; where the measure begins or ends, what holds instead of the
    general rule or of what was.
    """
    before, after = _without_totals(event.terms_before), _without_totals(event.terms_after)
    if event.event in ("imposed", "reimposed"):
        return phrases.terms(after, briefly=True)
    if same_terms(before, after):
        return ""
    if event.event in ("lifted", "superseded"):
        terms = phrases.terms(after, briefly=True)
        return phrases.words.say("status.until-then", terms=terms) if terms else ""
    gone = {key: value for key, value in before.items() if after.get(key) != value}
    new = {key: value for key, value in after.items() if before.get(key) != value}
    told = (phrases.terms(gone, briefly=True), phrases.terms(new, briefly=True))
    if all(told):
        return phrases.words.say("history.terms", before=told[0], after=told[1])
    if told[0]:
        return phrases.words.say("history.no-more", terms=told[0])
    return told[1]


def _totals(event: EventAnswer) -> Terms:
    """The totals of the lists after a step that changed one of them."""
    if event.added is None and event.removed is None:
        return {}
    return {key: value for key, value in event.terms_after.items() if key in TOTALS}


def _without_totals(terms: Terms) -> Terms:
    return {key: value for key, value in terms.items() if key not in TOTALS}


def _until(event: EventAnswer, phrases: Phrases) -> list[str]:
    if event.until is None or event.event == "noted":
        return []
    if event.until.text == "none":
        return [phrases.words.say("history.open")]
    return [phrases.words.say("brief.until", day=phrases.day(event.until))]


def _promises(legs: Sequence[str], phrases: Phrases) -> str:
    """The undertakings that a step carried out or took back: their exchange, and their letters."""
    parts = []
    for exchange, run in groupby(legs, key=lambda leg: leg.partition("/")[0]):
        letters = ", ".join(leg.partition("/")[2] for leg in run)
        name = phrases.short(exchange)
        parts.append(phrases.words.say("history.promise", exchange=name, legs=letters))
    return phrases.listed(parts)


def _explained(event: EventAnswer, shape: tuple[Column, ...], phrases: Phrases) -> Row:
    row = event_row(event, shape, phrases)
    cells = tuple(
        _what(event, phrases) if column.key == "what" else cell
        for column, cell in zip(shape, row.cells, strict=True)
    )
    return row._replace(cells=cells)


# The full account of an event, which ``show`` gives of a measure too


def columns(phrases: Phrases) -> tuple[Column, ...]:
    """The columns of a full chronicle: the day, the step, and the account with its details."""
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


def whole_life(measure: MeasureHistory, phrases: Phrases) -> Block:
    """One measure with all that is told of it: what it is, and its full chronicle."""
    return _block(measure, phrases, notes=True, explain=True)


def event_row(event: EventAnswer, shape: tuple[Column, ...], phrases: Phrases) -> Row:
    """One step of a full chronicle."""
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
    before = phrases.terms(event.terms_before)
    after = phrases.terms(event.terms_after) or nothing
    if not before:
        return after
    return phrases.words.say("history.terms", before=before, after=after)
