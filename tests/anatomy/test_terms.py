"""The terms that ship hold together, and hold what the reference vocabulary and the reference table hold."""

from __future__ import annotations

import json
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from flashcards.anatomy.lint.levels import size
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import FOLDER, load, shipped
from flashcards.anatomy.terms.lexicon import TITLE, bare, entries, meant, names
from flashcards.anatomy.terms.wording import tokens
from flashcards.commands.terms import roots
from flashcards.quiz.levels import SIZES, SPINE
from flashcards.yamltree import parse

REFERENCE = Path(__file__).parents[3] / "shared" / "anatomy"
needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason=f"the reference vocabulary and table are not there: {REFERENCE}"
)


@cache
def reference(name: str) -> Any:
    return json.loads((REFERENCE / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_file_of_terms_is_sound_and_says_what_it_holds(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert parse(text, path.name).problems == ()
    assert text.startswith("# ")


def test_every_file_is_loaded() -> None:
    assert shipped().data.keys() == {path.stem for path in FOLDER.glob("*.yaml")}


def test_every_wording_means_what_it_stands_for() -> None:
    told = [entry for entry in entries() if entry.kind != "landmark"]
    pairs = [(entry.term, TITLE.sub("", said)) for entry in told for said in entry.also]
    assert [(term, said) for term, said in pairs if meant(said) != meant(term)] == []


def test_no_word_of_a_contrast_means_another() -> None:
    pairs = [pair for group in vocabulary.contrasts() for pair in combinations(group, 2)]
    assert [pair for pair in pairs if meant(pair[0]) == meant(pair[1])] == []


def test_groups_and_endangered_muscles_are_known() -> None:
    held = {muscle for entry in load("muscles").values() for muscle in entry.get("holds", ())}
    assert held <= load("muscles").keys()
    near = {muscle for site in load("endangerment").values() for muscle in site["near"]}
    assert [muscle for muscle in near if "-".join(bare(muscle)) not in names()] == []


def test_the_roots_of_every_nerve_are_real() -> None:
    for name, nerve in load("nerves").items():
        told = nerve.get("roots", "")
        assert not told or told.startswith("CN ") or roots(told), name
        assert nerve.get("branch_of", name) in load("nerves"), name


def test_levels_are_counted_alike_where_answers_are_marked() -> None:
    for row in ("T", "L", "S", "Co"):
        assert SIZES[row] == size(row, roots=False)
    for row in ("rib", "metacarpal", "metatarsal", "finger", "toe"):
        assert SIZES[f"{row} "] == size(row, roots=False)
    assert SIZES["C"] == size("C", roots=True) == size("C", roots=False) + 1


def test_movements_with_other_names_are_movements() -> None:
    for parts in load("movements")["compound"].values():
        assert any(vocabulary.movement_words() & set(meant(part)) for part in parts)
    for told in load("movements")["reversed"]:
        assert vocabulary.joint_in(frozenset(meant(told["movement"]))), told


@needs_reference
def test_every_joint_landmark_and_number_of_the_reference_is_there() -> None:
    wanted = reference("vocabulary")
    for key, joint in wanted["joints"].items():
        moves = [(meant(move["name"]), meant(move.get("opposite", ""))) for move in joint["movements"]]
        known = [
            (meant(name), meant(against)) for name, against in vocabulary.joints()[key].movements.items()
        ]
        assert all(move in known for move in moves), key
        assert joint.get("within", "") == vocabulary.joints()[key].within
    bones = {key: place["bone"] for key, place in wanted["landmarks"].items()}
    assert bones.items() <= {key: place.bone for key, place in vocabulary.landmarks().items()}.items()
    valid = wanted["valid_numbers"]
    numbers = {name: entry["numbers"] for name, entry in load("levels").items()}
    assert numbers == {name: told if "-" in str(told) else f"1-{told}" for name, told in valid.items()}


@needs_reference
def test_every_synonym_of_the_reference_is_read() -> None:
    wanted = reference("vocabulary")
    for said, name in wanted["movement_synonyms"].items():
        assert meant(said) == meant(name), said
    for said, told in wanted["joint_movement_synonyms"].items():
        joint, _, name = told.partition(": ")
        found = vocabulary.movement(said)
        assert found is not None, said
        assert (found.joint, found.name) == (joint, name)


@needs_reference
def test_every_list_of_the_reference_is_there() -> None:
    wanted = reference("vocabulary")
    groups = [set(group) for group in vocabulary.contrasts()]
    assert [group for group in wanted["contrast_groups"] if set(group) not in groups] == []
    for name in ("directions", "contractions", "positions"):
        assert set(wanted[name]) == load(name).keys()
    roles = " ".join(f"{name} {told}" for name, told in load("roles").items())
    assert all(any(word in roles for word in role.split(" / ")) for role in wanted["roles"])
    sites = {site["name"]: site for site in load("endangerment").values()}
    for site in wanted["endangerment_sites"]:
        assert ", ".join(sites[site["site"]]["holds"]) == site["holds"]
        assert sites[site["site"]]["near"] == site["near"]
    assert wanted["compound_movements"].keys() == load("movements")["compound"].keys()
    assert len(wanted["reversed_equivalents"]) == len(load("movements")["reversed"])


@needs_reference
def test_the_reference_table_speaks_of_nothing_that_is_unknown() -> None:
    for row in reference("muscles")["muscles"]:
        assert row["name"] in load("muscles"), row["key"]
        for end in (*row["origins"], *row["insertions"]):
            assert end["at"] in vocabulary.landmarks(), (row["key"], end["at"])
        for action in row["actions"]:
            known = map(meant, vocabulary.joints()[action["joint"]].movements)
            assert meant(action["movement"]) in known, (row["key"], action)
        for nerve in row["nerve"]:
            assert is_nerve(nerve["name"]), (row["key"], nerve["name"])


def is_nerve(text: str) -> bool:
    """Tell whether a text names a nerve that is known, or roots alone."""
    known = {word for name in load("nerves") for word in [*meant(name), *bare(name)]}
    rest = " ".join(word for word in tokens(text) if word.isalpha() and word not in LINKS)
    return set(meant(rest)) <= known or not roots(text).isdisjoint(SPINE)


LINKS = frozenset(("and", "via"))


def test_the_test_of_nerves_can_fail() -> None:
    assert is_nerve("C1 via hypoglossal nerve")
    assert not is_nerve("lunar nerve")
