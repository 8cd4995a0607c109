"""Laws of the fold: the same events give the same state, whatever happens to them on their way."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import New, Rating, Schedule
from flashcards.study.event import Event
from flashcards.study.fold import after, changes_the_past, fold, in_order, standing
from flashcards.study.settings import Settings, scheduler_for
from flashcards.study.state import State, fuzz_fraction
from tests.study.histories import CARDS, Diary, histories, placed_reviews, reviews, settings_changes, undos

PSOAS = CARDS[0]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda values: (
        st.lists(values) | st.dictionaries(st.sampled_from(["rating", "event", "old", "new"]), values)
    ),
    max_leaves=5,
)


def lasting(events: Iterable[Event]) -> State:
    """The state but for when the last event was: that is all an event taken back leaves behind."""
    return replace(fold(events), latest=0)


@given(st.data(), histories())
def test_the_order_of_arrival_and_doubles_change_nothing(data: st.DataObject, history: list[Event]) -> None:
    doubled = history + data.draw(st.lists(st.sampled_from(history))) if history else []
    assert fold(data.draw(st.permutations(doubled))) == fold(history)


@given(histories())
def test_an_event_that_keeps_the_past_can_be_added_to_the_state(history: list[Event]) -> None:
    for number, event in enumerate(history):
        if not changes_the_past(event.kind, event.said):
            assert after(fold(history[:number]), event) == fold(history[: number + 1])


@given(st.data(), histories())
def test_an_event_undone_might_never_have_happened(data: st.DataObject, history: list[Event]) -> None:
    if history:
        gone = data.draw(st.sampled_from(history))
        diary = Diary(history)
        diary.undo(gone.id)
        assert lasting(diary.events) == lasting(event for event in history if event != gone)


@given(st.data(), histories())
def test_to_undo_an_undo_is_to_redo(data: st.DataObject, history: list[Event]) -> None:
    if history:
        diary = Diary(history)
        undo = diary.undo(data.draw(st.sampled_from(history)).id)
        diary.undo(undo.id)
        assert lasting(diary.events) == lasting(history)


@given(histories(reviews | undos))
def test_every_standing_review_counts_once(history: list[Event]) -> None:
    stand = [event for event in standing(in_order(history)) if event.kind == "review"]
    assert sum(card.reviews for card in fold(history).cards.values()) == len(stand)


@given(histories(reviews | placed_reviews | settings_changes))
def test_the_fold_is_the_scheduler_with_memory_as_reckoned_now_and_steps_as_they_were(
    history: list[Event],
) -> None:
    state, then, schedules = fold(history), Settings(), dict[str, list[Schedule]]()
    for event in history:
        if event.kind == "setting":
            then = then.changed(str(event.said["name"]), str(event.said["value"]))
        else:
            passed = schedules.setdefault(event.card, [New()])
            u = event.said.get("u", fuzz_fraction(event.card, len(passed) - 1))
            retention = state.settings.wanted(event.said.get("safety") is True)
            rating, scheduler = (
                Rating(int(str(event.said["rating"]))),
                scheduler_for(state.settings.at_pace_of(then)),
            )
            passed.append(scheduler.review(passed[-1], rating, event.when, float(str(u)), retention))
    assert state.settings == then
    assert {card: passed[-1] for card, passed in schedules.items()} == {
        card: kept.schedule for card, kept in state.cards.items()
    }


@given(
    histories(), JSON, st.sampled_from(["review", "undo", "link", "setting", "fit"]), st.integers(0, 2**63)
)
def test_a_senseless_event_never_stops_the_fold(
    history: list[Event], body: object, kind: str, hlc: int
) -> None:
    diary = Diary(history)
    sound = diary.write(
        kind, {"rating": body, "event": body, "old": body, "new": body, "name": body, "value": 1}
    )
    for senseless in (
        sound,
        replace(sound, hlc=hlc),
        replace(sound, body="[" * 100_000),
        replace(sound, body="7"),
    ):
        assert fold([*history, senseless]).settings == fold(history).settings


def test_a_senseless_event_is_named() -> None:
    diary = Diary()
    diary.review(PSOAS, rating=5)
    diary.link("deck/psoas", "deck/ql/origin")
    diary.set("retentoin", "0.8")
    assert lasting(diary.events) == replace(
        State(), unreadable=tuple(sorted(event.id for event in diary.events))
    )


def test_a_card_tells_how_it_went() -> None:
    diary = Diary()
    first = diary.review(PSOAS, rating=4)
    last = diary.review(PSOAS, rating=1, after=timedelta(days=30))
    card = fold(diary.events).cards[PSOAS]
    assert (card.reviews, card.lapses, card.first_at, card.last_at) == (2, 1, first.when, last.when)
    assert [given.rating for given in card.recent] == [Rating.EASY, Rating.AGAIN]
