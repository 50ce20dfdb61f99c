"""The overview as a sheet: a line a family, what comes next, and how far the evidence reaches.

What lives here: how little is enough. What does not: a measure's own line (``status``).
"""

from __future__ import annotations

from nkj.model import Terms
from nkj.queries.overview import Deadline, FamilyOverview, OverviewResult
from nkj.queries.status import MeasureStatus
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words


def sheet(result: OverviewResult, words: Words) -> Sheet:
    """The sheet of an overview."""
    phrases = Phrases(result.registry, words)
    say = words.say
    columns = (
        Column("family", say("field.family"), "key"),
        Column("what", say("status.in-force")),
        Column("measures", say("field.id"), "aside"),
    )
    rows = []
    for family in result.families:
        what, years = _what(family, phrases), _years(family)
        cells = column_cells(
            columns,
            family=phrases.text(family.name),
            what=f"{what} · {say('overview.since', years=years)}" if years else what,
            measures=", ".join(row.id for row in family.measures),
        )
        rows.append(Row(cells))
    if result.next is not None:
        what = _next(result.next, phrases)
        measures = ", ".join(result.next.measures)
        cells = column_cells(columns, family=say("overview.next"), what=what, measures=measures)
        rows.append(Row(cells, tone="strong"))
    day = phrases.day(result.on)
    title = say("overview.title", count=result.in_force, title=phrases.title(), day=day)
    blocks = [Block("", columns, (("", tuple(rows)),), one_line=True)] if rows else []
    notes = coverage(result, phrases, result.on)
    whole = finished(title, blocks, notes, phrases, more=say("overview.more"))
    return whole._replace(tight=True)


def _what(family: FamilyOverview, phrases: Phrases) -> str:
    """The measures in force in few words, with the amounts and exceptions that hold."""
    say = phrases.words.say
    told = phrases.shorts((row.id for row in family.measures), _asides(family, phrases), most=3)
    parts = [told] if told else []
    if family.not_known:
        parts.append(say("overview.not-known", count=family.not_known))
    return phrases.listed(parts) or say("overview.none")


def _asides(family: FamilyOverview, phrases: Phrases) -> dict[str, str]:
    asides = {row.id: phrases.terms(_telling(row, phrases)) for row in family.measures}
    return {name: aside for name, aside in asides.items() if aside}


def _telling(row: MeasureStatus, phrases: Phrases) -> Terms:
    """The terms without which a few words would say too much: amounts, numbers and exceptions, not
    what a measure reaches.
    """
    return {
        name: value
        for name, value in row.terms.items()
        if value != () and phrases.term(name).stricter not in ("more", None)
    }


def _years(family: FamilyOverview) -> str:
    """The years in which the measures began, from the first to the last."""
    days = [row.since for row in family.measures if row.since is not None]
    years = sorted(day.text.lstrip(".")[:4] for day in days)
    if not years:
        return ""
    return years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def _next(coming: Deadline, phrases: Phrases) -> str:
    words = phrases.words
    day = phrases.day(coming.date)
    if coming.event != "lapsed":
        what = phrases.beside(words.say(f"event.{coming.event}"), phrases.shorts(coming.measures))
        return words.say("term.plain", name=day, value=what)
    what = words.counted("status.next.lapsed", len(coming.measures))
    if coming.extended:
        what = words.say("overview.prolonged", what=what, count=coming.extended)
    return words.say("term.plain", name=day, value=what)
