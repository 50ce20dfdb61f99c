"""The records of a registry, frozen.

What lives here: one class for each kind of record, its fields with their types, and the fixed
vocabularies (kinds, states, events). What does not: reading (``registry``), dates as text
(``days``), what held when (``replay``).

A field's type is also its grammar: the reader in ``registry`` is driven by these annotations.
``Ref`` names the section that an id points into, ``Named`` the list of the programme that holds an
id: families, sides, instruments and kinds of occasion are a registry's own, so that no line of code
names a country.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeAlias, get_args

import msgspec

MeasureKind: TypeAlias = Literal[
    "prohibition", "licence", "reporting-duty", "screening", "advisory", "designation"
]
Origin: TypeAlias = Literal["unilateral", "un"]
EventKind: TypeAlias = Literal[
    "imposed",
    "tightened",
    "eased",
    "extended",
    "suspended",
    "resumed",
    "lifted",
    "reimposed",
    "superseded",
    "noted",
]
State: TypeAlias = Literal[
    "in-force",
    "eased",
    "suspended",
    "lifted",
    "lapsed",
    "superseded",
    "not-yet-imposed",
    "uncertain",
    "unknown",
]
Confidence: TypeAlias = Literal["confirmed", "reported", "inferred"]
SourceKind: TypeAlias = Literal["primary", "reproduction", "secondary"]
ExchangeKind: TypeAlias = Literal["bargain", "framework", "process", "offers"]
#: What evidence may reach further for than for the measures.
Section: TypeAlias = Literal["exchanges", "parties"]
Outcome: TypeAlias = Literal[
    "performed", "partly", "not-performed", "not-due", "reversed", "unknown"
]
PartyType: TypeAlias = Literal["entity", "individual", "vessel"]
TermType: TypeAlias = Literal["money", "jpy", "count", "list", "flag", "date", "text"]
FactType: TypeAlias = Literal["money", "day", "choice", "flag", "party"]
#: What a rule says of an act, strictest first.
RuleVerdict: TypeAlias = Literal[
    "forbidden", "needs-permission", "must-report", "must-declare", "discouraged"
]
Verdict: TypeAlias = RuleVerdict | Literal["allowed", "depends", "unknown"]
Stricter: TypeAlias = Literal["lower", "higher", "fewer", "more"]

SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
PARTY_TYPES: tuple[PartyType, ...] = get_args(PartyType)

#: The day fields that a decision hands on to its events, in the order in which an act comes about.
DAY_FIELDS = ("announced", "decided", "promulgated", "in_force", "until", "occurred")

#: What a citation may say it supports, and what may be disputed.
CITABLE_FIELDS = (
    *DAY_FIELDS,
    *(
        "suspended_until",
        "terms",
        "added",
        "removed",
        "net",
        "designations",
        "delisted",
        "un_listed",
        "superseded_by",
        "occasions",
        "instrument",
    ),
    *("event", "note", "name", "number", "passed", "un", "legal_basis", "expect"),
    *(
        "kind",
        "agreed",
        "place",
        "ended",
        "outcome",
        "summary",
        "undertaking",
        "in_return_for",
        "promised",
        "due",
        "condition",
    ),
    *("performed", "reversed", "moves", "moved_back", "concerns", "period", "value"),
    *("verdict", "when", "unless", "baseline", "text", "spares", "not_weighed"),
    *("name_ja", "type", "country", "un_id", "imo", "born", "role", "role_ja"),
    *("aliases", "aliases_ja", "listed_as"),
)


class Ref(NamedTuple):
    """Marks a string that must be the id of a record of this kind."""

    kind: str


MeasureRef: TypeAlias = Annotated[str, Ref("measure")]
EventRef: TypeAlias = Annotated[str, Ref("event")]
DecisionRef: TypeAlias = Annotated[str, Ref("decision")]
OccasionRef: TypeAlias = Annotated[str, Ref("occasion")]
SourceRef: TypeAlias = Annotated[str, Ref("source")]
LawRef: TypeAlias = Annotated[str, Ref("law")]
PartyRef: TypeAlias = Annotated[str, Ref("party")]


class Named(NamedTuple):
    """Marks a string that must be an id of this kind in the registry's programme."""

    kind: str


