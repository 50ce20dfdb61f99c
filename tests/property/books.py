"""Random registries as plain values, and ways to write them.

What lives here: ``books`` draws a registry as lists and dicts that a person might have written;
``yaml_of`` writes it in one of many styles. What does not: what they mean (``worlds``).
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from typing import Any

from hypothesis import strategies as st

START = dt.date(2010, 1, 15).toordinal()
Doc = dict[str, Any]

VOCABULARY: list[Doc] = [
    {"id": "items", "type": "count", "name": {"en": "items", "ja": "品目"}, "stricter": "more"},
    {"id": "limit", "type": "jpy", "name": {"en": "limit", "ja": "限度額"}, "stricter": "lower"},
    {
        "id": "except",
        "type": "list",
        "name": {"en": "exceptions", "ja": "例外"},
        "stricter": "fewer",
    },
    {"id": "strict", "type": "flag", "name": {"en": "strict", "ja": "厳格"}},
    {"id": "since", "type": "date", "name": {"en": "since", "ja": "以来"}},
    {"id": "rule", "type": "text", "name": {"en": "rule", "ja": "規則"}},
]
SOURCES: list[Doc] = [
    {"id": "gazette", "kind": "primary", "publisher": "Gazette", "title": "Notice: No. 1 #7"},
    {
        "id": "paper",
        "kind": "secondary",
        "publisher": "Paper",
        "title": "'quoted' \"twice\" {braces} [and] more, 入港",
    },
]

terms = st.fixed_dictionaries(
    {},
    optional={
        "items": st.integers(0, 2),
        "limit": st.sampled_from((0, 10, 30_000_000)),
        "except": st.lists(
            st.sampled_from(("food", "medicine", "relief-goods")), unique=True, max_size=2
        ),
        "strict": st.booleans(),
        "since": st.sampled_from(("2006-07", "2007", "2006-07-05..2006-07-09?")),
        "rule": st.sampled_from(("one", "two: # three", "2016", "yes", "a\nb", "  b ", "あ　い")),
    },
)


def iso(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


@st.composite
def dates(draw: st.DrawFn, day: int, exact: bool) -> str:
    """A way to write this day: by itself, or as one of several."""
    text = iso(day)
    if not exact and draw(st.integers(0, 2)) == 0:
        before, after = iso(day - draw(st.integers(0, 12))), iso(day + draw(st.integers(0, 12)))
        text = draw(
            st.sampled_from(
                (
                    text[:7],
                    text[:7],
                    text[:4],
                    f"{before}..{after}",
                    f"{before}..{after}",
                    f"..{after}",
                    f"{before}..",
                )
            )
        )
    return text + draw(st.sampled_from(("", "", "", "?")))


@st.composite
def lives(draw: st.DrawFn, name: str, others: list[str], exact: bool) -> list[Doc]:
    """The events of a measure: each allowed where it stands, if its days are taken as drawn."""
    day = START + draw(st.integers(0, 20))
    events: list[Doc] = []
    started, in_force, until = False, False, None
    for number in range(draw(st.integers(1, 7))):
        lapsed = until is not None and day > until
        changes = ["tightened", "eased", "extended", "extended", "lifted", "superseded"]
        kind = (
            draw(st.sampled_from(changes))
            if in_force and not lapsed
            else "reimposed"
            if started
            else "imposed"
        )
        if draw(st.integers(0, 7)) == 0:
            kind = "noted"
        event: Doc = {"id": f"{name}-e{number}", "event": kind}
        field = "occurred" if kind == "noted" else "decided" if kind == "extended" else "in_force"
        field = draw(
            st.sampled_from(
                (field, field, "announced" if kind in ("noted", "extended") else "promulgated")
            )
        )
        if kind != "extended" or exact or draw(st.integers(0, 4)):
            event[field] = draw(dates(day, exact))
        for earlier in ("announced", "decided"):
            if earlier not in event and kind not in ("noted", "extended") and draw(st.booleans()):
                event[earlier] = draw(dates(day - draw(st.integers(0, 25)), exact))
        if kind == "extended" and field == "decided" and draw(st.booleans()):
            event["announced"] = draw(dates(day - draw(st.integers(0, 25)), exact))
        if kind in ("imposed", "reimposed"):
            started = in_force = True
            until = day + draw(st.integers(0, 60)) if draw(st.booleans()) else None
            if until is not None:
                event["until"] = draw(dates(until, exact))
        elif kind == "extended":
            until = (until or day) + draw(st.integers(1, 60))
            event["until"] = draw(dates(until, exact))
        elif kind in ("lifted", "superseded"):
            in_force, until = False, None
            if kind == "superseded":
                event["superseded_by"] = draw(st.sampled_from(others))
        elif kind != "noted" and draw(st.integers(0, 5)) == 0:
            event["until"], until = "none", None
        if kind in ("imposed", "reimposed", "tightened", "eased") and draw(st.integers(0, 3)):
            event["terms"] = draw(terms)
        if kind == "tightened" and draw(st.integers(0, 3)) == 0:
            event["added"] = {"entities": draw(st.integers(0, 2))}
        if kind != "noted":
            event["inferred"] = [
                f
                for f in ("announced", "decided", "promulgated", "in_force", "until", "terms")
                if f in event
            ]
        event["cite"] = [{"source": draw(st.sampled_from(("gazette", "paper"))), "for": ["event"]}]
        events.append(event)
        day += draw(st.integers(0, 30))
    return events


@st.composite
def books(draw: st.DrawFn, exact: bool = False, most: int = 3) -> Doc:
    """A registry of one to ``most`` measures; ``exact``: each of their days is one day."""
    names = [f"m{n}" for n in range(draw(st.integers(1, most)))]
    measures = [
        {
            "id": name,
            "family": draw(st.sampled_from(("entry", "ports", "remittances", "trade", "assets"))),
            "kind": draw(st.sampled_from(("prohibition", "licence", "screening"))),
            "origin": draw(st.sampled_from(("unilateral", "un"))),
            "name": {"en": f"Measure {name}", "ja": "措置"},
            "baseline": draw(terms),
            "events": draw(lives(name, names, exact)),
        }
        for name in names
    ]
    coverage: Doc = {"version": "one"}
    if draw(st.booleans()):
        coverage["verified_from"] = iso(START + draw(st.integers(-30, 30)))
    if draw(st.booleans()):
        coverage["verified_through"] = iso(START + draw(st.integers(40, 300)))
    return {
        "coverage": coverage,
        "vocabulary": VOCABULARY,
        "sources": SOURCES,
        "measures": measures,
    }


# Writing


def yaml_of(doc: Doc, style: int) -> str:
    """The values as YAML, each in a style drawn from a seed: block or flow, plain or quoted, keys
    in any order.
    """
    return _block(doc, 0, random.Random(style))


def _block(node: Any, depth: int, draw: random.Random) -> str:
    pad = "  " * depth
    if isinstance(node, dict) and node and (depth == 0 or draw.random() < 0.8):
        pairs = list(node.items())
        if draw.random() < 0.3:
            draw.shuffle(pairs)
        comment = f"{pad}# of {len(pairs)}\n" if draw.random() < 0.1 else ""
        return comment + "".join(f"{pad}{key}:{_under(value, depth, draw)}" for key, value in pairs)
    if isinstance(node, list) and node and draw.random() < 0.8:
        return "".join(f"{pad}-{_under(value, depth, draw)}" for value in node)
    return f"{pad}{_flow(node, draw)}\n"


def _under(node: Any, depth: int, draw: random.Random) -> str:
    if isinstance(node, (dict, list)) and node:
        return "\n" + _block(node, depth + 1, draw)
    return f" {_flow(node, draw)}{'  # so' if draw.random() < 0.05 else ''}\n"


def _flow(node: Any, draw: random.Random) -> str:
    if isinstance(node, dict):
        return "{" + ", ".join(f"{key}: {_flow(value, draw)}" for key, value in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(_flow(value, draw) for value in node) + "]"
    if isinstance(node, bool):
        return "true" if node else "false"
    if isinstance(node, int):
        return f"{node:_}" if draw.random() < 0.3 else str(node)
    ways = [json.dumps(node), json.dumps(node, ensure_ascii=False)]
    if "\n" not in node:
        ways.append("'" + node.replace("'", "''") + "'")
    if re.fullmatch(r"[\w.-]+", node):
        ways += [node] * 6
    return draw.choice(ways)
