"""A timeline of bars as a sheet: a lane a measure, and the same as rows.

What lives here: which lanes there are, their names, what the marks mean. What does not: characters
and places (``formats.bars``), what stands in which row (``queries.bars``).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from nkj import days
from nkj.model import When
from nkj.queries.bars import OWN_ROW, Bar, BarsResult, BarStanding
from nkj.sheets.notes import coverage, finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block, Chart, Column, Lane, Lanes, Row, Run, Sheet, column_cells
from nkj.wording import Words

#: The marks in the order of the key; the words of each are ``bars.key.*``.
KEY = (
    *("in-force", "prolonged", "eased", "eased-prolonged", "suspended", "uncertain", "unknown"),
    *("begun", "ended", "gap", "changed", "edge", "later", "open", "bargain"),
    *("occasion", "several", "many"),
)
#: How many months may lie between two names on the axis, and how many names the widest page holds.
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_MOST_NAMES = 200
#: What was in force when the evidence ended.
_RUNS_ON = ("in-force", "eased")


def sheet(result: BarsResult, words: Words) -> Sheet:
    """The sheet of the bars."""
    phrases = Phrases(result.registry, words)
    say = words.say
    block = Block("", intro=(say("timeline.nothing"),))
    if result.bars:
        block = _block(result, phrases)
    notes = coverage(result, phrases, result.first)
    if result.swapped:
        notes = (say("note.swapped"), *notes)
    if result.nothing:
        notes = (*notes, words.counted("bars.nothing", len(result.nothing)))
    ends = {"first": result.first.text, "last": result.last.text}
    title = say("bars.title", title=_about(result, phrases), **ends)
    return finished(title, [block], notes, phrases, say("bars.more"))


def _about(result: BarsResult, phrases: Phrases) -> str:
    if all(row.origin == "unilateral" for row in result.measures):
        return phrases.title()
    return phrases.words.say("picture.timeline.all", target=phrases.target())


def _block(result: BarsResult, phrases: Phrases) -> Block:
    say = phrases.words.say
    columns = (
        Column("name", say("bars.col.name")),
        Column("state", say("bars.col.state"), "key"),
        Column("first", say("bars.col.first"), "key"),
        Column("last", say("bars.col.last"), "key"),
        Column("prolonged", say("bars.col.prolonged"), "detail"),
        Column("id", say("field.id"), "tail"),
    )
    groups = tuple(_groups(result, phrases))
    rows = tuple(
        (heading, tuple(_row(bar, columns, phrases) for bar in bars)) for heading, bars in groups
    )
    return Block("", columns, rows, chart=_chart(result, groups, phrases))


_Groups = tuple[tuple[str, tuple[Bar, ...]], ...]


def _groups(result: BarsResult, phrases: Phrases) -> Iterator[tuple[str, tuple[Bar, ...]]]:
    """Bargains, occasions by kind, measures by family, each with its heading."""
    say = phrases.words.say
    bargains = tuple(bar for bar in result.bars if bar.row == "bargain")
    if bargains:
        yield say("picture.bargains"), bargains
    occasions = [bar for bar in result.bars if bar.row == "occasion"]
    counts = {bar.state: sum(other.state == bar.state for other in occasions) for bar in occasions}
    common = [bar for bar in occasions if counts[bar.state] >= OWN_ROW]
    for kind, same in groupby(common, key=lambda bar: bar.state):
        name = phrases.occasion_kind(kind)
        yield name[:1].upper() + name[1:], tuple(same)
    rare = tuple(bar for bar in occasions if counts[bar.state] < OWN_ROW)
    if rare:
        yield say("picture.occasions"), rare
    measures = (bar for bar in result.bars if bar.row == "measure")
    for family, members in groupby(measures, key=lambda bar: bar.family or ""):
        yield phrases.family(family), tuple(members)


def _row(bar: Bar, columns: tuple[Column, ...], phrases: Phrases) -> Row:
    """The same in words, for those who read no picture."""
    last = bar.last_day.text if bar.last_day else phrases.words.say("bars.no-later")
    return Row(
        column_cells(
            columns,
            name=phrases.text(bar.name),
            state=_state(bar, phrases),
            first=phrases.day(bar.first_day),
            last=last,
            prolonged=", ".join(day.text for day in bar.prolonged),
            id=bar.id,
        )
    )


def _state(bar: Bar, phrases: Phrases) -> str:
    say = phrases.words.say
    if bar.row == "bargain":
        return say(f"outcome.{bar.state}")
    if bar.row == "occasion":
        return phrases.occasion_kind(bar.state)
    state = say(f"state.{bar.state}")
    return phrases.beside(state, say("bars.after-evidence")) if bar.after_evidence else state


def _chart(result: BarsResult, groups: _Groups, phrases: Phrases) -> Chart:
    say = phrases.words.say
    known = days.place(result.on)
    first, last = days.place(result.first), days.place(result.last)
    return Chart(
        first=first,
        last=last,
        known=known if known < last else None,
        axes=tuple(_axes(first, last)),
        begin=result.first.text,
        groups=tuple(_lanes(result, groups, phrases)),
        aside=say("picture.on", day=result.on.text),
        key=tuple((mark, say(f"bars.key.{mark}")) for mark in KEY),
        scale=lambda count: phrases.words.counted("bars.scale", count),
        drawn=say("bars.drawn"),
        described=say("bars.described"),
    )


def _axes(first: int, last: int) -> Iterator[tuple[tuple[int, str], ...]]:
    """The firsts of months, years, decades ..., as far as a page could hold the names of all."""
    for months in _STEPS:
        if last - first < months * _MOST_NAMES * 30:
            yield tuple(days.firsts(first, last, months))


def _lanes(result: BarsResult, groups: _Groups, phrases: Phrases) -> Iterator[Lanes]:
    """Bargains under their heading, all occasions without one, measures under their family."""
    known = days.place(result.on)
    places = {family.id: at for at, family in enumerate(result.registry.programme.families)}
    standings = {row.id: row for row in result.measures}
    marks = []
    for heading, bars in groups:
        if bars[0].row == "bargain":
            yield Lanes(heading, tuple(_bargain(bar, known, phrases) for bar in bars))
        elif bars[0].row == "occasion":
            runs = (days.place(bar.first_day) for bar in bars)
            told = tuple(Run("occasion", day, day + 1) for day in runs)
            marks.append(Lane("count", heading, heading, told))
        else:
            if marks:
                yield Lanes("", tuple(marks))
                marks = []
            lanes = tuple(
                _measure(standings[name], tuple(pieces), result, phrases)
                for name, pieces in groupby(bars, key=lambda bar: bar.id)
            )
            yield Lanes(heading, lanes, places[bars[0].family or ""])
    if marks:
        yield Lanes("", tuple(marks))


def _bargain(bar: Bar, known: int, phrases: Phrases) -> Lane:
    last = known if bar.last_day is None else days.place(bar.last_day)
    return Lane(
        kind="ran",
        name=phrases.text(bar.name),
        short=phrases.short_title(bar.id),
        runs=(Run("bargain", days.place(bar.first_day), last + 1),),
        aside=phrases.words.say(f"outcome.short.{bar.state}"),
        tone="dim",
    )


def _measure(
    standing: BarStanding, bars: tuple[Bar, ...], result: BarsResult, phrases: Phrases
) -> Lane:
    runs = list(_runs(bars))
    begin = result.registry.verified_from
    if begin is not None and begin > days.place(result.first):
        runs.insert(0, Run("unknown", 1, begin))
    return Lane(
        kind="states",
        name=phrases.text(bars[0].name),
        short=phrases.short_title(standing.id),
        runs=tuple(runs),
        notches=tuple(days.place(day) for bar in bars for day in bar.prolonged),
        is_open=bars[-1].last_day is None and standing.until is None,
        aside=_aside(standing, phrases),
        tone="" if standing.in_force else "dim",
    )


def _runs(bars: tuple[Bar, ...]) -> Iterator[Run]:
    """The states of a measure, and the gaps between them."""
    yield _run(bars[0])
    for one, two in pairwise(bars):
        end, begin = _after(one.last_day), days.place(two.first_day)
        if end is not None and end < begin:
            yield Run("gap", end, begin)
        yield _run(two)


def _run(bar: Bar) -> Run:
    mark = "later" if bar.after_evidence and bar.state in _RUNS_ON else bar.state
    return Run(mark, days.place(bar.first_day), _after(bar.last_day))


def _after(day: When | None) -> int | None:
    return None if day is None else days.place(day) + 1


def _aside(standing: BarStanding, phrases: Phrases) -> str:
    """What the bar alone does not say: its last day, or why there is none."""
    if standing.in_force and standing.until:
        told = phrases.words.say("picture.until", day=phrases.day(standing.until))
        return phrases.changing(told) if standing.doubtful else told
    return "" if standing.in_force else phrases.words.say(f"state.{standing.state}")