Family: TypeAlias = Annotated[str, Named("family")]
Side: TypeAlias = Annotated[str, Named("side")]
Instrument: TypeAlias = Annotated[str, Named("instrument")]
OccasionKind: TypeAlias = Annotated[str, Named("occasion-kind")]
#: The side of what sender and target did together; no programme may give the id to anybody.
BOTH = "both"

Id: TypeAlias = Annotated[str, "id"]
Language: TypeAlias = Annotated[str, "language"]
TimeZone: TypeAlias = Annotated[str, "time-zone"]
FieldName: TypeAlias = Annotated[str, "field"]
TermName: TypeAlias = Annotated[str, "term"]
#: The id of a fact or of a conduct: known by itself, since people type it.
FactName: TypeAlias = Annotated[str, "name"]
#: Words that may take several lines; any other text stands on one.
Prose: TypeAlias = Annotated[str, "prose"]
#: A figure as it is written: a whole number, or one with decimals.
Number: TypeAlias = Annotated[float, "number"]

TermValue: TypeAlias = int | bool | str | tuple[str, ...]
Terms: TypeAlias = dict[str, TermValue]


class Record(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Base of every record: immutable, compared by value, and so never in a cycle that the
    collector would have to look for.
    """


class When(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A day as far as it is known.

    ``text`` is what the registry says, to be printed as it stands. ``first`` and ``last`` are the
    possible days it spans, as proleptic Gregorian ordinals (``date.toordinal``), ``None`` where the
    span is open. ``doubtful`` marks a final ``?``: the best reading of a doubtful source. ``until:
    none`` is the text ``none`` with both ends open.
    """

    text: str
    first: int | None
    last: int | None
    doubtful: bool = False

    @property
    def exact(self) -> bool:
        """True if this is one single day."""
        return self.first is not None and self.first == self.last


class Until(msgspec.Struct, frozen=True):
    """Marker type of ``until``: a ``When``, or the word ``none`` for an open end. Never
    instantiated.
    """


class Text(Record, frozen=True):
    """Words for people: of each language of the programme that has them, by its code."""

    words: dict[Language, Prose]

    def within(self, *languages: str) -> str:
        """The words in the first of these languages that has any, else in whichever has."""
        for language in (*languages, *self.words):
            told = self.words.get(language)
            if told:
                return told
        return ""


class NamedId(Record, frozen=True, kw_only=True):
    """An id that the rest of the registry uses, with its name."""

    id: Id
    name: Text


class Programme(Record, frozen=True, kw_only=True):
    """Who acts on whom: the names that belong to this registry and not to the program.

    As loaded, the bundled instruments, kinds of occasion and countries stand behind its own.
    """

    title: Text
    own: Text
    sender: NamedId
    target: NamedId
    others: tuple[NamedId, ...] = ()
    families: tuple[NamedId, ...]
    languages: tuple[Language, ...]
    time_zone: TimeZone
    instruments: tuple[NamedId, ...] = ()
    occasion_kinds: tuple[NamedId, ...] = ()
    countries: tuple[NamedId, ...] = ()

    @property
    def sides(self) -> tuple[NamedId, ...]:
        """Everybody who may act in an exchange: target, sender, and third parties."""
        return (self.target, self.sender, *self.others)

    @property
    def family_order(self) -> dict[str, int]:
        """Of each family, its place in the order in which families are shown."""
        return {family.id: place for place, family in enumerate(self.families)}


class Citation(Record, frozen=True, kw_only=True):
    """A source, and the fields of the citing record that it supports."""

    source: SourceRef
    supports: tuple[FieldName, ...] = msgspec.field(name="for")


class Dispute(Record, frozen=True, kw_only=True):
    """Another reading of one field, who holds it, and perhaps in words what they say."""

    field: FieldName
    says: str
    source: SourceRef
    note: Text | None = None


class Source(Record, frozen=True, kw_only=True):
    """One page or paper: what it is, who speaks, where it is kept."""

    id: Id
    kind: SourceKind
    publisher: str
    title: str
    via: str | None = None
    url: str | None = None
    published: When | None = None
    lang: str | None = None
    note: Text | None = None


class Publisher(Record, frozen=True, kw_only=True):
    """A publisher's name in each language; sources name it by the first one."""

    name: Text


class Law(Record, frozen=True, kw_only=True):
    """A statute or order that measures rest on."""

    id: Id
    name: Text
    number: str | None = None
    passed: When | None = None
    promulgated: When | None = None
    in_force: When | None = None
    note: Text | None = None
    cite: tuple[Citation, ...] = ()


class TermLabel(Record, frozen=True, kw_only=True):
    """The name of one value that a list term can hold."""

    id: Id
    name: Text


class TermDefinition(Record, frozen=True, kw_only=True):
    """A term: its type, its name, and which way is stricter.

    ``money`` has a ``unit``; ``jpy`` is short for money in yen. ``phrase`` says the term in a
    sentence, with ``{value}`` in it (or ``{count}``, of a list): ``above {value}``. Forms for one
    and for more stand beside each other: ``{value} item|{value} items``. ``phrase_none`` is what an
    empty list says.
    """

    id: TermName
    type: TermType
    name: Text
    phrase: Text | None = None
    phrase_none: Text | None = None
    unit: Text | None = None
    stricter: Stricter | None = None
    values: tuple[TermLabel, ...] = ()


class Fact(Record, frozen=True, kw_only=True):
    """Something about an act that a rule may ask for. A ``choice`` has ``values``; ``money`` a
    ``unit``.
    """

    id: FactName
    type: FactType
    name: Text
    unit: Text | None = None
    values: tuple[TermLabel, ...] = ()
    note: Text | None = None


class Narrowed(Record, frozen=True, kw_only=True):
    """The values of a fact that one conduct asks about, where they are not all."""

    fact: FactName
    values: tuple[Id, ...]


class Conduct(Record, frozen=True, kw_only=True):
    """Something that people do or did, and the facts that bear on whether they may.

    ``not_weighed`` says what no fact asks and may bear on it all the same.
    """

    id: FactName
    name: Text
    facts: tuple[FactName, ...] = ()
    narrowed: tuple[Narrowed, ...] = ()
    not_weighed: tuple[Text, ...] = ()
    note: Text | None = None


class UnitedNationsAct(Record, frozen=True, kw_only=True):
    """What the Security Council did after an occasion: New York's day, and the sender's if known.

    ``adopted_japan`` is the older name of ``adopted_local``; a registry uses one of the two.
    """

    act: Literal["resolution", "presidential-statement"]
    number: int | None = None
    adopted: When | None = None
    adopted_local: When | None = None
    adopted_japan: When | None = None

    @property
    def local_day(self) -> When | None:
        """The day by the sender's clock."""
        return self.adopted_local or self.adopted_japan


class Occasion(Record, frozen=True, kw_only=True):
    """A test, launch, sinking or finding that the sender answered or chose not to answer."""

    id: Id
    kind: OccasionKind
    occurred: When
    name: Text
    short: Text | None = None
    note: Text | None = None
    un: UnitedNationsAct | None = None
    cite: tuple[Citation, ...] = ()


class Decision(Record, frozen=True, kw_only=True):
    """One act of government that moved one or more measures."""

    id: Id
    announced: When | None = None
    decided: When | None = None
    promulgated: When | None = None
    in_force: When | None = None
    until: Annotated[When | None, Until] = None
    instrument: Instrument | None = None
    occasions: tuple[OccasionRef, ...] = ()
    name: Text
    note: Text | None = None
    inferred: tuple[FieldName, ...] = ()
    confidence: Confidence | None = None
    disputed: tuple[Dispute, ...] = ()
    cite: tuple[Citation, ...] = ()


class Party(Record, frozen=True, kw_only=True):
    """A body, person or ship that was listed; which list it stood on when is said by the events
    that name it.

    ``name`` is the official list's, ``country`` an ISO 3166 two-letter code, ``un_id`` the number
    on the United Nations' list, ``listed_as`` sheet and number of the official list (``13-7``).
    """

    id: Id
    name: str
    name_ja: str | None = None
    type: PartyType
    country: str | None = None
    un_id: str | None = None
    imo: str | None = None
    born: tuple[When, ...] = ()
    role: str | None = None
    role_ja: str | None = None
    aliases: tuple[str, ...] = ()
    aliases_ja: tuple[str, ...] = ()
    listed_as: tuple[str, ...] = ()
    note: Text | None = None
    inferred: tuple[FieldName, ...] = ()
    cite: tuple[Citation, ...] = ()


class NamedParty(Record, frozen=True, kw_only=True):
    """A designated party in its place, in a registry that keeps no record of it."""

    name: str
    name_ja: str | None = None
    type: PartyType
    country: str | None = None


class Counts(Record, frozen=True, kw_only=True):
    """Numbers of designated parties."""

    entities: int = 0
    individuals: int = 0
    vessels: int = 0


class Event(Record, frozen=True, kw_only=True):
    """One dated step in the life of a measure. As loaded, what it inherits from its decision is
    filled in.
    """

    id: Id
    event: EventKind
    decision: DecisionRef | None = None
    announced: When | None = None
    decided: When | None = None
    promulgated: When | None = None
    un_listed: When | None = None
    in_force: When | None = None
    until: Annotated[When | None, Until] = None
    suspended_until: When | None = None
    occurred: When | None = None
    terms: Terms | None = None
    added: Counts | None = None
    removed: Counts | None = None
    net: Counts | None = None
    designations: tuple[PartyRef | NamedParty, ...] = ()
    delisted: tuple[PartyRef, ...] = ()
    superseded_by: MeasureRef | None = None
    occasions: tuple[OccasionRef, ...] = ()
    note: Text | None = None
    inferred: tuple[FieldName, ...] = ()
    confidence: Confidence | None = None
    disputed: tuple[Dispute, ...] = ()
    cite: tuple[Citation, ...] = ()


class Test(Record, frozen=True, kw_only=True):
    """What a condition asks of one fact, or of a list among the terms of the day.

    One of its fields is set. ``among`` are values of a choice (one alone may be written without
    brackets), ``above`` and ``at_most`` bound an amount, ``since`` is the first of the days meant.
    A bound is a figure or a day, or the name of a term: its value on the day asked about, or with
    ``baseline.`` before it that of the general rule.
    """

    among: tuple[str, ...] = msgspec.field(name="is", default=())
    above: int | str | None = None
    at_most: int | str | None = None
    since: str | None = None


#: Tests by the fact (or list term) that they look at. All must hold.
Conditions: TypeAlias = dict[str, Test]


class Rule(Record, frozen=True, kw_only=True):
    """What a measure says of an act: its verdict where ``when`` holds and not ``unless``.

    ``text`` says in a few words which acts it catches, ``spares`` which ``unless`` lets go; a term
    in braces stands for its value on the day. With ``baseline`` it speaks whether or not the
    measure is in force.
    """

    conduct: FactName
    verdict: RuleVerdict
    baseline: bool = False
    when: Conditions = {}
    unless: Conditions = {}
    text: Text
    spares: Text | None = None
    note: Text | None = None
    not_weighed: tuple[Text, ...] = ()
    inferred: tuple[FieldName, ...] = ()
    cite: tuple[Citation, ...] = ()


class Measure(Record, frozen=True, kw_only=True):
    """One prohibition or duty that can begin and end by itself, with its whole life.

    ``short`` is its name where only a few words fit. ``re-entry ban: officials`` has a head before
    the colon, so that a list says it once: ``re-entry ban: officials, engineers``.
    """

    id: Id
    family: Family
    kind: MeasureKind
    origin: Origin = "unilateral"
    name: Text
    short: Text | None = None
    summary: Text | None = None
    legal_basis: tuple[LawRef, ...] = ()
    totals_with: tuple[MeasureRef, ...] = ()
    baseline: Terms = {}
    rules: tuple[Rule, ...] = ()
    events: tuple[Event, ...]


class Leg(Record, frozen=True, kw_only=True):
    """One side's undertaking in an exchange: what was promised for what, and whether it was done or
    taken back.

    ``id`` and ``in_return_for`` are ids within the exchange (``j2a``); from outside a leg is
    ``stockholm-2014/j2a``. ``due`` is a day and ``condition`` the words for when it falls due.
    ``moves`` are the events that carried it out, ``moved_back`` those that took it back,
    ``concerns`` the measures that it is about where nothing moved.
    """

    id: Id
    by: Side
    undertaking: Text
    in_return_for: tuple[Id, ...] = ()
    promised: When | None = None
    due: When | None = None
    condition: Text | None = None
    performed: When | None = None
    reversed: When | None = None
    outcome: Outcome
    moves: tuple[EventRef, ...] = ()
    moved_back: tuple[EventRef, ...] = ()
    concerns: tuple[MeasureRef, ...] = ()
    note: Text | None = None
    inferred: tuple[FieldName, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    cite: tuple[Citation, ...] = ()


class Turn(Record, frozen=True, kw_only=True):
    """What happened between the legs: a message, a launch, a raid, a delay. ``by`` is left out if
    it was neither side's.
    """

    occurred: When
    by: Side | None = None
    note: Text
    occasions: tuple[OccasionRef, ...] = ()
    inferred: tuple[FieldName, ...] = ()
    cite: tuple[Citation, ...] = ()


class Exchange(Record, frozen=True, kw_only=True):
    """A bargain, or what stood in for one: both sides' undertakings, and the turns between."""

    id: Id
    kind: ExchangeKind
    name: Text
    short: Text | None = None
    agreed: When | None = None
    announced: When | None = None
    place: Text | None = None
    ended: When | None = None
    outcome: Outcome
    summary: Text | None = None
    note: Text | None = None
    inferred: tuple[FieldName, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    cite: tuple[Citation, ...] = ()
    legs: tuple[Leg, ...]
    turns: tuple[Turn, ...] = ()


class Point(Record, frozen=True, kw_only=True):
    """One figure: of a day or a whole period, for one part of what the indicator counts, or for all
    of it.
    """

    period: When
    value: Number
    part: Id | None = None
    note: Text | None = None
    inferred: tuple[FieldName, ...] = ()
    cite: tuple[Citation, ...] = ()


class Break(Record, frozen=True, kw_only=True):
    """A day after which the figures count something else than before."""

    occurred: When
    note: Text
    inferred: tuple[FieldName, ...] = ()
    cite: tuple[Citation, ...] = ()


class Indicator(Record, frozen=True, kw_only=True):
    """What measures did, as a series of dated figures: their unit, what they count (``basis``), and
    where that changed.
    """

    id: Id
    name: Text
    unit: Text
    basis: Text
    concerns: tuple[MeasureRef, ...] = ()
    note: Text | None = None
    parts: tuple[TermLabel, ...] = ()
    points: tuple[Point, ...]
    breaks: tuple[Break, ...] = ()


class Expectation(Record, frozen=True, kw_only=True):
    """What a checkpoint says held for one measure: its state, its end, some of its terms."""

    measure: MeasureRef
    state: State | None = None
    in_force: bool | None = None
    until: When | None = None
    terms: Terms | None = None


class Checkpoint(Record, frozen=True, kw_only=True):
    """An independent statement of what held on a day, to test the events against."""

    id: Id
    on: When
    note: Text | None = None
    expect: tuple[Expectation, ...]
    cite: tuple[Citation, ...] = ()


class CoverageScope(Record, frozen=True, kw_only=True):
    """A part of the registry for which evidence was seen of a later day than for the whole.

    One of ``family``, ``measure`` and ``section`` names the part.
    """

    family: Family | None = None
    measure: MeasureRef | None = None
    section: Section | None = None
    through: When


class Coverage(Record, frozen=True, kw_only=True):
    """How far the registry has been checked against evidence."""

    version: str | None = None
    verified_from: When | None = None
    verified_through: When | None = None
    by: tuple[CoverageScope, ...] = ()


class Sections(Record, frozen=True, kw_only=True):
    """The sections that registry files may hold; every file may hold any of them."""

    coverage: Coverage | None = None
    programme: Programme | None = None
    vocabulary: tuple[TermDefinition, ...] = ()
    facts: tuple[Fact, ...] = ()
    conducts: tuple[Conduct, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    sources: tuple[Source, ...] = ()
    laws: tuple[Law, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    decisions: tuple[Decision, ...] = ()
    parties: tuple[Party, ...] = ()
    measures: tuple[Measure, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()


class Registry(Record, frozen=True, kw_only=True, dict=True, gc=True):
    """A sound registry: all sections merged, all inheritance resolved.

    What is worked out of it once (``index``, ``once``) is kept in its ``__dict__``, no part of its
    value.

    ``verified_from`` and ``verified_through`` are ordinals; ``hash`` is taken over the files it was
    read from. ``programme`` and ``vocabulary`` are the bundled ones where it brings none. A section
    is a tuple, or ``sections.Kept`` where it comes from the compiled form.
    """

    version: str
    hash: str
    verified_from: int | None
    verified_through: int | None
    coverage_by: Sequence[CoverageScope]
    programme: Programme
    vocabulary: Sequence[TermDefinition]
    facts: Sequence[Fact] = ()
    conducts: Sequence[Conduct] = ()
    publishers: Sequence[Publisher]
    sources: Sequence[Source]
    laws: Sequence[Law]
    occasions: Sequence[Occasion]
    decisions: Sequence[Decision]
    parties: Sequence[Party]
    measures: Sequence[Measure]
    exchanges: Sequence[Exchange]
    indicators: Sequence[Indicator]
    checkpoints: Sequence[Checkpoint]

    def table(self, name: str) -> Sequence[dict[str, Any]]:
        """One of the tables of docs/contract.md as rows, for a notebook: ``nkj.table``."""
        import nkj  # the library's front; the records themselves know no table

        return nkj.table(self, name)

    def __getitem__(self, name: str) -> Any:
        """A record by its id or name, as ``nkj.show`` gives it. Raises ``KeyError``, with the
        nearest names.
        """
        import nkj

        try:
            return nkj.show(self, name).record
        except nkj.WrongUsage as error:
            raise KeyError(str(error)) from None

    def __contains__(self, name: str) -> bool:
        """True if ``registry[name]`` is there."""
        try:
            return self[name] is not None
        except KeyError:
            return False

    #: Its sections can be gone through, not the registry itself.
    __iter__: ClassVar[None] = None

    def __repr__(self) -> str:
        through = self.verified_through
        reach = "" if through is None else f", evidence through {dt.date.fromordinal(through)}"
        return f"<Registry {self.version} ({self.hash}), {len(self.measures)} measures{reach}>"

    def _repr_html_(self) -> str:
        """What it holds, for a notebook."""
        import nkj

        return nkj.html(nkj.records(self))
