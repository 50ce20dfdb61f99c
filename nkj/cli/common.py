"""What all commands share: options, the clock, loading, writing, and the exit codes.

What lives here: the only place that reads the clock, the environment and the terminal. What does not: any question or answer.

Exit codes: 0 answered, 1 the registry has problems, 2 wrong usage, 3 the output could not be written, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, NoReturn, cast

import typer

from nkj import problems as _problems
from nkj import registry as _registry
from nkj.choices import OriginChoice, day_of, printable
from nkj.cli.language import ASKED, HELP, of_environment
from nkj.model import Registry
from nkj.wording import LANGUAGES, words

if TYPE_CHECKING:
    from nkj.results import Result
    from nkj.views.sheet import Sheet
    from nkj.views.words import Phrases

JAPAN = dt.timezone(dt.timedelta(hours=9))
FORMATS = ("table", "plain", "json", "csv", "markdown")
_WIDEST = 1000
ORIGINS = ("unilateral", "un", "all")

RegistryOption = Annotated[str | None, typer.Option("--registry", envvar="NKJ_REGISTRY", help=HELP["registry"])]
LangOption = Annotated[str | None, typer.Option("--lang", envvar="NKJ_LANG", help=HELP["lang"])]
FormatOption = Annotated[str, typer.Option("--format", "-f", help=HELP["output"])]
MeasureOption = Annotated[list[str] | None, typer.Option("--measure", "-m", help=HELP["measure"])]
OriginOption = Annotated[str, typer.Option("--origin", help=HELP["origin"])]
StrictOption = Annotated[bool, typer.Option("--strict", help=HELP["strict"])]


def today() -> int:
    """The day in Japan, as an ordinal."""
    return dt.datetime.now(JAPAN).date().toordinal()


def language(given: str | None) -> str:
    """``--lang`` or ``NKJ_LANG``, else ``ja`` in a Japanese locale, else ``en``."""
    if given is not None:
        return check_choice(given, LANGUAGES)
    return of_environment()


def check_choice(given: str, choices: tuple[str, ...]) -> str:
    """The choice, or wrong usage."""
    if given not in choices:
        raise _problems.WrongUsage("usage.choice", text=printable(given), choices=", ".join(choices))
    return given


def resolve_day(registry: Registry, text: str) -> int:
    """A day argument as an ordinal; ``today`` is the day in Japan."""
    return today() if text.strip() == "today" else day_of(registry, text)


def load(path: str | None, lang: str) -> Registry:
    """The registry, or its problems on standard error and exit 1. Warnings stay for ``validate``."""
    try:
        return _registry.load(path)
    except _problems.RegistryError as error:
        from nkj.views import problems as view

        say_error(view.render(error.problems, lang))
        raise typer.Exit(1) from None


def verified_notes(registry: Registry, lang: str, *shown_days: int) -> tuple[str, ...]:
    """How far the registry was checked, and whether the days asked for lie outside."""
    from nkj import days

    say = words(lang).say
    notes = []
    if registry.verified_through is not None:
        note = say("note.verified", through=days.iso(registry.verified_through))
        after = [day for day in shown_days if day > registry.verified_through]
        notes.append(say("join.sentences").join([note, *(say("note.after", day=days.iso(day)) for day in after[:1])]))
    for day in shown_days:
        if registry.verified_from is not None and day < registry.verified_from:
            notes.append(say("note.before", day=days.iso(day), verified=days.iso(registry.verified_from)))
    return tuple(notes)


def phrases(registry: Registry, lang: str) -> Phrases:
    """The registry's values in the answer's language."""
    from nkj.views.words import Phrases

    return Phrases(registry, words(lang))


def told_as_json(kind: str, registry: Registry, result: Result) -> bool:
    """Write a result as JSON if that is the format asked for; nothing that only tables need is imported then."""
    if kind != "json":
        return False
    from nkj.views import json

    write(json.answer(registry, result))
    return True


def origin_of(given: str) -> OriginChoice:
    """``--origin``, or wrong usage."""
    return cast("OriginChoice", check_choice(given, ORIGINS))


def draw(sheet: Sheet, kind: str, lang: str) -> None:
    """Write a sheet in a format; a table is as wide as the terminal, else COLUMNS, else 100."""
    from nkj.views.sheet import has_doubt

    if has_doubt(sheet):
        sheet = sheet._replace(notes=(*sheet.notes, words(lang).say("note.doubt")))
    if kind == "plain":
        from nkj.views import plain

        write(plain.render(sheet))
    elif kind == "csv":
        from nkj.views import csv

        say = words(lang).say
        write(csv.render(sheet, tuple(say(f"csv.{head}") for head in csv.HEADS), say("csv.notes")))
    elif kind == "markdown":
        from nkj.views import markdown

        write(markdown.render(sheet))
    else:
        _draw_table(sheet)


def _draw_table(sheet: Sheet) -> None:
    from nkj.views import table

    terminal = _is_terminal()
    width = min(shutil.get_terminal_size((100, 24)).columns, _WIDEST) if terminal else _columns()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    write(table.render(sheet, width, colour))


def _is_terminal() -> bool:
    try:
        return sys.stdout.isatty()
    except (AttributeError, ValueError):
        return False


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    return max(20, min(int(given), _WIDEST)) if given.isascii() and given.isdigit() and len(given) < 6 else 100


def write(text: str) -> None:
    """Write to standard output, in UTF-8 whatever the locale. A closed pipe ends quietly; anything else is exit 3."""
    try:
        out = getattr(sys.stdout, "buffer", None)
        if out is None:
            sys.stdout.write(text)
        else:
            out.write(text.encode("utf-8", "surrogateescape"))
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        raise typer.Exit(0) from None
    except (OSError, ValueError, AttributeError) as error:
        _let_go_of_stdout()
        say_error(f"nkj: {words('en').say('usage.output', why=getattr(error, 'strerror', None) or 'closed')}\n")
        raise typer.Exit(3) from None


def _let_go_of_stdout() -> None:
    """Point standard output at nothing, so that the interpreter's last flush cannot fail again."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.close(nothing)
    except OSError:
        pass


def say_error(text: str) -> None:
    """Write to standard error; if even that fails there is nobody to tell."""
    try:
        out = getattr(sys.stderr, "buffer", None)
        if out is None:
            sys.stderr.write(text)
        else:
            sys.stderr.flush()
            out.write(text.encode("utf-8", "surrogateescape"))
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait for a moment's work that would leave something behind."""
    import signal

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def run(lang: str | None, command: Callable[[str], None]) -> None:
    """Run a command's body in its language; wrong usage becomes one sentence and exit 2."""
    spoken = ASKED
    try:
        spoken = language(lang)
        command(spoken)
    except _problems.WrongUsage as error:
        _fail(error.message(spoken))
    except _problems.RegistryNotFound as error:
        _fail(words(spoken).say(f"path.{error.reason}", path=printable(error.path)))


def _fail(sentence: str) -> NoReturn:
    say_error(f"nkj: {sentence}\n")
    raise typer.Exit(2)
