"""Lists are marked item by item in any order, orders by their longest run."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flashcards.quiz.marking import Verdict, mark_list, mark_order

QL = ("posterior part of the iliac crest", "transverse processes of L1-L4", "rib 12")
STEPS = tuple(f"step {number}" for number in range(7))


@given(st.permutations(QL), st.sampled_from(["; ", ", ", "\n", " and ", " & "]))
def test_any_order_and_any_parting_is_right(items: list[str], parting: str) -> None:
    assert mark_list(QL, parting.join(items)).verdict is Verdict.RIGHT
    assert mark_list(QL, items).verdict is Verdict.RIGHT


@given(st.sets(st.sampled_from(QL), min_size=1, max_size=2))
def test_credit_is_the_share_of_items_and_the_rest_is_named(items: set[str]) -> None:
    mark = mark_list(QL, "; ".join(items))
    assert mark.verdict is Verdict.PARTLY
    assert mark.credit == len(items) / len(QL)
    assert set(mark.got) == items
    assert set(mark.missing) == set(QL) - items


def test_what_does_not_belong_lessens_the_credit() -> None:
    mark = mark_list(QL, "iliac crest (posterior), TPs L1-L4, 12th rib and the lesser trochanter")
    assert (mark.verdict, mark.got, mark.extra) == (Verdict.PARTLY, QL, ("lesser trochanter",))
    assert mark.credit == 3 / 4


def test_a_comma_behind_the_part_of_a_muscle_parts_it_from_the_next() -> None:
    items = ("Deltoid (middle part)", "Supraspinatus")
    for told in ("deltoid (middle part), supraspinatus", "supraspinatus, deltoid, middle part"):
        assert mark_list(items, told).verdict is Verdict.RIGHT


def test_an_item_may_hold_a_comma_or_an_and() -> None:
    items = ("comfort, and it spares the spine", "warmth")
    assert mark_list(items, "warmth, comfort and it spares the spine").verdict is Verdict.RIGHT


def test_items_share_what_is_told_once() -> None:
    items = ("bodies of L1-L5", "transverse processes of L1-L5")
    assert mark_list(items, "bodies and transverse processes of L1-L5").verdict is Verdict.RIGHT
    assert mark_list(("hip flexion", "hip extension"), "flexion and extension of the hip").passes


def test_one_item_does_not_swallow_another() -> None:
    items = ("lumbar flexion", "lumbar lateral flexion to the same side")
    for told in (items, items[::-1]):
        assert mark_list(items, ", ".join(told)).verdict is Verdict.RIGHT


def test_an_item_told_twice_counts_once() -> None:
    mark = mark_list(("psoas major", "iliacus"), "psoas, psoas major")
    assert (mark.verdict, mark.credit, mark.missing) == (Verdict.PARTLY, 0.5, ("iliacus",))


def test_a_slip_an_alias_and_another_wording_count() -> None:
    mark = mark_list(
        ("psoas major", "iliacus", "rib 12"),
        "the PM; illiacus; last one",
        {"rib 12": ["last one"]},
        {"psoas major": ["PM"]},
    )
    assert mark.verdict is Verdict.SLIP
    assert "illiacus" in mark.reason


def test_levels_in_part_earn_half_an_item() -> None:
    assert (
        mark_list(("transverse processes of L1-L4", "rib 12"), "transverse processes of L1-L3, rib 12").credit
        == 0.75
    )


def test_a_contrast_is_no_item() -> None:
    mark = mark_list(("hip flexion", "lumbar flexion"), "hip extension; lumbar extension")
    assert (mark.verdict, mark.credit, len(mark.extra)) == (Verdict.WRONG, 0, 2)


def test_nothing_written_misses_everything() -> None:
    assert mark_list(QL, " ; ").missing == QL


@given(st.permutations(range(7)))
def test_what_stands_right_rises_and_the_rest_is_named(order: list[int]) -> None:
    mark = mark_order(STEPS, order)
    assert (mark.verdict is Verdict.RIGHT) == (order == sorted(order))
    assert 0 <= mark.credit <= 1
    if mark.verdict is Verdict.PARTLY:
        places = [order.index(STEPS.index(step)) for step in mark.got]
        assert places == sorted(places)
        assert {*mark.got, *mark.missing} == set(STEPS)


@given(st.integers(0, 6), st.integers(0, 6))
def test_one_step_out_of_place_costs_one_step(source: int, target: int) -> None:
    order = list(range(7))
    order.insert(target, order.pop(source))
    assert mark_order(STEPS, order).credit == (1.0 if source == target else 6 / 7)


def test_steps_of_one_group_are_free_among_themselves() -> None:
    assert mark_order(STEPS[:4], (1, 0, 2, 3), (0, 0, 1, 2)).verdict is Verdict.RIGHT
    assert mark_order(STEPS[:4], (2, 1, 0, 3), (0, 0, 1, 2)).verdict is Verdict.PARTLY


def test_an_order_turned_round_earns_nothing() -> None:
    assert mark_order(STEPS, range(6, -1, -1)).credit == 0


@given(
    st.lists(st.text(max_size=4), max_size=5),
    st.lists(st.integers(-9, 9)),
    st.lists(st.integers(0, 2), max_size=6),
)
def test_any_order_of_anything_can_be_marked(steps: list[str], order: list[int], groups: list[int]) -> None:
    assert 0 <= mark_order(steps, order, groups).credit <= 1


NAMES = ("Psoas major", "Psoas minor", "Trapezius", "Serratus posterior superior", "Diaphragm")


@given(st.permutations(NAMES), st.sampled_from([", ", "\n", " and "]))
def test_a_whole_name_takes_nothing_from_the_next(names: list[str], parting: str) -> None:
    assert mark_list(NAMES, parting.join(names)).verdict is Verdict.RIGHT


MOVES = ("flexion", "extension", "lateral flexion", "ipsilateral rotation", "contralateral rotation")


@given(st.permutations(MOVES), st.sampled_from([", ", "\n", " and "]))
def test_movements_may_stand_in_any_order_without_their_joint(moves: list[str], parting: str) -> None:
    assert mark_list(MOVES, parting.join(moves)).verdict is Verdict.RIGHT


MUSCLES = ("iliacus", "psoas major", "sartorius")
ALSO = ("pectineus", "gracilis")


@given(st.sets(st.sampled_from(MUSCLES)), st.sets(st.sampled_from(ALSO)))
def test_what_is_also_true_neither_earns_nor_costs(named: set[str], more: set[str]) -> None:
    bare = mark_list(MUSCLES, sorted(named))
    full = mark_list(MUSCLES, [*sorted(more), *sorted(named)], also=ALSO)
    assert (full.credit, full.got, full.missing, full.extra) == (bare.credit, bare.got, bare.missing, ())


@given(st.permutations([*MUSCLES, "gluteus maximus"]))
def test_what_is_not_true_costs_as_ever(named: list[str]) -> None:
    assert mark_list(MUSCLES, named, also=ALSO) == mark_list(MUSCLES, named)
