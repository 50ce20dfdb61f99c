"""``nkj schema``: a JSON Schema of registry files."""

from __future__ import annotations

import typer

from nkj.cli import asking, options, streams
from nkj.cli.language import HELP
from nkj.cli.mistyped import Command

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("schema", cls=Command, help=HELP["schema"])
def schema(registry: options.RegistryOption = None, lang: options.LangOption = None) -> None:
    asking.language(lang)  # a language that there is not is wrong usage here too
    import json

    from nkj.registry.editing.schema import schema as made

    streams.write(json.dumps(made(asking.load(registry)), ensure_ascii=False, indent=2) + "\n")
