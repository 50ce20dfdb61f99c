"""Answers that show themselves in a notebook.

What lives here: an answer as the HTML of its sheet. What does not: the sheet (``sheets``) and its
form (``formats.html``).
"""

from __future__ import annotations

from importlib import import_module

from nkj import formats
from nkj.queries.exchanges import ExchangesResult
from nkj.queries.result import Answer
from nkj.wording import spoken, words


def html(answer: Answer, lang: str | None = None) -> str:
    """An answer as HTML that may stand in any page: headings, tables, notes; no style, no script.

    ``lang`` is ``en`` or ``ja``; left out, that of ``NKJ_LANG``, else ``en``. It is the same sheet
    as on the command line.
    """
    view = import_module(type(answer).__module__.replace(".queries.", ".sheets."))
    several = isinstance(answer, ExchangesResult) and len(answer.exchanges) != 1
    sheet_of = view.glance if several else view.sheet
    sheet = sheet_of(answer, words(spoken(lang)))
    return formats.fragment(sheet)
