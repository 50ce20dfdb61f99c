"""The program as a user meets it: exit codes, streams, JSON, widths."""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
PROBLEMS = Path(__file__).parent.parent / "problems"


def test_json_has_the_envelope(run: Run) -> None:
    """Every JSON answer says its schema, registry, how far it is verified, and its sources."""
    for words in (
        ["status"],
        ["history", "-m", "remittances"],
        ["diff", "2006", "2014"],
        ["exchanges"],
        ["timeline", "2013", "2014"],
        ["sources", "-m", "payment-ban"],
        ["parties", "office", "39"],
        ["exchanges", "stockholm-2014"],
        ["show", "package-2016-02-19"],
        ["deadlines", "2014-07-05"],
        ["search", "dandong"],
        ["list", "occasions"],
        ["cite", "payment-ban"],
        ["validate"],
    ):
        done = run(*words, "--format", "json")
        body = json.loads(done.stdout)
        assert done.returncode == 0
        assert body["schema"] == 1
        assert set(body["registry"]) == {"version", "hash"}
        assert body["verified_through"] == "2026-02-16"
        assert isinstance(body["sources"], dict)


def test_json_holds_every_source_that_it_names(run: Run) -> None:
    """Those of a dispute too."""
    for words in (["history", "--origin", "all"], ["exchanges"], ["show", "payment-ban"]):
        body = json.loads(run(*words, "--format", "json").stdout)
        known = body.pop("sources")
        named = set(_named_sources(body))
        assert named
        assert named <= set(known)


def _named_sources(value: object) -> Iterator[str]:
    """The ids under every ``source`` and ``sources``, however deep."""
    if isinstance(value, list):
        for item in value:
            yield from _named_sources(item)
    if isinstance(value, dict):
        yield from value.get("sources", ())
        if "source" in value:
            yield value["source"]
        for item in value.values():
            yield from _named_sources(item)


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_evidence_is_one_answer(kind: str, run: Run) -> None:
    """What the registry holds and how well it is known stand in one table, file or page."""
    done = run("validate", "--evidence", "--format", kind)
    assert done.returncode == 0
    text = done.stdout.decode()
    begin = {"markdown": "# data: ", "html": "<!DOCTYPE html>"}[kind]
    assert text.startswith(begin)
    assert text.count(begin) == 1
    assert "How well it is known" in text
    assert "no problems in" in text


def test_today_is_that_day_alone(run: Run) -> None:
    """A timeline of one day is of that day, not of all that may come."""
    done = run("timeline", "today")
    title = done.stdout.decode().splitlines()[0]
    assert done.returncode == 0
    first, last = re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", title)
    assert first == last


def test_status_json_row(run: Run) -> None:
    """A row has the keys of the contract, dates as written, texts in both languages, sources that
    the map holds.
    """
    body = json.loads(
        run("status", "--on", "2016-03", "-m", "entry-ban-nationals", "--format", "json").stdout
    )
    (row,) = body["measures"]
    assert body["on"] == "2016-03-31"
    assert {
        "id",
        "family",
        "kind",
        "origin",
        "state",
        "in_force",
        "since",
        "terms_since",
        "until",
        "terms",
        "next",
    } <= set(row)
    assert {"confidence", "last_confirmed", "name", "sources"} <= set(row)
    assert row["since"] == "2016-02-10..2016-02-19"
    assert set(row["name"]) == {"en", "ja"}
    assert set(row["sources"]) == set(body["sources"])


def test_parties_json_row(run: Run) -> None:
    """A party has the keys of the contract; the words of a name need no quotes; a name that nobody
    bears is an answer too.
    """
    words = ["parties", "office", "39", "--on", "2014-01-01", "--format", "json"]
    body = json.loads(run(*words).stdout)
    (row,) = body["parties"]
    assert body["on"] == "2014-01-01"
    assert {"id", "type", "country", "un_id", "imo", "born", "role", "aliases"} <= set(row)
    assert (row["frozen"], row["since"]) == (True, "2013-08-30")
    assert row["name"] == {"en": "Office 39", "ja": "オフィス39"}
    assert row["match"] == {"by": "name", "score": 100}
    first, second = row["listings"]
    assert first["until"] is None
    assert (second["since"], second["un_listed"]) == ("2016-03-11", "2016-03-02")
    assert set(row["sources"]) == set(body["sources"])
    nobody = run("parties", "nobody", "--format", "json")
    assert (nobody.returncode, json.loads(nobody.stdout)["parties"]) == (0, [])


def test_events_name_their_parties(run: Run) -> None:
    """History and show tell parties by id and name, whether a record or named in place."""
    events = json.loads(run("history", "-m", "asset-freeze-own", "-f", "json").stdout)["measures"][
        0
    ]["events"]
    first = next(event for event in events if event["event"] == "imposed")
    keys = {"id", "name", "name_ja", "type", "country"}
    assert {frozenset(party) for party in first["designations"]} == {frozenset(keys)}
    assert first["terms_after"]["entities_total"] == 15
    shown = json.loads(run("show", "asset-freeze-un-2012", "-f", "json").stdout)
    assert "green-pine-associated-corporation" in {
        party["id"] for party in shown["record"]["designations"]
    }


