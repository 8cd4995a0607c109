"""`flashcards unsuspend`: lets a suspended card come again."""

from __future__ import annotations

import click

from flashcards.commands import Options
from flashcards.commands.hiding import collected, hide
from flashcards.commands.why import named_cards
from flashcards.study.event import EventKind


@click.command(name="unsuspend", short_help="Let a suspended card come again.")
@click.argument("name", metavar="CARD|NOTE")
@click.pass_obj
def command(options: Options, name: str) -> None:
    """Let a suspended card come again.

    CARD or NOTE is named as for `why`; `flashcards suspend` lists those suspended.
    """
    hide(options, EventKind.UNSUSPEND, named_cards(name, collected(options)), "asked again.")
