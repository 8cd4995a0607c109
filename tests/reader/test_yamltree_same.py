"""With and without libyaml a file reads the same: tree, places, problems."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings

from flashcards.yamltree import parse
from tests.reader.yaml_texts import DECK, heaps, mangled, untyped, written

pytestmark = pytest.mark.skipif(not yaml.__with_libyaml__, reason="this PyYAML is built without libyaml")


def same(text: str) -> bool:
    return parse(text, "x.yaml", libyaml=True) == parse(text, "x.yaml", libyaml=False)


@given(heaps)
@settings(max_examples=1500, deadline=None)
@example("a:\tb")
@example("a: |#b\n c")
@example("a: [is it?, or ? not]")
@example("[b:,c]")
@example("{c: , d}")
@example("a: !*!!str b")
@example("---")
@example("? \n  ")
@example("a: 😀 #b\nc: \ufeffd")
def test_heaps_of_signs_read_the_same(text: str) -> None:
    assert same(text)


@given(mangled())
@settings(max_examples=500, deadline=None)
@example(DECK)
def test_mangled_decks_read_the_same(text: str) -> None:
    assert same(text)


@given(written())
@settings(max_examples=200, deadline=None)
@example(({"a": "?"}, "a: '?'\n"))
def test_what_another_program_wrote_is_read_as_it_was_meant(case: tuple[Any, str]) -> None:
    tree, text = case
    parsed = parse(text, "x.yaml")
    assert untyped(parsed.root) == tree
    assert parsed.problems == ()
    assert same(text)
