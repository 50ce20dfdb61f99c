"""A terminal obeys what it prints: nothing from outside reaches it that it would obey, and nothing
that nobody sees.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import nkj
from nkj.characters import FORBIDDEN, printable
from nkj.formats import Page, csv, markdown, table
from nkj.sheets.sheet import Block, Column, Row, Sheet
from tests.conftest import ROOT

Run = Callable[..., "object"]
EVIL = "\x1b[31m\u202e\x9b\u200b\u3164"
SOUND = (ROOT / "tests" / "problems" / "sound.yaml").read_text(encoding="utf-8")


def _hidden() -> Iterator[str]:
    """Every character that is a control, a format, a separator of lines, or no character."""
    for number in range(sys.maxunicode + 1):
        kind = unicodedata.category(chr(number))
        if kind in ("Cc", "Cf", "Zl", "Zp", "Cs") and chr(number) not in "\t\n\r":
            yield chr(number)


#: Format characters that are seen: signs of Arabic, Syriac, Kaithi and hieroglyphs that stand over
#: or around numbers.
SEEN = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f]"
)


def test_every_hidden_character_is_refused() -> None:
    """Controls, direction marks, joiners, fillers, tags: none may stand in a registry."""
    assert [
        f"{ord(c):04x}" for c in _hidden() if not FORBIDDEN.fullmatch(c) and not SEEN.match(c)
    ] == []


def test_variation_selectors_stand_only_behind_a_chinese_character() -> None:
    """A name may choose its kanji's form; text hidden in selectors may not stand anywhere."""
    assert not FORBIDDEN.search("葛\U000e0100城と辻\ufe00")
    for hidden in ("a\ufe0f", "\U000e0100", "葛\U000e0100\U000e0101"):
        assert FORBIDDEN.search(hidden)


@pytest.mark.parametrize(
    "character", ["\u202e", "\u200b", "\x1b", "\x9b", "\u2028", "\ufeff", "\U000e0041", "\u200d"]
)
@pytest.mark.parametrize(
    "place",
    [
        "# {}\n",
        "{}: 1\n",
        "measures: {}\n",
        "measures:\n  - id: a{}\n",
        'measures: "{}"\n',
        '"{}": 1\n',
        "measures:\n  - id: '{}'\n",
    ],
)
def test_refused_wherever_it_stands(character: str, place: str, tmp_path: Path) -> None:
    """Raw in comments, keys, ids and values; in double quotes also as YAML's escape."""
    bad = tmp_path / "bad.yaml"
    for written in (character, f"\\U{ord(character):08x}") if '"' in place else (character,):
        bad.write_text("x: 1\n" + place.format(written), encoding="utf-8")
        assert "forbidden-character" in {p.code for p in nkj.read(bad).problems}


@pytest.mark.parametrize(
    "words",
    [
        [EVIL],
        [f"--{EVIL}"],
        ["status", f"--{EVIL}"],
        ["show", "a", EVIL],
        ["show", EVIL],
        ["status", f"--explain={EVIL}"],
    ]
    + [
        ["status", option, EVIL]
        for option in ("--on", "-m", "--lang", "--format", "--origin", "--registry")
    ]
    + [
        ["diff", EVIL, "2006"],
        ["exchanges", EVIL],
        ["sources", "--kind", EVIL],
        ["validate", EVIL],
        ["format", EVIL],
    ],
    ids=lambda words: " ".join(words).encode("unicode_escape").decode(),
)
def test_words_are_echoed_with_escapes(words: list[str], run: Run) -> None:
    """In nkj's sentences and in Typer's."""
    _inert(run(*words), 2)


def test_variables_are_echoed_with_escapes(run: Run) -> None:
    """``NKJ_REGISTRY`` and ``NKJ_LANG``."""
    _inert(run("status", NKJ_REGISTRY=EVIL), 2)
    _inert(run("status", NKJ_LANG=EVIL), 2)


