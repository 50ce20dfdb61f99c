"""``nkj site``: the registry as a folder of files that any web server can show.

What lives here: where it may be written, and taking away what an earlier site had and this one has
not. What does not: the files (``site``).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from nkj.characters import printable, printable_path
from nkj.cli import asking, options, outfile, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.problems import WrongUsage
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)

#: A line of ``SHA256SUMS``.
_SUM = re.compile(r"^([0-9a-f]{64})  (.+)$")


@app.command("site", cls=Command, help=HELP["site"])
def site(
    folder: Annotated[str, typer.Argument(metavar="DIR", help=HELP["site-folder"])],
    base: Annotated[str, typer.Option("--base", metavar="URL", help=HELP["base"])] = "",
    force: options.ForceOption = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
) -> None:
    spoken = asking.language(lang)
    say = words(spoken).say
    address = _address(base)
    outfile.check_folder(folder, force)
    loaded = asking.load(registry)
    from nkj import __version__
    from nkj.exports import folders
    from nkj.site import files, plan

    left_out: list[str] = []
    whole = plan(loaded, spoken, address, __version__)
    made = list(files(whole, outfile.teller(spoken), left_out.append))
    target = Path(folder)
    before = dict(_sums(target))
    with outfile.told_of_folder(folder), streams.uninterrupted():
        folders.write(target, made)
        _take_away(target, before, {file.name for file in made})
    size = sum(len(file.data) for file in made)
    shown = printable_path(folder)
    streams.say_error(
        say("site.done", path=shown, count=f"{len(made):,}", bytes=f"{size:,}") + "\n"
    )
    for extra in dict.fromkeys(left_out):
        streams.say_error(say("site.left-out", extra=extra) + "\n")


def _address(base: str) -> str:
    """The full address of the site with a slash at its end, or wrong usage."""
    if not base:
        return ""
    with contextlib.suppress(ValueError):
        parts = urlsplit(base)
        sound = parts.scheme in ("http", "https") and parts.hostname and base.isprintable()
        if sound and not re.search(r"[\s\"'<>\\?#]", base):
            return base.rstrip("/") + "/"
    raise WrongUsage("usage.no-address", text=printable(base))


def _sums(target: Path) -> Iterator[tuple[str, str]]:
    """The files that an earlier site says it has, each with its sum."""
    from nkj.site.machines import SUMS

    try:
        lines = (target / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for line in lines:
        found = _SUM.match(line)
        if found and not {"..", "."} & set(found[2].split("/")) and not found[2].startswith("/"):
            yield found[2], found[1]


def _take_away(target: Path, before: dict[str, str], now: Iterable[str]) -> None:
    """Take away what an earlier site had and this one has not, unless somebody changed it."""
    from nkj.site.machines import digest

    kept = set(now)
    for name, sum_before in before.items():
        place = target / name
        inside = place.resolve().is_relative_to(target.resolve())
        if name in kept or place.is_symlink() or not (inside and place.is_file()):
            continue
        if digest(place.read_bytes()) == sum_before:
            place.unlink()
            _remove_empty(place.parent, target)


def _remove_empty(folder: Path, target: Path) -> None:
    """Remove a folder that nothing lies in any more, and those above it, up to the site's own."""
    while folder != target:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
