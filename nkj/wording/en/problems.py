"""English: what each problem says, and what to do about it."""

PROBLEMS = {
    "not-utf8": ("the byte {byte} is not UTF-8", "Save the file as UTF-8."),
    "forbidden-character": (
        "the control or direction character {character} is not allowed",
        "Delete it: it can make a line look different from what it says.",
    ),
    "yaml-syntax": (
        "this is not YAML: {says}",
        "Check the indentation, quotes and colons about this place.",
    ),
    "too-large": (
        "the registry is larger than {limit}",
        "No registry of this kind needs as much: is it the right file?",
    ),
    "too-deep": (
        "lists and keys are nested deeper than {limit} levels",
        "A registry needs fewer than ten.",
    ),
    "several-documents": (
        "a second YAML document begins here",
        "Remove the '---': one file is one document.",
    ),
    "anchor": ("anchors are not used in a registry: '&{name}'", "Write the value out."),
    "alias": ("aliases are not used in a registry: '*{name}'", "Write the value out."),
    "merge-key": ("merge keys are not used in a registry", "Write the keys out."),
    "tag": ("tags are not used in a registry: '{tag}'", "Remove it: each key has its own type."),
    "duplicate-key": ("the key '{key}' stands here a second time", "Keep one of the two."),
    "odd-key": ("a key must be a word", "Write 'key: value'."),
    "unknown-key": ("there is no key '{key}' here", "Known here: {keys}."),
    "missing-key": ("the key '{key}' is missing", "Add it."),
    "wrong-shape": ("this should be {expected}, but is {found}", "{how}"),
    "bad-value": ("'{text}' is none of the values allowed here", "Allowed: {choices}."),
    "bad-number": (
        "'{text}' is not a number that can stand here",
        "Write 30_000_000 or 30000000, without quotes; a figure of an indicator may have decimals.",
    ),
    "bad-date": (
        "{reason}",
        "Forms: 2016-04-01, 2016-04, 2016, 2016-02-10..2016-02-19, "
        "each with an optional final '?'.",
    ),
    "bad-id": (
        "'{text}' is not a good id",
        "Small letters a-z, digits and single hyphens (in term names underscores), "
        "at most {limit} characters.",
    ),
    "empty-registry": ("the registry holds no measures", "Add a section 'measures'."),
    "duplicate-id": (
        "the id '{id}' is taken",
        "Every id is unique in the whole registry; ids are never used again.",
    ),
    "undefined-source": ("no source '{text}'", "Add it under 'sources', or correct the id."),
    "undefined-decision": ("no decision '{text}'", "Add it under 'decisions', or correct the id."),
    "undefined-occasion": ("no occasion '{text}'", "Add it under 'occasions', or correct the id."),
    "undefined-party": ("no party '{text}'", "Add it under 'parties', or correct the id."),
    "undefined-measure": ("no measure '{text}'", "Correct the id."),
    "undefined-event": ("no event '{text}'", "Correct the id; events stand under their measures."),
    "undefined-part": (
        "no part '{text}' in '{id}'",
        "Add it under the indicator's 'parts', or correct the name.",
    ),
    "undefined-conduct": (
        "no conduct '{text}'",
        "Add it under 'conducts', or correct it. There are: {choices}.",
    ),
    "undefined-fact": (
        "'{text}' is neither a fact of this conduct nor a list among the terms",
        "Name one of: {choices}.",
    ),
    "undefined-value": (
        "there is no value '{text}' here",
        "Use one of: {choices}.",
    ),
    "bad-condition": (
        "'{fact}' cannot be asked this: it takes {wanted}",
        "A choice takes 'is', money 'above' or 'at_most' with a "
        "figure or a term that is one, a day "
        "'since' with a day or a term that is one.",
    ),
    "mute-rule": (
        "this rule of '{measure}' about '{conduct}' can never speak",
        "On no day is there an act that meets its conditions. Correct them, or take the rule out.",
    ),
    "contradicting-rules": (
        "two rules of '{measure}' about '{conduct}' say different things of one act on {day}",
        "Let the conditions of one leave out what the other catches.",
    ),
    "too-many-answers": (
        "the facts of '{id}' have more than {limit} combinations of answers",
        "All of them are tried for one question. Ask for fewer facts, or offer fewer values.",
    ),
    "undefined-leg": (
        "no other leg '{text}' in '{exchange}'",
        "A leg answers legs of the same exchange, by their short ids.",
    ),
    "leg-return": (
        "'{id}' cannot be in return for '{other}': {why}",
        "A leg answers legs of the other side, each once.",
    ),
    "leg-outcome": (
        "the outcome '{outcome}' of '{id}' cannot be: {why}",
        "Correct the outcome or the days.",
    ),
    "leg-moves": ("'{id}' cannot have moved this: {why}", "Correct the days or the events."),
    "undefined-law": (
        "no law '{text}'",
        "Add it under 'laws'; an article goes behind the law's id: fefa-16.",
    ),
    "undefined-term": (
        "no term '{text}' in the vocabulary",
        "Add it under 'vocabulary', or correct the name.",
    ),
    "unknown-field": ("'{text}' is not a field that can be cited", ""),
    "uncited": ("'{id}' cites no source", "What nobody can cite is not recorded: add 'cite'."),
    "overconfident": (
        "'{id}' is called {stated}, but its sources allow {most} at most",
        "Confirmed needs a primary source, a faithful copy of one, or two independent publishers.",
    ),
    "unsupported-field": (
        "no citation of '{id}' supports '{field}'",
        "Name it in the 'for' of the citation that says so, or in 'inferred'.",
    ),
    "unused-source": ("nothing cites the source '{id}'", "Cite it or remove it."),
    "missing-date": (
        "'{id}' ({event}) has no day",
        "Give in_force, decided or announced; for noted, occurred.",
    ),
    "misplaced-key": ("'{key}' has no place in an event '{event}'", "Remove it."),
    "out-of-order": (
        "'{id}' ({day}) stands after a later event",
        "Events stand in the order in which they took effect.",
    ),
    "imposed-twice": ("'{id}' imposes the measure a second time", "After an end, use 'reimposed'."),
    "reimposed-in-force": (
        "'{id}' puts the measure back while it is in force",
        "Is a 'lifted' missing before it?",
    ),
    "not-in-force": (
        "'{id}' ({event}) cannot be: {why}",
        "Check the days, or whether an event is missing before it.",
    ),
    "late-extension": (
        "'{id}' extends the measure when {why}",
        "An extension comes on or before the last day that it moves.",
    ),
    "early-end": (
        "the last day {until} lies before the first day {start}",
        "Correct one of the two.",
    ),
    "dates-disagree": ("{later} {two} lies before {earlier} {one}", "Check both days."),
    "party-twice": (
        "'{id}' lists '{party}', which is on the list already",
        "Name each party once; one that was struck off may be listed again.",
    ),
    "not-listed": (
        "'{id}' strikes off '{party}', which is not on the list",
        "Check the id, or whether an event that lists it is missing.",
    ),
    "counts-disagree": (
        "'{id}': {field} is {stated}, but the names give {counted} (entities/individuals/vessels)",
        "An event that names some must name all; 'net' counts those that no list counted with it "
        "held before. Keep another figure of a source in 'disputed'.",
    ),
    "odd-extension": (
        "'{id}' is called an extension, but {why}",
        "Is the last day right, or is an event missing that moved the end before?",
    ),
    "no-change": (
        "'{id}' is called {event}, but its terms and lists are as they were",
        "Say what changed in 'terms', 'added' or 'designations'; what changes nothing is 'noted', "
        "a longer term is 'extended'.",
    ),
    "opposite-direction": (
        "'{id}' is called {event}, but by the vocabulary its terms are {why} than before",
        "Correct the event, the terms, or what the vocabulary calls 'stricter'.",
    ),
    "superseded-by-itself": (
        "'{id}' says that '{measure}' is superseded by itself",
        "Name the measure that took its place.",
    ),
    "turns-out-of-order": (
        "this turn of '{id}' ({day}) stands after a later one",
        "Turns stand in order of day.",
    ),
    "absent-field": (
        "'{field}' is named here, but '{id}' has none",
        "Remove it here, or add the field.",
    ),
    "older-source": (
        "'{id}' cites for '{field}' ({day}) only sources of before: '{source}' is of {published}",
        "Such a source can tell what is planned, not what happened: cite one of that day or later.",
    ),
    "unnamed-value": (
        "the vocabulary has no name for '{text}' among the values of '{term}'",
        "Add it with its name under the term's 'values', or correct it.",
    ),
    "listed-twice": ("'{text}' stands in this list twice", "Keep one of the two."),
    "failed-checkpoint": (
        "'{id}' does not hold for '{measure}' on {day}: it says {said}, the events give {given}",
        "Either the statement or the events are wrong.",
    ),
    "vague-checkpoint": (
        "'{id}' speaks of no day by which its statement must hold: {day}",
        "Give 'on' a last day.",
    ),
    "odd-scope": (
        "a part of the coverage names one family, one measure or one section, not {count}",
        "Name one of 'family', 'measure' and 'section'.",
    ),
    "bad-coverage": ("'{field}' cannot be {day}", "Give two days, the first before the last."),
    "too-many": (
        "reading stops here: there are more than {limit} problems",
        "Mend those above first.",
    ),
    "more-warnings": (
        "there are more than {limit} warnings; the rest are not told",
        "Mend those above first.",
    ),
    "undefined-family": (
        "no family '{text}' in the programme",
        "Add it under 'programme', 'families', or correct it. There are: {choices}.",
    ),
    "undefined-side": (
        "no side '{text}' in the programme",
        "Add it under 'programme', 'others', or correct it. There are: {choices}.",
    ),
    "undefined-instrument": (
        "no instrument '{text}'",
        "Add it under 'programme', 'instruments', or correct it. There are: {choices}.",
    ),
    "undefined-occasion-kind": (
        "no kind of occasion '{text}'",
        "Add it under 'programme', 'occasion_kinds', or correct it. There are: {choices}.",
    ),
    "bad-language": (
        "'{text}' cannot stand for a language",
        "Give its code in small letters: en, ko, zh-Hant.",
    ),
    "bad-time-zone": (
        "there is no time zone '{text}'",
        "Give its name in the time zone database: Europe/Berlin, Asia/Seoul, UTC.",
    ),
    "untranslated": (
        "'{field}' of '{id}' has no words in '{language}'",
        "Add '{language}', or take it from 'languages' in the programme.",
    ),
}

