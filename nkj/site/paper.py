"""A page of the site: the HTML around a sheet, and the same sheet as Markdown beside it.

What lives here: ``both``, which makes the two files of a page. What does not: what a page says (one
module a part), and how a sheet is drawn (``formats``).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files as resources
from typing import NamedTuple

from nkj.exports import File
from nkj.formats import Page, drawn, fragment
from nkj.page.frame import safe as safe
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Sheet
from nkj.site import plan
from nkj.site.plan import HTML, MARKDOWN, Plan, between
from nkj.wording import LANGUAGES, words

#: Nothing runs and nothing is fetched but the site's own style and pictures.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)
_BAR = (
    ("index", "site.now"),
    ("days", "site.days"),
    ("list/exchanges", "list.exchange"),
    ("list/measures", "list.measure"),
    ("pictures", "site.pictures"),
    ("downloads", "site.downloads"),
)


class Leaf(NamedTuple):
    """What a page says in one language.

    ``name`` is its path within the tree of the language, without ending; ``data`` the path of the
    same as JSON, if there is one; ``figure`` HTML under the title; ``files`` what cells name files
    by their text; ``before`` and ``after`` the names of the pages before and after this one;
    ``head`` HTML for its head.
    """

    name: str
    lang: str
    sheet: Sheet
    data: str = ""
    figure: str = ""
    files: Mapping[str, str] | None = None
    before: str = ""
    after: str = ""
    head: str = ""


def both(site: Plan, leaf: Leaf) -> tuple[File, File]:
    """A page as HTML and as Markdown."""
    stem = f"{leaf.lang}/{leaf.name}"
    return (
        File(f"{stem}.{HTML}", _html(site, leaf, f"{stem}.{HTML}").encode("utf-8")),
        File(f"{stem}.{MARKDOWN}", markdown(site, leaf, f"{stem}.{MARKDOWN}").encode("utf-8")),
    )


def markdown(site: Plan, leaf: Leaf, here: str) -> str:
    """A page as Markdown that stands at a path."""
    sheet = leaf.sheet._replace(address_of=plan.leads(site, leaf.lang, here, leaf.files))
    return drawn(sheet, "markdown", Page(lang=leaf.lang, id_links=True))


def _html(site: Plan, leaf: Leaf, here: str) -> str:
    say = words(leaf.lang).say
    sheet = leaf.sheet._replace(address_of=plan.leads(site, leaf.lang, here, leaf.files))
    title = safe(Phrases(site.registry, words(leaf.lang)).title())
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{leaf.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{safe(leaf.sheet.title)} · {title}</title>\n"
        f'<link rel="stylesheet" href="{between(here, plan.STYLE)}">\n'
        f"{_relations(site, leaf, here)}{leaf.head}</head>\n<body>\n"
        f'<a class="skip" href="#main">{safe(say("site.skip"))}</a>\n'
        f"{_header(leaf, here, title)}"
        f'<main id="main">\n{fragment(sheet, True, leaf.figure)}</main>\n'
        f"{_steps(leaf, here)}{_footer(leaf, here)}</body>\n</html>\n"
    )


def _relations(site: Plan, leaf: Leaf, here: str) -> str:
    """The same page as text, as data, in the other languages, and at its full address."""
    stem = here.removesuffix(f".{HTML}")
    found = [f'<link rel="alternate" type="text/markdown" href="{between(here, stem + ".md")}">']
    if leaf.data:
        data = between(here, leaf.data)
        found.append(f'<link rel="alternate" type="application/json" href="{data}">')
    for lang in LANGUAGES:
        other = f"{lang}/{leaf.name}.{HTML}"
        address = site.url(other) or between(here, other)
        found.append(f'<link rel="alternate" hreflang="{lang}" href="{safe(address)}">')
    if site.base:
        found.append(f'<link rel="canonical" href="{safe(site.url(here))}">')
    return "".join(f"{line}\n" for line in found)


def _header(leaf: Leaf, here: str, title: str) -> str:
    say = words(leaf.lang).say
    any_day = f'<a href="{between(here, "index.html")}">{safe(say("site.any-day"))}</a>'
    links = [any_day]
    for name, key in _BAR:
        path = f"{leaf.lang}/{name}.{HTML}"
        mark = ' aria-current="page"' if path == here else ""
        links.append(f'<a href="{between(here, path)}"{mark}>{safe(say(key))}</a>')
    others = "".join(
        f'<a class="lang" lang="{lang}" hreflang="{lang}" '
        f'href="{between(here, f"{lang}/{leaf.name}.{HTML}")}">'
        f"{safe(say('page.other-language'))}</a>\n"
        for lang in LANGUAGES
        if lang != leaf.lang
    )
    joined = "\n".join(links)
    return (
        f'<header>\n<p class="site"><a href="{between(here, f"{leaf.lang}/index.{HTML}")}">{title}'
        f"</a></p>\n{others}"
        f'<nav aria-label="{safe(say("site.parts"))}">\n{joined}\n</nav>\n</header>\n'
    )


def _steps(leaf: Leaf, here: str) -> str:
    """The pages before and after this one, where they stand in a row."""
    say = words(leaf.lang).say
    links = [
        f'<a rel="{rel}" href="{between(here, f"{leaf.lang}/{name}.{HTML}")}">'
        f"{safe(say(key, day=name.rpartition('/')[2]))}</a>"
        for name, rel, key in (
            (leaf.before, "prev", "site.earlier"),
            (leaf.after, "next", "site.later"),
        )
        if name
    ]
    if not links:
        return ""
    name = safe(say("site.steps"))
    return f'<nav class="steps" aria-label="{name}">\n' + "\n".join(links) + "\n</nav>\n"


def _footer(leaf: Leaf, here: str) -> str:
    say = words(leaf.lang).say
    stem = here.removesuffix(f".{HTML}")
    links = [f'<a href="{between(here, stem + ".md")}">Markdown</a>']
    if leaf.data:
        links.append(f'<a href="{between(here, leaf.data)}">JSON</a>')
    told = safe(say("site.this-page"))
    licence = safe(say("site.advice"))
    return (
        f'<footer class="page">\n<p>{told} {" · ".join(links)}</p>\n<p>{licence}</p>\n</footer>\n'
    )


def linked_data(text: str) -> str:
    """What a page says of itself to machines, for its head. It is data: nothing of it runs."""
    return f'<script type="application/ld+json">{text}</script>\n'


def style() -> File:
    """The style of every page."""
    data = resources("nkj.site").joinpath(plan.STYLE).read_bytes()
    return File(plan.STYLE, data)
