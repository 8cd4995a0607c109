"""The benchmarks measure what they say: the same work by both, and a ratio over 1 where ours is better."""

from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.__main__ import MEASURES, table
from benchmarks.copies import copies
from benchmarks.figure import Figure, figure
from benchmarks.preview import meetings, peer_meetings
from benchmarks.processes import cost, environment, python
from benchmarks.review import replay, replay_peer
from benchmarks.reviews import Review, drawn, review
from flashcards.commands.collection import examine_all, find


def log() -> list[Review]:
    return [review(*row) for row in drawn(cards=20)]


@pytest.mark.parametrize("name", MEASURES)
def test_every_name_has_a_function(name: str) -> None:
    module, function = MEASURES[name].split(".")
    assert callable(getattr(import_module(f"benchmarks.{module}"), function))


@pytest.mark.parametrize(("more_is_better", "ratio"), [(True, 2.0), (False, 0.5)])
def test_a_ratio_over_1_says_that_ours_is_better(more_is_better: bool, ratio: float) -> None:
    """The median of the ratios, which need not be the ratio of the medians."""
    found = figure([(1, 1), (4, 2), (30, 3)], "x", more_is_better)
    assert found == Figure(ours=4, peer=2, ratio=ratio, unit="x")


def test_both_replay_every_card_of_a_log() -> None:
    assert replay(log()).keys() == replay_peer(log()).keys() == {row.card for row in log()}


def test_both_are_asked_for_previews_at_the_same_moments() -> None:
    moments = [
        (ours[1], theirs[1]) for ours, theirs in zip(meetings(log()), peer_meetings(log()), strict=True)
    ]
    assert len(moments) == len(log())
    assert all(ours == theirs for ours, theirs in moments)


def test_a_drawn_log_stands_card_by_card_in_order_of_time() -> None:
    rows = [(card, time) for card, time, _ in drawn(cards=20)]
    assert rows == sorted(set(rows))
    assert {rating for _, _, rating in drawn(cards=20)} == {1, 2, 3, 4}


def test_the_table_has_a_row_for_every_figure() -> None:
    lines = table({"review": Figure(ours=3e5, peer=1e5, ratio=3, unit="reviews/s")}).splitlines()
    assert lines[0].split() == ["ours", "peer", "ratio"]
    assert lines[1].split() == ["review", "300,000", "100,000", "3.00", "reviews/s"]


def test_copies_of_the_decks_are_as_sound_as_the_decks(tmp_path: Path) -> None:
    count = copies(500, tmp_path)
    readings = list(examine_all(find([str(tmp_path)])))
    assert [problem for reading in readings for problem in reading.problems] == []
    assert sum(len(reading.deck.heads) for reading in readings if reading.deck) == count >= 500


def test_the_cost_of_a_process_is_its_own(tmp_path: Path) -> None:
    spent = cost(python("sum(range(10**6)); bytes(40 * 2**20)"), environment(tmp_path))
    assert spent.cpu > 0
    assert spent.memory > 40
