"""No text commands the terminal, no line is wider than it but for an id, and no word is cut that fits."""

import unicodedata
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from flashcards.cells import cells
from flashcards.commands.terminal import plain, wrap
from tests.commands.driving import Screen, flashcards

columns = st.integers(20, 200)
hostile = st.text(
    st.one_of(st.characters(), st.sampled_from("\x1b\x9b\x07\r\n\t\u202e\u2066\u200b\ufeff腰a\u0301 ")),
    max_size=80,
)


def is_harmless(text: str) -> bool:
    return not any(unicodedata.category(mark) in ("Cc", "Cf", "Cs") for mark in text if mark != "\n")


@given(hostile)
def test_plain_text_has_no_controls_and_no_hidden_marks(text: str) -> None:
    assert is_harmless(plain(text))
    assert plain(plain(text)) == plain(text)


@given(st.text("abc äé.,-腰 ", max_size=80))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


@given(hostile, columns)
def test_no_line_without_an_id_is_wider_than_the_terminal(text: str, columns: int) -> None:
    for line in wrap(text.replace("/", ""), columns, "a  ", "   "):
        assert cells(line) <= columns
        assert is_harmless(line)
        assert "\n" not in line


@given(hostile, columns)
def test_wrapping_keeps_every_mark_in_its_order(text: str, columns: int) -> None:
    assert "".join("".join(wrap(text, columns)).split()) == "".join(plain(text).split())


@given(st.lists(st.text("abcdefg", min_size=1, max_size=15), max_size=30), columns)
def test_no_word_is_cut_that_fits_on_a_line(words: list[str], columns: int) -> None:
    assert " ".join(wrap(" ".join(words), columns)).split() == words


@given(st.lists(st.text("abc", min_size=1, max_size=60), min_size=2, max_size=5).map("/".join), columns)
def test_an_id_stays_whole_so_that_it_can_be_copied(id: str, columns: int) -> None:
    assert any(id in line.split() for line in wrap(f"Card: {id} is new", columns, rest="  "))


@given(st.lists(st.text("abcdefg", min_size=1, max_size=15), max_size=30), columns)
def test_a_line_ends_only_where_the_next_word_would_not_fit(words: list[str], columns: int) -> None:
    lines = list(wrap(" ".join(words), columns))
    for line, following in pairwise(lines):
        assert cells(line) + 1 + cells(following.split()[0]) > columns


def test_words_glued_together_stay_on_one_line() -> None:
    assert list(wrap("1 Again 1 min 2 Hard\N{NO-BREAK SPACE}6\N{NO-BREAK SPACE}min", 20)) == [
        "1 Again 1 min 2",
        "Hard 6 min",
    ]


def test_errors_are_wrapped_at_a_terminal_and_one_line_each_through_a_pipe(tmp_path: Path) -> None:
    id = "nothing/of/" + "x" * 60
    words = ["link", id, "psoas-and-ql"]
    piped = flashcards(tmp_path, *words).stderr
    message, remedy = piped.splitlines()
    assert (message.startswith("error: "), remedy.startswith("  = help: ")) == (True, True)
    screen = Screen(tmp_path, *words, columns=40)
    assert screen.leave() == 1
    assert screen.shown.split() == piped.split()
    assert [line.strip(" '") for line in screen.shown.splitlines() if cells(line) > 40] == [id]
    assert len(screen.shown.splitlines()) > 4
