"""What show, sources and evidence answer, on the fixture."""

from __future__ import annotations

import msgspec
import pytest

import nkj
from nkj.days import parse_when
from nkj.model import Checkpoint, Citation, Expectation, Registry
from nkj.queries.evidence import evidence
from nkj.queries.show import Shown, ids
from tests.build import event, measure, registry, text_of
from tests.conftest import FIXTURE


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


def _links(shown: Shown) -> dict[str, object]:
    found = {
        "moved": [moved.id for moved in shown.moved],
        "decisions": list(shown.decisions),
        "exchanges": list(shown.exchanges),
        "indicators": list(shown.indicators),
        "sources": list(shown.sources),
        "measure": shown.measure,
        "life": [event.id for event in shown.life],
    }
    return {
        "kind": shown.kind,
        "id": shown.id,
        **{key: value for key, value in found.items() if value},
    }


SHIPS = [f"port-ban-flagged-ships-{year}" for year in (2010, 2012, 2014, 2015)]
SHOWN: dict[str, dict[str, object]] = {
    "port-ban-flagged-ships": {
        "kind": "measure",
        "moved": SHIPS,
        "life": SHIPS,
        "exchanges": ["harbour-2014/j2", "harbour-2014/j3"],
        "indicators": ["ship-calls"],
        "sources": ["gazette-2010", "evening-2016", "cabinet-2014"],
    },
    "entry-ban-2014": {
        "kind": "event",
        "measure": "entry-ban",
        "exchanges": ["harbour-2014/j1"],
        "sources": ["cabinet-2014"],
    },
    "package-2010-04-01": {
        "kind": "decision",
        "moved": ["entry-ban-2010", SHIPS[0]],
        "sources": ["gazette-2010"],
    },
    "test-2010": {
        "kind": "occasion",
        "moved": ["entry-ban-2010", SHIPS[0]],
        "decisions": ["package-2010-04-01"],
        "exchanges": ["harbour-2014"],
        "sources": ["gazette-2010"],
    },
    "harbour-2014/j1": {
        "kind": "leg",
        "moved": ["entry-ban-2014", "entry-ban-2016"],
        "exchanges": ["harbour-2014"],
        "sources": ["cabinet-2014", "evening-2016"],
    },
    "harbour-2014": {
        "kind": "exchange",
        "moved": ["entry-ban-2014", "entry-ban-2016", SHIPS[2], "payment-reporting-2014"],
        "sources": ["cabinet-2014", "evening-2016", "daily-2014"],
    },
    "ship-calls": {"kind": "indicator", "sources": ["gazette-2010", "evening-2016"]},
    "gazette-2010": {
        "kind": "source",
        "moved": [
            "entry-ban-2010",
            SHIPS[0],
            SHIPS[3],
            "luxury-ban-2010",
            "asset-freeze-2017-05-01",
            "asset-freeze-own-2010",
            "asset-freeze-own-2012",
            "asset-freeze-own-2015",
            "asset-freeze-un-2013",
            "port-ban-listed-2016",
        ],
        "decisions": ["package-2010-04-01"],
        "indicators": ["ship-calls"],
        "sources": ["gazette-2010"],
    },
    "daily-2014": {
        "kind": "source",
        "exchanges": ["harbour-2014", "harbour-2014/k1", "harbour-2014/k2"],
        "sources": ["daily-2014"],
    },
    "harbour-act": {"kind": "law", "sources": ["gazette-2010"]},
    "check-2013": {"kind": "checkpoint", "sources": ["evening-2016"]},
    "red-star-trading": {
        "kind": "party",
        "moved": ["asset-freeze-own-2010", "asset-freeze-un-2013"],
        "sources": ["gazette-2010", "evening-2016"],
    },
    "kim-il-han-1970": {
        "kind": "party",
        "moved": ["asset-freeze-own-2012", "asset-freeze-own-2015"],
        "sources": ["gazette-2010"],
    },
}


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_everything_about_an_id(name: str, fixture: Registry) -> None:
    """Its kind, and all that it is tied to."""
    shown = nkj.show(fixture, name)
    assert _links(shown) == {"id": name, **SHOWN[name]}
    assert shown.record.id == name


