"""The scheduler: from where a card stands and a rating to where it stands next."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone

from .checks import HIGHEST_INTERVAL, review_problems, setting_problems
from .days import (
    A_DAY,
    EARLIEST_YEAR,
    LATEST_YEAR,
    at_own_offset,
    check_moment,
    elapsed_days,
    exact_days,
    start_of_day,
)
from .errors import ReviewError, SettingsError, refuse
from .fsrs6 import FSRS6
from .fuzz import fuzz_width
from .memory import check_retention
from .rating import RATINGS, Rating, as_rating
from .schedule import Learning, New, Relearning, Reviewing, learned
from .steps import Graduate, Wait, plan_of
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .memory import Memory, MemoryModel
    from .schedule import Schedule
    from .steps import Plan, Steps

Meeting = tuple[datetime, int, float, bool]
"""Now at its own offset, its local day by number, the days since the last review, whether it was today."""

AGAIN = Rating.AGAIN
GRADUATE: Wait | Graduate = Graduate()


class Scheduler(Value):
    """A memory model and how one learner wants to be asked; raises SettingsError, naming every problem.

    The maximum interval is in days. Without fuzz, u changes nothing. From `leech_threshold` lapses on a card
    is a leech; 0 calls none so.
    """

    __slots__ = (
        *("model", "desired_retention", "learning_steps", "relearning_steps"),
        *("maximum_interval", "rollover_hour", "fuzz", "leech_threshold"),
        *("_learning", "_relearning", "_rollover", "_start"),
    )
    model: MemoryModel
    desired_retention: float
    learning_steps: Steps
    relearning_steps: Steps
    maximum_interval: int
    rollover_hour: int
    fuzz: bool
    leech_threshold: int
    _learning: Plan
    _relearning: Plan
    _rollover: timedelta
    _start: time

    def __init__(
        self,
        model: MemoryModel = FSRS6(),  # noqa: B008 (it never changes, so it can be shared)
        desired_retention: float = 0.9,
        learning_steps: Steps = (timedelta(minutes=1), timedelta(minutes=10)),
        relearning_steps: Steps = (timedelta(minutes=10),),
        maximum_interval: int = HIGHEST_INTERVAL,
        rollover_hour: int = 4,
        fuzz: bool = True,
        leech_threshold: int = 8,
    ) -> None:
        self.fill(model=model, desired_retention=desired_retention, learning_steps=learning_steps)
        self.fill(relearning_steps=relearning_steps, maximum_interval=maximum_interval)
        self.fill(rollover_hour=rollover_hour, fuzz=fuzz, leech_threshold=leech_threshold)
        refuse(SettingsError, setting_problems(self))
        self.fill(_learning=plan_of(learning_steps), _relearning=plan_of(relearning_steps))
        self.fill(_rollover=timedelta(hours=rollover_hour), _start=time(rollover_hour))

    def preview(
        self, schedule: Schedule, now: datetime, u: float, retention: float | None = None
    ) -> dict[Rating, Schedule]:
        """Return where each of the four ratings, given *now*, would leave the card.

        One u in [0, 1) spreads them all; where two passing ratings give days, the better one gives no fewer.
        `retention` is this card's own, in place of the one desired of all. Raises ReviewError for a time
        without zone or before the last review and for any other u, SettingsError for another retention.
        """
        return self._up_to(Rating.EASY, schedule, now, u, retention)

    def review(
        self, schedule: Schedule, rating: Rating, now: datetime, u: float, retention: float | None = None
    ) -> Schedule:
        """Return where this rating leaves the card, as previewed; raises ReviewError as preview does."""
        if rating.__class__ is not Rating:
            rating = as_rating(rating)
        if not self.model.ordered:  # then the worse ratings must be known to hold this one in order
            return self._up_to(rating, schedule, now, u, retention)[rating]
        return self._outcome(schedule, rating, self._meet(schedule, now, u, retention), 1, u, retention)

    def _up_to(
        self, best: Rating, schedule: Schedule, now: datetime, u: float, retention: float | None
    ) -> dict[Rating, Schedule]:
        """Return where each rating from Again to this one would leave the card, none with fewer days."""
        meeting, outcomes, minimum = self._meet(schedule, now, u, retention), {}, 1
        last = 0
        if self.model.strict and isinstance(schedule, Reviewing) and not meeting[3]:
            last = schedule.interval
        for rating in RATINGS[:best]:
            outcome = outcomes[rating] = self._outcome(schedule, rating, meeting, minimum, u, retention)
            if isinstance(outcome, Reviewing):
                minimum = outcome.interval + (last > 0 and rating > AGAIN)
            if (
                rating is AGAIN and 0 < last <= meeting[2]
            ):  # on time or late, a pass gives more than last time
                minimum = last + 1
        return outcomes

    def day_range(
        self, schedule: Schedule, rating: Rating, now: datetime, retention: float | None = None
    ) -> tuple[int, int]:
        """Return the fewest and the most days this rating may give; (0, 0) where the card is in its steps.

        Raises what preview raises. With `chance_of`, a caller turns a day of it into the u that gives it.
        """
        first, last = (self.preview(schedule, now, u, retention)[as_rating(rating)] for u in (0.0, 1 - 1e-12))
        if isinstance(first, Reviewing) and isinstance(last, Reviewing):
            return first.interval, last.interval
        return 0, 0

    def retrievability(self, schedule: Schedule, now: datetime) -> float:
        """Return the chance of recall *now*: 0 for a new card, and 1 at any time before the last review."""
        check_moment(now)
        if isinstance(schedule, New):
            return 0.0
        if self.model.exact_days:
            return self.model.retrievability(schedule.memory, exact_days(schedule.last_review, now))
        days = elapsed_days(schedule.last_review, now, self.rollover_hour)
        return self.model.retrievability(schedule.memory, days)

    def is_leech(self, schedule: Schedule) -> bool:
        """Return whether a card was forgotten so often that it wants another wording, not another review."""
        return 0 < self.leech_threshold <= lapses_of(schedule)

    def _meet(self, schedule: Schedule, now: datetime, u: float, retention: float | None) -> Meeting:
        """Return what a review begins with; ReviewError or SettingsError for what cannot be."""
        if retention is not None:
            check_retention(retention)
        if now.tzinfo.__class__ is not timezone or not EARLIEST_YEAR <= now.year <= LATEST_YEAR:
            now = at_own_offset(now)
        today = (now - self._rollover).toordinal()
        if isinstance(schedule, New):
            refuse(ReviewError, review_problems(self.model, schedule, now, u))
            return now, today, 0, False
        last, model = schedule.last_review, self.model
        if (
            last.tzinfo is None
            or now < last
            or not 0 <= u < 1
            or schedule.memory.__class__ is not model.memory
        ):
            refuse(ReviewError, review_problems(model, schedule, now, u))
        days = today - (last - self._rollover).toordinal()
        elapsed = (now - last) / A_DAY if model.exact_days else days if days > 0 else 0
        return now, today, elapsed, days <= 0

    def _outcome(
        self,
        schedule: Schedule,
        rating: Rating,
        meeting: Meeting,
        minimum: int,
        u: float,
        retention: float | None,
    ) -> Schedule:
        """Return what one rating does; in one piece, for every review passes here.

        A further pass of a learned card on one local day leaves its memory as it is: else a day of Easy
        would carry it years away.
        """
        now, today, days, same_day = meeting
        model, step, last, lapses = self.model, GRADUATE, 0, 0
        if isinstance(schedule, New):
            memory, step = model.first(rating), self._learning[0][rating]
        elif isinstance(schedule, Reviewing):
            memory, lapses = schedule.memory, schedule.lapses
            if rating is AGAIN or not same_day:
                memory = model.next(memory, rating, days)
            if rating is AGAIN:
                step, lapses = self._relearning[0][rating], lapses + 1
            else:
                last = schedule.interval
        else:
            memory, plan = model.next(schedule.memory, rating, days), self._learning
            if isinstance(schedule, Relearning):
                plan, lapses = self._relearning, schedule.lapses
            # A step past the end, left by a longer list of steps, counts as the last.
            step = plan[schedule.step if schedule.step < len(plan) else -1][rating]
        if isinstance(step, Wait):
            return _waiting(schedule, memory, step, lapses, now)
        ideal = model.interval(memory, self.desired_retention if retention is None else retention)
        interval = self._pick(ideal, last, u)
        if interval < minimum:
            interval = min(minimum, self.maximum_interval)
        due = start_of_day(today + interval, self._start, now.tzinfo)
        return learned(model.settled(memory, interval), interval, lapses, now, due)

    def _pick(self, ideal: float, last: int, u: float) -> int:
        """Return the day at chance u near the ideal one, not below the last interval if that is in reach."""
        most = self.maximum_interval
        ideal = 1.0 if ideal < 1 else ideal if ideal < most else most
        width = fuzz_width(ideal) if self.fuzz else 0.0
        low, high = int(ideal - width + 0.5), int(ideal + width + 0.5)
        if high > most:
            high = most
        if low < last <= high:
            low = last
        return low + int(u * (1 + high - low))


def _waiting(
    schedule: Schedule, memory: Memory, wait: Wait, lapses: int, now: datetime
) -> Learning | Relearning:
    """Return a card that stays in its steps, or has just fallen into those of relearning."""
    if isinstance(schedule, (New, Learning)):
        return Learning(memory, wait.step, now, now + wait.delay)
    return Relearning(memory, wait.step, lapses, now, now + wait.delay)


def lapses_of(schedule: Schedule) -> int:
    """Return how often a card was forgotten once it was learned."""
    return schedule.lapses if isinstance(schedule, Reviewing | Relearning) else 0
