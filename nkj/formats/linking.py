"""Links in a terminal (OSC 8): addresses, and the ids of sources, can be followed.

What lives here: the escape sequences around words. What does not: whether a terminal takes them
(``cli.streams``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

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
