"""The table of contents: what the commands are and do; a command's module is loaded when it is called."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from flashcards import __version__

COMMANDS = {
    "quiz": "Study what is due and what is new.",
    "check": "Report every problem in the decks.",
    "show": "Print every question of a deck or a note.",
    "list": "List the vocabulary, and what follows from it.",
    "new": "Start a deck from an example, or a note to fill in.",
    "mark": "Say how a typed answer would be marked, and why.",
    "fmt": "Lay decks out alike, keeping every comment.",
    "schema": "Print the JSON Schema of a deck, for your editor.",
    "due": "Say what waits, and when the next card is due.",
    "why": "Explain why a card comes now.",
    "advance": "Study ahead.",
    "postpone": "Spread the reviews that wait over some days.",
    "vacation": "Keep days free of reviews, or list those kept free.",
    "bury": "Ask a card no more today.",
    "suspend": "Stop asking a card, or list those suspended.",
    "unsuspend": "Let a suspended card come again.",
    "leeches": "List the cards forgotten again and again.",
    "simulate": "Say what a desired retention costs and brings.",
    "fit": "Fit the memory model to your own reviews.",
    "undo": "Take back what you did last.",
    "log": "Print the reviews.",
    "config": "Read or change a setting.",
    "link": "Join a reworded fact to its old self.",
    "export": "Write decks as a package for Anki.",
}
"""Each command's name and its help in one line; it is `command` in `flashcards/commands/NAME.py`.

A command returns its exit code, or nothing where all is well."""

REMEDIES = {
    errno.ENOSPC: "make room on the disk, and run the command again",
    errno.EFBIG: "a limit on the size of files stands in the way: raise it, or write elsewhere",
    errno.EROFS: "that place is read-only: name another, for your data with --home DIR",
    errno.EACCES: "that place belongs to someone else: name another, for your data with --home DIR",
    errno.EPERM: "that place belongs to someone else: name another, for your data with --home DIR",
}
"""What to do about an error of the operating system, by its number."""


class Contents(click.Group):
    """A group that lists its commands from the table and loads the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command from its module."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"flashcards.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table as it stands, loading nothing."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or say which one may have been meant."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            ctx.fail(f"there is no command {args[0]!r}{suggestion(args[0])}")
        return super().resolve_command(ctx, args)


def suggestion(word: str) -> str:
    """Say which command a wrong word may have meant.

    >>> suggestion("exprot")
    "; did you mean 'export'?"
    >>> suggestion("psoas.yaml")
    "; to study a deck: 'flashcards quiz psoas.yaml'"
    """
    if word.endswith((".yaml", ".yml")):
        return f"; to study a deck: 'flashcards quiz {word}'"
    from difflib import get_close_matches

    return "".join(f"; did you mean {name!r}?" for name in get_close_matches(word, COMMANDS, n=1))


@click.group(
    cls=Contents, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--home",
    metavar="DIR",
    envvar="FLASHCARDS_HOME",
    show_envvar=True,
    help="Keep the answers and settings in this folder.",
)
@click.version_option(__version__, prog_name="flashcards")
@click.pass_context
def flashcards(ctx: click.Context, home: str | None) -> int | None:
    """Facts in YAML become a quiz with a schedule, and decks for Anki.

    Without a command, it is `quiz`.
    """
    # Imported here because `--help` never comes this far and starts the faster for it.
    from pathlib import Path

    from flashcards.commands import Options

    ctx.obj = Options(home=Path(home).expanduser() if home else None)
    return None if ctx.invoked_subcommand else invoke_quiz(ctx)


def invoke_quiz(ctx: click.Context) -> int | None:
    """Call `quiz` without arguments."""
    quiz: click.Command = import_module("flashcards.commands.quiz").command
    with quiz.make_context("quiz", [], parent=ctx) as quiz_ctx:
        code: int | None = quiz.invoke(quiz_ctx)
        return code


def main(args: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when it is done, 1 when it could not be, 2 for wrong usage.

    Ctrl-C is 1, too, for the command was not done. So is a reader that leaves early, as `head` does, but
    that goes without words.
    """
    replace_unprintable()
    try:
        code: int | None = flashcards.main(args, "flashcards", standalone_mode=False)
        print(end="", flush=True)
        return code or 0
    except (click.Abort, KeyboardInterrupt):
        return complain("stopped")
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "flashcards"
        complain(error.format_message(), f"`{path} --help` shows how it is used")
        return error.exit_code
    except Exception as error:
        return explain(error)


def explain(error: Exception) -> int:
    """Say what went wrong and what to do about it; an error that nobody foresaw is raised again."""
    from flashcards.errors import FlashcardsError

    if isinstance(error, FlashcardsError):
        return complain(error.message, error.help)
    if isinstance(error, click.ClickException):
        return complain(error.format_message())
    if not isinstance(error, OSError):
        raise error
    drop_output()
    if isinstance(error, BrokenPipeError):
        return 1
    place = f"{error.filename}: " if error.filename else ""
    return complain(f"{place}{error.strerror or error}", REMEDIES.get(error.errno or 0, ""))


def complain(message: str, remedy: str = "") -> int:
    """Print a message for the person, and return the exit code that goes with it."""
    click.echo(labelled("error: ", message), err=True)
    if remedy:
        click.echo(labelled("  = help: ", remedy), err=True)
    return 1


def labelled(label: str, text: str) -> str:
    """Return a text behind its label: wrapped at a terminal, in one line for a program that reads it."""
    if not (sys.stderr and sys.stderr.isatty()):
        return f"{label}{text}"
    from flashcards.commands.terminal import width, wrap

    return "\n".join(wrap(text, width(), label, " " * len(label)))


def replace_unprintable() -> None:
    """Let a terminal that lacks a letter show `?` for it, where Python would stop with an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def drop_output() -> None:
    """Drop output that cannot be written; at its end Python would try again and complain by itself."""
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
