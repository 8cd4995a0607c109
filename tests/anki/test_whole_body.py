"""All decks that ship, in one package, taken by the real Anki."""

from __future__ import annotations

from pathlib import Path

from flashcards.anatomy import read_deck, shelf
from flashcards.anki.export import export
from flashcards.anki.ledger import ledger_places
from flashcards.decks import builtin
from tests.anki.bench import NOW, Anki, Log


def test_anki_takes_the_whole_body_without_a_conflict_or_an_empty_card(tmp_path: Path) -> None:
    decks = [read_deck(path, shelf(builtin())) for path in builtin()]
    package = tmp_path / "body.apkg"
    updates = export(decks, package, lambda deck: ledger_places(deck, tmp_path, shipped=True), NOW)
    anki = Anki(tmp_path / "anki")
    notes, cards = sum(len(one.notes) for one in updates), sum(len(deck.cards) for deck in decks)
    assert anki.take(package) == Log(new=notes)
    assert anki.collection.card_count() == cards
    assert not anki.collection.get_empty_cards().notes
    assert anki.take(package) == Log(duplicate=notes)
    anki.close()
