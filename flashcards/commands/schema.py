"""`flashcards schema`: the JSON Schema of a deck, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from flashcards.anatomy.deck_schema import deck_schema
from flashcards.files import replacing


@click.command(name="schema", short_help="Print the JSON Schema of a deck, for your editor.")
@click.option("-o", "--output", metavar="FILE", help="Write it to this file.")
def command(output: str | None) -> None:
    """Print the JSON Schema of a deck, for your editor.

    An editor that knows YAML completes field names by it and marks mistakes while you write. Write it beside
    your decks, and begin each deck with the line

    # yaml-language-server: $schema=deck.schema.json
    """
    text = json.dumps(deck_schema(), indent=2) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    path = Path(output).expanduser()
    with replacing(path, text.encode()):
        pass
    click.echo(f"Wrote {path}. Begin each deck with: # yaml-language-server: $schema={path.name}")
