"""Every command in every format, language and width, on the frozen fixture registry, exactly as it
was read and accepted.

`pytest --update` rewrites the files in `expected/`; read them before you commit them. What must
hold of any sheet in a format (widths, formulas, markup) is asserted by itself in
tests/unit/test_formats.py.
"""

from __future__ import annotations

import contextlib
import os
import shlex

import pytest
from typer.testing import CliRunner

from nkj.cli.app import app
from tests.conftest import FIXTURE, ROOT

EXPECTED = ROOT / "tests" / "golden" / "expected"
COMMANDS = {
    "status-2014-07-05": "status --on 2014-07-05 --origin all",
    "status-2016-02-15-explained": "status --on 2016-02-15 --explain",
    "status-before-all": "status --on 2003",
    "status-default": "status --on 2017",
    "status-all": "status --on 2014-07-05 --all",
    "status-brief": "status --on 2014-07-05 --all --brief",
    "history": "history",
    "history-notes": "history --notes --measure remittances",
    "history-explain": "history --notes --explain",
    "diff-2010-2016": "diff before:test-2010 2016 --all",
    "diff-backwards": "diff 2014-07-05 2013 --measure ports",
    "timeline": "timeline 2010 2016",
    "timeline-bars": "timeline --bars --origin all",
    "timeline-bars-few-days": "timeline --bars 2014-07-20 2014-06-20 entry ports",
    "timeline-backwards": "timeline 2014-07 2010 --measure ports",
    "sources": "sources",
    "exchanges": "exchanges",
    "exchanges-harbour-2014": "exchanges harbour-2014",
    "exchanges-harbour-2014-full": "exchanges harbour-2014 --full",
    "parties-name": "parties red star --on 2013-06-01",
    "parties-namesakes": "parties 'kim il han' --on 2013",
    "parties-none": "parties nobody --on 2013",
    "parties-all": "parties --on 2013",
    "show-party": "show red-star-trading",
    "deadlines-2012": "deadlines 2012-02-01 --origin all",
    "deadlines-none": "deadlines 2019",
    "search-harbour": "search harbour",
    "search-nowhere": "search harbuor",
    "list": "list",
    "list-events": "list events",
    "list-parties": "list parties",
    "list-terms": "list terms",
    "cite-measure": "cite port-ban-flagged-ships --on 2012-02-01",
    "cite-leg": "cite harbour-2014/j2 --on 2020-01-01",
    "show-measure": "show port-ban-flagged-ships",
    "show-event": "show entry-ban-2016",
    "show-designations": "show asset-freeze-2017-05-01",
    "show-decision": "show package-2010-04-01",
    "show-occasion": "show test-2010",
    "show-indicator": "show ship-calls",
    "show-leg": "show harbour-2014/j2",
    "show-source": "show gazette-2010",
    "show-law": "show harbour-act",
    "show-checkpoint": "show check-2013",
}
#: What may be done on a day, asked of a registry that has rules.
RULES = FIXTURE / "rules"
ACTS = {
    "ask": "ask --on 2012",
    "ask-allowed": "ask pay yen=50 purpose=food --on 2015",
    "ask-reported": "ask pay yen=101 --on 2012 --explain",
    "ask-depends": "ask pay purpose=food --on 2015 --explain",
    "ask-limits": "ask pay --on 2012",
    "ask-near": "ask pay yen=100 --on 2012",
    "ask-unknown": "ask pay yen=60 --on 2014-03-15",
    "ask-day": "ask call --on 2012",
    "ask-party": "ask deal 'party=red star' --on 2012-01-15",
    "ask-nobody": "ask deal party=nobody --on 2012-01-15",
    "show-rules": "show payment-ban",
}
SHAPES = [
    ("table", "60"),
    ("table", "80"),
    ("table", "100"),
    ("table", "200"),
    ("plain", ""),
    ("csv", ""),
    ("markdown", ""),
    ("json", ""),
    ("html", ""),
]
ENDINGS = {
    "table": "txt",
    "plain": "plain",
    "csv": "csv",
    "markdown": "md",
    "json": "json",
    "html": "html",
}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("name", sorted({**COMMANDS, **ACTS}))
def test_output_is_as_accepted(name: str, lang: str, update: bool) -> None:
    """The bytes of each answer are those that were read and accepted."""
    for form, width in SHAPES:
        if form == "json" and lang == "ja":
            continue  # texts stand in JSON in both languages, whatever the language
        words = [
            *shlex.split({**COMMANDS, **ACTS}[name]),
            "--registry",
            os.path.relpath(RULES if name in ACTS else FIXTURE, ROOT),
            "--lang",
            lang,
            "--format",
            form,
        ]
        # From the root of the checkout, so that no answer names where the checkout lies.
        with contextlib.chdir(ROOT):
            done = CliRunner().invoke(app, words, env={"COLUMNS": width or "100"})
        assert done.exit_code == 0, done.output
        file = EXPECTED / name / f"{lang}{'-' + width if width else ''}.{ENDINGS[form]}"
        if update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(done.stdout_bytes)
        assert done.stdout_bytes == file.read_bytes(), f"{name} {lang} {form} {width}"
