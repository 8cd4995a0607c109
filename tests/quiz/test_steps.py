"""Steps are marked by those that are known; key steps count double, and safety is a veto."""

from hypothesis import given
from hypothesis import strategies as st

from flashcards.question import Recital
from flashcards.quiz.mark import Verdict
from flashcards.quiz.present import present
from flashcards.quiz.reply import mark_reply
from flashcards.quiz.steps import mark_steps

STEPS = tuple(f"step {number}" for number in range(6))
places = st.sets(st.sampled_from(range(len(STEPS))))


@given(places, places, places)
def test_a_safety_step_that_is_left_out_is_never_nearly_right(
    known: set[int], key: set[int], safety: set[int]
) -> None:
    mark = mark_steps(STEPS, known, "left out", key, safety)
    if safety - known:
        assert (mark.verdict, mark.credit) == (Verdict.WRONG, 0.0)


@given(places, places)
def test_knowing_one_step_more_never_costs(known: set[int], key: set[int]) -> None:
    for more in set(range(len(STEPS))) - known:
        before, after = (mark_steps(STEPS, told, "left out", key) for told in (known, known | {more}))
        assert after.credit >= before.credit


@given(places, places, places)
def test_what_is_known_and_what_is_missing_are_all_steps(
    known: set[int], key: set[int], safety: set[int]
) -> None:
    mark = mark_steps(STEPS, known, "left out", key, safety)
    assert set(mark.missing) == {STEPS[place] for place in range(len(STEPS)) if place not in known}
    assert (mark.verdict is Verdict.RIGHT) == (len(known) == len(STEPS))


def test_a_key_step_counts_double() -> None:
    plain, heavy = (mark_steps(STEPS, {0, 1, 2}, "left out", key).credit for key in ((), (0,)))
    assert (plain, heavy) == (3 / 6, 4 / 7)


def test_a_recital_is_told_by_a_y_or_an_n_for_each_step() -> None:
    question = Recital("Go through it.", STEPS, tuple(range(6)))
    mark = mark_reply(question, present(question, 0.0), "yyyyny", {})
    assert (mark.verdict, mark.missing) == (Verdict.PARTLY, ("step 4",))
    assert mark.reason == "5 of 6 steps; left out: step 4"
