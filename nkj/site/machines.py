"""What programs read first: which days and records there are, a guide for assistants, a list of
addresses for search engines, and the sum of every file.

What lives here: ``api/v1/index.json``, ``llms.txt``, ``sitemap.xml``, ``SHA256SUMS``. What does
not: the answers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

from nkj import days
from nkj.characters import shown
from nkj.exports import File
from nkj.formats.json import SCHEMA
from nkj.queries.headings import LISTS
from nkj.queries.records import records
from nkj.queries.status import status
from nkj.sheets.phrases import Phrases
from nkj.site import plan
from nkj.site.plan import Plan
from nkj.wording import LANGUAGES, words

SUMS = "SHA256SUMS"


def files(site: Plan) -> Iterator[File]:
    """The index of the data, the guide, and an empty file by which hosts that build pages of
    Markdown leave ours alone.
    """
    yield File(f"{plan.API}/index.json", _index(site))
    yield File("llms.txt", _guide(site).encode("utf-8"))
    yield File(".nojekyll", b"")


def _index(site: Plan) -> bytes:
    registry = site.registry
    found = records(registry).records
    document = {
        "schema": SCHEMA,
        "registry": {"version": registry.version, "hash": registry.hash},
        "nkj": site.program,
        "title": dict(registry.programme.title.words),
        "languages": list(LANGUAGES),
        "verified_from": _iso(registry.verified_from),
        "verified_through": _iso(registry.verified_through),
        "days": [days.iso(day) for day in site.days],
        "records": {
            name: [one.id for one in found if one.kind == kind and one.id in site.records]
            for name, kind in LISTS.items()
            if name not in ("terms", "conducts")
        },
        "addresses": {
            "status": f"{plan.API}/status/{{day}}.json",
            "changes": f"{plan.API}/changes/{{day}}.json",
            "record": f"{plan.API}/id/{{id}}.json",
            "page": "{language}/id/{id}.html",
            "day": "{language}/on/{day}.html",
        },
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _iso(day: int | None) -> str | None:
    return None if day is None else days.iso(day)


def _guide(site: Plan) -> str:
    """What an assistant must know, then the pages worth reading as Markdown (llmstxt.org)."""
    speak, registry = words(site.lang), site.registry
    phrases = Phrases(registry, speak)
    say = speak.say
    title = shown(phrases.title())
    about = say("site.about", through=days.iso(site.evidence), version=registry.version)
    parts = [f"# {title}", f"> {about}", say("site.guide"), say("site.days-rule")]
    tree = site.lang
    starts = [
        (f"{tree}/index.md", "site.now"),
        (f"{tree}/days.md", "site.days"),
        (f"{tree}/downloads.md", "site.downloads"),
        (f"{plan.API}/index.json", "site.data"),
    ]
    lines = [f"- [{say(key)}]({path})" for path, key in starts]
    parts += [f"## {say('site.start')}", "\n".join(lines)]
    parts += [f"## {say('list.measure')}", "\n".join(_measures(site, phrases))]
    found = records(registry).records
    for kind in ("exchange", "decision"):
        lines = [_line(site, one.id, phrases.text(one.name)) for one in found if one.kind == kind]
        if lines:
            parts += [f"## {say(f'list.{kind}')}", "\n".join(lines)]
    rest = [
        f"- [{say(f'list.{kind}')}]({plan.list_of(tree, name)}.md)"
        for name, kind in LISTS.items()
        if kind not in ("measure", "exchange", "decision")
    ]
    # The specification gives this heading its meaning in English: what may be skipped.
    parts += ["## Optional", "\n".join(rest)]
    return "\n\n".join(parts) + "\n"


def _measures(site: Plan, phrases: Phrases) -> Iterator[str]:
    """Each measure, with its state on the last day of evidence."""
    say = phrases.words.say
    for row in status(site.registry, site.evidence, origin="all").measures:
        state = say(f"state.{row.state}")
        if row.until is not None:
            state = say("diff.until", state=state, until=row.until.text)
        yield f"{_line(site, row.id, phrases.text(row.name))}: {shown(state)}"


def _line(site: Plan, record: str, name: str) -> str:
    told = shown(name).replace("[", "(").replace("]", ")")
    return f"- [{told}]({plan.record_of(site.lang, record)}.md)"


def sitemap(site: Plan, names: Iterable[str]) -> Iterator[File]:
    """The full address of every page, that of the first too, where that of the site is known."""
    if not site.base:
        return
    pages = [f"index.{plan.HTML}", *(name for name in names if name.endswith(f".{plan.HTML}"))]
    lines = "".join(f"<url><loc>{escape(site.url(name))}</loc></url>\n" for name in pages)
    yield File(
        "sitemap.xml",
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
            f"{lines}</urlset>\n"
        ).encode(),
    )


def sums(digests: Mapping[str, str]) -> File:
    """The sum of every file, as ``sha256sum --check`` reads it."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items()))
    return File(SUMS, lines.encode("utf-8"))


def digest(data: bytes) -> str:
    """The sum of a file."""
    return hashlib.sha256(data).hexdigest()
