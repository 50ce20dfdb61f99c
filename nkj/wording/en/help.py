"""English: the help texts of the commands and options."""

HELP = {
    "nkj": (
        "Measures of one side against another, dated and cited: what is in force, since when, on "
        "whose word, and what changed."
    ),
    "version": "Print the version and exit.",
    "show-completion": (
        "Print the script that completes words in a shell (bash, zsh, fish, powershell) and say "
        "where to put it; left out, the shell is yours."
    ),
    "status": """What is in force today, or was on a day.

\b
Examples:
  nkj status
  nkj status --on 2014-07-05
  nkj status --on before:nuclear-test-2016 --measure remittances --explain
""",
    "history": """How a measure changed over the years, and on whose word.

\b
Examples:
  nkj history --measure remittances
  nkj history --measure 'port-ban-*'
""",
    "diff": """What differs between two days.

\b
Examples:
  nkj diff 2006 2014
  nkj diff before:package-2016-02-19 package-2016-02-19
""",
    "timeline": """Act and answer down the days: what happened, what was done about it, and the \
bargains.

\b
Examples:
  nkj timeline 2016
  nkj timeline 2014-07 2016
  nkj timeline before:nuclear-test-2006 2006 --measure trade
""",
    "exchanges": """Who promised what for what, and who kept it: all bargains at a glance, or \
one in two columns.

\b
Examples:
  nkj exchanges
  nkj exchanges stockholm-2014
  nkj exchanges --measure 'port-ban-*'
""",
    "parties": """Who was listed, and whether a party was frozen on a day, by any of its names.

\b
Examples:
  nkj parties "office 39" --on 2014-01-01
  nkj parties kim tong chol
  nkj parties --on 2009-12-31 --type individual
  nkj parties --list port-ban-un-designated
""",
    "show": """Everything about one id: a measure, event, decision, occasion, exchange, leg, \
figure, checkpoint, law or source.

\b
Examples:
  nkj show package-2016-02-19
  nkj show nuclear-test-2016
""",
    "sources": """Which sources there are, and what rests on each.

\b
Examples:
  nkj sources
  nkj sources --measure payment-ban --kind primary
  nkj sources 'kantei-*'
""",
    "chart": """A picture of the registry: svg, png, pdf or html by the end of the file's name.

\b
Examples:
  nkj chart timeline -o timeline.svg
  nkj chart timeline -o timeline.svg --from 2013 --to 2016 --measure ports --data timeline.csv
""",
    "page": """One HTML file that answers by itself, without any network: any day, any two days, \
the life of each measure, each bargain, in English and Japanese.

\b
Examples:
  nkj page -o measures.html
  nkj page -o - > measures.html
""",
    "format": """Put the files of a registry into the one form: key order, one key a line, no \
lost comment.

\b
Examples:
  nkj format my-registry/
  nkj format my-registry/ --check
""",
    "schema": """A JSON Schema of registry files, for editors that complete and check YAML.

\b
Examples:
  nkj schema > registry.schema.json
""",
    "validate": """Whether a registry is sound; every problem with its place.

\b
Examples:
  nkj validate
  nkj validate my-registry/ --strict
""",
    "on": (
        "The day: 2006 and 2014-07 mean their last day; also 2014-07-05, today, an id, before:ID."
    ),
    "day": "A day: 2006 (its 31 December), 2014-07, 2014-07-05, today, an id, before:ID or ID^.",
    "from-day": (
        "The first day: as for diff, but 2006 and 2014-07 mean their first day; alone, that day, "
        "month or year; left out, the first on record."
    ),
    "to-day": "The last day; left out, the last on record.",
    "measure": "Only this family, measure id or glob; may be given again.",
    "name": "A name or a part of one, in either script, or a number; left out, all are listed.",
    "list": "Only parties on the list of this family, measure id or glob; may be given again.",
    "type": "Only entity, individual or vessel.",
    "origin": "unilateral (the sender's own), un (only carrying out the Security Council) or all.",
    "registry": "A registry file or folder instead of the bundled one.",
    "lang": "Language: en or ja.",
    "output": "One of {formats}.",
    "chart-name": "The picture: timeline, thresholds, freezes, effect or ladder.",
    "one-exchange": "Of the ladder: one exchange, with each step of it.",
    "title": "Another title.",
    "subtitle": "Another line under the title; '' for none.",
    "width": "How wide, in pixels: 860 to 4000.",
    "data-file": "Write exactly what is drawn to this CSV file too.",
    "output-file": "The file to write; - is standard output.",
    "force": "Replace a file that is there.",
    "explain": "Name the event and the sources that decide each row.",
    "all": "List unchanged measures too.",
    "strict": "Warnings count as problems.",
    "id": "The id to show.",
    "exchange": "An exchange's id, or a glob such as '*-2008'; left out, all are compared.",
    "source": "A source's id, or a glob such as 'mof-*'; left out, all are listed.",
    "kind": "Only sources of this kind: primary, reproduction or secondary.",
    "evidence": "Say too, family by family, how well the events are known.",
    "path-to-format": "A registry file or folder.",
    "check": "Change nothing, only say which files are not in the one form.",
    "path": "A registry file or folder; the bundled one if left out.",
}
