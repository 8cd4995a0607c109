"""Problems look as the contract shows them, fit the screen, and cannot command it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.cells import cells, filled, head, visible
from flashcards.place import Place, Problem
from flashcards.problems import render, suggest

PAINT = re.compile("\x1b\\[[0-9;]*m")
LANDMARK = Problem(
    Place("decks/hip.yaml", 6, 16),
    "unknown-landmark",
    "unknown landmark 'lesser trochantor of the femur'",
    "`flashcards list landmarks femur` shows the landmarks of the femur",
    "did you mean 'lesser trochanter'?",
    width=6,
)
HIP = ["", "", "", "", "", "    insertion: lesser trochantor of the femur"]

CONTRACT = """\
decks/hip.yaml:6:16: error[unknown-landmark]: unknown landmark 'lesser trochantor of the femur'
  |
6 |     insertion: lesser trochantor of the femur
  |                ^^^^^^ did you mean 'lesser trochanter'?
  = help: `flashcards list landmarks femur` shows the landmarks of the femur"""

NARROW = """\
decks/hip.yaml:6:16:
    error[unknown-landmark]: unknown
    landmark 'lesser trochantor of the
    femur'
  |
6 |     insertion: lesser trochantor of…
  |                ^^^^^^
  | did you mean 'lesser trochanter'?
  = help: `flashcards list landmarks
          femur` shows the landmarks of
          the femur"""

TWICE = """\
hip.yaml:12:5: warning[odd]: 'a\\x1b[2J' is odd
   |
12 |     腰\\x1b: x
   |     ^^^^^^
   = also: hip.yaml:3:5
   = also: knee.yaml:1:1"""

texts = st.text(st.characters() | st.sampled_from("ab 腰\u0301\x1b\t\u202e\n"), max_size=60)
problems = st.builds(
    Problem,
    st.builds(Place, st.just("x.yaml"), st.integers(1, 3), st.integers(1, 70)),
    st.just("code"),
    texts,
    texts,
    texts,
    st.integers(1, 70),
    st.sampled_from(["error", "warning"]),
    st.just((Place("y.yaml", 2, 2),)),
)


def test_a_problem_looks_as_the_contract_shows() -> None:
    assert render(LANDMARK, HIP) == CONTRACT


def test_a_problem_fits_forty_columns() -> None:
    assert render(LANDMARK, HIP, width=40) == NARROW


def test_other_places_are_named_and_escape_sequences_seen() -> None:
    also = (Place("hip.yaml", 3, 5), Place("knee.yaml", 1, 1))
    problem = Problem(
        Place("hip.yaml", 12, 5), "odd", "'a\x1b[2J' is odd", width=2, severity="warning", also=also
    )
    assert render(problem, [""] * 11 + ["    腰\x1b: x"]) == TWICE


def test_without_the_line_the_message_stands_alone() -> None:
    assert render(LANDMARK, []).splitlines() == [CONTRACT.splitlines()[0], CONTRACT.splitlines()[-1]]


@given(problems, st.lists(texts, min_size=1, max_size=3), st.integers(30, 100))
@settings(deadline=None)
def test_no_line_is_wider_than_the_screen_but_by_a_long_word(
    problem: Problem, lines: list[str], width: int
) -> None:
    longest = max(
        cells(word)
        for text in (problem.message, problem.help, problem.hint)
        for word in visible(text).split(" ")
    )
    room = max(width, longest + len("x = help: "))
    assert all(cells(line) <= room for line in render(problem, lines, width=width).split("\n"))


@given(problems, st.lists(texts, min_size=1, max_size=3), st.booleans())
@settings(deadline=None)
def test_nothing_from_a_file_commands_the_screen(problem: Problem, lines: list[str], color: bool) -> None:
    rendered = PAINT.sub("", render(problem, lines, color))
    assert rendered == render(problem, lines)
    assert not set(rendered) & set("\x1b\x07\r\t\u202e")


@given(st.text(st.sampled_from("ab 腰\u0301\x1b\t"), max_size=200), st.data(), st.integers(30, 100))
@settings(deadline=None)
def test_the_caret_stands_below_its_character(line: str, data: st.DataObject, width: int) -> None:
    column = data.draw(st.integers(0, len(line)))
    problem = Problem(Place("x.yaml", 1, column + 1), "code", "message")
    source, caret = render(problem, [line], width=width).split("\n")[-2:]
    before = head(source, len(caret) - len(caret.lstrip(" |")))
    assert (
        source[len(before) :].lstrip("\u0301").startswith(visible(line[column : column + 1]).strip("\u0301"))
    )


def test_colour_marks_errors_and_warnings_apart() -> None:
    warning = Problem(LANDMARK.place, "odd", "odd", severity="warning")
    assert "\x1b[1;31merror[unknown-landmark]\x1b[0m" in render(LANDMARK, HIP, color=True)
    assert "\x1b[1;33mwarning[odd]\x1b[0m" in render(warning, HIP, color=True)


def test_problems_are_in_the_order_of_their_places() -> None:
    places = [Place("b.yaml", 1, 1), Place("a.yaml", 10, 1), Place("a.yaml", 2, 9)]
    problems = sorted(Problem(place, "code", "message") for place in places)
    assert [problem.place for problem in problems] == places[::-1]


@given(texts, st.integers(1, 40))
def test_filling_loses_no_word_and_makes_no_line_of_words_too_wide(text: str, room: int) -> None:
    lines = filled(text, room)
    assert " ".join(lines) == text
    assert all(cells(line) <= room or " " not in line for line in lines)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("orign", "origin"),
        ("Insertoin", "insertion"),
        ("tell-apart", "tell_apart"),
        ("in_front_of", "in front of"),
        ("qqq", None),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, meant: str | None) -> None:
    assert suggest(word, ["origin", "insertion", "tell_apart", "in front of", "nerve"]) == meant
