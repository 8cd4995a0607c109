"""Numbered places as sets: L1-L4, the first four lumbar vertebrae, ribs 5 to 8."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

REGIONS = {"c": "C", "cervical": "C", "t": "T", "th": "T", "thoracic": "T", "l": "L", "lumbar": "L"}
REGIONS |= {"s": "S", "sacral": "S", "co": "Co"}
REGIONS |= {word: f"{word} " for word in ("rib", "metacarpal", "metatarsal", "finger", "toe")}
REGIONS |= {"costa": "rib ", "mc": "metacarpal ", "mt": "metatarsal "}
SIZES = {
    "C": 8,
    "T": 12,
    "L": 5,
    "S": 5,
    "Co": 4,
    "rib ": 12,
    "metacarpal ": 5,
    "metatarsal ": 5,
    "finger ": 5,
    "toe ": 5,
}
SPINE = tuple(
    f"{region}{number}" for region in "CTLS" for number in range(1, 8 if region == "C" else SIZES[region] + 1)
)
COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
RANKS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
RANGE = frozenset(("-", "to", "through", "thru", "until"))
JOINED = frozenset((",", "and", "&", "/"))
NAMED = {"C1": "atlas", "C2": "axis"}
"""The vertebrae that have a name of their own; in a row with others they are levels like them."""
FIRST = frozenset(("first", "upper", "top", "uppermost", "highest"))
LAST = frozenset(("last", "lower", "lowest", "bottom", "lowermost"))
LOWEST, HIGHEST = frozenset(("last", "lowest")), frozenset(("first", "top", "uppermost", "highest"))
ENDINGS = frozenset(("st", "nd", "rd", "th"))
ALL = frozenset(("all", "every", "each"))
BESIDE = frozenset(("vertebra", "vertebral", "level", "spine", "segment", "of"))


def with_levels(words: Sequence[str]) -> list[str]:
    """Return words with each numbered place written out, one word a place.

    >>> with_levels(["body", "of", "l", "1", "-", "3"])
    ['body', 'of', 'L1', 'L2', 'L3']
    >>> with_levels("first four lumbar vertebra".split())
    ['L1', 'L2', 'L3', 'L4']
    >>> with_levels("12 th rib".split()), with_levels("t 12 - l 2".split())
    (['rib 12'], ['T12', 'L1', 'L2'])
    """
    found: list[str] = []
    at = 0
    while at < len(words):
        length, levels = (
            _counted(words, at) or _region_first(words, at) or _numbers_first(words, at) or (1, [words[at]])
        )
        found += [NAMED.get(level, level) for level in levels] if len(levels) == 1 else levels
        at += length
    return found


def is_level(word: str) -> bool:
    """Tell whether a word is a numbered place.

    >>> is_level("L4"), is_level("lumbar")
    (True, False)
    """
    return word[-1:].isdigit() and any(word.startswith(region) and word != region for region in SIZES)


def is_vertebra(word: str) -> bool:
    """Tell whether a word is a vertebra's level."""
    return word[:1] in "CTLS" and is_level(word)


def spoken(words: Iterable[str]) -> Iterator[str]:
    """Yield words, and each number among them as it may be spelled out too.

    >>> list(spoken(["rib", "12"]))
    ['rib', '12', 'twelve', 'twelfth']
    """
    for word in words:
        yield word
        if word.isdecimal() and 0 < int(word) <= len(COUNTS):
            yield from (COUNTS[int(word) - 1], RANKS[int(word) - 1])


Found = tuple[int, list[str]] | None


def _counted(words: Sequence[str], at: int) -> Found:
    """Read "first four lumbar vertebrae", "last two ribs", "all ribs", "lumbar vertebrae", "last rib"."""
    start, word = at, words[at]
    wanted = word if word in FIRST | LAST | ALL else ""
    at += bool(wanted)
    count, at = _count(words, at)
    region, at = _region(words, at)
    size = SIZES.get(region, 0)
    if (
        not region
        or count > size
        or _number(words, at)[0]
        or (region not in ("rib ",) and words[at - 1] not in BESIDE)
    ):
        return None
    size = 7 if region == "C" else size
    if wanted in ALL or (
        not wanted and count in (0, size) and region in "CTLS" and words[at - 1] == "vertebra"
    ):
        count = count or size
    elif wanted in LOWEST | HIGHEST and not count and region == "rib ":
        count = 1
    elif not wanted or not count:
        return None
    first = size - count if wanted in LAST else 0
    return at - start, [f"{region}{number}" for number in range(first + 1, first + count + 1)]


