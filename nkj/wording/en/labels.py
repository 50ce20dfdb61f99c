"""English: labels and problem sentences."""

LABELS = {
    # kinds of measure
    "kind.prohibition": "prohibition",
    "kind.licence": "licence",
    "kind.reporting-duty": "reporting duty",
    "kind.screening": "screening",
    "kind.advisory": "advisory",
    "kind.designation": "designation",
    "origin.un": "carries out the Security Council",
    # states
    "state.in-force": "in force",
    "state.eased": "eased",
    "state.lifted": "lifted",
    "state.lapsed": "lapsed",
    "state.superseded": "superseded",
    "state.suspended": "suspended",
    "state.not-yet-imposed": "not yet imposed",
    "state.uncertain": "uncertain",
    "state.unknown": "unknown",
    # events
    "event.imposed": "imposed",
    "event.tightened": "tightened",
    "event.eased": "eased",
    "event.extended": "extended",
    "event.lifted": "lifted",
    "event.reimposed": "reimposed",
    "event.superseded": "superseded",
    "event.suspended": "suspended",
    "event.resumed": "resumed",
    "event.noted": "noted",
    "event.lapsed": "lapses unless prolonged",
    # fields
    "field.announced": "announced",
    "field.decided": "decided",
    "field.promulgated": "promulgated",
    "field.in_force": "in force",
    "field.until": "until",
    "field.suspended_until": "suspended until",
    "field.occurred": "occurred",
    "field.terms": "terms",
    "field.instrument": "instrument",
    "field.confidence": "confidence",
    "field.decision": "decision",
    "field.occasions": "answers",
    "field.note": "note",
    "field.inferred": "inferred",
    "field.disputed": "disputed",
    "field.sources": "sources",
    "field.legal_basis": "legal basis",
    "field.baseline": "without it",
    "field.short": "short name",
    "field.summary": "what it is",
    "field.family": "family",
    "field.kind": "kind",
    "field.origin": "origin",
    "field.state": "state",
    "field.superseded_by": "superseded by",
    "field.added": "added",
    "field.url": "address",
    "field.publisher": "publisher",
    "field.title": "title",
    "field.published": "published",
    "field.lang": "language",
    "field.number": "number",
    "field.passed": "passed",
    "field.un": "Security Council",
    "field.event": "step",
    "field.measure": "measure",
    "field.cited_for": "cited for",
    "field.expect": "what must hold",
    "field.on": "on",
    "field.id": "id",
    "field.verdict": "verdict",
    "field.when": "when",
    "field.unless": "unless",
    "field.text": "what it catches",
    "field.spares": "what it lets go",
    "field.not_weighed": "not weighed",
    "field.period": "period",
    "field.value": "value",
    "field.part": "of which",
    "field.unit": "unit",
    "field.basis": "what is counted",
    "field.indicators": "figures",
    "field.exchanges": "action for action",
    "field.agreed": "agreed",
    "field.ended": "ended",
    "field.outcome": "outcome",
    "field.promised": "undertaken",
    "field.due": "due",
    "field.condition": "due when",
    "field.performed": "carried out",
    "field.reversed": "taken back",
    "field.undertaking": "undertaking",
    "field.in_return_for": "in return for",
    "field.moves": "moved",
    "field.moved_back": "moved back",
    "field.concerns": "about",
    "field.by": "side",
    "field.place": "place",
    "confidence.confirmed": "confirmed",
    "confidence.reported": "reported",
    "confidence.inferred": "inferred",
    "source.primary": "primary source",
    "source.reproduction": "copy of a primary source",
    "source.secondary": "secondary source",
    "un.resolution": "resolution {number} of {adopted} (New York)",
    "un.presidential-statement": "presidential statement of {adopted} (New York)",
    "un.local": "{text}, {day} in {place}",
    # terms
    "term.money": "{value} {unit}",
    # what a term of type jpy is short for
    "unit.jpy": "yen",
    "term.plain": "{name}: {value}",
    "term.and-more": "{first} and {count} more",
    "term.none": "{name}: none",
    "term.yes": "yes",
    "term.no": "no",
    "join.sentences": " ",
    "join": "; ",
    "join.values": ", ",
    "beside": "{text} ({aside})",
    "law.article": "{name}, Art. {article}",
    "law.branch": "{name}, Art. {article}-{branch}",
    # status
    "status.title": "Measures against {target} on {day}",
    "status.title.unilateral": "{title} on {day}",
    "status.in-force": "In force",
    "status.not-in-force": "No longer in force",
    "status.not-yet": "Not yet imposed",
    "status.open": "Not known for certain",
    "status.own": "{heading}: {own}",
    "status.all-unknown": (
        "What held on this day is not known of this measure.|"
        "What held on this day is not known of any of these {count} measures."
    ),
    "status.coming": "What comes next",
    "status.none-in-force": "None of these measures is in force on this day.",
    "status.col.measure": "Measure",
    "status.col.since": "Since",
    "status.col.ended": "Ended",
    "status.col.until": "Until",
    "status.col.what": "What holds",
    "status.col.state": "State",
    "status.col.day": "Day",
    "status.col.next": "What happens",
    "status.decided-by": "decided by",
    "status.until-then": "general rule: {terms}",
    "status.next.lapsed": (
        "last day of {count} measure unless prolonged|last day of {count} measures unless prolonged"
    ),
    "status.next.resumed": "takes effect again (suspended until {until})",
    "status.terms-since": "{terms}, since {day}",
    "status.left-out": "Left out: {parts}.",
    "status.left-out.ended": "{count} no longer in force",
    "status.left-out.not-yet": "{count} not yet imposed",
    "status.left-out.unknown": "{count} not known",
    "status.left-out.un": "{count} of the UN alone",
    "status.left-out.ids": "ids too: --all",
    "overview.title": "{title} on {day}: {count} in force",
    "overview.next": "Next",
    "overview.none": "none in force",
    "overview.not-known": "{count} not known for certain",
    "overview.prolonged": "{what}, as up to {count} times before",
    "overview.more": "more: nkj status, nkj --help",
    "brief.col.sentence": "To quote",
    "brief.in-force": "{family}, in force on {day}: {measures}.",
    "brief.not-in-force": "{family}, not in force on {day}: {measures}.",
    "brief.not-known": "{family}, not known for certain on {day}: {measures}.",
    "brief.since": "since {day}",
    "brief.until": "until {day}",
    # notes under answers
    "note.version": "nkj {version} ({hash})",
    "note.verified": "evidence through {through}",
    "note.after": "{day} is past the evidence (to {through}): the last known state.",
    "note.before": "{day} lies before {verified}, the first day covered: nothing is known of it.",
    "note.doubt": ("?: best reading of a doubtful source. A..B: one unknown day from A to B."),
    "note.explain": "more: nkj history ID",
    "note.terms-doubtful": "≈ terms or end changed about this day; the earlier ones are shown.",
    "note.from-to": (
        "Days used: {first} and {last}; each means after everything that took effect on it."
    ),
    "note.swapped": "The days were given backwards and have been put in order.",
    # history
    "history.title": "History",
    "history.col.what": "What changed, and why",
    "history.left-out.notes": (
        "{count} note in between: --notes.|{count} notes in between: --notes."
    ),
    "history.left-out.sources": "Sources: --explain.",
    "history.extensions": "{count} times, the last on {day}",
    "history.after": "after {occasions}",
    "history.removed": "removed {counts}",
    "history.added": "added {counts}",
    "history.into": "into {name}",
    "history.open": "without a last day",
    "history.totals": "then {terms}",
    "history.no-more": "no more: {terms}",
    "history.promise": "{exchange}, promise {legs}",
    "overview.since": "since {years}",
    "history.col.day": "Day",
    "history.col.step": "Step",
    "history.col.account": "Account",
    "history.account": "{account}. {note}",
    "history.terms": "{before} → {after}",
    "history.nothing": "no terms",
    "history.bargains": "undertakings that were about it and did not move it",
    # diff
    "diff.title": "What differs between {first} and {last}",
    "diff.began": "Began",
    "diff.ended": "Ended",
    "diff.tightened": "Tightened",
    "diff.eased": "Eased",
    "diff.prolonged": "Prolonged",
    "diff.shortened": "Shortened",
    "diff.moved-and-returned": "Moved in between and came back",
    "diff.unclear": "Unclear",
    "diff.unchanged": "Unchanged",
    "diff.col.before": "Before",
    "diff.col.after": "After",
    "diff.col.events": "By",
    "diff.nothing": "Nothing differs.",
    "diff.also": "also {also}",
    "diff.times": "{event} {count} times ({first} to {last})",
    "diff.until": "{state}, until {until}",
    "diff.meanwhile": "Meanwhile",
    "diff.col.what": "What happened",
    "diff.step": "{name}: {step}",
    "diff.step.agreed": "agreed",
    "diff.step.performed": "{side} carried out {legs}",
    "diff.step.reversed": "{side} took back {legs}",
    "diff.step.ended": "ended",
    # exchanges
    "side.beside": "Both or others",
    "side.both": "Both sides",
    "outcome.performed": "carried out",
    "outcome.partly": "carried out in part",
    "outcome.not-performed": "not carried out",
    "outcome.not-due": "never came due",
    "outcome.reversed": "taken back",
    "outcome.unknown": "not known",
    "outcome.short.performed": "done",
    "outcome.short.partly": "in part",
    "outcome.short.not-performed": "not done",
    "outcome.short.not-due": "never due",
    "outcome.short.reversed": "taken back",
    "outcome.short.unknown": "not known",
    "step.promised": "undertook",
    "step.performed": "carried out",
    "step.partly": "carried out in part",
    "step.reversed": "took back",
    "step.ended": "ended",
    "exchange.title": "Action for action: what each side undertook, and what came of it",
    "exchange.title-one": "Action for action: {name} ({id})",
    "exchange.none": "No exchange here moved or was about such a measure.",
    "exchange.none-recorded": "No exchange is recorded in this registry.",
    "exchange.kind.bargain": "bargain",
    "exchange.kind.framework": "framework",
    "exchange.kind.process": "agreement to go on talking",
    "exchange.kind.offers": "offers",
    "exchange.agreed": "agreed {day}",
    "exchange.not-agreed": "never agreed",
    "exchange.ended": "ended {day}",
    "exchange.still-open": "no end recorded",
    "exchange.open": "{outcome}; no end recorded",
    "exchange.end": "{outcome}, {day}",
    "exchange.outcome": "outcome: {outcome}",
    "exchange.no-measure": "It moved no measure.",
    "exchange.no-legs": "nothing",
    "exchange.count": "{mark} {count} {outcome}",
    "exchange.score": "of {count}: {counts}",
    "exchange.undertakings": "What was undertaken for what",
    "exchange.loose": "What was undertaken without a named return",
    "exchange.days": "Down the days",
    "exchange.measures": "The measures it moved",
    "exchange.unmoved": "Measures that an undertaking was about without moving them itself",
    "exchange.disputed": "What is disputed",
    "exchange.sources": "On whose word",
    "exchange.turn": "turn of {day}",
    "exchange.whole": "the exchange as a whole",
    "exchange.dispute": "{id}: {field}",
    "exchange.stepped": "{what} ({event}: {measures})",
    "exchange.measures-count": "{count} measures",
    "exchange.move": "{name} ({id}) {event} {day}",
    "exchange.leg": "{id} ({side}: {undertaking})",
    "exchange.col.exchange": "Exchange",
    "exchange.col.agreed": "Agreed",
    "exchange.col.end": "How it ended",
    "exchange.col.outcome": "Outcome",
    "exchange.col.moved": "measures moved",
    "exchange.col.summary": "in short",
    "exchange.col.leg": "Leg",
    "exchange.col.by": "Side",
    "exchange.col.undertaking": "Undertaking",
    "exchange.col.in-return-for": "in return for",
    "exchange.col.part": "Part",
    "exchange.col.day": "Day",
    "exchange.col.step": "Step",
    "exchange.col.what": "What happened",
    "exchange.col.measure": "Measure",
    "exchange.col.name-of": "Name",
    "exchange.col.measures": "Measures meant",
    "exchange.col.disputed": "On",
    "exchange.col.here": "As recorded",
    "exchange.col.other": "The other reading",
    "exchange.left-out": "Each undertaking in full, the days and the sources: --full.",
    "exchange.explain": "more: nkj exchanges ID",
    "exchange.explain-one": "more: nkj show {id}/LEG",
    # ask
    "verdict.forbidden": "Forbidden",
    "verdict.needs-permission": "Needs permission",
    "verdict.must-report": "Must be reported",
    "verdict.must-declare": "Must be declared",
    "verdict.discouraged": "Discouraged, not forbidden",
    "verdict.allowed": "Allowed",
    "verdict.depends": "Depends",
    "verdict.unknown": "Unknown",
    "verdict.within.forbidden": "forbidden",
    "verdict.within.needs-permission": "needs permission",
    "verdict.within.must-report": "must be reported",
    "verdict.within.must-declare": "must be declared",
    "verdict.within.discouraged": "discouraged, not forbidden",
    "verdict.within.allowed": "allowed",
    "verdict.within.depends": "depends",
    "verdict.within.unknown": "unknown",
    "ask.line": "{verdict}: {why}.",
    "ask.general": "general rule",
    "ask.since": "since {day}",
    "ask.only": "{verdict} only {what}",
    "ask.nothing-against": "no rule on record stands against it",
    "ask.before": "nothing is recorded of this day",
    "ask.unclear": "what held is not known for certain: {measures}",
    "ask.branch": "{verdict} {what}",
    "ask.branch.if": "{verdict} {what} if {when}",
    "ask.rests.but": "{rests}, {but}",
    "ask.and": " and ",
    "ask.act": "Asked: {act}. On {day}.",
    "ask.because": "Because",
    "ask.others": "The other rules of this day",
    "ask.limits": "The rules of this day",
    "ask.missing": "What would settle it",
    "ask.not-weighed": "Not weighed",
    "ask.but": "unless {spares}",
    "ask.col.verdict": "Verdict",
    "ask.col.what": "What",
    "ask.col.since": "Since",
    "ask.col.spoke": "Speaks here",
    "ask.col.measure": "Measure",
    "ask.col.conditions": "conditions",
    "ask.col.fact": "Fact",
    "ask.col.gives": "What each answer would give",
    "ask.col.conduct": "Conduct",
    "ask.col.facts": "facts",
    "ask.spoke.yes": "yes",
    "ask.spoke.no": "no",
    "ask.spoke.spared": "exempt",
    "ask.spoke.depends": "depends",
    "ask.spoke.unknown": "not known",
    "ask.or": " or ",
    "ask.test.above": "{name} above {value}",
    "ask.test.at_most": "{name} at most {value}",
    "ask.test.since": "{name} {value} or later",
    "ask.if": "{test}: {met}",
    "ask.unless": "unless {test}: {met}",
    "ask.met.yes": "yes",
    "ask.met.no": "no",
    "ask.met.open": "not known",
    "ask.gives": "{answers}: {verdict}",
    "ask.gives.open": "matters, together with others",
    "ask.parties": "Whom the name may mean",
    "ask.col.party": "Party",
    "ask.col.un-listed": "UN listing",
    "ask.gap": (
        "{name} was listed by the United Nations on {un} and here from {since}: in between nothing "
        "was frozen here."
    ),
    "ask.no-figure": "an amount not known for this day",
    "ask.nobody": "no party on record bears that name",
    "ask.no-list": "no list is recorded of this day",
    "ask.money": "{value} {unit}",
    "ask.no-advice": (
        "This is not legal advice: it says what the rules on record give, and no more."
    ),
    "ask.explain": "More: --explain shows each rule's conditions; nkj history --measure ID.",
    "ask.conducts": "What can be asked",
    "ask.how": "How: nkj ask CONDUCT [FACT=VALUE ...] [--on DAY]. Every fact may be left out.",
    "ask.no-rules": "This registry has no rules about acts: it says what held, and no more",
    "ask.row.columns": "this row has {found} cells, the header {wanted}",
    "ask.row.problems": "{count} of {rows} rows had a problem: see the column 'problem'",
    "ask.row.progress": "{rows} rows, {part}%",
    "usage.ask.row.conduct": "no conduct is given",
    "usage.ask.row.on": "no day is given",
    "usage.ask.unread": "cannot read '{path}': {why}",
    "usage.ask.csv": "line {line} cannot be read as CSV: {why}",
    "usage.ask.empty": "'{path}' has no header",
    "usage.ask.column-twice": "the column '{text}' is there twice",
    "usage.ask.column-there": "there is a column '{text}' already, which the answer would add",
    "usage.ask.no-column": "there is no column '{text}': add it, or give --{text} for all rows",
    "usage.ask.output-alone": "-o belongs to --rows FILE.csv; one answer goes to standard output",
    "usage.ask.needs-output": "--rows needs -o FILE.csv for the answers",
    "usage.ask.rows-facts": "'{text}' cannot stand beside --rows: each row brings its own facts",
    "usage.ask.two-conducts": "two conducts were given: '{one}' and '{other}'",
    "usage.ask.no-conduct": "facts belong to a conduct: nkj ask CONDUCT FACT=VALUE",
    "usage.ask.no-rules": (
        "this registry has no rules about acts, so there is nothing "
        "to ask. It says what held: nkj status --on DAY"
    ),
    "usage.ask.conduct": "there is no conduct '{text}'. There are: {known}",
    "usage.ask.conduct.near": (
        "there is no conduct '{text}'. Did you mean {near}? There are: {known}"
    ),
    "usage.ask.fact": "'{conduct}' does not ask for '{text}'. It asks for: {known}",
    "usage.ask.fact.near": (
        "'{conduct}' does not ask for '{text}'. Did you mean {near}? It asks for: {known}"
    ),
    "usage.ask.value": "{fact} cannot be '{text}'. It is one of: {known}",
    "usage.ask.amount": (
        "'{text}' is no whole amount for {fact}. Give 5000000, 5,000,000, '5 million' or 500万"
    ),
    "usage.ask.no-value": "'{text}' is no fact. Give FACT=VALUE, as amount=5000000",
    "usage.ask.twice": "{fact} was given twice",
    # show
    "show.place": "Written in {file}:{line}.",
    "show.measure": "Measure",
    "show.event": "Event",
    "show.decision": "Decision",
    "show.occasion": "Occasion",
    "show.source": "Source",
    "show.law": "Law",
    "show.checkpoint": "Checkpoint",
    "show.exchange": "Exchange",
    "show.indicator": "Indicator",
    "show.figures": "The figures",
    "show.breaks": "Where what they count changed",
    "show.computed": "computed",
    "show.leg": "Leg",
    "show.col.field": "Field",
    "show.col.value": "Value",
    # the page
    "usage.no-address": (
        "'{text}' is no address of a site. Write it whole: https://example.org/sanctions/"
    ),
    "site.any-day": "Any day, two days",
    "site.now": "As it stands",
    "site.days": "Days of change",
    "site.pictures": "Pictures",
    "site.downloads": "Downloads",
    "site.data": "Days, records and addresses for programs",
    "site.records": "What is on record",
    "site.skip": "To the text",
    "site.parts": "Parts of the site",
    "site.steps": "Days of change before and after",
    "site.earlier": "Before: {day}",
    "site.later": "Next: {day}",
    "site.this-page": "This page for programs:",
    "site.rest": "More of this site:",
    "site.advice": (
        "No legal advice and no official list. Follow the sources before you rest on a line."
    ),
    "site.day": "The change of {day}",
    "site.changed": "What differs from the day before",
    "site.days-title": "Days on which anything changes",
    "site.days-rule": (
        "For a day that is not listed, the last listed day before it holds. Before the first "
        "listed day nothing was imposed or nothing is known."
    ),
    "site.nothing-moved": "nothing moved; what was known to come, or how surely, changed",
    "site.kind": "{kind} {id}",
    "site.stands": "On {day}: {state}.",
    "site.stands-since": "On {day}, and since {since}: {state}.",
    "site.cite": "To quote it",
    "site.col.file": "File",
    "site.col.size": "Size",
    "site.size": "{count} bytes",
    "site.format.atom": "A feed of what was decided and took effect, the newest first.",
    "site.format.ics": "A calendar of last days and decisions, to subscribe to.",
    "site.format.csv": "A file a table, for spreadsheets.",
    "site.format.datapackage": "A file a table, exact, with a description of every column and key.",
    "site.format.parquet": "A file a table, for DuckDB, pandas and polars.",
    "site.format.sqlite": "A database with keys and a full-text search.",
    "site.format.xlsx": "A workbook with filters.",
    "site.format.json": "Every table in one document, with its schema.",
    "site.format.panel": "How every measure stood in every month.",
    "site.format.ftm": "The listed parties as entities of FollowTheMoney.",
    "site.format.bibtex": "The sources, for reference managers.",
    "site.format.csl-json": "The sources, for citation processors.",
    "site.about": (
        "What is in force, what changed when, and on whose word. Evidence through {through}, "
        "registry version {version}. No legal advice and no official list."
    ),
    "site.guide": (
        "Every page ends in .html and has a twin in .md. How all measures stood on a day: take "
        "the last day not after yours in api/v1/index.json, then api/v1/status/DAY.json; what "
        "changed on it: api/v1/changes/DAY.json; a record by its id: api/v1/id/ID.json. A day "
        "that ends in ? is the best reading of a doubtful source; A..B is one unknown day "
        "between two. Say how far the evidence reaches, cite the sentence at the end of a page "
        "with its version, and give no advice."
    ),
    "site.start": "Start here",
    "site.done": "{path}: {count} files, {bytes} bytes",
    "site.left-out": "nkj: left out what needs the extra {extra}: pip install 'nkj[{extra}]'",
    "page.views": "Views",
    "page.on": "On a day",
    "page.between": "Two days",
    "page.measures": "Each measure",
    "page.bargains": "Bargains",
    "page.day": "Day",
    "page.from": "From",
    "page.to": "To",
    "page.earlier": "Earlier change",
    "page.later": "Later change",
    "page.compare": "Compare",
    "page.slider": "Day, as a slider",
    "page.hint": "2014-07-05, 2014-07, 2014 (a month or year is its last day), or today.",
    "page.hint.id": (
        "2014-07-05, 2014-07, 2014 (a month or year is its last day), today, or an id such as {id}."
    ),
    "page.no-day": "\u201c{text}\u201d is no day. Write 2014, 2014-07, 2014-07-05, today or an id.",
    "page.no-id": "Nothing here has the id \u201c{text}\u201d.",
    "page.title-on": "On {day}",
    "page.summary": (
        "{whose}: {on} in force, {ended} no longer, {coming} not yet imposed, {open} not known "
        "for certain."
    ),
    "page.summary.un": "Those that only carry out the Security Council",
    "page.un": "carries out the Security Council",
    "page.coming": "to come: {event} {day}",
    "page.compared": "Between {first} and {last}",
    "page.unchanged": "Nothing differs for: {names}.",
    "page.same-day": "Both days are the same, so nothing differs.",
    "page.sources": "{count} source|{count} sources",
    "page.other-language": "日本語",
    "page.about": (
        "Registry {version}, {hash}. Checked against evidence through {through}. Not legal advice "
        "and not an official list."
    ),
    "page.about.unchecked": (
        "Registry {version}, {hash}. Not legal advice and not an official list."
    ),
    "page.as-of": "This file stands by itself and asks nothing of any network.",
    "page.after": (
        "{day} lies after {through}, the last day checked: shown is the last known state."
    ),
    "page.linked": (
        "{title}, act by act: what was in force on each day, since when, until when and on which "
        "terms, with the sources of each day. Evidence through {through}. A record of what was "
        "published, not legal advice."
    ),
    "page.no-script": (
        "Without its script this page shows the last day checked. With it, any day, any two days, "
        "the life of each measure, each bargain, each party, and what an act needed."
    ),
    "page.bar": "{first} to {last}",
    "page.no-view": "This page has nothing of that kind: \u201c{text}\u201d.",
    "page.parties": "Parties",
    "page.party": "Name or number",
    "page.party.hint": (
        "A name in any language, another name, some words of it, or a number. Left empty: "
        "everybody who is frozen on the day."
    ),
    "page.find": "Look up",
    "page.party.spelling": (
        "That does not say that it is not frozen: it may be written otherwise here. The program "
        "knows near spellings too:"
    ),
    "page.party.by-list": "By list",
    "page.party.together": "All lists, each party once",
    "page.party.record": "Record",
    "page.party.event": "By",
    "page.act": "May I?",
    "page.conduct": "What is done",
    "page.ask": "Ask",
    "page.act.how": (
        "Every fact may be left open: the answer then says what would settle it. Choose what is "
        "done:"
    ),
    "page.act.open": "not given",
    "page.act.amount.hint": "such as 5,000,000 or 5 million",
    "page.act.no-fact": "\u201c{text}\u201d is no fact that is asked for here.",
    "page.act.no-value": "\u201c{text}\u201d is no answer to: {fact}.",
    "page.act.command": "The same from the program:",
    "page.done": "{path}: {bytes} bytes",
    "page.working": "working out every day on which something changes ...",
    # pictures
    "picture.working": "drawing ...",
    "picture.months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "picture.day": "{day} {month} {year}",
    "picture.on": "On {day}",
    "picture.until": "until {day}",
    "picture.source": "Source: nkj, registry {version} ({hash}).",
    "picture.bargains": "Bargains",
    "picture.occasions": "Other occasions",
    "picture.timeline.title": "{title}, {first}–{last}",
    "picture.timeline.all": "Measures against {target}",
    "picture.timeline.bar": "Each bar is one measure.",
    "picture.timeline.step": (
        "{count} were lifted on {day} ({name}); {back} of them came back by {last}."
    ),
    "picture.timeline.foot": (
        "{count} sources are cited there. A measure is one prohibition or duty that can begin and "
        "end by itself."
    ),
    "bars.title": "{title}, {first} to {last}",
    "bars.col.name": "Name",
    "bars.col.state": "State",
    "bars.col.first": "First day",
    "bars.col.last": "Last day",
    "bars.col.prolonged": "prolonged from",
    "bars.no-later": "nothing later on record",
    "bars.after-evidence": "after the evidence",
    "bars.drawn": "Bars drawn in characters; the same follows in words",
    "bars.described": "The same in words",
    "bars.nothing": (
        "{count} measure has nothing to show on these days.|"
        "{count} measures have nothing to show on these days."
    ),
    "bars.more": "each step: nkj history MEASURE · as a picture: nkj chart timeline -o FILE",
    "bars.scale": (
        "A character is one day.|"
        "A character is {count} days, at the end of the evidence and of the row perhaps fewer."
    ),
    "bars.key.in-force": "in force",
    "bars.key.prolonged": "prolonged",
    "bars.key.eased": "eased",
    "bars.key.eased-prolonged": "eased, prolonged",
    "bars.key.suspended": "suspended",
    "bars.key.uncertain": "not known for certain",
    "bars.key.unknown": "not known",
    "bars.key.begun": "begins here",
    "bars.key.ended": "ends here",
    "bars.key.gap": "ended, back later",
    "bars.key.changed": "another change here, or several",
    "bars.key.edge": "the evidence ends",
    "bars.key.later": "runs on unless ended",
    "bars.key.open": "no end set",
    "bars.key.bargain": "bargain running",
    "bars.key.occasion": "an occasion",
    "bars.key.several": "so many",
    "bars.key.many": "more than 9",
    "picture.thresholds.title": "{title}: the limits in money",
    "picture.thresholds.subtitle": (
        "Lower is stricter; the scale is logarithmic. Thick: a limit set for {target}. Thin: the "
        "general rule."
    ),
    "picture.thresholds.none": "No measure chosen has a limit in money.",
    "picture.thresholds.general": "general rule",
    "picture.thresholds.panel": "{name}: {term}",
    "picture.thresholds.answers": "after: {names}",
    "picture.thresholds.by": "by: {names}",
    "picture.thresholds.still": "still so on {day}",
    "picture.thresholds.foot": "Hatched: the act itself is barred.",
    "picture.money": "{unit} {value}",
    "unit.jpy.large": "¥{value} million",
    "unit.jpy.large.of": "1000000",
    "unit.jpy.short": "¥{value}",
    "picture.ladder.title": "{title}: act and answer",
    "picture.ladder.subtitle": (
        "Down the days: left what {left} did, right what {right} did, in the middle what both or "
        "others did."
    ),
    "picture.freezes.title": "{title}: how many are frozen",
    "picture.freezes.subtitle": (
        "Entities and individuals on these lists, each counted once: {names}."
    ),
    "picture.freezes.none": "No measure chosen keeps lists that are counted together.",
    "picture.freezes.entity": "Entities",
    "picture.freezes.individual": "Individuals",
    "picture.freezes.rounds": "Days on which a list changed",
    "picture.ladder.subtitle.all": (
        "Down the days: left what {right} answered and what {left} did in a bargain, right what "
        "{right} did, in the middle what both or others did."
    ),
    "picture.effect.title": "{title}, and what was counted",
    "picture.effect.subtitle": (
        "In {unit}. A bar is as wide as its period and as high as the yearly rate, so its area is "
        "the sum. Nothing here says what caused what."
    ),
    "picture.effect.years": "{value} in {count} years",
    "picture.effect.none": "No series of figures is about the measures chosen.",
    "picture.effect.foot": "Each figure with its source: nkj show {ids}.",
    "picture.effect.key.printed": "as printed",
    "picture.effect.key.computed": "computed",
    "picture.effect.key.years": "several years together",
    "picture.effect.key.month": "a month, as printed",
    "picture.effect.key.nothing": "no figure on record",
    "picture.effect.key.break": "what is counted changed",
    "picture.key.in-force": "in force",
    "picture.key.eased": "in force, eased",
    "picture.key.suspended": "suspended",
    "picture.key.unknown": "not known",
    "picture.key.uncertain": "not known for certain",
    "picture.key.prolonged": "prolonged",
    "picture.key.gap": "lifted, back later",
    "picture.key.ended": "ended",
    "picture.key.open": "no end set",
    "picture.key.later": "runs on unless ended",
    "picture.key.band": "bargain running",
    "exchange.results": "What came of it",
    "exchange.col.undertakings": "Undertakings",
    "exchange.explain-legs": (
        "{one} marks what {target} undertook, {two} what {sender} did; "
        "in brackets the day it was carried out → taken back."
    ),
    "show.moved-by-leg": "What it moved",
    "field.event-id": "event",
    "field.via": "read at",
    "lang.ja": "Japanese",
    "lang.en": "English",
    "lang.ko": "Korean",
    "lang.zh": "Chinese",
    "diff.step.partly": "{side} carried out in part {legs}",
    "show.party": "Party",
    "show.parties": "Parties named",
    "show.delisted": "Parties struck off",
    "show.named-by": "What names it",
    "parties.title": "Parties frozen on {day}",
    "parties.title-list": "Parties on the list on {day}: {lists}",
    "parties.title-name": "Parties named '{name}', on {day}",
    "parties.none": "No party here bears the name '{name}'.",
    "parties.complete": "The lists are complete as of {day}.",
    "parties.nobody": "Nobody.",
    "parties.explain": "More: nkj parties NAME --on DAY, nkj show ID.",
    "parties.frozen": "frozen since {since}",
    "parties.not-frozen": "not frozen on this day",
    "parties.unknown": "not known for certain",
    "parties.un-listed": "listed by the United Nations on {day}",
    "parties.frozen-from": "frozen from {day}",
    "parties.frozen-until": "was frozen until {day}",
    "parties.on-list": "on a list that freezes nothing ({measure}) since {day}",
    "parties.listing.since": "since {since}",
    "parties.listing.span": "{since} to {until}",
    "parties.listing.no-day": "no step carrying it out is known",
    "parties.listing.no-day-until": "no step carrying it out is known; off the list after {until}",
    "parties.match.number": "by number",
    "parties.match.name": "by name",
    "parties.match.alias": "by another name",
    "parties.match.words": "by words of a name",
    "parties.match.spelling": "near in spelling",
    "parties.col.frozen": "On the day",
    "parties.col.lists": "lists",
    "parties.col.numbers": "numbers",
    "parties.col.role": "role",
    "parties.col.match": "found",
    "history.more": "{count} more",
    "counts.entities": "{count} entity|{count} entities",
    "counts.individuals": "{count} individual|{count} individuals",
    "counts.vessels": "{count} vessel|{count} vessels",
    "counts.none": "none",
    "field.designations": "names",
    "field.net": "net",
    "field.un_listed": "listed by the United Nations",
    "field.delisted": "struck off the list",
    "field.listings": "lists",
    "field.totals_with": "counted together with",
    "field.name_ja": "in Japanese",
    "field.type": "what",
    "field.country": "country",
    "field.un_id": "United Nations number",
    "field.imo": "IMO number",
    "field.born": "born",
    "field.role": "role",
    "field.role_ja": "role in Japanese",
    "field.aliases": "other names",
    "field.aliases_ja": "other names in Japanese",
    "field.listed_as": "number on the list",
    "field.removed": "struck off",
    "field.name": "name",
    "expect.in-force": "in force",
    "expect.not-in-force": "not in force",
    "party.name": "Name",
    "party.name-ja": "In Japanese",
    "party.type": "What",
    "party.country": "Country",
    "party.entity": "entity",
    "party.individual": "individual",
    "party.vessel": "vessel",
    "show.moved": "What it moved",
    "show.answers": "What {sender} did in answer",
    "show.rests": "What rests on it",
    "show.rules": "What it says of acts",
    "show.events": "Its events",
    "show.citations": "Citations",
    "show.citation": "{publisher}: {title}",
    # validate
    "validate.sound": ("{path}: no problems in {measures}, {events}, {exchanges}, {sources}."),
    "counts.measures": "{count} measure|{count} measures",
    "counts.events": "{count} event|{count} events",
    "counts.exchanges": "{count} exchange|{count} exchanges",
    "counts.sources": "{count} source|{count} sources",
    "sources.title": "Sources",
    "sources.col.count": "Rests",
    "sources.col.rests": "what rests on it",
    "sources.count": "{kind}: {count}",
    "evidence.title": "How well it is known",
    "evidence.share": "confirmed share",
    "evidence.single": "on one secondary page",
    "evidence.all": "all",
    "evidence.what": "Counted are the events that change what holds; noted ones are told apart.",
    "evidence.checkpoints": "Checkpoints that hold: {count}.",
    "format.odd": "{path} is not in the one form",
    "format.done": "{path} is now in the one form",
    "format.none": "Every file is in the one form.",
    "format.problems": "{path} has problems: 'nkj validate' names them",
    "format.shape": "{path} does not hold sections: nothing was changed",
    "format.changed": "{path} would not read the same afterwards: nothing was changed",
    "format.edited": "{path} was saved by somebody else meanwhile: left as it is, try again",
    "format.comments": "{path} would lose a comment: nothing was changed",
    # the completion script
    "completion.place": "Put this into {place}, then open a new shell.",
    "completion.zsh": (
        "Put this into {place}, which needs 'fpath+=~/.zfunc' before 'compinit' in ~/.zshrc, "
        "then open a new shell."
    ),
    "validate.count": "Errors: {errors}, warnings: {warnings}.",
    # columns that CSV adds
    "timeline.title": "Act and answer, {first} to {last}",
    "timeline.title-empty": "Act and answer",
    "timeline.many": "{count} measure|{count} measures",
    "timeline.nothing": "Nothing is recorded between these days.",
    "timeline.col.kind": "What",
    "timeline.col.moved": "moved",
    "timeline.occasion": "occasion",
    "timeline.exchange": "exchange",
    "timeline.measures": "measures",
    # lists and search
    "list.title": "What this registry holds",
    "list.col.kind": "Kind",
    "list.col.count": "How many",
    "list.col.command": "Each of them",
    "list.col.name": "Name",
    "list.none": "There is none in this registry.",
    "list.explain": "more: nkj show ID",
    "list.explain.terms": "more: nkj status, nkj history",
    "list.explain.conducts": "more: nkj ask CONDUCT",
    "list.measure": "Measures",
    "list.event": "Events",
    "list.decision": "Decisions",
    "list.occasion": "Occasions",
    "list.party": "Parties",
    "list.law": "Laws",
    "list.checkpoint": "Checkpoints",
    "list.exchange": "Exchanges",
    "list.leg": "Undertakings",
    "list.indicator": "Figures",
    "list.source": "Sources",
    "list.family": "Families",
    "list.term": "Terms",
    "list.conduct": "Conducts",
    "search.title": "Where '{word}' stands",
    "search.col.hits": "there",
    "search.more": "and {count} more",
    "search.nothing": "'{word}' stands nowhere in this registry.",
    "search.near": "Names like it: {near}.",
    # deadlines
    "deadlines.title": "What ends, as it stood on {day}",
    "deadlines.heading": "{day}: {what}",
    "deadlines.lapsed": (
        "last day of {count} measure unless it is prolonged"
        "|last day of {count} measures unless they are prolonged"
    ),
    "deadlines.resumed": (
        "last day of the suspension of {count} measure"
        "|last day of the suspension of {count} measures"
    ),
    "deadlines.col.prolonged": "Prolonged",
    "deadlines.col.decided": "last decision",
    "deadlines.times": "once|{count} times",
    "deadlines.times-from": "{times} from {first} on",
    "deadlines.last-decision": "Last decision: {decided}",
    "deadlines.never": "not yet",
    "deadlines.none": "No last day is known on this day.",
    "deadlines.unknown": (
        "Of {count} more it is not known whether it is in force."
        "|Of {count} more it is not known whether they are in force."
    ),
    "deadlines.open": (
        "{count} more is in force without a last day.|{count} more are in force without a last day."
    ),
    # citations
    "cite.fact": "{fact}.",
    "cite.dated": "{name}, {day}",
    "cite.of.event": "{name} with effect from {day}",
    "cite.of.decision.decided": "{name}, decided {day}",
    "cite.of.decision.announced": "{name}, announced {day}",
    "cite.of.exchange.agreed": "{name}, agreed {day}",
    "cite.of.law.promulgated": "{name}, promulgated {day}",
    "cite.inferred": "the day is inferred",
    "cite.source": "Source ({kind}): {text}.",
    "cite.source.url": "Source ({kind}): {text}, {url} .",
    "cite.published": "{text}, {day}",
    "cite.since": "{name}: {state} since {day}",
    "cite.not-since": "{name}: not in force since {day} ({state})",
    "cite.of.extension": "{name} until {until}, decided {day}",
    "cite.of.checkpoint.on": "{name} ({day})",
    "cite.step": "{step} {day}",
    "cite.reversed": "taken back",
    "cite.registry": (
        "{title} ({id}), nkj registry {version} ({hash}, evidence through {through}), as of {day}."
    ),
    "cite.registry.open": "{title} ({id}), nkj registry {version} ({hash}), as of {day}.",
    # problems
    "problem.severity.error": "error",
    "problem.severity.warning": "warning",
    "problem.col.file": "File",
    "problem.col.line": "Line",
    "problem.col.column": "Column",
    "problem.col.severity": "Severity",
    "problem.col.code": "Code",
    "problem.col.message": "What is wrong",
    "problem.near": "Did you mean '{near}'?",
    "problem.hint": "hint",
    "problem.related.first": "first here",
    "problem.related.earlier": "after this",
    "problem.related.decides": "this event decides it",
    # wrong usage
    "path.missing": "there is no registry at '{path}'",
    "path.unreadable": "cannot read '{path}'",
    "path.no-yaml": "the folder '{path}' holds no *.yaml file",
    "path.no-file": "'{path}' is not a regular file",
    "usage.day": (
        "'{text}' is no day. Give 2006, 2014-07, 2014-07-05, today, the id of an occasion, "
        "decision or event, or before:ID"
    ),
    "usage.day.calendar": "there is no day {text} in the calendar",
    "usage.day.today": "a library call takes a day; only the command line knows today",
    "usage.day.near": "'{text}' is no day as nkj reads it. Did you mean {near}?",
    "usage.day.era": "that era has no day {text}: it goes by {near}",
    "usage.ambiguous": "'{text}' could be any of {near}",
    "usage.ambiguous.more": "'{text}' could be any of {near} and {count} more",
    "usage.no-word": "'{text}' is neither a day nor a measure nor a family",
    "usage.no-word.near": (
        "'{text}' is neither a day nor a measure nor a family. Did you mean {near}?"
    ),
    "usage.no-day": "'{text}' is a day, and a history has every day: nkj timeline {text}",
    "usage.more-days": "{count} days were given ({text}) where {most} can be used",
    "usage.two-ways": "'{text}' was given beside {option}: only one of the two can be used",
    "usage.id-day": "'{id}' has no single day, so it cannot stand for one",
    "usage.before-first": "there is no day before {text}",
    "usage.unknown-id": "there is no id '{text}' in this registry",
    "usage.unknown-id.near": "there is no id '{text}' in this registry. Did you mean {near}?",
    "usage.no-measure": "no measure or family matches '{text}'",
    "usage.no-measure.near": "no measure or family matches '{text}'. Did you mean {near}?",
    "usage.other-origin": "'{text}' matches only measures of another origin; add --origin all",
    "usage.exchange-is-leg": "'{text}' is a leg of an exchange: nkj show {text}",
    "usage.exchange-is-measure": "'{text}' names measures: nkj exchanges --measure {text}",
    "usage.no-exchange": "no exchange matches '{text}'. There are: {known}",
    "usage.no-exchange.near": "no exchange matches '{text}'. Did you mean {near}?",
    # the version
    "version.registry": "registry {version} ({hash}), evidence from {first} to {last}",
    "version.registry.open": "registry {version} ({hash})",
    "usage.no-letter": "'{text}' holds no letter or figure to look for",
    "usage.no-source": "'{id}' rests on no source that could be cited",
    "usage.ending": "'{text}' does not end in one of: {choices}",
    "usage.output": "the output could not be written: {why}",
    "usage.memory": "there is not enough memory for this",
    "usage.system": "the system refused something that nkj needs: {why}",
    "usage.not-loaded": "a part of nkj could not be loaded: {why}",
    "usage.fault": "a fault in nkj itself ({what}): please report it with the words you typed",
    "usage.no-command": "there is no command '{text}'. See {help}",
    "usage.no-command.near": "there is no command '{text}'. Did you mean {near}? See {help}",
    "usage.no-option": "there is no option '{text}' here. See {help}",
    "usage.no-option.near": "there is no option '{text}' here. Did you mean {near}? See {help}",
    "usage.needs-value": "the option '{text}' needs a value. See {help}",
    "usage.no-value": "the option '{text}' takes no value. See {help}",
    "usage.missing": "{text} is missing. See {help}",
    "usage.extra": "too many words: '{text}'. See {help}",
    "usage.refused": "these words cannot be used: {text}. See {help}",
    "usage.choice.near": "'{text}' is none of: {choices}. Did you mean '{near}'?",
    "usage.no-command.day": "'{text}' is no command. For that day: nkj status {text}",
    "usage.choice": "'{text}' is none of: {choices}",
    "export.version": "Registry version {version} ({hash}).",
    "export.licence": "Data: CC BY 4.0. Cite the registry and its version.",
    "export.empty-means": (
        'An empty cell is what is not there, or not known; no answer is never "allowed".'
    ),
    "usage.extra-missing": (
        "{text} needs a package that is not installed: pip install 'nkj[{extra}]'"
    ),
    "export.calendar": (
        "Last days of measures, days of decisions, and days on which undertakings fell due. "
        "What is known only as a month or a span is shown as that long. Not legal advice."
    ),
    "export.one-day": "One day of {day}: {name}",
    "export.undertaking": "undertaking",
    "export.due": "Due from {side}: {undertaking}",
    "export.rests": "Last day without effect: {name}",
    "export.set-by": "Set by {id}.",
    "export.listed": "listed on {day}",
    "export.not-listed": "not listed on {day}",
    "export.not-known": "not known whether listed on {day}",
    "export.deadline": "last day",
    "export.decision": "decision",
    "export.step": "change",
    "export.ends": "Last day: {name}",
    "export.ends-unless": "Unless it is prolonged. Set by {id}.",
    "export.step-of": "{name}: {step}",
    "export.on-day": "{day}: {name}",
    "usage.no-format": "name a format ({choices}), or a file whose ending says it",
    "usage.panel-only": "{option} is for the format panel alone",
    "usage.needs-file": "say where to write {text}: -o FILE, or -o - for standard output",
    "usage.needs-folder": "{text} is a folder of files: -o FOLDER",
    "usage.is-folder": "'{path}' is a folder, and this format is one file",
    "usage.is-file": "'{path}' is a file, and this format is a folder",
    "usage.is-there": "'{path}' is there already and was kept; --force replaces it",
    "export.part": "nkj: writing {part} ...",
    "export.ended": "It was not prolonged. Set by {id}.",
    "receipt.holds": (
        "{asked}: the registry ({now}) gives this answer still. It was given by version {before}."
    ),
    "receipt.differs": "{asked}: the registry ({now}) gives another answer than version {before}:",
    "receipt.changed": "'{path}' is not as it was written: its answer does not have its digest",
    "usage.receipt": "ask behind two dashes (nkj receipt -- status), or give --check FILE",
    "usage.receipt-option": (
        "'{text}' has no place in the question; --registry and --lang stand "
        "before the two dashes, and a receipt is JSON"
    ),
    "usage.no-receipt": "'{path}' is no receipt that can be read",
    # an assistant's tools
    "mcp.instructions": (
        "{title}: a cited registry, version {version}. Its evidence reaches through "
        "{through}; say so, and of a later day say that the registry does not know what "
        "changed since. A day with ? is the best reading of a doubtful source; 2010-04 or "
        "2016-02-10..2016-02-19 is one unknown day of that span. 'uncertain' and 'unknown' "
        "are no answer: never tell them as allowed or as not in force. Days are those of the "
        "time zone in which the measures are made; 'until' is the last day in force. Cite "
        "what you tell by the ids in the answer and the registry's version: cite gives a "
        "sentence to quote with its source, show all sources of an id. "
        "This is a record of what was published, not legal advice: for an "
        "act of today point to the authority and its texts."
    ),
    "mcp.less.status": (
        "The answer was longer and was cut here. To see the rest, name measures or a family, "
        "or leave out all or explain."
    ),
    "mcp.less.history": (
        "The answer was longer and was cut here. To see the rest, name one measure, or leave "
        "out notes and explain."
    ),
    "mcp.less.diff": (
        "The answer was longer and was cut here. To see the rest, name measures, or days "
        "nearer to each other, or leave out all."
    ),
    "mcp.less.timeline": (
        "The answer was longer and was cut here. To see the rest, give a shorter interval, or "
        "name measures."
    ),
    "mcp.less.exchanges": (
        "The answer was longer and was cut here. To see the rest, name one exchange, or "
        "leave out full; show tells one undertaking (ID/leg)."
    ),
    "mcp.less.parties": (
        "The answer was longer and was cut here. To see the rest, give a name, one list, or a type."
    ),
    "mcp.less.show": (
        "The answer was longer and was cut here. To see the rest, ask for one of the ids in "
        "it, or ask history or exchanges for this one."
    ),
    "mcp.less.sources": (
        "The answer was longer and was cut here. To see the rest, name ids or globs, "
        "measures, or a kind."
    ),
    "mcp.takes.status": (
        "on: the day. measures: families, ids or globs. origin: unilateral, un or all. all: "
        "also what has ended or is yet to come. explain: the event and the sources behind "
        "each row."
    ),
    "mcp.takes.history": (
        "measures: families, ids or globs; name one, since lives are long. origin: "
        "unilateral, un or all. notes: also what changed nothing, and the account of each "
        "step. explain: the sources of each step."
    ),
    "mcp.takes.diff": (
        "first, last: two days. measures: families, ids or globs. origin: unilateral, un or "
        "all. all: also what is the same."
    ),
    "mcp.takes.timeline": (
        "first, last: days; here 2014-07 and 2006 are whole. measures: families, ids or "
        "globs. origin: unilateral, un or all."
    ),
    "mcp.takes.exchanges": (
        "ids: exchanges to tell one by one; without one all are compared in short. measures: "
        "only what concerns them. full: each undertaking with its days, conditions, measures "
        "and sources; long, so name one exchange."
    ),
    "mcp.takes.parties": (
        "name: in any script or spelling; without one, all that are frozen on the day. on: "
        "the day. lists: measures. type: entity, individual or vessel."
    ),
    "mcp.takes.show": (
        "id: of a measure, event, decision, occasion, exchange, leg, party, source, law, "
        "indicator or checkpoint."
    ),
    "mcp.takes.sources": (
        "ids: ids or globs; name some, since there may be many. measures: what their events "
        "rest on. kind: primary, reproduction or secondary."
    ),
    "mcp.less.ask": ("The answer was longer and was cut here. To see the rest, leave out explain."),
    "mcp.takes.ask": (
        "conduct: what is done; without one, those that there are. facts: what is known of "
        "it; without them, what matters. on: the day. explain: each rule's conditions as "
        "they were met. Never tell 'no rule' as allowed."
    ),
    "mcp.less.deadlines": (
        "The answer was longer and was cut here. To see the rest, name measures."
    ),
    "mcp.takes.deadlines": (
        "on: the day. measures: families, ids or globs. origin: unilateral, un or all."
    ),
    "mcp.less.search": (
        "The answer was longer and was cut here. To see the rest, give a longer word, an "
        "interval, or a kind."
    ),
    "mcp.takes.search": (
        "word: what to look for, in either language. first, last: days; here 2014-07 and "
        "2006 are whole. kind: measures, events, sources or another kind that list names."
    ),
    "mcp.takes.list": (
        "kind: measures, events, decisions, occasions, exchanges, parties, sources, figures, "
        "terms, conducts or another; without one, which kinds there are."
    ),
    "mcp.takes.cite": ("id: of a record, or its name. on: the day as of which it is told."),
    "mcp.less.list": (
        "The answer was longer and was cut here. To see the rest, search for a word of what "
        "you want, with this kind."
    ),
    "mcp.less.cite": (
        "The answer was longer and was cut here. To see the rest, cite a part of it."
    ),
    "due.title": "What to look at on {day}",
    "due.what": "Why",
    "due.past": "past its last day, and no evidence says what came after",
    "due.left": "ends in {count} day|ends in {count} days",
    "due.unseen": (
        "No evidence was seen for the last {count} day."
        "|No evidence was seen for the last {count} days."
    ),
    "due.nothing": "Nothing is past its evidence, and nothing ends within 90 days.",
}
