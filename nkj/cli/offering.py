"""What a shell may offer while somebody types: days, measures, ids, kinds and choices.

What lives here: the words for each place, read from the registry that is asked. What does not:
the shells (``completion``) and where each list is used (``options``, the commands).

Nothing is imported before a shell asks, and whatever goes wrong offers nothing: in the middle of
typing there is nobody to tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from nkj.model import Registry

#: A word, and a few words about it.
Offer = tuple[str, str]
Offering = Callable[[typer.Context, str], list[Offer]]

#: So many letters of a name stand beside its id.
_LONGEST = 60


def _offering(words: Callable[[Registry, str], Iterable[Offer]]) -> Offering:
    """The words of a registry that begin as what was typed."""

    def offered(ctx: typer.Context, incomplete: str) -> list[Offer]:
        from nkj import registry

        try:
            loaded = registry.load(ctx.params.get("registry"))
            found = list(words(loaded, incomplete))
        except Exception:
            return []
        typed = incomplete.casefold()
        return [(word, _short(about)) for word, about in found if word.casefold().startswith(typed)]

    return offered


def _short(about: str) -> str:
    """A few words that no shell takes for a sign of its own."""
    plain = " ".join(about.replace(":", " ").replace('"', " ").split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


def _name(names: Iterable[str]) -> str:
    """A name in the reader's language, else the first."""
    from nkj.cli.language import ASKED

    by_place = list(names)
    own = [name for name in by_place if name.isascii() == (ASKED != "ja")]
    return next(iter(own or by_place), "")


def _of_kinds(registry: Registry, *kinds: str) -> Iterable[Offer]:
    from nkj import names

    for named in names.known(registry, kinds):
        yield named.id, _name(named.names)
    if "family" in kinds:  # and by those of its names that a shell takes for one word
        for family in registry.programme.families:
            words = (name for name in family.name.words.values() if " " not in name)
            yield from ((name, family.id) for name in words)


def _measures(registry: Registry, typed: str) -> Iterable[Offer]:
    return _of_kinds(registry, "family", "measure")


def _days(registry: Registry, typed: str) -> Iterable[Offer]:
    from nkj import days
    from nkj.choices import DATED_KINDS

    yield "today", ""
    yield from _of_kinds(registry, *DATED_KINDS)
    if registry.verified_from is None or registry.verified_through is None:
        return
    first, last = days.iso(registry.verified_from), days.iso(registry.verified_through)
    for year in range(int(first[:4]), int(last[:4]) + 1):
        yield str(year), ""
        if typed.startswith(f"{year}-"):
            yield from ((f"{year}-{month:02}", "") for month in range(1, 13))


def _words(registry: Registry, typed: str) -> Iterable[Offer]:
    yield from _measures(registry, typed)
    yield from _days(registry, typed)


def _ids(registry: Registry, typed: str) -> Iterable[Offer]:
    from nkj import index

    return _of_kinds(registry, *index.KINDS)


def _exchanges(registry: Registry, typed: str) -> Iterable[Offer]:
    return _of_kinds(registry, "exchange")


def _sources(registry: Registry, typed: str) -> Iterable[Offer]:
    return _of_kinds(registry, "source")


def _parties(registry: Registry, typed: str) -> Iterable[Offer]:
    return _of_kinds(registry, "party")


def _kinds(registry: Registry, typed: str) -> Iterable[Offer]:
    from nkj.queries.headings import LISTS

    return ((kind, "") for kind in LISTS)


def choices(words: Iterable[str]) -> Offering:
    """One of some fixed words."""
    known = tuple(words)

    def offered(ctx: typer.Context, incomplete: str) -> list[Offer]:
        return [(word, "") for word in known if word.startswith(incomplete.casefold())]

    return offered


MEASURES = _offering(_measures)
DAYS = _offering(_days)
DAYS_AND_MEASURES = _offering(_words)
IDS = _offering(_ids)
EXCHANGES = _offering(_exchanges)
SOURCES = _offering(_sources)
PARTIES = _offering(_parties)
KINDS = _offering(_kinds)
