"""The sources for LaTeX (BibTeX and biblatex): one ``@misc`` a source, its key the source's id.

What lives here: the entries. What does not: the sources. The file is UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from nkj.bibliography import LANGUAGES, address, escaped
from nkj.exports import File, Job
from nkj.exports.dates import as_edtf, as_parts
from nkj.model import Source


def files(job: Job) -> Iterator[File]:
    """One file."""
    job.tell("bibtex")
    entries = [_entry(source, job.lang) for source in job.registry.sources]
    yield File("", "\n".join(entries).encode())


def _entry(source: Source, lang: str) -> str:
    parts = as_parts(source.published)
    fields = {
        "author": f"{{{escaped(source.publisher)}}}",
        "title": f"{{{escaped(source.title)}}}",
        "date": as_edtf(source.published),
        "year": str(parts[0]) if parts else "",
        "month": str(parts[1]) if len(parts) > 1 else "",
        "howpublished": escaped(source.via or ""),
        "url": address(source.url or ""),
        "langid": LANGUAGES.get(source.lang or "", ""),
        "note": escaped(source.note.within(lang)) if source.note else "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{source.id},", *lines, "}\n"])
