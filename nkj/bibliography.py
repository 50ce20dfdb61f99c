"""A source as bibliographies take it: BibTeX, and an item of CSL-JSON.

What lives here: the two forms. What does not: which source is cited, and for what (``queries``).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from nkj import days
from nkj.model import Source, When

_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
#: What biblatex calls the languages of sources.
LANGUAGES = {"en": "english", "ja": "japanese", "ko": "korean", "zh": "chinese"}


class Reference(NamedTuple):
    """What a bibliography is to say: ``publisher`` is the source's in the language wanted, ``key``
    the entry's, ``note`` what is cited of it, ``accessed`` the day of the citation.
    """

    source: Source
    publisher: str
    key: str
    note: str
    accessed: When


def bibtex(reference: Reference) -> str:
    """A source as one ``@misc`` entry, read by BibTeX and biblatex; letters outside ASCII stand as
    they are.
    """
    source, publisher, key, note, accessed = reference
    parts = _parts(source.published)
    fields = {
        "author": f"{{{escaped(publisher)}}}",  # braces: an organisation is no person's name
        "title": escaped(source.title),
        "year": f"{parts[0]:04}" if parts else "",
        "month": str(parts[1]) if len(parts) > 1 else "",
        "day": str(parts[2]) if len(parts) > 2 else "",
        "howpublished": escaped(source.via or ""),
        "url": address(source.url or ""),
        "urldate": accessed.text if source.url else "",
        "langid": LANGUAGES.get(source.lang or "", ""),
        "note": escaped(note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{key.replace('/', ':')},", *lines, "}"]) + "\n"


def csl(reference: Reference) -> dict[str, Any]:
    """A source as an item of CSL-JSON."""
    source, publisher, key, note, accessed = reference
    fields = {
        "id": key,
        "type": "webpage" if source.url else "document",
        "title": source.title,
        "author": [{"literal": publisher}],
        "archive": source.via,
        "URL": source.url,
        "issued": _issued(source.published),
        "accessed": _issued(accessed) if source.url else None,
        "language": source.lang,
        "note": note,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _issued(day: When | None) -> dict[str, Any] | None:
    parts = _parts(day)
    if day is None or not parts:
        return None
    return {"date-parts": [parts], **({"circa": True} if day.doubtful else {})}


def _parts(day: When | None) -> list[int]:
    """Year, month and day as far as they are known for certain; nothing where the year is not."""
    if day is None or day.first is None or day.last is None:
        return []
    first, last = days.iso(day.first).split("-"), days.iso(day.last).split("-")
    known = []
    for one, other in zip(first, last, strict=True):
        if one != other:
            break
        known.append(int(one))
    return known


def escaped(text: str) -> str:
    """A text in which no sign means anything to BibTeX."""
    return "".join(_ESCAPED.get(letter, letter) for letter in text)


def address(url: str) -> str:
    """An address as it stands; what would end the field is in its other spelling."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