def test_a_source_says_what_it_is_cited_for(fixture: Registry) -> None:
    """Each field once, also where a decision cites it too."""
    moved = {m.id: m for m in nkj.show(fixture, "gazette-2010").moved}
    assert moved["entry-ban-2010"].cited_for == (
        "event",
        "announced",
        "decided",
        "in_force",
        "occasions",
        "note",
    )
    assert (moved["entry-ban-2010"].measure, text_of(moved["entry-ban-2010"].effect)) == (
        "entry-ban",
        "2010-04-02",
    )
    assert nkj.show(fixture, "test-2010").moved[0].cited_for == ()


@pytest.mark.parametrize(
    ("name", "key", "near"),
    [
        ("gazette-2011", "usage.unknown-id.near", "'gazette-2010'"),
        ("qqqq", "usage.unknown-id", ""),
        ("harbour-2014/j9", None, None),
    ],
)
def test_an_id_that_is_not_there(
    name: str, key: str | None, near: str | None, fixture: Registry
) -> None:
    """The nearest are named, legs too."""
    with pytest.raises(nkj.WrongUsage) as caught:
        nkj.show(fixture, name)
    if key is None:
        assert "harbour-2014/j1" in caught.value.args_of_key["near"]
    else:
        assert (caught.value.key, caught.value.args_of_key) == (key, {"text": name, "near": near})


def test_every_id_can_be_shown(fixture: Registry) -> None:
    """None is left out and none is there twice."""
    names = ids(fixture)
    assert len(names) == len(set(names)) == 48
    assert {nkj.show(fixture, name).id for name in names} == set(names)


def test_sources(fixture: Registry) -> None:
    """What rests on each: decisions, occasions, laws, events, legs, turns, series, checkpoints."""
    uses = {use.source: use for use in nkj.sources(fixture).uses}
    assert list(uses) == ["gazette-2010", "cabinet-2014", "daily-2014", "evening-2016"]
    assert uses["gazette-2010"].rests == {
        "package-2010-04-01": ("announced", "decided", "in_force", "occasions", "note"),
        "test-2010": ("occurred", "un"),
        "harbour-act": ("name",),
        "entry-ban-2010": ("event", "announced", "decided", "in_force", "occasions", "note"),
        "port-ban-flagged-ships-2010": (
            "event",
            "until",
            "terms",
            "announced",
            "decided",
            "in_force",
            "occasions",
            "note",
        ),
        "port-ban-flagged-ships-2015": ("decided", "until"),
        "luxury-ban-2010": ("in_force",),
        "asset-freeze-2017-05-01": ("in_force", "added", "designations"),
        "red-star-trading": (
            "name",
            "name_ja",
            "country",
            "aliases",
            "aliases_ja",
            "listed_as",
        ),
        "kim-il-han-1960": (
            "name",
            "name_ja",
            "country",
            "born",
            "role",
            "role_ja",
            "listed_as",
            "note",
        ),
        "kim-il-han-1970": ("name", "name_ja", "born", "aliases", "listed_as"),
        "asset-freeze-own-2010": ("in_force", "added", "designations"),
        "asset-freeze-own-2012": ("in_force", "added", "designations"),
        "asset-freeze-own-2015": ("in_force", "removed", "delisted"),
        "asset-freeze-un-2013": ("un_listed", "in_force", "added", "net", "designations"),
        "port-ban-listed-2016": ("un_listed", "in_force", "added", "designations"),
        "ship-calls": ("value", "occurred"),
    }
    assert uses["daily-2014"].rests["harbour-2014 2014-06-29"] == ("occurred", "note")
    assert uses["daily-2014"].kind == "secondary"
    assert uses["evening-2016"].rests["check-2013"] == ("expect",)
    assert uses["evening-2016"].rests["harbour-2014/k1"] == ("reversed",)
    assert uses["evening-2016"].rests["offers-since-2018"] == ("outcome",)


@pytest.mark.parametrize(
    ("names", "measures", "kind", "found"),
    [
        (("*2014",), (), None, ["cabinet-2014", "daily-2014"]),
        (("evening-2016", "gazette-2010"), (), None, ["gazette-2010", "evening-2016"]),
        ((), (), "primary", ["gazette-2010", "cabinet-2014"]),
        ((), ("luxury-ban",), None, ["gazette-2010"]),
        (("*6",), ("ports",), "secondary", ["evening-2016"]),
        (("*6",), ("ports",), "primary", []),
    ],
)
def test_choosing_sources(
    names: tuple[str, ...],
    measures: tuple[str, ...],
    kind: str | None,
    found: list[str],
    fixture: Registry,
) -> None:
    """By id, by what rests on them, and by kind."""
    assert [use.source for use in nkj.sources(fixture, names, measures, kind).uses] == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "key", "near"),
    [("daily", "usage.unknown-id.near", "'daily-2014'"), ("q", "usage.unknown-id", "")],
)
def test_a_source_that_is_not_there(name: str, key: str, near: str, fixture: Registry) -> None:
    """The nearest are named."""
    with pytest.raises(nkj.WrongUsage) as caught:
        nkj.sources(fixture, [name])
    assert (caught.value.key, caught.value.args_of_key) == (key, {"text": name, "near": near})


