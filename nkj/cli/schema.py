"""``nkj schema``: a JSON Schema of registry files."""

from __future__ import annotations

import typer

from nkj.cli import common
from nkj.cli.language import HELP

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("schema", help=HELP["schema"])
def schema(registry: common.RegistryOption = None, lang: common.LangOption = None) -> None:
    def body(spoken: str) -> None:
        import json

        from nkj.registry.schema import schema as made

        common.write(json.dumps(made(common.load(registry, spoken).vocabulary), ensure_ascii=False, indent=2) + "\n")

    common.run(lang, body)
