"""Decks that name one another: what is taken from the other, and what is said where nothing is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashcards.anatomy import examine, read_deck, shelf
from flashcards.deck import Deck
from flashcards.place import Problem
from flashcards.reading import Reading

HIP = """\
deck: hip
neighbors: [thigh]
muscles:
  iliacus: {name: Iliacus, insertion: lesser trochanter, actions: hip flexion}
"""
THIGH = """\
deck: thigh
neighbors: [hip]
muscles:
  biceps-femoris: {name: Biceps femoris, origin: ischial tuberosity, actions: knee flexion}
"""


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


class Room:
    """A folder of decks that may name one another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("hip", HIP)
        self.write("thigh", THIGH)

    def write(self, name: str, text: str, folder: str = "") -> Path:
        path = self.folder / folder / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def examine(self, name: str) -> Reading:
        return examine(self.folder / f"{name}.yaml")

    def problems(self, text: str) -> tuple[Problem, ...]:
        self.write("hip", text)
        return self.examine("hip").problems

    def codes(self, text: str) -> list[tuple[int, int, str]]:
        found = self.problems(text)
        return [(problem.place.line, problem.place.column, problem.code) for problem in found]


def options(deck: Deck, end: str) -> set[str]:
    card = next(card for card in deck.cards if card.id.endswith(end))
    return {wrong.text for wrong in getattr(card.question, "wrong", ())}


def test_decks_that_name_each_other_take_each_others_muscles(room: Room) -> None:
    hip, thigh = (read_deck(room.folder / f"{name}.yaml") for name in ("hip", "thigh"))
    assert "ischial tuberosity" in options(hip, "/choice")
    assert "lesser trochanter" in options(thigh, "/choice")


def test_a_deck_holds_its_own_notes_and_cards_alone(room: Room) -> None:
    hip = room.examine("hip").deck
    assert hip
    assert {note.deck for note in hip.notes} == {card.note.deck for card in hip.cards} == {"hip"}


def test_a_neighbor_may_be_a_single_note(room: Room) -> None:
    other = "  sartorius: {name: Sartorius, origin: anterior superior iliac spine}\n"
    room.write("thigh", THIGH + other)
    room.write("hip", HIP.replace("[thigh]", "thigh/sartorius"))
    hip = read_deck(room.folder / "hip.yaml")
    assert options(hip, "/choice") >= {"anterior superior iliac spine"}
    assert "ischial tuberosity" not in options(hip, "/choice")


def test_what_a_note_names_is_called_by_its_name(room: Room) -> None:
    named = "    relations: [{in front of: thigh/bf}]\n"
    room.write("thigh", THIGH.replace("biceps-femoris:", "bf:"))
    room.write("hip", "deck: hip\nmuscles:\n  iliacus:\n    name: Iliacus\n" + named)
    hip = read_deck(room.folder / "hip.yaml")
    prompts = {card.question.prompt for card in hip.cards}
    assert "Where does iliacus lie in relation to biceps femoris?" in prompts


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("neighbors: [thihg]\n", "unknown-deck", "did you mean 'thigh'?"),
        ("neighbors: [thigh/biceps-femori]\n", "unknown-note", "did you mean 'thigh/biceps-femoris'?"),
        ("neighbors: [hip]\n", "own-deck", ""),
        ("neighbors: [thigh/a/b]\n", "unknown-note", ""),
    ],
)
def test_a_neighbor_that_is_not_there_is_told_at_its_place(
    room: Room, text: str, code: str, hint: str
) -> None:
    (found,) = room.problems(HIP.replace("neighbors: [thigh]\n", text))
    assert (found.place.line, found.place.column, found.code) == (2, 13, code)
    assert found.hint == hint
    assert room.examine("hip").deck is None


def test_everything_named_in_vain_is_told_at_once(room: Room) -> None:
    text = (
        "deck: hip\n"
        "neighbors: [leg]\n"
        "muscles:\n"
        "  iliacus: {name: Iliacus, relations: [{in front of: leg/soleus}, {behind: thigh/nobody}]}\n"
        "opposites:\n"
        "  - pair: [iliacus, thigh/no-one]\n"
        "techniques:\n"
        "  press: {name: Press, targets: [hip/iliacus], cautions: femoral nerve, contraindications: d}\n"
    )
    assert room.codes(text) == [
        (2, 13, "unknown-deck"),
        (4, 54, "unknown-deck"),
        (4, 76, "unknown-note"),
        (6, 21, "unknown-note"),
        (8, 34, "own-deck"),
    ]


def test_what_is_named_as_a_muscle_is_one(room: Room) -> None:
    room.write("thigh", "deck: thigh\ncards:\n  plain: {front: x, back: y}\n")
    text = "deck: hip\nmuscles:\n  a: {name: A, relations: [{behind: thigh/plain}]}\n"
    assert room.codes(text) == [(3, 29, "unknown-muscle")]


def test_a_neighbor_with_errors_lends_nothing_and_is_told_once(room: Room) -> None:
    room.write("thigh", THIGH + "    orign: x\n")
    found = room.problems(HIP.replace("[thigh]", "[thigh, thigh/biceps-femoris]"))
    assert [(problem.code, problem.severity) for problem in found] == [("broken-neighbor", "warning")]
    assert str(room.folder / "thigh.yaml") in found[0].help
    hip = room.examine("hip").deck
    assert hip
    assert "ischial tuberosity" not in str(hip.cards)


def test_decks_are_found_near_then_beside_then_far(room: Room) -> None:
    for name in ("near", "far"):
        room.write("leg", f"deck: leg\nmuscles:\n  {name}: {{name: N, origin: x}}\n", folder=name)
    near, far = (room.folder / name / "leg.yaml" for name in ("near", "far"))
    hip = room.write("hip", HIP)
    assert shelf((near,), (far,)).find("leg", hip) == near
    assert shelf((), (far,)).find("leg", hip) == far
    beside = room.write("leg", "deck: leg\n")
    assert shelf((near,), (far,)).find("leg", hip) == near
    assert shelf((), (far,)).find("leg", hip) == beside


@pytest.mark.parametrize("head", ["\ufeffdeck: leg\n", "title: Leg\r\ndeck:   'leg'\r\n", 'deck: "leg"\n'])
def test_a_deck_is_known_by_its_id_whatever_its_file_is_called(room: Room, head: str) -> None:
    other = room.folder / "my own.yml"
    other.write_bytes((head + "cards:\n  a: {front: x, back: y}\n").encode())
    assert shelf().find("leg", room.folder / "hip.yaml") == other


def test_each_file_is_read_once(room: Room) -> None:
    decks = shelf()
    for name in ("hip", "thigh"):
        examine(room.folder / f"{name}.yaml", decks)
    hip = decks.draft(room.folder / "hip.yaml")
    room.write("hip", "deck: hip\n")
    assert decks.draft(room.folder / "hip.yaml") is hip
