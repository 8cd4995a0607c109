"""Cards of one note stand three apart, wherever the queue has enough others."""

from collections import Counter
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from flashcards.card import Card
from flashcards.study.spacing import APART, fits, next_card
from tests.study.card_box import card

Notes = tuple[str, ...]


def queue_of(notes: Notes) -> list[Card]:
    return [card(note, f"fact-{number}") for number, note in enumerate(notes)]


def in_order(queue: list[Card], shown: list[Card]) -> list[Card]:
    """The whole queue in the order it is asked, if nothing comes back."""
    order = list(shown)
    while queue:
        order.append(next_card(queue, order))
        queue = [card for card in queue if card is not order[-1]]
    return order[len(shown) :]


def stand_apart(notes: list[str]) -> bool:
    return all(len(set(notes[at : at + APART])) == len(notes[at : at + APART]) for at in range(len(notes)))


@cache
def can_stand_apart(left: tuple[tuple[str, int], ...], last: Notes) -> bool:
    """Whether any order at all keeps the notes apart: tried one by one."""
    if not left:
        return True
    counts = dict(left)
    for note in counts.keys() - set(last):
        fewer = {**counts, note: counts[note] - 1}
        rest = tuple(sorted((name, count) for name, count in fewer.items() if count))
        if can_stand_apart(rest, (*last, note)[1 - APART :]):
            return True
    return False


def possible(notes: Notes, shown: Notes) -> bool:
    return can_stand_apart(tuple(sorted(Counter(notes).items())), shown[1 - APART :])


notes = st.lists(st.sampled_from("abcde"), max_size=12).map(tuple)
different_notes = st.lists(st.sampled_from("abcde"), max_size=4, unique=True).map(tuple)


@given(notes, different_notes)
def test_fits_says_what_trying_every_order_says(left: Notes, shown: Notes) -> None:
    assert fits(Counter(left), shown) == possible(left, shown)


@given(notes, different_notes)
def test_cards_of_one_note_stand_three_apart_where_any_order_has_it_so(left: Notes, shown: Notes) -> None:
    order = [card.note.key for card in in_order(queue_of(left), queue_of(shown))]
    assert stand_apart([*shown, *order]) or not possible(left, shown)


@given(notes)
def test_every_card_comes_once(left: Notes) -> None:
    queue = queue_of(left)
    assert sorted(card.id for card in in_order(queue, [])) == sorted(card.id for card in queue)


@given(st.lists(st.sampled_from("abcdefgh"), unique=True))
def test_a_queue_that_stands_apart_already_is_left_as_it_is(left: list[str]) -> None:
    queue = queue_of(tuple(left))
    assert in_order(queue, []) == queue


@given(st.integers(2, 6), st.integers(0, 3))
def test_no_card_comes_twice_in_a_row_while_there_is_another(cards: int, last: int) -> None:
    queue = queue_of(("psoas",) * cards)
    assert next_card(queue, [queue[last % cards]]) is not queue[last % cards]


def test_too_many_cards_of_one_note_are_spread_as_far_as_the_others_reach() -> None:
    order = [card.note.key for card in in_order(queue_of(tuple("aaaaabcbc")), [])]
    assert order == list("abcabcaaa")
