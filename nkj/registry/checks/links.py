"""Links: every id that is referred to is there, and of the right kind."""

from __future__ import annotations

from collections.abc import Iterator

from nkj.problems import Problem, Related, problem
from nkj.registry.checks.book import Book
from nkj.registry.nodes import place, short
from nkj.registry.records import is_id


def undefined(book: Book) -> Iterator[Problem]:
    """Ids of nothing, or of a record of another kind."""
    ids = book.walk.ids
    by_kind: dict[str, list[str]] = {}
    for name, (defined, _) in ids.items():
        by_kind.setdefault(defined, []).append(name)
    for kind, node in book.walk.refs:
        if kind == "law" and _is_article(node.text, book):
            continue
        known = ids.get(node.text)
        if known is not None and known[0] == kind:
            continue
        if node.text in book.walk.lost or kind in book.walk.lost_kinds:
            continue  # it may be there, in what could not be read
        near = book.near(node.text, by_kind.get(kind, ()))
        related = (Related(place(known[1]), known[0]),) if known else ()
        yield problem(
            place(node), f"undefined-{kind}", related=related, text=short(node.text), near=near
        )


def _is_article(text: str, book: Book) -> bool:
    """True for ``fefa-16-5``: a law's id with an article behind it."""
    if not is_id(text):
        return False
    parts = text.split("-")
    heads = ("-".join(parts[:end]) for end in range(1, len(parts)))
    return any(book.walk.ids.get(head, ("",))[0] == "law" for head in heads)
