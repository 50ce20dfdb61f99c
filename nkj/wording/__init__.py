"""Every sentence and label that nkj says, by language.

What lives here: the tables of words and the few functions that fill them. What does not: deciding
what to say. Imports nothing of nkj, so that every room may use it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache

LANGUAGES = ("en", "ja")


def spoken(lang: str | None) -> str:
    """The language of an answer in a notebook: the one given, else ``NKJ_LANG``, else the first."""
    asked = lang or os.environ.get("NKJ_LANG", "")
    return asked if asked in LANGUAGES else LANGUAGES[0]


class Words:
    """One language's labels, problem sentences and number forms."""

    def __init__(
        self,
        lang: str,
        labels: Mapping[str, str],
        problems: Mapping[str, tuple[str, str]],
        reasons: Mapping[str, str],
    ) -> None:
        self.lang = lang
        self._labels = labels
        self._problems = problems
        self._reasons = reasons

    def say(self, key: str, **args: object) -> str:
        """The label of a key, its ``{places}`` filled."""
        return self._labels[key].format(**args) if args else self._labels[key]

    def counted(self, key: str, count: int) -> str:
        """The label of a key for a number of things: ``{count} body|{count} bodies`` has a form for
        one and a form for all else; a language without such forms has one for both.
        """
        forms = self._labels[key].split("|")
        return (forms[0] if count == 1 else forms[-1]).format(count=count)

    def amount(self, value: int) -> str:
        """An amount of money as the language writes it: in Japanese a round one by its myriads."""
        for size, unit in ((100_000_000, "億"), (10_000, "万")):
            if self.lang == "ja" and value and value % size == 0:
                return f"{value // size:,}{unit}"
        return f"{value:,}"

    def has(self, key: str) -> bool:
        """True if there is such a label."""
        return key in self._labels

    def labels_of(self, *kinds: str) -> Iterable[str]:
        """Every label whose key begins with one of these, for whoever must be able to show all."""
        return (label for key, label in self._labels.items() if key.partition(".")[0] in kinds)

    def problem(self, code: str, args: Mapping[str, str]) -> str:
        """The sentence of a problem code."""
        return self._problems[code][0].format(**self._explained(args))

    def hint(self, code: str, args: Mapping[str, str]) -> str:
        """What to do about a problem code, or nothing."""
        near = args.get("near", "")
        hint = self._problems[code][1].format(**self._explained(args))
        if not near:
            return hint
        return " ".join(filter(None, (self.say("problem.near", near=near), hint)))

    def _explained(self, args: Mapping[str, str]) -> dict[str, str]:
        """Arguments that are themselves keys (shapes, reasons, claims) as words."""
        out = dict(args)
        for name in ("expected", "found", "reason", "why", "how"):
            key = f"{name}.{args.get(name)}"
            if key in self._reasons:
                others = {other: text for other, text in args.items() if other != name}
                out[name] = self._reasons[key].format(**others)
        for name in ("said", "given"):
            if name in args:
                out[name] = self._claim(args[name])
        return out

    def _claim(self, claim: str) -> str:
        """What is claimed of a measure: a label's key, or a key with a value behind it."""
        key, _, value = claim.partition(" ")
        if self.has(key):
            return self.say(key)
        return self._reasons[f"claim.{key}"].format(value=value)


@cache
def words(lang: str) -> Words:
    """The words of a language."""
    if lang == "ja":
        from nkj.wording.ja.labels import LABELS
        from nkj.wording.ja.problems import PROBLEMS, REASONS
    else:
        from nkj.wording.en.labels import LABELS
        from nkj.wording.en.problems import PROBLEMS, REASONS
    return Words(lang, LABELS, PROBLEMS, REASONS)


def help_texts(lang: str) -> Mapping[str, str]:
    """The help texts of the commands and options in a language."""
    if lang == "ja":
        from nkj.wording.ja.help import HELP
    else:
        from nkj.wording.en.help import HELP
    return HELP


def table_titles(lang: str) -> Mapping[str, str]:
    """The titles of the tables and their columns in a language."""
    if lang == "ja":
        from nkj.wording.ja.tables import TITLES
    else:
        from nkj.wording.en.tables import TITLES
    return TITLES
