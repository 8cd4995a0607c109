"""Importing again: what changed arrives, and nobody's schedule and nobody's edits are lost."""

import time

import pytest

from tests.anki.bench import NOW, Anki, Bench, Log, Schedules

LATER = NOW + 100_000
ALL = 46
"""How many facts the deck on the bench has."""


@pytest.fixture
def schedules(anki: Anki, bench: Bench) -> Schedules:
    """What stands in Anki after the first import and some study."""
    bench.export()
    anki.take(bench.package)
    anki.study("Around the hip", 25)
    found = anki.schedules()
    assert sum(row[0] != 0 for row in found.values()) >= 10
    return found


def kept(before: Schedules, after: Schedules) -> bool:
    return all(after.get(card) == row for card, row in before.items())


def test_the_same_package_changes_nothing(anki: Anki, bench: Bench, schedules: Schedules) -> None:
    assert anki.take(bench.package) == Log(duplicate=ALL)
    bench.export(LATER)
    assert anki.take(bench.package) == Log(duplicate=ALL)
    assert anki.schedules() == schedules


def test_one_edited_text_updates_its_one_note(anki: Anki, bench: Bench, schedules: Schedules) -> None:
    bench.edit("question: How many hip bones?", "question: How many hip bones are there?")
    changes = bench.export(LATER).changes
    assert (len(changes.changed), len(changes.linked)) == (1, 1)
    assert anki.take(bench.package) == Log(updated=1, duplicate=ALL - 1)
    assert anki.schedules() == schedules
    note = anki.note(bench.guids()[changes.linked[0][1]])
    assert "How many hip bones are there?" in note["Recall Front"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lesser trochanter of the femur", "lesser trochanter of the thigh bone"),
        ("do: Follow its edge downwards", "do: Follow the edge slowly downwards"),
        ("why: it keeps the pelvis level", "why: it keeps the pelvis from tipping"),
        ("name: Psoas major", "name: Musculus psoas major"),
        ("The {{femoral nerve}} leaves", "The big {{femoral nerve}} leaves"),
    ],
)
def test_an_edit_updates_the_notes_that_show_it(
    old: str, new: str, anki: Anki, bench: Bench, schedules: Schedules
) -> None:
    bench.edit(old, new)
    changes = bench.export(LATER).changes
    assert not changes.new
    assert not changes.gone
    changed = len(changes.changed)
    assert anki.take(bench.package) == Log(updated=changed, duplicate=ALL - changed)
    assert anki.schedules() == schedules


def test_a_step_inserted_in_the_middle_moves_nobodys_schedule(
    anki: Anki, bench: Bench, schedules: Schedules
) -> None:
    step = "      - {phase: work, do: Sink in"
    bench.edit(step, f"      - {{phase: work, do: Ask whether the pressure is right}}\n{step}")
    changes = bench.export(LATER).changes
    assert len(changes.new) == 1
    log = anki.take(bench.package)
    assert (log.new, log.conflicting, log.new + log.updated + log.duplicate) == (1, 0, ALL + 1)
    assert kept(schedules, anki.schedules())
    assert len(anki.schedules()) == len(schedules) + 1


def test_facts_in_another_order_keep_their_schedules(anki: Anki, bench: Bench, schedules: Schedules) -> None:
    bench.edit(
        "[bodies of L1-L5, transverse processes of L1-L5]", "[transverse processes of L1-L5, bodies of L1-L5]"
    )
    assert not bench.export(LATER).changes.new
    assert anki.take(bench.package).new == 0
    assert anki.schedules() == schedules


def test_a_renamed_note_keeps_its_schedules(anki: Anki, bench: Bench, schedules: Schedules) -> None:
    bench.edit("  sinking-in:\n", "  sinking-in-sideways:\n    was: sinking-in\n")
    changes = bench.export(LATER).changes
    assert not changes.new
    assert len(changes.linked) == len(changes.changed) > 10
    assert anki.take(bench.package).new == 0
    assert anki.schedules() == schedules


def test_what_went_comes_back_with_its_schedule(anki: Anki, bench: Bench, schedules: Schedules) -> None:
    whole = bench.source.read_text(encoding="utf-8")
    bench.edit("    insertion: lesser trochanter of the femur\n", "")
    assert len(bench.export(LATER).changes.gone) > 0
    anki.take(bench.package)
    assert kept(schedules, anki.schedules())
    bench.source.write_text(whole, encoding="utf-8")
    changes = bench.export(LATER + 1).changes
    assert not changes.gone
    assert anki.take(bench.package).new == 0
    assert anki.schedules() == schedules


def test_an_edit_of_the_learners_own_stays_where_the_deck_did_not_change(
    anki: Anki, bench: Bench, schedules: Schedules
) -> None:
    guids = bench.guids()
    mine = anki.note(next(guid for path, guid in guids.items() if path.startswith("hip/bone/")))
    mine["My Notes"] = "sit bones"
    mine.tags.append("exam")
    anki.collection.update_note(mine)
    bench.edit("How many hip bones?", "How many hip bones are there?")
    bench.export(LATER)
    anki.take(bench.package)
    mine.load()
    assert (mine["My Notes"], "exam" in mine.tags) == ("sit bones", True)


def test_a_learners_own_styling_stays(anki: Anki, bench: Bench, schedules: Schedules) -> None:
    models = anki.collection.models
    card = models.by_name("Flashcards: Card")
    card["css"] += ".card { background: pink; }"
    models.update_dict(card)
    bench.edit("How many hip bones?", "How many hip bones are there?")
    bench.export(int(time.time()) + 60)
    assert anki.take(bench.package).updated == 1
    assert models.by_name("Flashcards: Card")["css"].endswith("pink; }")


def test_a_new_card_of_a_known_fact_arrives_beside_the_others(
    anki: Anki, bench: Bench, schedules: Schedules
) -> None:
    bench.edit("do: Let go as", "why: it was long, do: Let go as")
    assert len(bench.export(LATER).changes.changed) == 1
    assert anki.take(bench.package) == Log(updated=1, duplicate=ALL - 1)
    assert kept(schedules, anki.schedules())
    assert len(anki.schedules()) == len(schedules) + 1


def test_two_edits_within_one_second_both_arrive(anki: Anki, bench: Bench, schedules: Schedules) -> None:
    for old, new in (("it lies in front", "it lies before"), ("it lies before", "it lies ahead")):
        bench.edit(old, new)
        bench.export(LATER)
        assert anki.take(bench.package) == Log(updated=1, duplicate=ALL - 1)
    assert anki.schedules() == schedules


def test_two_decks_exported_in_one_second_do_not_meet(anki: Anki, bench: Bench) -> None:
    bench.export()
    anki.take(bench.package)
    bench.edit("deck: hip", "deck: other-hip")
    bench.edit("title: Around the hip", "title: Around the other hip")
    bench.export()
    assert anki.take(bench.package) == Log(new=ALL)
    assert anki.collection.fix_integrity()[1]