def _inert(done: object, code: int) -> None:
    told = (done.stdout + done.stderr).decode("utf-8")  # type: ignore[attr-defined]
    assert done.returncode == code  # type: ignore[attr-defined]
    assert not set(told) & set(EVIL) - set("[31m")
    assert told
    assert "Traceback" not in told


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "plain"])
def test_file_names_and_problems_are_inert(form: str, run: Run, tmp_path: Path) -> None:
    """A name with a line end and escapes, and texts that were refused, in every format."""
    bad = tmp_path / f"a\n{EVIL}.yaml"
    bad.write_text(
        'measures:\n  - id: "\\u202e\\e[31m\\x9b\\u200b\\u3164"\n    "k\\u202e\\e": 1\n',
        encoding="utf-8",
    )
    _inert(run("validate", str(tmp_path), "--format", form), 1)
    done = run("validate", str(bad), "--format", form)
    _inert(done, 1)
    if form == "table":
        assert b"a\\n" in done.stderr  # type: ignore[attr-defined]


def test_format_names_files_with_escapes(run: Run, tmp_path: Path) -> None:
    """``nkj format``: done, to do, and refused."""
    book = tmp_path / f"a\n{EVIL}.yaml"
    book.write_text(SOUND + "\n\n", encoding="utf-8")
    _inert(run("format", "--check", str(book)), 1)
    _inert(run("format", str(book)), 0)
    book.write_text("- &a x", encoding="utf-8")
    _inert(run("format", str(book)), 1)


def test_printable_hides_nothing() -> None:
    """Blank letters are escaped like controls, and a long text is cut."""
    assert printable("a\u3164\u2800\ufe0f\u115f") == "a\\u3164\\u2800\\ufe0f\\u115f"
    assert len(printable("x" * 10**6)) == 80


def _sheet(text: str) -> Sheet:
    return Sheet(
        text,
        (
            Block(
                text,
                (Column("a", text), Column("b", "B", "key")),
                (("", (Row((text, text)),)),),
                (text,),
            ),
        ),
        (text,),
    )


def test_rich_markup_is_text() -> None:
    """Square brackets are printed, with and without colour."""
    for text in ("[red]x[/red]", "[link=https://example.org]x[/link]", "[/]", "[bold", ":smile:"):
        bare, coloured = (table.render(_sheet(text), Page(80, colour)) for colour in (False, True))
        assert bare.count(text) == coloured.count(text) == 7


@pytest.mark.parametrize("sign", list("=+-−@＝＋－＠﹦﹢﹣﹫⁺⁻⁼"))
@pytest.mark.parametrize("lead", ["", " ", "\t", "\n", "\xa0", "\u3000", "\u2003", " \r "])
def test_no_formula_in_csv(sign: str, lead: str) -> None:
    """Narrow, wide, small and raised, behind any space."""
    assert csv.harmless(f"{lead}{sign}cmd|' /c calc'!A1").startswith("'")


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "<img src=x onerror=y>",
        "[x](javascript:y)",
        "![x](https://e.org/p.png)",
        "[x]: y",
        "&lt;b&gt;",
    ],
)
def test_markdown_is_inert(text: str) -> None:
    """No tag, link, picture, reference or entity comes to life, in title, heading, cell, paragraph
    or note.
    """
    drawn = markdown.render(_sheet(text), Page()).replace("<br>", "")
    assert not re.search(r"(?<!\\)[<>\[\]&]", drawn)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")
def test_a_terminal_of_any_claimed_width(run: Run) -> None:
    """COLUMNS cannot make a page of a billion columns on a terminal either."""
    import subprocess

    ours, theirs = os.openpty()
    environment = {**os.environ, "COLUMNS": "999999999", "TERM": "dumb"}
    words = [sys.executable, "-m", "nkj", "exchanges", "stockholm-2014"]
    process = subprocess.Popen(words, cwd=ROOT, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    drawn = bytearray()
    try:
        while piece := os.read(ours, 65536):
            drawn += piece
            assert len(drawn) < 10**6
    except OSError:
        pass
    finally:
        process.wait(30)
        os.close(ours)
    assert process.returncode == 0
    assert max(map(len, drawn.decode().splitlines())) <= 1000
