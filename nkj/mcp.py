"""An assistant's tools: the questions of the command line over the Model Context Protocol.

What lives here: the tools, their answers in Markdown, and how long one may be. What does not: the
clock (``today`` is handed in), the questions (``queries``), and the protocol (its own SDK).

Markdown and not JSON: an assistant reads a tenth of the letters and the same words as a person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from nkj import __version__, days, formats
from nkj.choices import Day, OriginChoice, is_today
from nkj.formats import Page
from nkj.model import PartyType, Registry, SourceKind
from nkj.problems import WrongUsage
from nkj.queries.ask import ask
from nkj.queries.cite import cite
from nkj.queries.deadlines import deadlines
from nkj.queries.diff import diff
from nkj.queries.exchanges import exchanges
from nkj.queries.history import history
from nkj.queries.parties import parties
from nkj.queries.records import records
from nkj.queries.search import search
from nkj.queries.show import show
from nkj.queries.sources import sources
from nkj.queries.status import status
from nkj.queries.timeline import timeline
from nkj.sheets import ask as ask_sheet
from nkj.sheets import cite as cite_sheet
from nkj.sheets import deadlines as deadlines_sheet
from nkj.sheets import diff as diff_sheet
from nkj.sheets import exchanges as exchanges_sheet
from nkj.sheets import history as history_sheet
from nkj.sheets import parties as parties_sheet
from nkj.sheets import records as records_sheet
from nkj.sheets import search as search_sheet
from nkj.sheets import show as show_sheet
from nkj.sheets import sources as sources_sheet
from nkj.sheets import status as status_sheet
from nkj.sheets import timeline as timeline_sheet
from nkj.sheets.sheet import Sheet
from nkj.wording import help_texts, words

#: No answer is longer, so that one question does not fill an assistant's memory.
MOST_CHARACTERS = 12_000
#: A last line that is longer is no foot, but part of the answer.
_LONGEST_FOOT = 500
#: The tools, named as the commands are.
TOOLS = (
    *("status", "history", "diff", "timeline", "exchanges", "ask", "parties", "deadlines"),
    *("show", "search", "list", "sources", "cite"),
)


class Tools:
    """The tools of one registry, in one language. ``today`` gives the day that it is."""

    def __init__(self, registry: Registry, lang: str, today: Callable[[], int]) -> None:
        self._registry = registry
        self._words = words(lang)
        self._today = today

    def status(
        self,
        on: str = "today",
        measures: Sequence[str] = (),
        origin: OriginChoice = "unilateral",
        all: bool = False,
        explain: bool = False,
    ) -> str:
        found = status(self._registry, self._day(on), measures, origin)
        # What was asked for by name is told, whatever became of it.
        everything = all or bool(measures)
        return self._told("status", status_sheet.sheet(found, self._words, explain, everything))

    def history(
        self,
        measures: Sequence[str] = (),
        origin: OriginChoice = "unilateral",
        notes: bool = False,
        explain: bool = False,
    ) -> str:
        found = history(self._registry, measures, origin)
        return self._told("history", history_sheet.sheet(found, self._words, notes, explain))

    def diff(
        self,
        first: str,
        last: str,
        measures: Sequence[str] = (),
        origin: OriginChoice = "unilateral",
        all: bool = False,
    ) -> str:
        days_of = self._day(first), self._day(last)
        found = diff(self._registry, *days_of, measures, origin, unchanged=all)
        return self._told("diff", diff_sheet.sheet(found, self._words))

    def timeline(
        self,
        first: str | None = None,
        last: str | None = None,
        measures: Sequence[str] = (),
        origin: OriginChoice = "unilateral",
    ) -> str:
        interval = self._day_or_open(first), self._day_or_open(last)
        found = timeline(self._registry, *interval, measures, origin)
        return self._told("timeline", timeline_sheet.sheet(found, self._words))

    def exchanges(
        self, ids: Sequence[str] = (), measures: Sequence[str] = (), full: bool = False
    ) -> str:
        found = exchanges(self._registry, ids, measures)
        if ids or full:
            sheet = exchanges_sheet.sheet(found, self._words, full)
        else:
            sheet = exchanges_sheet.glance(found, self._words)
        return self._told("exchanges", sheet)

    def parties(
        self,
        name: str | None = None,
        on: str = "today",
        lists: Sequence[str] = (),
        type: PartyType | None = None,
    ) -> str:
        found = parties(self._registry, name, self._day(on), lists, type)
        return self._told("parties", parties_sheet.sheet(found, self._words))

    def ask(
        self,
        conduct: str | None = None,
        facts: dict[str, str | int | float] | None = None,
        on: str = "today",
        explain: bool = False,
    ) -> str:
        found = ask(self._registry, conduct, self._day(on), facts)
        return self._told("ask", ask_sheet.sheet(found, self._words, explain))

    def deadlines(
        self,
        on: str = "today",
        measures: Sequence[str] = (),
        origin: OriginChoice = "unilateral",
    ) -> str:
        found = deadlines(self._registry, self._day(on), measures, origin)
        return self._told("deadlines", deadlines_sheet.sheet(found, self._words))

    def show(self, id: str) -> str:
        found = show(self._registry, id)
        return self._told("show", show_sheet.sheet(found, self._words))

    def search(
        self,
        word: str,
        first: str | None = None,
        last: str | None = None,
        kind: str | None = None,
    ) -> str:
        interval = self._day_or_open(first), self._day_or_open(last)
        found = search(self._registry, word, *interval, kind)
        return self._told("search", search_sheet.sheet(found, self._words))

    def list(self, kind: str | None = None) -> str:
        found = records(self._registry, kind)
        return self._told("list", records_sheet.sheet(found, self._words))

    def sources(
        self,
        ids: Sequence[str] = (),
        measures: Sequence[str] = (),
        kind: SourceKind | None = None,
    ) -> str:
        found = sources(self._registry, ids, measures, kind)
        return self._told("sources", sources_sheet.sheet(found, self._words))

    def cite(self, id: str, on: str = "today") -> str:
        found = cite(self._registry, id, self._day(on))
        return self._told("cite", cite_sheet.sheet(found, self._words))

    def _day(self, given: str) -> Day:
        return self._today() if is_today(given) else given

    def _day_or_open(self, given: str | None) -> Day | None:
        return None if given is None else self._day(given)

    def _told(self, tool: str, sheet: Sheet) -> str:
        page = Page(lang=self._words.lang)
        return _cut(formats.drawn(sheet, "markdown", page), self._words.say(f"mcp.less.{tool}"))


def _cut(text: str, less: str) -> str:
    """The text, or as many whole lines of it as may be told, how to ask for less, and its foot."""
    if len(text) <= MOST_CHARACTERS:
        return text
    foot = text.rstrip().rpartition("\n")[2]
    end = f"\n\n{less}\n{foot if len(foot) <= _LONGEST_FOOT else ''}".rstrip()
    kept = text[: MOST_CHARACTERS - len(end) - 1].rpartition("\n")[0]
    return f"{kept}{end}\n"


def server(registry: Registry, lang: str, today: Callable[[], int]) -> MCPServer:
    """A server of the tools, which says what its answers mean before it is asked."""
    say = words(lang).say
    through = registry.verified_through
    instructions = say(
        "mcp.instructions",
        title=registry.programme.title.within(lang),
        version=registry.version,
        through="?" if through is None else days.iso(through),
    )
    made = MCPServer("nkj", instructions=instructions, version=__version__, log_level="CRITICAL")
    tools = Tools(registry, lang, today)
    help_of = help_texts(lang)
    for name in TOOLS:
        made.add_tool(
            _telling(getattr(tools, name), lang),
            name=name,
            description=f"{help_of[name].partition(chr(10))[0]} {say(f'mcp.takes.{name}')}",
            structured_output=False,
        )
    return made


def _telling(tool: Callable[..., str], lang: str) -> Callable[..., str]:
    """The tool, telling wrong usage in its sentence as an error of the tool."""

    @wraps(tool)
    def told(**given: object) -> str:
        try:
            return tool(**given)
        except WrongUsage as error:
            raise ToolError(error.message(lang)) from None

    return told
