"""Techniques: each step is asked by itself, order is asked by phase and at most seven at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy import read_deck
from flashcards.anatomy.safety import is_safety
from flashcards.anatomy.steps import FEWEST, MOST_AT_ONCE, groups
from flashcards.anatomy.technique import TECHNIQUES
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.place import Place
from flashcards.question import Choice, Listing, Ordering, Recital, SelfRated, Typed

phases = st.sampled_from(["positioning", "contact", "work"])
free = st.booleans()


def technique(steps: list[tuple[str, bool]]) -> Note:
    facts = tuple(
        Fact(
            f"step-{place}",
            "step",
            f"step number {place:02}",
            details={"phase": phase, "any_order": str(any_order).lower()},
        )
        for place, (phase, any_order) in enumerate(steps)
    )
    return Note("press", "techniques", "hands", Place("", 1, 1), {"name": ("Press",)}, facts)


def cards(steps: list[tuple[str, bool]]) -> list[Card]:
    return list(TECHNIQUES.cards(technique(steps), {}))


step_lists = st.lists(st.tuples(phases, free), min_size=2, max_size=30)


@given(step_lists)
def test_every_step_is_asked_by_itself(steps: list[tuple[str, bool]]) -> None:
    asked = [card.fact.id for card in cards(steps) if card.form == "next"]
    assert asked == [f"step-{place}" for place in range(len(steps))]


@given(step_lists)
def test_no_step_that_could_come_next_is_a_wrong_option(steps: list[tuple[str, bool]]) -> None:
    note = technique(steps)
    numbers = groups(note.facts)
    texts = {fact.text: number for fact, number in zip(note.facts, numbers, strict=True)}
    for card in TECHNIQUES.cards(note, {}):
        if isinstance(card.question, Choice):
            right = texts[card.question.answer]
            assert all(texts[wrong.text] != right for wrong in card.question.wrong)
            assert all(wrong.text not in card.question.prompt for wrong in card.question.wrong)


@given(step_lists)
def test_an_order_card_has_at_most_seven_steps_of_one_phase(steps: list[tuple[str, bool]]) -> None:
    phase_of = {fact.text: fact["phase"] for fact in technique(steps).facts}
    for card in cards(steps):
        if isinstance(card.question, Ordering) and card.fact.id != "phases":
            assert 2 <= len(card.question.steps) <= MOST_AT_ONCE
            assert len({phase_of[step] for step in card.question.steps}) == 1


@given(step_lists)
def test_cards_have_ids_of_their_own(steps: list[tuple[str, bool]]) -> None:
    ids = [card.id for card in cards(steps)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("free_steps", "numbers"), [("", (0, 1, 2)), ("bc", (0, 1, 1)), ("abc", (0, 0, 0)), ("b", (0, 1, 2))]
)
def test_neighbors_that_may_swap_share_a_number(free_steps: str, numbers: tuple[int, ...]) -> None:
    steps = tuple(
        Fact(text, "step", text, details={"any_order": str(text in free_steps).lower()}) for text in "abc"
    )
    assert groups(steps) == numbers


def test_inserting_a_step_moves_no_card_but_its_own(tmp_path: Path) -> None:
    deck = tmp_path / "hands.yaml"
    head = "deck: hands\ntechniques:\n  press:\n    name: Press\n    cautions: ribs\n"
    head += "    contraindications: fever\n    steps:\n"
    steps = [
        f"      - {{do: {words}, phase: contact}}\n" for words in ("Warm up", "Sink in slowly", "Let go")
    ]
    deck.write_text(head + "".join(steps))
    before = {card.id for card in read_deck(deck).cards}
    deck.write_text(
        head + steps[0] + "      - {do: Wait for the breath, phase: contact}\n" + "".join(steps[1:])
    )
    after = {card.id for card in read_deck(deck).cards}
    assert before < after
    assert len(after - before) == 1


def safe(**slots: list[str]) -> list[Card]:
    facts = tuple(
        Fact(f"{slot}-{number}", slot, text)
        for slot, texts in slots.items()
        for number, text in enumerate(texts)
    )
    note = Note("press", "techniques", "hands", Place("", 1, 1), {"name": ("Press",)}, facts)
    return [card for card in TECHNIQUES.cards(note, {}) if card.form != "list" or card.fact.slot != "targets"]


@pytest.mark.parametrize("slot", ["caution", "contraindication", "endangerment", "check"])
def test_what_safety_hangs_on_is_asked_one_by_one_and_as_a_list(slot: str) -> None:
    one, two = safe(**{slot: ["axilla"]}), safe(**{slot: ["axilla", "femoral triangle"]})
    assert [card.form for card in one] == ["recall"]
    assert [card.form for card in two] == ["recall", "recall", "list"]
    for card in (*one, *two):
        assert is_safety(card)
        assert isinstance(card.question, Typed | Listing)
        assert card.question.safety


@given(step_lists)
def test_the_whole_is_gone_through_in_the_order_of_the_deck(steps: list[tuple[str, bool]]) -> None:
    whole = [card.question for card in cards(steps) if card.form == "recite"]
    assert len(whole) == (len(steps) >= FEWEST)
    for question in whole:
        assert isinstance(question, Recital)
        assert question.steps == tuple(f"step number {place:02}" for place in range(len(steps)))


def test_where_the_hands_are_is_asked_after_the_step() -> None:
    step = Fact("step-1", "step", "Sink in", details={"hands": "on the erector spinae"})
    note = Note("press", "techniques", "hands", Place("", 1, 1), {"name": ("Press",)}, (step,))
    (card,) = TECHNIQUES.cards(note, {})
    assert card.form == "hands"
    assert card.question == SelfRated(
        "Press, “Sink in”: this is done. Where are your hands now?", "on the erector spinae"
    )


def test_key_and_safety_steps_weigh_in_the_order_and_in_the_whole() -> None:
    told = [{"key": "true"}, {}, {"safety": "true"}]
    facts = tuple(Fact(f"step-{at}", "step", f"do {at}", details=details) for at, details in enumerate(told))
    note = Note("press", "techniques", "hands", Place("", 1, 1), {"name": ("Press",)}, facts)
    weighed = [card.question for card in TECHNIQUES.cards(note, {}) if card.form in ("order", "recite")]
    assert len(weighed) == 2
    for question in weighed:
        assert isinstance(question, Ordering | Recital)
        assert (question.key, question.safety) == (frozenset({0}), frozenset({2}))
