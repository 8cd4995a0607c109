"""The keys of a mapping: plain texts, each once."""

from flashcards.place import Problem
from flashcards.yamltree.nodes import Node, Scalar

Pairs = tuple[tuple[Scalar, Node], ...]

_QUOTE_ALL = "put the whole value in quotes if the bracket belongs to its text"
_WRITE_OUT = "merge keys are not read: write the keys out"


def paired(items: list[Node], flow: bool) -> tuple[Pairs, list[Problem]]:
    """Return the pairs of a mapping from keys and values in turn, and what is wrong with those left out."""
    pairs: dict[str, tuple[Scalar, Node]] = {}
    problems: list[Problem] = []
    for key, value in zip(items[::2], items[1::2], strict=True):
        if not isinstance(key, Scalar):
            problems.append(
                Problem(key.place, "key-not-text", "a list or mapping cannot be a key", _QUOTE_ALL)
            )
        elif problem := _refusal(key, value, flow) or _twice(key, pairs):
            problems.append(problem)
        else:
            pairs[key.text] = (key, value)
    return tuple(pairs.values()), problems


def _refusal(key: Scalar, value: Node, flow: bool) -> Problem | None:
    """Return what is wrong with one key by itself."""
    if not key.text:
        return Problem(
            key.place, "empty-key", "a key is missing before ':'", "write a key, or quote the text"
        )
    if key.text == "<<" and not key.quoted:
        return Problem(key.place, "merge-key", "'<<' is no key here", _WRITE_OUT, width=key.width)
    if not flow or ":" not in key.text or key.quoted:
        return None
    if isinstance(value, Scalar) and not value.text and not value.quoted:
        help = f"write '{key.text.replace(':', ': ', 1)}'"
        return Problem(key.place, "missing-space", "a space is missing after ':'", help, width=key.width)
    return None


def _twice(key: Scalar, pairs: dict[str, tuple[Scalar, Node]]) -> Problem | None:
    """Return the complaint about a key that stood before, naming both lines."""
    if key.text not in pairs:
        return None
    first = pairs[key.text][0].place
    message = f"the key '{key.text}' stands twice, in line {first.line} and in line {key.place.line}"
    help = "rename one of them, or delete it"
    return Problem(key.place, "duplicate-key", message, help, width=key.width, also=(first,))
