"""The sources for LaTeX (BibTeX and biblatex): one ``@misc`` a source, its key the source's id.

What lives here: the entries. What does not: the sources. The file is UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from nkj.exports import File, Job
from nkj.exports.dates import as_edtf, as_parts
from nkj.model import Source

_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def files(job: Job) -> Iterator[File]:
    """One file."""
    job.tell("bibtex")
    entries = [_entry(source, job.lang) for source in job.registry.sources]
    yield File("", "\n".join(entries).encode())


def _entry(source: Source, lang: str) -> str:
    parts = as_parts(source.published)
    fields = {
        "author": f"{{{_escaped(source.publisher)}}}",
        "title": f"{{{_escaped(source.title)}}}",
        "date": as_edtf(source.published),
        "year": str(parts[0]) if parts else "",
        "month": str(parts[1]) if len(parts) > 1 else "",
        "howpublished": _escaped(source.via or ""),
        "url": _address(source.url or ""),
        "langid": {"en": "english", "ja": "japanese", "ko": "korean"}.get(source.lang or "", ""),
        "note": _escaped(source.note.within(lang)) if source.note else "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{source.id},", *lines, "}\n"])


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(letter, letter) for letter in text)


def _address(url: str) -> str:
    """An address as it stands; braces, which would end the field, in their other spelling."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
