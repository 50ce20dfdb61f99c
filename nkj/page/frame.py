"""The page around its data: head, views, the rows of the last day, style and script by their hash.

What lives here: the HTML that stands without a script. What does not: answers (``answers``), what
the script picks from (``data``), the script and the style themselves (``scripts``, ``page.css``).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files

from nkj import days
from nkj.characters import shown
from nkj.choices import choose
from nkj.model import Measure, Registry
from nkj.page import answers, bars, linked, questions, scripts
from nkj.page.data import about, as_of, encoded, hint
from nkj.queries.status import MeasureStatus, status
from nkj.sheets.diff import ORDER
from nkj.sheets.phrases import Phrases
from nkj.wording import words

#: The groups of a status: the label of each, its place in the summary, and its states.
GROUPS = (
    ("status.in-force", "on", ("in-force", "eased")),
    ("status.open", "open", ("uncertain", "unknown")),
    ("status.not-in-force", "ended", ("lifted", "lapsed", "superseded", "suspended")),
    ("status.not-yet", "coming", ("not-yet-imposed",)),
)
#: How many families have a colour of their own in the style; the others take these again.
_COLOURS = 7


def page(registry: Registry, lang: str, head: str = "", foot: str = "") -> str:
    """The whole page, which opens in one of the languages.

    ``head`` and ``foot`` are HTML for its head and its end, where it is part of a site.
    """
    return _Frame(registry, lang).whole(head, foot)


class _Frame:
    """The parts of the page in the language in which it opens."""

    def __init__(self, registry: Registry, lang: str) -> None:
        self.registry = registry
        self.phrases = Phrases(registry, words(lang))
        self.lang = lang
        self.scale = bars.scale_of(registry)
        self.measures = choose(registry, (), "all")

    def say(self, key: str, **facts: object) -> str:
        """A label, safe in HTML."""
        return safe(self.phrases.words.say(key, **facts))

    def whole(self, head: str, foot: str) -> str:
        style, script = _part("page.css"), scripts.whole()
        policy = (
            f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
            "base-uri 'none'; form-action 'none'"
        )
        order = " ".join(ORDER)
        return (
            "<!DOCTYPE html>\n"
            f'<html lang="{self.lang}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n'
            f"<title>{safe(self.phrases.title())}</title>\n{head}"
            f'<script type="application/ld+json">{linked.dataset(self.registry)}</script>\n'
            f"<style>{style}</style>\n</head>\n<body>\n{bars.MARKS}\n"
            f"{self._header()}<main>\n"
            '<p class="error" id="error" role="alert" hidden></p>\n'
            f"{self._day_view()}{self._days_view()}"
            f"{self._plain_view('m', 'page.measures', 'life')}"
            f"{self._plain_view('x', 'page.bargains', 'bargain')}"
            f"{questions.views(self.registry, self.say, self._field)}"
            f"</main>\n{self._footer(foot)}"
            f'<script type="application/json" id="data" data-order="{order}">'
            f"{encoded(self.registry)}</script>\n"
            f"<script>{script}</script>\n</body>\n</html>\n"
        )

    def _header(self) -> str:
        tabs = [("on", "page.on"), ("from", "page.between"), ("m", "page.measures")]
        tabs.append(("x", "page.bargains"))
        tabs += questions.tabs(self.registry)
        links = "\n".join(
            f'<a id="tab-{view}" data-view="{view}" href="#{view}=" data-say="{key}">'
            f"{self.say(key)}</a>"
            for view, key in tabs
        )
        return (
            f'<header>\n<h1 data-say="title">{safe(self.phrases.title())}</h1>\n'
            f'<button type="button" id="lang" data-needs-script hidden '
            f'data-say="page.other-language">{self.say("page.other-language")}</button>\n'
            f'<p class="about" data-say="about">{safe(about(self.registry, self.phrases))}</p>\n'
            f'<nav data-needs-script hidden data-name="page.views" '
            f'aria-label="{self.say("page.views")}">\n{links}\n</nav>\n</header>\n'
        )

    def _day_view(self) -> str:
        day = self.registry.verified_through or self.scale.last
        rows = status(self.registry, day, (), "all").measures
        counts = "".join(f"<span>{line}</span>" for line in self._summaries(rows))
        return (
            '<section id="view-on">\n'
            f'<form id="on-form" data-needs-script hidden>\n{self._field("day", "page.day")}'
            f"{self._button('earlier', 'page.earlier', '◂ ')}"
            f"{self._button('later', 'page.later', '', ' ▸')}</form>\n"
            '<p class="hint" id="hint" data-needs-script hidden data-say="hint">'
            f"{safe(hint(self.registry, self.phrases))}</p>\n"
            '<input type="range" id="slider" step="1" data-needs-script hidden '
            f'data-name="page.slider" aria-label="{self.say("page.slider")}">\n'
            '<div class="view">\n'
            f'<h2 id="on-title" tabindex="-1">{self.say("page.title-on", day=days.iso(day))}</h2>\n'
            f'<p class="summary" id="summary" role="status">{counts}</p>\n'
            f'<ul class="notes" id="on-notes"></ul>\n'
            f'<p class="quiet" data-without-script>{self.say("page.no-script")}</p>\n'
            f'<div id="rows">{self._sections(rows)}</div>\n'
            "</div>\n</section>\n"
        )

    def _days_view(self) -> str:
        return (
            '<section id="view-from" hidden>\n<form id="from-form">\n'
            f"{self._field('from', 'page.from')}{self._field('to', 'page.to')}"
            f'<button type="submit" data-say="page.compare">{self.say("page.compare")}</button>\n'
            '</form>\n<p class="hint" data-say="hint">'
            f"{safe(hint(self.registry, self.phrases))}</p>\n"
            '<div class="view">\n<h2 id="from-title" tabindex="-1"></h2>\n'
            '<ul class="notes" id="from-notes"></ul>\n<div id="changes"></div>\n</div>\n'
            "</section>\n"
        )

    def _plain_view(self, name: str, key: str, inner: str) -> str:
        return (
            f'<section id="view-{name}" hidden>\n'
            f'<h2 id="{name}-title" tabindex="-1">{self.say(key)}</h2>\n'
            f'<div id="{inner}"></div>\n</section>\n'
        )

    def _field(self, name: str, key: str) -> str:
        # No date field: it would take neither a year nor a month nor an id.
        return (
            f'<label><span data-say="{key}">{self.say(key)}</span>'
            f'<input type="text" id="{name}" autocomplete="off" autocapitalize="none" '
            'spellcheck="false"></label>\n'
        )

    def _button(self, name: str, key: str, before: str, after: str = "") -> str:
        front, back = (_arrow(arrow) for arrow in (before, after))
        return (
            f'<button type="button" id="{name}">{front}'
            f'<span data-say="{key}">{self.say(key)}</span>{back}</button>\n'
        )

    def _summaries(self, rows: Sequence[MeasureStatus]) -> Iterable[str]:
        """How many measures are in which group, the sender's own and the others apart."""
        for origin in ("unilateral", "un"):
            members = [row for row in rows if row.origin == origin]
            if not members:
                continue
            counts = {
                name: sum(row.state in states for row in members) for _, name, states in GROUPS
            }
            whose = self.phrases.origin("unilateral")
            if origin == "un":
                whose = self.phrases.words.say("page.summary.un")
            yield self.say("page.summary", whose=whose, **counts)

    def _sections(self, rows: Sequence[MeasureStatus]) -> str:
        told = {row.id: row for row in rows}
        parts = []
        for heading, _, states in GROUPS:
            members = [m for m in self.measures if told[m.id].state in states]
            if members:
                bodies = "".join(self._bodies(members, told))
                inner = f"<table>{self._heads()}{bodies}</table>"
            elif heading == "status.in-force":
                inner = f"<p>{self.say('status.none-in-force')}</p>"
            else:
                continue
            parts.append(f"<section><h3>{self.say(heading)}</h3>{inner}</section>")
        return "".join(parts)

    def _heads(self) -> str:
        ends = {"first": days.iso(self.scale.first)[:4], "last": days.iso(self.scale.last)[:4]}
        titles = [self.say(f"status.col.{name}") for name in ("measure", "state", "since", "until")]
        titles.append(self.say("page.bar", **ends))
        cells = "".join(f'<th scope="col">{title}</th>' for title in titles)
        return f"<thead><tr>{cells}</tr></thead>"

    def _bodies(self, members: Sequence[Measure], told: dict[str, MeasureStatus]) -> Iterable[str]:
        """The rows, family by family."""
        for place, family in enumerate(self.registry.programme.families):
            inside = [measure for measure in members if measure.family == family.id]
            if not inside:
                continue
            name = safe(self.phrases.family(family.id))
            rows = "".join(self._row(measure, told[measure.id], place) for measure in inside)
            yield (
                f'<tbody class="f{place % _COLOURS}"><tr class="family">'
                f'<th scope="rowgroup" colspan="5">{name}</th></tr>{rows}</tbody>'
            )

    def _row(self, measure: Measure, answer: MeasureStatus, place: int) -> str:
        row = answers.row(answer, self.phrases)
        until = f' data-until="{safe(row.until)}"' if row.until else ""
        details = "".join(
            f'<span class="detail">{safe(detail)}</span>'
            for detail in (row.holds, row.coming)
            if detail
        )
        if measure.origin == "un":
            details = f'<span class="un">{self.say("page.un")}</span>{details}'
        return (
            f'<tr data-measure="{measure.id}" data-state="{row.state}"{until} '
            f'class="f{place % _COLOURS}"><th scope="row">'
            f"{safe(self.phrases.text(measure.name))}{details}</th>"
            f'<td class="state"><svg class="mark" aria-hidden="true"><use '
            f'href="#mark-{row.state}"></use></svg>{self.say(f"state.{row.state}")}</td>'
            f"{self._day_cell('since', row.since)}{self._day_cell('until', row.until)}"
            f'<td class="life">{bars.bar(self.registry, measure, self.scale)}</td></tr>'
        )

    def _day_cell(self, name: str, day: str) -> str:
        label = self.say(f"status.col.{name}")
        told = safe(day).replace("..", "..<wbr>")
        return f'<td class="day" data-label="{label}">{told}</td>'

    def _footer(self, foot: str) -> str:
        keys = ("note.doubt", "note.terms-doubtful")
        notes = "".join(f'<p data-say="{key}">{self.say(key)}</p>\n' for key in keys)
        told = safe(as_of(self.registry, self.phrases))
        return f'<footer>\n{notes}<p data-say="as-of">{told}</p>\n{foot}</footer>\n'


def safe(text: str) -> str:
    """A text that may stand in HTML: no tag of its own, nothing that a reader cannot see."""
    return escape(shown(text))


def _arrow(sign: str) -> str:
    return f'<span aria-hidden="true">{sign}</span>' if sign else ""


def _part(name: str) -> str:
    return files("nkj.page").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """How a page names the one style or script that may run in it."""
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
