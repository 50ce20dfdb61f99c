"""docs/notebook.md runs from top to bottom, and prints what stands in it."""

from __future__ import annotations

import contextlib
import io
import re

import pytest

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "notebook.md"
BLOCK = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```\n", re.DOTALL)


@pytest.mark.filterwarnings("ignore")  # what pandas and polars warn about in themselves
def test_the_notebook_prints_what_stands_in_it(update: bool) -> None:
    """Each block sees what those before it made, as in a notebook."""
    text = PAGE.read_text(encoding="utf-8")
    names: dict[str, object] = {}

    def fresh(match: re.Match[str]) -> str:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(match.group(1), PAGE.name, "exec"), names)
        return f"```python\n{match.group(1)}```\n\n```text\n{out.getvalue()}```\n"

    now = BLOCK.sub(fresh, text)
    if update:
        PAGE.write_text(now, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == now
    assert len(BLOCK.findall(text)) == text.count("```python") == 6
