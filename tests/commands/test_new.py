"""`flashcards new`: decks that ask at once, and notes that are filled in where they belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashcards.anatomy import examine, read_deck
from flashcards.anatomy.kinds import KINDS
from flashcards.cli import main
from flashcards.yamltree import parse

NOUNS = [kind.noun for kind in KINDS if kind.fields and not kind.listed]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_deck_has_no_problem_and_asks_at_once() -> None:
    assert main(["new", "hip"]) == 0
    deck = read_deck(Path("hip.yaml"))
    assert deck.problems == ()
    assert len(deck.cards) > 5


@pytest.mark.parametrize("noun", NOUNS)
def test_every_kind_of_note_has_a_scaffold_that_is_yaml(
    noun: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", noun, "Gluteus", "medius"]) == 0
    printed = capsys.readouterr().out
    assert parse(printed, "printed").problems == ()
    assert "  gluteus-medius:\n" in printed


def test_a_muscle_goes_to_the_end_of_its_section_and_changes_nothing_else() -> None:
    main(["new", "hip"])
    before, old = Path("hip.yaml").read_text(encoding="utf-8"), read_deck(Path("hip.yaml"))
    assert main(["new", "muscle", "gluteus medius", "--into", "hip.yaml"]) == 0
    after = Path("hip.yaml").read_text(encoding="utf-8")
    new = read_deck(Path("hip.yaml"))
    written = [line for line in before.split("\n") if line]
    assert [line for line in after.split("\n") if line in written] == written
    assert new.note("gluteus-medius").words["latin"] == ("musculus gluteus medius",)
    assert [card.id for card in new.cards] == [card.id for card in old.cards]


def test_the_line_ends_of_windows_stay() -> None:
    path = Path("hip.yaml")
    path.write_bytes(b"deck: hip\r\nmuscles:\r\n  iliacus: {name: Iliacus}\r\n")
    assert main(["new", "muscle", "Soleus", "--into", "hip.yaml"]) == 0
    assert main(["fmt", "hip.yaml"]) == 0
    written = path.read_bytes()
    assert b"  soleus:\r\n    name: Soleus\r\n" in written
    assert written.count(b"\n") == written.count(b"\r\n")


def test_a_section_that_is_missing_is_begun() -> None:
    main(["new", "hip"])
    assert main(["new", "bone", "hip bone", "--into", "hip.yaml"]) == 0
    found = examine(Path("hip.yaml")).problems
    assert [(problem.code, problem.message) for problem in found] == [
        ("missing-field", "this bone has no 'landmarks'")
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["muscle"], "which muscle? Write its name behind: flashcards new muscle NAME"),
        (["musle", "soleus"], "'musle' is no kind of note; there are: "),
        (["muscle", "???"], "'???' can't be a name: letters and digits are needed"),
    ],
)
def test_what_cannot_be_made_is_wrong_usage(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *words]) == 2
    assert said in capsys.readouterr().err
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("deck: hip\nmuscles: {soleus: {name: Soleus}}\n", "there is a note 'soleus', in line 2"),
        ("deck: hip\nmuscels: {}\n", "this deck has errors"),
    ],
)
def test_a_deck_that_cannot_take_it_stays_as_it_was(
    text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("hip.yaml").write_text(text, encoding="utf-8")
    assert main(["new", "muscle", "Soleus", "--into", "hip.yaml"]) == 1
    assert said in capsys.readouterr().err
    assert Path("hip.yaml").read_text(encoding="utf-8") == text
