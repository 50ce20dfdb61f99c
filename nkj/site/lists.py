"""The pages that lead to others: how things stand with what there is, and each kind of record.

What lives here: the index of each language, and a list for each kind. What does not: the lists
themselves (``queries.records``).
"""

from __future__ import annotations

from collections.abc import Iterator

from nkj.exports import File
from nkj.queries.headings import LISTS
from nkj.queries.records import records
from nkj.queries.status import status
from nkj.sheets import records as records_sheet
from nkj.sheets import status as status_sheet
from nkj.sheets.sheet import Block, Column, Row, column_cells
from nkj.site import paper, plan
from nkj.site.paper import Leaf
from nkj.site.plan import Plan
from nkj.wording import LANGUAGES, Words, words


def files(site: Plan) -> Iterator[File]:
    """The index and the lists of every language, and the index at the root as Markdown."""
    for lang in LANGUAGES:
        yield from paper.both(site, _index(site, lang))
        for name in LISTS:
            sheet = records_sheet.sheet(records(site.registry, name), words(lang))
            yield from paper.both(site, Leaf(f"list/{name}", lang, sheet))
    twin = paper.markdown(site, _index(site, site.lang), f"index.{plan.MARKDOWN}")
    yield File(f"index.{plan.MARKDOWN}", twin.encode("utf-8"))


def _index(site: Plan, lang: str) -> Leaf:
    """How everything stands on the last day of evidence, and what else is here."""
    speak = words(lang)
    stood = status(site.registry, site.evidence, origin="all")
    sheet = status_sheet.sheet(stood, speak)
    more = Block(speak.say("site.records"), chapter=True)
    blocks = (*sheet.blocks, more, _kinds(site, speak))
    lists = {speak.say(f"list.{kind}"): name for name, kind in LISTS.items()}
    paths = {title: f"{plan.list_of(lang, name)}.{plan.HTML}" for title, name in lists.items()}
    return Leaf("index", lang, sheet._replace(blocks=blocks), files=paths)


def _kinds(site: Plan, speak: Words) -> Block:
    """How many records there are of each kind; the name of a kind leads to its list."""
    columns = (
        Column("kind", speak.say("list.col.kind")),
        Column("count", speak.say("list.col.count"), "key"),
    )
    found = [one.kind for one in records(site.registry).records]
    rows = tuple(
        Row(column_cells(columns, kind=speak.say(f"list.{kind}"), count=f"{found.count(kind):,}"))
        for kind in LISTS.values()
    )
    return Block("", columns, (("", rows),))
