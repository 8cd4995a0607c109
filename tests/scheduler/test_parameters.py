"""Parameters of older versions of FSRS, and states of SM-2, say the same once they are converted."""

import pytest

from flashcards.scheduler import FSRS6, Memory, Rating, fsrs6

# Defaults of FSRS-4.5 and FSRS-5, as published in open-spaced-repetition/fsrs4anki, wiki "The Algorithm".
# fmt: off
FSRS4 = (
    0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367, 1.0461,
    2.1072, 0.0793, 0.3246, 1.587, 0.2272, 2.8755,
)
FSRS5 = (
    0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925,
    1.9395, 0.11, 0.29605, 2.2698, 0.2315, 2.9898, 0.51655, 0.6621,
)
# fmt: on


@pytest.mark.parametrize("older", [FSRS4, FSRS5])
def test_older_parameters_keep_the_curve_they_were_fitted_with(older: tuple[float, ...]) -> None:
    """FSRS-4.5 and FSRS-5: (1 + 19/81 t/S)^-0.5."""
    chance = FSRS6.from_parameters(older).retrievability(Memory(10, 5), 7)
    assert chance == pytest.approx((1 + 19 / 81 * 7 / 10) ** -0.5, rel=1e-12)


def test_parameters_of_fsrs5_keep_the_same_day_stability() -> None:
    """FSRS-5: S e^(w17 (rating - 3 + w18)), whatever S."""
    model = FSRS6.from_parameters(FSRS5)
    easy = model.next(Memory(10, 5), Rating.EASY, days=0).stability
    assert easy == pytest.approx(10 * 2.718281828459045 ** (0.51655 * 1.6621), rel=1e-12)


def test_parameters_of_fsrs4_keep_the_first_difficulty_of_again_and_easy() -> None:
    """FSRS-4.5: w4 - (rating - 3) w5."""
    parameters = FSRS6.from_parameters(FSRS4).parameters
    for rating in (Rating.AGAIN, Rating.EASY):
        straight = FSRS4[4] - (rating - 3) * FSRS4[5]
        assert fsrs6.first_difficulty(parameters, rating) == pytest.approx(straight, rel=1e-12)


def test_parameters_of_fsrs4_keep_the_same_day_stability_of_a_pass() -> None:
    """It knew none, so a pass on the same day leaves the stability as it is."""
    model = FSRS6.from_parameters(FSRS4)
    for rating in (Rating.HARD, Rating.GOOD, Rating.EASY):
        assert model.next(Memory(10, 5), rating, days=0).stability == 10


def test_parameters_of_fsrs6_stay_as_they_are() -> None:
    assert FSRS6.from_parameters(list(FSRS6().parameters)) == FSRS6()


def test_an_sm2_card_without_an_interval_has_the_least_stability() -> None:
    assert FSRS6().from_sm2(ease=2.5, interval=0, retention=0.9).stability == 0.001
