"""The group of commands: finding one and loading only its module.

What lives here: their names, --version and --show-completion. What does not: any command (their
own files), what they share (``asking``, ``options``, ``streams``), and how the program ends
(``main``, ``ending``).
"""

from __future__ import annotations

import importlib
import os
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from nkj.cli import completion, mistyped, options
from nkj.cli.language import HELP

#: The commands by what they are for, in the order in which --help lists them.
GROUPS = {
    "ask": ("status", "history", "diff", "timeline", "exchanges", "ask", "parties", "deadlines"),
    "show": ("show", "search", "list", "sources", "cite"),
    "take": ("chart", "export", "page", "site", "receipt", "mcp"),
    "data": ("validate", "format", "schema", "help"),
}
COMMANDS = tuple(name for names in GROUPS.values() for name in names)

#: The options that the program has by itself, before any command.
_OWN_OPTIONS = ("--version", "-V", "--show-completion", "--help", "-h")

#: The options of all commands that take a value, so that it is not taken for the command when they
#: stand before it. tests/cli/test_words.py holds it against the commands. What takes none in
#: another command (--check) takes it only behind its own.
WITH_VALUE = frozenset(
    {
        *("--registry", "--lang", "--format", "-f", "--measure", "-m", "--origin", "--on"),
        *("--kind", "--from", "--to", "--list", "--type", "--by", "--show-completion"),
        *("--rows", "--output", "-o", "--conduct"),
        *("--title", "--subtitle", "--width", "--data", "--exchange", "--base"),
    }
)


#: What ``nkj`` alone asks.
ALONE = mistyped.ALONE


class _LazyGroup(TyperGroup):
    """A group that imports a command's module only when that command is asked for, and takes the
    options of a command before it too.
    """

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in (*COMMANDS, ALONE):
            return None
        module = importlib.import_module(f"nkj.cli.{cmd_name}")
        return typer.main.get_command(module.app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        args = [args[0].casefold(), *args[1:]] if args[0].casefold() in COMMANDS else args
        known = args[0] in (*COMMANDS, ALONE)
        if not known and not ctx.resilient_parsing:  # completing takes what it gets
            raise mistyped.unknown_command(args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args[-1:] == ["--show-completion"]:  # Typer knows no value that may be left out
            args = [*args, ""]
        ordered = _in_order(args)
        if not ordered and not ctx.resilient_parsing:
            ordered = [ALONE]
        return super().parse_args(ctx, ordered)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands under what they are for, each with its first sentence."""
        for group, names in GROUPS.items():
            with formatter.section(HELP[f"group.{group}"]):
                formatter.write_dl([(name, HELP[name].partition("\n")[0]) for name in names])


def _in_order(args: list[str]) -> list[str]:
    """The words with the options that stand before the command put behind it.

    The version needs the registry's options before it, and no command.
    """
    front, rest = _options_in_front(args)
    command, rest = rest[:1], rest[1:]
    version = [word for word in front if word in ("--version", "-V")]
    if version:
        return [*(word for word in front if word not in version), *version]
    if any(word.partition("=")[0] in _OWN_OPTIONS for word in front):
        return args
    if front and not command:  # options of a question, and none asked: nkj --lang ja
        return [ALONE, *front]
    return [*command, *front, *rest]


def _options_in_front(args: list[str]) -> tuple[list[str], list[str]]:
    """The options before any command, with their values, and the words from the command on."""
    at = 0
    while at < len(args) and args[at].startswith("-") and args[at] != "--":
        at += 2 if args[at] in WITH_VALUE else 1
    return args[:at], args[at:]


app = typer.Typer(
    cls=_LazyGroup,
    help=HELP["nkj"],
    # Typer's own --install-completion rewrites the user's shell files in place.
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run(words: list[str]) -> int:
    """Answer the words typed, or a shell that asks how to complete them.

    Returns the exit code that the command chose. Raises what the library raises, ``WrongUsage`` for
    words that no command takes, and ``streams.Unwritten``.
    """
    if completion.COMPLETION in os.environ:
        return completion.complete(app)
    try:
        code = app(words, prog_name="nkj", standalone_mode=False)
    except SystemExit as end:  # some of Typer's own endings
        code = end.code
    except Exception as error:
        wrong = mistyped.as_wrong_usage(error, words)
        if wrong is None:
            raise
        raise wrong from None
    return code if isinstance(code, int) else 0


def _version(ctx: typer.Context, asked: bool) -> None:
    if asked:
        from nkj.cli import version

        version.tell(ctx.params.get("registry"))
        raise typer.Exit


def _show_completion(shell: str | None) -> None:
    if shell is not None:
        from nkj.cli import streams

        streams.write(completion.script(shell))
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_version, is_eager=True, help=HELP["version"]),
    ] = False,
    show_completion: Annotated[
        str | None,
        typer.Option(
            "--show-completion",
            metavar="[SHELL]",
            callback=_show_completion,
            is_eager=True,
            help=HELP["show-completion"],
        ),
    ] = None,
    registry: Annotated[
        str | None,
        typer.Option(
            "--registry",
            metavar="PATH",
            envvar="NKJ_REGISTRY",
            is_eager=True,
            help=HELP["registry"],
        ),
    ] = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    """Only what asks no registry lives here."""
