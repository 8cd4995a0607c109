"""A note that says nothing is told, not passed over."""

from pathlib import Path

from flashcards.anatomy import examine


def test_an_empty_note_lacks_what_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "hip.yaml"
    path.write_text("deck: hip\nmuscles: {iliacus: {}}\nconfusable: [{}]\n", encoding="utf-8")
    found = [(problem.code, problem.message) for problem in examine(path).problems]
    assert ("missing-field", "this muscle has no 'name'") in found
    assert ("missing-field", "this confusable pair has no 'pair'") in found
