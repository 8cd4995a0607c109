"""What a reply means: letters or words choose, letters order, and what names nothing is asked again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.question import Choice, Listing, Ordering, Question, Typed, Wrong
from flashcards.quiz.mark import Mark, Verdict
from flashcards.quiz.present import Sheet, Unclear, present
from flashcards.quiz.reply import mark_reply

INSERTION = Choice(
    "Where does psoas major insert?",
    "lesser trochanter of the femur",
    (
        Wrong("greater trochanter of the femur", "gluteus medius ends there"),
        Wrong("iliac crest"),
        Wrong("rib 12"),
    ),
)
DRAPE = Ordering("In which order?", ("place the bolster", "drape", "ask"), (0, 0, 2))
chance = st.floats(0, 1, exclude_max=True)


def marked(question: Question, u: float, reply: str) -> Mark:
    return mark_reply(question, present(question, u), reply, {})


def letter_of(sheet: Sheet, option: str) -> str:
    (letter,) = (letter for letter, text in sheet.lettered.items() if text == option)
    return letter


@given(chance)
def test_the_letter_and_the_words_of_an_option_are_the_same_reply(u: float) -> None:
    sheet = present(INSERTION, u)
    for option in sheet.options:
        letter = letter_of(sheet, option)
        assert marked(INSERTION, u, letter) == marked(INSERTION, u, f" {letter.upper()}) ")
        assert marked(INSERTION, u, letter) == marked(INSERTION, u, option)
        assert marked(INSERTION, u, letter).passes == (option == INSERTION.answer)


def test_a_wrong_option_says_why_it_is_wrong() -> None:
    mark = marked(INSERTION, 0.2, "greater trochanter of the femur")
    assert (mark.verdict, mark.reason) == (Verdict.WRONG, "gluteus medius ends there")


@pytest.mark.parametrize("reply", ["e", "z", "5", "trochanter", "a b", "no idea"])
def test_a_reply_that_names_no_option_is_asked_again(reply: str) -> None:
    with pytest.raises(Unclear, match="Type a letter, a to d"):
        marked(INSERTION, 0.2, reply)


@pytest.mark.parametrize("between", [" ", "", ",", ", ", " > ", "-"])
def test_letters_in_order_may_stand_apart_in_any_way(between: str) -> None:
    sheet = present(DRAPE, 0.9)
    letters = [letter_of(sheet, step) for step in DRAPE.steps]
    assert marked(DRAPE, 0.9, between.join(letters)).verdict is Verdict.RIGHT


def test_steps_free_among_themselves_may_come_either_way() -> None:
    sheet = present(DRAPE, 0.9)
    letters = [letter_of(sheet, step) for step in ("drape", "place the bolster", "ask")]
    assert marked(DRAPE, 0.9, " ".join(letters)).verdict is Verdict.RIGHT


@pytest.mark.parametrize("reply", ["a", "a b", "a b b", "a b c c", "a b d", "1 2 3"])
def test_an_order_needs_each_letter_once(reply: str) -> None:
    with pytest.raises(Unclear, match="Type all 3 letters"):
        marked(DRAPE, 0.9, reply)


@pytest.mark.parametrize("question", [INSERTION, DRAPE, Typed("?", "psoas"), Listing("?", ("psoas", "QL"))])
@pytest.mark.parametrize("reply", ["", " ", "...", "?!"])
def test_no_words_are_no_answer(question: Question, reply: str) -> None:
    mark = marked(question, 0.3, reply)
    assert (mark.verdict, mark.credit, bool(mark.missing)) == (Verdict.WRONG, 0.0, True)


def test_a_list_is_marked_item_by_item() -> None:
    both = Listing("Name both.", ("rib 12", "iliac crest"), (("twelfth rib",), ()))
    mark = marked(both, 0.3, "Twelfth rib; coracoid process")
    assert (mark.verdict, mark.got, mark.missing) == (Verdict.PARTLY, ("rib 12",), ("iliac crest",))
    assert marked(both, 0.3, "iliac crest, rib 12").verdict is Verdict.RIGHT


def test_what_is_partly_right_is_wrong_where_safety_hangs_on_it() -> None:
    asked = Typed("Which vessels?", "transverse processes of L1-L4", safety=True)
    assert marked(asked, 0.5, "transverse processes of L1-L3").verdict is Verdict.WRONG
    listed = Listing("Name both.", ("kidneys", "floating ribs"), safety=True)
    mark = marked(listed, 0.5, "kidneys")
    assert (mark.verdict, mark.missing) == (Verdict.WRONG, ("floating ribs",))


def test_an_answer_that_belongs_elsewhere_is_told_where() -> None:
    near = (Wrong("lower border of rib 12", "that is where the QL ends", ("rib 12",)),)
    asked = Typed("Origin?", "posterior part of the iliac crest", near=near)
    assert marked(asked, 0.5, "12th rib").reason == "that is where the QL ends"
    assert marked(asked, 0.5, "posterior iliac crest").verdict is Verdict.RIGHT
