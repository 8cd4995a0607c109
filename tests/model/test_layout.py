"""Laying a deck out changes indentation and spaces, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards import yamltree
from flashcards.decks import builtin
from flashcards.errors import DeckError
from flashcards.layout import laid_out

Tree = dict[str, Any] | list[Any]

words = st.sampled_from(
    ["iliac fossa", "no", "1:30", "012", "~", "'L1'", '"a: b"', "null", "L1-L5", "[a,  b]", "{at:  rib 12}"]
)
keys = st.sampled_from(["deck", "muscles", "origin", "note", "was", "aka"])
remarks = st.sampled_from(["", "", "  # why", " #x", "   # hip: not a key"])
facts = words | st.dictionaries(keys, words, min_size=1, max_size=3)
trees = st.recursive(
    facts | st.lists(facts, min_size=1, max_size=3),
    lambda inner: st.dictionaries(keys, inner, min_size=1, max_size=3),
    max_leaves=6,
)


@st.composite
def sloppy(draw: st.DrawFn) -> str:
    """Draw a deck as a hurried person writes it: any indentation, blank lines and comments anywhere."""
    tree = draw(st.dictionaries(keys, trees, min_size=1, max_size=3))
    return "\n".join(lines(draw, tree, draw(st.sampled_from(["", "# top"])), "")) + "\n"


def lines(draw: st.DrawFn, node: Tree, lead: str, indent: str) -> Iterator[str]:
    yield from filter(None, [lead])
    pairs = node.items() if isinstance(node, dict) else ((None, item) for item in node)
    for key, value in pairs:
        yield from draw(st.sampled_from([[], [""], ["", "", ""], [f"{indent}# above"]]))
        name = "-" if key is None else f"{key}:"
        if isinstance(value, str):
            yield f"{indent}{name}{draw(st.sampled_from([' ', '   ']))}{value}{draw(remarks)}"
        else:
            deeper = indent + draw(st.sampled_from(["  ", "    ", "   "]))
            yield from lines(draw, value, f"{indent}{name}{draw(remarks)}", deeper)


def unspaced(text: str) -> list[str]:
    """Return what is written, comments and all, line by line without a space."""
    return [written for line in text.splitlines() if (written := "".join(line.split()))]


def told(text: str) -> object:
    return bare(yamltree.parse(text, "deck.yaml").root)


def bare(node: object) -> object:
    match node:
        case yamltree.Mapping(pairs=pairs):
            return [(key.text, bare(value)) for key, value in pairs]
        case yamltree.Sequence(items=items):
            return [bare(item) for item in items]
        case yamltree.Scalar(text=text):
            return text
        case _:
            return None


@given(sloppy())
def test_no_word_no_comment_and_no_order_changes(text: str) -> None:
    made = laid_out(text, "deck.yaml")
    assert told(made) == told(text)
    assert unspaced(made) == unspaced(text)


@given(sloppy())
def test_what_is_laid_out_stays_as_it_is(text: str) -> None:
    made = laid_out(text, "deck.yaml")
    assert laid_out(made, "deck.yaml") == made


@given(sloppy())
def test_every_level_is_two_spaces_in_and_no_line_ends_in_space(text: str) -> None:
    for line in laid_out(text, "deck.yaml").splitlines():
        assert line == line.rstrip()
        assert (len(line) - len(line.lstrip())) % 2 == 0


def test_a_block_keeps_its_lines_and_spaces() -> None:
    text = "deck: hip\nnote: |\n     one\n\n\n       two  \nlanguage: en\n"
    made = laid_out(text, "deck.yaml")
    assert told(made) == told(text)
    assert "\n\n\n" in made


@pytest.mark.parametrize("path", builtin(), ids=lambda path: path.stem)
def test_the_decks_that_ship_are_laid_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert laid_out(text, str(path)) == text


@pytest.mark.parametrize("text", ["", "a: [1", "a: &x 1", "a: 1\na: 2\n", "\x00"])
def test_what_no_deck_may_hold_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(DeckError) as refused:
        laid_out(text, "deck.yaml")
    assert all(problem.place.file == "deck.yaml" for problem in refused.value.problems)
