"""What validation says of lists: names against numbers, and terms for the totals.

The plain case of each code stands in tests/problems; here are the cases that must not be told and
those that are easily missed. Each is the fixture registry with one thing changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import nkj
from tests.conftest import FIXTURE

NET = """        net:
          entities: 0
        designations: [red-star-trading]
"""
LISTED = "            for: [in_force, added, designations]\n"
STRUCK = "        removed:\n          individuals: 1\n        delisted: [kim-il-han-1970]\n"
DISPUTED = """        disputed:
          - field: %s
            says: '1'
            source: evening-2016
"""
UN_ROUND = "      - id: asset-freeze-un-2013\n"
OWN_ROUND = "      - id: asset-freeze-own-2012\n"


def _codes(path: Path, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """The errors of the fixture with some of its text changed, and fields without a source, each
    with the line it is at.
    """
    text = FIXTURE.joinpath("registry.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file = path / "changed.yaml"
    file.write_text(text, encoding="utf-8")
    lines = text.splitlines()
    found = nkj.read(file).problems
    # Other families of checks have warnings of their own for what is changed here.
    told = [p for p in found if p.severity == "error" or p.code == "unsupported-field"]
    return [(p.code, lines[p.location.line - 1].strip()) for p in told]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([], []),
        # the total grew by none, not by one
        (
            [(NET, NET.replace("entities: 0", "entities: 1"))],
            [("counts-disagree", "entities: 1")],
        ),
        # nor may `net` be left out where it is less than `added`
        (
            [(NET, "        designations: [red-star-trading]\n")],
            [("counts-disagree", "designations: [red-star-trading]")],
        ),
        # a source may say otherwise
        ([(NET, NET.replace("entities: 0", "entities: 1") + DISPUTED % "net")], []),
        (
            [
                (
                    "          individuals: 1\n        designations: [kim-il-han-1970]\n",
                    "          individuals: 2\n        designations: [kim-il-han-1970]\n"
                    + DISPUTED % "added"
                    + "        net:\n          individuals: 1\n",
                )
            ],
            [],
        ),
        # of a list that is only counted by another, `net` is nobody's
        (
            [
                ("    totals_with: [asset-freeze-own]\n", ""),
                (NET, NET.replace("entities: 0", "entities: 1")),
            ],
            [],
        ),
        # after a round that names nobody, nobody knows who was new
        (
            [
                ("        designations: [kim-il-han-1970]\n", ""),
                (
                    LISTED + "      - id: asset-freeze-own-2015",
                    "            for: [in_force, added]\n      - id: asset-freeze-own-2015",
                ),
                (STRUCK, ""),
                (NET, NET.replace("entities: 0", "entities: 7")),
            ],
            [],
        ),
        # struck off: as many as named
        (
            [
                (
                    "        removed:\n          individuals: 1\n",
                    "        removed:\n          individuals: 2\n",
                )
            ],
            [("counts-disagree", "individuals: 2")],
        ),
        # twice in one round
        (
            [
                (
                    "designations: [kim-il-han-1970]",
                    "designations: [kim-il-han-1970, kim-il-han-1970]",
                )
            ],
            [("party-twice", "designations: [kim-il-han-1970, kim-il-han-1970]")],
        ),
        # a note told of the UN's listing before the day was known
        (
            [
                (
                    UN_ROUND,
                    "      - id: un-note\n        event: noted\n        occurred: 2013-05-28\n"
                    "        un_listed: 2013-05-28\n        designations: [red-star-trading]\n"
                    "        cite:\n          - source: gazette-2010\n"
                    "            for: [occurred, un_listed, designations]\n" + UN_ROUND,
                )
            ],
            [],
        ),
        # parties named in place count like others
        (
            [("            type: vessel\n", "            type: entity\n")],
            [("counts-disagree", "entities: 1")],
        ),
        # totals need their terms
        (
            [("  - id: individuals_total\n", "  - id: persons_total\n")],
            [
                ("undefined-term", "totals_with: [asset-freeze-un]"),
                ("undefined-term", "totals_with: [asset-freeze-own]"),
            ],
        ),
        (
            [("totals_with: [asset-freeze-un]", "totals_with: [asset-freeze-uk]")],
            [("undefined-measure", "totals_with: [asset-freeze-uk]")],
        ),
        # what a party is said to be has a source
        (
            [
                (
                    "    country: KP\n    born: [1960-01-02]\n",
                    "    country: KP\n    imo: '1'\n    born: [1960-01-02]\n",
                )
            ],
            [("unsupported-field", "imo: '1'")],
        ),
        (
            [("        un_listed: 2013-05-28\n", "        un_listed: 2013-05-32\n")],
            [("bad-date", "un_listed: 2013-05-32")],
        ),
        (
            [("designations: [kim-il-han-1970]", "designations: [[kim-il-han-1970]]")],
            [("wrong-shape", "designations: [[kim-il-han-1970]]")],
        ),
    ],
)
def test_what_is_told(
    changes: list[tuple[str, str]], told: list[tuple[str, str]], tmp_path: Path
) -> None:
    """Exactly these problems, each at its place."""
    assert _codes(tmp_path, *changes) == told
