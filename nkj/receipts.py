"""Proof of an answer: what was asked of which registry, what it said, and whether it says so still.

What lives here: making a receipt, its digest, and what differs between two answers. What does not:
asking (``cli.receipt``), and any file.

The digest is of what was said alone, so that a newer registry which says the same still holds it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

#: What an answer says of the registry that was asked, and not of its subject.
_ENVELOPE = ("schema", "registry", "verified_through")
_ABSENT = object()


class Difference(NamedTuple):
    """A place in an answer where two differ: keys and ids from outside in, and what stands there,
    as JSON; nothing where one answer has no such place.
    """

    place: str
    before: str
    after: str


class Receipt(NamedTuple):
    """A question, the day that ``today`` was, and the answer with its digest."""

    question: tuple[str, ...]
    today: str
    digest: str
    answer: Mapping[str, Any]

    @property
    def is_whole(self) -> bool:
        """True if the answer is the one that the digest was taken of."""
        return digest_of(self.answer) == self.digest


def digest_of(answer: Mapping[str, Any]) -> str:
    """The digest of what an answer says."""
    body = json.dumps(_said(answer), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(body.encode()).hexdigest()}"


def written(question: Sequence[str], today: str, answer: Mapping[str, Any], version: str) -> str:
    """A receipt as text; ``version`` is that of the program."""
    receipt = {
        "receipt": 1,
        "question": list(question),
        "today": today,
        "nkj": version,
        "registry": answer["registry"],
        "verified_through": answer["verified_through"],
        "digest": digest_of(answer),
        "answer": answer,
    }
    return json.dumps(receipt, ensure_ascii=False, indent=2) + "\n"


def read(text: str) -> Receipt | None:
    """A receipt from its text, or None if it is none."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("receipt") != 1:
        return None
    question, answer = told.get("question"), told.get("answer")
    if not isinstance(question, list) or not all(isinstance(word, str) for word in question):
        return None
    if not isinstance(answer, dict) or not isinstance(answer.get("registry"), dict):
        return None
    return Receipt(tuple(question), str(told.get("today")), str(told.get("digest")), answer)


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    """Where two answers to one question do not say the same."""
    return _between("", _said(before), _said(after))


def _said(value: Any, outermost: bool = True) -> Any:
    """What an answer says, without how far the evidence reaches: that moves on by itself."""
    if isinstance(value, list):
        return [_said(item, False) for item in value]
    if not isinstance(value, dict):
        return value
    left_out = _ENVELOPE if outermost else _ENVELOPE[-1:]
    return {key: _said(item, False) for key, item in value.items() if key not in left_out}


def _between(place: str, before: Any, after: Any) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, list) and isinstance(after, list):
        before, after = _by_name(before), _by_name(after)
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            inner = f"{place}.{key}" if place else str(key)
            yield from _between(inner, before.get(key, _ABSENT), after.get(key, _ABSENT))
        return
    yield Difference(place, _shown(before), _shown(after))


def _by_name(items: list[Any]) -> Any:
    """The records of a list by their ids, so that one more does not shift all others; a list of
    anything else as it is.
    """
    named = {
        str(item.get("id", item.get("code"))): item for item in items if isinstance(item, dict)
    }
    return named if len(named) == len(items) else items


def _shown(value: Any) -> str:
    return "" if value is _ABSENT else json.dumps(value, ensure_ascii=False)
