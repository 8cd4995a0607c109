"""What a question shows: every option once, steps out of order, letters that lead back."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from flashcards.question import Choice, Listing, Ordering, Question, SelfRated, Typed, Wrong
from flashcards.quiz.present import disordered, letters, present, shuffled

chance = st.floats(0, 1, exclude_max=True)
texts = st.lists(st.text("abcdefg", min_size=1), unique=True, min_size=1, max_size=30)
groups = st.lists(st.integers(0, 3), max_size=8).map(sorted)


def is_in_order(order: tuple[str, ...], groups: list[int]) -> bool:
    return all(groups[int(one)] <= groups[int(other)] for one, other in pairwise(order))


@given(texts, chance)
def test_a_choice_shows_its_answer_once_among_at_most_three_wrong_ones(texts: list[str], u: float) -> None:
    question = Choice("Which?", texts[0], tuple(map(Wrong, texts[1:])))
    options = present(question, u).options
    assert options.count(texts[0]) == (len(texts) > 1)
    assert len(set(options)) == len(options) <= 4
    assert set(options) <= set(texts)


@given(texts, chance)
def test_shuffling_loses_nothing(texts: list[str], u: float) -> None:
    assert sorted(shuffled(texts, u)) == sorted(texts)


def test_every_order_of_a_few_items_comes_about_as_often() -> None:
    orders = [shuffled("abcd", (number + 0.5) / 240) for number in range(240)]
    assert {orders.count(order) for order in set(orders)} == {10}
    assert len(set(orders)) == 24


@given(groups, chance)
def test_steps_are_never_shown_in_a_right_order_unless_all_orders_are_right(
    groups: list[int], u: float
) -> None:
    steps = [str(place) for place in range(len(groups))]
    order = disordered(steps, groups, u)
    assert sorted(order) == sorted(steps)
    assert is_in_order(order, groups) == (len(set(groups)) < 2)


@given(st.integers(0, 200))
def test_every_option_has_a_letter_of_its_own(number: int) -> None:
    assert len(set(letters(number))) == number


def test_a_choice_without_wrong_options_is_typed() -> None:
    assert present(Choice("Which?", "psoas"), 0.5) == present(Typed("Which?", "psoas"), 0.5)


def test_each_form_says_how_to_answer() -> None:
    asked: list[Question] = [
        Choice("Which?", "a", (Wrong("b"),)),
        Ordering("Order?", ("a", "b"), (0, 1)),
        Listing("Name both.", ("a", "b")),
        SelfRated("Why?", "because"),
    ]
    hows = [present(question, 0.5).how for question in asked]
    assert hows == [
        "Type a letter, a or b.",
        "Type all 2 letters in the right order, like b a.",
        "2 to name, one a line or with commas between; an empty line ends.",
        "Answer in your mind, then press Enter.",
    ]
