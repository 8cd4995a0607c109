"""Laws of placing: the day chosen lies in the fuzz range, and what was shown is what the answer gives."""

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import pstdev
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.anatomy.safety import is_safety
from flashcards.card import Card
from flashcards.scheduler import Rating, Reviewing, Schedule, Scheduler
from flashcards.study.balance import Balance, loads
from flashcards.study.event import Answer
from flashcards.study.fold import fold
from flashcards.study.placing import Place, days, places
from flashcards.study.reading import Given, Vacation
from flashcards.study.session import Session
from flashcards.study.settings import MODELS, Settings, scheduler_for
from flashcards.study.state import State, fuzz_fraction
from flashcards.study.store import Store
from tests.study.card_box import DAY, NOW, answered, boxes, card

Weight = Callable[[date], float]
Box = tuple[list[Card], State, datetime]
GIVEN = Given(Rating.EASY, "", "")
weights = st.lists(st.sampled_from([0.0, 1e-6, 0.3, 1.0, 5.0]), min_size=7, max_size=11).map(
    lambda values: lambda day: values[day.toordinal() % len(values)]
)
models = st.sampled_from(list(MODELS))
learned = st.tuples(st.lists(st.sampled_from(list(Rating)[1:]), max_size=6), st.integers(1, 90), models)


def reviewed(ratings: list[Rating], gap: int, model: str) -> tuple[Card, State, datetime]:
    """A card, the state after some passes with so many days between them, and a moment as long after."""
    psoas, state, now = card("psoas"), State(settings=Settings(model=model)), NOW
    for rating in ratings:
        state, now = answered(state, psoas, rating, now), now + gap * DAY
    return psoas, state, now


@given(learned, weights, st.booleans())
def test_the_day_chosen_never_leaves_the_fuzz_range(
    life: tuple[list[Rating], int, str], weight: Weight, safety: bool
) -> None:
    psoas, state, now = reviewed(*life)
    scheduler, wanted = scheduler_for(state.settings), state.settings.wanted(safety)
    for rating, place in places(state, psoas.id, now, weight, safety).items():
        low, high = scheduler.day_range(state.schedule(psoas.id), rating, now, wanted)
        assert not isinstance(place.schedule, Reviewing) or low <= place.schedule.interval <= high


@given(learned, weights)
def test_a_better_rating_gives_no_fewer_days_whatever_the_days_weigh(
    life: tuple[list[Rating], int, str], weight: Weight
) -> None:
    psoas, state, now = reviewed(*life)
    found = places(state, psoas.id, now, weight)
    given_days = [days(found[one]) for one in Rating if isinstance(found[one].schedule, Reviewing)]
    assert given_days == sorted(given_days)


@given(learned)
def test_days_that_weigh_the_same_are_the_plain_fuzz(life: tuple[list[Rating], int, str]) -> None:
    psoas, state, now = reviewed(*life)
    scheduler, schedule = scheduler_for(state.settings), state.schedule(psoas.id)
    plain = scheduler.preview(schedule, now, fuzz_fraction(psoas.id, state.reviews(psoas.id)))
    found = places(state, psoas.id, now, lambda _: 0.3)
    assert {rating: place.schedule for rating, place in found.items()} == plain


