"""Where facts come from: what is named as a source is listed, and a deck that lists any names one a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from flashcards.note import Note
from flashcards.place import Problem


def check_sources(notes: Iterable[Note], sources: Mapping[str, str]) -> Iterator[Problem]:
    """Refuse names of sources that the deck does not list; warn of notes with facts from nowhere."""
    for note in notes:
        yield from _unknown(note, sources)
        if sources and not note.word("source"):
            yield from _missing(note, sources)


def _unknown(note: Note, sources: Mapping[str, str]) -> Iterator[Problem]:
    named = [(note.place_of("source"), note.word("source"))]
    named += [(fact.place, fact.source) for fact in note.facts]
    for place, source in named:
        if source and source not in sources:
            yield Problem(
                place,
                "unknown-source",
                f"no source is called '{source}'",
                width=len(source),
                help=f"name one of 'sources:': {', '.join(sources) or 'there is none yet'}",
            )


def _missing(note: Note, sources: Mapping[str, str]) -> Iterator[Problem]:
    """Warn once a note, at the first fact that has no source, neither its own nor the note's."""
    bare = [fact for fact in note.facts if not fact.source]
    if bare:
        facts = "one more fact" if len(bare) == 2 else f"{len(bare) - 1} more facts"
        more = f", nor {facts} of this note" if len(bare) > 1 else ""
        yield Problem(
            bare[0].place,
            "missing-source",
            f"nothing says where '{bare[0].text}' comes from{more}",
            width=len(bare[0]["of"] or bare[0].text),
            help=f"write 'source:' in the fact, or once in the note for all: {', '.join(sources)}",
            severity="warning",
        )
