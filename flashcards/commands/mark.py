"""`flashcards mark`: how a typed answer would be marked, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import click

from flashcards.commands.feedback import SAID, sentence
from flashcards.commands.terminal import plain, width, wrap
from flashcards.question import Listing, Typed
from flashcards.quiz.mark import Mark, Verdict
from flashcards.quiz.present import Sheet
from flashcards.quiz.reply import mark_reply

BETWEEN = ";"


@click.command(name="mark", short_help="Say how a typed answer would be marked, and why.")
@click.argument("expected")
@click.argument("given")
@click.option(
    "--accept", "accept", metavar="TEXT", multiple=True, help="Another right wording; with --list, ITEM=TEXT."
)
@click.option(
    "--list", "is_list", is_flag=True, help=f"EXPECTED is a list, with '{BETWEEN}' between its items."
)
@click.option("--safety", is_flag=True, help="Mark as where safety hangs on it: partly right is wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    expected: str, given: str, accept: Sequence[str], is_list: bool, safety: bool, as_json: bool
) -> None:
    """Say how a typed answer would be marked, and why.

    EXPECTED is the right answer, GIVEN what was typed. The exit code is 0 whatever the verdict.
    """
    question = (
        listing(expected, accept, safety) if is_list else Typed("", expected, tuple(accept), (), safety)
    )
    mark = mark_reply(question, Sheet(""), given, {})
    if as_json:
        click.echo(json.dumps(record(mark), ensure_ascii=False))
        return
    for line in told(mark):
        click.echo("\n".join(wrap(plain(line), width())))


def listing(expected: str, accept: Sequence[str], safety: bool = False) -> Listing:
    """Return the list to mark by; a usage error where another wording is of none of its items.

    >>> listing("rib 12; iliac crest", ["rib 12=last rib"]).accept
    (('last rib',), ())
    """
    items = tuple(filter(None, map(str.strip, expected.split(BETWEEN))))
    pairs = [tuple(map(str.strip, text.partition("=")[::2])) for text in accept]
    if unknown := [item for item, _ in pairs if item not in items]:
        raise click.BadParameter(
            f"{unknown[0]!r} is no item of the list; write ITEM=TEXT", param_hint="--accept"
        )
    others = tuple(tuple(text for of, text in pairs if of == item) for item in items)
    return Listing("", items, others, safety)


def told(mark: Mark) -> Iterator[str]:
    """Yield the verdict in sentences, with the share of the credit where it is only a part.

    >>> list(told(Mark(Verdict.ASK, "coracoid or coronoid?")))
    ['Asked back: coracoid or coronoid?']
    >>> list(told(Mark(Verdict.PARTLY, "missed: rib 12", 0.5)))
    ['Partly right: missed: rib 12.', 'Credit: 50 %.']
    """
    said = "Asked back" if mark.verdict is Verdict.ASK else SAID[mark.verdict][0]
    yield sentence(said if mark.verdict is Verdict.RIGHT else f"{said}: {mark.reason}")
    if 0 < mark.credit < 1:
        yield f"Credit: {mark.credit:.0%}.".replace("%", " %")


def record(mark: Mark) -> dict[str, object]:
    """Return a mark as the object that is printed."""
    return {
        "verdict": mark.verdict.value,
        "reason": mark.reason,
        "credit": round(mark.credit, 4),
        "got": mark.got,
        "missing": mark.missing,
        "extra": mark.extra,
    }
