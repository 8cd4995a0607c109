"""What the reader of YAML takes as it is written, and what it refuses."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flashcards.files import LARGEST
from flashcards.yamltree import Mapping, Parsed, Scalar, parse
from flashcards.yamltree.builder import DEEPEST
from tests.reader.yaml_texts import DECK, heaps, mangled, scalars, untyped

LIBYAML = [True, False]


def told(parsed: Parsed) -> list[str]:
    """Say place and code of each problem, as in '3:1 duplicate-key'."""
    return [f"{found.place.line}:{found.place.column} {found.code}" for found in parsed.problems]


@pytest.mark.parametrize(
    "text", ["no", "1:30", "12", "012", "1e3", "2025-01-01", "~", "null", "true", "=", "what?", "- x"]
)
def test_a_value_is_the_text_that_was_written(text: str) -> None:
    written = text if not text.startswith("- ") else f"'{text}'"
    assert untyped(parse(f"key: {written}", "x.yaml").root) == {"key": text}


def test_an_empty_value_is_an_empty_text_beside_its_key() -> None:
    root = parse("origin:\ncourse: {through: }", "x.yaml").root
    origin, _, through, nothing = (scalar for scalar in scalars(root)[:2] + scalars(root)[3:])
    assert (origin.text, through.text, nothing.text) == ("origin", "through", "")
    assert (nothing.place, nothing.width) == (through.place, through.width)


@given(heaps | mangled())
@settings(max_examples=500, deadline=None)
@example("a: b # c")
@example("a: 'b' #c")
@example("- a\n  b")
@example("? a")
def test_a_place_points_at_its_text(text: str) -> None:
    parsed = parse(text, "x.yaml")
    codes = {problem.code for problem in parsed.problems}
    for scalar in scalars(parsed.root):
        line = parsed.lines[scalar.place.line - 1]
        seen = line[scalar.place.column - 1 :][: scalar.width]
        if scalar.style:
            assert seen.startswith(scalar.style) or codes & {"anchor", "tag"}
        elif scalar.text and not codes & {"anchor", "tag", "control-character"}:
            assert scalar.text.startswith(seen)


@given(st.binary(max_size=200) | heaps.map(str.encode) | st.text().map(lambda text: text.encode("utf-16")))
@settings(max_examples=1000, deadline=None)
def test_whatever_the_bytes_nothing_but_problems_comes_out(data: bytes) -> None:
    parsed = parse(data, "x.yaml")
    for problem in parsed.problems:
        assert problem.place.file == "x.yaml"
        assert 1 <= problem.place.line <= max(1, len(parsed.lines))
        assert problem.place.column >= 1
        assert problem.message
        assert problem.help


@given(mangled())
@settings(max_examples=500, deadline=None)
def test_a_file_without_problems_was_read_without_gaps(text: str) -> None:
    parsed = parse(text, "x.yaml")
    assert bool(parsed.gaps) <= bool(parsed.problems)
    assert parsed.lines == tuple(
        text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )


@pytest.mark.parametrize("libyaml", LIBYAML)
@pytest.mark.parametrize("times", [DEEPEST + 1, 30_000, 1_000_000])
@pytest.mark.parametrize("sign", ["- ", "[", "{", "- - ", "{a: ", "{[", "[a, "])
def test_deep_nests_are_refused_while_they_are_read(sign: str, times: int, libyaml: bool) -> None:
    assert told(parse(sign * times, "x.yaml", libyaml))[0].endswith("too-deep")


@pytest.mark.parametrize("frame", ["# {}", "a: '{}'", "a: |\n  {}", "a: x{}", "a: |\n  b\n# {}"])
def test_long_runs_of_dashes_and_brackets_in_text_are_no_nest(frame: str) -> None:
    for sign in ("- ", "["):
        assert told(parse(frame.format(sign * 30_000), "x.yaml")) == []


def test_a_nest_as_deep_as_is_allowed_is_read() -> None:
    text = "[" * DEEPEST + "x" + "]" * DEEPEST
    assert [scalar.text for scalar in scalars(parse(text, "x.yaml").root)] == ["x"]


def test_a_duplicate_key_names_both_lines() -> None:
    parsed = parse("psoas:\n  origin: a\n  course: b\n  origin: c\n", "x.yaml")
    (problem,) = parsed.problems
    assert problem.message == "the key 'origin' stands twice, in line 2 and in line 4"
    assert (problem.place.line, problem.also[0].line, problem.width) == (4, 2, len("origin"))
    assert untyped(parsed.root) == {"psoas": {"origin": "a", "course": "b"}}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x 1", ["1:4 anchor"]),
        ("a: *x", ["1:4 alias"]),
        ("a: !!int 1", ["1:4 tag"]),
        ("a: ! 1", ["1:4 tag"]),
        ("<<: {a: b}", ["1:1 merge-key"]),
        ("%YAML 1.1\n---\na: b", ["1:1 directive"]),
        ("# deck\n%UNKNOWN\n---\na: b", ["2:1 directive"]),
        ("a: b\n---\nc: d", ["2:1 several-documents"]),
        ("[a]: b", ["1:1 key-not-text"]),
        ("cloze: {{psoas}}", ["1:9 key-not-text"]),
        (": b", ["1:1 empty-key"]),
        ("? a", ["1:1 needs-quotes"]),
        ("{front:a, back: b}", ["1:2 missing-space"]),
        ('a: "\\x1b[31m"', ["1:4 control-character"]),
        ('a: "\\ud800"', ["1:4 control-character"]),
    ],
)
@pytest.mark.parametrize("libyaml", LIBYAML)
def test_what_decks_do_not_need_is_refused(text: str, problems: list[str], libyaml: bool) -> None:
    assert told(parse(text, "x.yaml", libyaml)) == problems


@pytest.mark.parametrize(
    "text", ["'<<': a", "'*a': '&b'", "a: '!b'", "--- \na: b\n...", "\ufeffa: b", "a: {b: c?}"]
)
def test_what_only_looks_like_it_is_taken(text: str) -> None:
    assert told(parse(text, "x.yaml")) == []


@pytest.mark.parametrize(
    "text", ["a: rib #12", "- rib #12", "a: #1 muscle", "a: [rib #12\n  ]", "a: x\n  rib #12"]
)
def test_a_sign_that_may_have_swallowed_text_is_warned_of(text: str) -> None:
    (problem,) = parse(text, "x.yaml").problems
    assert (problem.code, problem.severity) == ("swallowed", "warning")
    assert parse(text, "x.yaml").lines[problem.place.line - 1][problem.place.column - 1] == "#"


@pytest.mark.parametrize(
    "text", ["a: rib # ok", "a: rib  #ok", "a: C#", "a: rib ## ok", "a: 'b' #ok", "#ok", "a:\n #ok\n b: c"]
)
def test_a_plain_comment_is_no_cause_for_a_warning(text: str) -> None:
    assert told(parse(text, "x.yaml")) == []


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (DECK.encode("utf-16"), ["1:1 not-utf8"]),
        ("a: b\nc: Ödem".encode("latin-1"), ["2:4 not-utf8"]),
        (b"SQLite format 3\x00", ["1:1 binary"]),
        (b"a: b\rc: \x07d\r\ne: \x1bf", ["2:4 control-character", "3:4 control-character"]),
        (b"a: " + b"b" * LARGEST, ["1:1 too-large"]),
    ],
)
def test_what_is_no_plain_text_is_one_clear_problem(data: bytes, problems: list[str]) -> None:
    assert told(parse(data, "x.yaml")) == problems


def test_an_empty_file_has_no_tree_and_no_problem() -> None:
    assert [parse(text, "x.yaml").root for text in ("", "\n", "# only\n", "---\n")] == [None] * 4


def test_keys_keep_their_order() -> None:
    root = parse("b: 1\na: 2", "x.yaml").root
    assert isinstance(root, Mapping)
    assert [key for key, _ in root] == [key for key, _ in root.pairs]
    assert [key.text for key, _ in root] == ["b", "a"]
    assert all(isinstance(value, Scalar) and not value.quoted for _, value in root)
