"""A page, its twin and a JSON file for each record that has an id.

What lives here: what stands on a record's page beside what ``nkj show`` says of it. What does not:
that itself (``sheets.show``).
"""

from __future__ import annotations

from collections.abc import Iterator

from nkj import days, formats
from nkj.exports import File
from nkj.index import Entry
from nkj.model import Measure
from nkj.page import bars
from nkj.queries.cite import cite
from nkj.queries.diff import change_of
from nkj.queries.headings import heading
from nkj.queries.show import show
from nkj.queries.status import status
from nkj.sheets import show as show_sheet
from nkj.sheets.diff import end_in_words
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Sheet
from nkj.site import paper, plan
from nkj.site.paper import Leaf
from nkj.site.plan import Plan
from nkj.wording import LANGUAGES, Words, words


def files(site: Plan) -> Iterator[File]:
    """Every record's files, in the order of the registry."""
    scale = bars.scale_of(site.registry)
    for name, entry in site.records.items():
        answer = show(site.registry, name)
        quoted = cite(site.registry, name, site.evidence)
        data = plan.record_data(name)
        yield File(data, formats.data(answer, "json").encode("utf-8"))
        figure = ""
        if isinstance(entry.record, Measure):
            figure = _life(site, entry.record, scale)
        for lang in LANGUAGES:
            sheet = show_sheet.sheet(answer, words(lang))
            sheet = _with_frame(site, entry, sheet, quoted.text.within(lang), words(lang))
            yield from paper.both(site, Leaf(f"id/{name}", lang, sheet, data, figure))


def _life(site: Plan, measure: Measure, scale: bars.Scale) -> str:
    """A measure's life as a bar, the years of its ends below."""
    first, last = (days.iso(end)[:4] for end in (scale.first, scale.last))
    ends = f'<p class="ends" aria-hidden="true"><span>{first}</span><span>{last}</span></p>'
    return f'<div class="life">{bars.bar(site.registry, measure, scale)}{ends}</div>'


def _with_frame(site: Plan, entry: Entry, sheet: Sheet, sentence: str, speak: Words) -> Sheet:
    """The sheet of a record under its name, with its kind, id and present state before it, and the
    sentence to quote it by behind it.
    """
    phrases = Phrases(site.registry, speak)
    about = [phrases.words.say("site.kind", kind=speak.say(f"show.{entry.kind}"), id=entry.id)]
    if isinstance(entry.record, Measure):
        about.append(_standing(site, entry.record, phrases))
    quoted = Block(speak.say("site.cite"), intro=(sentence,))
    name = heading(site.registry, entry).name
    blocks = (Block("", intro=tuple(about)), *sheet.blocks, quoted)
    return sheet._replace(title=phrases.text(name), blocks=blocks)


def _standing(site: Plan, measure: Measure, phrases: Phrases) -> str:
    """How a measure stands on the day that pages speak of, in one sentence."""
    (row,) = status(site.registry, site.evidence, [measure.id], "all").measures
    stood = change_of(site.registry, measure, site.evidence, site.evidence).after
    facts = {"day": days.iso(site.evidence), "state": end_in_words(stood, phrases)}
    if row.since is None:
        return phrases.words.say("site.stands", **facts)
    return phrases.words.say("site.stands-since", since=phrases.day(row.since), **facts)
