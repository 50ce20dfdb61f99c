"""A registry read whole: bytes, tree, records, checks, in this order.

What lives here: the order of the steps, and the merging of files. What does not: any single step,
and the compiled form that makes all of them needless (``store``).
"""

from __future__ import annotations

from typing import Any

from nkj.model import Registry, Sections
from nkj.problems import Location, Problem, ordered, problem
from nkj.registry import files as _files
from nkj.registry import resolve
from nkj.registry.checks.whole import Checks
from nkj.registry.files import Reading
from nkj.registry.nodes import MAX_PROBLEMS, Budget, Mapping, Node, Refused, Scalar, read_tree
from nkj.registry.records import BAD, TooMany, Walk, read_section, section_types


def read_all(found: list[_files.RegistryFile]) -> Reading:
    """Read the files of a registry; warnings come with a registry, errors without."""
    problems: list[Problem] = []
    trees = []
    budget = Budget()
    unread = False
    for file in found:
        told_before = len(problems)
        trees.append(read_tree(file, problems, budget))
        unread = unread or (trees[-1] is None and len(problems) > told_before)
    walk = Walk(problems)
    try:
        sections = _sections(trees, walk)
    except TooMany:
        return Reading(None, _first(problems), _files.hash_of(found))
    if not sections.measures and not problems:
        problems.append(problem(Location(found[0].shown, 1, 1), "empty-registry"))
    sources = {source.id: source for source in sections.sources}
    decisions = {decision.id: decision for decision in sections.decisions}
    measures = tuple(
        resolve.resolved_measure(measure, decisions, sources) for measure in sections.measures
    )
    if not unread:  # with a file missing, every link into it would be told as broken
        problems.extend(Checks(sections, measures, walk).run())
    name = _files.hash_of(found)
    if any(p.severity == "error" for p in problems):
        return Reading(None, _first(problems), name)
    told = ordered(problems)
    coverage = sections.coverage
    registry = Registry(
        version=coverage.version if coverage and coverage.version else name,
        hash=name,
        verified_from=coverage.verified_from.first if coverage and coverage.verified_from else None,
        verified_through=coverage.verified_through.last
        if coverage and coverage.verified_through
        else None,
        vocabulary=sections.vocabulary,
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
    return Reading(registry, told, name)


def _first(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems in order; of more than anybody reads the first, and that there are more."""
    told = ordered(problems)
    if len(problems) < MAX_PROBLEMS:
        return told
    kept = told[:MAX_PROBLEMS]
    return (*kept, problem(kept[-1].location, "too-many", limit=MAX_PROBLEMS))


def _sections(trees: list[Node | None], walk: Walk) -> Sections:
    """All sections of all files, merged. The vocabulary is read first: it types every term."""
    types = section_types()
    found: dict[str, list[Node]] = {name: [] for name in types}
    for root in trees:
        if root is None or isinstance(root, Refused):
            continue
        if not isinstance(root, Mapping):
            walk.add(
                "wrong-shape",
                root,
                expected="mapping",
                found="word" if isinstance(root, Scalar) else "list",
            )
            continue
        for name, (key, value) in root.entries.items():
            if name not in types:
                walk.add(
                    "unknown-key",
                    key,
                    key=name[:60],
                    near=walk.near(name, types),
                    keys=", ".join(types),
                )
            elif name == "coverage" and found[name]:
                walk.add("duplicate-key", key, key=name)
            else:
                found[name].append(value)
    if not found["vocabulary"]:
        found["vocabulary"] = _standard_vocabulary()
    values: dict[str, Any] = {
        "vocabulary": _read_all(found["vocabulary"], types["vocabulary"], walk)
    }
    walk.terms = {definition.id: definition for definition in values["vocabulary"]}
    for name, annotation in types.items():
        if name == "coverage":
            coverage = read_section(found[name][0], annotation, walk) if found[name] else None
            values[name] = None if coverage is BAD else coverage
        elif name != "vocabulary":
            values[name] = _read_all(found[name], annotation, walk)
    return Sections(**values)


def _read_all(nodes: list[Node], annotation: Any, walk: Walk) -> tuple[Any, ...]:
    parts = (read_section(node, annotation, walk) for node in nodes)
    return tuple(record for part in parts if part is not BAD for record in part)


def _standard_vocabulary() -> list[Node]:
    """The bundled vocabulary, for a registry that brings none."""
    path = _files.bundled() / "vocabulary.yaml"
    root = read_tree(_files.read_files(path)[0], [], Budget())
    return [root.entries["vocabulary"][1]] if isinstance(root, Mapping) else []
