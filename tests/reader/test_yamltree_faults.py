"""Syntax errors are told in plain words, at the place of the mistake, and all in one run."""

import pytest

from flashcards.yamltree import Parsed, parse
from tests.reader.yaml_texts import untyped

FAULTS = [
    ("title: Psoas: the deep one", "1:13 colon: a second ': ' stands in this line"),
    ("a:\n  b: c\n   d: e\n", "3:5 colon: a key cannot stand here"),
    ("name:Psoas\nlatin: musculus psoas", "1:5 missing-space: a space is missing after this ':'"),
    ("a: b\nc\nd: e", "2:1 missing-colon: this is neither 'key: value' nor part of the value above"),
    ("a:\n    b: c\n  d: e\n", "3:3 indentation: this fits nothing above it"),
    (" a: b\nc: d", "2:1 indentation: this does not belong to what stands above"),
    ("a: - b", "1:4 list-place: a list cannot begin here"),
    ("a: b\n- c", "2:1 list-place: a list item stands among keys"),
    ("a: @b", "1:4 needs-quotes: a value cannot begin with '@'"),
    ("a: %b", "1:4 needs-quotes: a value cannot begin with '%'"),
    ("a: ? b", "1:4 needs-quotes: a text cannot begin with '? '"),
    ("a: ]", "1:4 needs-quotes: a value is missing, or begins with ']'"),
    ("a: *b*", "1:4 alias: a value cannot begin with '*'"),
    ("a: & b", "1:4 anchor: a value cannot begin with '&'"),
    ("a: !b!c d", "1:4 tag: a value cannot begin with '!'"),
    ("a: !<b", "1:4 tag: a value cannot begin with '!'"),
    ("a: b\n%", "2:1 directive: a line cannot begin with '%'"),
    ("a: 'it's'", "1:8 after-quote: text goes on behind a closing quote or bracket"),
    ('a: "b\nc: d\n', "1:4 open-quote: this quote is never closed"),
    ('a: "b\n---\n"', "1:4 open-quote: this quote is never closed"),
    ('a: "b\nc: d"e\n', "1:4 open-quote: this quote is closed only in line 2, and text goes on behind it"),
    ("a: [b, c\nd: e", "1:4 open-bracket: this '[' is not closed, or a ',' is missing in it"),
    ("a: {b: c\nd: e", "1:4 open-bracket: this '{' is not closed, or a ',' is missing in it"),
    (r'a: "\q"', "1:6 escape: this escape sequence is unknown"),
    (r'a: "\U00110000"', "1:7 escape: there is no such character"),
    ("a: | b", "1:4 block-text: text stands on the line of '|'"),
    ("a:\n\tb: c", "2:1 tab: a tab stands where YAML knows only spaces"),
    ("a:\tb", "1:3 tab: a tab stands where YAML knows only spaces"),
    (": b", "1:1 empty-key: a key is missing before ':'"),
    ("a: b\n...\n---\nc: d", "3:1 several-documents: a second document begins here"),
]


def told(parsed: Parsed) -> list[str]:
    return [f"{each.place.line}:{each.place.column} {each.code}: {each.message}" for each in parsed.problems]


@pytest.mark.parametrize("libyaml", [True, False])
@pytest.mark.parametrize(("text", "words"), FAULTS)
def test_a_fault_is_told_in_plain_words(text: str, words: str, libyaml: bool) -> None:
    parsed = parse(text, "x.yaml", libyaml)
    assert told(parsed)[0] == words
    assert all(problem.help for problem in parsed.problems)


BROKEN = """\
deck: psoas
title: Psoas: the deep one
muscles:
  psoas-major:
    name: Psoas major
    origin: [bodies of L1-L5, transverse processes
    insertion: *trochanter*
    nerve: rib #12
    course: deep
    course: deeper
  psoas-minor:
    actions: [
      hip flexion: weak: very
    ]
\tnote: tabbed
    why: 'it's weak'
    text: "a\\qb"
"""


def test_all_mistakes_are_told_in_one_run() -> None:
    assert [problem.code for problem in parse(BROKEN, "x.yaml").problems] == [
        "colon",
        "open-bracket",
        "alias",
        "swallowed",
        "duplicate-key",
        "open-bracket",
        "tab",
        "after-quote",
        "escape",
    ]


def test_what_is_sound_is_read_beside_mistakes_and_the_rest_is_a_gap() -> None:
    parsed = parse(BROKEN, "x.yaml")
    major = {"name": "Psoas major", "nerve": "rib", "course": "deep"}
    assert untyped(parsed.root) == {"deck": "psoas", "muscles": {"psoas-major": major, "psoas-minor": ""}}
    assert [line for gap in parsed.gaps for line in gap] == [2, 6, 7, 12, 13, 14, 15, 16, 17]


def test_a_second_document_hides_nothing_that_stands_above_it() -> None:
    parsed = parse("a: b\na: c\n---\na: b: c\n", "x.yaml")
    assert [problem.code for problem in parsed.problems] == ["duplicate-key", "several-documents"]
    assert untyped(parsed.root) == {"a": "b"}
