"""The one form of a registry file: nothing is lost, and what is in it stays as it is."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import nkj
from nkj.registry.editing.form import Unformable, formed
from nkj.registry.files import RegistryFile, read_files
from tests.conftest import FIXTURE, ROOT

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

UNTIDY = """\
# about the file
# and more of it

measures: # the measures
  - name: {ja: "入港禁止", en: 'Port ban'}
    # why this id
    id: port-ban
    family: ports   # a family
    kind: prohibition
    events:
      - cite: [{source: s, for: [in_force,
            note]}]
        in_force: 2010-05-01
        event: "imposed"
        note:
          en: |
            First line.

            # no comment
            Last: line # no comment either
        id: e-1
# at the end
sources:
- {id: s, kind: primary, publisher: "yes", title: '2016-01-01'}
"""

TIDY = """\
# about the file
# and more of it

# the measures
measures:
  # why this id
  - id: port-ban
    # a family
    family: ports
    kind: prohibition
    name:
      en: Port ban
      ja: 入港禁止
    events:
      - id: e-1
        event: imposed
        in_force: 2010-05-01
        note:
          en: "First line.\\n\\n# no comment\\nLast: line # no comment either\\n"
        cite:
          - source: s
            for: [in_force, note]

# at the end
sources:
  - id: s
    kind: primary
    publisher: 'yes'
    title: '2016-01-01'
"""


def _file(text: str) -> RegistryFile:
    return RegistryFile("a.yaml", "a.yaml", text.encode("utf-8"))


def test_an_untidy_file_becomes_tidy() -> None:
    """Keys in order, one a line; comments stay where they spoke; texts keep every character."""
    assert formed(_file(UNTIDY)) == TIDY


MOVED = """\
measures:
  # what it is
  - kind: prohibition # how strict
    # its first day was announced late
    # and in two papers
    events:
      # the first
      - in_force: 2010-05-01 # not the 2nd
        # from the gazette
        cite:
          # both pages
          - {source: s, for: [in_force, # here
              event]}
        # why so
        event: imposed
        id: e-1
    # never renamed
    id: port-ban
"""

BOUND = """\
measures:
  # what it is
  # never renamed
  - id: port-ban
    # how strict
    kind: prohibition
    # its first day was announced late
    # and in two papers
    events:
      # the first
      - id: e-1
        # why so
        event: imposed
        # not the 2nd
        in_force: 2010-05-01
        # from the gazette
        cite:
          # both pages
          # here
          - source: s
            for: [in_force, event]
"""


def test_a_comment_goes_where_its_key_goes() -> None:
    """It speaks of what comes next, or of the key that it stands behind."""
    assert formed(_file(MOVED)) == BOUND
    assert formed(_file(BOUND)) == BOUND


@pytest.mark.parametrize(
    "file", [*read_files(ROOT / "data"), *read_files(FIXTURE)], ids=lambda file: file.name
)
def test_our_own_files_are_in_the_form(file: RegistryFile) -> None:
    """The bundled registry and the fixture."""
    assert formed(file).encode("utf-8") == file.data


@pytest.mark.parametrize("text", [TIDY, "measures: []\n", "# nothing but a comment\n", ""])
def test_forming_twice_changes_nothing_more(text: str) -> None:
    """The form of a form is itself."""
    once = formed(_file(text))
    assert formed(_file(once)) == once


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            'a: "r\\ta"\n',
            'a: "r\\ta"\n',
        ),  # not every reader of YAML takes a tab in a word without quotes
        ("a: r\ta # tab\n", "# tab\na: r\ta\n"),
    ],
)
def test_what_only_some_readers_of_yaml_take(text: str, form: str) -> None:
    """A file that nkj reads can be put into the form, and the outcome is read everywhere."""
    assert formed(_file(text)) == form


@pytest.mark.parametrize(
    "text", ["a: &x b\n", "- a\n", "measures: [a, {b: c}, [d]]\n", "a: [\n", "a: 1\na: 2\n"]
)
def test_what_cannot_be_formed_is_refused(text: str) -> None:
    """A file with problems of its own is left to validate."""
    with pytest.raises(Unformable):
        formed(_file(text))


def test_the_command_writes_whole_files_and_says_which(tmp_path: Path, run: Run) -> None:
    """--check changes nothing and ends with 1; without it the file is in the form, with the rights
    that it had.
    """
    file = tmp_path / "a.yaml"
    file.write_text(UNTIDY, encoding="utf-8")
    os.chmod(file, 0o640)
    before = nkj.read(file).registry
    assert run("format", str(tmp_path), "--check").returncode == 1
    assert file.read_text(encoding="utf-8") == UNTIDY
    done = run("format", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert file.read_text(encoding="utf-8") == TIDY
    assert file.stat().st_mode & 0o777 == 0o640
    assert run("format", str(tmp_path), "--check").returncode == 0
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]
    after = nkj.read(file).registry
    assert before is not None
    assert after is not None
    assert after.measures == before.measures


def test_the_command_leaves_a_broken_file_alone(tmp_path: Path, run: Run) -> None:
    """It is named on standard error, exit 1, and not a byte changes."""
    file = tmp_path / "a.yaml"
    file.write_text("measures: [\n", encoding="utf-8")
    done = run("format", str(file))
    assert done.returncode == 1
    assert b"a.yaml" in done.stderr
    assert file.read_text(encoding="utf-8") == "measures: [\n"
