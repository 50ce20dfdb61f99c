"""What records must mean together: links, citations, dates, and lives that can be lived.

What lives here: every check that needs more than one value. Each takes the reading (``Walk``) and
records and adds problems. What does not: shape and single values (``walker``), and what held when
(``replay``), which these checks use.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nkj import replay
from nkj.days import surely_before
from nkj.model import (
    Break,
    Checkpoint,
    Coverage,
    Decision,
    Event,
    Exchange,
    Law,
    Leg,
    Measure,
    Occasion,
    Party,
    Point,
    Sections,
    Source,
    Text,
    Turn,
)
from nkj.problems import Location, Problem, Related, problem
from nkj.registry import resolve
from nkj.registry.checks.exchanges import check_exchange
from nkj.registry.checks.listings import check_listings
from nkj.registry.checks.lives import check_life
from nkj.registry.nodes import place
from nkj.registry.records import Walk

#: The fields that some citation must support, or that are named as inferred.
_SUPPORTED = (
    *(
        "announced",
        "decided",
        "promulgated",
        "un_listed",
        "in_force",
        "until",
        "occurred",
        "terms",
        "added",
        "un",
    ),
    *("agreed", "ended", "promised", "due", "performed", "reversed", "value"),
)

#: The same of a party.
_SUPPORTED_OF_PARTY = (
    *("name", "name_ja", "country", "un_id", "imo", "born", "role", "role_ja"),
    *("aliases", "aliases_ja", "listed_as"),
)

Citing = (
    Event | Decision | Occasion | Law | Party | Checkpoint | Exchange | Leg | Turn | Point | Break
)


class Checks:
    """One run over the sections of a registry. ``measures`` are the resolved ones, in the order of
    ``sections``.
    """

    def __init__(self, sections: Sections, measures: tuple[Measure, ...], walk: Walk) -> None:
        self.sections = sections
        self.measures = measures
        self.walk = walk
        self.sources: Mapping[str, Source] = {source.id: source for source in sections.sources}
        self.problems: list[Problem] = []
        #: Measures without a possible world, of which nothing can be said on a day.
        self.impossible: set[str] = set()

    def run(self) -> list[Problem]:
        """Every problem found, in no order."""
        self._links()
        for name, record in self._citing():
            if id(record) not in self.walk.broken:
                self._citations(name, record)
        for written, resolved in zip(self.sections.measures, self.measures, strict=True):
            for own, whole in zip(written.events, resolved.events, strict=True):
                if id(own) not in self.walk.broken:
                    self._event(own, whole)
            if id(written) in self.walk.broken:
                continue
            if not check_life(self.add, self.walk.where, written, resolved):
                self.impossible.add(resolved.id)
        events = {event.id: event for measure in self.measures for event in measure.events}
        for exchange in self.sections.exchanges:
            check_exchange(exchange, events, self.walk, self.add)
        check_listings(self.sections, self.measures, self.walk, self.add)
        self._parts()
        self._translations()
        self._unused_sources()
        self._checkpoints()
        return self.problems

    def add(
        self, location: Location, code: str, *, related: tuple[Related, ...] = (), **args: object
    ) -> None:
        """Tell a problem."""
        self.problems.append(problem(location, code, related=related, **args))

    # Links

    def _links(self) -> None:
        by_kind: dict[str, list[str]] = {}
        for name, (kind, _) in self.walk.ids.items():
            by_kind.setdefault(kind, []).append(name)
        for kind, node in self.walk.refs:
            if kind == "law" and self._is_article(node.text):
                continue
            known = self.walk.ids.get(node.text)
            if known is None or known[0] != kind:
                near = self.walk.near(node.text, by_kind.get(kind, []))
                related = (Related(place(known[1]), known[0]),) if known else ()
                self.add(
                    place(node),
                    f"undefined-{kind}",
                    related=related,
                    text=node.text[:60],
                    near=near,
                )

    def _is_article(self, text: str) -> bool:
        """True for ``fefa-16-5``: a law's id with an article behind it."""
        parts = text.split("-")
        return any(
            self.walk.ids.get("-".join(parts[:end]), ("",))[0] == "law"
            for end in range(1, len(parts) + 1)
        )

    # Citations

    def _citing(self) -> Iterator[tuple[str, Citing]]:
        """Every record that must cite, with the name by which it is told."""
        for group in (
            self.sections.decisions,
            self.sections.occasions,
            self.sections.parties,
            self.sections.checkpoints,
        ):
            yield from ((record.id, record) for record in group)
        for measure in self.sections.measures:
            yield from ((event.id, event) for event in measure.events)
        for exchange in self.sections.exchanges:
            yield exchange.id, exchange
            yield from ((f"{exchange.id}/{leg.id}", leg) for leg in exchange.legs)
            yield from ((f"{exchange.id} {turn.occurred.text}", turn) for turn in exchange.turns)
        for indicator in self.sections.indicators:
            yield from (
                (f"{indicator.id} {point.period.text}", point) for point in indicator.points
            )
            yield from (
                (f"{indicator.id} {change.occurred.text}", change) for change in indicator.breaks
            )

    def _citations(self, name: str, record: Citing) -> None:
        supported = {field for citation in record.cite for field in citation.supports}
        if not record.cite and not (isinstance(record, Event) and record.decision):
            self.add(self.walk.where(record), "uncited", id=name)
            return
        supported.update(getattr(record, "inferred", ()))
        fields = _SUPPORTED_OF_PARTY if isinstance(record, Party) else _SUPPORTED
        for field in fields:
            if getattr(record, field, None) not in (None, ()) and field not in supported:
                self.add(self.walk.where(record, field), "unsupported-field", id=name, field=field)
        stated = getattr(record, "confidence", None)
        if stated is None or (isinstance(record, Event) and record.decision):
            return
        self._confidence(name, record, stated, resolve.ceiling(record.cite, self.sources))

    def _confidence(self, name: str, record: Citing, stated: str, most: str) -> None:
        if resolve.RANKS[stated] > resolve.RANKS[most]:
            self.add(
                self.walk.where(record, "confidence"),
                "overconfident",
                id=name,
                stated=stated,
                most=most,
            )

    # Events

    def _event(self, own: Event, whole: Event) -> None:
        if not whole.cite and own.decision:
            self.add(self.walk.where(own), "uncited", id=own.id)
        if own.confidence is not None and own.decision:
            self._confidence(own.id, own, own.confidence, resolve.ceiling(whole.cite, self.sources))
        self._misplaced(own)
        for field in replay.KINDS[whole.event].needs:
            if getattr(whole, field) is None:
                self.add(self.walk.where(own), "missing-key", key=field)
        self._day_order(own, whole)

    def _misplaced(self, own: Event) -> None:
        for field in replay.KINDS[own.event].refuses:
            if getattr(own, field) is not None:
                where = self.walk.where(own, field)
                self.add(where, "misplaced-key", key=field, event=own.event)

    def _day_order(self, own: Event, whole: Event) -> None:
        for earlier, later in (
            ("decided", "in_force"),
            ("promulgated", "in_force"),
            ("announced", "in_force"),
        ):
            one, two = getattr(whole, earlier), getattr(whole, later)
            if one is not None and two is not None and surely_before(two, one):
                where = self.walk.where(own, later)
                self.add(
                    where,
                    "dates-disagree",
                    earlier=earlier,
                    one=one.text,
                    later=later,
                    two=two.text,
                )

    # Indicators

    def _parts(self) -> None:
        """A point that counts a part names one of the indicator's parts."""
        for indicator in self.sections.indicators:
            known = [part.id for part in indicator.parts]
            for point in indicator.points:
                if point.part is not None and point.part not in known:
                    where = self.walk.where(point, "part")
                    self.add(
                        where,
                        "undefined-part",
                        text=point.part,
                        id=indicator.id,
                        near=self.walk.near(point.part, known),
                    )

    # Completeness

    def _translations(self) -> None:
        for measure in self.sections.measures:
            self._texts(measure.id, measure, "name", "summary")
            for event in measure.events:
                self._texts(event.id, event, "note")
        for group in (
            self.sections.decisions,
            self.sections.occasions,
            self.sections.laws,
            self.sections.parties,
            self.sections.vocabulary,
        ):
            for record in group:
                self._texts(record.id, record, "name", "note")
        for exchange in self.sections.exchanges:
            self._texts(exchange.id, exchange, "name", "place", "summary", "note")
            for leg in exchange.legs:
                self._texts(f"{exchange.id}/{leg.id}", leg, "undertaking", "condition", "note")
            for turn in exchange.turns:
                self._texts(f"{exchange.id} {turn.occurred.text}", turn, "note")
        for indicator in self.sections.indicators:
            self._texts(indicator.id, indicator, "name", "unit", "basis", "note")
            for figure in (*indicator.points, *indicator.breaks):
                self._texts(indicator.id, figure, "note")

    def _texts(self, name: str, record: object, *fields: str) -> None:
        for field in fields:
            text = getattr(record, field, None)
            if isinstance(text, Text) and text.ja is None:
                self.add(self.walk.where(record, field), "untranslated", id=name, field=field)

    def _unused_sources(self) -> None:
        used = {node.text for kind, node in self.walk.refs if kind == "source"}
        for source in self.sections.sources:
            if source.id not in used:
                self.add(self.walk.where(source), "unused-source", id=source.id)

    # Coverage and checkpoints

    def _coverage(self, coverage: Coverage) -> None:
        begin, end = coverage.verified_from, coverage.verified_through
        for field, day, needed in (
            ("verified_from", begin, begin and begin.first),
            ("verified_through", end, end and end.last),
        ):
            if day is not None and needed is None:
                self.add(
                    self.walk.where(coverage, field), "bad-coverage", field=field, day=day.text
                )
        if begin is not None and end is not None and surely_before(end, begin):
            self.add(
                self.walk.where(coverage, "verified_through"),
                "bad-coverage",
                field="verified_through",
                day=end.text,
            )

    def _checkpoints(self) -> None:
        coverage = self.sections.coverage
        verified_from = (
            coverage.verified_from.first if coverage and coverage.verified_from else None
        )
        through = coverage.verified_through.last if coverage and coverage.verified_through else None
        by_id = {
            one.id: (one, two)
            for one, two in zip(self.sections.measures, self.measures, strict=True)
        }
        if coverage and id(coverage) not in self.walk.broken:
            self._coverage(coverage)
        lives = {
            measure.id: replay.Life(measure, verified_from, through)
            for written, measure in zip(self.sections.measures, self.measures, strict=True)
            if id(written) not in self.walk.broken and measure.id not in self.impossible
        }
        listings = replay.Listings(lives, self.sections.parties, verified_from, through)
        for checkpoint in self.sections.checkpoints:
            if id(checkpoint) in self.walk.broken:
                continue
            if checkpoint.on.last is None:
                self.add(
                    self.walk.where(checkpoint, "on"),
                    "vague-checkpoint",
                    id=checkpoint.id,
                    day=checkpoint.on.text,
                )
                continue
            for expected in checkpoint.expect:
                if expected.measure not in by_id or expected.measure in self.impossible:
                    continue
                written, measure = by_id[expected.measure]
                life = lives.get(measure.id) or replay.Life(measure, verified_from, through)
                span = life.on(checkpoint.on.last)
                terms = {**listings.totals(measure, checkpoint.on.last), **span.terms}
                found = {"state": span.state, "in_force": span.in_force}
                wrong = [
                    f"{key}: {found[key]}"
                    for key in found
                    if getattr(expected, key) is not None and getattr(expected, key) != found[key]
                ]
                told = {name: terms[name] for name in expected.terms or () if name in terms}
                if expected.terms is not None and not replay.same_terms(expected.terms, told):
                    wrong.append(f"terms: {terms}")
                if expected.until is not None and span.until != expected.until:
                    wrong.append(f"until: {span.until.text if span.until else 'none'}")
                if wrong:
                    latest = span.standing.latest
                    index = next((i for i, e in enumerate(measure.events) if e is latest), None)
                    place_of = self.walk.where(
                        written.events[index] if index is not None else written
                    )
                    self.add(
                        self.walk.where(expected),
                        "failed-checkpoint",
                        related=(Related(place_of, "decides"),),
                        id=checkpoint.id,
                        measure=measure.id,
                        found="; ".join(wrong),
                    )
