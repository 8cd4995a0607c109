"""Lint: what is told of a muscle or a technique and cannot be so, one rule a function.

A rule takes a note and all the notes its deck can see, and yields problems; the kinds check the lists here.
An error is what no book says; where books may differ, or the vocabulary may not know enough, it is a warning.
"""

from flashcards.anatomy.lint.accepts import contrary_accept
from flashcards.anatomy.lint.actions import both_ways, half_disputed, unknown_action
from flashcards.anatomy.lint.bones import wrong_bone
from flashcards.anatomy.lint.crossing import does_not_cross
from flashcards.anatomy.lint.ends import part_repeats_whole, same_place
from flashcards.anatomy.lint.landmarks import unknown_landmark
from flashcards.anatomy.lint.levels import level_range
from flashcards.anatomy.lint.nerves import impossible_roots, unknown_nerve
from flashcards.anatomy.lint.positions import contradicting_relation
from flashcards.anatomy.lint.techniques import step_order, unnamed_danger
from flashcards.kind import Check

MUSCLE_RULES: tuple[Check, ...] = (
    unknown_landmark,
    wrong_bone,
    level_range,
    both_ways,
    half_disputed,
    unknown_action,
    does_not_cross,
    same_place,
    part_repeats_whole,
    unknown_nerve,
    impossible_roots,
    contradicting_relation,
    contrary_accept,
)
TECHNIQUE_RULES: tuple[Check, ...] = (unnamed_danger, step_order, contrary_accept)
