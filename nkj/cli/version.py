"""``nkj --version``: of the program, of the registry, and how far its evidence reaches."""

from __future__ import annotations

import os

from nkj import days
from nkj.cli import asking, streams
from nkj.cli.language import ASKED
from nkj.wording import words


def tell(registry: str | None) -> None:
    """Write both versions, of the registry given or that of ``NKJ_REGISTRY``, which Typer has not
    read yet. The program's is written first: it can be told of any registry.
    """
    from nkj import __version__

    say = words(ASKED).say
    streams.write(f"nkj {__version__}\n")
    loaded = asking.load(registry or os.environ.get("NKJ_REGISTRY"))
    told = {"version": loaded.version, "hash": loaded.hash}
    if loaded.verified_from is None or loaded.verified_through is None:
        streams.write(say("version.registry.open", **told) + "\n")
        return
    first, last = days.iso(loaded.verified_from), days.iso(loaded.verified_through)
    streams.write(say("version.registry", **told, first=first, last=last) + "\n")
