"""Steering: what a learner can say at any prompt besides an answer: take back, stop, help."""

from __future__ import annotations

from flashcards.commands.dialogue import Dialogue


class TakeBack(Exception):
    """The learner wants to take back the last answer."""


class Stop(Exception):
    """The learner wants to stop, or the input has ended."""


UNDO = (":u", ":undo")
QUIT = (":q", ":quit")
HELP = (":?", ":help")


def read(dialogue: Dialogue, help: str, *, bare: bool = False) -> str:
    """Read a line that steers nowhere; raises TakeBack or Stop, and says the help where it is wanted.

    With `bare`, the words work without their colon as well.
    """
    while True:
        try:
            given = dialogue.ask().strip()
        except EOFError as end:
            raise Stop from end
        word = f":{given.lower().removeprefix(':')}" if bare else given.lower()
        if word in UNDO:
            raise TakeBack
        if word in QUIT:
            raise Stop
        if word not in HELP:
            return given
        dialogue.say(help)
