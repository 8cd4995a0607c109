"""What is left of a text when case, accents, ligatures, dashes and plural endings are forgiven."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SEPARATORS = frozenset(",;/&\n")
LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "đ": "d", "ł": "l", "ı": "i"})
TOKEN = re.compile(r"[^\W\d_]+|\d+|[,;/&\n-]")
APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼ´`](?=\w)")
DASHES = re.compile(r"[‐-―−﹘﹣－]")
POINTS = re.compile(r"(?<=\b\w)\.(?=\w\b)")
"""What stands between the letters of an abbreviation: A.S.I.S."""
LONGEST = 2000
"""Letters up to which a text is read: no answer is longer, and a book pasted by mistake takes too long."""
IRREGULAR = {"tps": "tp", "qls": "ql", "lats": "lats"}


def fold(text: str) -> str:
    """Return a text without case, accents and ligatures; dashes are "-", apostrophes inside words go.

    >>> fold("L1–L5 of the Anconæus’s")
    'l1-l5 of the anconaeuss'
    """
    if text.isascii():
        return APOSTROPHES.sub("", text.lower()) if "'" in text or "`" in text else text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(LIGATURES)
    seen = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    return APOSTROPHES.sub("", DASHES.sub("-", seen))


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a text in order, with the marks that part statements and "-".

    >>> tokens("Bodies of L1-L4, and the 12th rib")
    ['body', 'of', 'l', '1', '-', 'l', '4', ',', 'and', 'the', '12', 'th', 'rib']
    """
    return [stem(token) for token in _tokens(text)]


def as_typed(text: str) -> dict[str, str]:
    """Return each word of a text as it was typed, under what is left of it.

    >>> as_typed("Psaos")
    {'psao': 'psaos'}
    """
    return {stem(token): token for token in _tokens(text)}


def _tokens(text: str) -> list[str]:
    return TOKEN.findall(POINTS.sub("", fold(text[:LONGEST])))


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return a word without the ending of its plural, and with e for the old ae.

    >>> [stem(word) for word in ("processes", "scapulae", "anconaeus", "biceps", "psoas", "hips", "pelvis")]
    ['process', 'scapula', 'anconeus', 'biceps', 'psoas', 'hip', 'pelvis']
    """
    if len(word) < 4 or word in IRREGULAR:
        return IRREGULAR.get(word, word)
    if word.endswith("ae"):
        word = word[:-1]
    word = word.replace("ae", "e")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "shes", "ches")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "ceps")):
        return word[:-1]
    return word
