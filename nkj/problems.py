"""Problems as values: what is wrong, where, and what to do.

What lives here: ``Location``, ``Problem``, the catalogue of codes, and the two errors that carry
them out of a library call. The sentences themselves live in ``wording``. Codes are words, stable,
and documented in docs/problems.md.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from nkj import wording

Severity = Literal["error", "warning"]

#: Every code, with its severity.
CODES: dict[str, Severity] = {
    # text and YAML
    "not-utf8": "error",
    "forbidden-character": "error",
    "yaml-syntax": "error",
    "too-large": "error",
    "too-deep": "error",
    "too-many": "error",
    "several-documents": "error",
    "anchor": "error",
    "alias": "error",
    "merge-key": "error",
    "tag": "error",
    "duplicate-key": "error",
    "odd-key": "error",
    # shape
    "unknown-key": "error",
    "missing-key": "error",
    "wrong-shape": "error",
    "bad-value": "error",
    "bad-number": "error",
    "bad-date": "error",
    "bad-id": "error",
    "empty-registry": "error",
    # links
    "duplicate-id": "error",
    "undefined-source": "error",
    "undefined-decision": "error",
    "undefined-occasion": "error",
    "undefined-party": "error",
    "undefined-measure": "error",
    "undefined-law": "error",
    "undefined-event": "error",
    "undefined-leg": "error",
    "undefined-part": "error",
    "undefined-term": "error",
    "unknown-field": "error",
    # citations
    "uncited": "error",
    "overconfident": "error",
    "unsupported-field": "warning",
    "unused-source": "warning",
    # lives
    "missing-date": "error",
    "misplaced-key": "error",
    "out-of-order": "error",
    "imposed-twice": "error",
    "reimposed-in-force": "error",
    "not-in-force": "error",
    "late-extension": "error",
    "early-end": "error",
    "dates-disagree": "warning",
    # lists
    "party-twice": "error",
    "not-listed": "error",
    "counts-disagree": "error",
    # exchanges
    "leg-return": "error",
    "leg-outcome": "error",
    "leg-moves": "error",
    # coverage and checkpoints
    "failed-checkpoint": "error",
    "vague-checkpoint": "error",
    "bad-coverage": "error",
    # completeness
    "untranslated": "warning",
}


class Location(NamedTuple):
    """A place in a registry file: line and column count from 1.

    ``excerpt`` is the line's text about the column; ``skipped`` says how many of the line's
    characters stand before it.
    """

    file: str
    line: int
    column: int
    excerpt: str = ""
    skipped: int = 0


class Related(NamedTuple):
    """Another place that a problem speaks of, and what it is."""

    location: Location
    role: str


class Problem(NamedTuple):
    """One fault of a registry. ``args`` fill the code's sentence in ``wording``."""

    location: Location
    code: str
    args: tuple[tuple[str, str], ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def severity(self) -> Severity:
        return CODES[self.code]

    def message(self, lang: str = "en") -> str:
        """The sentence that says what is wrong."""
        return wording.words(lang).problem(self.code, dict(self.args))

    def hint(self, lang: str = "en") -> str:
        """The sentence that says what to do."""
        return wording.words(lang).hint(self.code, dict(self.args))


def problem(
    location: Location, code: str, *, related: Iterable[Related] = (), **args: object
) -> Problem:
    """Make a problem; ``args`` are turned into text."""
    return Problem(
        location, code, tuple((key, str(value)) for key, value in args.items()), tuple(related)
    )


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order in which a reader meets them: file, line, column, code."""
    return tuple(sorted(set(problems), key=lambda p: (p.location[:3], p.code, p.args)))


class RegistryError(Exception):
    """A registry with problems. ``problems`` holds all of them, warnings included."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(
            "\n".join(f"{p.location.file}:{p.location.line}: {p.message()}" for p in problems)
        )


class RegistryNotFound(Exception):
    """There is no registry to read at a path. ``reason`` is a key of ``wording``, ``path`` what was
    asked for.
    """

    def __init__(self, reason: str, path: str) -> None:
        self.reason = reason
        self.path = path
        super().__init__(wording.words("en").say(f"path.{reason}", path=path))


class WrongUsage(Exception):
    """A question that cannot be asked: a bad day, name or choice. ``key`` and ``args`` fill a
    sentence of ``wording``.
    """

    def __init__(self, key: str, **args: object) -> None:
        self.key = key
        self.args_of_key = {name: str(value) for name, value in args.items()}
        super().__init__(self.message())

    def message(self, lang: str = "en") -> str:
        """The sentence that says what is wrong and what would be right."""
        return wording.words(lang).say(self.key, **self.args_of_key)
