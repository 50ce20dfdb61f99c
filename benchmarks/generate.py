"""Writes a registry of about N events, sound and the same for the same seed.

    python benchmarks/generate.py 10000 FOLDER [--seed 1]
    python benchmarks/generate.py 10000 FOLDER --real

Invented (thin): as varied as the real one, 0.35 KB an event. Measures live about ten events each:
imposed, tightened, eased, extended, lifted, lapsed, reimposed, noted. A third of the events hang on
a decision. Nothing in it is a fact.

Real: the bundled registry as often as it takes, each copy under ids of its own, 2.7 KB an event. It
is as dense as what people write: notes in two languages, several citations an event, exchanges,
checkpoints.
"""

from __future__ import annotations

import argparse
import bisect
import datetime as dt
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"
FIRST = dt.date(2004, 6, 1).toordinal()
LAST = dt.date(2025, 6, 30).toordinal()

KINDS = {
    "entry": ("prohibition", "entry ban", "入国禁止"),
    "ports": ("prohibition", "port ban", "入港禁止"),
    "remittances": ("reporting-duty", "payment reporting", "支払報告"),
    "trade": ("licence", "trade licence", "輸出入承認"),
    "assets": ("designation", "asset freeze", "資産凍結"),
}
PUBLISHERS = [
    ("Official Gazette", "官報"),
    ("Cabinet Office", "内閣府"),
    ("The Daily", "デイリー"),
    ("Evening Paper", "夕刊紙"),
]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("events", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--real", action="store_true", help="the bundled registry, repeated")
    given = parser.parse_args()
    if given.real:
        repeat(given.events, given.folder)
    else:
        generate(given.events, given.folder, given.seed)


def generate(events: int, folder: Path, seed: int = 1) -> None:
    """Write the registry's files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, sections in Chronicle(events, seed).files().items():
        (folder / f"{name}.yaml").write_text(
            "\n".join(_section(key, value) for key, value in sections.items()), "utf-8"
        )


#: What a registry has once, however long it is: the rest stands in every copy.
ONCE = frozenset({"coverage", "programme", "publishers", "vocabulary"})
#: Where a record or an event has its id. Legs and parts, further in, have short ids, unique in
#: their record alone, and keep them.
RECORD_ID = re.compile(r"(?m)^  - id: (\S+)$|^      - id: (\S+-\S+)$")
WORD = re.compile(r"(?<![\w./-])[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-])")


def repeat(events: int, folder: Path) -> None:
    """Write the bundled registry into a folder, as many times as give about so many events."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {path.name: path.read_text("utf-8") for path in sorted(DATA.glob("*.yaml"))}
    sections = {name: _sections_of(text) for name, text in texts.items()}
    repeated = [
        body for parts in sections.values() for key, body in parts.items() if key not in ONCE
    ]
    ids = {one or two for body in repeated for one, two in RECORD_ID.findall(body)}
    own = len(re.findall(r"(?m)^      - id: ", sections["sanctions.yaml"]["measures"]))
    copies = max(1, round(events / own))
    for name, parts in sections.items():
        with open(folder / name, "w", encoding="utf-8") as stream:
            stream.write(
                "\n".join(
                    f"{key}:\n{_repeated(body, ids, 1 if key in ONCE else copies)}"
                    for key, body in parts.items()
                )
            )


def _sections_of(text: str) -> dict[str, str]:
    """The sections of a file, each without its first line. What stands before them is left out."""
    parts = re.split(r"(?m)^([a-z_]+):\n", text)
    return {
        key: body.strip("\n") + "\n" for key, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def _repeated(body: str, ids: set[str], copies: int) -> str:
    """A section's body so many times, an empty line between; the first copy keeps its ids."""
    renamed = (
        WORD.sub(lambda found: _name_in_copy(found[0], ids, number), body)  # noqa: B023 (used at once)
        for number in range(1, copies)
    )
    return "\n".join([body, *renamed])


def _name_in_copy(name: str, ids: set[str], number: int) -> str:
    return f"{name}-c{number}" if name in ids else name


class Chronicle:
    """All records of one invented registry, as mappings in the order of the house."""

    def __init__(self, events: int, seed: int) -> None:
        self.random = random.Random(seed)
        self.sources = [self._source(number) for number in range(max(20, events // 4))]
        self.cited = 0
        self.occasions = [self._occasion(number) for number in range(max(4, events // 200))]
        days = sorted(self.random.randrange(FIRST, LAST) for _ in range(max(20, events // 25)))
        self.decisions = [self._decision(number, day) for number, day in enumerate(days)]
        self.days = days
        self.measures: list[dict[str, Any]] = []
        self.bargains: list[tuple[str, str, int, int]] = []
        left = events
        while left:
            measure = self._measure(len(self.measures), min(left, self.random.randrange(4, 17)))
            self.measures.append(measure)
            left -= len(measure["events"])
        wanted = max(1, events // 500)
        self.exchanges = [
            self._exchange(number, *bargain)
            for number, bargain in enumerate(self.bargains[:wanted])
        ]

    def files(self) -> dict[str, dict[str, Any]]:
        """The sections of each file."""
        coverage = {
            "version": "invented",
            "verified_from": "2004-01-01",
            "verified_through": "2026-02-16",
        }
        law = {
            "id": "trade-act",
            "name": _text("Trade Act", "貿易法"),
            "cite": self._cite(["name"]),
        }
        return {
            "coverage": {"coverage": coverage},
            "decisions": {"laws": [law], "decisions": self.decisions},
            "exchanges": {"exchanges": self.exchanges},
            "occasions": {"occasions": self.occasions},
            "sanctions": {"measures": self.measures},
            "sources": {
                "publishers": [{"name": _text(en, ja)} for en, ja in PUBLISHERS],
                "sources": self.sources,
            },
        }

    def _source(self, number: int) -> dict[str, Any]:
        rank = number % 4
        published = _iso(self.random.randrange(FIRST, LAST))
        return {
            "id": f"source-{number}",
            "kind": "primary" if rank < 2 else "secondary",
            "publisher": PUBLISHERS[rank][0],
            "title": f"第{number}号 北朝鮮に対する措置について",
            "url": f"https://example.org/{number}",
            "published": published,
            "lang": "ja",
        }

    def _cite(self, fields: list[str], most: int = 1) -> list[dict[str, Any]]:
        """One or more citations, the first of which supports all the fields; every source gets its
        turn.
        """
        first = self.sources[self.cited % len(self.sources)]["id"]
        self.cited += 1
        cited = [{"source": first, "for": fields}]
        for _ in range(self.random.randrange(most)):
            cited.append({"source": self.random.choice(self.sources)["id"], "for": fields[:1]})
        return cited

    def _occasion(self, number: int) -> dict[str, Any]:
        return {
            "id": f"launch-{number}",
            "kind": "launch",
            "occurred": _iso(self.random.randrange(FIRST, LAST)),
            "name": _text(f"Launch {number}", f"第{number}回発射"),
            "cite": self._cite(["occurred"]),
        }

    def _decision(self, number: int, day: int) -> dict[str, Any]:
        return {
            "id": f"decision-{number}",
            "announced": _iso(day),
            "decided": _iso(day),
            "in_force": _iso(day),
            "instrument": "cabinet-decision",
            "occasions": [self.random.choice(self.occasions)["id"]],
            "name": _text(f"Decision {number} of the Cabinet", f"閣議決定第{number}号"),
            "cite": self._cite(["announced", "decided", "in_force"], 2),
        }

    # Measures

    def _measure(self, number: int, most: int) -> dict[str, Any]:
        family = self.random.choice(list(KINDS))
        kind, en, ja = KINDS[family]
        name = f"{family}-{number}"
        measure: dict[str, Any] = {
            "id": name,
            "family": family,
            "kind": kind,
            "origin": "un" if self.random.random() < 0.15 else "unilateral",
            "name": _text(f"{en} {number}".capitalize(), f"{ja}第{number}号"),
            "legal_basis": ["trade-act"],
        }
        if family == "remittances":
            measure["baseline"] = {"report_above_jpy": "30_000_000"}
        measure["events"] = list(self._life(name, family, most))
        return measure

    def _life(self, name: str, family: str, most: int) -> Iterator[dict[str, Any]]:
        """Up to ``most`` events, each possible after those before it; at least one."""
        roll = self.random.random
        day, until, in_force, lifted = self.random.randrange(FIRST, LAST - 5000), 0, False, ("", 0)
        for step in range(most):
            if day > LAST - 900 and step:
                return
            identity = f"{name}-{step}"
            if not in_force:
                at, decision = self._moved(day + (20 if step else 0), 300, LAST)
                until = at + self.random.choice((182, 365, 730)) if roll() < 0.6 else 0
                yield self._event(
                    identity, "reimposed" if step else "imposed", at, decision, family, until
                )
                if lifted[0]:
                    self.bargains.append((lifted[0], identity, lifted[1], at))
                day, in_force, lifted = at, True, ("", 0)
            elif roll() < 0.1:
                day = min(day + self.random.randrange(5), until or LAST)
                yield self._noted(identity, day)
            elif until and roll() < 0.75:
                at, decision = self._moved(max(day, until - 40), 20, until)
                until += self.random.choice((182, 365, 730))
                yield self._event(identity, "extended", at, decision, "", until)
                day = at
            elif until and until - day < 60:  # runs out
                day, in_force = until + 1, False
                yield self._noted(identity, day)
            else:
                event = self.random.choice(("tightened", "eased", "lifted"))
                at, decision = self._moved(day + 1, 250, until or LAST)
                yield self._event(
                    identity, event, at, decision, family if event != "lifted" else "", 0
                )
                day = at
                if event == "lifted":
                    in_force, until, lifted = False, 0, (identity, at)

    def _moved(self, first: int, within: int, last: int) -> tuple[int, str | None]:
        """A day between these, and for one in three the decision that was taken on it."""
        end = max(first, min(first + within, last))
        here = bisect.bisect_left(self.days, first), bisect.bisect_right(self.days, end)
        if here[0] < here[1] and self.random.random() < 0.35:
            chosen = self.random.randrange(*here)
            return self.days[chosen], self.decisions[chosen]["id"]
        return self.random.randint(first, end), None

    def _event(
        self, name: str, event: str, day: int, decision: str | None, family: str, until: int
    ) -> dict[str, Any]:
        record: dict[str, Any] = {"id": name, "event": event}
        if decision:
            record["decision"] = decision
        elif event == "extended":
            record["decided"] = _iso(day)
        else:
            record["decided"] = _iso(day - self.random.randrange(4))
            record["in_force"] = _iso(day)
        if until:
            record["until"] = _iso(until)
        record.update(self._terms(family))
        supported = [field for field in record if field not in ("id", "event", "decision")] or [
            "event"
        ]
        if self.random.random() < 0.25:
            record["note"] = _text(
                "Reported by two papers on the next day.", "翌日、二紙が報じた。"
            )
        if "in_force" in record and self.random.random() < 0.05:
            says = {
                "field": "in_force",
                "says": _iso(day + 1),
                "source": self.random.choice(self.sources)["id"],
            }
            record["disputed"] = [says]
        record["cite"] = self._cite(supported, 2)
        return record

    def _noted(self, name: str, day: int) -> dict[str, Any]:
        note = _text("The Diet was told of it.", "国会で説明された。")
        return {
            "id": name,
            "event": "noted",
            "occurred": _iso(day),
            "note": note,
            "cite": self._cite(["occurred", "note"]),
        }

    def _terms(self, family: str) -> dict[str, Any]:
        pick = self.random.choice
        if family == "remittances":
            return {"terms": {"report_above_jpy": pick(("10_000_000", "3_000_000", "1_000_000"))}}
        if family == "ports":
            return {"terms": {"ships": [pick(("mangyongbong-92", "dprk-flagged"))]}}
        if family == "entry":
            return (
                {"terms": {"except": ["special-circumstances"]}}
                if self.random.random() < 0.5
                else {}
            )
        if family == "trade":
            return {"terms": {"items": str(self.random.randrange(1, 40))}}
        return {}

    def _exchange(
        self, number: int, moved: str, moved_back: str, done: int, undone: int
    ) -> dict[str, Any]:
        promised = _iso(done - 30)
        day, back = _iso(done), _iso(undone)
        one = {
            "id": "k1",
            "by": "dprk",
            "undertaking": _text("search again", "再調査"),
            "promised": promised,
            "outcome": "not-performed",
            "cite": self._cite(["promised"]),
        }
        two = {
            "id": "j1",
            "by": "japan",
            "undertaking": _text("lift the measure", "措置の解除"),
            "in_return_for": ["k1"],
            "promised": promised,
            "performed": day,
            "reversed": back,
            "outcome": "reversed",
            "moves": [moved],
            "moved_back": [moved_back],
            "cite": self._cite(["promised", "performed", "reversed"]),
        }
        return {
            "id": f"talks-{number}",
            "kind": "bargain",
            "name": _text(f"Talks {number}", f"第{number}回協議"),
            "agreed": promised,
            "outcome": "reversed",
            "cite": self._cite(["agreed"]),
            "legs": [one, two],
        }


def _text(en: str, ja: str) -> dict[str, str]:
    return {"en": en, "ja": ja}


def _iso(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


# YAML in the one form: block style, a list of words in brackets, an empty line between records.


def _section(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return "\n".join([f"{name}:", *_mapping(value, "  "), ""])
    records = ["\n".join(_item(record, "  ")) for record in value]
    return f"{name}:\n" + "\n\n".join(records) + "\n" if records else f"{name}: []\n"


def _item(record: dict[str, Any], indent: str) -> list[str]:
    lines = _mapping(record, indent + "  ")
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]


def _mapping(record: dict[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for key, value in record.items():
        if isinstance(value, dict):
            lines += [f"{indent}{key}:", *_mapping(value, indent + "  ")]
        elif not isinstance(value, list):
            lines.append(f"{indent}{key}: {value}")
        elif isinstance(value[0], str):
            lines.append(f"{indent}{key}: [{', '.join(value)}]")
        else:
            lines.append(f"{indent}{key}:")
            for item in value:
                lines += _item(item, indent + "  ")
    return lines


if __name__ == "__main__":
    main()
