"""Files that a command makes: whole or not at all, and never over one that is there.

What lives here: ``check``, to be asked before the work is done, ``write``, and the sentence on
anything that takes more than a second. What does not: standard output itself (``streams``), and
what is written.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from nkj.characters import printable_path
from nkj.cli import streams
from nkj.problems import WrongUsage
from nkj.wording import words

#: After so many seconds somebody who waits is told what is being done.
_PATIENCE = 1.0
#: ``-o -`` writes to standard output.
STANDARD_OUTPUT = "-"
#: How a text file is written that may hold bytes which are no UTF-8.
_TEXT: Any = {"encoding": "utf-8", "errors": "surrogateescape", "newline": ""}


def check(path: str, force: bool) -> None:
    """Raise ``WrongUsage`` for a folder, or for a file that is there and may not be replaced.

    A device or a pipe is no file that could be lost.
    """
    if path == STANDARD_OUTPUT:
        return
    if os.path.isdir(path):
        raise WrongUsage("usage.is-folder", path=printable_path(path))
    if os.path.isfile(path) and not force:
        raise WrongUsage("usage.is-there", path=printable_path(path))


def check_folder(path: str, force: bool) -> None:
    """Raise ``WrongUsage`` for what is no folder, or for one in which something lies that may not
    be replaced.
    """
    place, shown = Path(path), printable_path(path)
    if place.exists() and not place.is_dir():
        raise WrongUsage("usage.is-file", path=shown)
    if place.is_dir() and not force and any(place.iterdir()):
        raise WrongUsage("usage.is-there", path=shown)


def write(path: str, data: bytes, force: bool) -> None:
    """Write a file, or standard output for ``-``. Raises what ``check`` does, and ``Unwritten``.

    The file is made beside its place and moved there when it is whole: a full disk, Ctrl-C or a
    reader meets the old file, or none, or all of the new one.
    """
    check(path, force)
    if path == STANDARD_OUTPUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    with _told(path), streams.uninterrupted():
        _put(Path(os.path.realpath(path)), data, force)


@contextlib.contextmanager
def streamed(path: str, force: bool) -> Iterator[IO[str]]:
    """A file to be written bit by bit, which takes its place when it is whole. Raises as ``write``
    does.

    What comes of half-characters in what was read is written as the bytes that they were. Cut
    short by an error, by Ctrl-C or by a request to end, nothing is left of it.
    """
    check(path, force)
    if path == STANDARD_OUTPUT or (os.path.exists(path) and not os.path.isfile(path)):
        place = sys.stdout.fileno() if path == STANDARD_OUTPUT else path
        own = path != STANDARD_OUTPUT
        with open(place, "w", closefd=own, **_TEXT) as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    with _told(path), draft.open("x", **_TEXT) as stream, _removed_if_stopped(draft):
        try:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            if target.exists():
                os.chmod(draft, stat.S_IMODE(target.stat().st_mode))
            _move(draft, target, force)
        finally:
            draft.unlink(missing_ok=True)


def _unwritten(path: str, error: OSError) -> streams.Unwritten:
    why = error.strerror or type(error).__name__
    return streams.Unwritten(f"{printable_path(path)}: {why}")


@contextlib.contextmanager
def told_of_folder(path: str) -> Iterator[None]:
    """What goes wrong in writing the files of a folder, as the reader is told it."""
    try:
        yield
    except OSError as error:
        raise _unwritten(path, error) from None


@contextlib.contextmanager
def _told(path: str) -> Iterator[None]:
    """What goes wrong in writing a file, as the reader is told it."""
    try:
        yield
    except FileExistsError:  # another program made it since
        raise WrongUsage("usage.is-there", path=printable_path(path)) from None
    except OSError as error:
        raise _unwritten(path, error) from None


@contextlib.contextmanager
def _removed_if_stopped(draft: Path) -> Iterator[None]:
    """Let Ctrl-C, and a request to end, take a draft away before they end the program. What a
    parent process has ignored stays ignored.
    """
    import signal

    def stop(number: int, _: object) -> None:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        os._exit(128 + number)

    known = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number, handler in known.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in known.items():
            signal.signal(number, handler)


def _put(path: Path, data: bytes, force: bool) -> None:
    if path.exists() and not path.is_file():  # a device or a pipe
        with open(path, "wb") as device:
            device.write(data)
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    stream = open(draft, "xb")  # noqa: SIM115 (a draft that another made is left alone)
    try:
        with stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            os.chmod(draft, stat.S_IMODE(path.stat().st_mode))
        _move(draft, path, force)
    finally:
        draft.unlink(missing_ok=True)


def _move(draft: Path, path: Path, force: bool) -> None:
    """Put the draft in its place; without ``force`` only where nothing is."""
    if force:
        os.replace(draft, path)
        return
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        os.replace(draft, path)


@contextlib.contextmanager
def told_if_slow(sentence: str) -> Iterator[None]:
    """Say on a terminal what is being done if it takes more than a second."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    timer = Timer(_PATIENCE, streams.say_error, [f"nkj: {sentence}\n"])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextlib.contextmanager
def telling(lang: str) -> Iterator[Callable[[str], None]]:
    """What tells somebody who waits at a terminal the part that is being written after a while, and
    each that begins later.
    """
    if not sys.stderr.isatty():
        yield lambda part: None
        return
    from threading import Timer

    say, parts = words(lang).say, [""]

    def told(part: str) -> None:
        streams.say_error(f"{say('export.part', part=part)}\n")

    timer = Timer(_PATIENCE, lambda: told(parts[-1]))

    def tell(part: str) -> None:
        parts.append(part)
        if timer.finished.is_set():
            told(part)

    timer.daemon = True
    timer.start()
    try:
        yield tell
    finally:
        timer.cancel()
