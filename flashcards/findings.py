"""The findings of reading a deck: values taken from the tree, every problem met, what is named elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flashcards import yamltree
from flashcards.place import Place, Problem, Severity
from flashcards.problems import did_you_mean, suggest
from flashcards.reference import Reference, reference

Entries = Mapping[str, tuple[yamltree.Scalar, yamltree.Node]]


class Findings:
    """Takes strings, lists and mappings from the tree; what does not fit becomes a problem."""

    def __init__(self, problems: Sequence[Problem] = ()) -> None:
        self.problems = list(problems)
        self.references: list[Reference] = []

    @property
    def clean(self) -> bool:
        """Whether no error was found so far."""
        return all(problem.severity != "error" for problem in self.problems)

    def report(
        self,
        at: Place,
        code: str,
        message: str,
        *,
        help: str = "",
        hint: str = "",
        width: int = 1,
        severity: Severity = "error",
    ) -> None:
        """Note a problem at a place."""
        self.problems.append(Problem(at, code, message, help, hint, width, severity))

    def refer(self, at: Place, text: str) -> None:
        """Note what is named of another deck, as deck/key."""
        if "/" in text:
            self.references.append(reference(at, text))

    def mapping(self, node: yamltree.Node, wanted: str) -> Entries:
        """Return a mapping's entries by key; anything else is a problem and gives none."""
        if isinstance(node, yamltree.Mapping):
            return {key.text: (key, value) for key, value in node.pairs}
        self.report(node.place, "wrong-shape", f"expected a mapping, got {_shape(node)}", help=wanted)
        return {}

    def text(self, node: yamltree.Node, what: str) -> str:
        """Return a string; a list, a mapping or nothing at all is a problem and gives an empty one."""
        if not isinstance(node, yamltree.Scalar):
            self.report(node.place, "wrong-shape", f"{what} must be text, got {_shape(node)}")
            return ""
        if not node.text.strip():
            self.report(node.place, "empty", f"{what} is empty", help="write a value, or leave the line out")
        return node.text.strip()

    def texts(self, node: yamltree.Node, what: str) -> tuple[str, ...]:
        """Return a string or a list of them as a tuple."""
        return tuple(self.text(item, what) for item in self.items(node, what))

    def items(self, node: yamltree.Node, what: str) -> Iterator[yamltree.Node]:
        """Yield the items of a list, or the one value that stands for a list of one."""
        if isinstance(node, yamltree.Sequence):
            if not node.items:
                self.report(
                    node.place, "empty", f"{what} is an empty list", help="write a value, or leave it out"
                )
            yield from node.items
        else:
            yield node

    def one_of(self, node: yamltree.Node, what: str, text: str, allowed: Sequence[str]) -> None:
        """Report a value that is none of the allowed ones, where there is such a list."""
        if allowed and text and text not in allowed:
            self.report(
                node.place,
                "unknown-value",
                f"'{what}' can't be '{text}'",
                hint=did_you_mean(suggest(text, allowed)),
                width=len(text),
                help=f"one of: {', '.join(allowed)}",
            )

    def unknown_keys(self, entries: Entries, known: Sequence[str], what: str) -> None:
        """Report every key that is not known, with the nearest known one."""
        for name, (key, _) in entries.items():
            if name not in known:
                self.report(
                    key.place,
                    f"unknown-{what}",
                    f"unknown {what} '{name}'",
                    hint=did_you_mean(suggest(name, known)),
                    width=len(name),
                    help=f"known here: {', '.join(known)}",
                )


def _shape(node: yamltree.Node) -> str:
    match node:
        case yamltree.Mapping():
            return "a mapping"
        case yamltree.Sequence():
            return "a list"
        case _:
            return f"'{node.text}'" if node.text else "nothing"
