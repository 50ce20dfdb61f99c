"""How far the evidence reaches: one day for the whole registry, and a later one for some of it.

What lives here: which day that is for a measure or a section, and the earliest of several. What
does not: what follows from it (``replay``), and how it is told (``sheets.notes``).
"""

from __future__ import annotations

from collections.abc import Iterable

from nkj import days
from nkj.model import CoverageScope, Measure, Registry, Section, When
from nkj.once import once


class Reach:
    """The days between which a registry was held against evidence, as ordinals; None: not said.

    ``begin`` and ``through`` are those of the whole; ``scopes`` name what is known further.
    """

    def __init__(
        self, begin: int | None, through: int | None, scopes: Iterable[CoverageScope]
    ) -> None:
        self.begin = begin
        self.through = through
        self._measures = {scope.measure: scope.through.last for scope in scopes if scope.measure}
        self._families = {scope.family: scope.through.last for scope in scopes if scope.family}
        self._sections = {scope.section: scope.through.last for scope in scopes if scope.section}

    def of_measure(self, measure: Measure) -> int | None:
        """The last day for a measure: its own, else its family's, else the registry's."""
        own = self._measures.get(measure.id, self._families.get(measure.family))
        return self.through if own is None else own

    def of_section(self, section: Section) -> int | None:
        """The last day for the exchanges or the parties."""
        own = self._sections.get(section)
        return self.through if own is None else own

    def earliest(self, measures: Iterable[Measure], sections: Iterable[Section]) -> int | None:
        """The earliest of the days that bear on these; the registry's where nothing is named."""
        days = [self.of_measure(measure) for measure in measures]
        days += [self.of_section(section) for section in sections]
        known = [day for day in days if day is not None]
        return min(known) if known else self.through


@once
def reach_of(registry: Registry) -> Reach:
    """How far the evidence of a registry reaches."""
    return Reach(registry.verified_from, registry.verified_through, registry.coverage_by)


def verified_through(registry: Registry, measure: Measure) -> When | None:
    """The newest day for which evidence was seen of a measure; None if the registry says none."""
    through = reach_of(registry).of_measure(measure)
    return None if through is None else days.exactly(through)
