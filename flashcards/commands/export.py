"""`flashcards export`: decks as a package for Anki."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from flashcards.anatomy.safety import study_aid
from flashcards.anki.export import export
from flashcards.anki.ledger import ledger_places
from flashcards.anki.update import Update
from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.collection import Collection, find, read_all
from flashcards.commands.terminal import plain
from flashcards.commands.words import counted
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.errors import DeckError
from flashcards.home import home_folder
from flashcards.reading import Reading


@click.command(name="export", short_help="Write decks as a package for Anki.")
@click.argument("decks", nargs=-1, required=True, metavar="DECK...")
@click.option(
    "-o", "--output", type=Path, metavar="FILE.apkg", help="The package; else it is named after the deck."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object that says what was written.")
@click.pass_obj
def command(options: Options, decks: Sequence[str], output: Path | None, as_json: bool) -> int:
    """Write decks as a package for Anki.

    DECK is a deck's path or id, or a folder of decks; all go into one package. Export again after an edit and
    import again: Anki takes over what changed, and every card keeps its schedule. The exit code is 1 if a
    deck was left out because of its errors.
    """
    collection = read_all(find(decks))
    _report_broken(collection)
    target = (output or Path(f"{default_name(collection.decks)}.apkg")).expanduser()
    home = home_folder(options.home)
    now = int(clock(options.home)().timestamp())
    updates = export(
        collection.decks, target, lambda deck: ledger_places(deck, home, deck.path in builtin()), now
    )
    click.echo(
        json.dumps(as_object(target, updates, collection.broken))
        if as_json
        else "\n".join(told(target, updates))
    )
    return int(bool(collection.broken))


def _report_broken(collection: Collection) -> None:
    """Say which decks are left out; DeckError where that is all of them."""
    broken = DeckError(problem for reading in collection.broken for problem in reading.problems)
    if not collection.decks:
        raise broken
    if collection.broken:
        click.echo(f"left out: {plain(broken.message)}\n  = help: {broken.help}", err=True)


def default_name(decks: Sequence[Deck]) -> str:
    """Return a name for the package: that of its deck, if it has but one."""
    return decks[0].id if len(decks) == 1 else "flashcards"


def told(target: Path, updates: Sequence[Update]) -> Iterator[str]:
    """Yield the lines that say what was written, and what to do with it."""
    cards = sum(update.cards for update in updates)
    facts = sum(len(update.notes) for update in updates)
    yield plain(f"Wrote {target}: {counted(cards, 'card')} on {counted(facts, 'fact')}.")
    for update in updates:
        yield from map(plain, _changes(update))
    yield from dict.fromkeys(filter(None, (study_aid(update.deck) for update in updates)))
    yield "In Anki: File > Import, with the settings as they are. Your cards there keep their schedules."


def _changes(update: Update) -> Iterator[str]:
    changes, entries = update.changes, update.ledger.entries
    counts = {"new": changes.new, "changed": changes.changed, "unchanged": changes.unchanged}
    numbers = ", ".join(f"{len(paths)} {word}" for word, paths in counts.items() if paths)
    yield f"{update.deck.title}: {numbers}"
    yield from (f"  reworded or renamed, and recognised: {entries[new].text}" for _, new in changes.linked)
    yield from (
        f"  gone here, Anki keeps it until you delete it: {entries[path].text}" for path in changes.gone
    )
    for path, form in changes.dropped:
        yield f"  no longer asked as '{form}' (in Anki: Tools > Empty Cards): {entries[path].text}"


def as_object(target: Path, updates: Sequence[Update], broken: Sequence[Reading]) -> dict[str, object]:
    """Return what `--json` prints."""
    return {
        "package": str(target),
        "decks": [_deck_object(update) for update in updates],
        "left_out": [str(reading.path) for reading in broken],
    }


def _deck_object(update: Update) -> dict[str, object]:
    changes = update.changes
    return {
        "deck": update.deck.id,
        "notes": len(update.notes),
        "cards": update.cards,
        "new": list(changes.new),
        "changed": list(changes.changed),
        "unchanged": len(changes.unchanged),
        "linked": [{"old": old, "new": new} for old, new in changes.linked],
        "gone": list(changes.gone),
        "dropped": [f"{path}/{form}" for path, form in changes.dropped],
    }
