"""A registry read whole: bytes, tree, records, checks, in this order.

What lives here: the order of the steps, and the merging of files. What does not: any single step,
and the compiled form that makes all of them needless (``store``).
"""

from __future__ import annotations

from typing import Any

import msgspec

from nkj import index
from nkj.model import BOTH, NamedId, Programme, Registry, Sections
from nkj.problems import Findings, Location, TooMany
from nkj.registry import checks, grammar, resolve
from nkj.registry import files as _files
from nkj.registry.checks.book import Book
from nkj.registry.files import Reading
from nkj.registry.nodes import (
    MAX_NODES,
    Budget,
    Mapping,
    Node,
    Refused,
    Scalar,
    Sequence,
    read_tree,
)
from nkj.registry.records import BAD, Walk, is_language, misshapen, read_section

#: Sections that stand once in a registry and are no lists.
_SINGLE = ("coverage", "programme")


def read_all(found: list[_files.RegistryFile]) -> Reading:
    """Read the files of a registry; warnings come with a registry, errors without."""
    findings = Findings()
    try:
        registry = _registry(found, findings)
    except TooMany:
        registry = None
    return Reading(registry, findings.told(), _files.hash_of(found))


def _registry(found: list[_files.RegistryFile], findings: Findings) -> Registry | None:
    """The registry, or None where it has errors."""
    trees = []
    unread = False
    budget = Budget()
    for file in found:
        told_before = len(findings.errors)
        tree = read_tree(file, findings, budget)
        unread = unread or (tree is None and len(findings.errors) > told_before)
        trees.append(tree)
    walk = Walk(findings)
    sections = _sections(trees, walk)
    if not sections.measures and not findings.errors:
        findings.add(Location(found[0].shown, 1, 1), "empty-registry")
    _bound_inheritance(sections, findings, found)
    sources = {source.id: source for source in sections.sources}
    decisions = {decision.id: decision for decision in sections.decisions}
    measures = tuple(
        resolve.resolved_measure(measure, decisions, sources) for measure in sections.measures
    )
    if not unread:  # with a file missing, every link into it would be told as broken
        checks.run(Book(sections, measures, walk))
    if findings.errors:
        return None
    assert walk.programme is not None
    name = _files.hash_of(found)
    coverage = sections.coverage
    begin = coverage.verified_from if coverage else None
    through = coverage.verified_through if coverage else None
    return Registry(
        version=(coverage and coverage.version) or name,
        hash=name,
        verified_from=begin.first if begin else None,
        verified_through=through.last if through else None,
        coverage_by=coverage.by if coverage else (),
        programme=walk.programme,
        vocabulary=tuple(walk.terms.values()),
        facts=sections.facts,
        conducts=sections.conducts,
        publishers=sections.publishers,
        sources=sections.sources,
        laws=sections.laws,
        occasions=sections.occasions,
        decisions=tuple(
            resolve.resolved_decision(decision, sources) for decision in sections.decisions
        ),
        parties=sections.parties,
        measures=measures,
        exchanges=sections.exchanges,
        indicators=sections.indicators,
        checkpoints=sections.checkpoints,
    )


def _bound_inheritance(
    sections: Sections, findings: Findings, found: list[_files.RegistryFile]
) -> None:
    """Refuse what is small as text and huge once every event has what its decision hands on."""
    handed_on = {
        decision.id: len(decision.cite) + len(decision.occasions) + len(decision.disputed)
        for decision in sections.decisions
    }
    events = (event for measure in sections.measures for event in measure.events)
    if sum(handed_on.get(event.decision or "", 0) for event in events) > MAX_NODES:
        where = Location(found[0].shown, 1, 1)
        findings.add(where, "too-large", limit=f"{MAX_NODES:,} values")
        raise TooMany


def _sections(trees: list[Node | None], walk: Walk) -> Sections:
    """All sections of all files, merged.

    The programme is read first, since it says which languages texts are in and which names there
    are; then the vocabulary, which types every term. Where a registry brings none of either, the
    bundled one is kept in ``walk`` alone: its records are not the registry's own to be checked.
    """
    found = _nodes_of_sections(trees, walk)
    bundled = _read_bundled(walk)
    values: dict[str, Any] = {"programme": _read_programme(found, bundled, walk)}
    values["vocabulary"] = _read_all("vocabulary", found, walk)
    vocabulary = values["vocabulary"] if found["vocabulary"] else bundled.vocabulary
    walk.terms = {definition.id: definition for definition in vocabulary}
    for name in found:
        if name not in values:
            read = _read_one if name in _SINGLE else _read_all
            values[name] = read(name, found, walk)
    return Sections(**values)


