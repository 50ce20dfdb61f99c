"""``nkj cite``: one fact as one sentence that can be quoted."""

from __future__ import annotations

from typing import Annotated

import typer

from nkj.cli import asking, options, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command
from nkj.problems import WrongUsage
from nkj.queries import cite as query
from nkj.wording import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("cite", cls=Command, help=HELP["cite"])
def cite(
    id: Annotated[
        list[str],
        typer.Argument(metavar="ID", help=HELP["cited-id"], autocompletion=options.offered("IDS")),
    ],
    on: Annotated[str, typer.Option("--on", metavar="DAY", help=HELP["cited-on"])] = "today",
    bibtex: Annotated[bool, typer.Option("--bibtex", help=HELP["bibtex"])] = False,
    csl: Annotated[bool, typer.Option("--csl", help=HELP["csl"])] = False,
    registry: options.RegistryOption = None,
    lang: options.LangOption = None,
    format: options.FormatOption = "table",
) -> None:
    spoken = asking.language(lang)
    kind = asking.format_of(format)
    if bibtex and csl:
        raise WrongUsage("usage.two-ways", text="--bibtex", option="--csl")
    loaded = asking.load(registry)
    # The words of a name need no quotes.
    result = query.cite(loaded, " ".join(id), asking.dated(loaded, on))
    if bibtex or csl:
        streams.write(_for_bibliographies(result, csl))
    elif kind == "table":  # a sentence is to be copied as it stands, on one line
        streams.write(f"{_sentence(result, spoken)}\n")
    elif not asking.written_as_data(kind, result):
        from nkj.sheets import cite as view

        asking.draw(view.sheet(result, words(spoken)), kind, spoken)


def _sentence(result: query.CiteResult, lang: str) -> str:
    from nkj.characters import shown

    return shown(result.text.within(lang, *result.registry.programme.languages))


def _for_bibliographies(result: query.CiteResult, csl: bool) -> str:
    """The source as BibTeX or CSL-JSON; wrong usage for a record that rests on none."""
    if result.csl is None:
        raise WrongUsage("usage.no-source", id=result.id)
    if not csl:
        return result.bibtex
    import json

    return json.dumps([result.csl], ensure_ascii=False, indent=2) + "\n"
