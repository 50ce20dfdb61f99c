"""Odd inputs, and every input that was ever found at fault. A long search:
``pytest tests/fuzz --hypothesis-profile=deep``.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import nkj
from nkj.queries.show import ids
from tests.conftest import FIXTURE
from tests.fuzz.oracle import check_file, check_word
from tests.fuzz.strategies import changed_files, changed_registries, odd_words

#: Inputs are cheap beside the cases of a law.
MANY = settings(max_examples=5 * settings().max_examples)
BOOK = nkj.read(FIXTURE).registry
assert BOOK is not None
IDS = ids(BOOK)


@MANY
@given(changed_files())
def test_files_with_bytes_changed(data: bytes) -> None:
    """An answer or a refusal that can be printed."""
    check_file(data)


@MANY
@given(changed_registries())
def test_files_with_values_changed(data: bytes) -> None:
    """An answer or a refusal that can be printed, and the same in the one form."""
    check_file(data)


@MANY
@given(odd_words(IDS))
def test_words_for_days_ids_and_patterns(word: str) -> None:
    """A day, a choice, a record, or one sentence why not."""
    assert BOOK is not None
    check_word(BOOK, word)


def test_some_changed_registries_are_still_sound() -> None:
    """So that the questions are asked too, not only the refusals."""
    assert find(changed_registries(), lambda data: check_file(data).registry is not None)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """No bytes crash the reader."""
    check_file(data)


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
