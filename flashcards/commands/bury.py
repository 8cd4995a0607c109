"""`flashcards bury`: asks a card no more today."""

from __future__ import annotations

import click

from flashcards.commands import Options
from flashcards.commands.hiding import collected, hide
from flashcards.commands.why import named_cards
from flashcards.study.event import EventKind


@click.command(name="bury", short_help="Ask a card no more today.")
@click.argument("name", metavar="CARD|NOTE")
@click.pass_obj
def command(options: Options, name: str) -> None:
    """Ask a card no more today.

    CARD or NOTE is named as for `why`. Tomorrow it waits as before.
    """
    hide(options, EventKind.BURY, named_cards(name, collected(options)[0]), "buried until tomorrow.")
