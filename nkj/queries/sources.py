"""Which sources there are, and what rests on each."""

from __future__ import annotations

import fnmatch
from collections.abc import Sequence

from nkj import index
from nkj.characters import printable
from nkj.choices import choose, nearest
from nkj.model import Break, Point, Registry, SourceKind
from nkj.problems import WrongUsage
from nkj.queries.bundled import on_bundled
from nkj.queries.result import Answer, Result


class SourceUse(Result, frozen=True, kw_only=True):
    """A source, and what rests on it: each record's id (a leg's and a turn's as from outside) with
    the fields it supports.
    """

    source: str
    kind: str
    rests: dict[str, tuple[str, ...]]


class SourcesResult(Answer, frozen=True, kw_only=True):
    """The chosen sources."""

    uses: tuple[SourceUse, ...]


@on_bundled
def sources(
    registry: Registry,
    names: Sequence[str] = (),
    measures: Sequence[str] = (),
    kind: SourceKind | None = None,
) -> SourcesResult:
    """The sources that the names choose (ids or globs; none means all), in the order of the
    registry.

    ``measures`` keeps those that the events of such measures rest on, ``kind`` those of one kind.
    Returns ``uses``: each source with the ids and fields that rest on it. Raises ``WrongUsage``
    for a name that matches nothing.

    >>> nkj.sources("mof-2010-06-16").uses[0].kind
    'primary'
    """
    rests: dict[str, dict[str, list[str]]] = {source.id: {} for source in registry.sources}
    for citer in index.of(registry).citers:
        name = citer.under if isinstance(citer.record, (Point, Break)) else citer.name
        for citation in citer.record.cite:
            fields = rests[citation.source].setdefault(name, [])
            fields += [field for field in citation.supports if field not in fields]
    chosen = _named(registry, (names,) if isinstance(names, str) else names)
    if measures:
        events = {
            event.id for measure in choose(registry, measures, "all") for event in measure.events
        }
        chosen = {name for name in chosen if events & set(rests[name])}
    return SourcesResult(
        registry=registry,
        uses=tuple(
            SourceUse(
                source=s.id,
                kind=s.kind,
                rests={name: tuple(fields) for name, fields in rests[s.id].items()},
            )
            for s in registry.sources
            if s.id in chosen and kind in (None, s.kind)
        ),
    )


def _named(registry: Registry, names: Sequence[str]) -> set[str]:
    known = {source.id for source in registry.sources}
    if not names:
        return known
    chosen: set[str] = set()
    for name in names:
        matched = {known_id for known_id in known if fnmatch.fnmatchcase(known_id, name)}
        if not matched:
            near = nearest(name, known)
            key = "usage.unknown-id.near" if near else "usage.unknown-id"
            raise WrongUsage(
                key, text=printable(name), near=", ".join(f"'{choice}'" for choice in near)
            )
        chosen |= matched
    return chosen
