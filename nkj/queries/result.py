"""The base of every answer."""

import msgspec


class Result(msgspec.Struct, frozen=True):
    """Base of the result records."""
