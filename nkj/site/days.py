"""A page, its twin and two JSON files for each day on which anything changes, and their list.

What lives here: which answers a day's page brings together. What does not: the answers
(``queries.status``, ``queries.diff``) and how they are told (``sheets``).
"""

from __future__ import annotations

from collections.abc import Iterator

from nkj import days, formats
from nkj.exports import File
from nkj.queries.diff import DiffResult, diff
from nkj.queries.status import StatusResult, status
from nkj.sheets import diff as diff_sheet
from nkj.sheets import status as status_sheet
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.site import paper, plan
from nkj.site.paper import Leaf
from nkj.site.plan import Plan
from nkj.wording import LANGUAGES, Words, words


def files(site: Plan) -> Iterator[File]:
    """The files of every such day, in order, and the page that lists them."""
    names = ["", *(f"on/{days.iso(day)}" for day in site.days), ""]
    neighbours = zip(names, names[2:], strict=False)
    changes = []
    for day, (before, after) in zip(site.days, neighbours, strict=True):
        stood = status(site.registry, day, origin="all")
        moved = diff(site.registry, day - 1, day, origin="all")
        changes.append(moved)
        data = plan.status_data(day)
        yield File(data, formats.data(stood, "json").encode("utf-8"))
        yield File(plan.changes_data(day), formats.data(moved, "json").encode("utf-8"))
        for lang in LANGUAGES:
            leaf = Leaf(
                f"on/{days.iso(day)}",
                lang,
                _day(stood, moved, words(lang)),
                data,
                before=before,
                after=after,
            )
            yield from paper.both(site, leaf)
    for lang in LANGUAGES:
        sheet = _listed(site, changes, words(lang))
        yield from paper.both(site, Leaf("days", lang, sheet, f"{plan.API}/index.json"))


def _day(stood: StatusResult, moved: DiffResult, speak: Words) -> Sheet:
    """What changed on a day, and how everything stands from then on."""
    one, two = diff_sheet.sheet(moved, speak), status_sheet.sheet(stood, speak)
    day = stood.on.text
    blocks = (
        Block(speak.say("site.changed", day=day), chapter=True),
        *one.blocks,
        Block(two.title, chapter=True),
        *two.blocks,
    )
    notes = tuple(dict.fromkeys((*one.notes[1:-1], *two.notes)))
    return two._replace(title=speak.say("site.day", day=day), blocks=blocks, notes=notes)


def _listed(site: Plan, changes: list[DiffResult], speak: Words) -> Sheet:
    """The days on which anything changes, the newest first, each with what did."""
    phrases = Phrases(site.registry, speak)
    columns = (
        Column("day", speak.say("status.col.day"), "key"),
        Column("what", speak.say("diff.col.what")),
    )
    rows = [
        Row(column_cells(columns, day=moved.last.text, what=_moves(moved, phrases)))
        for moved in changes
    ]
    blocks = [
        Block(
            year, columns, (("", tuple(row for row in reversed(rows) if row.cells[0][:4] == year)),)
        )
        for year in dict.fromkeys(row.cells[0][:4] for row in reversed(rows))
    ]
    first = Block("", intro=(speak.say("site.days-rule"),))
    notes = coverage(changes[-1], phrases) if changes else ()
    return finished(speak.say("site.days-title"), [first, *blocks], notes, phrases)


def _moves(moved: DiffResult, phrases: Phrases) -> str:
    """What changed on a day: the measures by their short names, kind by kind. What was as uncertain
    the day before did not change.
    """
    changed = [c for c in moved.changes if c.change != "unclear" or c.before != c.after]
    told = []
    for kind in diff_sheet.ORDER:
        names = [change.id for change in changed if change.change == kind]
        if names:
            step = phrases.words.say(f"diff.{kind}")
            told.append(phrases.words.say("term.plain", name=step, value=phrases.shorts(names)))
    return " · ".join(told) or phrases.words.say("site.nothing-moved")
