"""Texts for the YAML reader to chew on: sound ones, mangled ones, and heaps of signs."""

from typing import Any

import yaml
from hypothesis import strategies as st

from flashcards.yamltree import Node, Scalar, Sequence

DECK = """\
# a deck
deck: psoas-and-ql
sources:
  denney: {title: "Opposites Attract: Uniting", author: Allison Denney}
muscles:
  psoas-major:
    name: Psoas major
    aka: [psoas, 'the "filet"']
    origin:
      - bodies of L1-L5
      - transverse processes of L1-L5  # five of them
    relations: [{in front of: quadratus-lumborum}]
    actions:
      - {movement: hip lateral rotation, role: assistant, disputed: true}
    note: >-
      folded text
      over lines

      and more
    literal: |
      one
        two
techniques:
  release:
    steps:
    - {do: Ask?, ask: what the client does ?}
    - do: plain text
        going on
      why: 'it''s'
"""

SINGLE = "ab0é😀中=;~?:-{}[],#\"'|>&*!%@`\\ \n\r\t\x07\x85\u0301\u2028\ufdd0\ufeff"
JOINED = """- |? |: | #|{a: b}|[a, b]|{a: |"a"|'b'|?x|x?|a:b|&a|*a|!!str|!a|<<|---|...|>-|>+"""
ESCAPED = [r"\x41", r"\ud800", r"\U00110000", r"\?"]
BROKEN = ["|-\n", "|2\n", "\n  ", "\n    ", "\n- ", "\na: ", "\r\n", "\n---\n", "\n...\n"]
SIGNS = [*SINGLE, *JOINED.split("|"), *ESCAPED, *BROKEN]
"""What YAML gives a meaning to, with what screens do not show and what the two parsers see differently."""

heaps = st.lists(st.sampled_from(SIGNS), max_size=24).map("".join)
"""Signs in any order."""


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Cut a piece of a sound deck, and break it at up to four places."""
    start = draw(st.integers(0, len(DECK)))
    text = DECK[start : start + draw(st.integers(20, 400))]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", *SIGNS])) + text[at + draw(st.integers(0, 4)) :]
    return text


def _words(most: int, least: int = 0) -> st.SearchStrategy[str]:
    letters = st.characters(exclude_categories=["C", "Z"], include_characters=" ")
    return st.text(letters | st.sampled_from(":#-?'\"[]{}&*!,| "), min_size=least, max_size=most)


trees = st.recursive(
    _words(40),
    lambda within: st.lists(within, max_size=4) | st.dictionaries(_words(12, 1), within, max_size=4),
    max_leaves=12,
)
"""Texts in lists and mappings, as another program may have them."""


@st.composite
def written(draw: st.DrawFn) -> tuple[Any, str]:
    """A tree, and the YAML that PyYAML writes for it."""
    tree = draw(trees)
    style, flow = (
        draw(st.sampled_from([None, '"', "'", "|", ">"])),
        draw(st.sampled_from([None, True, False])),
    )
    text = yaml.safe_dump(
        tree, default_style=style, default_flow_style=flow, allow_unicode=True, sort_keys=False
    )
    return tree, text


def untyped(node: Node | None) -> Any:
    """Return what a tree says, without its places."""
    if node is None or isinstance(node, Scalar):
        return node.text if node else ""
    if isinstance(node, Sequence):
        return [untyped(item) for item in node.items]
    return {key.text: untyped(value) for key, value in node}


def scalars(node: Node | None) -> list[Scalar]:
    """Return all texts of a tree, keys too."""
    if node is None or isinstance(node, Scalar):
        return [node] if node else []
    within = node.items if isinstance(node, Sequence) else [part for pair in node for part in pair]
    return [scalar for part in within for scalar in scalars(part)]
