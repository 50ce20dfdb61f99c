"""The sheet of what a keeper of the registry should look at."""

from __future__ import annotations

from nkj.queries.due import DueResult
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet
from nkj.wording import Words


def sheet(result: DueResult, words: Words) -> Sheet:
    """The sheet: a row for each measure that is past its evidence or ends soon."""
    phrases = Phrases(result.registry, words)
    say = words.say
    columns = (
        Column("until", say("field.until"), "key"),
        Column("measure", say("field.measure"), "key"),
        Column("what", say("due.what")),
    )
    rows = tuple(
        Row(
            (
                phrases.day(one.until),
                one.id,
                say("due.past") if one.past else words.counted("due.left", one.left),
            )
        )
        for one in result.measures
    )
    intro = () if result.unseen is None else (words.counted("due.unseen", result.unseen),)
    nothing = () if rows else (say("due.nothing"),)
    groups = (("", rows),) if rows else ()
    block = Block("", columns if rows else (), groups, (*intro, *nothing))
    title = say("due.title", day=phrases.day(result.on))
    return finished(title, [block], coverage(result, phrases), phrases)
