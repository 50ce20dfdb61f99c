"""Links: addresses, and the ids of records, can be followed.

What lives here: which words of a text are ids that lead somewhere, and the escape sequences around
words in a terminal (OSC 8). What does not: whether a terminal takes them (``cli.streams``), and
markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

#: An id, or that of a leg of an exchange.
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+(?:/[a-z0-9]+)?")
_WORD = re.compile(r"""[a-z]+://[^\s\x1b"<>]+|[a-z0-9]+(?:-[a-z0-9]+)+""")
#: What an address may hold as it is; all else would end the sequence or is no address.
_PLAIN = "!#$%&'()*+,/:;=?@[]~"


def linked(text: str, address_of: Callable[[str], str]) -> str:
    """The text with each address and each id that has one as a link; what shows stays the same."""

    def link(found: re.Match[str]) -> str:
        word = found.group()
        address = word if "://" in word else address_of(word)
        if not address:
            return word
        return f"\x1b]8;;{quote(address, safe=_PLAIN)}\x1b\\{word}\x1b]8;;\x1b\\"

    return _WORD.sub(link, text)


def ids_in(text: str, address_of: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the address that it leads to, or nothing: the whole text where
    that has one, else each id in it that has one.
    """
    whole = address_of(text)
    if whole:
        yield text, whole
        return
    at = 0
    for found in _ID.finditer(text):
        word = found.group()
        address = address_of(word)
        if address:
            yield text[at : found.start()], ""
            yield word, address
            at = found.end()
    yield text[at:], ""


def nowhere(_: str) -> str:
    """No id leads anywhere: where links are not wanted, or there is nothing to lead to."""
    return ""
