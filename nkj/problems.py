"""Problems as values: what is wrong, where, and what to do.

What lives here: ``Location``, ``Problem``, the catalogue of codes, the collector that every step of
reading tells its findings to, and the errors that carry them out of a library call. The sentences
themselves live in ``wording``. Codes are words, stable, and documented in docs/problems.md.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Literal, NamedTuple

from nkj import wording

Severity = Literal["error", "warning"]

#: After so many errors, or warnings, the rest would not be read by anybody.
MAX_PROBLEMS = 5_000
#: How many names are compared with a slip, at most, in one reading: two seconds at the worst.
MAX_COMPARISONS = 2_000
_MOST_COMPARED = 200
_LONGEST_COMPARED = 80
#: Looking at so many names for their first letters costs as much as comparing one.
_SCANNED_AS_ONE = 200

#: Every code, with its severity.
CODES: dict[str, Severity] = {
    # text and YAML
    "not-utf8": "error",
    "forbidden-character": "error",
    "yaml-syntax": "error",
    "too-large": "error",
    "too-deep": "error",
    "too-many": "error",
    "more-warnings": "warning",
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
    "unnamed-value": "warning",
    "listed-twice": "warning",
    # the programme
    "undefined-family": "error",
    "undefined-side": "error",
    "undefined-instrument": "error",
    "undefined-occasion-kind": "error",
    "bad-language": "error",
    "bad-time-zone": "error",
    # citations
    "uncited": "error",
    "overconfident": "error",
    "unsupported-field": "warning",
    "unused-source": "warning",
    "absent-field": "warning",
    "older-source": "warning",
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
    # changes
    "odd-extension": "warning",
    "no-change": "warning",
    "opposite-direction": "warning",
    "superseded-by-itself": "warning",
    # exchanges
    "leg-return": "error",
    "leg-outcome": "error",
    "leg-moves": "error",
    "turns-out-of-order": "warning",
    # rules about acts
    "undefined-conduct": "error",
    "undefined-fact": "error",
    "undefined-value": "error",
    "bad-condition": "error",
    "mute-rule": "error",
    "contradicting-rules": "error",
    "too-many-answers": "error",
    # coverage and checkpoints
    "failed-checkpoint": "error",
    "vague-checkpoint": "error",
    "bad-coverage": "error",
    "odd-scope": "error",
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


class TooMany(Exception):
    """There are more errors than anybody reads: reading ends here."""


class Findings:
    """Collects what is wrong with a registry, from its bytes to its checks.

    Bounded in what it keeps and in what it spends on help, since a registry is someone else's file:
    after ``MAX_PROBLEMS`` errors reading ends (``TooMany``), later warnings are only counted, and
    near names are looked for as long as the budget lasts.
    """

    def __init__(self) -> None:
        self.errors: list[Problem] = []
        self.warnings: list[Problem] = []
        self._comparisons = MAX_COMPARISONS
        self._near: dict[tuple[str, object], str] = {}

    def add(
        self, location: Location, code: str, *, related: Iterable[Related] = (), **args: object
    ) -> None:
        """Tell a problem. Raises ``TooMany`` with the last error that is kept."""
        self.take(problem(location, code, related=related, **args))

    def take(self, found: Problem) -> None:
        """Tell a problem that is made already. Raises ``TooMany`` as ``add`` does."""
        if found.severity == "warning":
            if len(self.warnings) <= MAX_PROBLEMS:
                self.warnings.append(found)
            return
        self.errors.append(found)
        if len(self.errors) >= MAX_PROBLEMS:
            raise TooMany

    def told(self) -> tuple[Problem, ...]:
        """All problems in the order in which a reader meets them, and that there are more."""
        told = ordered((*self.errors, *self.warnings[:MAX_PROBLEMS]))
        if len(self.errors) >= MAX_PROBLEMS:
            told += (problem(told[-1].location, "too-many", limit=MAX_PROBLEMS),)
        if len(self.warnings) > MAX_PROBLEMS:
            told += (problem(told[-1].location, "more-warnings", limit=MAX_PROBLEMS),)
        return told

    def near(self, word: str, choices: Iterable[str], cutoff: float = 0.6) -> str:
        """The choice nearest to a word, or nothing: for "did you mean".

        A slip made a thousand times is looked up once. Among very many names only those are
        compared that begin or end like the word, as most slips of the finger do.
        """
        if self._comparisons <= 0:
            return ""
        word = word[:_LONGEST_COMPARED]
        names = tuple(choices)
        known = word, names if len(names) <= _MOST_COMPARED else len(names)
        if known not in self._near:
            self._near[known] = self._nearest(word, names, cutoff)
        return self._near[known]

    def _nearest(self, word: str, names: Sequence[str], cutoff: float) -> str:
        from difflib import get_close_matches  # only a registry with problems needs it

        alike = names if len(names) <= _MOST_COMPARED else _alike(word, names)
        self._comparisons -= len(alike) + len(names) // _SCANNED_AS_ONE
        found = get_close_matches(word, alike, n=1, cutoff=cutoff)
        return found[0] if found else ""


def _alike(word: str, names: Sequence[str]) -> list[str]:
    """Of many names the few that are about as long as a word and begin and end like it, then those
    that only begin or end like it.
    """
    head, tail, length = word[:3], word[-3:], len(word)
    about_as_long = [name for name in names if abs(len(name) - length) <= 3]
    both = (name for name in about_as_long if name.startswith(head) and name.endswith(tail))
    either = (name for name in about_as_long if name.startswith(head) != name.endswith(tail))
    return list(islice(chain(both, either), _MOST_COMPARED))


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
