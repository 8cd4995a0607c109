"""`flashcards export`, as a person or a script calls it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flashcards.commands import Options
from flashcards.commands.export import command
from flashcards.errors import DeckError
from tests.anki.bench import Anki, Bench, Log


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, bench: Bench) -> Path:
    monkeypatch.chdir(bench.folder)
    monkeypatch.delenv("FLASHCARDS_NOW", raising=False)
    return bench.folder / "home"


def export(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, obj=Options(home=home), standalone_mode=False)


def counts(bench: Bench) -> tuple[int, int]:
    """Return how many cards the deck gives, and on how many facts."""
    cards = bench.deck().cards
    return len(cards), len({card.fact_path for card in cards})


def test_it_says_what_was_written_and_what_to_do_with_it(home: Path, bench: Bench) -> None:
    cards, facts = counts(bench)
    result = export(home, "hip.yaml", "-o", "out.apkg")
    assert result.return_value == 0
    assert result.output == (
        f"Wrote out.apkg: {cards} cards on {facts} facts.\n"
        f"Around the hip: {facts} new\n"
        "A study aid, no medical advice: follow your teacher, your law and your scope of practice.\n"
        "In Anki: File > Import, with the settings as they are. Your cards there keep their schedules.\n"
    )


def test_it_says_what_changed_since(home: Path, bench: Bench) -> None:
    export(home, "hip.yaml")
    bench.edit("Stand behind the hips", "Stand behind their hips")
    bench.edit(
        "  short: {question: How many hip bones?, answer: two}\n", "  new: {front: Knee?, back: joint}\n"
    )
    bench.edit(", both_ways: true", "")
    said = export(home, "hip.yaml").output.splitlines()
    assert said[1].startswith("Around the hip: 1 new, ")
    assert "  reworded or renamed, and recognised: Stand behind their hips" in said
    assert "  gone here, Anki keeps it until you delete it: How many hip bones? - two" in said
    assert any(
        line.startswith("  no longer asked as 'backward' (in Anki: Tools > Empty Cards)") for line in said
    )


def test_without_a_name_the_package_is_named_after_its_deck(home: Path, bench: Bench) -> None:
    export(home, "hip.yaml")
    assert bench.package.exists()
    export(home, "hip.yaml", "hand")
    assert (bench.folder / "flashcards.apkg").exists()


def test_a_shipped_deck_is_exported_by_its_id_with_its_ledger_in_the_data_folder(
    home: Path, anki: Anki
) -> None:
    result = export(home, "psoas-and-ql", "--json")
    (told,) = json.loads(result.output)["decks"]
    assert (home / "anki" / "psoas-and-ql.anki.json").exists()
    assert anki.take(Path("psoas-and-ql.apkg")) == Log(new=told["notes"])


def test_json_is_one_stable_object(home: Path, bench: Bench) -> None:
    export(home, "hip.yaml")
    bench.edit("Follow its edge downwards", "Follow its edges downwards")
    told = json.loads(export(home, "hip.yaml", "--json").output)
    assert list(told) == ["package", "decks", "left_out"]
    (deck,) = told["decks"]
    keys = ["deck", "notes", "cards", "new", "changed", "unchanged", "linked", "gone", "dropped"]
    assert list(deck) == keys
    cards, facts = counts(bench)
    assert (deck["deck"], deck["notes"], deck["cards"]) == ("hip", facts, cards)
    assert [list(link) for link in deck["linked"]] == [["old", "new"]]
    assert len(deck["changed"]) + deck["unchanged"] == facts


def test_a_deck_with_errors_is_left_out_and_said_so(home: Path, bench: Bench) -> None:
    (bench.folder / "bad.yaml").write_text("deck: bad\nmuscels: {}\n", encoding="utf-8")
    result = export(home, "hip.yaml", "bad.yaml", "-o", "out.apkg", "--json")
    assert result.return_value == 1
    assert result.stderr.startswith("left out: bad.yaml: ")
    told = json.loads(result.stdout)
    assert ([deck["deck"] for deck in told["decks"]], told["left_out"]) == (["hip"], ["bad.yaml"])


def test_with_nothing_but_errors_nothing_is_written(home: Path, bench: Bench) -> None:
    (bench.folder / "bad.yaml").write_text("deck: bad\nmuscels: {}\n", encoding="utf-8")
    result = export(home, "bad.yaml")
    assert isinstance(result.exception, DeckError)
    assert not list(bench.folder.glob("*.apkg"))
    assert not home.exists()
