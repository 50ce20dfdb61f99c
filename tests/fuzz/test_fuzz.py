"""A short run of the fuzzer, and every input that it ever found at fault. The long one is
``tests/fuzz/long_run.py``.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nkj
from nkj.model import Registry
from tests.conftest import FIXTURE
from tests.fuzz.long_run import run
from tests.fuzz.oracle import check_file, check_word


@pytest.fixture(scope="module")
def fixture() -> Registry:
    return nkj.load(FIXTURE)


def test_two_thousand_inputs() -> None:
    """Files with bytes or values changed, and words for days and measures: an answer or a refusal,
    and soon.
    """
    tried, slowest, failures = run("suite", 2_000)
    assert failures == []
    assert slowest < 2
    assert tried["bytes: read"] + tried["tree: read"] > 5
    assert tried["bytes: refused"] + tried["tree: refused"] > 100


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """No bytes crash the reader."""
    check_file(data)


@given(st.text(max_size=60))
def test_any_word(fixture: Registry, word: str) -> None:
    """No word crashes what takes a day, an id or a pattern."""
    check_word(fixture, word)


@pytest.mark.parametrize(
    "data",
    [
        b'a: "r\\ta"\n',  # nkj format: the two YAML parsers disagree about a tab
        b"a: r\ta\n",
        b"\xef\xbb\xbfmeasures: []\n",
        b"%YAML 9.9\n---\na: b\n",
        b"? [a]\n: b\n",
        b"a: |9\n x\n",
        b"\xff\xfea\x00",
    ],
)
def test_odd_files(data: bytes) -> None:
    """Each was, or might have been, read in two ways."""
    check_file(data)


@pytest.mark.parametrize(
    ("data", "most"),
    [
        (b"[" * 200_000, 2.0),
        (b"{a: " * 60_000, 2.0),
        (b"- " * 200_000, 2.0),
        (b"measures: [" + b"x, " * 20_000 + b"]", 4.0),
        (b"a: '" + b"x" * 2_000_000 + b"'", 2.0),
        (b"measures:\n" + b"  - id: a\n" * 5_000, 4.0),
    ],
    ids=["brackets", "braces", "dashes", "words", "one long word", "records"],
)
def test_large_files_take_no_long_time(data: bytes, most: float) -> None:
    """Deep, long and wrong everywhere."""
    before = time.process_time()
    check_file(data, form=False)
    assert time.process_time() - before < most
