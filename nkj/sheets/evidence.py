"""How well the registry is known, as a sheet."""

from __future__ import annotations

from nkj.queries.evidence import EvidenceResult
from nkj.sheets.notes import finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Column, Row, Sheet, column_cells
from nkj.wording import Words


def sheet(result: EvidenceResult, words: Words) -> Sheet:
    """The sheet of the evidence, family by family and in all."""
    phrases = Phrases(result.registry, words)
    say = words.say
    columns = (
        Column("family", say("field.family"), "key"),
        *(
            Column(level, say(f"confidence.{level}"), "key")
            for level in ("confirmed", "reported", "inferred")
        ),
        Column("share", say("evidence.share"), "key"),
        Column("noted", say("event.noted"), "key"),
        Column("single", say("evidence.single"), "detail"),
    )
    rows = []
    totals = [0, 0, 0, 0]
    for row in result.families:
        counts = [row.confirmed, row.reported, row.inferred, row.noted]
        totals = [one + two for one, two in zip(totals, counts, strict=True)]
        rows.append(_row(columns, phrases.family(row.family), counts, ", ".join(row.single)))
    rows.append(_row(columns, say("evidence.all"), totals, ""))
    notes = (say("evidence.what"), say("evidence.checkpoints", count=result.checkpoints))
    block = Block("", columns, (("", tuple(rows)),))
    return finished(say("evidence.title"), [block], notes, phrases)


def _row(columns: tuple[Column, ...], name: str, counts: list[int], single: str) -> Row:
    confirmed, reported, inferred, noted = counts
    moving = confirmed + reported + inferred
    return Row(
        column_cells(
            columns,
            family=name,
            confirmed=str(confirmed),
            reported=str(reported),
            inferred=str(inferred),
            share=f"{confirmed / moving:.0%}" if moving else "",
            noted=str(noted),
            single=single,
        )
    )
