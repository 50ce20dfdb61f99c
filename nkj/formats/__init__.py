"""A sheet drawn in each format; ``json`` and ``csv`` are data and render the result itself.

What lives here: the names of the formats, the page that each draws on, and the one place where a
sheet is made safe to show. What does not: any format (its own module, loaded when it is asked for).

A new format is a name in ``FORMATS`` and a module of that name with ``render(sheet, page)``, or,
if it is data, ``answer(result)``;
tests/unit/test_formats.py counts both.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from nkj.characters import shown

if TYPE_CHECKING:
    from nkj.queries.result import Answer
    from nkj.sheets.sheet import Block, Chart, Row, Sheet

#: What ``--format`` takes, in the order in which help names them.
FORMATS = ("table", "plain", "json", "csv", "markdown", "html")
#: Those that are for programs: they take the answer and no sheet.
DATA = ("json", "csv")
#: How wide a chart of characters is where nothing says how wide the page is.
CHART_WIDTH = 100


class Page(NamedTuple):
    """What a sheet is drawn on. ``width`` (in characters), ``colour`` and ``links`` (a terminal's
    own, OSC 8) bear on tables alone; ``lang`` is the language of the few words that a format adds.
    ``id_links`` makes links of the ids in Markdown.
    """

    width: int = 100
    colour: bool = False
    lang: str = "en"
    links: bool = False
    id_links: bool = False


class _Format(Protocol):
    """A module that draws sheets."""

    def render(self, sheet: Sheet, page: Page) -> str:
        """The sheet in this format."""


class _Data(Protocol):
    """A module that writes answers."""

    def answer(self, result: Answer) -> str:
        """The answer in this format."""


def data(result: Answer, kind: str) -> str:
    """An answer in one of ``DATA``."""
    form = cast("_Data", import_module(f"nkj.formats.{kind}"))
    return form.answer(result)


def drawn(sheet: Sheet, kind: str, page: Page) -> str:
    """A sheet in one of ``FORMATS`` but ``DATA``, with nothing in it that a terminal would obey."""
    form = cast("_Format", import_module(f"nkj.formats.{kind}"))
    return form.render(_safe_sheet(sheet), page)


def fragment(sheet: Sheet, id_links: bool = False, under_title: str = "") -> str:
    """A sheet as HTML that may stand in any page, as safe as ``drawn`` makes it.

    ``id_links`` makes links of the ids that the sheet has an address of; ``under_title`` is HTML.
    """
    from nkj.formats import html

    return html.fragment(_safe_sheet(sheet), id_links, under_title)


def _safe_sheet(sheet: Sheet) -> Sheet:
    return sheet._replace(
        title=shown(sheet.title),
        blocks=tuple(_safe_block(block) for block in sheet.blocks),
        notes=tuple(map(shown, sheet.notes)),
    )


def _safe_block(block: Block) -> Block:
    def safe_row(row: Row) -> Row:
        return row._replace(cells=tuple(map(shown, row.cells)), brief=tuple(map(shown, row.brief)))

    groups = tuple((shown(name), tuple(map(safe_row, rows))) for name, rows in block.groups)
    intro = tuple(map(shown, block.intro))
    chart = _safe_chart(block.chart) if block.chart else None
    return block._replace(heading=shown(block.heading), groups=groups, intro=intro, chart=chart)


def _safe_chart(chart: Chart) -> Chart:
    groups = []
    for group in chart.groups:
        lanes = tuple(
            lane._replace(name=shown(lane.name), short=shown(lane.short), aside=shown(lane.aside))
            for lane in group.lanes
        )
        groups.append(group._replace(heading=shown(group.heading), lanes=lanes))
    key = tuple((mark, shown(told)) for mark, told in chart.key)
    return chart._replace(
        groups=tuple(groups),
        aside=shown(chart.aside),
        key=key,
        drawn=shown(chart.drawn),
        described=shown(chart.described),
    )
