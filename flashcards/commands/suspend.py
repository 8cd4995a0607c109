"""`flashcards suspend`: stops asking a card until told otherwise."""

from __future__ import annotations

import json

import click

from flashcards.commands import Options
from flashcards.commands.hiding import collected, hide
from flashcards.commands.why import named_cards
from flashcards.study.event import EventKind


@click.command(name="suspend", short_help="Stop asking a card, or list those suspended.")
@click.argument("name", metavar="[CARD|NOTE]", required=False)
@click.option("--json", "as_json", is_flag=True, help="List as JSON objects, a line each.")
@click.pass_obj
def command(options: Options, name: str | None, as_json: bool) -> None:
    """Stop asking a card, or list those suspended.

    CARD or NOTE is named as for `why`. `flashcards unsuspend` lets it come again.
    """
    cards, state = collected(options)
    if name:
        hide(options, EventKind.SUSPEND, named_cards(name, cards), "suspended.")
        return
    for card in sorted(state.suspended):
        click.echo(json.dumps({"card": card}) if as_json else card)