@pytest.mark.parametrize("model", list(MODELS))
def test_however_wide_the_range_no_more_than_a_month_of_days_is_tried(
    model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    psoas, state, now = reviewed([Rating.EASY, *[Rating.GOOD] * 6], 900, model)
    low, high = scheduler_for(state.settings).day_range(state.schedule(psoas.id), Rating.EASY, now)
    review, tried = Scheduler.review, Counter[Rating]()

    def counted(self: Scheduler, schedule: Schedule, rating: Rating, *rest: Any) -> Schedule:
        tried[rating] += 1
        return review(self, schedule, rating, *rest)

    monkeypatch.setattr(Scheduler, "review", counted)
    places(state, psoas.id, now, lambda day: 1.0)
    assert tried[Rating.EASY] <= 31 < high - low


@given(learned, st.integers(0, 120), st.integers(0, 40))
def test_no_vacation_gets_a_review_that_could_go_elsewhere(
    life: tuple[list[Rating], int, str], start: int, length: int
) -> None:
    psoas, state, now = reviewed(*life)
    first = state.day(now) + timedelta(start)
    off = Vacation(first, first + timedelta(length), "event")
    balance = Balance(replace(state, vacations=(off,)), Counter())
    scheduler, schedule = scheduler_for(state.settings), state.schedule(psoas.id)
    free = scheduler.model.ordered and not scheduler.model.strict  # else a worse button limits a better one
    for rating, place in places(state, psoas.id, now, balance.weight).items():
        if (free or rating <= Rating.HARD) and isinstance(place.schedule, Reviewing):
            ends = scheduler.day_range(schedule, rating, now)
            assert place.schedule.due.date() not in off or all(
                state.day(now) + timedelta(day) in off for day in ends
            )


@given(st.integers(0, 900), st.integers(5, 40))
def test_no_load_drives_a_card_onto_the_day_of_its_kin(load: int, apart: int) -> None:
    kin, other = NOW.date(), NOW.date() + timedelta(apart)
    balance = Balance(State(), Counter({other: load}), (kin,))
    assert balance.weight(kin) < balance.weight(other)


def test_a_much_lighter_day_wins_over_a_day_more_between_kin() -> None:
    kin = NOW.date()
    near, far = kin + timedelta(1), kin + timedelta(5)
    balance = Balance(State(), Counter({far: 10}), (kin,))
    assert balance.weight(near) > balance.weight(far)


def test_an_easy_day_is_full_with_its_share_of_the_cards() -> None:
    state = State(settings=Settings().changed("easy_days", "tue 50%"))
    monday, tuesday = NOW.date(), NOW.date() + timedelta(1)
    empty, filled = Balance(state, Counter()), Balance(state, Counter({monday: 20, tuesday: 10}))
    assert empty.weight(tuesday) / empty.weight(monday) == 0.5
    assert filled.weight(tuesday) / filled.weight(monday) == 0.5


def test_with_the_balance_days_fill_more_evenly_than_without() -> None:
    cards = [card(f"note-{number}") for number in range(120)]
    spread = {}
    for switch in ("on", "off"):
        state = State(settings=Settings().changed("load_balance", switch))
        for one in cards:
            balance = Balance(state, loads(state))
            u = places(state, one.id, NOW, balance.weight)[Rating.EASY].u
            state = state.reviewed(one.id, GIVEN, NOW, u)
        filled = loads(state)
        spread[switch] = pstdev([filled[day] for day in filled])
    assert spread["on"] < 0.7 * spread["off"]


@given(boxes())
@settings(max_examples=30)
def test_what_the_buttons_show_is_what_the_answer_gives(box: Box) -> None:
    cards, _, now = box
    with TemporaryDirectory() as home, Store.open(Path(home), os.urandom) as store:
        session = Session(store, cards)
        for number, one in enumerate(cards):
            rating = list(Rating)[number % 4]
            shown = session.outcomes(one, now)[rating]
            assert session.answer(one, Answer(rating), now) == shown
        assert fold(store.events(now)) == store.state(now)


@pytest.mark.parametrize(
    "details", [{"slot": "caution"}, {"slot": "cautions"}, {"details": {"safety": "true"}}]
)
def test_what_safety_hangs_on_falls_due_sooner_and_is_so_kept(
    tmp_path: Path, details: dict[str, Any]
) -> None:
    plain = card("press")
    caution = replace(plain, fact=replace(plain.fact, id="other", **details))
    with Store.open(tmp_path, os.urandom) as store:
        session = Session(store, [plain, caution])
        first, second = (session.answer(one, Answer(Rating.EASY), NOW) for one in (plain, caution))
        assert (plain.fact.slot, is_safety(plain)) == ("origin", False)
        assert days(Place(second)) < days(Place(first))
        assert fold(store.events(NOW)).schedule(caution.id) == second
        store.set("safety_retention", "0.5", NOW)
        assert days(Place(store.state(NOW).schedule(caution.id))) > days(Place(second))


def test_kin_answered_together_fall_due_on_different_days(tmp_path: Path) -> None:
    facts = [card("psoas", f"fact-{number}", groups=("origin",)) for number in range(4)]
    with Store.open(tmp_path, os.urandom) as store:
        session = Session(store, facts)
        dues = [session.answer(one, Answer(Rating.EASY), NOW).due for one in facts]  # type: ignore[union-attr]
    assert len(set(dues)) == 4
