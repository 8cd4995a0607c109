"""The tree of equal beginnings is what a plain loop finds, whatever the order of the rows."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scheduler.batch import PrefixTree, histories, prefix_tree
from tests.scheduler.batch.logs import Rows, histories_of, rows_of

rows_and_kind = st.booleans().flatmap(lambda exact: st.tuples(rows_of(exact), st.just(exact)))
worths = st.sampled_from([0.0, 0.5, 1.0])


def tree_of(rows: Rows, exact: bool, worth: float = 1.0) -> PrefixTree:
    return prefix_tree(histories(*rows, exact_days=exact), worth)


@given(rows_of(exact=False))
def test_reviews_share_a_node_exactly_if_their_histories_are_equal(rows: Rows) -> None:
    found = histories_of(rows)
    nodes = tree_of(rows, exact=False).node.tolist()
    assert len({*zip(nodes, found, strict=True)}) == len({*found}) == len({*nodes})


@given(rows_and_kind, worths)
def test_reviews_of_one_node_have_equal_histories(drawn: tuple[Rows, bool], worth: float) -> None:
    found = histories_of(drawn[0])
    nodes = tree_of(*drawn, worth).node.tolist()
    assert len({*zip(nodes, found, strict=True)}) == len({*nodes})


@given(rows_and_kind, worths)
def test_the_way_up_from_a_node_is_the_history_of_its_review(drawn: tuple[Rows, bool], worth: float) -> None:
    tree = tree_of(*drawn, worth)
    for node, history in zip(tree.node.tolist(), histories_of(drawn[0]), strict=True):
        for level in reversed(range(len(history))):
            assert tree.bounds[level] <= node < tree.bounds[level + 1]
            assert (tree.rating[node], tree.elapsed[node]) == history[level]
            node = tree.parent[node]


@given(rows_and_kind, worths)
def test_every_node_has_a_review(drawn: tuple[Rows, bool], worth: float) -> None:
    tree = tree_of(*drawn, worth)
    assert {*tree.node.tolist()} == {*range(tree.bounds[-1])}
    assert tree.parent.size == tree.rating.size == tree.elapsed.size == tree.bounds[-1]


@given(rows_of(exact=False), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter_but_on_one_day(rows: Rows, random: Random) -> None:
    """Rows of one card and day keep their order, so whole days are shuffled as blocks."""
    block = {key: random.random() for key in sorted({*zip(rows.cards, rows.days, strict=True)})}
    order = sorted(range(len(rows.cards)), key=lambda row: block[rows.cards[row], rows.days[row]])
    shuffled = rows.in_order(order)
    before, after = tree_of(rows, exact=False), tree_of(shuffled, exact=False)
    assert after.node.tolist() == before.node[np.array(order, int)].tolist()
    assert after.bounds == before.bounds


@given(rows_of(exact=True))
def test_of_exact_days_only_first_reviews_are_merged(rows: Rows) -> None:
    tree = tree_of(rows, exact=True)
    later = sum(len(history) > 1 for history in histories_of(rows))
    firsts = {history for history in histories_of(rows) if len(history) == 1}
    assert tree.bounds[-1] == len(firsts) + later


def test_more_cards_than_numbers_have_bits_for_are_not_merged() -> None:
    """A node, a day 16 million days on and a card do not fit in 63 bits; the tree is right, only bigger."""
    count = 1 << 19
    cards = np.repeat(np.arange(count), 3)
    days = np.tile([0, 0, 1 << 24], count)
    days[1::3] += np.arange(count)  # so that the second level has many nodes
    tree = prefix_tree(histories(cards, days, np.full(3 * count, 3)), 1)
    assert tree.bounds == [0, 1, 1 + count, 1 + 2 * count]
