"""How each form is asked, told and rated: what is shown, what is proposed, what is kept."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from flashcards.card import Card
from flashcards.commands.dialogue import Dialogue
from flashcards.commands.sitting import Sitting
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.place import Place
from flashcards.question import Choice, Listing, Ordering, Question, Recital, SelfRated, Typed, Wrong
from flashcards.scheduler import Rating
from flashcards.study.session import Kept, Session
from flashcards.study.store import Store

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
INSERTION = Typed("Where does psoas major insert?", "lesser trochanter of the femur")
ENDS = Listing("Name the three ends.", ("rib 12", "iliac crest", "transverse processes of L1-L4"))
STEPS = Ordering("In which order?", ("bolster", "drape", "sink in"), (0, 1, 2))
WHOLE = Recital("All of it?", ("bolster", "drape", "sink in", "travel", "leave"), (0, 1, 2, 3, 4))
PURPOSE = SelfRated("Why a bolster?", "It takes the pull off the low back.")
WHICH = Choice(
    "Which ends on the femur?", "psoas major", (Wrong("quadratus lumborum", "it stops at the hip bone"),)
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, os.urandom) as opened:
        yield opened


class Sat:
    """One sitting over one card: what it showed and what it kept."""

    def __init__(self, store: Store, question: Question, *typed: str) -> None:
        note = Note("note", "cards", "deck", Place("deck.yaml", 1, 1))
        card = Card(note, Fact("fact", "front", "text"), "recall", question, ("Source: a book",))
        target, session = StringIO(), Session(store, [card])
        dialogue = Dialogue(StringIO("".join(f"{line}\n" for line in typed)), target, 200)
        Sitting(session, dialogue, lambda: NOW, {"deck": {}}).run()
        self.lines, self.kept = target.getvalue().splitlines(), session.kept

    @property
    def first(self) -> Kept:
        return self.kept[0]


@pytest.mark.parametrize(
    ("typed", "said", "verdict", "rating"),
    [
        ("lesser trochanter", "Right.", "right", Rating.GOOD),
        ("leser trochanter", "Right, with a slip: you wrote 'leser'; it is 'lesser'.", "slip", Rating.HARD),
        ("greater trochanter", "Wrong: greater is not lesser.", "wrong", Rating.AGAIN),
        ("", "Not answered.", "wrong", Rating.AGAIN),
    ],
)
def test_the_verdict_comes_first_in_words_and_proposes_a_rating(
    store: Store, typed: str, said: str, verdict: str, rating: Rating
) -> None:
    sat = Sat(store, INSERTION, typed, "")
    at = sat.lines.index(f"> {typed}")
    assert sat.lines[at + 1 : at + 4] == [said, "Answer: lesser trochanter of the femur", "  Source: a book"]
    assert (sat.first.answer.verdict, sat.first.answer.rating) == (verdict, rating)


@pytest.mark.parametrize(
    ("typed", "rating"),
    [("1", Rating.AGAIN), ("2", Rating.HARD), ("g", Rating.GOOD), ("E", Rating.EASY), ("hard", Rating.HARD)],
)
def test_a_digit_or_a_first_letter_rates(store: Store, typed: str, rating: Rating) -> None:
    assert Sat(store, INSERTION, "lesser trochanter", typed).first.answer.rating is rating


def test_the_four_ratings_stand_there_with_their_intervals(store: Store) -> None:
    lines = Sat(store, INSERTION, "greater trochanter").lines
    assert [line for line in lines if line.startswith("1 Again 1 min  2 Hard 6 min  3 Good 10 min  4 Easy ")]
    assert "Enter: Again. r: I was right. ?: help." in lines


def test_i_was_right_proposes_good_and_is_kept(store: Store) -> None:
    sat = Sat(store, INSERTION, "the small bump", "r", "")
    assert "Counted as right, from now on for this card." in sat.lines
    kept = sat.first.answer
    assert (kept.verdict, kept.rating, kept.override) == ("wrong", Rating.GOOD, True)


@pytest.mark.parametrize("typed", [("lesser trochanter", "r"), ("", "r"), ("lesser trochanter", "9")])
def test_what_is_no_rating_is_asked_again(store: Store, typed: tuple[str, str]) -> None:
    sat = Sat(store, INSERTION, *typed, "3")
    assert "That is none of the four ratings." in sat.lines
    assert not sat.first.answer.override


@pytest.mark.parametrize("again", ["coracoid", "coracoid process", "Coracoid process of the scapula"])
def test_a_word_that_could_be_two_is_asked_back_once(store: Store, again: str) -> None:
    sat = Sat(store, Typed("Where?", "coracoid process of the scapula"), "coroid process", again, "")
    assert any(line.endswith("? Type your answer once more.") for line in sat.lines)
    assert sat.first.answer.verdict == "right"


@pytest.mark.parametrize("again", ["", "coroid process", "coronoid process"])
def test_what_is_still_not_the_answer_when_asked_back_is_wrong(store: Store, again: str) -> None:
    sat = Sat(store, Typed("Where?", "coracoid process of the scapula"), "coroid process", again, "")
    assert any(line.startswith("Wrong: ") for line in sat.lines)
    assert sat.first.answer.rating is Rating.AGAIN


def test_a_list_ends_when_all_is_named(store: Store) -> None:
    sat = Sat(store, ENDS, "rib 12", "iliac crest; transverse processes of L1-L4", "")
    assert "3 to name, one a line or with commas between; an empty line ends." in sat.lines
    assert "Right." in sat.lines
    assert sat.first.answer.given == "rib 12; iliac crest; transverse processes of L1-L4"


def test_a_list_that_ends_early_says_what_was_missed(store: Store) -> None:
    sat = Sat(store, ENDS, "rib 12, iliac crest", "", "")
    assert "Partly right: 2 of 3; missed: transverse processes of L1-L4." in sat.lines
    assert {"- rib 12", "- transverse processes of L1-L4 (missed)"} <= set(sat.lines)
    assert (sat.first.answer.verdict, sat.first.answer.rating) == ("partly", Rating.AGAIN)


@pytest.mark.parametrize("again", ["posterior part", "the posterior", "posterior gluteus medius"])
def test_of_a_muscle_that_is_right_in_part_the_part_is_asked_back(store: Store, again: str) -> None:
    right = (
        "Gluteus medius (posterior part)",
        "posterior part of gluteus medius",
        "posterior gluteus medius",
    )
    unclear = (Wrong("Gluteus medius", "which part of it: anterior part or posterior part?"),)
    question = Typed("Which muscle opposes it?", "Gluteus maximus", right, unclear=unclear)
    sat = Sat(store, question, "gluteus medius", again, "")
    asked = "which part of it: anterior part or posterior part? Type your answer once more."
    assert asked in sat.lines
    assert (sat.first.answer.verdict, sat.first.answer.rating) == ("right", Rating.GOOD)


def test_a_whole_technique_is_gone_through_step_by_step(store: Store) -> None:
    sat = Sat(store, WHOLE, *("", "", "", "", "", "n", "", "", "", ""), "")
    assert {"1. bolster", "3. sink in", "Enter: I had it. n: I had not."} <= set(sat.lines)
    assert "Partly right: 4 of 5 steps; left out: sink in." in sat.lines
    assert (sat.first.answer.given, sat.first.answer.rating) == ("yynyy", Rating.HARD)


def test_a_whole_technique_without_its_safety_is_not_known(store: Store) -> None:
    sat = Sat(store, replace(WHOLE, safety=frozenset((1,))), *("", "", "", "n"), *[""] * 6, "")
    said = "Wrong: 4 of 5 steps; left out: drape; safety hangs on it."
    assert said in sat.lines
    assert sat.first.answer.rating is Rating.AGAIN


def test_steps_are_put_in_order_by_their_letters(store: Store) -> None:
    shown = Sat(store, STEPS).lines
    letters = {line[5:]: line[2] for line in shown if line.startswith("  ") and line[3:5] == "  "}
    order = [letters[step] for step in STEPS.steps]
    swapped = " ".join((order[1], order[0], order[2]))
    sat = Sat(store, STEPS, "a", swapped, "")
    with_the_card_coming_back = 3
    assert sat.lines.count("Type all 3 letters in the right order, like c a b.") == with_the_card_coming_back
    assert [line for line in sat.lines if line.startswith("Partly right: 2 of 3 steps; out of place")]
    assert len([line for line in sat.lines if line.endswith("(was out of place)")]) == 1
    assert {"3. sink in"} <= set(sat.lines)
    assert set(sat.first.answer.options) == set(STEPS.steps)


def test_a_wrong_choice_says_why_and_which_was_right(store: Store) -> None:
    sat = Sat(store, WHICH, "quadratus lumborum", "")
    assert "Wrong: it stops at the hip bone." in sat.lines
    assert [line for line in sat.lines if line in ("Answer: a, psoas major", "Answer: b, psoas major")]
    assert sorted(sat.first.answer.options) == ["psoas major", "quadratus lumborum"]


def test_an_answer_in_the_mind_is_shown_and_rated_by_the_learner(store: Store) -> None:
    sat = Sat(store, PURPOSE, "", "")
    assert "Answer: It takes the pull off the low back." in sat.lines
    assert "Enter: Good. ?: help." in sat.lines
    assert (sat.first.answer.verdict, sat.first.answer.rating) == ("", Rating.GOOD)


def test_help_is_said_and_the_same_prompt_stands_there_again(store: Store) -> None:
    sat = Sat(store, INSERTION, ":?", "lesser trochanter", "?", "3")
    assert "Type your answer and press Enter. Enter alone: you do not know." in sat.lines
    assert (
        "1 Again: not known. 2 Hard: known with trouble. 3 Good: known. 4 Easy: known at once." in sat.lines
    )
    assert len(sat.kept) >= 1


def test_the_note_is_named_unless_that_says_the_answer(store: Store) -> None:
    assert "1 of 1 · Note" in Sat(store, INSERTION).lines
    assert "1 of 1" in Sat(store, Typed("Which one?", "the note")).lines
