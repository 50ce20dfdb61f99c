"""Sections of a registry that are decoded when they are asked for.

What lives here: ``Kept``, a section as it stands in the compiled form, and ``pick``, which finds
records by their ids in any section and makes only those. What does not: the file that they come
from (``registry.store``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

import msgspec

T = TypeVar("T")


class Kept(Sequence[T], Generic[T]):
    """A section whose records are made at first use: all of them, or by ``pick`` a few.

    ``body`` is one msgpack array of the records, ``index`` their ids and where each one ends in it.
    Both were checked for damage, so decoding does not fail. It equals the tuple of its records.
    """

    __slots__ = ("_body", "_index", "_kind", "_made")

    def __init__(self, body: memoryview, index: memoryview, kind: type[T]) -> None:
        self._body = body
        self._index = index
        self._kind = kind
        self._made: tuple[T, ...] | None = None

    @property
    def records(self) -> tuple[T, ...]:
        """All records of the section."""
        if self._made is None:
            kind: Any = tuple[self._kind, ...]  # type: ignore[name-defined]
            self._made = msgspec.msgpack.decode(self._body, type=kind)
        return self._made

    @property
    def is_made(self) -> bool:
        """True once all records are there."""
        return self._made is not None

    def pick(self, ids: Collection[str]) -> list[T]:
        """The records with these ids, in the order of the section; no other is made."""
        names, ends = msgspec.msgpack.decode(self._index, type=tuple[list[str], list[int]])
        return [self._one(ends, at) for at, name in enumerate(names) if name in ids]

    def _one(self, ends: list[int], at: int) -> T:
        if self._made is not None:
            return self._made[at]
        return msgspec.msgpack.decode(self._body[ends[at] : ends[at + 1]], type=self._kind)

    def __iter__(self) -> Iterator[T]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self.records[at]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Kept):
            return self.records == other.records
        return self.records == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self) -> str:
        return repr(self.records)


def kept_parts(records: Sequence[Any]) -> tuple[bytes, bytes]:
    """The body and the index that ``Kept`` reads. A record without an id is found by no name."""
    encode = msgspec.msgpack.Encoder().encode
    parts = [_array_head(len(records)), *(encode(record) for record in records)]
    ends = []
    end = 0
    for part in parts:
        end += len(part)
        ends.append(end)
    ids = [getattr(record, "id", "") for record in records]
    return b"".join(parts), encode((ids, ends))


def _array_head(count: int) -> bytes:
    """The five bytes by which msgpack begins an array of any length."""
    return b"\xdd" + count.to_bytes(4, "big")


def pick(section: Sequence[T], ids: Collection[str]) -> list[T]:
    """The records of a section with these ids, in its order."""
    if isinstance(section, Kept):
        return section.pick(ids)
    return [record for record in section if getattr(record, "id", "") in ids]
