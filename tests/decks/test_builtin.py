"""The decks that ship are found by name, wherever the package lies."""

import pytest

from flashcards.decks import UnknownDeck, builtin


def test_every_deck_that_ships_is_a_file_that_can_be_read() -> None:
    assert all(path.read_text(encoding="utf-8").strip() for path in builtin())


def test_the_seed_deck_ships() -> None:
    assert "psoas-and-ql" in {path.stem for path in builtin()}


def test_a_name_gives_its_own_deck_alone() -> None:
    for path in builtin():
        assert builtin(path.stem) == (path,)


def test_a_deck_is_called_as_its_file() -> None:
    for path in builtin():
        assert f"\ndeck: {path.stem}\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["psoas", "", "../psoas-and-ql", "psoas-and-ql.yaml"])
def test_an_unknown_name_is_refused_with_the_names_there_are(name: str) -> None:
    with pytest.raises(UnknownDeck, match=", ".join(path.stem for path in builtin())):
        builtin(name)
