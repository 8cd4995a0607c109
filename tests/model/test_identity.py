"""The law of edits: no fact loses its schedule by an edit, and none is given another fact's."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.anatomy.terms.vocabulary import contrasts
from flashcards.fact import fact_id, fold
from flashcards.identity import Edit, contrast, likeness, match

STEPS = (
    "Have the client lie on one side",
    "Have the client slide back to the table edge nearest you",
    "Leave the lower leg straight on the table",
    "Bend the upper leg at hip and knee",
    "Put a bolster under the bent upper knee",
    "Stretch the upper arm up and forward to the far corner of the table",
    "Give the client a pillow to hug with the lower arm",
    "Make first contact on the erector spinae",
    "Sink in, then move slowly out from the spine onto the quadratus lumborum",
    "Follow the side edge forward and sink deeper until you feel the psoas",
    "Let the client tilt the pelvis a little forward and back",
    "Let the client hike the upper hip and let it go",
    "Let the client lift the upper leg and move it slightly",
    "Feel, all through the movements, what both muscles do",
)
OTHERS = (
    "Locate navel and ASIS and mark the point midway",
    "Ask for a small curl-up to feel the outer edge of rectus abdominis",
    "Lay flat, supported fingertips there and let them sink during out-breaths",
    "Leave as slowly as you came, then compare with the other side",
    "Place one palm over the greater tubercle and wait for warmth",
    "Trace the clavicle from the sternum outward with two fingers",
    "Rotate the forearm so that the thumb points at the ceiling",
    "Count the ribs from the second downward",
)
FILLERS = ["calmly", "again", "firmly", "evenly", "quietly", "broadly", "kindly", "loosely"]

fewer = settings(max_examples=settings().max_examples // 4)
"""For laws over every pair of steps, which take long."""

seeds = st.integers(0, 2**32)
places = st.integers(0, len(STEPS) - 1)


def texts(steps: tuple[str, ...] | list[str]) -> dict[str, tuple[str, str]]:
    return {fact_id("step", step): ("step", step) for step in steps}


def edited(new: list[str]) -> Edit:
    return match(texts(STEPS), texts(new), contrasts())


def typo(text: str, chance: random.Random) -> str:
    place = chance.choice([index for index, mark in enumerate(text) if mark.isalpha()])
    return text[:place] + chance.choice("abcdefghijklmnop") + text[place + 1 :]


def words_changed(text: str, count: int, chance: random.Random) -> str:
    words = text.split()
    for place in chance.sample(range(len(words)), min(count, len(words))):
        words[place] = chance.choice(FILLERS)
    return " ".join(words)


def kept(edit: Edit, before: str, after: str) -> bool:
    old, new = fact_id("step", before), fact_id("step", after)
    return old == new or (old, new) in edit.linked


@given(seeds, places)
def test_a_typo_keeps_the_fact(seed: int, place: int) -> None:
    new = list(STEPS)
    new[place] = typo(new[place], random.Random(seed))
    edit = edited(new)
    if not contrast(STEPS[place], new[place], contrasts()):
        assert kept(edit, STEPS[place], new[place])
    assert len(edit.linked) <= 1


@fewer
@given(seeds)
def test_typos_in_every_step_keep_every_fact(seed: int) -> None:
    chance = random.Random(seed)
    new = [typo(step, chance) for step in STEPS]
    edit = edited(new)
    for before, after in zip(STEPS, new, strict=True):
        assert contrast(before, after, contrasts()) or kept(edit, before, after)


@given(st.permutations(STEPS))
def test_reordering_changes_no_fact(new: list[str]) -> None:
    assert edited(new) == Edit((), (), ())


@given(st.integers(0, len(STEPS)), st.sampled_from(OTHERS))
def test_an_insertion_is_new_and_moves_nobody(place: int, other: str) -> None:
    new = [*STEPS[:place], other, *STEPS[place:]]
    assert edited(new) == Edit((), (fact_id("step", other),), ())


@given(places, st.sampled_from(OTHERS))
def test_a_replaced_fact_never_gives_its_schedule_away(place: int, other: str) -> None:
    new = [*STEPS[:place], other, *STEPS[place + 1 :]]
    assert edited(new) == Edit((), (fact_id("step", other),), (fact_id("step", STEPS[place]),))


@given(seeds, places)
def test_a_word_changed_keeps_the_fact(seed: int, place: int) -> None:
    new = list(STEPS)
    new[place] = words_changed(new[place], 1, random.Random(seed))
    if not contrast(STEPS[place], new[place], contrasts()):
        assert kept(edited(new), STEPS[place], new[place])


@fewer
@given(seeds)
def test_words_changed_everywhere_give_no_schedule_to_another_fact(seed: int) -> None:
    chance = random.Random(seed)
    new = [words_changed(step, 2, chance) for step in STEPS]
    own = {(fact_id("step", a), fact_id("step", b)) for a, b in zip(STEPS, new, strict=True)}
    assert set(edited(new).linked) <= own


@given(st.sampled_from(sorted({word for group in contrasts() for word in group})), st.data())
def test_no_link_crosses_a_contrast(word: str, data: st.DataObject) -> None:
    group = next(group for group in contrasts() if word in group)
    other = data.draw(st.sampled_from([rival for rival in group if rival != word]))
    old, new = f"the {word} part of a long enough text", f"the {other} part of a long enough text"
    assert match({"a": ("at", old)}, {"b": ("at", new)}, contrasts()).linked == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bodies of L1-L4", "bodies of L1-L5"),
        ("press on the ribs", "do not press on the ribs"),
        ("the origin moves toward the insertion", "the insertion moves toward the origin"),
        ("hip flexion", "hip extension"),
    ],
)
def test_what_may_not_be_confused_is_never_one_fact(one: str, other: str) -> None:
    assert match({"a": ("at", one)}, {"b": ("at", other)}, contrasts()).linked == ()


def test_facts_of_different_slots_are_never_one() -> None:
    assert match({"a": ("origin", "iliac crest")}, {"b": ("insertion", "iliac crest")}).linked == ()


@given(st.lists(st.text(max_size=12), max_size=6), st.lists(st.text(max_size=12), max_size=6))
def test_every_fact_is_linked_once_or_told_new_or_gone(before: list[str], after: list[str]) -> None:
    old, new = texts(before), texts(after)
    edit = match(old, new, contrasts())
    came, went = [b for _, b in edit.linked] + [*edit.new], [a for a, _ in edit.linked] + [*edit.gone]
    assert sorted(came) == sorted(set(new) - set(old))
    assert sorted(went) == sorted(set(old) - set(new))


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share(one: str, other: str) -> None:
    measure: Callable[[str, str], float] = likeness
    assert 0 <= measure(one, other) <= 1
    assert measure(one, one) == 1


@given(st.text(st.characters(max_codepoint=127)))
def test_a_text_of_plain_letters_is_folded_as_any_other(text: str) -> None:
    assert fold(text + " é").removesuffix("é").strip() == fold(text)
