"""The scheduler: from where a card stands and a rating to where it stands next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from .days import at_own_offset, check_moment, elapsed_days, start_of_day
from .errors import ReviewError, SettingsError, refuse
from .fsrs6 import FSRS6
from .fuzz import exact_range, fuzz_range, pick_day
from .memory import Memory, MemoryModel, retention_problems
from .rating import Rating, as_rating
from .schedule import Learning, New, Relearning, Reviewing, Schedule
from .steps import Graduate, Steps, Wait, next_step

HIGHEST_INTERVAL = 36500


@dataclass(frozen=True, slots=True)
class Scheduler:
    """A memory model and how one learner wants to be asked; raises SettingsError, naming every problem.

    The maximum interval is in days. Without fuzz, u changes nothing.
    """

    model: MemoryModel = FSRS6()  # noqa: RUF009 (frozen, so it can be shared)
    desired_retention: float = 0.9
    learning_steps: Steps = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: Steps = (timedelta(minutes=10),)
    maximum_interval: int = HIGHEST_INTERVAL
    rollover_hour: int = 4
    fuzz: bool = True

    def __post_init__(self) -> None:
        refuse(SettingsError, _setting_problems(self))

    def preview(self, schedule: Schedule, now: datetime, u: float) -> dict[Rating, Schedule]:
        """Return where each of the four ratings, given *now*, would leave the card.

        One u in [0, 1) spreads them all; where two passing ratings give days, the better one gives no fewer.
        Raises ReviewError for a time without zone or before the last review, and for any other u.
        """
        refuse(ReviewError, _review_problems(schedule, now, u))
        now = at_own_offset(now)
        minimum = 1
        outcomes: dict[Rating, Schedule] = {}
        for rating in Rating:
            outcome = outcomes[rating] = self._answered(schedule, rating, now, minimum, u)
            if isinstance(outcome, Reviewing) and rating is not Rating.AGAIN:
                minimum = outcome.interval
        return outcomes

    def review(self, schedule: Schedule, rating: Rating, now: datetime, u: float) -> Schedule:
        """Return where this rating leaves the card, as previewed; raises ReviewError as preview does."""
        rating = as_rating(rating)
        return self.preview(schedule, now, u)[rating]

    def retrievability(self, schedule: Schedule, now: datetime) -> float:
        """Return the chance of recall *now*: 0 for a new card, and 1 at any time before the last review."""
        check_moment(now)
        if isinstance(schedule, New):
            return 0.0
        days = elapsed_days(schedule.last_review, now, self.rollover_hour)
        return self.model.retrievability(schedule.memory, days)

    def _answered(
        self, schedule: Schedule, rating: Rating, now: datetime, minimum: int, u: float
    ) -> Schedule:
        memory = self._memory(schedule, rating, now)
        match self._step(schedule, rating):
            case Wait(step, delay):
                return _waiting(schedule, memory, step, now, now + delay)
            case Graduate():
                days = self._interval(schedule, rating, memory, minimum, u)
                due = start_of_day(now, days, self.rollover_hour)
                return Reviewing(memory, days, _lapses(schedule, rating), now, due)

    def _memory(self, schedule: Schedule, rating: Rating, now: datetime) -> Memory:
        if isinstance(schedule, New):
            return self.model.first(rating)
        days = elapsed_days(schedule.last_review, now, self.rollover_hour)
        return self.model.next(schedule.memory, rating, days)

    def _step(self, schedule: Schedule, rating: Rating) -> Wait | Graduate:
        match schedule:
            case New():
                return next_step(self.learning_steps, 0, rating)
            case Learning(step=step):
                return next_step(self.learning_steps, step, rating)
            case Relearning(step=step):
                return next_step(self.relearning_steps, step, rating)
            case Reviewing():
                return next_step(self.relearning_steps, 0, rating) if rating is Rating.AGAIN else Graduate()

    def _interval(self, schedule: Schedule, rating: Rating, memory: Memory, minimum: int, u: float) -> int:
        spread = fuzz_range if self.fuzz else exact_range
        ideal = self.model.interval(memory, self.desired_retention)
        low, high = spread(ideal, minimum, self.maximum_interval)
        # A pass does not go back below the last interval where that is within reach of chance.
        if isinstance(schedule, Reviewing) and rating is not Rating.AGAIN and schedule.interval <= high:
            low = max(low, schedule.interval)
        return pick_day(low, high, u)


def _waiting(schedule: Schedule, memory: Memory, step: int, now: datetime, due: datetime) -> Schedule:
    """Where a card stands within the steps it is in, or has just fallen into."""
    if isinstance(schedule, New | Learning):
        return Learning(memory, step, now, due)
    return Relearning(memory, step, _lapses(schedule, Rating.AGAIN), now, due)


def _lapses(schedule: Schedule, rating: Rating) -> int:
    """How often a card was forgotten once this rating counts; only in review can a card lapse."""
    match schedule:
        case New() | Learning():
            return 0
        case Relearning(lapses=lapses):
            return lapses
        case Reviewing(lapses=lapses):
            return lapses + (rating is Rating.AGAIN)


def _setting_problems(scheduler: Scheduler) -> Iterator[str]:
    yield from retention_problems(scheduler.desired_retention)
    yield from _step_problems("learning", scheduler.learning_steps)
    yield from _step_problems("relearning", scheduler.relearning_steps)
    if not 1 <= scheduler.maximum_interval <= HIGHEST_INTERVAL:
        yield f"a maximum interval of {scheduler.maximum_interval!r} days: use 1 to {HIGHEST_INTERVAL}"
    if not 0 <= scheduler.rollover_hour <= 23:
        yield f"a roll-over hour of {scheduler.rollover_hour!r}: use 0 to 23"


def _step_problems(kind: str, steps: Steps) -> Iterator[str]:
    for step in steps:
        if not timedelta() < step <= timedelta(days=HIGHEST_INTERVAL):
            yield f"a {kind} step of {step}: use more than nothing and at most {HIGHEST_INTERVAL} days"


def _review_problems(schedule: Schedule, now: datetime, u: float) -> Iterator[str]:
    check_moment(now)
    if not isinstance(schedule, New) and at_own_offset(now) < schedule.last_review:
        yield (
            f"a review at {now.isoformat()} comes before the last one, "
            f"at {schedule.last_review.isoformat()}: check the clock"
        )
    if not 0 <= u < 1:
        yield f"a chance u of {u!r}: use a number from 0 up to, but not, 1"
