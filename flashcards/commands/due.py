"""`flashcards due`: what waits now, later today and after that."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime, timedelta

import click

from flashcards.cards import in_turn
from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.outlook import outlook
from flashcards.commands.studied import studied
from flashcards.commands.terminal import width, wrap
from flashcards.commands.words import counted
from flashcards.home import home_folder
from flashcards.study.due import due_at
from flashcards.study.queue import begun_of, next_day
from flashcards.study.session import Session
from flashcards.study.store import Store


@click.command(name="due", short_help="Say what waits, and when the next card is due.")
@click.argument("names", nargs=-1, metavar="[DECK]...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(options: Options, names: Sequence[str], as_json: bool) -> None:
    """Say what waits, and when the next card is due.

    DECK is named as for `quiz`; without one, your collection is meant.
    """
    now = clock(options.home)()
    with Store.read(home_folder(options.home)) as store:
        state = store.state(now)
        decks = studied(names, state.settings, first_run=not state.cards)
        session = Session(store, in_turn(decks))
        if as_json:
            click.echo(json.dumps(as_object(session, now)))
            return
        for line in waiting(session, now):
            click.echo("\n".join(wrap(line, width())))


def waiting(session: Session, now: datetime) -> Iterator[str]:
    """Yield what waits, what falls due later today, and with nothing to do when the next cards come."""
    queue, later = session.queue(now), later_today(session, now)
    if queue:
        yield f"Now: {len(queue.due) + len(queue.early)} due, {len(queue.new)} new."
    if more := held(session, now):
        verb = "is due and waits" if more == 1 else "are due and wait"
        yield f"{more} more {verb} for another day, because another card asks about the same fact."
    if later:
        yield f"Later today: {counted(len(later), 'card')}, the first at {min(later):%H:%M}."
    if not queue:
        yield outlook(session, now)


def later_today(session: Session, now: datetime) -> list[datetime]:
    """Return when cards fall due today that are not in the queue yet."""
    settings = session.store.state(now).settings
    soon = now + timedelta(minutes=settings.learn_ahead_minutes)
    return sorted(due for due in dues(session, now) if soon < due < next_day(now, settings.rollover_hour))


def held(session: Session, now: datetime) -> int:
    """Return how many cards are due, yet not in the queue, because kin of theirs has the day."""
    soon = now + timedelta(minutes=session.store.state(now).settings.learn_ahead_minutes)
    queue = session.queue(now)
    return sum(due <= soon for due in dues(session, now)) - len(queue.due) - len(queue.early)


def dues(session: Session, now: datetime) -> list[datetime]:
    """Return when each card falls due that was answered and is not hidden."""
    state = session.store.state(now)
    asked = [card for card in session.cards if not state.is_hidden(card.id, now)]
    return [due_at(schedule, now, state.settings.rollover_hour) for _, schedule in begun_of(asked, state)]


def as_object(session: Session, now: datetime) -> dict[str, object]:
    """Return what waits as `--json` prints it."""
    queue = session.queue(now)
    cards = {field.name: [card.id for card in getattr(queue, field.name)] for field in fields(queue)}
    after = next(session.coming(now), None)
    following = {"at": after.at.isoformat(), "cards": after.cards} if after else None
    counts = {"held": held(session, now), "later_today": len(later_today(session, now))}
    return {**cards, **counts, "next": following}
