"""How the program ends: every outcome has its exit code and one sentence, and none a traceback."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from nkj.cli.ending import ended
from nkj.cli.streams import Unwritten
from nkj.problems import RegistryNotFound, WrongUsage
from tests.conftest import ROOT

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def _endless() -> int:
    return _endless()


def _raising(error: Exception) -> Callable[[], int]:
    def answer() -> int:
        raise error

    return answer


@pytest.mark.parametrize(
    ("answer", "code", "sentence"),
    [
        (_raising(WrongUsage("usage.day", text="x")), 2, "'x' is no day"),
        (_raising(RegistryNotFound("missing", "here")), 2, "no registry at 'here'"),
        (_raising(Unwritten("No space left on device")), 3, "could not be written: No space"),
        (_raising(MemoryError()), 3, "not enough memory"),
        (_raising(OSError(24, "Too many open files", "a\x1bb")), 3, "a\\x1bb: Too many open files"),
        (_raising(ImportError("failed to map segment")), 3, "could not be loaded: failed to map"),
        (_endless, 3, "fault in nkj itself (RecursionError, test_ending.py:"),
        (_raising(UnicodeError("odd")), 3, "fault in nkj itself (UnicodeError, test_ending.py:"),
    ],
    ids=lambda value: None if callable(value) else str(value),
)
def test_each_outcome_has_its_code_and_sentence(
    answer: Callable[[], int], code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Memory, the system and nkj's own faults are not taken for output that was not written."""
    assert ended(answer) == code
    told = capsys.readouterr().err
    assert told.startswith("nkj: ")
    assert told.count("\n") == 1
    assert sentence in told
    assert ("could not be written" in told) == (answer is not _endless and "written" in sentence)


#: Leaves so many bytes of memory from the moment on at which nkj begins.
CRAMPED = """
import os, resource, nkj.cli.main
used = int(open("/proc/self/statm").read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
resource.setrlimit(resource.RLIMIT_AS, (used + {room},) * 2)
nkj.cli.main.main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc how much memory is used")
@pytest.mark.parametrize("room", [0, 500_000, 1_500_000, 2_500_000, 5_000_000, 12_000_000])
def test_too_little_memory_is_no_problem_of_the_registry(room: int) -> None:
    """While it starts, loads its libraries or reads: 3 and one sentence."""
    done = subprocess.run(
        [sys.executable, "-c", CRAMPED.format(room=room), "validate"],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"nkj: ")
    assert done.stderr.count(b"\n") == 1


def test_a_reader_who_has_left_changes_no_code() -> None:
    """Problems stay problems although nobody reads on."""
    program = (
        "import os; reader, writer = os.pipe(); os.close(reader); os.dup2(writer, 1); "
        "from nkj.cli.main import main; main()"
    )
    bad = "tests/problems/bad-date/bad.yaml"
    for words, code in ((["status"], 0), (["validate", bad, "--format", "csv"], 1)):
        done = subprocess.run(
            [sys.executable, "-c", program, *words], cwd=ROOT, capture_output=True, timeout=60
        )
        assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.parametrize(
    ("words", "english", "japanese"),
    [
        (["stauts"], "no command 'stauts'. Did you mean 'status'?", "'status' の誤りか"),
        (["zzz"], "no command 'zzz'. See nkj --help", "'zzz' というコマンドはない"),
        (
            ["status", "--orign", "un"],
            "no option '--orign' here. Did you mean '--origin', '--on'? See nkj status --help",
            "'--origin', '--on' の誤りか",
        ),
        (["status", "-q"], "no option '-q' here", "'-q' というオプションはない"),
        (["diff", "2006"], "DAY is missing. See nkj diff --help", "DAY がない"),
        (["status", "--on"], "'--on' needs a value. See nkj status --help", "値が要る"),
        (["status", "-m"], "'-m' needs a value", "値が要る"),
        (["status", "--explain=5"], "'--explain' takes no value", "値を取らない"),
        (["status", "--explain=5", "--on", "2006"], "'--explain' takes no value", "値を取らない"),
        (["--version=3"], "'--version' takes no value", "値を取らない"),
        (["show", "payment-ban", "a", "b"], "too many words: 'a b'", "余分な語"),
        (["history", "2006"], "a history has every day: nkj timeline 2006", "nkj timeline 2006"),
        (["2014-07-05"], "For that day: nkj status 2014-07-05", "nkj status 2014-07-05"),
        (["status", "2014", "2015"], "2 days were given (2014 2015) where 1", "日が2個ある"),
        (["status", "2014", "--on", "2015"], "only one of the two", "どちらか一方"),
        (["timeline", "2014", "--to", "2015"], "only one of the two", "どちらか一方"),
        (["status", "remitances"], "Did you mean 'remittances'?", "'remittances' の誤りか"),
        (["status", "payment"], "'payment-ban', 'import-payment-ban'", "だけでは決まらない"),
        (["status", "-f", "jsno"], "Did you mean 'json'?", "'json' の誤りか"),
        (["status", "平成31年5月1日"], "it goes by 令和元年", "令和元年に当たる"),
        (["help", "stauts"], "Did you mean 'status'?", "'status' の誤りか"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_mistyped_words_in_both_languages(
    words: list[str], english: str, japanese: str, run: Run
) -> None:
    """In nkj's own sentences, with the nearest name, in the language of the locale."""
    for told, locale in ((english, "C.UTF-8"), (japanese, "ja_JP.UTF-8")):
        done = run(*words, LANG=locale)
        assert (done.returncode, done.stdout) == (2, b"")
        sentence = done.stderr.decode()
        assert sentence.startswith("nkj: ")
        assert sentence.count("\n") == 1
        assert told in sentence
    assert "Error" not in sentence


@pytest.mark.parametrize(
    "words", [["{}"], ["--{}"], ["status", "--{}"], ["status", "{}"], ["status", "--explain={}"]]
)
def test_a_word_of_any_length_is_cut(words: list[str], run: Run) -> None:
    """What is repeated of a mistyped word is no longer than a line or two."""
    done = run(*(word.format("x" * 5000) for word in words))
    assert done.returncode == 2
    assert len(done.stderr) < 200