def test_diff_json_keys(run: Run) -> None:
    """The two days are ``from`` and ``to``."""
    body = json.loads(run("diff", "2014", "2006", "--format", "json").stdout)
    assert (body["from"], body["to"]) == ("2006-12-31", "2014-12-31")


@pytest.mark.parametrize(
    "words",
    [
        ["status", "--on", "2010-02-30"],
        ["status", "--on", "someday"],
        ["status", "--measure", "remitances"],
        ["status", "--format", "xml"],
        ["status", "--lang", "fr"],
        ["status", "--origin", "eu"],
        ["status", "--nonsense"],
        ["diff", "2006"],
        ["show", "package-2016-02-1"],
        ["validate", "nowhere"],
        ["parties", "--on", "2010-02-30"],
        ["parties", "--list", "asset-freeze-um"],
        ["parties", "--type", "ship"],
        ["status", "--registry", "tests"],
        ["status", "--registry", "/dev/null"],
        ["nonsense"],
    ],
)
def test_wrong_usage_is_2(run: Run, words: list[str]) -> None:
    """A question that cannot be asked: exit 2, a sentence on standard error, nothing on standard
    output.
    """
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_suggestions(run: Run) -> None:
    """A name nearly right gets the right one."""
    assert b"'remittances'" in run("status", "-m", "remitances").stderr
    assert b"'package-2016-02-19'" in run("show", "package-2016-02-1").stderr


@pytest.mark.parametrize(
    "command",
    [["status"], ["history"], ["diff", "2006", "2014"], ["show", "port-ban"], ["validate"]],
)
def test_problems_are_1_and_no_answer(run: Run, command: list[str]) -> None:
    """A registry with problems: all of them on standard error, no answer, exit 1."""
    done = run(*command, "--registry", str(PROBLEMS / "bad-date" / "bad.yaml"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"error[bad-date]" in done.stderr


def test_warnings_count_only_when_strict(run: Run) -> None:
    """A warning is no problem, unless it is asked to be one."""
    bad = str(PROBLEMS / "untranslated" / "bad.yaml")
    assert run("validate", bad).returncode == 0
    assert run("status", "--registry", bad).returncode == 0
    assert run("validate", bad, "--strict").returncode == 1


def test_validate_json_lists_problems(run: Run) -> None:
    """Problems as data: code, severity, place, message, hint, related."""
    done = run("validate", str(PROBLEMS / "duplicate-id" / "bad.yaml"), "--format", "json")
    (problem,) = json.loads(done.stdout)["problems"]
    assert done.returncode == 1
    assert (problem["code"], problem["severity"], problem["line"], problem["column"]) == (
        "duplicate-id",
        "error",
        37,
        13,
    )
    assert problem["related"][0]["line"] == 28


@pytest.mark.parametrize("width", ["20", "60", "100", "200"])
def test_no_width_cuts_an_id_a_date_or_a_mark(run: Run, width: str) -> None:
    """Ids, dates and doubt marks are whole at every width."""
    expected = {
        "2016-12-31": ("port-ban-third-country-callers", "2016-02-10..2016-02-19", "2017-04-13"),
        "2012-12-31": ("crew-landing-ban-convicted", "2009-06-16?", "2013-04-13"),
    }
    for day, wholes in expected.items():
        out = run("status", "--on", day, COLUMNS=width).stdout.decode()
        for whole in wholes if width != "20" else wholes[-1:]:
            assert whole in out
        assert "…" not in out


def test_environment(run: Run) -> None:
    """``NKJ_REGISTRY`` and ``NKJ_LANG`` stand in for the options."""
    assert run("status", NKJ_REGISTRY="nowhere").returncode == 2
    assert run("status", NKJ_LANG="fr").returncode == 2
    done = run("status", NKJ_LANG="ja")
    assert "北朝鮮" in done.stdout.decode()


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"TERM": "dumb", "NO_COLOR": "1"},
    ],
)
def test_odd_environments(run: Run, locale: dict[str, str]) -> None:
    """Output is UTF-8 whatever the locale."""
    done = run("history", "-m", "charter-flight-ban", "--lang", "ja", **locale)
    assert done.returncode == 0
    assert "北朝鮮" in done.stdout.decode("utf-8")


def test_output_that_cannot_be_written_is_3() -> None:
    """A full disk: exit 3 and one sentence."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "nkj", "status"], stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 3
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_closed_pipe_is_no_error() -> None:
    """``nkj history | head`` ends quietly."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "nkj", "history"], stdout=writer, stderr=subprocess.PIPE, timeout=60
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_hostile_words_are_escaped(run: Run) -> None:
    """What is echoed cannot move the cursor or pass for markup."""
    for words in (
        ["show", "\x1b[31mred"],
        ["status", "--on", "\x1b]0;x\x07"],
        ["status", "-m", "\u202eabc"],
        ["validate", "\x1b[2J"],
    ):
        done = run(*words)
        assert done.returncode == 2
        assert b"\x1b" not in done.stderr
        assert "\u202e" not in done.stderr.decode()


