"""The JSON Schema takes what the reader takes, and finds what the reader finds wrong in shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from flashcards.anatomy.deck_schema import deck_schema
from flashcards.anatomy.kinds import KINDS
from flashcards.decks import builtin
from flashcards.draft import draft

SHAPE = {
    *("unknown-section", "unknown-field", "unknown-detail", "unknown-value"),
    *("missing-field", "missing-detail", "wrong-shape", "empty", "bad-key"),
}
"""What the reader finds wrong in the shape of a deck, which the schema can know too."""

VALIDATOR = Draft7Validator(deck_schema())
SHIPPED = {path.stem: path for path in builtin()}
Way = tuple[str | int, ...]


def written(path: Path) -> Any:
    """Return a deck as an editor sees it: every value a text, as the reader takes it."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def test_the_schema_is_one_by_its_own_rules() -> None:
    Draft7Validator.check_schema(deck_schema())


@pytest.mark.parametrize("name", SHIPPED)
def test_every_deck_that_ships_is_valid(name: str) -> None:
    errors = VALIDATOR.iter_errors(written(SHIPPED[name]))
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []


def test_an_editor_may_take_numbers_and_truths_for_what_they_look_like() -> None:
    for path in SHIPPED.values():
        assert VALIDATOR.is_valid(yaml.safe_load(path.read_text(encoding="utf-8")))


def ways(tree: Any, way: Way = ()) -> Iterator[Way]:
    """Yield the way to every value of a tree."""
    below = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in below:
        yield (*way, step)
        yield from ways(value, (*way, step))


SEED = written(SHIPPED["psoas-and-ql"])
WAYS = sorted(ways(SEED), key=str)
values = st.sampled_from(
    ["", "text", "true", "3", [], {}, ["a", "b"], {"text": "a"}, {"do": "a", "why": "b"}]
)
steps = st.sampled_from(["at", "text", "movement", "nerve", "role", "name", "Bad Key", "source", "accept"])


@st.composite
def edited(draw: st.DrawFn) -> Any:
    """Draw the seed deck with one value replaced, removed, or put under another key."""
    tree = json.loads(json.dumps(SEED))
    *way, last = draw(st.sampled_from(WAYS))
    inside = tree
    for step in way:
        inside = inside[step]
    old = inside.pop(last)
    edit = draw(st.sampled_from(["replace", "rename", "remove"]))
    if edit == "replace" and isinstance(inside, list):
        inside.insert(int(last), draw(values))
    elif edit == "replace":
        inside[last] = draw(values)
    elif edit == "rename" and isinstance(inside, dict):
        inside[draw(steps)] = old
    return tree


@given(edited())
def test_after_any_edit_the_schema_and_the_reader_agree(tree: Any) -> None:
    problems = draft(json.dumps(tree).encode(), Path("deck.yaml"), KINDS).problems
    found = {problem.code for problem in problems if problem.severity == "error"} & SHAPE
    errors = [error.message for error in VALIDATOR.iter_errors(tree)]
    assert bool(errors) == bool(found), (found, errors)


def test_the_schema_beside_the_decks_is_the_one_the_reader_reads_by() -> None:
    beside = SHIPPED["psoas-and-ql"].with_name("deck.schema.json")
    told = "run flashcards schema -o decks/deck.schema.json"
    assert json.loads(beside.read_text(encoding="utf-8")) == deck_schema(), told


@pytest.mark.parametrize("name", SHIPPED)
def test_every_deck_that_ships_names_the_schema(name: str) -> None:
    first = SHIPPED[name].read_text(encoding="utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=deck.schema.json"
