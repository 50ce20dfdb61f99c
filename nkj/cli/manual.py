"""The man page, made from the help: every command, argument and option in the words of ``--help``.

What lives here: roff. What does not: any help text (``wording``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nkj import __version__
from nkj.cli.language import HELP


def page(program: Any) -> str:
    """The page of the whole program, in the language asked for; ``program`` is the context of its
    group of commands.
    """
    group = program.command
    lines = [
        f'.TH NKJ 1 "" "nkj {_roff(__version__)}"',
        ".SH NAME",
        f"nkj \\- {_roff(HELP['nkj'])}",
        ".SH SYNOPSIS",
        ".B nkj",
        _roff("[OPTIONS] COMMAND [ARGS]..."),
        ".SH OPTIONS",
        *_params(group.get_params(program)),
    ]
    from nkj.cli.app import GROUPS

    for name, commands in GROUPS.items():
        lines.append(f".SH {_roff(HELP[f'group.{name}'].upper())}")
        for command in commands:
            lines += _command(group.get_command(program, command), command, program)
    return "\n".join(lines) + "\n"


def _command(command: Any, name: str, program: Any) -> Iterator[str]:
    with command.make_context(name, [], parent=program, resilient_parsing=True) as context:
        pieces = " ".join(command.collect_usage_pieces(context))
        yield f".SS nkj {_roff(name)} {_roff(pieces)}"
        told, _, examples = command.help.partition("\b")
        yield _roff(" ".join(told.split()))
        for part in filter(None, [examples]):
            yield ".PP"
            yield ".nf"
            yield from (_roff(line) for line in part.replace("\b", "").strip().splitlines())
            yield ".fi"
        yield from _params(command.get_params(context))


def _params(params: Any) -> Iterator[str]:
    """Arguments and options, each with what it is."""
    for param in params:
        about = getattr(param, "help", None)
        if not about:
            continue
        yield ".TP"
        if param.param_type_name == "argument":
            yield f".I {_roff(param.metavar or param.name.upper())}"
        else:
            value = "" if param.is_flag else f" \\fI{_roff(param.metavar or 'VALUE')}\\fR"
            # The spellings of --help are a set: their order is another one in every run.
            names = sorted(param.opts, key=len, reverse=True)
            spellings = ", ".join(f"\\fB{_roff(name)}\\fR" for name in names)
            yield f"{spellings}{value}"
        yield _roff(" ".join(about.split()))


def _roff(text: str) -> str:
    """A text in which no sign means anything to roff."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{plain}" if plain.startswith(".") else plain