def test_how_well_it_is_known(fixture: Registry) -> None:
    """Family by family; a noted event is counted apart, a family without events not at all."""
    answer = evidence(fixture)
    rows = [
        (f.family, f.confirmed, f.reported, f.inferred, f.noted, f.single) for f in answer.families
    ]
    assert rows == [
        ("entry", 2, 1, 0, 0, ("entry-ban-2016",)),
        ("ports", 4, 1, 0, 0, ("port-ban-flagged-ships-2012",)),
        ("remittances", 1, 1, 0, 1, ("payment-reporting-2010",)),
        ("trade", 1, 0, 0, 0, ()),
        ("assets", 5, 1, 0, 0, ("asset-freeze-2017-06-01",)),
    ]
    assert answer.checkpoints == 1


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("entry-ban", [("in-force", {}, {}), ("lifted", {}, {}), ("in-force", {}, {})]),
        (
            "payment-reporting",
            [
                (None, {"report_above_jpy": 30_000_000}, {"report_above_jpy": 30_000_000}),
                ("in-force", {"report_above_jpy": 30_000_000}, {"report_above_jpy": 3_000_000}),
                ("lifted", {"report_above_jpy": 3_000_000}, {"report_above_jpy": 30_000_000}),
            ],
        ),
        (
            "port-ban-flagged-ships",
            [
                ("in-force", {}, {"except": ()}),
                ("in-force", {"except": ()}, {"except": ()}),
                ("eased", {"except": ()}, {"except": ("relief-goods",)}),
                ("eased", {"except": ("relief-goods",)}, {"except": ("relief-goods",)}),
            ],
        ),
    ],
)
def test_each_step_tells_what_held_before_and_after_it(
    name: str, told: list[tuple[object, ...]], fixture: Registry
) -> None:
    """The state after it (a note has none) and the terms on both sides."""
    (life,) = nkj.history(fixture, [name]).measures
    assert [
        (event.state_after, event.terms_before, event.terms_after) for event in life.events
    ] == told
    days = {
        event.id: (
            text_of(event.occurred),
            text_of(event.in_force),
            text_of(event.until),
            text_of(event.effect),
        )
        for event in life.events
    }
    if name == "payment-reporting":
        assert days["payment-reporting-noted-2009"] == ("2009-12", None, None, "2009-12")
        assert days["payment-reporting-2010"] == (None, "2010-07-06?", None, "2010-07-06?")


def test_last_confirmed_is_the_latest_that_is_cited_or_checked() -> None:
    """By its last possible day; an event that cites nothing confirms nothing, a checkpoint does."""
    cite = (Citation(source="s", supports=("in_force",)),)
    first, vague = event("imposed", "2010-03-10", cite=cite), event("tightened", "2011", cite=cite)
    subject = measure(first, vague, event("lifted", "2013-01-01"))
    assert text_of(nkj.status(registry(subject), "2014").measures[0].last_confirmed) == "2011"
    check = Checkpoint(
        id="c", on=parse_when("2012-05-01"), expect=(Expectation(measure="m", in_force=True),)
    )
    checked = msgspec.structs.replace(registry(subject), checkpoints=(check,))
    assert text_of(nkj.status(checked, "2014").measures[0].last_confirmed) == "2012-05-01"
    assert nkj.status(registry(measure()), "2014").measures[0].last_confirmed is None


def test_a_measure_names_the_figures_about_it(fixture: Registry) -> None:
    """And no others."""
    assert nkj.show(fixture, "port-ban-flagged-ships").indicators == ("ship-calls",)
    assert nkj.show(fixture, "entry-ban").indicators == ()
    assert nkj.show(fixture, "daily-2014").indicators == ()


def test_a_family_without_events_is_not_told() -> None:
    """Only families that the registry holds have a row."""
    answer = evidence(registry(measure(event("imposed", "2010-03-10", confidence="inferred"))))
    assert [(family.family, family.inferred) for family in answer.families] == [("ports", 1)]
