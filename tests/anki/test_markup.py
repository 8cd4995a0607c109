"""Fronts and backs as HTML: text is escaped once, and mixing hangs on nothing but its seed."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from flashcards.anki.markup import back, escaped, front, mixed
from flashcards.card import Card
from flashcards.fact import NOWHERE, Fact
from flashcards.note import Note
from flashcards.question import Choice, Listing, Ordering, Question, SelfRated, Typed, Wrong

texts = st.text(min_size=1)
lists = st.lists(st.text("abc<&{[", min_size=1, max_size=5), min_size=2, max_size=7, unique=True)


def card(question: Question, *explanation: str) -> Card:
    note = Note("bone", "cards", "hip", NOWHERE, {"name": ("Bone",)})
    return Card(note, Fact("one", "front", "one"), "recall", question, explanation)


class Reader(HTMLParser):
    """Reads what a browser would show, and which tags it would obey."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.shown = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.shown += data


@given(texts)
def test_escaped_text_commands_nothing(text: str) -> None:
    html = escaped(text)
    assert set(Reader(html).tags) <= {"br"}
    assert not set(html) & set("{}[]\x1f\0")
    html.encode()


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], codec="ascii")))
def test_escaped_text_is_shown_as_it_was(text: str) -> None:
    assert Reader(escaped(text)).shown == text


@given(lists, st.text())
def test_mixed_texts_are_the_same_ones_in_an_order_of_their_seed(items: list[str], seed: str) -> None:
    shuffled = mixed(items, seed)
    assert sorted(shuffled) == sorted(items)
    assert shuffled == mixed(items, seed) != tuple(items)
    assert mixed(items, seed, keep=True) == mixed(items[::-1], seed, keep=True)


@given(lists, st.text())
def test_a_new_option_leaves_the_others_in_their_order(items: list[str], seed: str) -> None:
    fewer = mixed(items[1:], seed, keep=True)
    assert [item for item in mixed(items, seed, keep=True) if item != items[0]] == list(fewer)


def test_the_name_of_the_note_stands_above_a_question_that_begins_with_it() -> None:
    html = front(card(SelfRated("Bone: what is it for?", "Bearing")), "seed")
    assert html == '<div class="title">Bone</div><div class="question">What is it for?</div>'
    assert (
        front(card(SelfRated("What is Bone: why?", "x")), "seed")
        == '<div class="question">What is Bone: why?</div>'
    )


def test_what_a_question_is_about_stands_below_it() -> None:
    html = front(card(SelfRated("Bone: why this step? Turn <over>", "x")), "seed")
    assert html == (
        '<div class="title">Bone</div><div class="question">Why this step?</div>'
        '<div class="about">Turn &lt;over&gt;</div>'
    )


def test_how_many_to_name_is_said_once() -> None:
    assert "2 to name" in front(card(Listing("Name the bones.", ("ilium", "pubis"))), "seed")
    assert "to name" not in front(card(Listing("Name the 2 bones.", ("ilium", "pubis"))), "seed")


def test_a_choice_shows_four_options_and_marks_them_on_the_back_with_reasons() -> None:
    wrong = tuple(Wrong(text, f"not {text}") for text in ("ilium", "pubis", "sacrum", "femur"))
    question = card(Choice("Which?", "ischium", wrong))
    assert Reader(front(question, "seed")).tags.count("li") == 4
    html = back(question, "seed", "")
    assert '<li class="right">ischium</li>' in html
    assert '<li class="wrong">pubis<span class="reason">not pubis</span></li>' in html
    assert "femur" not in html


def test_steps_that_may_stand_in_any_order_say_so() -> None:
    html = back(card(Ordering("Order?", ("a", "b", "c"), (0, 1, 1))), "seed", "")
    assert html == (
        '<ol class="answer"><li>a</li><li>b <i>(in any order)</i></li><li>c <i>(in any order)</i></li></ol>'
    )


def test_the_back_tells_what_else_is_right_and_why_and_the_source_but_once() -> None:
    html = back(
        card(Typed("Which?", "psoas", ("Psoas.", "iliopsoas")), "It bends.", "Source: Gray"), "seed", "Gray"
    )
    assert html == (
        '<div class="answer">psoas</div><div class="also">Also right: iliopsoas</div>'
        '<div class="why">It bends.</div>'
    )
