"""`flashcards unsuspend`: lets a suspended card come again."""

from __future__ import annotations

import click

from flashcards.commands import Options
from flashcards.commands.hiding import collected, hide
from flashcards.commands.why import named_cards
from flashcards.errors import UnknownName
from flashcards.study.event import EventKind


@click.command(name="unsuspend", short_help="Let a suspended card come again.")
@click.argument("name", metavar="CARD|NOTE")
@click.pass_obj
def command(options: Options, name: str) -> None:
    """Let a suspended card come again.

    CARD or NOTE is named as for `why`; `flashcards suspend` lists those suspended.
    """
    cards, state = collected(options)
    suspended = [card for card in named_cards(name, cards) if state.goes_by(card.id) in state.suspended]
    if not suspended:
        raise UnknownName(f"no card of '{name}' is suspended", "`flashcards suspend` lists those that are")
    hide(options, EventKind.UNSUSPEND, suspended, "asked again.")
