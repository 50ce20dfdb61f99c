"""What a page says of itself to machines: the registry, or a measure of it, in schema.org's words.

What lives here: the text of a ``script`` element of the type ``application/ld+json``. A browser
runs nothing of it and fetches nothing for it. What does not: the page around it (``frame``).

Nothing is claimed that the registry does not say. So a measure is a ``CreativeWork`` about some
days and no ``Legislation``: many are acts of the Cabinet or mere requests, and only the laws that
they rest on are laws. And ``temporalCoverage`` ends with the evidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from nkj import days
from nkj.coverage import reach_of
from nkj.exports import urn
from nkj.model import Measure, Registry, Text
from nkj.replay import Replay
from nkj.sheets.phrases import Phrases
from nkj.wording import LANGUAGES, words

_CONTEXT = "https://schema.org"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
#: As in CITATION.cff.
_CREATOR = {"@type": "Organization", "name": "The nkj contributors"}


class Download(NamedTuple):
    """A file that holds what is described: its address (it may be relative) and its media type."""

    address: str
    media: str


def dataset(registry: Registry, downloads: Iterable[Download] = ()) -> str:
    """The registry as a ``Dataset``: safe in a ``script`` element."""
    programme = registry.programme
    sides = (programme.sender.name, programme.target.name)
    about: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "@id": urn(registry, "registry"),
        "name": _texts(programme.title),
        "description": [_tagged(lang, _description(registry, lang)) for lang in _spoken(registry)],
        "version": registry.version,
        "license": _LICENCE,
        "isAccessibleForFree": True,
        "creator": _CREATOR,
        "publisher": _CREATOR,
        "inLanguage": list(programme.languages),
        "keywords": [word for name in sides for word in _texts(name)],
    }
    if registry.verified_from is not None and registry.verified_through is not None:
        verified = registry.verified_from, registry.verified_through
        about["temporalCoverage"] = "/".join(map(days.iso, verified))
    return _written(about, downloads)


def measure(registry: Registry, about: Measure, downloads: Iterable[Download] = ()) -> str:
    """A measure as a part of that: what it is called, the days on which it was in force, and the
    laws that it rests on.
    """
    told: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "CreativeWork",
        "@id": urn(registry, about.id),
        "identifier": about.id,
        "name": _texts(about.name),
        "version": registry.version,
        "license": _LICENCE,
        "isPartOf": {"@type": "Dataset", "@id": urn(registry, "registry")},
        "temporalCoverage": list(_in_force(registry, about)),
        "about": [_law(registry, basis) for basis in about.legal_basis],
    }
    if about.summary is not None:
        told["description"] = _texts(about.summary)
    return _written(told, downloads)


def _in_force(registry: Registry, about: Measure) -> Iterator[str]:
    """The runs of days on which it was surely in force, as far as the evidence reaches: one that
    goes on then has no end.
    """
    through = reach_of(registry).of_measure(about)
    begun: int | None = None
    for span in Replay.of(registry).life(about).spans:
        first = span.first
        if first is None:
            continue  # before the first day that can be written nothing is in force
        if through is not None and first > through:
            break
        if span.in_force and begun is None:
            begun = first
        elif not span.in_force and begun is not None:
            yield f"{days.iso(begun)}/{days.iso(first - 1)}"
            begun = None
    if begun is not None:
        yield f"{days.iso(begun)}/.."


def _law(registry: Registry, basis: str) -> dict[str, Any]:
    spoken = {lang: Phrases(registry, words(lang)) for lang in _spoken(registry)}
    names = [_tagged(lang, phrases.law(basis)) for lang, phrases in spoken.items()]
    return {"@type": "Legislation", "name": names}


def _spoken(registry: Registry) -> tuple[str, ...]:
    """The languages of the registry that nkj speaks, else the one that it falls back on."""
    known = tuple(lang for lang in LANGUAGES if lang in registry.programme.languages)
    return known or LANGUAGES[:1]


def _texts(text: Text) -> list[dict[str, str]]:
    return [_tagged(lang, told) for lang, told in text.words.items()]


def _tagged(lang: str, told: str) -> dict[str, str]:
    return {"@language": lang, "@value": told}


def _description(registry: Registry, lang: str) -> str:
    through = registry.verified_through
    return words(lang).say(
        "page.linked",
        title=registry.programme.title.within(lang),
        through="–" if through is None else days.iso(through),
    )


def _written(about: Mapping[str, Any], downloads: Iterable[Download]) -> str:
    files = [
        {"@type": "DataDownload", "contentUrl": one.address, "encodingFormat": one.media}
        for one in downloads
    ]
    whole = {**about, **({"distribution": files} if files else {})}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    # No tag and no comment can begin within it.
    return text.replace("<", "\\u003c")
