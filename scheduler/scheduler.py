"""The scheduler: from where a card stands and a rating to where it stands next."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from .days import A_DAY, at_own_offset, check_moment, elapsed_days, exact_days
from .errors import ReviewError, SettingsError, refuse
from .fsrs6 import FSRS6
from .fuzz import exact_range, fuzz_range, pick_day
from .memory import LOWEST_RETENTION, check_retention, retention_problems
from .rating import Rating, as_rating
from .schedule import Learning, New, Relearning, Reviewing
from .steps import Wait, plan_of
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .memory import Memory, MemoryModel
    from .schedule import Schedule
    from .steps import Graduate, Plan, Steps

HIGHEST_INTERVAL = 36500
AGAIN = Rating.AGAIN


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
        refuse(SettingsError, _setting_problems(self))
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
        now, today, days = self._meet(schedule, now, u, retention)
        minimum, gap, outcomes = 1, self.model.strict, {}
        for rating in Rating:
            outcome = self._outcome(schedule, rating, now, today, days, minimum, u, retention)
            outcomes[rating] = outcome
            if outcome.__class__ is Reviewing and rating is not AGAIN:
                minimum = outcome.interval + gap
        return outcomes

    def review(
        self, schedule: Schedule, rating: Rating, now: datetime, u: float, retention: float | None = None
    ) -> Schedule:
        """Return where this rating leaves the card, as previewed; raises ReviewError as preview does."""
        rating = as_rating(rating)
        if not self.model.ordered:  # then the worse ratings must be known to hold this one in order
            return self.preview(schedule, now, u, retention)[rating]
        now, today, days = self._meet(schedule, now, u, retention)
        return self._outcome(schedule, rating, now, today, days, 1, u, retention)

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

    def _meet(
        self, schedule: Schedule, now: datetime, u: float, retention: float | None
    ) -> tuple[datetime, int, float]:
        """Return the moment at its own offset, its local day by number and the days since the last review."""
        if retention is not None and not LOWEST_RETENTION <= retention <= 1:
            check_retention(retention)
        now = at_own_offset(now)
        if not 0 <= u < 1 or (schedule.__class__ is not New and now < schedule.last_review):  # type: ignore[union-attr]
            refuse(ReviewError, _review_problems(schedule, now, u))
        today = (now - self._rollover).toordinal()
        if schedule.__class__ is New:
            return now, today, 0
        last: datetime = schedule.last_review  # type: ignore[union-attr]
        if self.model.exact_days:
            return now, today, (now - last) / A_DAY
        return now, today, max(0, today - (last - self._rollover).toordinal())

    def _outcome(
        self,
        schedule: Schedule,
        rating: Rating,
        now: datetime,
        today: int,
        days: float,
        minimum: int,
        u: float,
        retention: float | None,
    ) -> Schedule:
        memory, step = self._memory(schedule, rating, days), self._step(schedule, rating)
        if step.__class__ is Wait:
            return _waiting(schedule, memory, step, now)  # type: ignore[arg-type]
        day = pick_day(*self._range(schedule, rating, memory, retention), u)
        interval = min(max(day, minimum), self.maximum_interval)
        due = datetime.combine(date.fromordinal(today + interval), self._start, now.tzinfo)
        lapses = lapses_of(schedule) + (schedule.__class__ is Reviewing and rating is AGAIN)
        return Reviewing(self.model.settled(memory, interval), interval, lapses, now, due)

    def _memory(self, schedule: Schedule, rating: Rating, days: float) -> Memory:
        """Return the memory after a rating; a further pass of a learned card on one local day leaves it.

        So a day of clicks on Easy cannot carry a card years away, which FSRS-6 alone would let it do. A model
        of exact days sees for itself that hardly any time has passed.
        """
        if isinstance(schedule, New):
            return self.model.first(rating)
        if days or rating is AGAIN or schedule.__class__ is not Reviewing or self.model.exact_days:
            return self.model.next(schedule.memory, rating, days)
        return schedule.memory

    def _step(self, schedule: Schedule, rating: Rating) -> Wait | Graduate | None:
        case = schedule.__class__
        if case is Reviewing:
            return self._relearning[0][rating] if rating is AGAIN else None
        if case is New:
            return self._learning[0][rating]
        plan = self._learning if case is Learning else self._relearning
        return plan[min(schedule.step, len(plan) - 1)][rating]  # type: ignore[union-attr]

    def _range(
        self, schedule: Schedule, rating: Rating, memory: Memory, retention: float | None
    ) -> tuple[int, int]:
        spread = fuzz_range if self.fuzz else exact_range
        ideal = self.model.interval(memory, self.desired_retention if retention is None else retention)
        low, high = spread(ideal, 1, self.maximum_interval)
        # A pass does not go back below the last interval where that is within reach of chance.
        if schedule.__class__ is Reviewing and rating is not AGAIN and low < schedule.interval <= high:
            low = schedule.interval
        return low, high


def lapses_of(schedule: Schedule) -> int:
    """Return how often a card was forgotten once it was learned."""
    return schedule.lapses if isinstance(schedule, Reviewing | Relearning) else 0


def _waiting(schedule: Schedule, memory: Memory, wait: Wait, now: datetime) -> Schedule:
    """Where a card stands within the steps it is in, or has just fallen into."""
    if isinstance(schedule, New | Learning):
        return Learning(memory, wait.step, now, now + wait.delay)
    lapses = schedule.lapses + (schedule.__class__ is Reviewing)
    return Relearning(memory, wait.step, lapses, now, now + wait.delay)


def _setting_problems(scheduler: Scheduler) -> Iterator[str]:
    yield from retention_problems(scheduler.desired_retention)
    yield from _step_problems("learning", scheduler.learning_steps)
    yield from _step_problems("relearning", scheduler.relearning_steps)
    if not 1 <= scheduler.maximum_interval <= HIGHEST_INTERVAL:
        yield f"a maximum interval of {scheduler.maximum_interval!r} days: use 1 to {HIGHEST_INTERVAL}"
    if not 0 <= scheduler.rollover_hour <= 23:
        yield f"a roll-over hour of {scheduler.rollover_hour!r}: use 0 to 23"
    if scheduler.leech_threshold < 0:
        yield f"a leech threshold of {scheduler.leech_threshold!r} lapses: use 1 or more, or 0 for none"


def _step_problems(kind: str, steps: Steps) -> Iterator[str]:
    for step in steps:
        if not timedelta() < step <= timedelta(days=HIGHEST_INTERVAL):
            yield f"a {kind} step of {step}: use more than nothing and at most {HIGHEST_INTERVAL} days"


def _review_problems(schedule: Schedule, now: datetime, u: float) -> Iterator[str]:
    if not isinstance(schedule, New) and now < schedule.last_review:
        yield (
            f"a review at {now.isoformat()} comes before the last one, "
            f"at {schedule.last_review.isoformat()}: check the clock"
        )
    if not 0 <= u < 1:
        yield f"a chance u of {u!r}: use a number from 0 up to, but not, 1"
