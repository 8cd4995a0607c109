"""The four ratings as they are offered, and the learner's choice among them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from flashcards.commands.terminal import GLUE
from flashcards.commands.words import wait
from flashcards.scheduler import Rating, Schedule


def offer(outcomes: Mapping[Rating, Schedule], now: datetime) -> str:
    """Return the ratings with their next intervals, each glued together, so that it stays on one line."""
    offers = (f"{int(rating)} {named(rating)} {wait(after, now)}" for rating, after in outcomes.items())
    return f"{GLUE} ".join(offer.replace(" ", GLUE) for offer in offers)


def hint(proposed: Rating, doubtful: bool) -> str:
    """Return what Enter takes, and the way to say "I was right" where there is a doubt.

    >>> hint(Rating.HARD, doubtful=True)
    'Enter: Hard. r: I was right. ?: help.'
    """
    return f"Enter: {named(proposed)}. {'r: I was right. ' if doubtful else ''}?: help."


def named(rating: Rating) -> str:
    """Return a rating's name.

    >>> named(Rating.AGAIN)
    'Again'
    """
    return rating.name.capitalize()


def chosen(reply: str) -> Rating | None:
    """Return the rating meant by a digit, a first letter or a name; None for anything else.

    >>> chosen("3"), chosen("A"), chosen("easy"), chosen("9")
    (<Rating.GOOD: 3>, <Rating.AGAIN: 1>, <Rating.EASY: 4>, None)
    """
    for rating in Rating:
        if reply and (reply == str(int(rating)) or named(rating).lower().startswith(reply.lower())):
            return rating
    return None
