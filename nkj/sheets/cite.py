"""A citation as a sheet: the sentence alone."""

from __future__ import annotations

from nkj.queries.cite import CiteResult
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Sheet
from nkj.wording import Words


def sheet(result: CiteResult, words: Words) -> Sheet:
    """The sheet of a citation."""
    phrases = Phrases(result.registry, words)
    title = phrases.beside(phrases.name(result.id), result.id)
    return Sheet(title, (Block("", intro=(phrases.text(result.text),)),))
