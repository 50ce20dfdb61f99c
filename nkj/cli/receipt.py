"""``nkj receipt``: proof of an answer, and whether a registry gives it still.

What lives here: asking a question through the command that answers it. What does not: what a
receipt holds and how two answers differ (``nkj.receipts``).
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from contextlib import redirect_stdout
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from nkj import __version__, days, receipts
from nkj.characters import printable, printable_path, visible
from nkj.cli import asking, ending, options, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.problems import WrongUsage
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)

#: The commands that answer a question; their options for the format and the registry are given to
#: the receipt instead.
QUESTIONS = (
    *("status", "history", "diff", "timeline", "exchanges", "ask", "parties", "deadlines"),
    *("show", "search", "list", "sources"),
)
#: A receipt that somebody sent is asked again: no word of it may name a file.
_NOT_OF_A_QUESTION = (
    *("--registry", "--format", "-f", "--lang", "--help", "-h"),
    *("--rows", "--output", "-o", "--force"),
)
_MOST_SHOWN = 20
_LONGEST_SHOWN = 60


@app.command("receipt", cls=Command, help=HELP["receipt"])
def receipt(
    question: Annotated[
        list[str] | None, typer.Argument(metavar="-- COMMAND ...", help=HELP["question"])
    ] = None,
    check: Annotated[bool, typer.Option("--check", help=HELP["check-receipt"])] = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
) -> None:
    spoken = asking.language(lang)
    asked = tuple(question or ())
    if not asked or (check and len(asked) > 1):
        raise WrongUsage("usage.receipt")
    if check:
        _check(asked[0], registry, spoken)
        return
    today = days.iso(asking.today(asking.load(registry).programme.time_zone))
    answer = _answer(asked, registry, today)
    streams.write(receipts.written(asked, today, answer, __version__))


def _answer(question: Sequence[str], registry: str | None, today: str) -> dict[str, Any]:
    """What the command says as JSON, on a day on which ``today`` is that day."""
    command = question[0] if question else ""
    if command not in QUESTIONS:
        raise WrongUsage("usage.choice", text=printable(command), choices=", ".join(QUESTIONS))
    for word in question:
        if word.partition("=")[0] in _NOT_OF_A_QUESTION:
            raise WrongUsage("usage.receipt-option", text=printable(word))
    from nkj.cli.app import run

    place = [] if registry is None else ["--registry", registry]
    out = io.StringIO()
    with asking.as_if_on(days.parse_day(today)), redirect_stdout(out):
        code = run([*question, *place, "--format", "json"])
    if code != ending.ANSWERED:
        raise typer.Exit(code)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def _check(path: str, registry: str | None, spoken: str) -> None:
    """Ask again and say whether the answer is the same; exit code 1 if not."""
    kept = receipts.read(_text_of(path))
    if kept is None or not days.looks_like_day(kept.today):
        raise WrongUsage("usage.no-receipt", path=printable_path(path))
    say = words(spoken).say
    if not kept.is_whole:
        streams.say_error(f"nkj: {say('receipt.changed', path=printable_path(path))}\n")
        raise typer.Exit(ending.PROBLEMS)
    answer = _answer(kept.question, registry, kept.today)
    asked = f"nkj {' '.join(kept.question)}"
    versions = {
        "asked": visible(asked),
        "before": visible(str(kept.answer["registry"].get("version"))),
        "now": visible(str(answer["registry"]["version"])),
    }
    found = list(islice(receipts.differences(kept.answer, answer), _MOST_SHOWN + 1))
    if not found:
        streams.write(f"{say('receipt.holds', **versions)}\n")
        return
    lines = [say("receipt.differs", **versions), *map(_line, found[:_MOST_SHOWN])]
    if len(found) > _MOST_SHOWN:
        lines.append("  …")
    streams.write("\n".join(lines) + "\n")
    raise typer.Exit(ending.PROBLEMS)


def _text_of(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
    except (OSError, ValueError):
        raise WrongUsage("usage.no-receipt", path=printable_path(path)) from None


def _line(difference: receipts.Difference) -> str:
    before, after = (_short(value) for value in (difference.before, difference.after))
    return f"  {visible(difference.place)}: {before} → {after}"


def _short(value: str) -> str:
    told = visible(value) or "–"
    return told if len(told) <= _LONGEST_SHOWN else f"{told[:_LONGEST_SHOWN]}…"
