"""The words people type: options before the command, in any case, and help in any form."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest
from typer.main import get_command

from nkj.cli.app import COMMANDS, WITH_VALUE, app
from tests.conftest import FIXTURE

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("--lang ja status 2014", "status 2014 --lang ja"),
        ("--lang JA -f MD status 2014", "status 2014 --lang ja --format markdown"),
        ("-f json diff 2006 2014", "diff 2006 2014 -f json"),
        ("-m ports --explain status 2014", "status 2014 ports --explain"),
        ("--format=csv history ports", "history -m ports --format csv"),
        ("STATUS 2014", "status --on 2014"),
        ("status 2014 ports remittances", "status --on 2014 -m ports -m remittances"),
        ("status ports 20141231", "status 2014 ports"),
        ("diff 2006 2014 ports", "diff 2006 2014 -m ports"),
        ("timeline 2013 2014 ports", "timeline 2013 2014 -m ports"),
        ("timeline --from 2013 --to 2014", "timeline 2013 2014"),
        ("timeline 2013..2014", "timeline 2013 2014"),
        ("help status", "status --help"),
        ("help STATUS", "status -h"),
        ("help", "--help"),
        ("-V", "--version"),
    ],
)
def test_the_same_in_other_words(words: str, same: str, run: Run) -> None:
    """Both give the same answer on standard output."""
    done, other = (run(*typed.split(), NKJ_REGISTRY=str(FIXTURE)) for typed in (words, same))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == other.stdout


def test_an_open_interval_has_no_other_end(run: Run) -> None:
    """``--from`` alone goes on to the last entry, ``--to`` alone begins with the first."""
    whole = json.loads(run("timeline", "-f", "json", NKJ_REGISTRY=str(FIXTURE)).stdout)
    ends = {}
    for option in ("--from", "--to"):
        done = run("timeline", option, "2014", "-f", "json", NKJ_REGISTRY=str(FIXTURE))
        ends[option] = json.loads(done.stdout)
    assert (ends["--from"]["from"], ends["--from"]["to"]) == ("2014-01-01", whole["to"])
    assert (ends["--to"]["from"], ends["--to"]["to"]) == (whole["from"], "2014-12-31")


def test_every_option_with_a_value_is_known_before_its_command() -> None:
    """Else its value would be taken for the command."""
    group = get_command(app)
    context = group.make_context("nkj", [], resilient_parsing=True)
    taking: set[str] = set()
    flags: set[str] = set()
    for name in COMMANDS:
        command = group.get_command(context, name)  # type: ignore[attr-defined]  # it is a group
        for param in command.params:
            if param.param_type_name == "option":
                (flags if param.is_flag else taking).update(param.opts)
    assert taking - flags <= WITH_VALUE
    assert not flags & WITH_VALUE


def test_help_lists_every_command_once_under_what_it_is_for(run: Run) -> None:
    """In four groups, in both languages, no sentence cut."""
    for lang, heads in (
        ("en", ("Ask:", "Show and find:", "Take away:", "Data and help:")),
        ("ja", ("問う:", "探す・見る:", "書き出す:", "登録簿と使い方:")),
    ):
        lines = run("help", NKJ_LANG=lang).stdout.decode().splitlines()
        assert [line for line in lines if line in heads] == list(heads)
        named = [line.split()[0] for line in lines if line.startswith("  ") and line[2:3].isalpha()]
        assert [name for name in named if name in COMMANDS] == list(COMMANDS)
        assert not any(line.endswith("...") for line in lines[lines.index(heads[0]) :])


def test_the_version_says_what_a_citation_needs(run: Run) -> None:
    """Code, registry, its hash, and how far the evidence reaches; of the registry asked for."""
    body = json.loads(run("status", "-f", "json", NKJ_REGISTRY=str(FIXTURE)).stdout)
    for words in (("--version", "--registry"), ("--registry",)):
        last = () if len(words) == 2 else ("--version",)
        code, data = run(*words, str(FIXTURE), *last).stdout.decode().splitlines()
        assert code.startswith("nkj ")
        assert body["registry"]["version"] in data
        assert body["registry"]["hash"] in data
        assert body["verified_through"] in data


def test_the_program_s_version_is_told_of_any_registry(run: Run) -> None:
    """Whoever reports a fault of a broken registry can name it."""
    done = run("--version", NKJ_REGISTRY="nowhere")
    assert done.returncode == 2
    assert done.stdout.startswith(b"nkj ")
    assert b"'nowhere'" in done.stderr
