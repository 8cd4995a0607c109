"""`flashcards log`: the reviews as JSON lines."""

from __future__ import annotations

import json

import click

from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.home import home_folder
from flashcards.study.history import history
from flashcards.study.store import Store


@click.command(name="log", short_help="Print the reviews.")
@click.option("--json", is_flag=True, expose_value=False, help="One JSON object a line, as without it.")
@click.pass_obj
def command(options: Options) -> None:
    """Print the reviews.

    Each line is one answer as a JSON object, the oldest first; those taken back say "undone": true.
    """
    with Store.read(home_folder(options.home)) as store:
        for review in history(store, clock(options.home)()):
            click.echo(json.dumps(review.record))
