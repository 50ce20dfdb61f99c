"""The sources for citation managers (CSL-JSON: Zotero, pandoc): one item a source.

What lives here: the items. What does not: the sources.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from nkj.exports import File, Job
from nkj.exports.dates import as_parts
from nkj.model import Source, When


def files(job: Job) -> Iterator[File]:
    """One file."""
    job.tell("csl-json")
    items = [item(source, job.lang) for source in job.registry.sources]
    yield File("", (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode())


def item(source: Source, lang: str) -> dict[str, Any]:
    """A source as a CSL item."""
    fields = {
        "id": source.id,
        "type": "webpage" if source.url else "document",
        "title": source.title,
        "author": [{"literal": source.publisher}],
        "publisher": source.publisher,
        "archive": source.via,
        "URL": source.url,
        "issued": _issued(source.published),
        "language": source.lang,
        "note": source.note.within(lang) if source.note else None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _issued(day: When | None) -> dict[str, Any] | None:
    """A day as far as it is known; one of several days as a range."""
    parts = as_parts(day)
    if day is None or not parts:
        return None
    doubt = {"circa": True} if day.doubtful else {}
    return {"date-parts": [parts], **doubt}
