"""How a table is laid out: its fields, its key, and the tables that it points to.

What lives here: one layout a table, and how a field of it becomes columns. What does not: any row
(``lives``, ``records``, ``lists``), any format, any title (``wording``).

A field says what a record says; a column holds one plain value. A day as written becomes four
columns (as written, earliest, latest, doubtful), words become one column for each language of the
registry, all else is one column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from nkj.wording import table_titles

#: What a field holds. ``when`` is a day as a registry writes it, ``day`` a single day; ``words``
#: are in several languages; ``object`` is JSON; an empty value is "not there" or "not known".
FieldType: TypeAlias = Literal[
    "text", "integer", "number", "boolean", "day", "list", "object", "when", "words"
]
#: What a column holds.
ColumnType: TypeAlias = Literal["text", "integer", "number", "boolean", "day", "list", "object"]


class Field(NamedTuple):
    """One thing that a row says. ``points_to`` is the table whose key it holds; ``title`` the key
    of its title in ``wording`` where that is not its name.
    """

    name: str
    type: FieldType = "text"
    points_to: str = ""
    title: str = ""


class Layout(NamedTuple):
    """A table: what it is called, what tells its rows apart, and what they say."""

    name: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]


class Column(NamedTuple):
    """One plain value of each row. ``field`` and ``part`` say what of which field it holds: the
    ``earliest`` day of ``until``, the ``ja`` words of ``name``.
    """

    name: str
    type: ColumnType
    field: str
    part: str = ""
    title_key: str = ""

    def title(self, lang: str) -> str:
        """What to call it in a language."""
        titles = table_titles(lang)
        title = titles[f"column.{self.title_key or self.field}"]
        if not self.part:
            return title
        return titles["column-part"].format(
            column=title, part=titles.get(f"part.{self.part}", self.part)
        )


class ForeignKey(NamedTuple):
    """That some columns hold the key of another table, or nothing."""

    columns: tuple[str, ...]
    table: str
    points_to: tuple[str, ...]


def columns_of(layout: Layout, languages: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a table in a registry of these languages."""
    return tuple(column for field in layout.fields for column in _columns_of(field, languages))


def _columns_of(field: Field, languages: Sequence[str]) -> list[Column]:
    name, title = field.name, field.title
    if field.type == "when":
        return [
            Column(name, "text", name, title_key=title),
            Column(f"{name}_earliest", "day", name, "earliest", title),
            Column(f"{name}_latest", "day", name, "latest", title),
            Column(f"{name}_doubtful", "boolean", name, "doubtful", title),
        ]
    if field.type == "words":
        return [Column(f"{name}_{code}", "text", name, code, title) for code in languages]
    return [Column(name, field.type, name, title_key=title)]


def foreign_keys_of(layout: Layout) -> tuple[ForeignKey, ...]:
    """The keys of other tables that a table holds."""
    found = [
        ForeignKey((field.name,), field.points_to, LAYOUTS[field.points_to].key)
        for field in layout.fields
        if field.points_to
    ]
    if layout.name == "terms":  # the one key that is not a single id
        found.append(ForeignKey(("measure", "first_day"), "spans", ("measure", "first_day")))
    return tuple(found)


def _when(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "when") for name in names)


def _words(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "words") for name in names)


def _lists(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "list") for name in names)


def _counts(*names: str) -> tuple[Field, ...]:
    kinds = ("entities", "individuals", "vessels")
    return tuple(Field(f"{name}_{kind}", "integer") for name in names for kind in kinds)


_MEASURE = Field("measure", points_to="measures")
_EXCHANGE = Field("exchange", points_to="exchanges")
_NUMBER = Field("number", "integer", title="place-in-order")
_IN_FORCE = Field("in_force", "boolean", title="is-in-force")
_ACT = _when("announced", "decided", "promulgated", "in_force")

