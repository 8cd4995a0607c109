"""Claims about FSRS-6 that sound true and are not, each with its counterexample; build on none of them."""

from datetime import UTC, datetime, timedelta

import pytest

from flashcards.scheduler import (
    FSRS6,
    FSRS6_TABLE,
    Learning,
    Memory,
    Rating,
    Reviewing,
    Scheduler,
    fsrs6,
    fuzz_range,
    pick_day,
)

DEFAULT = FSRS6()
AGAIN, HARD, GOOD, EASY = Rating


def changed(changes: dict[int, float]) -> FSRS6:
    """The default model with some parameters changed."""
    values = [changes.get(number, value) for number, value in enumerate(FSRS6_TABLE.default)]
    return FSRS6(tuple(values))


# False with the default parameters already.


def test_not_a_law_better_ratings_give_strictly_longer_intervals() -> None:
    hard, good = (DEFAULT.next(Memory(2851.75, 5), rating, days=0) for rating in (HARD, GOOD))
    assert hard.stability == good.stability == 2851.75


def test_not_a_law_again_on_the_same_day_is_no_milder_than_on_the_next() -> None:
    memory = Memory(42.66, 3.428)
    assert DEFAULT.next(memory, AGAIN, days=0).stability == pytest.approx(11.83, abs=0.005)
    assert DEFAULT.next(memory, AGAIN, days=1).stability == pytest.approx(2.35, abs=0.005)


def test_not_a_law_again_never_lowers_difficulty() -> None:
    assert DEFAULT.next(Memory(5, 9.996), AGAIN, days=1).difficulty == pytest.approx(9.984, abs=0.0005)


def test_not_a_law_one_day_of_easy_is_bounded() -> None:
    memory = DEFAULT.first(EASY)
    assert memory.stability == pytest.approx(8.30, abs=0.005)
    for _ in range(20):
        memory = DEFAULT.next(memory, EASY, days=0)
    assert memory.stability == pytest.approx(1384, abs=0.5)


def test_not_a_law_stability_stays_below_the_cap_by_itself() -> None:
    uncapped = fsrs6.recalled_stability(DEFAULT.parameters, 20000, 3, 0.9, GOOD)
    assert uncapped == pytest.approx(36556, abs=1)


# True with the default parameters (test_default_only), false with others.


def test_not_a_law_good_never_raises_difficulty() -> None:
    model = changed({5: 0.55, 7: 0.002})
    assert model.next(Memory(5, 1.216), GOOD, days=1).difficulty == pytest.approx(1.21798, abs=1e-5)


def test_not_a_law_good_leaves_difficulty_within_a_tenth() -> None:
    assert changed({7: 0.01}).next(Memory(5, 9), GOOD, days=1).difficulty == pytest.approx(8.862, abs=0.001)


def test_not_a_law_easy_never_raises_difficulty() -> None:
    model = changed({5: 0.4, 6: 1.0, 7: 0.35})
    assert model.next(Memory(5, 1.79), EASY, days=1).difficulty == pytest.approx(2.003, abs=0.001)


def test_not_a_law_stability_after_good_never_falls_with_stability() -> None:
    model = changed({9: 0.775})
    weaker, stronger = (model.next(Memory(s, 5), GOOD, days=1).stability for s in (0.029, 0.5))
    assert [weaker, stronger] == pytest.approx([7.042, 4.857], abs=0.001)


def test_not_a_law_stability_after_again_never_falls_with_stability() -> None:
    model = changed({13: 0.01, 14: 4.0})
    weaker, stronger = (model.next(Memory(s, 5), AGAIN, days=100).stability for s in (10, 126))
    assert [weaker, stronger] == pytest.approx([0.1114, 0.0937], abs=1e-4)


def test_not_a_law_same_day_again_never_raises_stability() -> None:
    model = changed({19: 0.74})
    assert model.next(Memory(0.0109, 5), AGAIN, days=0).stability == pytest.approx(0.1096, abs=1e-4)


def test_not_a_law_good_on_the_next_day_is_worth_no_less_than_on_the_same() -> None:
    model = changed({17: 1.0, 18: 1.0})
    today, tomorrow = (model.next(Memory(100, 5), GOOD, days).stability for days in (0, 1))
    assert [today, tomorrow] == pytest.approx([200.8, 102.2], abs=0.05)


# About the scheduler, not the model.


def test_not_a_law_better_ratings_fall_due_later() -> None:
    """A day is due at the roll-over, which may be nearer than the next step."""
    night = datetime(2026, 3, 2, 3, 55, tzinfo=UTC)
    card = Learning(Memory(1, 5), 1, night - timedelta(minutes=10), night)
    after = Scheduler(maximum_interval=1).preview(card, night, u=0)
    hard, good = after[HARD], after[GOOD]
    assert isinstance(hard, Learning)
    assert isinstance(good, Reviewing)
    assert hard.due == night + timedelta(minutes=10)
    assert good.due == night + timedelta(minutes=5)


def test_not_a_law_a_chance_of_one_half_moves_no_interval() -> None:
    """The middle of the whole days in reach is not always the nearest whole day."""
    assert pick_day(*fuzz_range(7.4, 1, 36500), u=0.5) == 8
