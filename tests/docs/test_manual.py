"""docs/nkj.1 is the man page that the help makes; the wheel carries it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

import pytest

from nkj.cli.app import COMMANDS
from tests.conftest import ROOT

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
MANUAL = ROOT / "docs" / "nkj.1"


def test_the_page_is_what_the_help_says(update: bool, run: Run) -> None:
    """`pytest --update` writes it anew."""
    made = run("help", "--man").stdout
    if update:
        MANUAL.write_bytes(made)
    assert MANUAL.read_bytes() == made


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_man_can_show_it(lang: str, run: Run) -> None:
    """Without a warning, every command in it."""
    if shutil.which("groff") is None:
        pytest.skip("there is no groff on this machine")
    made = run("help", "--man", "--lang", lang).stdout
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-k", "-ww", "-rLL=300n"],
        input=made,
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 0
    assert done.stderr == b""
    shown = done.stdout.decode()
    for name in COMMANDS:
        assert f"nkj {name}" in shown
