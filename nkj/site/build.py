"""Every file of the site, in one order.

What lives here: the order, and what is known only once all files are made. What does not: any of
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nkj.exports import File
from nkj.page import page
from nkj.site import days, downloads, lists, machines, paper, pictures, plan, records
from nkj.site.plan import Plan, between
from nkj.wording import LANGUAGES, words

#: What the first page offers in its head, each with its type.
_SAME_OTHERWISE = {
    "index.md": "text/markdown",
    plan.FEED: "application/atom+xml",
    plan.CALENDAR: "text/calendar",
}


def files(
    site: Plan,
    tell: Callable[[str], None] = lambda part: None,
    missing: Callable[[str], None] = lambda extra: None,
) -> Iterator[File]:
    """Every file of a site, each made when its turn comes: the same registry gives the same bytes.

    ``tell`` is called with the name of each part that begins, ``missing`` with that of an extra of
    the package which is not installed: what needs it is left out.
    """
    digests: dict[str, str] = {}
    for file in _all(site, tell, missing):
        digests[file.name] = machines.digest(file.data)
        yield file
    tell("page")
    for file in (_front(site, set(digests)), *machines.sitemap(site, digests)):
        digests[file.name] = machines.digest(file.data)
        yield file
    yield machines.sums(digests)


def _all(site: Plan, tell: Callable[[str], None], missing: Callable[[str], None]) -> Iterator[File]:
    """Every file but those that speak of others."""
    yield paper.style()
    tell("days")
    yield from days.files(site)
    tell("records")
    yield from records.files(site)
    yield from lists.files(site)
    yield from pictures.files(site, tell)
    yield from downloads.files(site, tell, missing)
    yield from machines.files(site)


def _front(site: Plan, names: set[str]) -> File:
    """The page that answers for any day, with ways to the rest of the site."""
    head = "".join(
        f'<link rel="alternate" type="{kind}" href="{name}">\n'
        for name, kind in _SAME_OTHERWISE.items()
        if name in names
    )
    if site.base:
        head += f'<link rel="canonical" href="{paper.safe(site.base)}">\n'
    lines = []
    for lang in LANGUAGES:
        say = words(lang).say
        links = " · ".join(
            f'<a href="{between("index.html", f"{lang}/{name}.{plan.HTML}")}">'
            f"{paper.safe(say(key))}</a>"
            for name, key in (
                ("index", "site.now"),
                ("days", "site.days"),
                ("pictures", "site.pictures"),
                ("downloads", "site.downloads"),
            )
        )
        lines.append(f'<p lang="{lang}">{paper.safe(say("site.rest"))} {links}</p>\n')
    made = page(site.registry, site.lang, head=head, foot="".join(lines))
    return File(f"index.{plan.HTML}", made.encode("utf-8"))
