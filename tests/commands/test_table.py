"""A table shows every word of its rows at any width, and never more than fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flashcards.cells import cells
from flashcards.commands.table import Row, table

WORDS = st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=8)
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
COLUMNS = ("name", "bone", "also")
ROWS = st.lists(
    st.builds(
        lambda name, bone, also: {"name": name, "bone": bone, "also": also}, WORDS, TEXTS, st.lists(TEXTS)
    ),
    min_size=1,
    max_size=5,
)


@given(ROWS, st.integers(20, 200))
def test_every_word_is_shown_within_the_width(rows: list[Row], width: int) -> None:
    lines = list(table(rows, COLUMNS, width))
    shown = "".join(" ".join(lines).split())
    for row in rows:
        for letter in "".join(map(str, row.values())):
            assert letter in shown or not letter.isalpha()
    assert max(map(cells, lines)) <= width


def test_a_column_without_anything_in_it_is_left_out() -> None:
    assert list(table([{"name": "hip", "bone": "", "also": []}], COLUMNS, 80)) == ["name", "hip"]


def test_nothing_listed_is_nothing_shown() -> None:
    assert list(table([], COLUMNS, 80)) == []
