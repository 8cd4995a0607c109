"""The simulator of fsrs-rs, told what ours is told."""

import fsrs_rs_python

from flashcards.scheduler import Habits, Plan

NO_LIMIT = 10**9


def peer_plan(plan: Plan, habits: Habits) -> fsrs_rs_python.SimulatorConfig:
    return fsrs_rs_python.SimulatorConfig(
        deck_size=plan.cards,
        learn_span=plan.days,
        max_cost_perday=min(plan.minutes_per_day * 60, NO_LIMIT),
        max_ivl=plan.maximum_interval,
        first_rating_prob=habits.first_ratings,
        review_rating_prob=habits.passing_ratings,
        learn_limit=plan.new_per_day,
        review_limit=int(min(plan.reviews_per_day, NO_LIMIT)),
        new_cards_ignore_review_limit=True,
        learning_step_transitions=habits.learning,
        relearning_step_transitions=habits.relearning,
        state_rating_costs=habits.seconds,
        learning_step_count=habits.learning_steps,
        relearning_step_count=habits.relearning_steps,
    )
