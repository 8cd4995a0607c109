"""A new note to fill in: every field its kind declares, with what to write there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flashcards import yamltree
from flashcards.kind import Kind


def scaffold(kind: Kind, key: str, words: Mapping[str, str]) -> str:
    """Return a note of a kind as it stands in its section, `words` filled in, the rest left to be filled in.

    >>> from flashcards.kind import Field
    >>> fields = (Field("name"), Field("region", about="where it is"))
    >>> scaffold(Kind("bones", "bone", fields, lambda note, notes: ()), "hip-bone", {"name": "Hip bone"})
    '  hip-bone:\\n    name: Hip bone\\n    # region: where it is\\n'
    """
    return "".join(f"{line}\n" for line in (f"  {key}:", *_fields(kind, words)))


def _fields(kind: Kind, words: Mapping[str, str]) -> Iterator[str]:
    for field in kind.fields:
        if field.name in words:
            yield f"    {field.name}: {words[field.name]}"
        elif field.about:
            yield f"    # {field.name}: {field.about}"


def inserted(text: str, section: str, note: str) -> str:
    """Return a deck's text with a note at the end of a section, which is begun where the deck has none.

    >>> inserted("bones:\\n  ilium:\\n    name: Ilium\\n\\ncards:\\n  a: {}\\n", "bones", "  x:\\n")
    'bones:\\n  ilium:\\n    name: Ilium\\n\\n  x:\\n\\ncards:\\n  a: {}\\n'
    """
    lines = text.rstrip("\n").split("\n")
    end = _end_of(text, section)
    if end is None:
        return "\n".join([*lines, "", f"{section}:", note.rstrip("\n")]) + "\n"
    above = lines[:end]
    while above and (not above[-1].strip() or above[-1].startswith("#")):
        above.pop()
    rest = lines[len(above) :]
    return "\n".join([*above, "", note.rstrip("\n"), *rest]) + "\n"


def _end_of(text: str, section: str) -> int | None:
    """Return the number of lines up to the end of a section, None where there is no such section."""
    root = yamltree.parse(text, "").root
    pairs = root.pairs if isinstance(root, yamltree.Mapping) else ()
    keys = [(key.text, key.place.line) for key, _ in pairs]
    names = [name for name, _ in keys]
    if section not in names:
        return None
    after = keys[names.index(section) + 1 :]
    return after[0][1] - 1 if after else len(text.rstrip("\n").split("\n"))