_ALL = (
    Layout(
        "measures",
        ("id",),
        (
            *(Field("id"), Field("family"), *_words("family_name")),
            *(Field("kind"), Field("origin"), *_words("name", "summary")),
            *(*_lists("legal_basis"), Field("baseline", "object"), *_when("last_confirmed")),
        ),
    ),
    Layout(
        "events",
        ("id",),
        (
            *(Field("id"), _MEASURE, _NUMBER, Field("event")),
            *(Field("decision", points_to="decisions"), *_ACT),
            *_when("until", "suspended_until", "occurred", "effect", "un_listed"),
            *(Field("terms", "object"), Field("terms_after", "object"), Field("state_after")),
            *_counts("added", "removed", "net"),
            Field("superseded_by", points_to="measures"),
            *(*_lists("occasions", "legs"), Field("confidence"), *_lists("inferred")),
            *_words("note"),
        ),
    ),
    Layout(
        "spans",
        ("measure", "first_day"),
        (
            *(_MEASURE, Field("first_day", "day"), Field("last_day", "day")),
            *(Field("state"), _IN_FORCE, Field("doubtful", "boolean")),
            *(*_when("since", "terms_since", "until", "suspended_until"), Field("terms", "object")),
            *(Field("began", points_to="events"), Field("decided_by", points_to="events")),
        ),
    ),
    Layout(
        "terms",
        ("measure", "first_day", "term", "number"),
        (
            *(_MEASURE, Field("first_day", "day"), Field("last_day", "day")),
            *(_IN_FORCE, Field("doubtful", "boolean")),
            *(Field("term"), *_words("term_name"), _NUMBER, Field("value")),
            *(Field("value_number", "integer"), *_words("value_name", "unit"), Field("stricter")),
        ),
    ),
    Layout(
        "citations",
        ("kind", "record", "part_number", "number"),
        (
            *(Field("kind"), Field("record"), Field("part_number", "integer"), _NUMBER),
            *(Field("source", points_to="sources"), Field("stance"), Field("field")),
            *(Field("says"), *_words("note")),
        ),
    ),
    Layout(
        "sources",
        ("id",),
        (
            *(Field("id"), Field("kind"), Field("publisher"), Field("title"), Field("via")),
            *(Field("url"), *_when("published"), Field("lang"), *_words("note")),
        ),
    ),
    Layout(
        "parties",
        ("id",),
        (
            *(Field("id"), *_words("name"), Field("type"), Field("country")),
            *(Field("un_id"), Field("imo"), *_lists("born"), *_words("role")),
            *(*_lists("aliases", "listed_as"), *_words("note")),
        ),
    ),
    Layout(
        "listings",
        ("party", "number"),
        (
            *(Field("party", points_to="parties"), _NUMBER, _MEASURE),
            *(Field("event", points_to="events"), Field("freezes", "boolean")),
            *_when("since", "until", "un_listed"),
        ),
    ),
    Layout(
        "exchanges",
        ("id",),
        (
            *(Field("id"), Field("kind"), *_words("name"), *_when("agreed", "announced")),
            *(*_words("place"), *_when("ended"), Field("outcome"), *_words("summary", "note")),
        ),
    ),
    Layout(
        "legs",
        ("id",),
        (
            *(Field("id"), _EXCHANGE, _NUMBER, Field("by"), *_words("undertaking")),
            *(*_lists("in_return_for"), *_when("promised", "due"), *_words("condition")),
            *(*_when("performed", "reversed"), Field("outcome")),
            *(*_lists("moves", "moved_back", "concerns", "inferred"), *_words("note")),
        ),
    ),
    Layout(
        "turns",
        ("exchange", "number"),
        (
            *(_EXCHANGE, _NUMBER, *_when("occurred"), Field("by"), *_words("note")),
            *_lists("occasions"),
        ),
    ),
    Layout(
        "figures",
        ("indicator", "number"),
        (
            *(Field("indicator"), *_words("name"), _NUMBER, *_when("period")),
            *(Field("part"), *_words("part_name"), Field("value", "number", title="figure")),
            *(*_words("unit", "basis"), Field("segment", "integer"), *_lists("concerns")),
            *_words("note"),
        ),
    ),
    Layout(
        "occasions",
        ("id",),
        (
            *(Field("id"), Field("kind"), *_when("occurred"), *_words("name", "note")),
            *(Field("un_act"), Field("un_number", "integer")),
            *_when("un_adopted", "un_adopted_local"),
        ),
    ),
    Layout(
        "decisions",
        ("id",),
        (
            *(Field("id"), *_ACT, *_when("until"), Field("instrument")),
            *(*_words("name"), *_lists("occasions"), Field("confidence"), *_lists("inferred")),
            *_words("note"),
        ),
    ),
)
#: Every table by its name, in the order of docs/contract.md.
LAYOUTS = {layout.name: layout for layout in _ALL}

#: The panel is a table too, made for the days that are asked for.
PANEL = Layout(
    "panel",
    ("measure", "period"),
    (
        *(_MEASURE, Field("family"), Field("origin"), Field("period")),
        *(Field("first_day", "day"), Field("last_day", "day"), Field("state"), _IN_FORCE),
        *(Field("doubtful", "boolean"), Field("terms", "object")),
        *(Field("days_in_force", "integer"), Field("days_not_in_force", "integer")),
        Field("days_not_known", "integer"),
    ),
)
