"""A registry read whole: bytes, tree, records, checks, in this order.

What lives here: the order of the steps, and the merging of files. What does not: any single step,
and the compiled form that makes all of them needless (``store``).
"""

from __future__ import annotations

from typing import Any

from nkj import index
from nkj.model import Registry, Sections
from nkj.problems import Findings, Location, TooMany
from nkj.registry import checks, grammar, resolve
from nkj.registry import files as _files
from nkj.registry.checks.book import Book
from nkj.registry.files import Reading
from nkj.registry.nodes import MAX_NODES, Budget, Mapping, Node, Refused, read_tree
from nkj.registry.records import BAD, Walk, misshapen, read_section


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
    name = _files.hash_of(found)
    coverage = sections.coverage
    begin = coverage.verified_from if coverage else None
    through = coverage.verified_through if coverage else None
    return Registry(
        version=(coverage and coverage.version) or name,
        hash=name,
        verified_from=begin.first if begin else None,
        verified_through=through.last if through else None,
        vocabulary=sections.vocabulary,
        publishers=sections.publishers,
        sources=sections.sources,
        laws=sections.laws,
        occasions=sections.occasions,
        decisions=tuple(
            resolve.resolved_decision(decision, sources) for decision in sections.decisions
        ),
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
    """All sections of all files, merged. The vocabulary is read first: it types every term."""
    found = _nodes_of_sections(trees, walk)
    if not found["vocabulary"]:
        found["vocabulary"] = _standard_vocabulary()
    values: dict[str, Any] = {"vocabulary": _read_all("vocabulary", found, walk)}
    walk.terms = {definition.id: definition for definition in values["vocabulary"]}
    for name in found:
        if name == "coverage":
            coverage = read_section(name, found[name][0], walk) if found[name] else None
            values[name] = None if coverage is BAD else coverage
        elif name != "vocabulary":
            values[name] = _read_all(name, found, walk)
    return Sections(**values)


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
            elif name == "coverage" and found[name]:
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


def _standard_vocabulary() -> list[Node]:
    """The bundled vocabulary, for a registry that brings none."""
    path = _files.bundled() / "vocabulary.yaml"
    root = read_tree(_files.read_files(path)[0], Findings(), Budget())
    return [root.entries["vocabulary"][1]] if isinstance(root, Mapping) else []
