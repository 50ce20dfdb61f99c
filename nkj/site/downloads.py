"""The registry in the formats of other tools, the feed and the calendar, and the page that lists
them.

What lives here: which exports the site offers and under what names. What does not: making them
(``exports``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from nkj import exports
from nkj.exports import File, Job, Span
from nkj.problems import WrongUsage
from nkj.sheets.notes import finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.site import paper, plan
from nkj.site.paper import Leaf
from nkj.site.plan import Plan
from nkj.wording import LANGUAGES, Words, words

#: The file of each format within the downloads, or its folder.
_NAMES = {
    "csv": "csv",
    "datapackage": "datapackage",
    "parquet": "parquet",
    "sqlite": "nkj.sqlite",
    "xlsx": "nkj.xlsx",
    "json": "nkj.json",
    "panel": "nkj.panel.csv",
    "ftm": "nkj.ftm.json",
    "bibtex": "nkj.bib",
    "csl-json": "nkj.csl.json",
}
#: What every language has of its own, for programs that ask again and again.
_FOLLOWED = {"atom": plan.FEED, "ics": plan.CALENDAR}


class _Offer(NamedTuple):
    """A file that the page lists."""

    format: str
    path: str
    size: int


def files(
    site: Plan, tell: Callable[[str], None], missing: Callable[[str], None]
) -> Iterator[File]:
    """Every download, and the page of each language.

    ``missing`` is called with the sentence about each format whose package is not installed: the
    site goes without it.
    """
    offers: list[_Offer] = []
    for name, place in _NAMES.items():
        made = _made(name, Job(site.registry, site.lang, Span(), tell), missing)
        for file in made:
            path = f"{plan.DOWNLOADS}/{place}"
            if exports.FORMATS[name].folder:
                path = f"{path}/{file.name}"
            offers.append(_Offer(name, path, len(file.data)))
            yield File(path, file.data)
    for lang in LANGUAGES:
        own = []
        for name, place in _FOLLOWED.items():
            for file in _made(name, _job_to_follow(site, lang, tell), missing):
                own.append(_Offer(name, f"{lang}/{place}", len(file.data)))
                yield File(f"{lang}/{place}", file.data)
                if lang == site.lang:
                    yield File(place, file.data)
        yield from paper.both(site, _page(site, lang, (*own, *offers)))


def _job_to_follow(site: Plan, lang: str, tell: Callable[[str], None]) -> Job:
    """A feed and a calendar lead to the site's pages, if its full address is known: they are read
    far from it.
    """

    def address(record: str) -> str:
        return site.url(f"{plan.record_of(lang, record)}.{plan.HTML}")

    return Job(site.registry, lang, Span(), tell, address)


def _made(name: str, job: Job, missing: Callable[[str], None]) -> list[File]:
    try:
        return list(exports.files(name, job))
    except WrongUsage as wrong:
        if exports.FORMATS[name].extra:
            missing(exports.FORMATS[name].extra)
            return []
        raise wrong


def _page(site: Plan, lang: str, offers: tuple[_Offer, ...]) -> Leaf:
    speak = words(lang)
    columns = (
        Column("file", speak.say("site.col.file"), "key"),
        Column("size", speak.say("site.col.size"), "key"),
    )
    blocks = []
    for name in dict.fromkeys(offer.format for offer in offers):
        mine = [offer for offer in offers if offer.format == name]
        rows = tuple(
            Row(column_cells(columns, file=offer.path, size=_size(offer.size, speak)))
            for offer in mine
        )
        blocks.append(Block(name, columns, (("", rows),), (speak.say(f"site.format.{name}"),)))
    sheet = _sheet(site, blocks, speak)
    named = {offer.path: offer.path for offer in offers}
    return Leaf("downloads", lang, sheet, f"{plan.API}/index.json", files=named)


def _sheet(site: Plan, blocks: list[Block], speak: Words) -> Sheet:
    phrases = Phrases(site.registry, speak)
    notes = (speak.say("export.licence"),)
    return finished(speak.say("site.downloads"), blocks, notes, phrases)


def _size(size: int, speak: Words) -> str:
    return speak.say("site.size", count=f"{size:,}")
