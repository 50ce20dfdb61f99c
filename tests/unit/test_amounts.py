"""Amounts as people type them."""

from __future__ import annotations

import pytest

from nkj.amounts import parse_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("5000000", 5_000_000),
        ("5,000,000", 5_000_000),
        ("5_000_000", 5_000_000),
        ("５，０００，０００", 5_000_000),
        ("5 million", 5_000_000),
        ("5million", 5_000_000),
        ("0.5 million", 500_000),
        ("2.5m", 2_500_000),
        ("100k", 100_000),
        ("500万", 5_000_000),
        ("1億5000万", 150_000_000),
        ("3千", 3_000),
        ("¥3,000", 3_000),
        ("￦3,000", 3_000),
        ("3,000 yen", 3_000),
        ("500万円", 5_000_000),
        ("0", 0),
    ],
)
def test_read(text: str, amount: int) -> None:
    """Each is this number."""
    assert parse_amount(text, ["yen", "円"]) == amount


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "yen", "-5", "+5", "5,00", "50,00,000", "1.5", "0.5", "5e6", "five", "5 milion"),
        *("5000万1億", "1万1万", "3,000 won", "5..6", "1/2", "٥", "9" * 50, "万", "5,", ",5"),
    ],
)
def test_refused(text: str) -> None:
    """None of these is guessed at."""
    assert parse_amount(text, ["yen", "円"]) is None
