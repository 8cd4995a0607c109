"""Asking one question: showing it, reading the reply in its form, and marking it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flashcards.commands.dialogue import Dialogue
from flashcards.commands.feedback import numbers, sentence
from flashcards.commands.steering import read
from flashcards.fact import fold
from flashcards.question import Listing, Question, Recital, SelfRated
from flashcards.quiz.mark import Mark, Verdict, right
from flashcards.quiz.present import Aliases, Sheet, Unclear

HELP = """\
Type your answer and press Enter. Enter alone: you do not know.
:u takes back the last answer, :q stops. Each answer is kept as soon as it is rated."""


COUNTED = "you counted it as right before"
NOT_KNOWN = ("i don t know", "i dont know", "don t know", "dont know", "idk", "no idea", "not sure", "")
"""What counts as Enter alone."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What was given, and its mark; None where the learner alone judges it."""

    given: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """One question on its sheet, asked in a dialogue; raises TakeBack or Stop where the learner says so.

    It is marked by the names of the deck's notes, `aliases`, by the deck's own words, `vocabulary`,
    and by what the learner had counted as right, `accepted`.
    """

    question: Question
    sheet: Sheet
    aliases: Aliases
    dialogue: Dialogue
    vocabulary: Mapping[str, Any] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()

    def show(self) -> None:
        """Print the question, its options and how to answer."""
        self.dialogue.say(self.sheet.prompt)
        for letter, option in self.sheet.lettered.items():
            self.dialogue.say(option, f"  {letter}  ")
        if self.sheet.how:
            self.dialogue.say(self.sheet.how, style="faint")

    def reply(self) -> Reply:
        """Read the reply, in the form the question deserves."""
        match self.question:
            case SelfRated():
                return Reply(self._read())
            case Listing(items=items) if len(items) > 1:
                return self._listed()
            case Recital(steps=steps, groups=groups):
                return self._recited(tuple(zip(numbers(groups), steps, strict=True)))
            case _:
                return self._asked_back(*self._marked())

    def _read(self) -> str:
        given = read(self.dialogue, HELP)
        return "" if fold(given) in NOT_KNOWN else given

    def _mark(self, given: str) -> Mark:
        # Loaded here, while the learner thinks: the first question stands there the sooner.
        from flashcards.anatomy.terms.data import speaking
        from flashcards.quiz.accepted import is_accepted, with_accepted
        from flashcards.quiz.reply import mark_reply

        with speaking(self.vocabulary):
            if self.accepted and is_accepted(self.question, given, self.accepted):
                return right(COUNTED)
            return mark_reply(with_accepted(self.question, self.accepted), self.sheet, given, self.aliases)

    def contradiction(self, given: str) -> str:
        """Say what in an answer contradicts the right one; empty where nothing does."""
        from flashcards.anatomy.terms.data import speaking
        from flashcards.quiz.accepted import contradiction

        with speaking(self.vocabulary):
            return contradiction(self.question, given, self.aliases)

    def _marked(self) -> tuple[str, Mark]:
        """Read until a reply can be understood."""
        while True:
            given = self._read()
            try:
                return given, self._mark(given)
            except Unclear as unclear:
                self.dialogue.say(str(unclear))

    def _asked_back(self, given: str, mark: Mark) -> Reply:
        """Ask once more where an answer could mean two things; a word of it alone may answer that."""
        if mark.verdict is not Verdict.ASK:
            return Reply(given, mark)
        self.dialogue.say(f"{sentence(mark.reason)} Type your answer once more.")
        again, second = self._marked()
        whole = _mended(given, mark.extra, again)
        mended = self._mark(whole)
        return Reply(whole, mended) if again and mended.passes else Reply(again or given, second)

    def _listed(self) -> Reply:
        """Read lines until every item is named or a line is empty."""
        given, mark = "", self._mark("")
        while mark.missing and (line := self._read()):
            given = f"{given}; {line}" if given else line
            mark = self._mark(given)
        return Reply(given, mark)

    def _recited(self, steps: Sequence[tuple[int, str]]) -> Reply:
        """Show one step after the other, once it was said from memory, and ask whether it was known."""
        given = "".join(self._step(number, step) for number, step in steps)
        return Reply(given, self._mark(given))

    def _step(self, number: int, step: str) -> str:
        self._read()
        self.dialogue.say(step, f"{number}. ")
        self.dialogue.say("Enter: I had it. n: I had not.", style="faint")
        return "n" if self._read().lower().startswith("n") else "y"


def _mended(given: str, doubted: Sequence[str], again: str) -> str:
    """Return an answer with its doubted words replaced; where none was doubted, with its part put before it.

    >>> _mended("coronid process", ["coronid"], "coracoid"), _mended("gluteus medius", [], "posterior part")
    ('coracoid process', 'posterior part of gluteus medius')
    """
    if not doubted:
        return f"{again} of {given}"
    words = re.compile("|".join(map(re.escape, doubted)), re.IGNORECASE)
    return words.sub(lambda _: again, given)
