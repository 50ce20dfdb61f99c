"""Where everything on the site stands, and how one page leads to another.

What lives here: the paths of pages, twins and data, each a text with ``/`` relative to the folder.
What does not: what stands in any file.

The addresses are a contract (docs/contract.md, "The site"): a record keeps its own for as long as
it keeps its id.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from nkj import days, index
from nkj.model import Registry
from nkj.queries.status import change_days_of, status

#: What a page is in: for people, and its twin for programs that read text.
HTML, MARKDOWN = "html", "md"
#: Where the answers for programs stand. The number goes up when an address changes its meaning.
API = "api/v1"
STYLE = "style.css"
DOWNLOADS = "downloads"
PICTURES = "pictures"
FEED, CALENDAR = "feed.atom", "nkj.ics"


class Plan(NamedTuple):
    """What the site is made of: a registry, the language in which it opens, its full address
    (empty if that is not known), the days on which anything changes, and the version of nkj.
    """

    registry: Registry
    lang: str
    base: str
    days: tuple[int, ...]
    program: str

    @property
    def evidence(self) -> int:
        """The day that pages speak of: the last for which evidence was seen, else the last on
        which anything changes.
        """
        last = self.days[-1] if self.days else 1
        return self.registry.verified_through or last

    @property
    def records(self) -> dict[str, index.Entry]:
        """Every record that has a page."""
        return index.of(self.registry).entries

    def url(self, path: str) -> str:
        """The full address of a file, or nothing where the site's own is not known."""
        return f"{self.base}{path}" if self.base else ""


def plan(registry: Registry, lang: str, base: str, program: str) -> Plan:
    """The plan of a registry's site. ``base`` is its full address, with a slash at the end, or
    nothing.
    """
    possible = {
        day for measure in registry.measures for day in change_days_of(registry, measure) if day > 1
    }
    changes = tuple(day for day in sorted(possible) if _differs(registry, day))
    return Plan(registry, lang, base, changes, program)


def _differs(registry: Registry, day: int) -> bool:
    """True if any measure's answer is not that of the day before."""
    one, two = (status(registry, on, origin="all").measures for on in (day - 1, day))
    return one != two


def page_of(lang: str, name: str) -> str:
    """A page of its own (``index``, ``days``, ``downloads``, ``pictures``), without its ending."""
    return f"{lang}/{name}"


def list_of(lang: str, name: str) -> str:
    """The page that lists a kind of record (a name of ``LISTS``), without its ending."""
    return f"{lang}/list/{name}"


def record_of(lang: str, record: str) -> str:
    """The page of a record, without its ending."""
    return f"{lang}/id/{record}"


def day_of(lang: str, day: int) -> str:
    """The page of a day on which something changes, without its ending."""
    return f"{lang}/on/{days.iso(day)}"


def record_data(record: str) -> str:
    """A record's answer to ``nkj show``, as JSON."""
    return f"{API}/id/{record}.json"


def status_data(day: int) -> str:
    """How every measure stands from a day on, as ``nkj status`` has it in JSON."""
    return f"{API}/status/{days.iso(day)}.json"


def changes_data(day: int) -> str:
    """What differs between a day and the day before it, as ``nkj diff`` has it in JSON."""
    return f"{API}/changes/{days.iso(day)}.json"


def between(here: str, there: str) -> str:
    """The way from one file to another, as a relative address."""
    return _from_folder(posixpath.dirname(here), there)


@cache
def _from_folder(folder: str, there: str) -> str:
    return posixpath.relpath(there, folder or ".")


def leads(
    site: Plan, lang: str, here: str, files: Mapping[str, str] | None = None
) -> Callable[[str], str]:
    """What a page makes links of: the ids of records, days on which something changes, the names of
    lists, and ``files``: a cell's text and the path of the file that it names.

    Called with a text it gives the relative address of that page or file, of the page's own kind
    (HTML or Markdown), or nothing.
    """
    ending = here.rpartition(".")[2]
    change_days = {days.iso(day): day for day in site.days}
    named = files or {}

    def address(text: str) -> str:
        path = named.get(text, "")
        if not path and text in site.records:
            path = f"{record_of(lang, text)}.{ending}"
        elif not path and text in change_days:
            path = f"{day_of(lang, change_days[text])}.{ending}"
        return between(here, path) if path and path != here else ""

    return address
