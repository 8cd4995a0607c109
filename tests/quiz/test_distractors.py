"""The options that are shown: the right one once, among up to three of the nearest others."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from flashcards.question import Choice, Wrong
from flashcards.quiz.distractors import NEAREST, SHOWN, arranged, options

numbers = st.floats(0, 1, exclude_max=True)
wrongs = st.lists(st.text(min_size=1), max_size=8, unique=True).map(lambda texts: tuple(map(Wrong, texts)))


@given(wrongs, numbers, numbers)
def test_options_show_the_right_one_once_among_up_to_three_others(
    wrong: tuple[Wrong, ...], which: float, where: float
) -> None:
    question = Choice("?", "\0right", wrong)
    shown = arranged(question, options(question, which), where)
    assert shown.count(question.answer) == 1
    assert len(shown) == 1 + min(SHOWN, len(wrong)) == len(set(shown))


def test_each_of_the_nearest_is_shown_as_often_and_no_other() -> None:
    question = Choice("?", "right", tuple(map(Wrong, "abcdefg")))
    shown = Counter(wrong.text for number in range(10) for wrong in options(question, (number + 0.5) / 10))
    assert shown == dict.fromkeys("abcdefg"[:NEAREST], 6)


def test_the_right_option_stands_at_each_place_as_often() -> None:
    question = Choice("?", "right", tuple(map(Wrong, "abc")))
    shown = [arranged(question, question.wrong, (number + 0.5) / 40).index("right") for number in range(40)]
    assert [shown.count(place) for place in range(4)] == [10] * 4
