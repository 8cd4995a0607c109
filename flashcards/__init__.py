"""Facts in YAML become flashcards, a quiz with a schedule, and Anki decks."""

__version__ = "0.1.0"
