"""What looks wrong and is true: every rule lets it pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashcards.anatomy import examine
from flashcards.place import Problem

TRAPS = {
    "neck flexion with head extension": "origin: clavicle, actions: [neck flexion, head extension]",
    "flexion at the knuckle with extension beyond": (
        "origin: tendons of flexor digitorum profundus, "
        "insertion: dorsal digital expansion of fingers, "
        "actions: [finger MCP flexion, finger PIP extension, finger DIP extension]"
    ),
    "parts that oppose each other": (
        "insertion: deltoid tuberosity of the humerus, parts: {"
        "anterior: {origin: lateral third of the clavicle, actions: [shoulder flexion]}, "
        "posterior: {origin: spine of the scapula, actions: [shoulder extension]}}"
    ),
    "a movement whose opposite is doubted": (
        "actions: [lumbar extension, {movement: lumbar flexion, disputed: Gray says so}]"
    ),
    "side bending has no opposite": "actions: [{movement: neck lateral flexion, side: same}]",
    "from atlas to axis": (
        "origin: spinous process of the axis, insertion: transverse process of the atlas, "
        "actions: [head ipsilateral rotation]"
    ),
    "an end in fascia": (
        "origin: fascia over pectoralis major and deltoid, insertion: skin of chin, "
        "actions: [depression of the mandible]"
    ),
    "ranges across regions": (
        "origin: [spinous processes of C7-T3, transverse processes of T11 to L2, bodies of T12–L5], "
        "insertion: ribs 2-5, nerve: {text: ventral rami, roots: C5-T1}"
    ),
    "the eighth cervical root": "nerve: [{text: ulnar nerve, roots: C8-T1}, C8]",
    "styloid process of four bones": (
        "origin: [styloid process of the radius, styloid process of the ulna, "
        "styloid process of the fibula, styloid process of the temporal bone]"
    ),
    "coronoid process of two": "origin: [coronoid process of the ulna, coronoid process of the mandible]",
    "names that live on many bones": (
        "origin: [base of metacarpal 3, head of the fibula, outer surface of the ilium, "
        "medial border of the ulna, lateral surface of the femur, upper third of the tibia]"
    ),
    "a name that goes without saying on one bone": "origin: symphysis of the mandible",
    "a branch that several bones have": "origin: superior ramus of the ischium",
    "two places of which one names its bone": (
        "insertion: mastoid process and superior nuchal line of the occipital bone"
    ),
    "Latin and abbreviations": "origin: [ASIS, spina iliaca anterior inferior, TP of L1-L4]",
    "soft tissue": "origin: [iliotibial tract, linea alba, central tendon of the diaphragm]",
    "roots that differ by one": "nerve: {text: femoral nerve, roots: L1-L5}",
    "nerves by their branches": "nerve: [tibial division of the sciatic nerve, deep branch of ulnar nerve]",
}


def problems(tmp_path: Path, fields: str, key: str = "trap") -> tuple[Problem, ...]:
    deck = tmp_path / "traps.yaml"
    deck.write_text(f"deck: traps\nmuscles:\n  {key}: {{name: Trap, {fields}}}\n", encoding="utf-8")
    return examine(deck).problems


@pytest.mark.parametrize("fields", TRAPS.values(), ids=TRAPS.keys())
def test_what_only_looks_wrong_passes(tmp_path: Path, fields: str) -> None:
    assert [problem.message for problem in problems(tmp_path, fields)] == []


@pytest.mark.parametrize("key", ["interspinales", "external-intercostals", "intertransversarii", "rotatores"])
def test_muscles_between_like_places_may_end_as_they_start(tmp_path: Path, key: str) -> None:
    ends = "origin: spinous processes of C2-L5, insertion: spinous processes of C2-L5"
    fields = f"group: segmental, {ends}"
    assert problems(tmp_path, fields, key) == ()
    assert [problem.code for problem in problems(tmp_path, ends)] == ["same-place"]
