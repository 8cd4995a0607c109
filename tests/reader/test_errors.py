"""Every error of the library has words for the person, and a built-in parent for the programmer."""

import pickle

import pytest

from flashcards import errors
from flashcards.errors import DeckError, FlashcardsError
from flashcards.place import Place, Problem

PROBLEM = Problem(Place("hip.yaml", 3, 1), "duplicate-key", "the key 'origin' stands twice")
WARNING = Problem(Place("hip.yaml", 1, 1), "swallowed", "a comment", severity="warning")
PLAIN = [
    found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, FlashcardsError)
]
PLAIN.remove(DeckError)


@pytest.mark.parametrize("error", PLAIN)
def test_an_error_says_what_is_wrong_and_what_to_do(error: type[FlashcardsError]) -> None:
    raised = pickle.loads(pickle.dumps(error("no room left", "delete something")))
    assert (str(raised), raised.message, raised.help) == ("no room left", "no room left", "delete something")


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    tree = errors.__doc__ or ""
    for error in [*PLAIN, DeckError]:
        parents = [
            base.__name__
            for base in error.__bases__
            if base.__module__ == "builtins" and base is not Exception
        ]
        (line,) = (line for line in tree.splitlines() if f" {error.__name__} " in f" {line} ")
        assert all(f"({parent})" in line for parent in parents)


def test_a_deck_error_carries_its_problems_in_order_and_sums_up_the_errors() -> None:
    error = DeckError([PROBLEM, WARNING])
    assert error.problems == (WARNING, PROBLEM)
    assert error.message == "hip.yaml: 1 error, the first in line 3: the key 'origin' stands twice"
