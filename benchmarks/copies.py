"""Copies of the decks that ship, under names of their own, to see how reading and checking grow."""

import re
from itertools import pairwise
from pathlib import Path

from flashcards.decks import builtin

LEFT_OUT = "psoas-and-ql"
"""The deck that tells of how muscles lie to one another: it is named by the copies, and not copied."""

SECTIONS = ("muscles", "bones", "joints")
SECTION = re.compile(r"^([a-z]+):", re.MULTILINE)
KEY = re.compile(r"^  ([a-z0-9-]+):$", re.MULTILINE)
NAME = re.compile(r"^    name: (.*)$", re.MULTILINE)


def copies(count: int, folder: Path) -> int:
    """Write copies until there are so many notes; return how many there are."""
    notes = number = 0
    while notes < count:
        number += 1
        for path in builtin():
            if path.stem != LEFT_OUT:
                text = copied(path.read_text(encoding="utf-8"), str(number))
                (folder / f"{path.stem}-{number}.yaml").write_text(text, encoding="utf-8")
                notes += len(KEY.findall(text)) - len(KEY.findall(section(text, "sources")))
    return notes


def copied(deck: str, number: str) -> str:
    """Return a deck as another one: with an id, neighbors and muscles of its own."""
    head = deck[: deck.index("\nmuscles:") + 1]
    head = re.sub(r"^deck: (.*)$", rf"deck: \1-{number}", head, flags=re.MULTILINE)
    named = re.search(r"^neighbors: \[(.*)\]$", head, re.MULTILINE)
    if named:
        others = ", ".join(other_name(name.strip(), number) for name in named[1].split(","))
        head = head.replace(named[0], f"neighbors: [{others}]")
    return head + "".join(renamed(name, section(deck, name), number) for name in SECTIONS)


def other_name(deck: str, number: str) -> str:
    """Return what a neighbor is called beside a copy."""
    name, slash, key = deck.partition("/")
    return deck if name == LEFT_OUT else f"{name}-{number}{slash}{key and f'{key}-{number}'}"


def renamed(name: str, text: str, number: str) -> str:
    """Return a section whose muscles have names of their own."""
    if name != "muscles":
        return text
    return NAME.sub(rf"    name: \1 {number}", KEY.sub(rf"  \1-{number}:", text))


def section(deck: str, name: str) -> str:
    """Return a section of a deck, empty where there is none."""
    starts = [*(found.start() for found in SECTION.finditer(deck)), len(deck)]
    found = (deck[start:end] for start, end in pairwise(starts))
    return next((text for text in found if text.startswith(f"{name}:")), "")