#: What fills the places of those sentences, where it is not a word of the registry itself.
REASONS = {
    "expected.list": "a list",
    "expected.mapping": "keys with values",
    "expected.word": "a text",
    "expected.number": "a number",
    "expected.flag": "true or false",
    "expected.date": "a date",
    "expected.id": "an id",
    "found.list": "a list",
    "found.mapping": "keys with values",
    "found.word": "a text",
    "found.nothing": "nothing",
    "reason.form": "'{part}' is not a date",
    "reason.calendar": "there is no day {part}",
    "reason.order": "the span {part} runs backwards",
    "why.no-reversed": "it has no day 'reversed'",
    "why.performed": "it has a day 'performed'",
    "why.no-performed": "it has no day 'performed'",
    "why.reversed": "it has a day 'reversed'",
    "why.same-side": "it is by the same side",
    "why.twice": "it is named twice",
    "why.moved-twice": "'{event}' is named twice",
    "why.side": "it is by '{side}', and all measures are by '{sender}'",
    "why.before-reversed": (
        "'{event}' took effect on {day}, before {other}, when it was taken back"
    ),
    "why.before-performed": (
        "'{event}' took effect on {day}, before {other}, when it was carried out"
    ),
    "why.never": "it has not been imposed yet",
    "why.ended": "it had ended",
    "why.lapsed": "it had lapsed after {until}",
    "why.suspended": "it is suspended",
    "why.not-suspended": "it is not suspended",
    "why.same-end": "the last day stays {until}",
    "why.still-open": "the end was open and stays open",
    "why.closes": "it sets a last day, {until}, where the end was open",
    "why.shortens": "its last day {until} lies before {before}, the one it moves",
    "why.laxer": "laxer",
    "why.stricter": "stricter",
    "how.nothing": "Write a value, or remove the key.",
    "how.list-word": "Put it in square brackets, or on a line of its own behind '- '.",
    "how.list-mapping": "Put '- ' before its first key, and the other keys below that one.",
    "how.mapping-word": "Write its keys below it, each on a line of its own: {keys}.",
    "how.mapping-list": "Only one can stand here: remove the '- ' and write its keys: {keys}.",
    "how.one-list": "Only one value can stand here: remove the brackets or the '- '.",
    "how.one-mapping": "Write one value, without keys; a text with ': ' in it needs quotes.",
    "claim.in-force.yes": "in force",
    "claim.in-force.no": "not in force",
    "claim.in-force.unclear": "unclear whether in force",
    "claim.until": "the last day {value}",
    "claim.no-end": "no last day",
    "claim.term": "{value}",
    "claim.no-term": "no {value}",
}