def _read_one(name: str, found: dict[str, list[Node]], walk: Walk) -> Any:
    """The record of a section that is no list, or None where there is none to be had."""
    record = read_section(name, found[name][0], walk) if found[name] else None
    return None if record is BAD else record


def _nodes_of_sections(trees: list[Node | None], walk: Walk) -> dict[str, list[Node]]:
    """Of each section, its value in every file that has one."""
    known = tuple(grammar.fields(Sections))
    found: dict[str, list[Node]] = {name: [] for name in known}
    for root in trees:
        if root is None or isinstance(root, Refused):
            continue
        if not isinstance(root, Mapping):
            misshapen(root, walk, "mapping", known)
            walk.lost_kinds.update(_kinds_in("", known))
            continue
        for name, (key, value) in root.entries.items():
            if name not in known:
                near = walk.findings.near(name, known)
                listed = ", ".join(known)
                if not isinstance(value, Refused):
                    walk.add("unknown-key", key, key=name[:60], near=near, keys=listed)
                walk.lost_kinds.update(_kinds_in(near, known))
            elif name in _SINGLE and found[name]:
                walk.add("duplicate-key", key, key=name)
            else:
                found[name].append(value)
    return found


def _read_all(name: str, found: dict[str, list[Node]], walk: Walk) -> tuple[Any, ...]:
    """The records of a section, from all files."""
    parts = [read_section(name, node, walk) for node in found[name]]
    if any(part is BAD for part in parts):
        walk.lost_kinds.update(_kinds_in(name, ()))
    return tuple(record for part in parts if part is not BAD for record in part)


def _kinds_in(section: str, others: tuple[str, ...]) -> set[str]:
    """The kinds of record whose ids stand in a section; where nobody knows which one was meant,
    those of all the ``others``.
    """
    names = (section,) if section else others
    inside = {"measures": "event", "vocabulary": "term"}
    kinds = {kind for kind, about in index.KINDS.items() if about.section in names}
    return kinds | {inside[name] for name in names if name in inside}


# Who acts on whom


def _read_programme(
    found: dict[str, list[Node]], bundled: Sections, walk: Walk
) -> Programme | None:
    """The registry's own programme, if it brings one; what holds stands in ``walk`` afterwards."""
    assert bundled.programme is not None
    if not found["programme"]:
        _hold(bundled.programme, walk)
        return None
    walk.languages = _languages(found["programme"][0])
    own: Programme | None = _read_one("programme", found, walk)
    if own is None or id(own) in walk.broken:
        walk.programme, walk.names = bundled.programme, None
        return None
    names = {
        field: _joined(getattr(own, field), getattr(bundled.programme, field))
        for field in ("instruments", "occasion_kinds", "countries")
    }
    _hold(msgspec.structs.replace(own, **names), walk)
    return own


def _hold(programme: Programme, walk: Walk) -> None:
    """Note the programme that holds for all that is read from here on."""
    walk.programme = programme
    walk.languages = programme.languages or None
    walk.names = {
        "family": _ids(programme.families),
        "side": (*_ids(programme.sides), BOTH),
        "instrument": _ids(programme.instruments),
        "occasion-kind": _ids(programme.occasion_kinds),
    }


def _ids(names: tuple[NamedId, ...]) -> tuple[str, ...]:
    return tuple(name.id for name in names)


def _joined(own: tuple[NamedId, ...], bundled: tuple[NamedId, ...]) -> tuple[NamedId, ...]:
    """Names with those behind them that every registry has, unless it names them itself."""
    known = set(_ids(own))
    return (*own, *(name for name in bundled if name.id not in known))


def _languages(node: Node) -> tuple[str, ...] | None:
    """The languages that a programme names, or None where they cannot be read."""
    entry = node.entries.get("languages") if isinstance(node, Mapping) else None
    if entry is None or not isinstance(entry[1], Sequence):
        return None
    texts = tuple(item.text for item in entry[1].items if isinstance(item, Scalar))
    whole = len(texts) == len(entry[1].items) and all(map(is_language, texts))
    return texts if texts and whole else None


def _read_bundled(walk: Walk) -> Sections:
    """The bundled programme and vocabulary, for a registry that brings none."""
    found = {name: [_bundled_section(name)] for name in ("programme", "vocabulary")}
    walk.languages = _languages(found["programme"][0])
    return Sections(
        programme=_read_one("programme", found, walk),
        vocabulary=_read_all("vocabulary", found, walk),
    )


def _bundled_section(name: str) -> Node:
    """A section of the bundled registry's file of that name."""
    (file,) = _files.read_files(_files.bundled() / f"{name}.yaml")
    budget = Budget()
    budget.bytes = budget.nodes = len(file.data) + 1  # what is read for it is its own size
    root = read_tree(file, Findings(), budget)
    assert isinstance(root, Mapping)
    return root.entries[name][1]
