"""The library as a notebook and a script use it."""

from __future__ import annotations

import doctest
import inspect
import json
from importlib import import_module

import pytest

import nkj
from nkj.formats import json as as_json
from nkj.model import Measure, Registry
from nkj.queries.cite import CiteResult
from nkj.queries.result import Answer
from tests.conftest import FIXTURE

#: ``ask_rows`` streams: it has no one answer to show, and its rows come first to mind.
QUESTIONS = [
    name
    for name in nkj.__all__
    if nkj._HOMES[name].startswith("nkj.queries.") and name != "ask_rows"
]


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


def _answers(registry: Registry) -> list[Answer]:
    return [
        nkj.status(registry, "2014-07-05", origin="all"),
        nkj.history(registry),
        nkj.diff(registry, "2010", "2016"),
        nkj.timeline(registry, "2010", "2016"),
        nkj.exchanges(registry),
        nkj.exchanges(registry, "harbour-2014"),
        nkj.sources(registry),
        nkj.show(registry, "entry-ban"),
        nkj.parties(registry, "Blue Gull", "2014"),
        nkj.deadlines(registry, "2012-02-01"),
        nkj.search(registry, "harbour"),
        nkj.records(registry, "events"),
        nkj.cite(registry, "entry-ban", "2012"),
    ]


def test_a_question_without_a_registry_is_asked_of_the_bundled_one(bundled: Registry) -> None:
    """By name or by place; with one, of that."""
    assert nkj.status(on="2014-07-05") == nkj.status(bundled, "2014-07-05")
    assert nkj.status("2014-07-05", "ports") == nkj.status(bundled, "2014-07-05", "ports")
    assert nkj.history("payment-ban") == nkj.history(bundled, "payment-ban")
    assert nkj.diff("2006", "2014") == nkj.diff(bundled, "2006", "2014")
    assert nkj.timeline() == nkj.timeline(bundled)
    assert nkj.show("payment-ban") == nkj.show(bundled, "payment-ban")
    kept = nkj.status(registry=bundled, on="2014")  # type: ignore[call-overload]
    assert kept == nkj.status(bundled, "2014")


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_takes_a_registry_or_none(name: str) -> None:
    """The registry stands first, and the signature says what it always said."""
    assert next(iter(inspect.signature(getattr(nkj, name)).parameters)) == "registry"
    assert getattr(nkj, name).__wrapped__


def test_the_examples_are_so() -> None:
    """Every public docstring says what it gives; every example in it runs."""
    runner = doctest.DocTestRunner()
    tried = 0
    for name in QUESTIONS:
        function = inspect.unwrap(getattr(nkj, name))
        assert "Raises" in (function.__doc__ or ""), name
        for test in doctest.DocTestFinder().find(function, name, globs={"nkj": nkj}):
            tried += runner.run(test).attempted
    assert tried >= 10
    assert runner.summarize().failed == 0


def test_rows_are_those_of_json(fixture: Registry) -> None:
    """``to_dicts`` gives what JSON has under the answer's list."""
    for answer in _answers(fixture):
        body = json.loads(as_json.answer(answer))
        rows = json.loads(json.dumps(answer.to_dicts()))
        if isinstance(answer, CiteResult):  # it is one row: the whole answer
            rows[0].pop("sources")
            assert rows[0] == {key: body[key] for key in rows[0]}
        else:
            assert rows in [*body.values(), [body.get("record")]]
        assert rows


def test_an_answer_prints_in_a_line(fixture: Registry) -> None:
    """Its name, its days, how much it holds."""
    for answer in _answers(fixture):
        told = repr(answer)
        assert "\n" not in told
        assert len(told) < 700
        assert told.startswith(f"<{type(answer).__name__}")
    assert "on=2014-07-05, measures=8 (" in repr(_answers(fixture)[0])
    assert repr(fixture).startswith(f"<Registry fixture ({fixture.hash}), 8 measures, evidence")


def test_an_answer_shows_itself_in_a_notebook(
    fixture: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the sheet of the command line, in the language of NKJ_LANG; nothing in it is markup of
    the registry's.
    """
    for answer in _answers(fixture):
        shown = answer._repr_html_()
        assert shown.startswith("<h1>")
        assert "<script" not in shown
    status = nkj.status(fixture, "2014-07-05")
    assert "In force" in status._repr_html_()
    assert "実施中の措置" in nkj.html(status, "ja")
    monkeypatch.setenv("NKJ_LANG", "ja")
    assert status._repr_html_() == nkj.html(status, "ja")
    assert "出典" in fixture._repr_html_()


def test_a_picture_shows_itself_in_a_notebook(
    fixture: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As ``nkj chart`` draws it, in the language of NKJ_LANG, with what is drawn beside it."""
    picture = nkj.chart(fixture, "timeline", last="2016")
    assert picture._repr_svg_().startswith("<svg")
    assert picture._repr_svg_() == picture.svg
    assert picture.rows
    assert repr(picture).startswith("<Picture ")
    assert 'lang="en"' in picture.svg
    monkeypatch.setenv("NKJ_LANG", "ja")
    assert 'lang="ja"' in nkj.chart(fixture, "timeline", last="2016").svg
    with pytest.raises(nkj.WrongUsage, match="timeline"):
        nkj.chart(fixture, "timelin")


def test_a_record_by_its_id_or_name(bundled: Registry) -> None:
    """As ``show`` gives it; what is not there is a key that is not there, with the nearest."""
    record = bundled["payment-ban"]
    assert isinstance(record, Measure)
    assert record == bundled["北朝鮮向けの支払の原則禁止"]
    assert bundled["stockholm-2014/j2a"].id == "stockholm-2014/j2a"
    assert "payment-ban" in bundled
    assert "payment-bann" not in bundled
    with pytest.raises(KeyError, match="Did you mean 'payment-ban'"):
        bundled["payment-bann"]
    with pytest.raises(TypeError):
        iter(bundled)  # type: ignore[call-overload]


def test_every_answer_has_its_sheet() -> None:
    """Where a notebook looks for it."""
    for name in QUESTIONS:
        if name != "ask_rows":  # a table of verdicts, which another table is made of
            assert import_module(nkj._HOMES[name].replace(".queries.", ".sheets.")).sheet
