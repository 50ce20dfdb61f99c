"""Every record of a kind: ``nkj list``."""

from __future__ import annotations

from nkj import choices, days, index
from nkj.characters import printable
from nkj.model import Registry
from nkj.problems import WrongUsage
from nkj.queries.bundled import on_bundled
from nkj.queries.headings import LISTS, Heading, heading, words_of
from nkj.queries.result import Answer


class RecordsResult(Answer, frozen=True, kw_only=True):
    """The records of one kind, or of every kind if ``kind`` is null."""

    kind: str | None
    records: tuple[Heading, ...]


@on_bundled
def records(registry: Registry, kind: str | None = None) -> RecordsResult:
    """Every record of a kind in the order of the registry, events in that of their days; every
    kind if none is given.

    ``kind`` is one of ``headings.LISTS``: ``measures`` ``events`` ``decisions`` ``occasions``
    ``parties`` ``laws`` ``checkpoints`` ``exchanges`` ``legs`` ``figures`` ``sources`` ``terms``
    ``conducts``, or one of them (``measure``). Raises ``WrongUsage`` for any other.

    >>> nkj.records("occasions").records[0].date.text
    '2006-07-05'
    """
    wanted = None if kind is None else kind_of(kind)
    known = index.of(registry).entries.values()
    found = [heading(registry, entry) for entry in known if wanted in (None, entry.kind)]
    found += [line for line, _ in words_of(registry) if wanted in (None, line.kind)]
    ranks = {name: rank for rank, name in enumerate(LISTS.values())}
    found.sort(key=lambda one: (ranks[one.kind], _place(one)))
    return RecordsResult(registry=registry, kind=wanted, records=tuple(found))


def kind_of(word: str) -> str:
    """The kind of record that a word names: ``measures``, ``measure``, ``figures``, ``indicator``.

    Raises ``WrongUsage`` with the nearest for any other word.
    """
    typed = word.strip().casefold()
    if typed in LISTS or typed in LISTS.values():
        return LISTS.get(typed, typed)
    near = choices.nearest(typed, LISTS)
    known = ", ".join(LISTS)
    if near:
        text = printable(word)
        raise WrongUsage("usage.choice.near", text=text, choices=known, near=near[0])
    raise WrongUsage("usage.choice", text=printable(word), choices=known)


def _place(one: Heading) -> int:
    return days.place(one.date) if one.kind == "event" and one.date is not None else 0
