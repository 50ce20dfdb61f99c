"""Running the program many times: in a fork that need not load its libraries again."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec  # noqa: F401  (loaded once, for all forks)
import pytest
import rich.cells  # noqa: F401
import typer.main  # noqa: F401
import yaml  # noqa: F401

from tests.conftest import ROOT

NOBODY = 65534


def forked(
    *words: str,
    cwd: Path = ROOT,
    prepare: Callable[[], object] | None = None,
    **variables: str | None,
) -> subprocess.CompletedProcess[bytes]:
    """Run ``nkj`` with these words and variables (None: unset) in a fork, its streams going to
    files.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as told:
        child = os.fork()
        if child == 0:
            code = 99
            try:
                code = _run(words, cwd, prepare, variables, out.fileno(), told.fileno())
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        out.seek(0)
        told.seek(0)
        return subprocess.CompletedProcess(
            words, os.waitstatus_to_exitcode(status), out.read(), told.read()
        )


def _run(
    words: tuple[str, ...],
    cwd: Path,
    prepare: Callable[[], object] | None,
    variables: dict[str, str | None],
    out: int,
    told: int,
) -> int:
    os.dup2(out, 1)
    os.dup2(told, 2)
    sys.stdout = io.TextIOWrapper(os.fdopen(1, "wb", closefd=False))
    sys.stderr = io.TextIOWrapper(os.fdopen(2, "wb", closefd=False))
    for name in (
        "COLUMNS",
        "LANG",
        "LC_ALL",
        *(name for name in os.environ if name.startswith("NKJ_")),
    ):
        os.environ.pop(name, None)
    for name, value in variables.items():
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value
    os.chdir(cwd)
    sys.argv = ["nkj", *words]
    if prepare is not None:
        prepare()
    try:
        from nkj.cli.main import main

        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 98
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        return 97


@pytest.fixture
def run() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    return forked


@pytest.fixture
def nobody_s_folder() -> Iterator[Path]:
    """A folder that belongs to the user that ``as_nobody`` becomes."""
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() == 0:
            os.chown(name, NOBODY, NOBODY)
        yield Path(name)
        os.chmod(name, 0o700)


def as_nobody() -> None:
    """Where the tests run as root, who may do all, go on as nobody. What is left to import might
    then be out of reach.
    """
    if os.geteuid() == 0:
        import nkj.cli.app
        import nkj.cli.format
        import nkj.cli.validate
        import nkj.registry.editing.form
        import nkj.registry.reader
        import nkj.sheets.problems
        import nkj.wording.en  # noqa: F401

        os.setgid(NOBODY)
        os.setuid(NOBODY)


#: The program, sending itself a signal at one of its own function calls, which are counted from
#: where nkj begins; at call 0 it says instead how many there are. The count does not depend on how
#: busy the machine is, nor the setting of SIGINT on the shell that runs the tests.
_AT_A_CALL = """
import os, signal, sys
from nkj.cli.main import main
signal.signal(signal.SIGINT, {setting})
calls = 0
def count(frame, event, _):
    global calls
    if event in ("call", "c_call"):
        calls += 1
        if calls == {at}:
            os.kill(os.getpid(), {sign})
end = os._exit
if {at} == 0:
    os._exit = lambda code: (sys.setprofile(None), print(calls, file=sys.stderr), end(code))
sys.setprofile(count)
main()
"""
#: What a terminal, and what a shell for what runs in the background, sets for SIGINT.
MINDED, IGNORED = "signal.default_int_handler", "signal.SIG_IGN"


def ended_at(
    words: list[str],
    at: int,
    sign: signal.Signals = signal.SIGINT,
    setting: str = MINDED,
    cwd: Path = ROOT,
) -> subprocess.CompletedProcess[bytes]:
    """Run the program with a signal at its call number ``at``; 0: count the calls instead."""
    program = _AT_A_CALL.format(at=at, sign=int(sign), setting=setting)
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=120,
    )
