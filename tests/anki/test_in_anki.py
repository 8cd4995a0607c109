"""The real Anki takes a package: every card, nothing empty, nothing amiss, every answer on the back alone."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from flashcards.anatomy import read_deck
from flashcards.anki.export import export
from flashcards.anki.note import facts_of
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.fact import fold
from flashcards.question import Choice, Ordering, answer_lines
from tests.anki.bench import HIP, NOW, Anki, Bench, Log

DECKS = [HIP, *builtin()]


@pytest.fixture(params=DECKS, ids=lambda path: path.stem)
def deck(request: pytest.FixtureRequest, anki: Anki, tmp_path: Path) -> Deck:
    """A deck that Anki has just imported."""
    deck = read_deck(request.param)
    package = tmp_path / "deck.apkg"
    export([deck], package, lambda _: (tmp_path / "ledger.json", tmp_path / "none.json"), NOW)
    assert anki.take(package) == Log(new=len(facts_of(deck)))
    return deck


def words(html: str) -> str:
    """The folded words of what Anki shows."""
    return fold(unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<style>.*?</style>", "", html))))


def sides(anki: Anki, deck: Deck) -> Iterator[tuple[Card, str, str]]:
    """Every card with its front and back as Anki shows them."""
    ours = {(card.fact_path, card.form.replace("-", " ").title()): card for card in deck.cards}
    for card in anki.cards():
        shown = card.render_output()
        yield ours[card.note()["Key"], card.template()["name"]], shown.question_text, shown.answer_text


def test_every_card_arrives_and_none_is_empty(anki: Anki, deck: Deck) -> None:
    assert anki.collection.card_count() == len(deck.cards) > 0
    assert len({card.id for card, _, _ in sides(anki, deck)}) == len(deck.cards)
    assert not list(anki.collection.get_empty_cards().notes)


def test_check_database_finds_nothing_and_creates_nothing(anki: Anki, deck: Deck) -> None:
    before = anki.collection.note_count(), anki.collection.card_count()
    _, ok = anki.collection.fix_integrity()
    assert ok
    assert (anki.collection.note_count(), anki.collection.card_count()) == before
    assert [*anki.collection.media.check().missing] == []


def test_all_cards_lie_in_the_deck_and_come_in_teaching_order(anki: Anki, deck: Deck) -> None:
    rows = anki.collection.db.list(
        "select flds from notes join cards on nid = notes.id group by nid order by due"
    )
    assert [row.split("\x1f")[0] for row in rows] == list(facts_of(deck))
    assert {anki.collection.decks.name(card.did) for card in anki.cards()} == {deck.title}


def test_every_front_asks_and_every_back_answers(anki: Anki, deck: Deck) -> None:
    for card, front, back in sides(anki, deck):
        asked = card.question.prompt.removeprefix(f"{card.note.name}: ")
        assert fold(asked) in words(front), card.id
        for line in (*answer_lines(card.question), *card.explanation):
            assert fold(line.removeprefix("Source: ")) in words(back), card.id


def test_no_front_holds_its_answer(anki: Anki, deck: Deck) -> None:
    """But what the question says itself, and the options and steps that are there to be chosen from."""
    for card, front, _ in sides(anki, deck):
        if not isinstance(card.question, Choice | Ordering):
            for line in answer_lines(card.question):
                asked = f" {fold(card.question.prompt)} "
                assert f" {words(front)} ".count(f" {fold(line)} ") <= asked.count(f" {fold(line)} "), card.id


def test_options_and_steps_are_all_there_and_the_right_one_is_marked(anki: Anki, deck: Deck) -> None:
    for card, front, back in sides(anki, deck):
        shown = [words(item) for item in re.findall(r"(?s)<li>(.*?)</li>", front)]
        match card.question:
            case Choice(answer=answer):
                assert shown.count(fold(answer)) == 1
                assert 2 <= len(shown) <= 4
                (right,) = re.findall(r'(?s)<li class="right">(.*?)</li>', back)
                assert words(right) == fold(answer), card.id
            case Ordering(steps=steps):
                assert sorted(shown) == sorted(map(fold, steps))
                assert shown != list(map(fold, steps)), f"{card.id} stands in its right order already"


def test_the_right_option_stands_at_every_letter(anki: Anki, deck: Deck) -> None:
    backs = [back for card, _, back in sides(anki, deck) if isinstance(card.question, Choice)]
    places = {re.findall(r'<li class="(right|wrong)">', back).index("right") for back in backs}
    assert {0, 1, 2} <= places


def test_nothing_is_loaded_from_elsewhere(anki: Anki, deck: Deck) -> None:
    for note_type in anki.collection.models.all():
        if note_type["name"].startswith("Flashcards: "):
            assert not re.search(r"https?:|url\(|@import|<script", str(note_type))


def test_text_that_looks_like_html_or_a_field_is_shown_as_written(anki: Anki, bench: Bench) -> None:
    written = "<b>5</b> &amp; <img src=x.png> {{Key}} [sound:x.mp3] x<3"
    bench.edit("How many hip bones?", f"'{written}'")
    bench.export()
    anki.take(bench.package)
    (card,) = (card for card in anki.cards() if card.note()["Key"].startswith("hip/short/"))
    shown = card.render_output()
    assert f'<div class="question">{written}</div>' in unescape(shown.question_text)
    assert "<b>" not in shown.question_text
    assert not shown.question_av_tags
    assert [*anki.collection.media.check().missing] == []
