"""What each key of a registry means, in a sentence: for the JSON Schema and for docs/registry.md.

What lives here: the sentences. What does not: types, which are the records' own (``model``). A key
is told once, and again under ``Record.key`` where a record means something else by it.
"""

from __future__ import annotations

KEYS = {
    "id": "Unique in the whole registry, kebab-case, never renamed and never used again.",
    "name": "What it is called.",
    "short": "The name in a few words; what stands before a colon is said once for several.",
    "note": "What a reader should know, in your own words.",
    "summary": "One or two sentences on what it is.",
    "kind": "One of the fixed kinds.",
    "cite": "The sources, each with the fields that it supports.",
    "inferred": "Fields that no source states and that only follow from others.",
    "disputed": "Other readings of a field, with who holds them.",
    "confidence": (
        "How sure it is. Left out, it is worked out from the sources; more than they "
        "allow is refused."
    ),
    "announced": "The day on which it was made known.",
    "decided": (
        "The day of the act that gave it force: the government's decision, a law's passage, or, "
        "where neither is needed, the Security Council's resolution."
    ),
    "promulgated": "The day in the gazette.",
    "in_force": "The first day in force; of a lifting, the first day without the measure.",
    "until": "The last day, inclusive. `none` opens the end.",
    "occurred": "The day on which it happened.",
    "occasions": "What it answered.",
    "concerns": "The measures that it is about.",
    "source": "The source's id.",
    "field": "The field in question.",
    # one record's own
    "Coverage.version": "The registry's version, as people cite it.",
    "Coverage.verified_from": "The first day covered; earlier days are unknown.",
    "Coverage.by": "Parts for which evidence was seen of a later day.",
    "CoverageScope.family": "All measures of this family.",
    "CoverageScope.measure": "This measure alone.",
    "CoverageScope.section": "`exchanges` or `parties`.",
    "CoverageScope.through": "The newest day for which evidence was seen of this part.",
    "Coverage.verified_through": (
        "The newest day for which evidence was seen; later days show the last known state."
    ),
    "TermDefinition.id": "The term's key, in snake_case.",
    "TermDefinition.type": "What values it takes; `jpy` is `money` in yen.",
    "TermDefinition.unit": "Of `money` alone: what is counted, as it stands behind a figure.",
    "TermDefinition.phrase": (
        "The term as words of a sentence, with `{value}` in them, or of a list `{count}`; a form "
        "for one and one for more with `|` between."
    ),
    "TermDefinition.phrase_none": "What an empty list says.",
    "TermDefinition.stricter": (
        "Which way is stricter, so that a change can be called tightened or eased."
    ),
    "TermDefinition.values": "The values of a list that have a name.",
    "TermLabel.id": "The value.",
    "Source.kind": "`primary`, `reproduction` (a faithful copy of a primary text) or `secondary`.",
    "Source.publisher": (
        "Who speaks, by one name wherever it is cited: independence is judged by it."
    ),
    "Source.title": "The title as it stands.",
    "Source.via": "Where the text was read, if not with the publisher.",
    "Source.url": "Its address.",
    "Source.published": "When it was published.",
    "Source.lang": "Its language, as `ja`, `en`, `ko`.",
    "Law.id": "The law's id; an article follows it in `legal_basis`: `fefa-16`, `feo-8-2`.",
    "Law.number": "Its number, in the language of the law.",
    "Law.passed": "The day on which it was passed.",
    "Citation.for": "The fields of the citing record that the source supports.",
    "Dispute.says": "The other value, or a short word for it.",
    "Dispute.note": "The other reading in words: who says what.",
    "Occasion.un": "What the Security Council did in answer.",
    "UnitedNationsAct.act": "A resolution or a presidential statement.",
    "UnitedNationsAct.number": "The resolution's number.",
    "UnitedNationsAct.adopted": "The day in New York.",
    "UnitedNationsAct.adopted_local": "The day by the sender's clock, often another.",
    "UnitedNationsAct.adopted_japan": "The older name of `adopted_local`.",
    "Decision.instrument": "The kind of act.",
    "Decision.in_force": (
        "The first day in force of what it moved, for events that give none of their own."
    ),
    "Measure.family": "The family it belongs to.",
    "Measure.kind": "`prohibition` (permission is as a rule not given), `licence` (it is), "
    "`reporting-duty`, `screening`, "
    "`advisory`, `designation`.",
    "Measure.origin": "`unilateral`, or `un` where it only carries out the Security Council.",
    "Measure.legal_basis": "Laws, with the article behind the law's id.",
    "Measure.baseline": "The terms that hold for every country without the measure.",
    "Measure.rules": "What it says of what people do.",
    "Rule.conduct": "The conduct that it speaks of.",
    "Rule.verdict": (
        "What it says, strictest first: `forbidden` (permission is as a rule not given), "
        "`needs-permission`, `must-report`, `must-declare`, `discouraged` (a request, no duty)."
    ),
    "Rule.baseline": "`true`: it speaks whether or not the measure is in force.",
    "Rule.when": (
        "What must all hold for it to speak: of each fact a value, a list of values or a bound; of "
        "a list among the terms of the day, a value that must stand in it."
    ),
    "Rule.unless": "It is silent where all of this holds.",
    "Rule.text": (
        "Which acts it catches, in a few words; `{term}` and `{baseline.term}` stand for the value "
        "on the day."
    ),
    "Rule.spares": "Which acts `unless` lets go, in a few words.",
    "Rule.not_weighed": "What it leaves open, and no fact asks.",
    "Test.is": "Values of which the fact must have one.",
    "Test.above": "More than this: a figure, or a term that is one.",
    "Test.at_most": "This or less.",
    "Test.since": "This day or a later one: a day, or a term that is one.",
    "Fact.id": "The fact, as people type it.",
    "Fact.type": (
        "`money`, `day`, `choice` (one of its values), `flag`, or `party` (the name of one that "
        "may stand on a list)."
    ),
    "Fact.unit": "Of `money` alone: what is counted.",
    "Fact.values": "Of `choice` alone: what it may be.",
    "Conduct.id": "The conduct, as people type it.",
    "Conduct.name": "What is done, as in `may I ...`.",
    "Conduct.facts": "The facts that bear on it.",
    "Conduct.narrowed": "Facts of which it knows only some values.",
    "Conduct.not_weighed": "What no fact asks, and may bear on it all the same.",
    "Narrowed.fact": "The fact.",
    "Narrowed.values": "The values that it may have here.",
    "Measure.events": "Its life, in order of effect.",
    "Event.event": "`imposed`, `tightened`, `eased`, `extended`, `suspended`, `resumed`, "
    "`lifted`, `reimposed`, `superseded` change what holds; `noted` does not.",
    "Event.decision": "The act that moved it; its dates, occasions and citations are inherited.",
    "Event.occurred": "Of `noted` alone: the day on which it happened.",
    "Event.terms": "All terms from now on; absent keeps those before.",
    "Event.added": "Parties added to a list.",
    "Event.removed": "Parties struck off a list.",
    "Event.net": "By how much the total moved, where that is less than what was added.",
    "Event.un_listed": (
        "The day on which the United Nations listed the parties; until the event's own day they "
        "were not frozen here."
    ),
    "Event.designations": (
        "The parties listed: ids of parties, or the party itself in place. Who names some must "
        "name all."
    ),
    "Event.delisted": "The ids of the parties struck off.",
    "Event.superseded_by": "The measure that took its place.",
    "Event.suspended_until": "Of `suspended`: the last day without effect, inclusive; "
    "left out, until `resumed`.",
    "Measure.totals_with": (
        "The measures whose lists are counted together with its own; totals are then computed, "
        "each party once."
    ),
    "Party.name": "The name as the official list prints it, in Latin letters.",
    "Party.name_ja": "The name in Japanese.",
    "Party.type": "What it is.",
    "Party.country": (
        "Where it sits or whose national it is, as a two-letter code; left out if not known."
    ),
    "Party.un_id": "Its number on the United Nations' list.",
    "Party.imo": "A ship's IMO number.",
    "Party.born": "The days of birth that the list gives, each a date.",
    "Party.role": "Post or connection, as far as the list gives it.",
    "Party.role_ja": "The same in Japanese.",
    "Party.aliases": "Other names in Latin letters, former ones too.",
    "Party.aliases_ja": "Other names in Japanese, those of the press too.",
    "Party.listed_as": "Sheet and number of the official list, as `13-7`.",
    "NamedParty.name": "The name as the list has it, in Latin letters.",
    "NamedParty.name_ja": "The name in Japanese.",
    "NamedParty.type": "What it is.",
    "NamedParty.country": "Where it sits, as a two-letter code.",
    "Counts.entities": "Bodies.",
    "Counts.individuals": "People.",
    "Counts.vessels": "Ships.",
    "Exchange.kind": (
        "`bargain`, `framework`, `process` (an agreement to go on talking) or `offers`."
    ),
    "Exchange.agreed": "The day on which it was agreed.",
    "Exchange.place": "Where.",
    "Exchange.ended": "The day on which it ended; left out if no end is recorded.",
    "Exchange.outcome": "What came of it as a whole.",
    "Exchange.note": "How it ended and why, or why it moved nothing.",
    "Exchange.legs": "The undertakings of both sides.",
    "Exchange.turns": "What happened between the legs, in order of day.",
    "Leg.id": "Unique in its exchange; from outside it is `stockholm-2014/j2a`.",
    "Leg.undertaking": "What was promised, in a few words.",
    "Leg.in_return_for": "The legs of the same exchange that it answers.",
    "Leg.promised": "The day of the promise.",
    "Leg.due": "The day on which it fell due.",
    "Leg.condition": "When it falls due, in words.",
    "Leg.performed": "The day on which it was carried out, or begun.",
    "Leg.reversed": "The day on which it was taken back.",
    "Leg.outcome": (
        "`performed`, `partly`, `not-performed`, `not-due` (its condition never came), "
        "`reversed`, `unknown`."
    ),
    "Leg.moves": "The events that carried it out.",
    "Leg.moved_back": "The events that took it back.",
    "Leg.concerns": "The measures that it is about where nothing moved.",
    "Leg.by": "Whose it was: an id of the programme's sender, target or others, or `both`.",
    "Turn.by": "Whose act it was, as for a leg; left out if neither side's.",
    "Turn.note": "What happened.",
    "Indicator.unit": "The unit of every figure.",
    "Indicator.basis": "What is counted, by whom, and what is not.",
    "Indicator.parts": "The names of the parts that its figures may be of.",
    "Indicator.points": "The figures.",
    "Indicator.breaks": "Where what they count changed.",
    "Point.period": (
        "The day, month, year or span that the figure is of: here `A..B` is the whole span."
    ),
    "Point.value": "The figure, as the source prints it; `_` may part thousands.",
    "Point.part": "The part that it is of.",
    "Break.note": "What changed.",
    "Checkpoint.on": "The day of the statement.",
    "Checkpoint.expect": "What it says held, measure by measure.",
    "Checkpoint.note": "Who says what.",
    "Expectation.measure": "The measure.",
    "Expectation.state": "The state that it must have.",
    "Expectation.in_force": "Whether it must be in force.",
    "Expectation.until": "The end that it must have.",
    "Expectation.terms": "Terms that must apply; those not stated are not tested.",
    "Text.words": "The words in one language; those in the programme's first must be there.",
    "Programme.title": "The whole subject, as it heads an answer.",
    "Programme.own": "The sender's own measures, beside those that carry out the Security Council.",
    "Programme.sender": "Who acts.",
    "Programme.target": "Who is acted on.",
    "Programme.others": "Third parties that promise or act in exchanges.",
    "Programme.families": "The families of measures, in the order in which they are shown.",
    "Programme.languages": (
        "The languages that every text is in; the first is what a reader falls back on."
    ),
    "Programme.time_zone": "Whose day `today` is, as `Asia/Seoul`.",
    "Programme.instruments": "Kinds of act, beside the bundled ones.",
    "Programme.occasion_kinds": "Kinds of occasion, beside the bundled ones.",
    "Programme.countries": "Countries by their two letters, beside the bundled ones.",
    "NamedId.id": "The id that the rest of the registry uses.",
    "Sections.programme": (
        "Who acts on whom, and the names that go with it; a registry that brings none is taken "
        "for the bundled one's."
    ),
    "Sections.coverage": "How far the registry has been checked.",
    "Sections.vocabulary": "The terms; a registry that brings none uses the bundled ones.",
    "Sections.facts": "What rules may ask of an act.",
    "Sections.conducts": "What people do, and the facts that bear on it.",
    "Sections.publishers": "The publishers' names in each language.",
    "Publisher.name": "The name; sources name the publisher by the one in the first language.",
    "Sections.sources": "The sources, one a page.",
    "Sections.laws": "Statutes and orders.",
    "Sections.occasions": "What was answered, or not.",
    "Sections.decisions": "Acts of government that moved one or more measures.",
    "Sections.parties": "Who was listed: bodies, people and ships.",
    "Sections.measures": "The measures, each with its whole life.",
    "Sections.exchanges": "Action for action.",
    "Sections.indicators": "What the measures did.",
    "Sections.checkpoints": "Statements of what held, to test the events against.",
}


def meaning(record: str, key: str) -> str:
    """What a key of a record means."""
    return KEYS.get(f"{record}.{key}") or KEYS[key]
