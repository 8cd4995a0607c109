"""`flashcards suspend`: stops asking a card until told otherwise."""

from __future__ import annotations

import json

import click

from flashcards.commands import Options
from flashcards.commands.hiding import collected, hide
from flashcards.commands.why import named_cards
from flashcards.errors import UnknownName
from flashcards.study.event import EventKind
from flashcards.study.state import State


@click.command(name="suspend", short_help="Stop asking a card, or list those suspended.")
@click.argument("name", metavar="[CARD|NOTE]", required=False)
@click.option("--json", "as_json", is_flag=True, help="List as JSON objects, a line each.")
@click.pass_obj
def command(options: Options, name: str | None, as_json: bool) -> None:
    """Stop asking a card, or list those suspended.

    CARD or NOTE is named as for `why`. `flashcards unsuspend` lets it come again.
    """
    cards, state = collected(options)
    if name and as_json:
        raise click.UsageError("--json is for the list of those suspended: give it alone")
    if name:
        asked = [card for card in named_cards(name, cards) if state.goes_by(card.id) not in state.suspended]
        if not asked:
            raise UnknownName(f"every card of '{name}' is suspended", "`flashcards suspend` lists them")
        hide(options, EventKind.SUSPEND, asked, "suspended.")
    elif not state.suspended and not as_json:
        click.echo("No card is suspended.")
    else:
        tell(state, as_json)


def tell(state: State, as_json: bool) -> None:
    """List the cards suspended."""
    for card in sorted(state.suspended):
        click.echo(json.dumps({"card": card}) if as_json else card)
