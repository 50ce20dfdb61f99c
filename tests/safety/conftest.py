"""Running the program many times: in a fork that need not load its libraries again."""

from __future__ import annotations

import io
import os
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
