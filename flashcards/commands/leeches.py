"""`flashcards leeches`: the cards forgotten again and again, and what helps."""

from __future__ import annotations

import json

import click

from flashcards.commands import Options
from flashcards.commands.hiding import collected
from flashcards.commands.terminal import width, wrap
from flashcards.commands.words import counted
from flashcards.study.leeches import ADVICE, leeches


@click.command(name="leeches", short_help="List the cards forgotten again and again.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a card, a line each.")
@click.pass_obj
def command(options: Options, as_json: bool) -> None:
    """List the cards forgotten again and again.

    A card is a leech once it was forgotten `leech_threshold` times after it had been learned.
    """
    found = list(leeches(*collected(options)))
    for card, lapses in found:
        if as_json:
            click.echo(json.dumps({"card": card.id, "question": card.question.prompt, "lapses": lapses}))
            continue
        told = f"{card.question.prompt} (forgotten {counted(lapses, 'time')})"
        for line in (*wrap(told, width(), rest="  "), *wrap(card.id, width(), first="  ", rest="  ")):
            click.echo(line)
    if not as_json:
        click.echo("\n".join(wrap(ADVICE if found else "No card is a leech.", width())))
