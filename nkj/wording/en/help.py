"""English: the help texts of the commands and options."""

HELP = {
    "nkj": (
        "Measures of one side against another, dated and cited: what is in force, since when, on "
        "whose word, and what changed."
    ),
    "version": "Print the versions of program and registry, and how far the evidence reaches.",
    "show-completion": (
        "Print the script that completes words in a shell (bash, zsh, fish, powershell) and say "
        "where to put it; left out, the shell is yours."
    ),
    "group.ask": "Ask",
    "group.show": "Show and find",
    "group.take": "Take away",
    "group.data": "Data and help",
    "help": """This page, or the help of a command.

\b
Examples:
  nkj help
  nkj help status
""",
    "man": "The whole help as a man page (nkj help --man | man -l -).",
    "command": "The command; left out, all are listed.",
    "status": """What is in force today, or was on a day.

\b
Examples:
  nkj status
  nkj status 2014-07-05
  nkj status before:nuclear-test-2016 remittances --explain
""",
    "history": """How a measure changed over the years, and on whose word.

\b
Examples:
  nkj history remittances
  nkj history payment-ban 'port-ban-*'
""",
    "diff": """What differs between two days.

\b
Examples:
  nkj diff 2006 2014
  nkj diff 2006 2014 remittances
  nkj diff before:package-2016-02-19 package-2016-02-19
""",
    "timeline": """Act and answer down the days: what happened, what was done about it, and the \
bargains.

\b
Examples:
  nkj timeline 2016
  nkj timeline 2014-07 2016
  nkj timeline before:nuclear-test-2006 2006 trade
  nkj timeline --from 2016 trade
  nkj timeline --bars
  nkj timeline --bars 2013 2016 ports
""",
    "exchanges": """Who promised what for what, and who kept it: all bargains at a glance, or \
one in two columns.

\b
Examples:
  nkj exchanges
  nkj exchanges stockholm-2014
  nkj exchanges --measure 'port-ban-*'
""",
    "ask": """May I, might I, had I to report: what the terms of a day say of an act, and why.

\b
Examples:
  nkj ask
  nkj ask remit
  nkj ask remit payer=resident purpose=other --on 2012-03-03
  nkj ask call ship=foreign called=2016-02-19 --on 2016-03-01 --explain
  nkj ask --rows payments.csv --conduct remit -o answered.csv
""",
    "ask-conduct": "What is done; nkj ask alone lists what can be.",
    "ask-facts": (
        "What is known of it, as purpose=humanitarian; amounts as 5000000, 5,000,000 or "
        "'5 million'."
    ),
    "parties": """Who was listed, and whether a party was frozen on a day, by any of its names.

\b
Examples:
  nkj parties "office 39" --on 2014-01-01
  nkj parties kim tong chol
  nkj parties --on 2009-12-31 --type individual
  nkj parties --list port-ban-un-designated
""",
    "ask-explain": "Show each rule's conditions as they were met.",
    "ask-rows": "Answer a table of acts: columns on, conduct and facts.",
    "ask-of": "The conduct of all rows that do not name one.",
    "show": """Everything about one id: a measure, event, decision, occasion, exchange, leg, \
figure, checkpoint, law or source.

\b
Examples:
  nkj show package-2016-02-19
  nkj show nuclear-test-2016
""",
    "deadlines": """What ends when, how often it was prolonged, and the last decision.

\b
Examples:
  nkj deadlines
  nkj deadlines 2010-01-01 trade
""",
    "search": """Where a word stands: in names, notes, parties, sources and figures.

\b
Examples:
  nkj search dandong
  nkj search 送金 --kind measures
  nkj search cargo inspection --from 2016
""",
    "list": """Every record of a kind, or how many there are of each.

\b
Examples:
  nkj list
  nkj list occasions
  nkj list figures --format csv
""",
    "cite": """One fact as one sentence that can be quoted, with its source, version and day.

\b
Examples:
  nkj cite payment-ban
  nkj cite package-2016-02-19 --bibtex
  nkj cite payment-reporting --on 2012-03-03
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
the life of each measure, each bargain, whether a party was frozen, what an act needed; in two \
languages.

\b
Examples:
  nkj page -o measures.html
  nkj page -o - > measures.html
""",
    "site": """A folder of files that any web server can show, or none: the page for any day, a \
page, a Markdown twin and a JSON file for each record and each day of change, pictures, \
downloads, feed and calendar.

With --force an earlier site is replaced, and what it had and this one has not is taken away. \
docs/site.md says how to host it.

\b
Examples:
  nkj site public
  nkj site public --base https://example.org/sanctions/ --force
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
    "export": """The registry in the formats of other tools; the same bytes every time.

\b
Folders: csv (for spreadsheets), datapackage, parquet.
Files: sqlite, xlsx, ics (calendar), atom (feed), ftm (FollowTheMoney), bibtex, csl-json, json,
panel (every measure in every month or on every day, as CSV).

\b
Examples:
  nkj export sqlite -o nkj.sqlite
  nkj export -o nkj.xlsx
  nkj export panel --by month -o panel.csv
""",
    "receipt": """Proof of an answer: what was asked of which registry, and what it said.

\b
Examples:
  nkj receipt -- status --on 2014-07-05 > receipt.json
  nkj receipt --check receipt.json
""",
    "mcp": """The questions as tools for an assistant (Model Context Protocol).

\b
Examples:
  nkj mcp
  nkj mcp --lang ja --registry my-registry/
""",
    "notes": "Also what was only noted, and the account of each step.",
    "full": "Everything: each undertaking, the days, the measures, the sources.",
    "status-all": "Also the measures that ended or are not yet imposed.",
    "brief": "A few sentences to quote, each with its source.",
    "day-measures": (
        "The day, and which measures: a day as for --on, a family, a measure's id or name, or a "
        "glob. Left out: today, and all."
    ),
    "measures": "A family, a measure's id or name, or a glob; left out, all.",
    "interval-measures": (
        "One or two days, and which measures. 2006 and 2014-07 mean all of that year or month; two "
        "days are the first and the last; without any, all that is on record."
    ),
    "word": "What to look for; several words must all stand in one text.",
    "search-kind": "Only records of this kind: {kinds}.",
    "list-kind": "One of {kinds}; left out, the kinds are counted.",
    "cited-id": "The id or name of what is to be cited.",
    "cited-on": "The day as of which it is cited; a measure is told as it stood then.",
    "bibtex": "The source as BibTeX, with the sentence as its note.",
    "csl": "The source as CSL-JSON, for Zotero and pandoc.",
    "on": (
        "The day: 2006 and 2014-07 mean their last day; also 2014-07-05, 2014/7/5, 20140705, "
        "today, an id, before:ID."
    ),
    "day": (
        "Two days, and which measures. A day is 2006 (its 31 December), 2014-07, 2014-07-05, "
        "today, an id, before:ID or ID^."
    ),
    "from-day": (
        "The first day: as for diff, but 2006 and 2014-07 mean their first day; alone, that day, "
        "month or year; left out, the first on record."
    ),
    "to-day": "The last day; left out, the last on record.",
    "measure": "Only this family, measure or glob; may be given again.",
    "name": "A name or a part of one, in either script, or a number; left out, all are listed.",
    "of-list": "Only parties on the list of this family, measure id or glob; may be given again.",
    "type": "Only entity, individual or vessel.",
    "origin": "unilateral (the sender's own), un (only carrying out the Security Council) or all.",
    "registry": "A registry file or folder instead of the bundled one.",
    "lang": "Language: en or ja.",
    "output": "One of {formats}.",
    "bars": "Each measure as a bar of characters; without a day, all years covered.",
    "chart-name": "The picture: timeline, thresholds, freezes, effect or ladder.",
    "one-exchange": "Of the ladder: one exchange, with each step of it.",
    "title": "Another title.",
    "subtitle": "Another line under the title; '' for none.",
    "width": "How wide, in pixels: 860 to 4000.",
    "data-file": "Write exactly what is drawn to this CSV file too.",
    "site-folder": "The folder to write.",
    "base": "The full address under which the site will stand, for feed, calendar and sitemap.",
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
    "to": "One of {formats}; left out, as the ending of the file says.",
    "into": "The file or folder to write; - is standard output.",
    "by": "A panel of every month or every day.",
    "from": "The first day of a panel; 2006 and 2014-07 mean their first day.",
    "until": "The last day of a panel; 2006 and 2014-07 mean their last day.",
    "panel-origin": "Measures of a panel: all (unless you say so), unilateral or un.",
    "question": "The question behind two dashes, a command with its words; with --check, a file.",
    "check-receipt": (
        "Does the registry give the answer of this receipt still? If not, what changed (code 1)."
    ),
    "due": (
        "What to look at today: what is past its evidence (code 1), and what ends within 90 days "
        "(code 1 with --strict)."
    ),
}
