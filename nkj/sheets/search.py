"""What was found as a sheet: a row a record, under its kind, with the words around each hit."""

from __future__ import annotations

from itertools import groupby

from nkj import names
from nkj.model import Text
from nkj.queries.headings import LISTS
from nkj.queries.search import Hit, SearchResult
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words

#: So many characters of a text are shown before and behind the word.
_AROUND = 60
#: So many texts of one record are shown; the rest are counted.
_MOST_TEXTS = 3


def sheet(result: SearchResult, words: Words) -> Sheet:
    """The sheet of a search."""
    phrases = Phrases(result.registry, words)
    say = words.say
    columns = (
        Column("date", say("status.col.day"), "key"),
        Column("name", say("list.col.name")),
        Column("id", say("field.id"), "tail"),
        Column("hits", say("search.col.hits"), "detail"),
    )
    ranks = {kind: rank for rank, kind in enumerate(("family", *LISTS.values()))}
    ordered = sorted(result.hits, key=lambda hit: ranks[hit.kind])
    blocks = []
    for kind, hits in groupby(ordered, key=lambda hit: hit.kind):
        by_record: dict[str, list[Hit]] = {}
        for hit in hits:
            by_record.setdefault(hit.id, []).append(hit)
        dated = any(found[0].date for found in by_record.values())
        shown = columns if dated else columns[1:]
        rows = tuple(_row(found, shown, result.word, phrases) for found in by_record.values())
        blocks.append(Block(say(f"list.{kind}"), shown, (("", rows),)))
    if not blocks:
        blocks.append(Block("", intro=_nothing(result, phrases)))
    title = say("search.title", word=result.word)
    more = say("list.explain") if result.hits else ""
    return finished(title, blocks, coverage(result, phrases), phrases, more=more)


def _nothing(result: SearchResult, phrases: Phrases) -> tuple[str, ...]:
    say = phrases.words.say
    told = say("search.nothing", word=result.word)
    if not result.near:
        return (told,)
    near = ", ".join(f"'{name}'" for name in result.near)
    return (told, say("search.near", near=near))


def _row(hits: list[Hit], columns: tuple[Column, ...], word: str, phrases: Phrases) -> Row:
    """A record, and around the word each of its texts that the row does not show already."""
    say = phrases.words.say
    first = hits[0]
    name = phrases.text(first.name)
    texts = [hit for hit in hits if hit.field != "id" and hit.text != first.name]
    told = [
        say("term.plain", name=phrases.field(hit.field), value=_around(hit.text, word, phrases))
        for hit in texts[:_MOST_TEXTS]
    ]
    if len(texts) > _MOST_TEXTS:
        told.append(say("search.more", count=len(texts) - _MOST_TEXTS))
    return Row(
        column_cells(
            columns,
            date=phrases.day(first.date),
            name=name,
            id=first.id,
            hits=phrases.listed(told),
        )
    )


def _around(text: Text, word: str, phrases: Phrases) -> str:
    """A piece of the text about the word: in this language, or in the one in which it stands."""
    typed = names.plain(word).split()
    here = phrases.text(text)
    others = [" ".join(told.split()) for told in text.words.values()]
    for told in (here, *others):
        plain = names.plain(told)
        if all(part in plain for part in typed):
            return _piece(told, typed[0])
    return here


def _piece(told: str, part: str) -> str:
    at = max(told.casefold().find(part), 0)
    begin, end = max(at - _AROUND, 0), min(at + len(part) + _AROUND, len(told))
    while begin > 0 and told[begin - 1].isascii() and told[begin - 1].isalnum():
        begin -= 1
    while end < len(told) and told[end].isascii() and told[end].isalnum():
        end += 1
    return f"{'…' if begin else ''}{told[begin:end].strip()}{'…' if end < len(told) else ''}"