def _region_first(words: Sequence[str], at: int) -> Found:
    """Read "L1-L4", "L1, 2 and 3", "ribs 10 to 12", "lumbar vertebrae 1 to 4"."""
    start = at
    region, at = _region(words, at)
    number, at = _number(words, at) if region else (0, at)
    if not number or not _real(region, number):
        return None
    found = [f"{region}{number}"]
    while at < len(words) and words[at] in RANGE | JOINED:
        joint, after = words[at], at + 1
        while after < len(words) and words[after] in JOINED and joint in JOINED:
            after += 1
        next_region, after = _region(words, after)
        number, after = _number(words, after)
        next_region = next_region or region
        if not number or not _real(next_region, number) or not _same_row(region, next_region):
            break
        if words[after : after + 1] and words[after] in ENDINGS:
            break
        region, at = next_region, after
        found += _up_to(found[-1], f"{region}{number}") if joint in RANGE else [f"{region}{number}"]
    while at < len(words) and words[at] in ("vertebra", "level") and region in "CTLS":
        at += 1
    return at - start, list(dict.fromkeys(found))


def _numbers_first(words: Sequence[str], at: int) -> Found:
    """Read "12th rib", "first to fourth lumbar vertebrae", "third, fourth and fifth ribs"."""
    start = at
    numbers, joints = [], []
    number, at = _number(words, at, ranks=True)
    while number:
        numbers.append(number)
        after = at
        while after < len(words) and words[after] in RANGE | JOINED:
            after += 1
        joints.append(words[at] if after > at else "")
        number, after = _number(words, after, ranks=True)
        at = after if number else at
    region, at = _region(words, at)
    lone_count = len(numbers) == 1 and words[start] in COUNTS
    if not region or not numbers or lone_count or not all(_real(region, number) for number in numbers):
        return None
    return at - start, list(dict.fromkeys(_spread(region, numbers, joints)))


def _spread(region: str, numbers: Sequence[int], joints: Sequence[str]) -> Iterator[str]:
    yield f"{region}{numbers[0]}"
    for before, joint, number in zip(numbers, joints, numbers[1:], strict=False):
        yield from (
            _up_to(f"{region}{before}", f"{region}{number}") if joint in RANGE else [f"{region}{number}"]
        )


def _up_to(first: str, last: str) -> list[str]:
    """Return the places from one to another, whichever comes first; over the bounds of a region too."""
    region = first.rstrip("0123456789")
    row = (
        SPINE
        if first in SPINE and last in SPINE
        else tuple(f"{region}{n}" for n in range(1, SIZES[region] + 1))
    )
    if first not in row or last not in row:
        return [first, last]
    here, there = sorted((row.index(first), row.index(last)))
    return list(row[here : there + 1])


def _region(words: Sequence[str], at: int) -> tuple[str, int]:
    region = REGIONS.get(words[at], "") if at < len(words) else ""
    at += bool(region)
    # "L-5" is L5: the dash after a single letter joins, it makes no range.
    at += len(region) == len(words[at - 1]) == 1 and words[at : at + 1] == ["-"] and bool(words[at + 1 :])
    while region and at < len(words) and words[at] in ("vertebra", "vertebral", "bone", "number", "nerve"):
        at += 1
    return region, at


def _number(words: Sequence[str], at: int, ranks: bool = False) -> tuple[int, int]:
    word = words[at] if at < len(words) else ""
    if word.isdecimal() and len(word) < 3:
        ending = at + 1 < len(words) and words[at + 1] in ENDINGS and ranks
        return int(word), at + 1 + ending
    for row in (COUNTS, ROMAN, *((RANKS,) if ranks else ())):
        if word in row:
            return row.index(word) + 1, at + 1
    return 0, at


def _count(words: Sequence[str], at: int) -> tuple[int, int]:
    number, after = _number(words, at)
    return (number, after) if words[at : at + 1] != ["i"] else (0, at)


def _same_row(region: str, other: str) -> bool:
    """Tell whether two regions are counted through: vertebrae are, a vertebra and a rib are not."""
    return region == other or {region, other} <= set("CTLS")


def _real(region: str, number: int) -> bool:
    return 1 <= number <= SIZES[region]
