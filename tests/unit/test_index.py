"""Every record by its id, and who cites or names it."""

from __future__ import annotations

import nkj
from nkj import index, model
from nkj.model import Expectation, Record, Registry
from nkj.registry import grammar
from tests.conftest import FIXTURE


def _names_others(record: type) -> tuple[str, ...]:
    """The fields of a record that hold ids of other records, sources apart."""
    values = (
        (field.name, field.value.item or field.value) for field in grammar.fields(record).values()
    )
    refs = ("ref", "either")
    return tuple(name for name, value in values if value.what in refs and value.kind != "source")


def test_every_kind_of_record_is_known() -> None:
    """A record that has an id of its own, or that names others, is in the index's tables."""
    # Known by name in the vocabulary, the programme and the rules alone.
    parts = {model.TermDefinition, model.TermLabel, model.NamedId, model.Fact, model.Conduct}
    identified = {
        record
        for record in grammar.records()
        if "id" in grammar.fields(record) and record not in parts
    }
    assert {about.record for about in index.KINDS.values()} == identified
    # How far the evidence reaches is no record that could be shown as naming a measure.
    records = [record for record in grammar.records() if record is not model.CoverageScope]
    naming = {record: _names_others(record) for record in records}
    assert {record: set(fields) for record, fields in index.NAMING.items()} == {
        record: set(fields) for record, fields in naming.items() if fields
    }


def test_sections_and_days_are_fields() -> None:
    """What the table names exists."""
    for about in index.KINDS.values():
        assert not about.section or about.section in grammar.fields(model.Sections)
        assert set(about.days) <= set(grammar.fields(about.record))


def test_every_id_finds_its_record() -> None:
    """Legs by their name from outside, with whose they are."""
    registry = nkj.load(FIXTURE)
    made = index.of(registry)
    assert index.of(registry) is made
    for measure in registry.measures:
        assert made.get(measure.id) == index.Entry("measure", measure.id, measure)
        for event in measure.events:
            assert made.get(event.id) == index.Entry("event", event.id, event, measure.id)
            assert made.events[event.id] == (measure, event)
    for exchange in registry.exchanges:
        for leg in exchange.legs:
            name = f"{exchange.id}/{leg.id}"
            assert made.get(name) == index.Entry("leg", name, leg, exchange.id)
    assert made.get("no-such-id") is None


def test_an_index_is_no_part_of_a_registry_s_value() -> None:
    """Two readings are equal whether or not either was asked."""
    one, two = nkj.load(FIXTURE), nkj.load(FIXTURE)
    index.of(one)
    assert one == two


def _citing(record: Record, source: str) -> bool:
    return any(citation.source == source for citation in getattr(record, "cite", ()))


def test_who_cites_a_source(bundled: Registry) -> None:
    """Everything that has a ``cite`` is found, figures and turns under what they are a part of."""
    made = index.of(bundled)
    for exchange in bundled.exchanges:
        for turn in exchange.turns:
            for citation in turn.cite:
                citers = made.cited_by[citation.source]
                assert [c.under for c in citers if c.record is turn] == [exchange.id]
    for source in bundled.sources:
        for citer in made.cited_by.get(source.id, ()):
            assert _citing(citer.record, source.id)


def test_who_names_a_record(bundled: Registry) -> None:
    """By field, also from inside exchanges and checkpoints."""
    made = index.of(bundled)
    for measure in bundled.measures:
        for event in measure.events:
            if event.decision:
                naming = index.Naming(event.id, "decision")
                assert naming in made.named_by[event.decision]
    for checkpoint in bundled.checkpoints:
        for expected in checkpoint.expect:
            assert isinstance(expected, Expectation)
            naming = index.Naming(checkpoint.id, "measure")
            assert naming in made.named_by[expected.measure]
