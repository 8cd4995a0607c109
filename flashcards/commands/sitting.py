"""A sitting: a session carried through in a dialogue, from the first question to what comes next time."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from flashcards.card import Card
from flashcards.commands.asking import Asking, Reply
from flashcards.commands.claim import Claim
from flashcards.commands.clock import Clock
from flashcards.commands.dialogue import Dialogue
from flashcards.commands.feedback import Line, told, verdict_line
from flashcards.commands.outlook import outlook, summary
from flashcards.commands.rating import chosen, hint, named, offer
from flashcards.commands.steering import Stop, TakeBack, read
from flashcards.commands.words import counted, wait
from flashcards.errors import UnknownName
from flashcards.fact import fold
from flashcards.question import answer_lines
from flashcards.quiz.mark import Verdict
from flashcards.quiz.present import Aliases, Sheet, present
from flashcards.scheduler import Rating, lapses_of
from flashcards.study.event import Answer
from flashcards.study.leeches import ADVICE
from flashcards.study.session import Session, Turn

PROPOSED = {Verdict.RIGHT: Rating.GOOD, Verdict.SLIP: Rating.HARD}
"""What each verdict proposes; any other one proposes Again."""

NEARLY = 0.8
"""The credit from which a long list or order, or a whole technique, was known, if with trouble."""

RATING_HELP = """\
1 Again: not known. 2 Hard: known with trouble. 3 Good: known. 4 Easy: known at once.
Type a digit or a first letter; Enter takes what the line above says. r: you were right after all.
u takes back the answer before this one, q stops. Each answer is kept as soon as it is rated."""


class Sitting:
    """A session carried through in a dialogue.

    By each deck's id, `aliases` are the further names in it, and `vocabularies` the words of its own.
    """

    def __init__(
        self,
        session: Session,
        dialogue: Dialogue,
        clock: Clock,
        aliases: Mapping[str, Aliases],
        vocabularies: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        self.session, self.dialogue, self.clock, self.aliases = session, dialogue, clock, aliases
        self.vocabularies = vocabularies or {}

    def run(self) -> None:
        """Ask until nothing waits or the learner stops; the end of the input and Ctrl-C stop, too."""
        with suppress(Stop, KeyboardInterrupt):
            while turn := self.session.turn(self.clock()):
                try:
                    self._take(turn)
                except TakeBack:
                    self._take_back()
        self._say_goodbye()

    def _take(self, turn: Turn) -> None:
        sheet, since = present(turn.card.question, turn.u), self.clock()
        self.dialogue.say()
        self.dialogue.say(heading(turn), style="strong")
        deck = turn.card.note.deck
        own = self.vocabularies.get(deck, {})
        accepted = self.session.accepted(turn.card, since)
        asking = Asking(turn.card.question, sheet, self.aliases[deck], self.dialogue, own, accepted)
        asking.show()
        reply = asking.reply()
        took = (self.clock() - since) // timedelta(milliseconds=1)
        self._tell(turn.card, sheet, reply)
        claim = Claim(asking, reply.given)
        rating, now = self._rate(turn.card, reply, claim)
        verdict = reply.mark.verdict.value if reply.mark else ""
        answer = Answer(rating, reply.given, verdict, sheet.options, took, claim.made, claim.lasts)
        self._keep(turn.card, answer, now)

    def _tell(self, card: Card, sheet: Sheet, reply: Reply) -> None:
        if reply.mark:
            self._print(verdict_line(card.question, reply.given, reply.mark))
        for line in told(card, sheet, reply.mark):
            self._print(line)

    def _print(self, line: Line) -> None:
        self.dialogue.say(line.text, line.mark, line.style)

    def _rate(self, card: Card, reply: Reply, claim: Claim) -> tuple[Rating, datetime]:
        """Return the rating and when the offer was made; the claim learns of "I was right".

        The answer counts from then, so that it leads where the offer said, however long the choice took.
        """
        proposed, doubtful = proposal(reply), is_doubtful(reply)
        while True:
            now = self.clock()
            self.dialogue.say()
            self.dialogue.say(offer(self.session.outcomes(card, now), now))
            self.dialogue.say(hint(proposed, doubtful and not claim.made), style="faint")
            said = read(self.dialogue, RATING_HELP, bare=True)
            if said.lower() == "r" and doubtful:
                proposed = Rating.GOOD
                self.dialogue.say(claim.make())
            elif not said:
                return proposed, now
            elif rating := chosen(said):
                return rating, now
            else:
                self.dialogue.say("That is none of the four ratings.")

    def _keep(self, card: Card, answer: Answer, now: datetime) -> None:
        """Keep an answer; only then say so."""
        after = self.session.answer(card, answer, now)
        self.dialogue.say(f"{named(answer.rating)}: again in {wait(after, now)}.", style="faint")
        if self.session.kept[-1].leech:
            lapses = lapses_of(after)
            self.dialogue.say(f"A leech: forgotten {counted(lapses, 'time')} once learned. {ADVICE}")

    def _take_back(self) -> None:
        try:
            taken = self.session.undo(self.clock())
        except UnknownName as nothing:
            self.dialogue.say(f"Not taken back: {nothing.message}.")
        else:
            self.dialogue.say(f"Took back: {named(taken.answer.rating)} for this card.", style="faint")

    def _say_goodbye(self) -> None:
        now = self.clock()
        self.dialogue.say()
        if self.session.kept:
            self.dialogue.say(summary(self.session.kept))
        self.dialogue.say(outlook(self.session, now))


def heading(turn: Turn) -> str:
    """Return where in the session a card stands and which note it is about, unless that says the answer."""
    name = turn.card.note.name
    place = f"{turn.number} of {turn.total}"
    return place if gives_away(name, turn.card) else f"{place} · {name}"


def gives_away(name: str, card: Card) -> bool:
    """Return whether a note's name holds an answer of its card or is held by it."""
    answers = map(fold, answer_lines(card.question))
    return any(answer in fold(name) or fold(name) in answer for answer in answers)


def proposal(reply: Reply) -> Rating:
    """Return the rating that a reply deserves; Good where the learner alone judges it."""
    if reply.mark and reply.mark.credit >= NEARLY:
        return PROPOSED.get(reply.mark.verdict, Rating.HARD)
    return PROPOSED.get(reply.mark.verdict, Rating.AGAIN) if reply.mark else Rating.GOOD


def is_doubtful(reply: Reply) -> bool:
    """Return whether the learner may say "I was right": something was given and not found right."""
    return bool(reply.given and reply.mark and reply.mark.verdict is not Verdict.RIGHT)