def test_a_fifo_is_refused(run: Run, tmp_path: Path) -> None:
    """A path that would block for ever is wrong usage."""
    os.mkfifo(tmp_path / "pipe.yaml")
    assert run("validate", str(tmp_path / "pipe.yaml")).returncode == 2
    assert run("validate", str(tmp_path)).returncode == 2


def test_every_command_has_help_with_an_example(run: Run) -> None:
    """``--help`` of each command shows how to ask."""
    for command in ("status", "history", "diff", "show", "validate"):
        out = run(command, "--help").stdout.decode()
        assert f"nkj {command}" in out.split("Examples:")[1]


def test_explain_names_event_and_source(run: Run) -> None:
    """``--explain`` names beside each row what decides it."""
    out = run(
        "status", "--on", "2014-07-05", "-m", "payment-reporting", "--explain"
    ).stdout.decode()
    assert "payment-reporting-2014-07-04" in out
    assert "npsc-2014-07-04" in out


@pytest.mark.parametrize("words", [["--help"], ["status", "--help"], ["--version"], ["validate"]])
def test_help_that_cannot_be_written_is_3(words: list[str]) -> None:
    """A full disk is told for help as for answers."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "nkj", *words], stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("words", [["status", "--bogus"], ["bogus"], ["status", "--on", "x"]])
def test_wrong_usage_is_2_even_if_it_cannot_be_told(words: list[str]) -> None:
    """Nobody may hear it, but the code stands."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "nkj", *words], stdout=subprocess.PIPE, stderr=full, timeout=60
        )
    assert done.returncode == 2


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    """The program answers although the folder it was called from was deleted."""
    code = (
        "import os, runpy, sys; os.rmdir(os.getcwd()); sys.argv = ['nkj', 'status']; "
        "runpy.run_module('nkj', run_name='__main__')"
    )
    (tmp_path / "gone").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(PROBLEMS.parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path / "gone",
        capture_output=True,
        timeout=60,
        env=environment,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_file_name_that_is_no_text(run: Run, tmp_path: Path) -> None:
    """A name with bytes that are no UTF-8 can be told, also in JSON."""
    with open(os.fsencode(tmp_path) + b"/z\xff\x1b[31m.yaml", "w") as stream:
        stream.write("foo: 1\n")
    for form in ("table", "json"):
        done = run("validate", str(tmp_path), "--format", form)
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr
        assert b"\x1b" not in done.stdout + done.stderr


def test_an_interrupt_is_130() -> None:
    """Ctrl-C while the program waits for something ends with 130 and no traceback."""
    program = (
        "import signal, nkj.cli.app as app; from nkj.cli.main import main\n"
        # as a terminal leaves it, whatever runs the tests
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def wait(words): print('ready', flush=True); signal.pause()\n"
        "app.run = wait; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=300)
    assert (process.returncode, stderr) == (130, b"")


@pytest.mark.parametrize("words", [(), ("--lang",), ("--help", "--lang"), ("status", "--lang")])
def test_help_and_half_typed_options(words: tuple[str, ...], run: Run) -> None:
    """Nothing typed, or an option without its value, is answered with help or one sentence."""
    done = run(*words)
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "environment"),
    [(("exchanges", "--help", "--lang", "ja"), {}), (("--help",), {"LANG": "ja_JP.UTF-8"})],
)
def test_help_in_japanese(words: tuple[str, ...], environment: dict[str, str], run: Run) -> None:
    """Asked for by option, variable or locale."""
    assert "合意等" in run(*words, **environment).stdout.decode()
    assert "合意等" not in run(*words[:2], NKJ_LANG="en").stdout.decode()


@pytest.mark.parametrize("form", ["table", "plain", "csv", "markdown", "json"])
@pytest.mark.parametrize(
    "words",
    [
        "status",
        "history",
        "diff 2006 2014",
        "exchanges",
        "exchanges '*2008'",
        "timeline 2014 2016",
        "sources 'mof-*'",
        "show travel-request",
        "deadlines 2014",
        "search 送金",
        "list occasions",
        "cite payment-ban",
        "validate",
    ],
)
def test_every_command_in_every_format(words: str, form: str, run: Run) -> None:
    """On the bundled registry, in Japanese."""
    done = run(*shlex.split(words), "--format", form, "--lang", "ja")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


@pytest.mark.parametrize("registry", ["data", "tests/problems/untranslated/bad.yaml"])
def test_evidence_is_one_table(registry: str, run: Run) -> None:
    """With and without warnings a CSV has one mark at its beginning and rows of one length."""
    done = run("validate", registry, "--evidence", "--format", "csv")
    text = done.stdout.decode()
    assert text.startswith("\ufeff")
    assert text.count("\ufeff") == 1
    assert len({len(row) for row in csv.reader(text.splitlines())}) == 1
    assert text.startswith("\ufeffcheckpoints,family,confirmed,")
    assert run("validate", registry, "--evidence", "--format", "markdown").stdout.count(b"# ") >= 1
