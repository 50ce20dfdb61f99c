"""A registry read whole: bytes, tree, records, checks, in this order.

What lives here: the order of the steps, and the merging of files. What does not: any single step,
and the compiled form that makes all of them needless (``store``).
"""

from __future__ import annotations

from typing import Any

import msgspec

from nkj.model import BOTH, NamedId, Programme, Registry, Sections
from nkj.problems import Location, Problem, ordered, problem
from nkj.registry import files as _files
from nkj.registry import resolve
from nkj.registry.checks.whole import Checks
from nkj.registry.files import Reading
from nkj.registry.nodes import MAX_PROBLEMS, Budget, Mapping, Node, Refused, Scalar, read_tree
from nkj.registry.nodes import Sequence as NodeList
from nkj.registry.records import (
    BAD,
    TooMany,
    Walk,
    is_language,
    read_section,
    section_types,
)

#: Sections that stand once in a registry and are no lists.
_SINGLE = ("coverage", "programme")


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
    assert walk.programme is not None
    registry = Registry(
        version=coverage.version if coverage and coverage.version else name,
        hash=name,
        verified_from=coverage.verified_from.first if coverage and coverage.verified_from else None,
        verified_through=coverage.verified_through.last
        if coverage and coverage.verified_through
        else None,
        programme=walk.programme,
        vocabulary=tuple(walk.terms.values()),
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
    return Reading(registry, told, name)


def _first(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems in order; of more than anybody reads the first, and that there are more."""
    told = ordered(problems)
    if len(problems) < MAX_PROBLEMS:
        return told
    kept = told[:MAX_PROBLEMS]
    return (*kept, problem(kept[-1].location, "too-many", limit=MAX_PROBLEMS))


def _sections(trees: list[Node | None], walk: Walk) -> Sections:
    """All sections of all files, merged.

    The programme is read first, since it says which languages texts are in and which names there
    are; then the vocabulary, which types every term. Where a registry brings none of either, the
    bundled one is kept in ``walk`` alone: its records are not the registry's own to be checked.
    """
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
            elif name in _SINGLE and found[name]:
                walk.add("duplicate-key", key, key=name)
            else:
                found[name].append(value)
    bundled = _read_bundled(walk)
    values: dict[str, Any] = {"programme": _read_programme(found["programme"], bundled, walk)}
    values["vocabulary"] = _read_all(found["vocabulary"], types["vocabulary"], walk)
    vocabulary = values["vocabulary"] if found["vocabulary"] else bundled.vocabulary
    walk.terms = {definition.id: definition for definition in vocabulary}
    for name, annotation in types.items():
        if name in values:
            continue
        if name in _SINGLE:
            values[name] = _read_one(found[name], annotation, walk)
        else:
            values[name] = _read_all(found[name], annotation, walk)
    return Sections(**values)


def _read_one(nodes: list[Node], annotation: Any, walk: Walk) -> Any:
    record = read_section(nodes[0], annotation, walk) if nodes else None
    return None if record is BAD else record


def _read_all(nodes: list[Node], annotation: Any, walk: Walk) -> tuple[Any, ...]:
    parts = (read_section(node, annotation, walk) for node in nodes)
    return tuple(record for part in parts if part is not BAD for record in part)


# Who acts on whom


def _read_programme(nodes: list[Node], bundled: Sections, walk: Walk) -> Programme | None:
    """The registry's own programme, if it brings one; what holds stands in ``walk`` afterwards."""
    assert bundled.programme is not None
    if not nodes:
        _hold(bundled.programme, walk)
        return None
    walk.languages = _languages(nodes[0])
    own: Programme | None = _read_one(nodes, Programme, walk)
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
    if entry is None or not isinstance(entry[1], NodeList):
        return None
    texts = tuple(item.text for item in entry[1].items if isinstance(item, Scalar))
    whole = len(texts) == len(entry[1].items) and all(map(is_language, texts))
    return texts if texts and whole else None


def _read_bundled(walk: Walk) -> Sections:
    """The bundled programme and vocabulary, for a registry that brings none."""
    programme = _bundled_section("programme")
    walk.languages = _languages(programme)
    read = _read_one([programme], Programme, walk)
    terms = _read_all([_bundled_section("vocabulary")], section_types()["vocabulary"], walk)
    return Sections(programme=read, vocabulary=terms)


def _bundled_section(name: str) -> Node:
    """A section of the bundled registry's file of that name."""
    (file,) = _files.read_files(_files.bundled() / f"{name}.yaml")
    budget = Budget()
    budget.bytes = budget.nodes = len(file.data) + 1  # what is read for it is its own size
    root = read_tree(file, [], budget)
    assert isinstance(root, Mapping)
    return root.entries[name][1]
