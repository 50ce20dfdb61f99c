"""Writing the files of a folder to disk: all of them or none.

What lives here: drafts beside their targets, put in place once every one of them is whole. What
does not: what is written, and which folders may be written to (``cli.export``).
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from nkj.exports import File


def write(target: Path, files: Iterable[File]) -> None:
    """Write files, each to its name within ``target``.

    Every file is first written whole under another name in the same folder; only then are they put
    in their places. If anything fails (a full disk, an interrupt), the drafts and the folders made
    for them are taken away again, and what stood there before stands there still. Raises
    ``OSError``.
    """
    drafts: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for file in files:
            place = target / file.name
            _make_folder(place.parent, made)
            draft = place.with_name(f".{place.name}.{os.getpid()}")
            drafts.append((draft, place))
            _write_whole(draft, file.data)
        _onto_disk(draft for draft, _ in drafts)
        for draft, place in drafts:
            os.replace(draft, place)
    except BaseException:
        for draft, _ in drafts:
            draft.unlink(missing_ok=True)
        for folder in reversed(made):
            with contextlib.suppress(OSError):  # somebody else's file lies in it by now
                folder.rmdir()
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and remember which were not there."""
    if folder.is_dir():
        return
    _make_folder(folder.parent, made)
    folder.mkdir()
    made.append(folder)


def _write_whole(draft: Path, data: bytes) -> None:
    with draft.open("xb") as stream:
        stream.write(data)


def _onto_disk(drafts: Iterable[Path]) -> None:
    """Let every draft reach the disk before any takes its place. One call for all of them where
    the system has it: of ten thousand files each call of its own would take minutes.
    """
    if hasattr(os, "sync"):
        os.sync()
        return
    for draft in drafts:
        with draft.open("r+b") as stream:
            os.fsync(stream.fileno())
