"""The outlook: what a session brought, and when the next cards wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from flashcards.anatomy.subject import joined
from flashcards.commands.words import counted, moment
from flashcards.quiz.mark import Verdict
from flashcards.study.session import Kept, Session

NAMES = {
    Verdict.RIGHT.value: "right",
    Verdict.SLIP.value: "right with a slip",
    Verdict.PARTLY.value: "partly right",
    Verdict.WRONG.value: "wrong",
    "": "rated by yourself",
}
"""What the verdicts are called in a summary; a question asked back that stays unclear is wrong."""


def summary(kept: Sequence[Kept]) -> str:
    """Return what the answers of a session were."""
    found = Counter(NAMES.get(one.answer.verdict, "wrong") for one in kept)
    counts = joined([f"{found[name]} {name}" for name in NAMES.values() if found[name]])
    return f"{counted(len(kept), 'answer')}: {counts}."


def outlook(session: Session, now: datetime) -> str:
    """Return what still waits, else when the next cards do."""
    queue = session.queue(now)
    if queue:
        return f"{counted(len(queue), 'card')} left for now."
    rollover = session.store.state(now).settings.rollover_hour
    for next_ in session.coming(now):
        return f"Nothing waits now. Next: {counted(next_.cards, 'card')} {moment(next_.at, now, rollover)}."
    return "Nothing waits now, and nothing is scheduled."
