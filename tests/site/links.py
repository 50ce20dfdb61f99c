"""Every way that the files of a site lead, as a browser or a reader of text would follow it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

_MARKDOWN = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [value or "" for name, value in attributes if name in ("href", "src")]


def in_html(text: str) -> tuple[list[str], set[str]]:
    """Every address in a page, and the names of its elements."""
    parser = _Addresses()
    parser.feed(text)
    return parser.found, parser.tags


def addresses(name: str, data: bytes) -> list[str]:
    """Every address in a file of the site."""
    ending = name.rpartition(".")[2]
    if ending == "html":
        return in_html(data.decode("utf-8"))[0]
    if ending in ("md", "txt"):
        return _MARKDOWN.findall(data.decode("utf-8"))
    if ending == "atom":
        links = ET.fromstring(data).iter("{http://www.w3.org/2005/Atom}link")
        return [link.attrib["href"] for link in links]
    return []


def dead(site: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Each file with each relative address in it at which nothing stands."""
    for name, data in site.items():
        for address in addresses(name, data):
            if re.match(r"[a-z]+:", address) or address.startswith("#"):
                continue
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
            if address.startswith("/") or there not in site:
                yield name, address
