"""The fields of the two questions that a reader puts in words: who is frozen, and may I?

What lives here: which of these views a registry has, and their HTML. What does not: their answers
(``parties``, ``acts``), and the page around them (``frame``).
"""

from __future__ import annotations

from collections.abc import Callable

from nkj.model import Registry

#: Says a label, and makes a text field by its id and label; both safe in HTML.
Say = Callable[[str], str]
Field = Callable[[str, str], str]


def tabs(registry: Registry) -> list[tuple[str, str]]:
    """The views that there are, each with the label of its tab."""
    parties = [("p", "page.parties")] if registry.parties else []
    return [*parties, *([("a", "page.act")] if registry.conducts else [])]


def views(registry: Registry, say: Say, field: Field) -> str:
    """Their sections, empty until the script fills them."""
    parties = _parties(say, field) if registry.parties else ""
    return f"{parties}{_act(say, field) if registry.conducts else ''}"


def _parties(say: Say, field: Field) -> str:
    return (
        '<section id="view-p" hidden>\n<form id="p-form">\n'
        f"{field('p-name', 'page.party')}{field('p-day', 'page.day')}"
        f"{_submit('page.find', say)}</form>\n"
        f'<p class="hint" data-say="page.party.hint">{say("page.party.hint")}</p>\n'
        '<div class="view">\n<h2 id="p-title" tabindex="-1"></h2>\n'
        '<ul class="notes" id="p-notes"></ul>\n<div id="found"></div>\n</div>\n</section>\n'
    )


def _act(say: Say, field: Field) -> str:
    return (
        '<section id="view-a" hidden>\n<form id="a-form">\n'
        f'<label class="wide"><span data-say="page.conduct">{say("page.conduct")}</span>'
        f'<select id="a-conduct"></select></label>\n{field("a-day", "page.day")}'
        f'<div id="a-facts"></div>\n{_submit("page.ask", say)}</form>\n'
        '<div class="view">\n<h2 id="a-title" tabindex="-1"></h2>\n'
        '<p id="verdict" role="status"></p>\n'
        '<ul class="notes" id="a-notes"></ul>\n<div id="answer"></div>\n</div>\n</section>\n'
    )


def _submit(key: str, say: Say) -> str:
    return f'<button type="submit" data-say="{key}">{say(key)}</button>\n'
