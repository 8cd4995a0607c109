"""`flashcards leeches`: the cards forgotten again and again, and what helps."""

from __future__ import annotations

import json

import click

from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.hiding import collected
from flashcards.commands.terminal import width, wrap
from flashcards.commands.words import counted
from flashcards.home import home_folder
from flashcards.study.leeches import ADVICE, leeches
from flashcards.study.store import Store


@click.command(name="leeches", short_help="List the cards forgotten again and again.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a card, a line each.")
@click.pass_obj
def command(options: Options, as_json: bool) -> None:
    """List the cards forgotten again and again.

    A card is a leech once it was forgotten `leech_threshold` times after it had been learned.
    """
    with Store.read(home_folder(options.home)) as store:
        found = list(leeches(collected(options), store.state(clock(options.home)())))
    for card, lapses in found:
        if as_json:
            click.echo(json.dumps({"card": card.id, "question": card.question.prompt, "lapses": lapses}))
            continue
        for line in (f"{card.question.prompt} (forgotten {counted(lapses, 'time')})", f"  {card.id}"):
            click.echo("\n".join(wrap(line, width(), rest="  ")))
    if not as_json:
        click.echo("\n".join(wrap(ADVICE if found else "No card is a leech.", width())))
