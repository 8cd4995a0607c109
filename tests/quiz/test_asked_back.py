"""An answer that is right of one part and wrong of another is asked back, never taken and never refused."""

from flashcards.question import Typed, Wrong
from flashcards.quiz.mark import Verdict
from flashcards.quiz.present import present
from flashcards.quiz.reply import mark_reply

ASKED = Typed(
    "Which muscle opposes it?",
    "gluteus maximus",
    ("gluteus medius (posterior part)",),
    near=(Wrong("gluteus medius", "its anterior part flexes"),),
    unclear=(Wrong("gluteus medius", "which part of it, anterior or posterior?"),),
)


def marked(given: str) -> tuple[Verdict, str]:
    mark = mark_reply(ASKED, present(ASKED, 0.0), given, {})
    return mark.verdict, mark.reason


def test_the_whole_of_which_one_part_is_right_is_asked_back() -> None:
    assert marked("Gluteus medius") == (Verdict.ASK, "which part of it, anterior or posterior?")


def test_the_right_part_and_another_answer_are_marked_as_ever() -> None:
    assert marked("posterior part of gluteus medius")[0] is Verdict.RIGHT
    assert marked("gluteus maximus")[0] is Verdict.RIGHT
    assert marked("iliacus")[0] is Verdict.WRONG
