"""Laws of links: a reworded fact keeps its schedule, and no chain or circle of links loses a review."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flashcards.study.event import Event
from flashcards.study.fold import fold, in_order, standing
from flashcards.study.state import State
from tests.study.histories import CARDS, FACTS, NOTES, Diary, histories, links, reviews, undos

A, B, C = FACTS[:3]
FORM = "/recall"


def counts(state: State) -> dict[str, int]:
    return {card: kept.reviews for card, kept in state.cards.items()}


@given(histories(reviews | links | undos))
def test_no_review_is_lost_or_doubled(history: list[Event]) -> None:
    stand = [event for event in standing(in_order(history)) if event.kind == "review"]
    assert sum(counts(fold(history)).values()) == len(stand)


@given(histories(reviews | links), st.sampled_from(CARDS))
def test_the_state_says_where_the_next_review_goes(history: list[Event], card: str) -> None:
    before = fold(history)
    diary = Diary(history)
    diary.review(card)
    after = fold(diary.events)
    assert after.reviews(card) == before.reviews(card) + 1
    assert counts(after) == counts(before) | {before.goes_by(card): before.reviews(card) + 1}


@given(histories(reviews))
def test_a_new_wording_takes_the_whole_schedule(history: list[Event]) -> None:
    diary = Diary(history)
    diary.link(A, "deck/psoas/reworded")
    before, after = fold(history), fold(diary.events)
    for card, kept in before.cards.items():
        assert after.cards[card.replace(A + "/", "deck/psoas/reworded/")] == kept


@given(histories(reviews | links), st.sampled_from(FACTS), st.sampled_from(FACTS))
def test_a_link_and_the_link_back_bring_all_back(history: list[Event], old: str, new: str) -> None:
    diary = Diary(history)
    diary.link(old, new)
    joined = fold(diary.events)
    diary.link(new, old)
    back = fold(diary.events)
    for form in ("/recall", "/choose"):
        assert back.reviews(old + form) == joined.reviews(new + form)
        assert back.goes_by(new + form) == back.goes_by(old + form) == old + form


@given(histories(reviews | links), st.sampled_from(FACTS), st.sampled_from(FACTS))
def test_after_a_link_both_go_by_the_new_one(history: list[Event], old: str, new: str) -> None:
    diary = Diary(history)
    diary.link(old, new)
    assert {fold(diary.events).goes_by(fact + FORM) for fact in (old, new)} == {new + FORM}


@given(histories(reviews | links))
def test_the_same_link_twice_is_one(history: list[Event]) -> None:
    diary = Diary(history)
    diary.link(A, B)
    once = fold(diary.events)
    again = diary.link(A, B)
    assert fold(diary.events) == replace(once, latest=again.hlc)


@given(histories(reviews | links), st.sampled_from([*FACTS, *NOTES]))
def test_linked_to_itself_it_stands_for_itself_from_there_on(history: list[Event], path: str) -> None:
    diary = Diary(history)
    diary.link(path, path)
    before, after = fold(history), fold(diary.events)
    assert counts(after) == counts(before)
    for card in CARDS:
        if card.startswith(path + "/"):
            assert after.goes_by(card) == card


@given(histories(reviews))
def test_joined_histories_are_one_history_in_the_order_of_events(history: list[Event]) -> None:
    diary = Diary(history)
    diary.link(A, B)
    both = [event for event in history if event.card in (A + FORM, B + FORM)]
    joined = fold(diary.events)
    assert joined.reviews(B + FORM) == len(both)
    if both:
        assert [given.answer for given in joined.cards[B + FORM].recent] == [
            event.said["answer"] for event in both[-5:]
        ]


@given(histories(reviews))
def test_a_renamed_note_takes_all_its_facts_along(history: list[Event]) -> None:
    diary = Diary(history)
    diary.link("deck/psoas", "deck/psoas-major")
    renamed = {card.replace("/psoas/", "/psoas-major/"): kept for card, kept in fold(history).cards.items()}
    assert fold(diary.events).cards == renamed


@given(histories(reviews | links))
def test_a_renamed_note_keeps_what_its_reworded_facts_had(history: list[Event]) -> None:
    history = [event for event in history if event.said.get("old") not in NOTES]
    diary = Diary(history)
    diary.link("deck/psoas", "deck/psoas-major")
    before, after = fold(history), fold(diary.events)
    assert [after.reviews(card) for card in CARDS] == [before.reviews(card) for card in CARDS]


def test_a_chain_of_rewordings_ends_at_the_last() -> None:
    diary = Diary()
    for old, new in ((A, B), (B, C)):
        diary.review(old + FORM)
        diary.link(old, new)
    diary.review(A + FORM)
    assert counts(fold(diary.events)) == {C + FORM: 3}


def test_a_wording_that_returns_beside_its_successor_starts_anew() -> None:
    diary = Diary()
    diary.review(A + FORM)
    diary.link(A, B)
    diary.link(A, A)
    diary.review(A + FORM)
    assert counts(fold(diary.events)) == {B + FORM: 1, A + FORM: 1}


def test_a_link_by_hand_takes_back_what_a_wrong_link_gave_away() -> None:
    diary = Diary()
    diary.review(A + FORM)
    diary.link(A, B)
    diary.review(B + FORM)
    diary.link(A, C)
    assert counts(fold(diary.events)) == {C + FORM: 1, B + FORM: 1}
