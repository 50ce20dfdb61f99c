"""What stands at the foot of an answer: how far the evidence reaches, and what its marks mean.

What lives here: the notes that several sheets share, and ``finished``, which every sheet passes
through. What does not: notes of one question alone (its own file).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nkj import days
from nkj.model import When
from nkj.queries.result import Answer
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Sheet


def coverage(answer: Answer, phrases: Phrases, *used: When) -> tuple[str, ...]:
    """Which of the days used lie outside of what the registry was checked for."""
    say = phrases.words.say
    registry, through = answer.registry, answer.verified_through
    notes = []
    phrases.known_through = through
    if through is not None:
        after = [day.text for day in used if days.place(day) > days.place(through)]
        notes += [say("note.after", day=day, through=through.text) for day in after[:1]]
    if registry.verified_from is not None:
        verified = days.iso(registry.verified_from)
        early = [day.text for day in used if days.place(day) < registry.verified_from]
        notes += [say("note.before", day=day, verified=verified) for day in early]
    return tuple(notes)


def finished(
    title: str, blocks: Sequence[Block], notes: Iterable[str], phrases: Phrases, more: str = ""
) -> Sheet:
    """The sheet of an answer, with a note on each mark that its cells bear, and at last what was
    asked.

    ``phrases`` must be the one that said the cells: it knows which marks it wrote. ``more`` says
    which commands tell more.
    """
    say = phrases.words.say
    foot = [*notes]
    if phrases.said_changing:
        foot.append(say("note.terms-doubtful"))
    if phrases.said_doubt:
        foot.append(say("note.doubt"))
    foot.append(" · ".join(part for part in (_asked(phrases), more) if part))
    return Sheet(title, tuple(blocks), tuple(foot), phrases.address_of)


def _asked(phrases: Phrases) -> str:
    """What was asked: the registry's version, the beginning of its hash, and how far the evidence
    for this answer reaches.
    """
    registry, say = phrases.registry, phrases.words.say
    parts = [say("note.version", version=registry.version or "–", hash=registry.hash[:8])]
    if phrases.known_through is not None:
        parts.append(say("note.verified", through=phrases.known_through.text))
    return " · ".join(parts)
