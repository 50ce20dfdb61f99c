"""What a programme and its vocabulary must mean: names that can be told apart, money with a unit.

What lives here: ids given twice, lists that may not be empty, units of terms. What does not:
whether an id used elsewhere stands in the programme, which reading tells at once (``records``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from nkj.model import BOTH, NamedId, Programme, TermDefinition
from nkj.problems import Related
from nkj.registry.nodes import place
from nkj.registry.records import Walk

Tell = Callable[..., None]


def check_programme(programme: Programme, walk: Walk, tell: Tell) -> None:
    """Tell every problem of a registry's own programme."""
    for field in ("families", "languages"):
        if not getattr(programme, field):
            tell(walk.where(programme, field), "missing-key", key=field)
    for twice in sorted({x for x in programme.languages if programme.languages.count(x) > 1}):
        tell(walk.where(programme, "languages"), "duplicate-id", id=twice)
    groups: tuple[Iterable[NamedId], ...] = (
        programme.sides,
        programme.families,
        programme.instruments,
        programme.occasion_kinds,
        programme.countries,
    )
    for group in groups:
        _once(group, walk, tell)
    for side in programme.sides:
        if side.id == BOTH:
            tell(walk.where(side, "id"), "duplicate-id", id=side.id)
    for family in programme.families:
        kind, node = walk.ids.get(family.id, ("", None))
        if node is not None and kind == "measure":  # a filter would not know which is meant
            related = (Related(walk.where(family, "id"), "first"),)
            tell(place(node), "duplicate-id", related=related, id=family.id)


def _once(names: Iterable[NamedId], walk: Walk, tell: Tell) -> None:
    """An id stands once among names of one kind."""
    first: dict[str, NamedId] = {}
    for name in names:
        known = first.setdefault(name.id, name)
        if known is not name:
            related = (Related(walk.where(known, "id"), "first"),)
            tell(walk.where(name, "id"), "duplicate-id", related=related, id=name.id)


def check_units(vocabulary: Iterable[TermDefinition], walk: Walk, tell: Tell) -> None:
    """A term of type ``money`` says of what currency; no other has a unit."""
    for definition in vocabulary:
        if definition.type == "money" and definition.unit is None:
            tell(walk.where(definition), "missing-key", key="unit")
        if definition.type != "money" and definition.unit is not None:
            keys = ", ".join(key for key in definition.__struct_fields__ if key != "unit")
            where = walk.where(definition, "unit")
            tell(where, "unknown-key", key="unit", near="", keys=keys)
