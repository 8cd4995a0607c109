"""Decks for Anki: packages that can be imported again and again, and lose nobody's schedule."""
